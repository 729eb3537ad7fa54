import type { DefinedName } from '../../workbook/model/data';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import {
  formatA1,
  MAX_COLUMNS,
  MAX_ROWS,
  parseA1,
  quoteSheet,
  splitSheet,
  type Area,
} from '../../workbook/values/address';
import { objectOf, type Argument } from '../core/arguments';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemNotFound } from '../core/refusal';

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** The address as Excel gives it: `Sheet1!A1:B2`, the sheet's name in quotes where needed. */
export function fullAddress(range: RangeRef): string {
  return `${quoteSheet(range.sheet.name)}!${formatA1(range.area)}`;
}

/** The area as a formula refers to it for good: `Sheet1!$A$1:$B$2`. */
export function absoluteAddress(range: RangeRef): string {
  return `${quoteSheet(range.sheet.name)}!${absoluteA1(range.area)}`;
}

/** `$A$1:$B$2`, `$A:$C`, `$3:$5`. */
export function absoluteA1(area: Area): string {
  return formatA1(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** The range of an address as `worksheet.getRange` takes it: A1 text, with or without this sheet's name, or a name. */
export function rangeOnSheet(sheet: SheetModel, text: string): RangeRef {
  const { sheet: named, address } = splitSheet(text);
  if (named !== undefined && sheet.workbook.sheetByName(named) !== sheet) throw invalidArgument();
  const area = parseA1(address);
  if (area) return new RangeRef(sheet, area);
  const range = rangeOfName(sheet.workbook, definedName(sheet.workbook, address, sheet));
  if (!range || range.sheet !== sheet) throw invalidArgument(`${text} is no range of the sheet.`);
  return range;
}

/** The range of a text with its sheet's name, such as `'测评表'!B2`; undefined when there is none. */
export function rangeOfText(workbook: WorkbookModel, text: string, home?: SheetModel): RangeRef | undefined {
  const { sheet: name, address } = splitSheet(text);
  const sheet = name === undefined ? home : workbook.sheetByName(name);
  const area = parseA1(address);
  return sheet && area && new RangeRef(sheet, area);
}

/** A range given as an object, or as text on the given sheet. */
export function rangeArgument(value: Argument, home: SheetModel): RangeRef {
  const range = objectOf(value, RangeRef);
  if (range) return range;
  if (typeof value !== 'string') throw invalidArgument();
  const { sheet: name } = splitSheet(value);
  if (name === undefined) return rangeOnSheet(home, value);
  const sheet = home.workbook.sheetByName(name);
  if (!sheet) throw itemNotFound();
  return rangeOnSheet(sheet, value);
}

/** The defined name as a formula on the sheet sees it: the sheet's own before the workbook's. */
export function definedName(workbook: WorkbookModel, name: string, sheet?: SheetModel): DefinedName | undefined {
  const wanted = name.toLowerCase();
  const named = workbook.data.namedRanges.filter((one) => one.name.toLowerCase() === wanted);
  return named.find((one) => sheet && one.scope === sheet.name) ?? named.find((one) => one.scope === undefined);
}

/** The range that a name refers to; undefined when it stands for a value or a formula. */
export function rangeOfName(workbook: WorkbookModel, name: DefinedName | undefined): RangeRef | undefined {
  if (!name) return undefined;
  const home = name.scope === undefined ? undefined : workbook.sheetByName(name.scope);
  return rangeOfText(workbook, name.range.replace(/^=/, ''), home);
}

/** An area within the sheet's limits; InvalidArgument beyond them. */
export function areaWithin(row: number, column: number, rows: number, columns: number): Area {
  const fits = row >= 0 && column >= 0 && rows >= 1 && columns >= 1;
  if (!fits || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) throw invalidArgument();
  return { row, column, rows, columns };
}
