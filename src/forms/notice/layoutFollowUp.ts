import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from './writingProblems';
import { COLUMNS, NO_LONGER, TELLING, type Column } from './followUp';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { registerLook, TABLE_CELL } from '../grid/registerLook';
import { lineHeights } from '../grid/rowHeights';
import type { NoticeLine } from './lines';
import { RegisterCells, tableOn, textIn, type Table } from '../words/tables';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { personKey } from '../words/text';
import { tablePage } from '../grid/tablePage';

const FOLLOW_UP_SHEET = '结果运用';
/** Characters. */
const WIDTHS: readonly number[] = [5, 11, 10, 9, 12.5, 8, 19, 9, 14, 9, 21, 9.5];
/** Columns of sentences. */
const LONG = ['用途', '内容及结果', '备注'] as const;
/** Points: two lines of text, also by hand. */
const LINE_HEIGHT = 40;

/** What follows from a grade (四·2, R31 and R33); 一般 on request. */
const PURPOSES = {
  好: '表扬；可以按规定给予物质奖励（四·2）',
  较差: '批评教育、警示谈话或离岗培训（四·2）',
  一般: '批评教育、警示谈话或离岗培训（四·2，视情况）',
} as const;
export interface FollowUpOptions {
  readonly quarter: Quarter;
  /** 一般 gets a line too. */
  readonly includeFair: boolean;
  /** Keys of those who may not be praised this year (五·6). */
  readonly barred: ReadonlySet<string>;
}

/**
 * Plans 结果运用: whom to praise, and whom to talk to, of all quarters on one sheet. A person's line stays where it is
 * with all that was typed beside it; what is new comes below.
 */
export function layoutFollowUp(
  lines: readonly NoticeLine[],
  options: FollowUpOptions,
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const wanted = followed(lines, options);
  const names = lines.filter(({ key, grade }) => grade === '好' && options.barred.has(key)).map(({ name }) => name);
  const barred = names.length > 0 ? [problem.praiseBarred(quarterTitle(options.quarter), names)] : [];
  for (const grid of grids.values()) {
    const table = tableOn(grid, COLUMNS, TELLING);
    if (table === null) continue;
    const missing = COLUMNS.filter((column) => !table.columns.has(column));
    if (missing.length > 0) return { sheets: [], problems: [problem.followUpHeadingsMissing(grid.name, missing)] };
    const { sheets, problems } = updatedList(wanted, options.quarter, table);
    return { sheets, problems: [...barred, ...problems] };
  }
  const sheet = new SheetNames(grids.keys()).next(FOLLOW_UP_SHEET);
  return { sheets: [newList(sheet, wanted, options.quarter)], problems: barred };
}

interface Followed extends NoticeLine {
  readonly purpose: string;
}

/** 好 first, then those to be talked to. */
function followed(lines: readonly NoticeLine[], { includeFair, barred }: FollowUpOptions): Followed[] {
  const grades = includeFair ? (['好', '一般', '较差'] as const) : (['好', '较差'] as const);
  return grades.flatMap((grade) =>
    lines
      .filter((line) => line.grade === grade && !(grade === '好' && barred.has(line.key)))
      .map((line) => ({ ...line, purpose: PURPOSES[grade] })),
  );
}

function contentsOf(line: Followed, quarter: Quarter): Partial<Record<Column, CellContent>> {
  const { department, name, position, grade, purpose } = line;
  return { 季度: quarterTitle(quarter), 科室: department, 姓名: name, 职务: position, 审定等次: grade, 用途: purpose };
}

function updatedList(wanted: readonly Followed[], quarter: Quarter, table: Table<Column>) {
  const { grid, headerRow } = table;
  const title = quarterTitle(quarter);
  const rows = new Map<string, number>();
  const cells = new RegisterCells(table);
  const keys = new Set(wanted.map(({ department, name }) => personKey(department, name)));
  let number = 0;
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    number = Math.max(number, Number(textIn(table, row, '序号')) || 0);
    if (textIn(table, row, '季度') !== title || textIn(table, row, '姓名') === '') continue;
    const key = personKey(textIn(table, row, '科室'), textIn(table, row, '姓名'));
    if (!rows.has(key)) rows.set(key, row);
    if (!keys.has(key)) cells.put(row, '用途', NO_LONGER);
  }
  const open: string[] = [];
  let end = grid.rowEnd;
  const added: Followed[] = [];
  for (const line of wanted) {
    const there = rows.get(personKey(line.department, line.name));
    const row = there ?? end++;
    if (there === undefined) {
      cells.put(row, '序号', ++number);
      added.push(line);
    } else if (line.grade === '较差' && (textIn(table, row, '方式') === '' || textIn(table, row, '办理日期') === '')) {
      open.push(line.name);
    }
    for (const column of COLUMNS) {
      const content = contentsOf(line, quarter)[column];
      if (content !== undefined) cells.put(row, column, content);
    }
  }
  const problems = open.length > 0 ? [problem.followUpOpen(grid.name, open)] : [];
  const block = cells.block(FOLLOW_UP_SHEET);
  if (block === null) return { sheets: [], problems };
  if (grid.protected) return { sheets: [], problems: [...problems, problem.registerProtected(grid.name)] };
  const formats = lineLook(table, grid.rowEnd, added.map(cellsOf(quarter)));
  return { sheets: [{ ...emptySheetPlan(grid.name, false), blocks: [block], formats }], problems };
}

function newList(sheet: string, wanted: readonly Followed[], quarter: Quarter): SheetPlan {
  const lines = wanted.map(cellsOf(quarter));
  const cells = [[...COLUMNS], ...lines.map(([, ...rest], i) => [i + 1, ...rest])];
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: FOLLOW_UP_SHEET, row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    formats: [
      ...registerLook(WIDTHS, lines.length, LINE_HEIGHT),
      ...lineHeights(1, lines, WIDTHS, LINE_HEIGHT),
      ...longLooks((label) => COLUMNS.indexOf(label), 1, lines.length),
    ],
    page: tablePage(0),
    freezeRows: 1,
  };
}

/** A person's line in the order of COLUMNS, without its number. */
function cellsOf(quarter: Quarter): (line: Followed) => CellContent[] {
  return (line) => {
    const contents = contentsOf(line, quarter);
    return COLUMNS.map((column) => contents[column] ?? null);
  };
}

/** Lines that are added below the others, from 0-based `row` on. */
function lineLook({ columns }: Table<Column>, row: number, lines: readonly (readonly CellContent[])[]): FormatStep[] {
  if (lines.length === 0) return [];
  const rows = lines.length;
  const left = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - left + 1;
  const area = { row, column: left, rows, columns: width };
  return [
    { area, ...TABLE_CELL },
    ...lineHeights(row, lines, WIDTHS, LINE_HEIGHT),
    ...longLooks((label) => columns.get(label) ?? left, row, rows),
  ];
}

function longLooks(columnOf: (label: Column) => number, row: number, rows: number): FormatStep[] {
  if (rows === 0) return [];
  return LONG.map((label) => ({ area: { row, column: columnOf(label), rows, columns: 1 }, horizontal: 'Left' }));
}
