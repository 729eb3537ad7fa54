import { arrayArea } from '../../calculation/arrayFormulas';
import { calculate } from '../../calculation/calculation';
import { dependentsOf } from '../../calculation/dependents';
import { nameKey } from '../../calculation/reading';
import { UNANSWERED, type Answer, type CalculationInput } from '../../calculation/types';
import type { KeptPackage } from '../package/source';
import { parseA1, type Area } from '../values/address';
import { formulaSheetDeleted, formulaSheetRenamed } from '../values/formula';
import { isStretched, moveFormula, type Move } from '../values/move';
import { shiftFormula, type Change } from '../values/shift';
import { ChangeLog, looksAtTabs, readsOtherwise } from './changes';
import { clearArea, copyCells, type ClearWhat, type CopyManner, type CopySource, type CopyWhat } from './copyCells';
import { copyOfSheet, extrasOfCopy } from './copySheet';
import { emptySheet, type Cell, type DefinedName, type Sheet, type SheetExtras, type WorkbookData } from './data';
import { cutOff, empty, putDown } from './moveCells';
import type { NamedStyle } from './namedStyles';
import { rewriteWorkbook, type FormulaRewrite } from './rewrite';
import { SheetContent } from './sheet';
import { deleteCells, insertCells } from './structure';
import { namedTable, shapesOfTables } from './tables';

export type { CellInput, CellValue } from './sheet';
export type { ClearWhat, CopySource, CopyWhat } from './copyCells';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/** A workbook that is open in the embedded host. */
export class WorkbookModel {
  private readonly list: SheetModel[] = [];
  private active: SheetModel | undefined;
  /** What was written since the values of formulas were right. */
  private readonly log = new ChangeLog();
  /** The tables when formulas were right. */
  private tables: ReadonlyMap<string, string>;
  /** Document settings (Office.js `workbook.settings`), saved within the file. */
  readonly settings = new Map<string, unknown>();
  /** The styles that the file has, by Excel's word or their name. */
  readonly namedStyles = new Map<string, NamedStyle>();
  calculationMode: CalculationMode = 'Automatic';
  /** Whether the file asks the program that opens it to calculate, as it then still does. */
  asksForCalculation = false;
  /** What the opened file holds beside the model, put back on saving. */
  kept: KeptPackage | undefined;

  /** How formulas were rewritten since opening; saving rewrites those in charts and other kept parts alike. */
  readonly edits: FormulaRewrite[] = [];

  constructor(readonly data: WorkbookData) {
    for (const sheet of data.sheets) this.list.push(new SheetModel(this, sheet));
    this.tables = shapesOfTables(data);
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
    const before = this.tabs;
    this.list.splice(position, 0, sheet);
    this.active = active;
    this.listChanged(before);
  }

  /** Values stay right when sheets come, move, or are renamed, unless a formula looks at the order or names of tabs. */
  private listChanged(before: readonly string[]): void {
    this.data.sheets = this.list.map((sheet) => sheet.data);
    const after = this.tabs;
    for (const sheet of this.list)
      for (const [key, { formula, known }] of sheet.cells)
        if (formula !== undefined && known !== undefined && looksAtTabs(formula, before, after))
          this.log.cell(sheet, key);
  }

  private get tabs(): string[] {
    return this.list.map(({ name }) => name);
  }

  /** Deletes the sheet and its own names; references to it become `#REF!`. */
  deleteSheet(sheet: SheetModel): void {
    const position = this.list.indexOf(sheet);
    const active = this.activeSheet;
    const before = this.tabs;
    this.list.splice(position, 1);
    const neighbours = [...this.list.slice(position), ...this.list.slice(0, position).reverse()];
    const next = neighbours.find((one) => !one.data.hidden && !one.data.veryHidden);
    this.active = active === sheet ? next : active;
    for (const name of this.data.namedRanges) if (name.scope === sheet.name) this.nameChanged(name);
    this.data.namedRanges = this.data.namedRanges.filter((name) => name.scope !== sheet.name);
    this.listChanged(before);
    this.breakFormulas((formula) => formulaSheetDeleted(formula, sheet.name));
  }

  /** Rewrites every formula that refers to what is gone; these say something else from now on. */
  breakFormulas(rewrite: (formula: string) => string): void {
    this.noteFormulas((formula) => rewrite(formula) !== formula);
    this.rewrite(rewrite);
  }

  moveSheet(sheet: SheetModel, position: number): void {
    const active = this.activeSheet;
    const before = this.tabs;
    this.list.splice(this.list.indexOf(sheet), 1);
    this.list.splice(position, 0, sheet);
    this.active = active;
    this.listChanged(before);
  }

  /** Renames the sheet, and in every formula, name, validation, conditional format and link that refers to it. */
  renameSheet(sheet: SheetModel, name: string): void {
    this.settle();
    const old = sheet.name;
    sheet.data.name = name;
    for (const defined of this.data.namedRanges) if (defined.scope === old) defined.scope = name;
    this.rewrite((formula) => formulaSheetRenamed(formula, old, name));
    this.listChanged(this.tabs);
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

  /** Notes the formulas, of cells and of names, that do not say what they said. */
  private noteFormulas(changes: (formula: string, sheet: string) => boolean): void {
    for (const sheet of this.list)
      for (const [key, { formula, known }] of sheet.cells)
        if (formula !== undefined && known !== undefined && changes(formula, sheet.name)) this.log.cell(sheet, key);
    for (const name of this.data.namedRanges) if (changes(name.range, name.scope ?? '')) this.nameChanged(name);
  }

  /** Called by every write to a cell: what depends on it is to be calculated anew. */
  cellChanged(sheet: SheetContent, key: string): void {
    this.log.cell(sheet, key);
  }

  /** A defined name came, went or means something else. */
  nameChanged({ name, scope }: DefinedName): void {
    this.log.name(nameKey(name, scope));
  }

  /** Rows were hidden or shown, which some functions leave out. */
  rowsHiddenChanged(): void {
    this.log.rows();
  }

  /** Cells were inserted or deleted on a sheet; everything that refers to them follows. */
  cellsMoved(sheet: SheetContent, change: Change): void {
    this.log.moved(sheet, change);
    const { tabs } = this;
    this.noteFormulas((formula, own) => readsOtherwise(change, formula, shiftFormula(change, formula, own), own, tabs));
    this.rewrite((formula, own) => shiftFormula(change, formula, own?.name ?? ''));
  }

  /** Whether a formula refers to an end of what moves or is covered, which Excel stretches and this model does not. */
  stretchedBy(move: Move): boolean {
    let found = false;
    rewriteWorkbook(this.data, (formula, own) => {
      found ||= isStretched(move, formula, own?.name ?? '');
      return formula;
    });
    return found;
  }

  /** Cuts cells out and puts them elsewhere; what refers to them follows, what referred to the place is `#REF!`. */
  moveCells(sheet: SheetContent, area: Area, target: SheetContent, place: Area): void {
    this.settle();
    const move: Move = { from: { sheet: sheet.name, area }, to: { sheet: target.name, area: place } };
    const rewrite: FormulaRewrite = (formula, own) => moveFormula(move, formula, own?.name ?? '');
    const cut = cutOff(sheet, area);
    empty(target, place);
    this.noteFormulas((formula, own) => moveFormula(move, formula, own) !== formula);
    this.rewrite(rewrite);
    putDown(target, cut, move);
  }

  /** Whether the value that the cell holds for its formula may be written. */
  hasValue({ formula, known }: Cell): boolean {
    return formula !== undefined && (known === 'right' || known === 'doubted');
  }

  /** Takes the values from formulas that depend on what changed; called before anybody relies on values. */
  settle(): void {
    this.noteTables();
    if (this.log.isEmpty) return;
    const { certain, possible } = dependentsOf(this.calculationInput(), this.log.take());
    for (const sheet of this.list)
      for (const key of possible.get(sheet.name) ?? []) {
        const cell = sheet.cells.get(key);
        if (!cell) continue;
        if (cell.known !== 'unanswered' && certain.get(sheet.name)?.has(key) !== true) {
          cell.known = 'doubted';
          continue;
        }
        delete cell.known;
        const filled = arrayArea(cell);
        if (filled) for (const [, part] of sheet.cellsIn(filled)) if (part !== cell) forget(part);
      }
  }

  /** Tables that came, went, grew or got other columns since formulas were right; where they stand is no matter. */
  private noteTables(): void {
    const now = shapesOfTables(this.data);
    for (const name of new Set([...this.tables.keys(), ...now.keys()]))
      if (this.tables.get(name) !== now.get(name)) this.log.name(nameKey(name, undefined));
    this.tables = now;
  }

  /** Calls every value in doubt: what can be calculated is, when it is asked for. */
  doubtAll(): void {
    for (const { cells } of this.list)
      for (const cell of cells.values()) {
        if (cell.formula === undefined) continue;
        if (cell.known === 'right') cell.known = 'doubted';
        else if (cell.known === 'unanswered') delete cell.known;
      }
  }

  /**
   * Gives every formula in the wanted areas whose value is not known one, or every such formula of the workbook with
   * `all`. Loads the calculation engine only when there is such; a second read costs nothing.
   */
  async calculate(wanted: readonly { sheet: SheetModel; area: Area }[], all = false): Promise<void> {
    this.settle();
    const selection = new Map<string, Set<string>>();
    const want = (sheet: SheetModel, entries: Iterable<[string, Cell]>): void => {
      for (const [key, { formula, known }] of entries) {
        if (formula === undefined || known === 'right' || known === 'unanswered') continue;
        const keys = selection.get(sheet.name) ?? new Set<string>();
        selection.set(sheet.name, keys.add(key));
      }
    };
    if (all) for (const sheet of this.list) want(sheet, sheet.cells);
    else for (const { sheet, area } of wanted) want(sheet, sheet.cellsIn(area));
    if (selection.size === 0) return;
    const results = await calculate(this.calculationInput(), selection);
    for (const [name, answers] of results) {
      const cells = this.sheetByName(name)?.cells;
      for (const [key, answer] of answers) {
        const cell = cells?.get(key);
        if (cell) store(cell, answer);
      }
    }
  }

  private calculationInput(): CalculationInput {
    return {
      sheets: this.list.map((sheet) => ({
        name: sheet.name,
        cells: sheet.cells,
        ...hiddenRows(sheet),
        tables: (sheet.data.tables ?? []).map(namedTable),
      })),
      names: this.data.namedRanges.map((name) => ({
        name: name.name,
        formula: name.range,
        ...(name.scope !== undefined && { sheet: name.scope }),
      })),
      date1904: this.date1904,
    };
  }
}

function store(cell: Cell, answer: Answer): void {
  if (answer === UNANSWERED) {
    forget(cell);
    return;
  }
  const value = typeof answer === 'object' ? answer.error : answer;
  if (value !== cell.value) delete cell.textResult;
  cell.value = value;
  cell.formulaResult = value;
  cell.known = 'right';
}

/** A formula without an answer, or a cell that such an array formula filled, has no value. */
function forget(cell: Cell): void {
  cell.value = null;
  delete cell.formulaResult;
  delete cell.textResult;
  if (cell.formula === undefined) cell.type = 'empty';
  cell.known = 'unanswered';
}

/** Rows that do not show; with a filter's criteria on the sheet, those in its area are the filter's doing. */
function hiddenRows({ data }: SheetModel): { hiddenRows: Set<number>; filteredRows: Set<number> } {
  const hiddenRows = new Set([...(data.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])));
  const filter = data.autoFilter?.columns?.length ? parseA1(data.autoFilter.range) : undefined;
  const filteredRows = new Set(
    filter ? [...hiddenRows].filter((row) => row > filter.row && row < filter.row + filter.rows) : [],
  );
  return { hiddenRows, filteredRows };
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
  copyCells(source: CopySource, target: Area, what: CopyWhat, manner: CopyManner = {}): void {
    copyCells(this, source, target, what, manner);
  }

  /** Makes room; cells below or to the right move, and everything that refers to them follows as in Excel. */
  insertCells(area: Area, shift: 'Down' | 'Right'): void {
    this.workbook.cellsMoved(this, insertCells(this, area, shift));
  }

  /** Takes cells out; what lies below or to the right closes up, and references to them become `#REF!`. */
  deleteCells(area: Area, shift: 'Up' | 'Left'): void {
    this.workbook.cellsMoved(this, deleteCells(this, area, shift));
  }
}
