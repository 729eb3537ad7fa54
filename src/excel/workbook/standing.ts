import { areaAddress, cellAddress } from '../../forms/grid/address';
import type { Plan, SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import type { Area, SheetSnapshot, SnapshotValue } from '../../forms/grid/snapshot';
import { groupsBySize } from './groups';
import { piecesBeforeInsertion } from './insertion';
import { problem } from './problems';
import { matrixOf } from './snapshot';

type Lines = readonly (readonly SnapshotValue[])[];

/** Cells that a step relies on, and what they have to hold. */
export interface Watched {
  readonly sheet: string;
  readonly area: Area;
  readonly expected: Lines;
  /** The sheet's used block has to be this one; null where it does not matter. */
  readonly used: Area | null;
}

/** The same as Excel is asked for it. */
export interface Watch {
  readonly watched: Watched;
  readonly worksheet: Excel.Worksheet;
  readonly range: Excel.Range | null;
  readonly block: Excel.Range | null;
}

/** Bytes that one answer may carry: Excel on the web allows 5 MB. */
const BYTES_OF_ANSWER = 4_000_000;
/** What a cell takes at least, with a number or a short formula in it. */
const BYTES_OF_CELL = 40;
const ASCII = /[ -~]+/g;
const NOTHING: Area = { row: 0, column: 0, rows: 0, columns: 0 };

/** All that a plan was laid out on; of a plan that does not say, the cells of its blocks. */
export function watchedBy(plan: Plan): Watched[] {
  const blocks = writtenSheets(plan).flatMap(watchedBlocks);
  if (plan.basis === undefined) return blocks;
  const areas = new Map(plan.basis.sheets.map(({ name, area }) => [name, area]));
  const beyond = blocks.filter(({ sheet, area }) => !isWithin(area, areas.get(sheet) ?? NOTHING));
  return [...plan.basis.sheets.flatMap(watchedSheet), ...beyond];
}

function isWithin({ row, column, rows, columns }: Area, area: Area): boolean {
  const right = column + columns <= area.column + area.columns;
  return row >= area.row && column >= area.column && right && row + rows <= area.row + area.rows;
}

/** A sheet in pieces that an answer can carry. */
function watchedSheet({ name: sheet, area, formulas }: SheetSnapshot): Watched[] {
  if (area.rows === 0) return [{ sheet, area: NOTHING, expected: [], used: NOTHING }];
  return groupsBySize(formulas, bytesOf, BYTES_OF_ANSWER).reduce((pieces: Watched[], expected) => {
    const last = pieces.at(-1)?.area;
    const row = last === undefined ? area.row : last.row + last.rows;
    return [...pieces, { sheet, area: { ...area, row, rows: expected.length }, expected, used: area }];
  }, []);
}

/** Bytes of cells in an answer, as they are expected to be; a Chinese character takes three. */
function bytesOf(cells: readonly SnapshotValue[]): number {
  return cells.reduce((sum: number, value) => {
    const bytes = typeof value === 'string' ? value.length + 2 * value.replaceAll(ASCII, '').length : 0;
    return sum + Math.max(BYTES_OF_CELL, bytes);
  }, 0);
}

/** The cells that a plan has to do with on a sheet. */
export function watchedBlocks({ sheet, insertRows, blocks }: SheetPlan): Watched[] {
  return blocks.flatMap(({ row: first, column, before }) =>
    piecesBeforeInsertion(insertRows, first, before).map(({ row, lines }) => {
      const area = { row, column, rows: lines.length, columns: lines[0]?.length ?? 1 };
      return { sheet, area, expected: lines, used: null };
    }),
  );
}

/** The sheets that are there and that a plan writes to. */
export function writtenSheets({ sheets }: Plan): SheetPlan[] {
  const made = new Set(sheets.filter(({ create }) => create).map(({ sheet }) => sheet));
  return sheets.filter(({ sheet }) => !made.has(sheet));
}

/** Watched cells in groups that an answer each can carry. */
export function inAnswers(watched: readonly Watched[]): Watched[][] {
  const size = ({ expected }: Watched) => expected.reduce((sum, line) => sum + bytesOf(line), 0);
  return groupsBySize(watched, size, BYTES_OF_ANSWER);
}

/** Queues a look at watched cells. What is queued after it in the same batch is not seen. */
export function queueWatch(worksheet: Excel.Worksheet, watched: Watched): Watch {
  const { area, used } = watched;
  worksheet.load('name');
  const range = area.rows === 0 ? null : worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  range?.load('formulas');
  const block = used === null ? null : worksheet.getUsedRangeOrNullObject(true);
  block?.load('rowIndex,columnIndex,rowCount,columnCount');
  return { watched, worksheet, range, block };
}

/** What the watched cells held when they were looked at. */
export function seen({ range }: Watch): SnapshotValue[][] {
  return range === null || range.isNullObject ? [] : matrixOf(range.formulas);
}

/** What has changed of watched cells, a problem for each sheet. */
export function changesOf(watches: readonly Watch[]): Problem[] {
  const sheets = new Map<string, Watch[]>();
  for (const watch of watches) {
    const { sheet } = watch.watched;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), watch]);
  }
  return [...sheets].flatMap(([sheet, ofSheet]) => changeOf(sheet, ofSheet) ?? []);
}

function changeOf(sheet: string, watches: readonly Watch[]): Problem | undefined {
  const [first] = watches;
  if (first === undefined) return undefined;
  if (first.worksheet.isNullObject || first.worksheet.name !== sheet) {
    return problem.workbookChanged(sheet, '工作表已改名或删除');
  }
  const changed = watches.flatMap((watch) => differences(watch));
  const used = usedNow(first);
  const expected = first.watched.used;
  const isReshaped = used !== null && expected !== null && areaText(used) !== areaText(expected);
  const shape =
    isReshaped && expected.rows > 0 && used.rows > 0
      ? `，有内容的区域原为${areaAddress(expected)}，现为${areaAddress(used)}，可能插入、删除了行列`
      : '';
  const [at] = changed;
  if (at !== undefined) {
    const more = changed.length > 1 ? `等${changed.length}格` : '';
    return problem.cellChanged(sheet, at.cell, shown(at.before), shown(at.after), more + shape);
  }
  return isReshaped ? problem.workbookChanged(sheet, `有内容的区域变了${shape}`) : undefined;
}

/** Sheets of which somebody put in or took away rows or columns. */
export function reshapedOf(watches: readonly Watch[]): string[] {
  const reshaped = watches.filter((watch) => {
    const used = usedNow(watch);
    return used !== null && watch.watched.used !== null && areaText(used) !== areaText(watch.watched.used);
  });
  return [...new Set(reshaped.map(({ watched }) => watched.sheet))];
}

interface Difference {
  readonly cell: string;
  readonly before: SnapshotValue;
  readonly after: SnapshotValue;
}

function differences(watch: Watch): Difference[] {
  const { area, expected } = watch.watched;
  const present = seen(watch);
  return expected.flatMap((line, r) =>
    line.flatMap((before, c) => {
      const after = present[r]?.[c] ?? '';
      return after === before ? [] : [{ cell: cellAddress(area.row + r, area.column + c), before, after }];
    }),
  );
}

function usedNow({ block }: Watch): Area | null {
  if (block === null) return null;
  if (block.isNullObject) return NOTHING;
  const { rowIndex, columnIndex, rowCount, columnCount } = block;
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

function areaText({ row, column, rows, columns }: Area): string {
  return rows === 0 ? '' : [row, column, rows, columns].join(',');
}

const LONGEST = 30;

function shown(value: SnapshotValue): string {
  const text = String(value);
  return text === '' ? '空白' : `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}
