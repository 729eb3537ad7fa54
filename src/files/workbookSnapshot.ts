/** A workbook file as the forms are read from it. */
import { zipSync } from 'fflate';
import { readXlsx, type Cell, type ConditionalRule, type Sheet } from 'hucre/xlsx';
import { markedSeverity } from '../forms/grid/marks';
import type { Area, SheetSnapshot, SnapshotValue, WorkbookSnapshot } from '../forms/grid/snapshot';
import { formatOf, numberedStyles, readNumberFormats } from './numberFormats';
import { unpack, type Refusal } from './unpack';

export type SnapshotResult =
  | {
      readonly ok: true;
      readonly snapshot: WorkbookSnapshot;
      /** Sheets too large to be anybody's form, left unread. */
      readonly unread: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Cells a single sheet may have to be read; as many as in the open workbook. */
const MOST_CELLS_OF_SHEET = 300_000;
/** hucre lays a sheet out as a whole rectangle in memory, so that one cell in a far corner would fill it. */
const LAST_ROW = 20_001;
const READ_RANGE = `A1:IV${LAST_ROW}`;

/**
 * Reads the bytes of an .xlsx file. Values are as Office.js gives them: dates as serial numbers, errors as their text,
 * rich text joined, formulas as the values that they had when the file was saved.
 */
export async function snapshotOf(bytes: Uint8Array): Promise<SnapshotResult> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  try {
    const { parts, formats } = withNumberedStyles(unpacked.parts);
    const book = await readXlsx(zipSync(parts, { level: 0 }), { readStyles: true, range: READ_RANGE });
    const used = book.sheets.map((sheet) => ({ sheet, area: usedArea(sheet) }));
    const isLarge = ({ area }: { area: Area }) =>
      area.row + area.rows === LAST_ROW || area.rows * area.columns > MOST_CELLS_OF_SHEET;
    return {
      ok: true,
      snapshot: {
        date1904: book.dateSystem === '1904',
        sheets: used.filter((each) => !isLarge(each)).map(({ sheet, area }) => sheetSnapshot(sheet, area, formats)),
      },
      unread: used.filter(isLarge).map(({ sheet }) => sheet.name),
    };
  } catch {
    // hucre throws at what it cannot read, and nothing else in here throws.
    return { ok: false, refusal: 'damaged' };
  }
}

/** The parts with the numbers of formats in place of the styles, and what the numbers stand for. */
function withNumberedStyles(unpacked: Readonly<Record<string, Uint8Array>>) {
  const parts = { ...unpacked };
  for (const [name, bytes] of Object.entries(parts))
    if (/\.xml$/i.test(name) && !/(?:styles|sharedStrings)\.xml$/i.test(name)) parts[name] = withPlainNumbers(bytes);
  const path = Object.keys(parts).find((name) => /(?:^|\/)styles\.xml$/i.test(name));
  const styles = path === undefined ? undefined : parts[path];
  if (path === undefined || styles === undefined) return { parts, formats: [] };
  const formats = readNumberFormats(new TextDecoder().decode(styles));
  return { parts: { ...parts, [path]: new TextEncoder().encode(numberedStyles(formats.length)) }, formats };
}

/** Of what is no number as much as tells what it was meant to be. */
const SHOWN_DIGITS = 255;

/** hucre takes `0x50` for 80 and `Infinity` for a number; Excel takes them, and numbers beyond 1E308, for damage. Here they are texts to look at. */
function withPlainNumbers(bytes: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(bytes);
  if (!/<v>\s*(?:0[xob]|[+-]?inf|[^<]{300}|[^<]*e\+?\d{3})/i.test(xml)) return bytes;
  const plain = xml.replace(/<c(\s[^>]*)>\s*<v>([^<]*)<\/v>/g, (all, attributes: string, text: string) => {
    const isNumber = !/\st=["'](?!n["'])/.test(attributes);
    if (!isNumber || (/^\s*[+-]?[\d.]+(?:e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(Number(text)))) return all;
    const place = attributes.replace(/\st=["']n["']/, '');
    return `<c${place} t="str"><v>${text.trim().slice(0, SHOWN_DIGITS)}</v>`;
  });
  return new TextEncoder().encode(plain);
}

function sheetSnapshot(sheet: Sheet, area: Area, formats: readonly string[]): SheetSnapshot {
  const formulas = sharedFormulas(sheet);
  const matrix = <T>(of: (row: number, column: number, cell: Cell | undefined) => T): T[][] =>
    Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => {
        const [row, column] = [area.row + r, area.column + c];
        return of(row, column, sheet.cells?.get(`${row},${column}`));
      }),
    );
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'VeryHidden' : sheet.hidden === true ? 'Hidden' : 'Visible',
    protected: sheet.protection?.sheet === true,
    area,
    values: matrix((row, column) => valueOf(sheet.rows[row]?.[column])),
    formulas: matrix((row, column, cell) => formulaOf(cell, formulas) ?? valueOf(sheet.rows[row]?.[column])),
    numberFormats: matrix((_row, _column, cell) => formatOf(cell?.style?.numFmt, formats)),
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    })),
    hiddenRows: within(area.row, area.rows, (row) => sheet.rowDefs?.get(row)?.hidden === true),
    hiddenColumns: within(area.column, area.columns, (column) => sheet.columns?.[column]?.hidden === true),
    coloured: (sheet.conditionalRules ?? []).some(isColouring),
    shapes: (sheet.images?.length ?? 0) + (sheet.textBoxes?.length ?? 0) + (sheet.charts?.length ?? 0),
  };
}

/** A conditional format whose colour tells something: no picture of a number, and no mark of the program's own check. */
function isColouring({ type, formula }: ConditionalRule): boolean {
  if (type === 'dataBar' || type === 'iconSet') return false;
  const [first = ''] = formula === undefined ? [] : [formula].flat();
  return type !== 'expression' || markedSeverity(`=${first}`) === null;
}

/** The smallest rectangle around everything that stands on a sheet; formats alone do not count. */
function usedArea({ rows, cells }: Sheet): Area {
  const present = (row: number, column: number) =>
    valueOf(rows[row]?.[column]) !== '' || cells?.get(`${row},${column}`)?.formula !== undefined;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  rows.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      if (!present(row, column)) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = row;
      right = Math.max(right, column);
    }
  });
  return bottom < 0
    ? { row: 0, column: 0, rows: 0, columns: 0 }
    : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function within(from: number, count: number, wanted: (index: number) => boolean): number[] {
  return Array.from({ length: count }, (_, i) => from + i).filter(wanted);
}

function valueOf(value: unknown): SnapshotValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

/** First cells of formulas that were filled down or across: the others only refer to them. */
function sharedFormulas({ cells }: Sheet): ReadonlyMap<number, string> {
  const formulas = new Map<number, string>();
  for (const { formula, formulaSharedIndex } of cells?.values() ?? []) {
    if (formulaSharedIndex !== undefined && formula !== undefined && formula !== '') {
      formulas.set(formulaSharedIndex, formula);
    }
  }
  return formulas;
}

/**
 * A cell's formula with its '='. A filled cell shows that of the first one: what is read of a formula is which
 * functions and other workbooks it uses, not which cells.
 */
function formulaOf(cell: Cell | undefined, shared: ReadonlyMap<number, string>): string | undefined {
  if (cell?.formula === undefined) return undefined;
  const formula = cell.formula === '' ? shared.get(cell.formulaSharedIndex ?? -1) : cell.formula;
  // Files mark the functions that are newer than their format; nobody sees the marks in Excel.
  return formula === undefined ? undefined : `=${formula.replace(/_xl(?:fn|ws|pm)\./g, '')}`;
}
