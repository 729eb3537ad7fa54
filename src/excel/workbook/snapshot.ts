import { markedSeverity } from '../../forms/grid/marks';
import {
  isFormula,
  type Area,
  type SheetSnapshot,
  type SnapshotValue,
  type WorkbookSnapshot,
} from '../../forms/grid/snapshot';
import { parseAreas } from './address';
import { askMergedAreas } from './mergedAreas';

/** A workbook as it was read, with what a plan has to know besides the cells. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** Names of the workbook's named ranges, and where each points ('=考核设置!$B$5:$H$5'). */
  readonly names: ReadonlyMap<string, string>;
  /** Sheets too large to be anybody's appraisal, left unread. */
  readonly unread: readonly string[];
}

/** What the program itself has written: its values are never read back, and need no calculation. */
export interface OwnResults {
  /** Whether it is one of the program's formulas. */
  readonly isOwn: (formula: string) => boolean;
  /** The first row of a sheet (rows × columns) from which on everything is the program's own; their number for none. */
  readonly ownFrom: (formulas: readonly (readonly SnapshotValue[])[]) => number;
}

/** Cells a single sheet may have to be read. 20,000 rows of 15 columns are far beyond any bureau. */
const MOST_CELLS_OF_SHEET = 300_000;
/** Cells an answer may carry: Excel on the web allows 5 MB, and a formula takes some 40 bytes. */
const CELLS_OF_ANSWER = 100_000;
/** However large the workbook, reading its formulas takes at most so many round trips. */
const MOST_ANSWERS = 2;
/** Numbers that their format makes something else: the days from 1949 to 2064 in either date system … */
const DATE_SERIALS = { from: 16_500, to: 60_500 };
/** … and what Excel makes of 89% and of 85:5, up to a hundred hours. */
const SMALL_NUMBERS = { above: 0, to: 100 / 24 };

/** {@link readWorkbook} of the workbook that is open. */
export function readOpenWorkbook(own: OwnResults): Promise<ReadWorkbook> {
  return Excel.run((context) => readWorkbook(context, own));
}

/**
 * Reads every sheet's used block. A cell without a formula is its own value, so that what is read of every cell is the
 * formula; values are asked for only where somebody else's formula stands, number formats only where a number may be a
 * date, a time or a percentage. At most five syncs.
 */
export async function readWorkbook(context: Excel.RequestContext, own: OwnResults): Promise<ReadWorkbook> {
  const { workbook } = context;
  // Office.js has no property for the date system: the first day of the 1904 system is day 0 there, day 1462 elsewhere.
  const firstDay = workbook.functions.date(1904, 1, 1);
  firstDay.load('value');
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/protection/protected');
  workbook.names.load('items/name,items/formula');
  await context.sync();

  const used = sheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    const visible = range.getSpecialCellsOrNullObject('Visible');
    visible.load('address');
    const { conditionalFormats: formats } = sheet.getRange();
    formats.load('items/type');
    const shapes = sheet.shapes.getCount();
    return { sheet, range, visible, shapes, formats };
  });
  await context.sync();

  const found = used.map(({ sheet, range, visible, shapes, formats }) => ({
    sheet,
    area: range.isNullObject
      ? { row: 0, column: 0, rows: 0, columns: 0 }
      : { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    visible: range.isNullObject || visible.isNullObject ? [] : parseAreas(visible.address),
    shapes: shapes.value,
    colours: colouring(formats.items),
  }));
  const isLarge = ({ area }: UsedSheet) => area.rows * area.columns > MOST_CELLS_OF_SHEET;
  const readable = found.filter((each) => !isLarge(each));
  const merged = readable.map(({ sheet, area }) => askMergedAreas(sheet, area));
  const formulas = await readFormulas(context, readable);
  const details = await readDetails(context, readable, formulas, own);
  return {
    snapshot: {
      date1904: firstDay.value === 0,
      sheets: readable.map(({ sheet, area, visible, shapes, colours }, i): SheetSnapshot => ({
        name: sheet.name,
        visibility: visibilityOf(sheet.visibility),
        protected: sheet.protection.protected,
        area,
        formulas: formulas[i] ?? [],
        values: details[i]?.values ?? [],
        numberFormats: details[i]?.numberFormats ?? [],
        merged: merged[i]?.() ?? [],
        shapes,
        coloured: colours.some((rule) => rule === null || markedSeverity(rule.formula) === null),
        ...hidden(area, visible),
      })),
    },
    names: new Map(workbook.names.items.map(({ name, formula }) => [name, String(formula)])),
    unread: found.filter(isLarge).map(({ sheet }) => sheet.name),
  };
}

/** Conditional formats whose colour tells something, and are not plain pictures of a number. */
const COLOURING: readonly string[] = [
  'Custom',
  'CellValue',
  'ContainsText',
  'TopBottom',
  'PresetCriteria',
  'ColorScale',
];

/** The rules of such formats, loading where they may be the program's own marks; null for the other kinds. */
function colouring(formats: readonly Excel.ConditionalFormat[]): (Excel.ConditionalFormatRule | null)[] {
  return formats
    .filter(({ type }) => COLOURING.includes(type))
    .map((format) => {
      if (format.type !== 'Custom') return null;
      const { rule } = format.custom;
      rule.load('formula');
      return rule;
    });
}

interface UsedSheet {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** The formulas of every sheet, rows × columns, in pieces of whole rows: as many pieces a sync as an answer can carry. */
async function readFormulas(context: Excel.RequestContext, sheets: readonly UsedSheet[]): Promise<SnapshotValue[][][]> {
  const total = sheets.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  const perAnswer = Math.max(CELLS_OF_ANSWER, Math.ceil(total / MOST_ANSWERS));
  const pieces: Excel.Range[][] = [];
  let room = perAnswer;
  for (const { sheet, area } of sheets) {
    const ofSheet: Excel.Range[] = [];
    for (let row = 0; row < area.rows;) {
      if (room < area.columns) {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one sync an answer of bounded size, two at most
        await context.sync();
        room = perAnswer;
      }
      const rows = Math.min(area.rows - row, Math.max(1, Math.floor(room / area.columns)));
      const piece = sheet.getRangeByIndexes(area.row + row, area.column, rows, area.columns);
      piece.load('formulas');
      ofSheet.push(piece);
      row += rows;
      room -= rows * area.columns;
    }
    pieces.push(ofSheet);
  }
  await context.sync();
  return pieces.map((ofSheet) => ofSheet.flatMap((piece) => matrixOf(piece.formulas)));
}

/** Values and number formats, rows × columns, taken from the formulas as far as they say them. One sync at most. */
async function readDetails(
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
  formulas: readonly (readonly (readonly SnapshotValue[])[])[],
  { isOwn, ownFrom }: OwnResults,
) {
  const isForeign = (cell: SnapshotValue): boolean => isFormula(cell) && !isOwn(cell);
  const details = sheets.map(({ sheet, area }, i) => {
    const cells = formulas[i] ?? [];
    const calculated = runs(cells.slice(0, ownFrom(cells)), isForeign).map((run) => ({
      run,
      range: piece(sheet, area, run),
    }));
    for (const { range } of calculated) range.load('values,numberFormat');
    const dated = runs(cells, needsFormat).map((run) => ({ run, range: piece(sheet, area, run) }));
    for (const { range } of dated) range.load('numberFormat');
    return { cells, calculated, dated };
  });
  if (details.some(({ calculated, dated }) => calculated.length + dated.length > 0)) await context.sync();
  return details.map(({ cells, calculated, dated }) => {
    const values = cells.map((line) => line.map((cell) => (isFormula(cell) ? '' : cell)));
    const numberFormats = cells.map((line) => line.map(() => 'General'));
    for (const { run, range } of calculated) put(values, run, matrixOf(range.values));
    for (const { run, range } of [...calculated, ...dated])
      put(
        numberFormats,
        run,
        matrixOf(range.numberFormat).map((line) => line.map(String)),
      );
    return { values, numberFormats };
  });
}

/** Cells below each other in one column of a block; all counted from the block's first cell. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** The cells of a block that are wanted, as runs down its columns. */
function runs(cells: readonly (readonly SnapshotValue[])[], wanted: (cell: SnapshotValue) => boolean): Run[] {
  const found: Run[] = [];
  for (let column = 0; column < (cells[0]?.length ?? 0); column++) {
    for (let row = 0; row < cells.length; row++) {
      const first = row;
      while (row < cells.length && wanted(cells[row]?.[column] ?? '')) row++;
      if (row > first) found.push({ row: first, column, rows: row - first });
    }
  }
  return found;
}

function piece(sheet: Excel.Worksheet, area: Area, { row, column, rows }: Run): Excel.Range {
  return sheet.getRangeByIndexes(area.row + row, area.column + column, rows, 1);
}

function put<T>(into: T[][], { row, column }: Run, column1: readonly (readonly T[])[]): void {
  column1.forEach(([cell], i) => {
    const line = into[row + i];
    if (line !== undefined && cell !== undefined) line[column] = cell;
  });
}

function needsFormat(cell: SnapshotValue): boolean {
  if (typeof cell !== 'number') return false;
  const isSmall = cell > SMALL_NUMBERS.above && cell <= SMALL_NUMBERS.to;
  return isSmall || (cell >= DATE_SERIALS.from && cell <= DATE_SERIALS.to);
}

/** Excel.Range declares its matrices as any[][]; a cell is a string, a number or a boolean. */
export function matrixOf(matrix: unknown): SnapshotValue[][] {
  if (!Array.isArray(matrix)) return [];
  return matrix.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : []));
}

export function cellOf(cell: unknown): SnapshotValue {
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : '';
}

function visibilityOf(visibility: string): SheetSnapshot['visibility'] {
  return visibility === 'Hidden' || visibility === 'VeryHidden' ? visibility : 'Visible';
}

/** Rows and columns of the area that no visible cell lies in. */
function hidden(area: Area, visible: readonly Area[]): Pick<SheetSnapshot, 'hiddenRows' | 'hiddenColumns'> {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const part of visible) {
    for (let i = 0; i < part.rows; i++) rows.add(part.row + i);
    for (let i = 0; i < part.columns; i++) columns.add(part.column + i);
  }
  const missing = (from: number, count: number, seen: ReadonlySet<number>) =>
    Array.from({ length: count }, (_, i) => from + i).filter((index) => !seen.has(index));
  return {
    hiddenRows: missing(area.row, area.rows, rows),
    hiddenColumns: missing(area.column, area.columns, columns),
  };
}
