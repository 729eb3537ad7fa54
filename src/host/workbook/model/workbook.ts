import { calculate } from '../../calculation/calculation';
import type { CalculatedValue, CalculationInput } from '../../calculation/types';
import type { KeptPackage } from '../package/source';
import type { Area } from '../values/address';
import { formulaSheetDeleted, formulaSheetRenamed } from '../values/formula';
import { shiftFormula, type Change } from '../values/shift';
import { clearArea, copyCells, type ClearWhat, type CopySource, type CopyWhat } from './copyCells';
import { copyOfSheet, extrasOfCopy } from './copySheet';
import { emptySheet, type Cell, type Sheet, type SheetExtras, type WorkbookData } from './data';
import { rewriteWorkbook, type FormulaRewrite } from './rewrite';
import { SheetContent } from './sheet';
import { deleteCells, insertCells } from './structure';

export type { CellInput, CellValue } from './sheet';
export type { ClearWhat, CopySource, CopyWhat } from './copyCells';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/** References over a pile of sheets (`一月:三月!A1`), and functions that know sheets by name or number. */
const LOOKS_AT_TABS = /:[^!()",]*!|\b(?:SHEETS?|INDIRECT|CELL|INFO|FORMULATEXT)\(/i;

/** A workbook that is open in the embedded host. */
export class WorkbookModel {
  private readonly list: SheetModel[] = [];
  private active: SheetModel | undefined;
  /** Formula cells whose cached value is right; any write empties it. */
  private readonly fresh = new Set<Cell>();
  /** Document settings (Office.js `workbook.settings`), saved within the file. */
  readonly settings = new Map<string, unknown>();
  calculationMode: CalculationMode = 'Automatic';
  /** What the opened file holds beside the model, put back on saving. */
  kept: KeptPackage | undefined;

  /** How formulas were rewritten since opening; saving rewrites those in charts and other kept parts alike. */
  readonly edits: FormulaRewrite[] = [];

  constructor(readonly data: WorkbookData) {
    for (const sheet of data.sheets) this.list.push(new SheetModel(this, sheet));
  }

  /** A new workbook with one empty sheet, `Sheet1`. */
  static create(): WorkbookModel {
    return new WorkbookModel({
      sheets: [emptySheet('Sheet1')],
      namedRanges: [],
      defaultFont: { name: '宋体', size: 11, charset: 134, scheme: 'minor' },
    });
  }

  /** In tab order. */
  get sheets(): readonly SheetModel[] {
    return this.list;
  }

  get date1904(): boolean {
    return this.data.dateSystem === '1904';
  }

  set date1904(value: boolean) {
    this.data.dateSystem = value ? '1904' : '1900';
  }

  /** The sheet of this name in any case, as Excel finds it. */
  sheetByName(name: string): SheetModel | undefined {
    const wanted = name.toLowerCase();
    return this.list.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  sheetById(id: string): SheetModel | undefined {
    return this.list.find((sheet) => sheet.id === id);
  }

  /** The sheet whose tab is chosen; a visible one whenever there is any. */
  get activeSheet(): SheetModel {
    const chosen = this.active ?? this.list[this.data.activeSheet ?? 0];
    const shown = chosen && this.list.includes(chosen) ? chosen : undefined;
    const sheet = shown ?? this.list.find((one) => !one.data.hidden && !one.data.veryHidden) ?? this.list[0];
    if (!sheet) throw new Error('A workbook always has a sheet.');
    return sheet;
  }

  set activeSheet(sheet: SheetModel) {
    this.active = sheet;
  }

  /** Adds an empty sheet, at the end unless `position` says otherwise; without a name it becomes the next `SheetN`. */
  addSheet(name?: string, position = this.list.length): SheetModel {
    const sheet = new SheetModel(this, emptySheet(name ?? this.nextName()));
    this.place(sheet, position);
    return sheet;
  }

  private nextName(): string {
    let number = 1;
    while (this.sheetByName(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }

  private place(sheet: SheetModel, position: number): void {
    const active = this.activeSheet;
    this.list.splice(position, 0, sheet);
    this.active = active;
    this.listChanged();
  }

  private listChanged(): void {
    this.data.sheets = this.list.map((sheet) => sheet.data);
    this.tabsChanged();
  }

  /** Values stay right when sheets come, move, or are renamed, unless a formula looks at the order or names of tabs. */
  private tabsChanged(): void {
    const looks = this.list.some(({ cells }) =>
      [...cells.values()].some(({ formula }) => formula !== undefined && LOOKS_AT_TABS.test(formula)),
    );
    if (looks) this.markWritten();
  }

  /** Deletes the sheet and its own names; references to it become `#REF!`. */
  deleteSheet(sheet: SheetModel): void {
    const position = this.list.indexOf(sheet);
    const active = this.activeSheet;
    this.list.splice(position, 1);
    const neighbours = [...this.list.slice(position), ...this.list.slice(0, position).reverse()];
    const next = neighbours.find((one) => !one.data.hidden && !one.data.veryHidden);
    this.active = active === sheet ? next : active;
    this.data.namedRanges = this.data.namedRanges.filter((name) => name.scope !== sheet.name);
    this.listChanged();
    this.rewrite((formula) => formulaSheetDeleted(formula, sheet.name));
    this.markWritten();
  }

  moveSheet(sheet: SheetModel, position: number): void {
    const active = this.activeSheet;
    this.list.splice(this.list.indexOf(sheet), 1);
    this.list.splice(position, 0, sheet);
    this.active = active;
    this.listChanged();
  }

  /** Renames the sheet, and in every formula, name, validation, conditional format and link that refers to it. */
  renameSheet(sheet: SheetModel, name: string): void {
    const old = sheet.name;
    sheet.data.name = name;
    for (const defined of this.data.namedRanges) if (defined.scope === old) defined.scope = name;
    this.rewrite((formula) => formulaSheetRenamed(formula, old, name));
    this.tabsChanged();
  }

  /** A copy with its own names, `name (2)` unless a name is given; formulas that refer to the sheet itself follow. */
  copySheet(sheet: SheetModel, position: number, name?: string): SheetModel {
    const data = copyOfSheet(this.data, sheet, name ?? this.copyName(sheet.name));
    const copy = new SheetModel(this, data, extrasOfCopy(sheet.extras));
    this.place(copy, position);
    return copy;
  }

  private copyName(name: string): string {
    const stem = name.replace(/ \(\d+\)$/, '');
    for (let number = 2; ; number++) {
      const suffix = ` (${number})`;
      const candidate = stem.slice(0, 31 - suffix.length) + suffix;
      if (!this.sheetByName(candidate)) return candidate;
    }
  }

  /** Rewrites every formula, here and, on saving, in what is kept as it was read. */
  rewrite(rewrite: FormulaRewrite): void {
    this.edits.push(rewrite);
    rewriteWorkbook(this.data, rewrite);
  }

  /** Called by every write: no formula is known to be right any more. */
  markWritten(): void {
    if (this.fresh.size > 0) this.fresh.clear();
  }

  /** A formula's cell was replaced by one with the same content, so its value stays as right as it was. */
  replaced(old: Cell, next: Cell | undefined): void {
    if (next && this.fresh.delete(old)) this.fresh.add(next);
  }

  /** Says that a formula's cached value is right (it came from the file or from a calculation). */
  markRight(cell: Cell): void {
    this.fresh.add(cell);
  }

  isStale(cell: Cell): boolean {
    return cell.formula !== undefined && !this.fresh.has(cell);
  }

  /**
   * Gives every stale formula in the wanted areas its value, or every one of the workbook with `all`. Loads the
   * calculation engine only when something is stale; a second read costs nothing.
   */
  async calculate(wanted: readonly { sheet: SheetModel; area: Area }[], all = false): Promise<void> {
    const selection = new Map<string, Set<string>>();
    const want = (sheet: SheetModel, entries: Iterable<[string, Cell]>): void => {
      for (const [key, cell] of entries) {
        if (!this.isStale(cell)) continue;
        const keys = selection.get(sheet.name) ?? new Set<string>();
        selection.set(sheet.name, keys.add(key));
      }
    };
    if (all) for (const sheet of this.list) want(sheet, sheet.cells);
    else for (const { sheet, area } of wanted) want(sheet, sheet.cellsIn(area));
    if (selection.size === 0) return;
    const results = await calculate(this.calculationInput(), selection);
    for (const [name, values] of results) {
      const cells = this.sheetByName(name)?.cells;
      for (const [key, value] of values) {
        const cell = cells?.get(key);
        if (cell) this.store(cell, value);
      }
    }
  }

  private store(cell: Cell, value: CalculatedValue): void {
    cell.value = typeof value === 'object' ? value.error : value;
    cell.formulaResult = cell.value;
    this.fresh.add(cell);
  }

  private calculationInput(): CalculationInput {
    return {
      sheets: this.list.map((sheet) => ({ name: sheet.name, cells: sheet.cells })),
      names: this.data.namedRanges.map((name) => ({
        name: name.name,
        formula: name.range,
        ...(name.scope !== undefined && { sheet: name.scope }),
      })),
      date1904: this.date1904,
    };
  }
}

/** One worksheet of a workbook. */
export class SheetModel extends SheetContent {
  /** As Office.js shows it: `{GUID}`; lasts as long as the workbook is open. */
  readonly id: string = `{${crypto.randomUUID().toUpperCase()}}`;

  constructor(
    readonly workbook: WorkbookModel,
    data: Sheet,
    extras?: SheetExtras,
  ) {
    super(workbook, data, extras);
  }

  clear(area: Area, what: ClearWhat): void {
    clearArea(this, area, what);
  }

  /** Copies to the target; relative references move, and a smaller source is repeated over a larger target. */
  copyCells(source: CopySource, target: Area, what: CopyWhat): void {
    copyCells(this, source, target, what);
  }

  /** Makes room; cells below or to the right move, and everything that refers to them follows as in Excel. */
  insertCells(area: Area, shift: 'Down' | 'Right'): void {
    this.moved(insertCells(this, area, shift));
  }

  /** Takes cells out; what lies below or to the right closes up, and references to them become `#REF!`. */
  deleteCells(area: Area, shift: 'Up' | 'Left'): void {
    this.moved(deleteCells(this, area, shift));
  }

  private moved(change: Change): void {
    this.workbook.rewrite((formula, own) => shiftFormula(change, formula, own?.name ?? ''));
    this.workbook.markWritten();
  }
}
