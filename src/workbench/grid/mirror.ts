import {
  UniverInstanceType,
  type ICellData,
  type IMutation,
  type IRange,
  type IWorksheetData,
  type Workbook,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SelectRangeCommand,
  SetColDataMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetActiveOperation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { EmbeddedHost } from '../../host/bridge';
import { conditionalLooks, type ConditionalLook } from '../../host/objects/rules/conditionalLooks';
import { notesOf } from '../../host/objects/sheet/notes';
import { cellKey, parseCellKey, type Area } from '../../host/workbook/values/address';
import type { Cell, CellStyle } from '../../host/workbook/model/data';
import type { SheetModel } from '../../host/workbook/model/workbook';
import { decorate, undecorate } from './decorations';
import { fittingSize } from './fit';
import { emptyGrid, flag, frameOf, gridCell, GridStyles, isHidden, tabColor, type Frame } from './sheetData';
import type { GridEngine } from './univer';

/** What the grid shows of a cell. */
interface ShownCell {
  readonly value: Cell['value'];
  readonly formula: string | undefined;
  readonly style: CellStyle | undefined;
  readonly richText: Cell['richText'];
  /** What conditional formats say, in one text to compare. */
  readonly look: string;
  readonly isNoted: boolean;
  /** The size of a text that shrinks to fit its cell. */
  readonly fontSize: number | undefined;
}

/** What the grid shows of a sheet; its cells only once the sheet itself was shown. */
interface ShownSheet {
  name: string;
  hidden: boolean;
  color: string;
  rowCount: number;
  columnCount: number;
  frame: Frame;
  readonly cells: Map<string, ShownCell>;
}

type Matrix = Record<number, Record<number, ICellData | null>>;

let units = 0;

/**
 * The host's workbook in the grid. The workbook is the truth: {@link refresh} changes in the grid what differs, so that
 * scroll and selection stay. Only the sheet that is shown is kept up to date, the others when they are.
 */
export class Mirror {
  readonly unitId = `workbook-${++units}`;
  private readonly shown = new Map<string, ShownSheet>();
  private readonly styles: GridStyles;
  private waiting: Promise<void> | undefined;
  private depth = 0;

  constructor(
    private readonly engine: GridEngine,
    private readonly host: EmbeddedHost,
  ) {
    this.styles = new GridStyles(host.workbook);
  }

  /** Whether the grid is being changed by the mirror now, not by a person. */
  get isWriting(): boolean {
    return this.depth > 0;
  }

  /** Puts the workbook into the grid and shows its active sheet. */
  async open(): Promise<void> {
    const { workbook, fileName } = this.host;
    const sheets = workbook.sheets.map((sheet) => this.added(sheet));
    this.write(() => {
      this.engine.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
        id: this.unitId,
        name: fileName,
        sheetOrder: workbook.sheets.map(({ id }) => id),
        sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      });
      this.activate(workbook.activeSheet);
    });
    await this.engine.rendered();
    await this.refresh();
  }

  close(): void {
    for (const id of this.shown.keys()) undecorate(id);
    this.write(() => this.engine.units.disposeUnit(this.unitId));
  }

  /** Shows what the workbook holds now; calls that come while one waits are served by that one. */
  refresh(): Promise<void> {
    this.waiting ??= this.host.between(async () => {
      this.waiting = undefined;
      const sheet = this.host.workbook.activeSheet;
      const used = sheet.usedArea(false);
      if (used) await this.host.workbook.calculate([{ sheet, area: used }]);
      const { rowCount, columnCount } = emptyGrid(sheet);
      const looks = await conditionalLooks(sheet, { row: 0, column: 0, rows: rowCount, columns: columnCount });
      this.write(() => {
        this.showTabs();
        this.showFrame(sheet);
        this.showCells(sheet, looks);
      });
    });
    return this.waiting;
  }

  /** Says that the grid may show something else in these cells than the workbook holds, so that they are shown anew. */
  forget(sheet: SheetModel, cells: Iterable<{ row: number; column: number }>): void {
    const shown = this.shown.get(sheet.id);
    // No cell of a workbook has this content, so that every one differs from it.
    for (const { row, column } of cells) {
      shown?.cells.set(cellKey(row, column), { ...NOTHING, formula: '' });
    }
  }

  /** Shows the cells of the sheet as selected and scrolls to them. */
  select(sheet: SheetModel, area: Area): void {
    const range: IRange = {
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rows - 1,
      endColumn: area.column + area.columns - 1,
    };
    this.write(() => {
      this.activate(sheet);
      const target = { unitId: this.unitId, subUnit: sheet.id, range, reveal: true };
      this.engine.commands.syncExecuteCommand(SelectRangeCommand.id, target);
    });
  }

  private write(change: () => void): void {
    this.depth++;
    try {
      change();
    } finally {
      this.depth--;
    }
  }

  private run<P extends object>(mutation: IMutation<P>, sheet: { readonly id: string }, params: Omit<P, Target>): void {
    const all = { ...params, unitId: this.unitId, subUnitId: sheet.id };
    this.engine.commands.syncExecuteCommand(mutation.id, all, OF_MIRROR);
  }

  private added(sheet: SheetModel): IWorksheetData {
    const grid = emptyGrid(sheet);
    this.shown.set(sheet.id, {
      name: sheet.name,
      hidden: isHidden(sheet),
      color: tabColor(sheet),
      rowCount: grid.rowCount,
      columnCount: grid.columnCount,
      frame: frameOf(sheet),
      cells: new Map(),
    });
    return grid;
  }

  private activate({ id }: { readonly id: string }): void {
    const unit = this.engine.units.getUnit<Workbook>(this.unitId);
    if (unit?.getActiveSheet(true)?.getSheetId() === id) return;
    this.engine.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unitId, subUnitId: id });
  }

  private showTabs(): void {
    const { sheets, activeSheet } = this.host.workbook;
    sheets.forEach((sheet, index) => {
      const shown = this.shown.get(sheet.id);
      if (!shown) this.run(InsertSheetMutation, sheet, { index, sheet: this.added(sheet) });
      else this.showTab(sheet, shown);
    });
    this.activate(activeSheet);
    for (const [id, { name }] of this.shown) {
      if (sheets.some((sheet) => sheet.id === id)) continue;
      this.shown.delete(id);
      undecorate(id);
      this.run(RemoveSheetMutation, { id }, { subUnitName: name });
    }
    const order = [...(this.engine.units.getUnit<Workbook>(this.unitId)?.getSheetOrders() ?? [])];
    sheets.forEach((sheet, toOrder) => {
      const fromOrder = order.indexOf(sheet.id);
      if (fromOrder === toOrder) return;
      order.splice(toOrder, 0, ...order.splice(fromOrder, 1));
      this.run(SetWorksheetOrderMutation, sheet, { fromOrder, toOrder });
    });
  }

  private showTab(sheet: SheetModel, shown: ShownSheet): void {
    const { name } = sheet;
    const hidden = isHidden(sheet);
    const color = tabColor(sheet);
    if (name !== shown.name) this.run(SetWorksheetNameMutation, sheet, { name });
    if (hidden !== shown.hidden) this.run(SetWorksheetHideMutation, sheet, { hidden: flag(hidden) });
    if (color !== shown.color) this.run(SetTabColorMutation, sheet, { color });
    Object.assign(shown, { name, hidden, color });
  }

  private showFrame(sheet: SheetModel): void {
    const shown = this.shown.get(sheet.id);
    if (!shown) return;
    const { rowCount, columnCount } = emptyGrid(sheet);
    if (rowCount > shown.rowCount) {
      this.run(SetWorksheetRowCountMutation, sheet, { rowCount });
      shown.rowCount = rowCount;
    }
    if (columnCount > shown.columnCount) {
      this.run(SetWorksheetColumnCountMutation, sheet, { columnCount });
      shown.columnCount = columnCount;
    }
    const { frame: old } = shown;
    const frame = frameOf(sheet);
    if (differ(frame.rows, old.rows))
      this.run(SetRowDataMutation, sheet, { rowData: { ...nulls(old.rows), ...frame.rows } });
    if (differ(frame.columns, old.columns))
      this.run(SetColDataMutation, sheet, { columnData: { ...nulls(old.columns), ...frame.columns } });
    if (differ(frame.merges, old.merges)) {
      if (old.merges.length > 0) this.run(RemoveWorksheetMergeMutation, sheet, { ranges: [...old.merges] });
      if (frame.merges.length > 0) this.run(AddWorksheetMergeMutation, sheet, { ranges: [...frame.merges] });
    }
    if (differ(frame.freeze, old.freeze)) this.run(SetFrozenMutation, sheet, frame.freeze);
    if (frame.gridlines !== old.gridlines) this.run(ToggleGridlinesMutation, sheet, { showGridlines: frame.gridlines });
    shown.frame = frame;
  }

  private showCells(sheet: SheetModel, looks: ReadonlyMap<string, ConditionalLook>): void {
    const shown = this.shown.get(sheet.id)?.cells;
    if (!shown) return;
    // A cell's new style would be laid over its old one, so that the cell is emptied before.
    const emptied: Matrix = {};
    const filled: Matrix = {};
    const notes = notesOf(sheet);
    const wanted = new Set([...sheet.cells.keys(), ...looks.keys(), ...notes.keys()]);
    for (const key of shown.keys()) {
      if (wanted.has(key)) continue;
      put(emptied, key, null);
      shown.delete(key);
      decorate(sheet, key, undefined);
    }
    for (const key of wanted) {
      const cell = sheet.cells.get(key) ?? emptyCell(sheet, key);
      const conditional = looks.get(key);
      const next: ShownCell = {
        value: cell.value,
        formula: cell.formula,
        style: cell.style,
        richText: cell.richText,
        look: conditional ? JSON.stringify(conditional) : '',
        isNoted: notes.has(key),
        fontSize: fittingSize(sheet, key, cell.style),
      };
      const old = shown.get(key);
      if (old && isSame(old, next)) continue;
      if (old) put(emptied, key, null);
      put(filled, key, gridCell(cell, { conditional: conditional?.style, fontSize: next.fontSize }, this.styles));
      const { bar } = conditional ?? {};
      decorate(sheet, key, bar || next.isNoted ? { bar, isNoted: next.isNoted } : undefined);
      shown.set(key, next);
    }
    for (const cellValue of [emptied, filled]) {
      if (Object.keys(cellValue).length > 0) this.run(SetRangeValuesMutation, sheet, { cellValue });
    }
  }
}

const NOTHING: ShownCell = {
  value: null,
  formula: undefined,
  style: undefined,
  richText: undefined,
  look: '',
  isNoted: false,
  fontSize: undefined,
};

function isSame(a: ShownCell, b: ShownCell): boolean {
  return (
    a.value === b.value &&
    a.formula === b.formula &&
    a.style === b.style &&
    a.richText === b.richText &&
    a.look === b.look &&
    a.isNoted === b.isNoted &&
    a.fontSize === b.fontSize
  );
}

/** A cell that is not there looks as its row or column does. */
function emptyCell(sheet: SheetModel, key: string): Pick<Cell, 'value' | 'formula' | 'style' | 'richText'> {
  const { row, column } = parseCellKey(key);
  return { value: null, style: sheet.style(row, column) };
}

/**
 * As changes that somebody else made in a shared workbook, for this window only: Univer then neither shows another sheet
 * nor keeps a step to take back nor looks after formulas.
 */
const OF_MIRROR = { fromCollab: true, onlyLocal: true };

type Target = 'unitId' | 'subUnitId';

function put(matrix: Matrix, key: string, cell: ICellData | null): void {
  const { row, column } = parseCellKey(key);
  (matrix[row] ??= {})[column] = cell;
}

function differ(a: object, b: object): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function nulls(record: object): Record<number, null> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, null]));
}
