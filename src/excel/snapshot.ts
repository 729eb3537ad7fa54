import type { Area, SheetSnapshot, WorkbookSnapshot } from '../forms/snapshot';
import { parseAreas } from './address';

/** A workbook as it was read, with what a plan has to know besides the cells. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** Names of the workbook's named ranges, and where each points ('=考核设置!$B$5:$H$5'). */
  readonly names: ReadonlyMap<string, string>;
  /** Sheets too large to be anybody's appraisal, left unread. */
  readonly unread: readonly string[];
}

/** Cells a single sheet may have to be read. 20,000 rows of 15 columns are far beyond any bureau. */
const MOST_CELLS_OF_SHEET = 300_000;
/** Cells an answer may carry: Excel on the web allows 5 MB, and a cell with its formula takes some 40 bytes. */
const CELLS_OF_ANSWER = 100_000;
/** However large the workbook, reading its cells takes at most so many round trips. */
const MOST_ANSWERS = 3;

/**
 * Reads every sheet's used block: values, formulas, number formats, merged areas, hidden rows and columns.
 * Two syncs and one more for each 100,000 cells, at most five.
 */
export async function readWorkbook(context: Excel.RequestContext): Promise<ReadWorkbook> {
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
    const merged = range.getMergedAreasOrNullObject();
    merged.load('address');
    const visible = range.getSpecialCellsOrNullObject('Visible');
    visible.load('address');
    return { sheet, range, merged, visible };
  });
  await context.sync();

  const read = used.map(({ sheet, range, merged, visible }) => {
    const area: Area = range.isNullObject
      ? { row: 0, column: 0, rows: 0, columns: 0 }
      : { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
    return {
      sheet,
      area,
      skipped: area.rows * area.columns > MOST_CELLS_OF_SHEET,
      merged: range.isNullObject || merged.isNullObject ? [] : parseAreas(merged.address),
      visible: range.isNullObject || visible.isNullObject ? [] : parseAreas(visible.address),
    };
  });
  const blocks = await readBlocks(
    context,
    read.filter(({ skipped }) => !skipped),
  );
  return {
    snapshot: {
      date1904: firstDay.value === 0,
      sheets: read
        .filter(({ skipped }) => !skipped)
        .map(({ sheet, area, merged, visible }): SheetSnapshot => {
          const parts = blocks.get(sheet.name) ?? [];
          return {
            name: sheet.name,
            visibility: visibilityOf(sheet.visibility),
            protected: sheet.protection.protected,
            area,
            values: parts.flatMap(({ values }) => rowsOf(values)),
            formulas: parts.flatMap(({ formulas }) => rowsOf(formulas)),
            numberFormats: parts.flatMap(({ numberFormat }) => rowsOf(numberFormat).map((row) => row.map(String))),
            merged,
            ...hidden(area, visible),
          };
        }),
    },
    names: new Map(workbook.names.items.map(({ name, formula }) => [name, String(formula)])),
    unread: read.filter(({ skipped }) => skipped).map(({ sheet }) => sheet.name),
  };
}

/** The cells of every sheet in pieces of whole rows, as many pieces a sync as an answer can carry. */
async function readBlocks(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly area: Area }[],
): Promise<Map<string, Excel.Range[]>> {
  const total = sheets.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  const perAnswer = Math.max(CELLS_OF_ANSWER, Math.ceil(total / MOST_ANSWERS));
  const blocks = new Map<string, Excel.Range[]>();
  let room = perAnswer;
  for (const { sheet, area } of sheets) {
    const parts: Excel.Range[] = [];
    for (let row = 0; row < area.rows;) {
      const rows = Math.min(area.rows - row, Math.max(1, Math.floor(room / area.columns)));
      const part = sheet.getRangeByIndexes(area.row + row, area.column, rows, area.columns);
      part.load('values,formulas,numberFormat');
      parts.push(part);
      row += rows;
      room -= rows * area.columns;
      if (room < area.columns) {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one sync an answer of bounded size, three at most
        await context.sync();
        room = perAnswer;
      }
    }
    blocks.set(sheet.name, parts);
  }
  await context.sync();
  return blocks;
}

/** Excel.Range declares its matrices as any[][]; a cell is a string, a number or a boolean. */
function rowsOf(matrix: unknown): (string | number | boolean)[][] {
  if (!Array.isArray(matrix)) return [];
  return matrix.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : []));
}

function cellOf(cell: unknown): string | number | boolean {
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
  return { hiddenRows: missing(area.row, area.rows, rows), hiddenColumns: missing(area.column, area.columns, columns) };
}
