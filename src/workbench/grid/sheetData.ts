/** Sheets of the workbook as the grid takes them. */
import {
  BooleanNumber,
  CellValueType,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type IColumnData,
  type IFreeze,
  type IRange,
  type IRowData,
  type IStyleData,
  type IWorksheetData,
} from '@univerjs/core';
import { colorOf } from '../../host/objects/cells/color';
import type { Cell, CellStyle } from '../../host/workbook/model/data';
import type { SheetModel, WorkbookModel } from '../../host/workbook/model/workbook';
import { columnPoints } from '../../host/workbook/values/size';
import { conditionalStyle, fontOf, gridStyle, richDocument } from './look';

export const PIXELS_PER_POINT = 4 / 3;
/** The grid reaches so far beyond what is filled, and at least so far. */
const SPARE = { rows: 100, columns: 12 };
const LEAST = { rows: 200, columns: 26 };

/** Everything of a sheet but its cells and its name. */
export interface Frame {
  readonly rows: Readonly<Record<number, IRowData>>;
  readonly columns: Readonly<Record<number, IColumnData>>;
  readonly merges: readonly IRange[];
  readonly freeze: IFreeze;
  readonly gridlines: BooleanNumber;
}

/** Rows and columns that have a size or a format of their own or are hidden, merged areas, frozen panes. */
export function frameOf(sheet: SheetModel): Frame {
  const { data } = sheet;
  const rows: Record<number, IRowData> = {};
  const heights = [...(data.rowDefs?.keys() ?? []), ...sheet.extras.automaticHeights.keys()];
  for (const row of new Set([...heights, ...sheet.extras.rowStyles.keys()])) {
    const style = sheet.extras.rowStyles.get(row);
    rows[row] = {
      h: sheet.rowHeight(row) * PIXELS_PER_POINT,
      ia: BooleanNumber.FALSE,
      hd: flag(sheet.rowHidden(row)),
      ...(style && { s: gridStyle(style, sheet.workbook) }),
    };
  }
  const columns: Record<number, IColumnData> = {};
  (data.columns ?? []).forEach(({ style, hidden }, column) => {
    columns[column] = {
      w: columnPixels(sheet.columnWidth(column)),
      hd: flag(hidden === true),
      ...(style && { s: gridStyle(style, sheet.workbook) }),
    };
  });
  return {
    rows,
    columns,
    merges: (data.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    })),
    freeze: freezeOf(data.freezePane?.rows ?? 0, data.freezePane?.columns ?? 0),
    gridlines: flag(data.view?.showGridLines !== false),
  };
}

/** The sheet without its cells, which are shown when the sheet is. */
export function emptyGrid(sheet: SheetModel): IWorksheetData {
  const used = sheet.usedArea(false);
  const { rows, columns, merges, freeze, gridlines } = frameOf(sheet);
  const { defaultFont } = sheet.workbook.data;
  return mergeWorksheetSnapshotWithDefault({
    id: sheet.id,
    name: sheet.name,
    hidden: flag(isHidden(sheet)),
    tabColor: tabColor(sheet),
    rowCount: Math.max(LEAST.rows, (used ? used.row + used.rows : 0) + SPARE.rows),
    columnCount: Math.max(LEAST.columns, (used ? used.column + used.columns : 0) + SPARE.columns),
    defaultRowHeight: sheet.extras.defaultRowHeight * PIXELS_PER_POINT,
    defaultColumnWidth: columnPixels(sheet.extras.defaultColumnWidth),
    ...(defaultFont && { defaultStyle: fontOf(defaultFont, sheet.workbook) }),
    rowData: { ...rows },
    columnData: { ...columns },
    mergeData: [...merges],
    freeze,
    showGridlines: gridlines,
  });
}

export function isHidden({ data }: SheetModel): boolean {
  return data.hidden === true || data.veryHidden === true;
}

export function tabColor({ data, workbook }: SheetModel): string {
  return data.view?.tabColor ? colorOf(data.view.tabColor, workbook) : '';
}

/** The grid's word for yes and no. */
export function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function columnPixels(characters: number): number {
  return columnPoints(characters) * PIXELS_PER_POINT;
}

function freezeOf(rows: number, columns: number): IFreeze {
  return {
    ySplit: rows,
    xSplit: columns,
    // The grid's word for “nothing is frozen this way”.
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  };
}

/** Makes the grid's styles, one for each of the workbook's. */
export class GridStyles {
  private readonly known = new WeakMap<CellStyle, IStyleData>();

  constructor(readonly workbook: WorkbookModel) {}

  of(style: CellStyle): IStyleData {
    const known = this.known.get(style) ?? gridStyle(style, this.workbook);
    this.known.set(style, known);
    return known;
  }

  /** A cell's own style with that of its conditional formats over it. */
  under(style: CellStyle | undefined, conditional: CellStyle): IStyleData {
    const own = style ? this.of(style) : {};
    const over = conditionalStyle(conditional, this.workbook);
    return { ...own, ...over, ...(own.bd && over.bd && { bd: { ...own.bd, ...over.bd } }) };
  }
}

/** A cell with the value that it has now; the grid calculates nothing. */
export function gridCell(
  { value, formula, style, richText }: Pick<Cell, 'value' | 'formula' | 'style' | 'richText'>,
  { conditional, fontSize }: { readonly conditional: CellStyle | undefined; readonly fontSize: number | undefined },
  styles: GridStyles,
): ICellData {
  const shown = conditional ? styles.under(style, conditional) : style && styles.of(style);
  return {
    ...valueOf(value),
    ...(formula !== undefined && { f: `=${formula}` }),
    ...(formula === undefined && richText && { p: richDocument(richText, styles.workbook) }),
    ...(shown && { s: fontSize === undefined ? shown : { ...shown, fs: fontSize } }),
  };
}

function valueOf(value: Cell['value']): ICellData {
  if (value === null || value === '' || value instanceof Date) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}
