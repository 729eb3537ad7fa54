import type { Profile } from '../../profiles';
import type { Json } from '../../wire/protocol';
import type { CellInput, SheetModel } from '../../workbook/model/workbook';
import { isWholeColumns, isWholeRows, type Area } from '../../workbook/values/address';
import { fromR1C1, toR1C1 } from '../../workbook/values/r1c1';
import { isNumberFormat } from '../../workbook/values/text';
import { editContent, valueType } from '../cells/edits';
import { FORMULA_LIMIT, isWellFormed } from '../cells/formulaSyntax';
import { requireEditable, requirePermission } from '../cells/permission';
import { isList, type Argument } from '../core/arguments';
import type { Member, Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument, Refusal } from '../core/refusal';

/** The longest text of a cell. */
const TEXT_LIMIT = 32_767;

/** The most cells that Excel reads at once. */
const CELL_LIMIT = 5_000_000;

/** Cell contents of a range, rows × columns: what is displayed, calculated, typed, and how it is formatted. */
export const valueMembers: Readonly<Record<string, Member<RangeRef>>> = {
  values: {
    kind: 'value',
    calculated: true,
    get: (range, { state }) =>
      cellwise(range, (sheet, row, column) => {
        const cell = state.stale.size === 0 ? undefined : sheet.cell(row, column);
        return cell !== undefined && state.stale.has(cell) ? 0 : sheet.value(row, column);
      }),
    set: writeCells,
  },
  formulas: {
    kind: 'value',
    get: (range, { formulas }) =>
      cellwise(range, (sheet, row, column) => {
        const content = sheet.formula(row, column);
        return typeof content === 'string' && content.startsWith('=') ? formulas.read(sheet, content) : content;
      }),
    set: writeCells,
  },
  formulasR1C1: {
    kind: 'value',
    since: '1.2',
    get: (range) =>
      cellwise(range, (sheet, row, column) => {
        const formula = sheet.formula(row, column);
        return typeof formula === 'string' && formula.startsWith('=') && sheet.cell(row, column)?.formula !== undefined
          ? toR1C1(formula, { row, column })
          : formula;
      }),
    set: (range, value, session) => writeCells(range, value, session, inA1),
  },
  text: {
    kind: 'value',
    calculated: true,
    get: (range) => cellwise(range, (sheet, row, column) => sheet.text(row, column)),
  },
  valueTypes: {
    kind: 'value',
    calculated: true,
    get: (range) => cellwise(range, (sheet, row, column) => valueType(sheet.value(row, column))),
  },
  numberFormat: {
    kind: 'value',
    get: (range, { profile }) =>
      cellwise(range, (sheet, row, column) =>
        formatAsRead(sheet.style(row, column).numFmt ?? 'General', profile.numberFormats),
      ),
    set: writeNumberFormats,
  },
  _ValidateArraySize: {
    kind: 'method',
    since: '1.3',
    call: (range, given) => {
      if (given.integer(0) !== range.area.rows || given.integer(1) !== range.area.columns) throw wrongShape();
    },
  },
};

function isUnbounded(area: Area): boolean {
  return isWholeColumns(area) || isWholeRows(area);
}

/** One value for each cell; null for whole rows and columns, which Excel does not read cell by cell. */
function cellwise(range: RangeRef, read: (sheet: SheetModel, row: number, column: number) => Json): Json {
  const { sheet, area } = range;
  if (isUnbounded(area)) return null;
  if (area.rows * area.columns > CELL_LIMIT) {
    throw new Refusal('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.');
  }
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => read(sheet, area.row + row, area.column + column)),
  );
}

function wrongShape(): Refusal {
  return invalidArgument('The number of rows or columns in the input array does not match the range.');
}

/** What an assignment gives each cell: a list of rows of the range's shape, or one scalar for all of them. */
function givenFor(area: Area, value: Argument): (row: number, column: number) => Argument {
  if (!isList(value)) {
    if (value === null) throw invalidArgument();
    return () => value;
  }
  const rows = value.map((row) => (isList(row) ? row : undefined));
  // A single value in a list fills the range as one without.
  const [only] = rows[0] ?? [];
  if (rows.length === 1 && rows[0]?.length === 1 && only !== undefined) return () => only;
  if (rows.length !== area.rows || rows.some((row) => row?.length !== area.columns)) throw wrongShape();
  return (row, column) => rows[row]?.[column] ?? null;
}

interface Write {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
}

/** The values of a range as the API gives them. */
export function cellwiseValues(range: RangeRef): Json {
  return cellwise(range, (sheet, row, column) => sheet.value(row, column));
}

/** A formula given in R1C1 notation, as the cell holds it. */
function inA1(value: Argument, row: number, column: number): Argument {
  if (typeof value !== 'string' || !value.startsWith('=')) return value;
  const formula = fromR1C1(value, { row, column });
  if (formula === undefined) throw invalidArgument(`Excel cannot read the formula ${value}.`);
  return formula;
}

/** Writes what the client gives, as a person types it; `read` turns it into what the cell gets. */
export function writeCells(
  range: RangeRef,
  value: Argument,
  session: Session,
  read: (value: Argument, row: number, column: number) => Argument = (input) => input,
): void {
  const { sheet, area } = range;
  // Cell contents of whole rows and columns cannot be set (Excel: "the input request is too large").
  if (isUnbounded(area)) throw invalidArgument('Cell contents of whole rows and columns cannot be set.');
  const given = givenFor(area, value);
  const writes: Write[] = [];
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const input = read(given(row, column), area.row + row, area.column + column);
      // In a list null leaves the cell as it is.
      if (input === null) continue;
      writes.push({ row: area.row + row, column: area.column + column, input: cellInput(input) });
    }
  }
  requireEditable(sheet, area);
  editContent(session, sheet, area, () => {
    for (const { row, column, input } of writes) {
      if (isUnderMerge(sheet, row, column)) continue;
      const isFormula = typeof input === 'string' && input.startsWith('=');
      sheet.input(row, column, isFormula ? session.formulas.written(sheet, input) : input);
      const cell = isFormula && session.profile.suspendedValues === 'stale' ? sheet.cell(row, column) : undefined;
      if (cell?.formula !== undefined && session.state.isSuspended) session.state.stale.add(cell);
    }
  });
}

/** Whether the cell is covered by a merged area: only the upper left cell of one can hold anything. */
export function isUnderMerge(sheet: SheetModel, row: number, column: number): boolean {
  if (!sheet.data.merges?.length) return false;
  const merge = sheet.mergeAt(row, column);
  return merge !== undefined && (merge.row !== row || merge.column !== column);
}

/** What Excel takes as the content of a cell; a formula must be one that Excel can read. */
export function cellInput(value: Argument): CellInput {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') throw invalidArgument();
  if (value.length > TEXT_LIMIT) throw invalidArgument(`A cell holds at most ${TEXT_LIMIT} signs.`);
  if (value.startsWith('=') && value.length > 1) {
    if (value.length > FORMULA_LIMIT) throw invalidArgument(`A formula has at most ${FORMULA_LIMIT} characters.`);
    if (!isWellFormed(value)) throw invalidArgument(`Excel cannot read the formula ${value}.`);
  }
  return value;
}

/** A number format as Excel gives it, which may be another than the file's. */
function formatAsRead(format: string, { hours, shortDate }: Profile['numberFormats']): string {
  if (shortDate === 'regional' && SHORT_DATES.includes(format)) return 'yyyy/m/d';
  return hours === 'short' ? format.replaceAll(/hh(?=:)/g, 'h') : format;
}

/** The date format that follows the region (number 14), as files and Excel write it. */
const SHORT_DATES: readonly string[] = ['mm-dd-yy', 'm/d/yyyy'];

function writeNumberFormats(range: RangeRef, value: Argument): void {
  const { sheet, area } = range;
  const formatOf = (format: Argument): string => {
    if (typeof format !== 'string' || !isNumberFormat(format))
      throw invalidArgument('Excel cannot read this number format.');
    return format;
  };
  requirePermission(sheet, 'formatCells');
  if (!isList(value)) {
    const numFmt = formatOf(value);
    sheet.patchStyle(area, (style) => ({ ...style, numFmt }));
    return;
  }
  if (isUnbounded(area)) throw wrongShape();
  const given = givenFor(area, value);
  const formats: { row: number; column: number; numFmt: string }[] = [];
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const format = given(row, column);
      if (format !== null)
        formats.push({ row: area.row + row, column: area.column + column, numFmt: formatOf(format) });
    }
  }
  for (const { row, column, numFmt } of formats) sheet.setStyle(row, column, { ...sheet.style(row, column), numFmt });
}
