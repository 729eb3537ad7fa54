import { areaBetween, cellKey, isWholeColumns, isWholeRows, parseCellKey, type Area } from '../values/address';
import { readInput } from '../values/input';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../values/size';
import { displayText } from '../values/text';
import { NO_STYLE, type Cell, type CellStyle, type Sheet, type SheetExtras } from './data';

/** As typed through Office.js `values` or `formulas`. */
export type CellInput = string | number | boolean;
/** A cell's value: '' when empty, an error as its text such as `#REF!`, a date as its serial number. */
export type CellValue = string | number | boolean;

/** What a sheet asks of the workbook that it is in, and tells it. */
interface Owner {
  readonly date1904: boolean;
  cellChanged(sheet: SheetContent, key: string): void;
}

/** What is on one worksheet. Rows and columns are counted from 0. */
export class SheetContent {
  constructor(
    private readonly owner: Owner,
    readonly data: Sheet,
    readonly extras: SheetExtras = newExtras(),
  ) {}

  get name(): string {
    return this.data.name;
  }

  get cells(): Map<string, Cell> {
    return this.data.cells;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** The cached or typed value; after writes, let the workbook calculate first. */
  value(row: number, column: number): CellValue {
    return cellValue(this.cell(row, column));
  }

  /** The formula with its `=`, or the value again. */
  formula(row: number, column: number): CellInput {
    const cell = this.cell(row, column);
    return cell?.formula === undefined ? cellValue(cell) : `=${cell.formula}`;
  }

  /** The value through its number format, as a person sees it in a wide enough column. */
  text(row: number, column: number): string {
    const format = this.style(row, column).numFmt;
    return displayText(this.value(row, column), format, this.owner.date1904);
  }

  /**
   * Writes as a person types: `=…` is a formula, a leading `'` makes text, `85` is a number unless the cell's format is
   * text (`@`), `2020-7-1` is a date (format `yyyy/m/d` where the cell had none), `TRUE` a boolean, '' empties the cell
   * and keeps its format.
   */
  input(row: number, column: number, input: CellInput): void {
    const style = this.style(row, column);
    const typed = readInput(input, style.numFmt, this.owner.date1904);
    if (typed.formula !== undefined) this.write(row, column, { value: null, type: 'formula', formula: typed.formula });
    else this.write(row, column, typed.value === '' ? { value: null, type: 'empty' } : contentOf(typed.value));
    if (typed.format !== undefined) {
      this.setStyle(row, column, { ...style, numFmt: typed.format });
    }
  }

  /** Writes a plain value that is not to be read as typing: text stays text. */
  setValue(row: number, column: number, value: CellValue): void {
    this.write(row, column, value === '' ? { value: null, type: 'empty' } : contentOf(value));
  }

  /** Replaces a cell's content; its format, note and hyperlink stay. */
  write(row: number, column: number, content: CellContent): void {
    const key = cellKey(row, column);
    const old = this.cells.get(key);
    if (content.type !== 'formula' && old?.formula === undefined && (old?.value ?? null) === content.value) {
      if (!old?.richText) return;
    }
    // The same formula again asks for nothing new.
    if (content.formula !== undefined && content.formula === old?.formula && old.formulaType !== 'array') return;
    const style = old ? old.style : this.inheritedStyle(row, column);
    const kept: Partial<Cell> = {
      ...(style && { style }),
      ...(old?.hyperlink && { hyperlink: old.hyperlink }),
      ...(old?.comment && { comment: old.comment }),
    };
    if (content.type === 'empty' && Object.keys(kept).length === 0) this.cells.delete(key);
    else this.cells.set(key, { ...content, ...kept });
    this.owner.cellChanged(this, key);
  }

  /** Puts a whole cell, format and all; a cell without anything in it is taken away. */
  place(key: string, cell: Cell): void {
    const old = this.cells.get(key);
    const empty = cell.value === null && cell.formula === undefined && !cell.style && !cell.comment && !cell.hyperlink;
    if (empty) this.cells.delete(key);
    else this.cells.set(key, cell);
    const same =
      old?.formula === cell.formula && (cell.formula === undefined ? (old?.value ?? null) === cell.value : cell.known);
    if (!same) this.owner.cellChanged(this, key);
  }

  /** The cell's own format, else its row's, else its column's; an empty object is the workbook's default. */
  style(row: number, column: number): CellStyle {
    const cell = this.cell(row, column);
    return cell ? (cell.style ?? NO_STYLE) : (this.inheritedStyle(row, column) ?? NO_STYLE);
  }

  private inheritedStyle(row: number, column: number): CellStyle | undefined {
    return this.extras.rowStyles.get(row) ?? this.data.columns?.[column]?.style;
  }

  /** Gives one cell a format; an empty cell comes to exist for it. */
  setStyle(row: number, column: number, style: CellStyle): void {
    const key = cellKey(row, column);
    const cell = this.cells.get(key) ?? { value: null, type: 'empty' };
    this.cells.set(key, { ...cell, style });
  }

  /** Changes the format of every cell of the area; whole rows and columns keep it for cells to come. */
  patchStyle(area: Area, patch: (style: CellStyle) => CellStyle): void {
    // Cells that share a format share the changed one too, so that a column of formats stays one object.
    const changed = new Map<CellStyle, CellStyle>();
    const patched = (style: CellStyle): CellStyle => {
      const known = changed.get(style);
      if (known) return known;
      const result = patch(style);
      changed.set(style, result);
      return result;
    };
    if (isWholeColumns(area) || isWholeRows(area)) this.patchWhole(area, patched);
    else
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          this.setStyle(row, column, patched(this.style(row, column)));
  }

  private patchWhole(area: Area, patched: (style: CellStyle) => CellStyle): void {
    for (const [key] of this.cellsIn(area)) {
      const { row, column } = parseCellKey(key);
      this.setStyle(row, column, patched(this.style(row, column)));
    }
    if (isWholeColumns(area)) {
      const columns = (this.data.columns ??= []);
      for (let column = area.column; column < area.column + area.columns; column++) {
        while (columns.length <= column) columns.push({});
        const old = columns[column] ?? {};
        columns[column] = { ...old, style: patched(old.style ?? NO_STYLE) };
        for (const [row, style] of this.extras.rowStyles) {
          if (!this.cell(row, column)) this.setStyle(row, column, patched(style));
        }
      }
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++) {
      (this.data.columns ?? []).forEach((definition, column) => {
        if (definition.style && !this.cell(row, column)) this.setStyle(row, column, patched(definition.style));
      });
      this.extras.rowStyles.set(row, patched(this.extras.rowStyles.get(row) ?? NO_STYLE));
    }
  }

  /** The cells that exist in the area; walks the smaller of the area and the sheet's cells. */
  *cellsIn(area: Area): Generator<[key: string, cell: Cell]> {
    if (area.rows * area.columns <= this.cells.size) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const cell = this.cell(row, column);
          if (cell) yield [cellKey(row, column), cell];
        }
      }
      return;
    }
    for (const [key, cell] of [...this.cells]) {
      const { row, column } = parseCellKey(key);
      if (row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns)
        yield [key, cell];
    }
  }

  /** The smallest rectangle that holds every value, or, unless `valuesOnly`, every formatted cell too. */
  usedArea(valuesOnly: boolean): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [key, cell] of this.cells) {
      const used = cell.formula !== undefined || (cell.value !== null && cell.value !== '');
      if (!used && (valuesOnly || !cell.style)) continue;
      const { row, column } = parseCellKey(key);
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    return bottom < 0 ? undefined : areaBetween(top, left, bottom, right);
  }

  /** The merged area that this cell belongs to. */
  mergeAt(row: number, column: number): Area | undefined {
    const merge = this.data.merges?.find(
      (m) => row >= m.startRow && row <= m.endRow && column >= m.startCol && column <= m.endCol,
    );
    return merge && areaBetween(merge.startRow, merge.startCol, merge.endRow, merge.endCol);
  }

  /** Merges the area; as in Excel only the first value in reading order remains, in the corner cell. */
  merge(area: Area): void {
    this.unmerge(area);
    if (area.rows === 1 && area.columns === 1) return;
    (this.data.merges ??= []).push({
      startRow: area.row,
      startCol: area.column,
      endRow: area.row + area.rows - 1,
      endCol: area.column + area.columns - 1,
    });
    const filled = [...this.cellsIn(area)]
      .filter(([, cell]) => cell.formula !== undefined || cell.value !== null)
      .map(([key, cell]) => ({ ...parseCellKey(key), cell }))
      .sort((a, b) => a.row - b.row || a.column - b.column);
    const first = filled[0];
    if (!first) return;
    if (first.row !== area.row || first.column !== area.column)
      this.write(area.row, area.column, contentFrom(first.cell));
    for (const { row, column } of filled) {
      if (row !== area.row || column !== area.column) this.write(row, column, { value: null, type: 'empty' });
    }
  }

  /** Takes apart every merged area that touches this one. */
  unmerge(area: Area): void {
    if (!this.data.merges) return;
    const rowAfter = area.row + area.rows;
    const columnAfter = area.column + area.columns;
    this.data.merges = this.data.merges.filter(
      (m) => m.startRow >= rowAfter || m.endRow < area.row || m.startCol >= columnAfter || m.endCol < area.column,
    );
  }

  rowHidden(row: number): boolean {
    return this.data.rowDefs?.get(row)?.hidden === true;
  }

  columnHidden(column: number): boolean {
    return this.data.columns?.[column]?.hidden === true;
  }

  /** Points; a hidden row keeps the height that it has when shown. */
  rowHeight(row: number): number {
    return this.data.rowDefs?.get(row)?.height ?? this.extras.automaticHeights.get(row) ?? this.extras.defaultRowHeight;
  }

  /** Characters of the workbook's default font; see size.ts for points. */
  columnWidth(column: number): number {
    return this.data.columns?.[column]?.width ?? this.extras.defaultColumnWidth;
  }
}

function newExtras(): SheetExtras {
  return {
    rowStyles: new Map(),
    automaticHeights: new Map(),
    rowAttributes: new Map(),
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    sheetFormat: {},
    protectionHash: undefined,
    changes: [],
    kept: undefined,
  };
}

/** What a write puts into a cell; formulas are without their `=`. */
export interface CellContent {
  value: CellValue | null;
  type: Cell['type'];
  formula?: string;
}

const ERROR_TEXT =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|EXTERNAL!|PYTHON!)$/;

/** Whether a text is one of Excel's error values. */
export function isErrorText(text: string): boolean {
  return ERROR_TEXT.test(text);
}

/** A plain value as the content of a cell. */
function contentOf(value: CellValue): CellContent {
  if (typeof value === 'number') return { value, type: 'number' };
  if (typeof value === 'boolean') return { value, type: 'boolean' };
  return { value, type: isErrorText(value) ? 'error' : 'string' };
}

/** The content of an existing cell, its formula included. */
export function contentFrom(cell: Cell): CellContent {
  if (cell.formula !== undefined) return { value: null, type: 'formula', formula: cell.formula };
  const value = cellValue(cell);
  return value === '' ? { value: null, type: 'empty' } : contentOf(value);
}

function cellValue(cell: Cell | undefined): CellValue {
  const value = cell?.value ?? '';
  return value instanceof Date ? '' : value;
}
