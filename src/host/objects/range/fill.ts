import type { Cell } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { cellKey, contains, type Area } from '../../workbook/values/address';
import { isDateFormat } from '../../workbook/values/text';
import { moveRelative } from '../../workbook/values/formula';
import { editContent } from '../cells/edits';
import { rangeArgument } from '../cells/lookup';
import { requireEditable, requirePermission } from '../cells/permission';
import type { Arguments } from '../core/arguments';
import type { Member, Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidArgument } from '../core/refusal';

const KINDS = [
  'FillDefault',
  'FillCopy',
  'FillSeries',
  'FillFormats',
  'FillValues',
  'FillDays',
  'FillWeekdays',
  'FillMonths',
  'FillYears',
  'LinearTrend',
  'GrowthTrend',
  'FlashFill',
] as const;
type FillKind = 'FillDefault' | 'FillCopy' | 'FillFormats' | 'FillValues';

/** `range.autoFill`: what dragging the corner of a selection does. */
export const fillMembers: Readonly<Record<string, Member<RangeRef>>> = {
  autoFill: { kind: 'method', since: '1.9', call: autoFill },
};

function autoFill({ sheet, area }: RangeRef, given: Arguments, session: Session): void {
  const destination = given.has(0) ? rangeArgument(given.at(0), sheet) : undefined;
  if (!destination) throw apiNotFound('Range.autoFill (without a destination)');
  const kind = given.choiceOr(1, KINDS, 'FillDefault');
  if (kind !== 'FillDefault' && kind !== 'FillCopy' && kind !== 'FillFormats' && kind !== 'FillValues')
    throw apiNotFound(`Range.autoFill (${kind})`);
  const target = destination.area;
  const sameRows = target.row === area.row && target.rows === area.rows;
  const sameColumns = target.column === area.column && target.columns === area.columns;
  if (destination.sheet !== sheet || !contains(target, area) || !(sameRows || sameColumns))
    throw invalidArgument('The destination continues the range in one direction.');
  if (kind === 'FillFormats') requirePermission(sheet, 'formatCells');
  else requireEditable(sheet, target);
  const fills = sameColumns ? linesDown(sheet, area, target, kind) : linesAcross(sheet, area, target, kind);
  editContent(session, sheet, target, () => {
    for (const { row, column, cell } of fills) sheet.place(cellKey(row, column), cell);
  });
}

interface Fill {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

function linesDown(sheet: SheetModel, area: Area, target: Area, kind: FillKind): Fill[] {
  return Array.from({ length: area.columns }, (_, index) => area.column + index).flatMap((column) => {
    const source = Array.from({ length: area.rows }, (_none, index) => sheet.cell(area.row + index, column));
    return continued(source, area.row, target.row, target.rows, kind).map(({ at, cell, steps }) => ({
      row: at,
      column,
      cell: finished(cell, sheet.cell(at, column), steps, 0, kind),
    }));
  });
}

function linesAcross(sheet: SheetModel, area: Area, target: Area, kind: FillKind): Fill[] {
  return Array.from({ length: area.rows }, (_, index) => area.row + index).flatMap((row) => {
    const source = Array.from({ length: area.columns }, (_none, index) => sheet.cell(row, area.column + index));
    return continued(source, area.column, target.column, target.columns, kind).map(({ at, cell, steps }) => ({
      row,
      column: at,
      cell: finished(cell, sheet.cell(row, at), 0, steps, kind),
    }));
  });
}

interface Continued {
  readonly at: number;
  readonly cell: Cell;
  /** How far the cell is from the one that it repeats. */
  readonly steps: number;
}

/** The cells of a line beyond its source: a series of numbers goes on, all else is repeated. */
function continued(
  source: readonly (Cell | undefined)[],
  first: number,
  start: number,
  size: number,
  kind: FillKind,
): Continued[] {
  const count = source.length;
  const series = kind === 'FillDefault' ? seriesOf(source) : undefined;
  const cells: Continued[] = [];
  for (let at = start; at < start + size; at++) {
    const offset = at - first;
    if (offset >= 0 && offset < count) continue;
    const index = ((offset % count) + count) % count;
    const cell: Cell = source[index] ?? { value: null, type: 'empty' };
    const value = series?.(offset);
    cells.push({ at, steps: offset - index, cell: value === undefined ? cell : { ...cell, value, type: 'number' } });
  }
  return cells;
}

/** The line through numbers, as Excel continues them; undefined for what is repeated. */
function seriesOf(source: readonly (Cell | undefined)[]): ((offset: number) => number) | undefined {
  const cells = source.filter((cell) => cell !== undefined);
  if (cells.some(({ formula }) => formula !== undefined)) return undefined;
  if (cells.some(({ value, style }) => typeof value === 'number' && isDateFormat(style?.numFmt)))
    throw apiNotFound('Range.autoFill (a series of dates)');
  if (cells.some(({ value }) => typeof value === 'string' && SERIES_TEXT.test(value)))
    throw apiNotFound('Range.autoFill (a series of texts)');
  const values = source.map((cell) => cell?.value);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < 2 || numbers.length < values.length) return undefined;
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const slope =
    numbers.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) /
    numbers.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
  return (offset) => Number((mean + (offset - middle) * slope).toPrecision(15));
}

/** Texts with a number, and names of days and months, go on counting in Excel. */
const SERIES_TEXT =
  /\d|^(?:星期|周)?[日一二三四五六]$|月$|季度?$|^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉亥]$|^(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function finished(from: Cell, to: Cell | undefined, rows: number, columns: number, kind: FillKind): Cell {
  const { style, comment: _comment, hyperlink: _link, formula, formulaResult: _result, known: _known, ...plain } = from;
  const content: Cell =
    formula === undefined ? plain : { value: null, type: 'formula', formula: moveRelative(formula, rows, columns) };
  const { style: own, ...old } = to ?? { value: null, type: 'empty' as const };
  if (kind === 'FillFormats') return { ...old, ...(style && { style }) };
  const shown = kind === 'FillValues' ? own : style;
  return {
    ...content,
    ...(shown && { style: shown }),
    ...(old.comment && { comment: old.comment }),
    ...(old.hyperlink && { hyperlink: old.hyperlink }),
  };
}
