/** Tables as their cells move and change: their areas, the names of their columns, the numbers by which they are known. */
import { contains, formatA1, intersection, parseA1, type Area } from '../values/address';
import type { NamedTable } from '../values/structured';
import { shiftArea, type Change } from '../values/shift';
import type { Table, TableColumn, WorkbookData } from './data';
import type { SheetContent } from './sheet';

/** The parts of a table; `body` always has a row, `header` and `totals` only where they show. */
export interface TableAreas {
  readonly whole: Area;
  readonly header: Area | undefined;
  readonly body: Area;
  readonly totals: Area | undefined;
}

export function tableAreas({ range, showHeaderRow, showTotalRow }: Table): TableAreas {
  const whole = parseA1(range) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const header = showHeaderRow === false ? undefined : { ...whole, rows: 1 };
  const totals = showTotalRow ? { ...whole, row: whole.row + whole.rows - 1, rows: 1 } : undefined;
  const above = header ? 1 : 0;
  const rows = Math.max(1, whole.rows - above - (totals ? 1 : 0));
  return { whole, header, body: { ...whole, row: whole.row + above, rows }, totals };
}

/** The table as formulas see it. */
export function namedTable(table: Table): NamedTable {
  return { name: table.name, columns: table.columns.map(({ name }) => name), ...tableAreas(table) };
}

/** What formulas may know of each table of the workbook besides its place, by its name in small letters. */
export function shapesOfTables({ sheets }: WorkbookData): ReadonlyMap<string, string> {
  const tables = sheets.flatMap((sheet) => sheet.tables ?? []).map(namedTable);
  return new Map(
    tables.map(({ name, columns, whole, header, totals }) => [
      name.toLowerCase(),
      JSON.stringify([columns, whole?.rows, whole?.columns, header !== undefined, totals !== undefined]),
    ]),
  );
}

/** The tables of a sheet that have cells in the area. */
export function tablesIn({ data }: SheetContent, area: Area): Table[] {
  return (data.tables ?? []).filter((table) => intersection(tableAreas(table).whole, area) !== undefined);
}

/** A number that no table of the workbook has. */
export function nextTableId({ sheets }: WorkbookData): number {
  return Math.max(0, ...sheets.flatMap(({ tables }) => (tables ?? []).map(({ id }) => id))) + 1;
}

/** The first `列N` that none of the columns is called, as Excel in Chinese names them. */
function freeColumnName(columns: readonly { readonly name: string }[]): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`列${number}`)) number++;
  return `列${number}`;
}

/** A column with a number and a name that the others do not have. */
export function newColumn(columns: readonly TableColumn[]): TableColumn {
  return { id: Math.max(0, ...columns.map(({ id }) => id)) + 1, name: freeColumnName(columns) };
}

/** Replaces a table of the sheet by what it is now. */
export function putTable({ data }: SheetContent, table: Table): void {
  data.tables = (data.tables ?? []).map((one) => (one.id === table.id ? table : one));
}

/** The tables after cells were inserted or deleted: columns come and go with the cells in them. */
export function moveTables(sheet: SheetContent, change: Change): void {
  if (!sheet.data.tables) return;
  const before = sheet.data.tables;
  sheet.data.tables = before.flatMap((table) => moveTable(table, change));
  for (const table of sheet.data.tables) {
    const old = before.find(({ id }) => id === table.id);
    if (old && table.columns.length > old.columns.length) writeHeaders(sheet, table);
  }
}

function moveTable(table: Table, change: Change): Table[] {
  const old = tableAreas(table).whole;
  const area = shiftArea(change, old);
  if (!area) return [];
  const moved = { ...table, range: formatA1(area) };
  if (change.axis === 'row' || area.columns === old.columns) return [moved];
  const columns = [...table.columns];
  const at = Math.max(0, change.at - old.column);
  if (change.kind === 'delete') columns.splice(at, old.columns - area.columns);
  else for (let index = 0; index < change.count; index++) columns.splice(at + index, 0, newColumn(columns));
  const place = (index: number): number => columns.findIndex(({ id }) => id === table.columns[index]?.id);
  const filter = table.filter?.flatMap((column) => {
    const colIndex = place(column.colIndex);
    return colIndex < 0 ? [] : [{ ...column, colIndex }];
  });
  const keys = table.sort?.keys.flatMap((key) => {
    const column = place(key.column);
    return column < 0 ? [] : [{ ...key, column }];
  });
  return [
    {
      ...moved,
      columns,
      ...(filter && { filter }),
      ...(table.sort && keys && { sort: { ...table.sort, keys } }),
    },
  ];
}

/** Writes the names of the columns into the cells of the header. */
export function writeHeaders(sheet: SheetContent, table: Table): void {
  const { header } = tableAreas(table);
  if (!header) return;
  table.columns.forEach(({ name }, index) => sheet.setValue(header.row, header.column + index, name));
}

/**
 * Takes over what was written into headers and bodies: the names of columns are the texts of their header cells, never
 * empty and each once, as in Excel.
 */
export function followCells(sheet: SheetContent, area: Area): void {
  for (const table of sheet.data.tables ?? []) {
    const { header, body } = tableAreas(table);
    if (header && intersection(header, area)) {
      const columns: TableColumn[] = [];
      for (const [index, column] of table.columns.entries()) {
        const text = sheet.text(header.row, header.column + index);
        columns.push({ ...column, name: freeName(text === '' ? freeColumnName(columns) : text, columns) });
      }
      putTable(sheet, { ...table, columns });
      writeHeaders(sheet, { ...table, columns });
    }
    if (table.insertRow && intersection(body, area) && !isBlank(sheet, body)) {
      const { insertRow: _filled, ...rest } = table;
      putTable(sheet, rest);
    }
  }
}

function freeName(name: string, columns: readonly TableColumn[]): string {
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}${number}`;
  return free;
}

/** Whether no cell of the area has a content. */
export function isBlank(sheet: SheetContent, area: Area): boolean {
  for (const [, cell] of sheet.cellsIn(area)) if (cell.formula !== undefined || (cell.value ?? '') !== '') return false;
  return true;
}

/** Whether cells cannot be inserted or deleted here: a part of a table would move, another part stay. */
export function tearsTable(sheet: SheetContent, area: Area, axis: 'row' | 'column'): boolean {
  return (sheet.data.tables ?? []).some((table) => {
    const { whole } = tableAreas(table);
    const [low, size, from, count, end] =
      axis === 'row'
        ? [whole.column, whole.columns, area.column, area.columns, whole.row + whole.rows > area.row]
        : [whole.row, whole.rows, area.row, area.rows, whole.column + whole.columns > area.column];
    const crosses = low < from + count && low + size > from && (low < from || low + size > from + count);
    return end && crosses && !contains(area, whole);
  });
}
