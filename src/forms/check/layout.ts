import { monthTitle } from '../../assessment/period';
import {
  CHECK_COLUMNS,
  CHECK_HEADINGS,
  CHECK_SHEET,
  CHECK_TITLE,
  checkLines,
  isCheckSheet,
  placeOf,
  SETTLED,
  type CheckLine,
  type StoredLine,
} from './sheet';
import { checkFormats, checkPage } from './look';
import { personAt } from './concerned';
import { firstCell, ownWords } from '../grid/marks';
import { emptySheetPlan, type CellContent, type LinkStep, type SheetPlan } from '../grid/plan';
import { SEVERITIES, type Problem, type Severity } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { SnapshotValue } from '../grid/snapshot';
import type { Book } from '../book/model';

export interface CheckContent {
  readonly book: Book;
  readonly problems: readonly Problem[];
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };
const HEADING_ROW = 5;

/**
 * Plans 检查结果: summary, every problem with a link to its cell, errors first, then in the order of the sheets. The
 * sheet is made anew, but what was typed in 处理情况 stays with its problem (the same sheet, cell and code), also when
 * the problem is gone. A sheet of that name that is not the program's, or is protected, is left alone and another name
 * taken.
 *
 * @param grids every sheet's cells by name, in tab order
 * @param otherNames names of sheets that were not read
 */
export function layoutCheck(
  { book, problems }: CheckContent,
  grids: ReadonlyMap<string, SheetGrid>,
  otherNames: readonly string[] = [],
): SheetPlan {
  const present = [...grids.values()].find((grid) => isCheckSheet(grid) && !grid.protected);
  const grid = present ?? SheetGrid.empty(new SheetNames([...grids.keys(), ...otherNames]).next(CHECK_SHEET));
  const old = present === undefined ? [] : checkLines(present);
  const lines = listed(problems, book, grids, old);
  const head = [[CHECK_TITLE], ...summary(problems, book).map((text) => [text]), [], [...CHECK_HEADINGS]];
  const list = lines.length > 0 ? lines.map(lineCells) : [['', '', '', '', '', '没有发现问题']];
  const cells = [...head, ...list].map(wholeRow);
  const rowEnd = Math.max(cells.length, grid.rowEnd);
  const all = [...cells, ...Array.from({ length: rowEnd - cells.length }, () => wholeRow([]))];
  const area = { row: 0, column: 0, rows: rowEnd, columns: CHECK_HEADINGS.length };
  const layout = { headingRow: HEADING_ROW, lines };
  return {
    ...emptySheetPlan(grid.name, present === undefined),
    bare: present === undefined ? [] : [area],
    blocks: [grid.block(CHECK_TITLE, 0, 0, all)],
    formats: checkFormats(layout, rowEnd),
    links: linksOf(
      lines.map((line, i) => ({ ...line, row: HEADING_ROW + 1 + i })),
      grids,
    ),
    linksBefore: linksOf(old, grids),
    page: checkPage(layout, cells.length),
    freezeRows: HEADING_ROW + 1,
    // By it the program finds its lines again; nobody else needs it.
    hiddenColumns: grid.isColumnHidden(CHECK_COLUMNS.code)
      ? []
      : [{ row: 0, column: CHECK_COLUMNS.code, rows: 1, columns: 1 }],
  };
}

interface Line extends CheckLine {
  readonly severity: string;
}

/** Problems with the remarks they had, then the remarks whose problems are gone. */
function listed(
  problems: readonly Problem[],
  book: Book,
  grids: ReadonlyMap<string, SheetGrid>,
  old: readonly CheckLine[],
): Line[] {
  const remarks = new Map<string, CheckLine[]>();
  for (const line of old) if (line.remark !== '') remarks.set(keyOf(line), [...(remarks.get(keyOf(line)) ?? []), line]);
  const current = inOrder(problems, [...grids.keys()]).map((problem): Line => {
    const place = { ...placeOf(problem), code: problem.code };
    return {
      ...place,
      severity: SEVERITY_WORDS[problem.severity],
      person: personAt(problem, book),
      message: ownWords(problem),
      remark: remarks.get(keyOf(place))?.shift()?.remark ?? '',
    };
  });
  const settled = [...remarks.values()].flat().map((line): Line => ({ ...line, severity: SETTLED }));
  return [...current, ...settled];
}

function keyOf({ sheet, cell, code }: Pick<CheckLine, 'sheet' | 'cell' | 'code'>): string {
  return JSON.stringify([sheet, cell, code]);
}

/** Errors first, then by tab, row and column; what concerns the whole workbook or sheet before its cells. */
function inOrder(problems: readonly Problem[], tabs: readonly string[]): Problem[] {
  const place = ({ severity, sheet, cell }: Problem) => {
    const at = cell === null ? null : firstCell(cell);
    const tab = sheet === null ? -1 : tabs.indexOf(sheet);
    return [SEVERITIES.indexOf(severity), tab, at?.row ?? -1, at?.column ?? -1];
  };
  return [...problems].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left.map((value, i) => value - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

function summary(
  problems: readonly Problem[],
  { months, people, forms, weeklyRecords, filings }: Book,
): [string, string, string] {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const counts = SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]}${count(severity)}处`).join('，');
  const isClear = count('error') + count('warning') === 0;
  const all = new Set([...months.keys(), ...filings.flatMap(({ month }) => month ?? [])]);
  const named = [...all].sort().map(monthTitle);
  const counted = `周记实${weeklyRecords.length}份，备案表${filings.length}份，测评表${forms.length}份`;
  return [
    isClear ? `没有发现错误和警告，可以继续计算得分、生成审定表；提示${count('note')}处。` : `${counts}。`,
    `月份：${named.length === 0 ? '无' : named.join('、')}；${counted}；人员${people.length}人。`,
    '点击“单元格”一栏可转到该处；“处理情况”由您填写，重新检查时保留。',
  ];
}

function lineCells(line: Line, index: number): CellContent[] {
  const { severity, sheet, cell, person, message, code, remark } = line;
  return [index + 1, severity, sheet, cell, person, message, code, contentOf(remark)];
}

function contentOf(remark: SnapshotValue): CellContent {
  return typeof remark === 'boolean' ? String(remark) : remark;
}

function wholeRow(cells: readonly CellContent[]): CellContent[] {
  return CHECK_HEADINGS.map((_, column) => cells[column] ?? '');
}

/** The cells of 单元格 that lead to where a problem is; not where its sheet is gone. */
function linksOf(
  lines: readonly Pick<StoredLine, 'row' | 'sheet' | 'cell'>[],
  grids: ReadonlyMap<string, SheetGrid>,
): LinkStep[] {
  return lines.flatMap(({ row, sheet, cell }) => {
    if (!grids.has(sheet)) return [];
    const target = firstCell(cell) === null ? 'A1' : cell;
    return [{ row, column: CHECK_COLUMNS.cell, text: cell, sheet, cell: target }];
  });
}
