import { DEFAULT_SETTINGS, type Settings } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import type { Problem } from '../../../src/forms/grid/problem';
import type { Area, SheetSnapshot, SnapshotValue, WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import type { Book, ReadOptions, ScoreResult } from '../../../src/forms/book/model';
import { PRINTED_INDICATORS } from './annex3Headings';

/** A cell as a test writes it: null is blank, '=…' a formula with its value, and { date } a serial number with a format. */
export type Cell = SnapshotValue | null | { readonly formula: string; readonly value: SnapshotValue } | FormattedCell;
interface FormattedCell {
  readonly value: number;
  readonly format: string;
}

export interface SheetOptions {
  /** A1 areas, e.g. 'A2:I2'. */
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: SheetSnapshot['visibility'];
  readonly protected?: boolean;
  /** Where the first cell stands, 0-based. */
  readonly at?: { readonly row: number; readonly column: number };
}

/** A sheet from its rows of cells. */
export function sheet(name: string, rows: readonly (readonly Cell[])[], options: SheetOptions = {}): SheetSnapshot {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, i) => parts(row[i] ?? null)));
  const { row = 0, column = 0 } = options.at ?? {};
  return {
    name,
    visibility: options.visibility ?? 'Visible',
    protected: options.protected ?? false,
    area: { row, column, rows: Math.max(1, rows.length), columns },
    values: cells.map((line) => line.map(({ value }) => value)),
    formulas: cells.map((line) => line.map(({ formula }) => formula)),
    numberFormats: cells.map((line) => line.map(({ format }) => format)),
    merged: (options.merged ?? []).map(area),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
  };
}

function parts(cell: Cell): { value: SnapshotValue; formula: SnapshotValue; format: string } {
  if (cell === null) return { value: '', formula: '', format: 'General' };
  if (typeof cell !== 'object') return { value: cell, formula: cell, format: 'General' };
  if ('formula' in cell) return { value: cell.value, formula: cell.formula, format: 'General' };
  return { value: cell.value, formula: cell.value, format: cell.format };
}

export function area(address: string): Area {
  const [first = '', last = first] = address.split(':');
  const [from, to] = [position(first), position(last)];
  return { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

function position(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

export function workbook(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { sheets, date1904: false };
}

type Options = Partial<Omit<ReadOptions, 'settings'>> & {
  readonly settings?: Partial<Settings>;
  readonly date1904?: boolean;
};

/** Reads sheets as the program does. */
export function read(sheets: SheetSnapshot | readonly SheetSnapshot[], options: Options = {}): Book {
  const { settings, date1904 = false, ...rest } = options;
  const list = 'name' in sheets ? [sheets] : sheets;
  return readBook({ sheets: list, date1904 }, { ...rest, settings: { ...DEFAULT_SETTINGS, ...settings } });
}

export const HEADING = ['姓名', ...PRINTED_INDICATORS, '总分'] as const;

/** Seven scores that make 89, 88, 87, …: three people of whom nothing is to be said. */
export const ZHANG: readonly Cell[] = ['张三', 90, 88, 88, 89, 90, 88, 87];
export const LI: readonly Cell[] = ['李四', 80, 82, 81, 80, 79, 83, 84];
export const ZHAO: readonly Cell[] = ['赵敏', 70, 72, 71, 70, 69, 73, 74];

export interface FormText {
  readonly month?: Cell;
  readonly heading?: readonly Cell[];
  readonly signer?: string;
  readonly footnote?: string | null;
}

/** The printed 附件3: four title and heading rows, people from row 5 on, the footnote. */
export function annex3(people: readonly (readonly Cell[])[], text: FormText = {}): Cell[][] {
  const {
    month = '2020年7月',
    heading = HEADING,
    signer = '分管领导签字：',
    footnote = '备注：此表由考核领导小组根据人员各方面实际表现进行打分。',
  } = text;
  return [
    ['附件3'],
    ['公务员平时（每月）考核测评表'],
    [signer, null, null, null, null, null, month],
    [...heading],
    ...people.map((person) => [...person]),
    ...(footnote === null ? [] : [[footnote]]),
  ];
}

/** 人员名册 with its usual columns. */
export function roster(
  ...people: readonly (readonly [department: string, name: string, note?: string])[]
): SheetSnapshot {
  return sheet('人员名册', [
    ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
    ...people.map(([department, name, note = ''], i) => [
      i + 1,
      '济宁市商务局',
      department,
      name,
      '科员',
      '2018.03',
      '公务员',
      note,
    ]),
  ]);
}

/** Totals by name, as people read them; null without one. */
export function totals(book: Book): Record<string, string | null> {
  return Object.fromEntries(book.scores.map((result) => [result.row.name, totalOf(result)]));
}

function totalOf({ total }: ScoreResult): string | null {
  return total === null ? null : total.toString();
}

/** Problems without notes, as `code severity cell`. */
export function findings(book: Book, ...leaveOut: readonly string[]): string[] {
  return book.problems
    .filter(({ code }) => !leaveOut.includes(code))
    .map(({ code, severity, cell }) => `${severity} ${code} ${cell ?? '-'}`);
}

export function withCode(book: Book, code: string): Problem[] {
  return book.problems.filter((problem) => problem.code === code);
}

/** The one problem with the code. */
export function only(book: Book, code: string): Problem {
  const [found, ...more] = withCode(book, code);
  if (found === undefined || more.length > 0) {
    throw new Error(`${code} ${more.length + (found ? 1 : 0)} times in ${findings(book).join(', ')}`);
  }
  return found;
}
