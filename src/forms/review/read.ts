import type Fraction from 'fraction.js';
import { exactDecimal } from '../../assessment/decimal';
import type { DecidedGrade } from '../../assessment/grade';
import type { Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import type { Directory } from '../book/directory';
import type { Problem } from '../grid/problem';
import { namesAmong } from '../book/told';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';
import { personKey, normalizeLabel, normalizeName } from '../words/text';
import { KEY_LABEL, type ReviewColumn } from './columns';
import { DECIDED_GRADES, readGrade } from './grades';
import { problem } from './problems';
import { findReview, type ReviewTable } from './table';

/** One person's line of a 季度审定表: what was computed for the person, and what was typed beside it (R22). */
export interface ReviewLine {
  /** 0-based. */
  readonly row: number;
  readonly sheet: string;
  /** A1 address of 审定等次. */
  readonly cell: string;
  /** The person's key in the book; a name alone where no 科室 stands. */
  readonly key: string;
  /** As it stands there. */
  readonly department: string;
  readonly displayName: string;
  readonly position: string;
  readonly name: string;
  /** 总分 in points of 100 and 等次 of the three months, and 平均分, as they stand there. */
  readonly months: readonly { readonly total: Fraction | null; readonly grade: DecidedGrade | null }[];
  readonly mean: Fraction | null;
  /** 建议等次 as it stands there; a formula's value may be that of an earlier calculation. */
  readonly suggestion: DecidedGrade | null;
  /** 建议等次 where a person typed it, over the program's formula or on a sheet of values; null for a formula. */
  readonly typedSuggestion: string | null;
  /** 特殊情形及依据. */
  readonly circumstances: string;
  /** 科长/分管领导建议 where it was typed: the program's own formula repeats what 附件2 says. */
  readonly proposal: string;
  readonly partyOpinion: string;
  readonly disciplineOpinion: string;
  readonly remark: string;
  /** 审定等次; null while the group has not decided, or where it cannot be read. */
  readonly decision: DecidedGrade | null;
  readonly writtenDecision: string;
  /** What was typed where the program computes; none on a sheet made by hand, or of values throughout (rule 61). */
  readonly overwritten: readonly { readonly label: string; readonly column: number; readonly value: SnapshotValue }[];
}

/** A 季度审定表 with its lines. */
export interface ReviewSheet {
  readonly quarter: Quarter;
  readonly table: ReviewTable;
  /** Everybody once, in the order of the sheet. */
  readonly lines: readonly ReviewLine[];
  /** Lines of people who stand there already; they count for nothing. */
  readonly repeated: readonly ReviewLine[];
}

export interface ReviewReading {
  /** null where the workbook has no 审定表 of the quarter, or none that can be read. */
  readonly sheet: ReviewSheet | null;
  /** Why it cannot be read; decisions that cannot; people who stand there twice. */
  readonly problems: readonly Problem[];
}

/**
 * Finds and reads the 审定表 of a quarter, formulas or values, made here or by hand: the one reader for the decisions, the
 * notice, the seal, the packet, the year and the pane.
 *
 * @param directory whose each line is; without it, whose the line itself says
 */
export function readReview(grids: Iterable<SheetGrid>, quarter: Quarter, directory?: Directory): ReviewReading {
  const found = [...grids].flatMap((grid) => findReview(grid, quarter) ?? []);
  const table = found.find((each): each is ReviewTable => !('missing' in each));
  if (table !== undefined) return readTable(table, directory);
  const broken = found.flatMap((each) => ('missing' in each ? [each] : []));
  return {
    sheet: null,
    problems: broken.slice(0, 1).map(({ grid, missing }) => problem.reviewHeadingsMissing(grid.name, missing)),
  };
}

/** The lines of a 审定表 that was found. */
export function readTable(table: ReviewTable, directory?: Directory): ReviewReading & { readonly sheet: ReviewSheet } {
  const lines = new Map<string, ReviewLine>();
  const repeated: ReviewLine[] = [];
  const problems: Problem[] = [];
  const isLive = hasFormulas(table);
  const rows = Array.from({ length: table.endRow - table.firstRow }, (_, i) => table.firstRow + i);
  const all = rows.flatMap((row) => readLine(table, row, isLive) ?? []);
  const told = namesAmong(all);
  for (const written of all) {
    const line = directory === undefined ? written : { ...written, key: keyOf(written, directory) };
    const { row, sheet, cell, decision, writtenDecision } = line;
    if (decision === null && writtenDecision !== '') {
      problems.push(problem.decisionUnreadable(sheet, cell, told(line), writtenDecision, DECIDED_GRADES));
    }
    if (lines.has(line.key)) {
      repeated.push(line);
      problems.push(problem.reviewPersonTwice(sheet, cellAddress(row, table.columns.get('name') ?? 0), told(line)));
    } else lines.set(line.key, line);
  }
  const [live, ...others] = all.filter(({ row }) => isFormula(table.grid, row, table.columns.get('decision')));
  if (live !== undefined) problems.push(problem.decisionIsFormula(live.sheet, live.cell, [live, ...others].map(told)));
  return { sheet: { quarter: table.quarter, table, lines: [...lines.values()], repeated }, problems };
}

/** The key in the book of whom a line is about: 科室 may be missing there, or written otherwise. */
function keyOf({ key, department, name }: ReviewLine, directory: Directory): string {
  const found = directory.resolve({ department: normalizeName(department), name });
  return found.kind === 'known' ? found.person.key : key;
}

/** null for a row of nobody; the headings may be repeated between the people. */
function readLine(table: ReviewTable, row: number, isLive: boolean): ReviewLine | null {
  const { grid, columns } = table;
  const value = (column: number | null | undefined) => (column == null ? '' : grid.value(row, column));
  const text = (id: ReviewColumn) => String(value(columns.get(id))).trim();
  const typed = (id: ReviewColumn) => (isFormula(grid, row, columns.get(id)) ? '' : text(id));
  const displayName = text('name');
  if (displayName === '' || normalizeLabel(displayName) === '姓名') return null;
  const suggestion = readGrade(text('suggestion'));
  const typedSuggestion = typed('suggestion');
  return {
    row,
    sheet: grid.name,
    cell: cellAddress(row, columns.get('decision') ?? 0),
    key: personKey(text('department'), displayName),
    department: text('department'),
    displayName,
    position: text('position'),
    name: normalizeName(displayName),
    months: table.months.map(({ total, grade }) => ({
      total: points(value(total)),
      grade: readGrade(String(value(grade))),
    })),
    mean: points(value(columns.get('mean'))),
    suggestion,
    typedSuggestion: typedSuggestion === '' ? null : (suggestion ?? typedSuggestion),
    circumstances: text('circumstances'),
    proposal: typed('proposal'),
    partyOpinion: text('party'),
    disciplineOpinion: text('discipline'),
    remark: text('remark'),
    decision: readGrade(text('decision')),
    writtenDecision: text('decision'),
    overwritten: table.headings.has(KEY_LABEL) && isLive ? overwrittenOn(table, row) : [],
  };
}

/** Whether any of what the program computes is a formula: else the whole sheet was pasted as values. */
function hasFormulas(table: ReviewTable): boolean {
  const rows = Array.from({ length: table.endRow - table.firstRow }, (_, i) => table.firstRow + i);
  return rows.some((row) => computedOn(table).some(({ column }) => isFormula(table.grid, row, column)));
}

function computedOn({ columns, months }: ReviewTable): readonly { label: string; column: number | null | undefined }[] {
  return [
    ...months.flatMap(({ total, grade }, i) => [
      { label: `第${i + 1}个月总分`, column: total },
      { label: `第${i + 1}个月等次`, column: grade },
    ]),
    { label: '平均分', column: columns.get('mean') },
    { label: '建议等次', column: columns.get('suggestion') },
  ];
}

function overwrittenOn(table: ReviewTable, row: number): ReviewLine['overwritten'] {
  const { grid } = table;
  return computedOn(table).flatMap(({ label, column }) => {
    const value = column == null ? '' : grid.formula(row, column);
    return column == null || value === '' || isFormula(grid, row, column) ? [] : [{ label, column, value }];
  });
}

function isFormula(grid: SheetGrid, row: number, column: number | null | undefined): boolean {
  return column != null && String(grid.formula(row, column)).startsWith('=');
}

function points(value: SnapshotValue): Fraction | null {
  return typeof value === 'number' ? exactDecimal(value) : null;
}
