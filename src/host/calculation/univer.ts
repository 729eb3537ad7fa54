import { BooleanNumber, CellValueType, LocaleType, ObjectMatrix, Univer, UniverInstanceType } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import {
  ArrayValueObject,
  AstTreeBuilder,
  BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  ISheetRowFilteredService,
  Interpreter,
  Lexer,
  UniverFormulaEnginePlugin,
  generateAstNode,
} from '@univerjs/engine-formula';
import type { BaseValueObject, FunctionVariantType, ISheetData } from '@univerjs/engine-formula';
import { cellKey } from '../workbook/values/address';
import { correctFunctions } from './corrections';
import { Unanswerable } from './unanswerable';
import type { FormulaStep } from './plan';
import { UNANSWERED } from './types';
import type { Answer, CalculatedValue, CalculatedValues, CalculationCell, CalculationInput } from './types';

/** Errors by which an engine says what it cannot do; nobody but Excel itself may write them as results. */
const OWN_ERRORS: ReadonlySet<string> = new Set(['#CALC!', '#NAME?', '#SPILL!']);

/** Of every sheet: large enough for all cells that are given and all areas that are named. */
interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Univer looks criteria up in an index of each column, which takes an empty text for 0 and the text 85 for the number:
 * a formula that asks twice would get two answers.
 */
const nothingIndexed: typeof CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });

/** Started engines by date system (true: 1904): to start one takes longer than to calculate a quarter's sheets. */
const started = new Map<boolean, UniverEngine>();

/**
 * Univer's interpreter, asked for one formula at a time. Its own scheduler is left out: it knows neither names limited
 * to a sheet nor which formulas are wanted, never ends when a function throws, and reports progress through timers.
 */
export class UniverEngine {
  /**
   * Its workbook's name, of its date system: Univer keeps what it made of a formula by both, for all engines, and with it
   * the functions of the engine that read it first.
   */
  private readonly unit: string;
  private readonly univer = new Univer({ locale: LocaleType.ZH_CN, locales: { [LocaleType.ZH_CN]: {} } });
  private readonly configuration: IFormulaCurrentConfigService;
  private readonly runtime: IFormulaRuntimeService;
  private readonly lexer: Lexer;
  private readonly treeBuilder: AstTreeBuilder;
  private readonly interpreter: Interpreter;
  private readonly functions: IFunctionService;
  private size = { rows: 0, columns: 0 };
  private filtered: ReadonlyMap<string, ReadonlySet<number>> = new Map();

  /** The engine of the input's date system, which is everybody's: it is to be emptied before anybody else asks for it. */
  static filledWith(input: CalculationInput, size: SheetSize, values: CalculatedValues): UniverEngine {
    const engine = started.get(input.date1904) ?? new UniverEngine(input.date1904);
    started.set(input.date1904, engine);
    engine.fill(input, size, values);
    return engine;
  }

  private constructor(date1904: boolean) {
    this.unit = date1904 ? 'workbook1904' : 'workbook1900';
    this.univer.registerPlugin(UniverFormulaEnginePlugin);
    // The plugin starts with the first workbook; the cells are given to the interpreter below.
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, { id: this.unit });
    const injector = this.univer.__getInjector();
    this.configuration = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    this.lexer = injector.get(Lexer);
    this.treeBuilder = injector.get(AstTreeBuilder);
    this.interpreter = injector.get(Interpreter);
    this.functions = injector.get(IFunctionService);
    correctFunctions(this.functions, date1904);
    injector.get(ISheetRowFilteredService).register((_unit, sheet, row) => this.filtered.get(sheet)?.has(row) ?? false);
  }

  /** The engine reads `values` before the cells of the input, at the time when a formula needs them. */
  private fill(input: CalculationInput, { rows, columns }: SheetSize, values: CalculatedValues): void {
    this.size = { rows, columns };
    this.filtered = new Map(input.sheets.map(({ name, filteredRows }) => [name, filteredRows ?? new Set()]));
    this.configuration.load({
      allUnitData: { [this.unit]: this.sheetData(input, values) },
      unitSheetNameMap: { [this.unit]: Object.fromEntries(input.sheets.map(({ name }) => [name, name])) },
      unitStylesData: {},
      formulaData: {},
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
  }

  /** The answer to a formula, with all that it reads as it is now. */
  calculate({ sheet, row, column, formula, functions, first }: FormulaStep): Answer {
    if (formula === undefined) return UNANSWERED;
    // Not left to the interpreter: IFERROR would make a value of what only this engine does not know.
    if (functions.some((name) => !this.functions.hasExecutor(name))) return UNANSWERED;
    try {
      CELL_INVERTED_INDEX_CACHE.canUseCache = nothingIndexed;
      this.runtime.setCurrent(row, column, this.size.rows, this.size.columns, sheet, this.unit);
      const node = generateAstNode(this.unit, `=${formula}`, this.lexer, this.treeBuilder, this.configuration);
      return cellValue(this.interpreter.execute({ node, refOffsetX: 0, refOffsetY: 0 }), first);
    } catch {
      return UNANSWERED;
    } finally {
      // The class's own method again: a page may hold another Univer.
      Reflect.deleteProperty(CELL_INVERTED_INDEX_CACHE, 'canUseCache');
      CELL_INVERTED_INDEX_CACHE.clear();
    }
  }

  /** Must follow a change to values that a formula may have read: Univer keeps the ranges it read. */
  forgetRanges(): void {
    FORMULA_REF_TO_ARRAY_CACHE.clear();
  }

  /** Lets the workbook go. */
  empty(): void {
    this.fill({ sheets: [], names: [], date1904: false }, { rows: 0, columns: 0 }, new Map());
    this.forgetRanges();
  }

  private sheetData(input: CalculationInput, values: CalculatedValues): ISheetData {
    return Object.fromEntries(
      input.sheets.map(({ name, cells, hiddenRows }) => {
        const cellData = new SheetCells(cells, values.get(name) ?? new Map<string, Answer>());
        const { rows: rowCount, columns: columnCount } = this.size;
        const rowData = Object.fromEntries([...(hiddenRows ?? [])].map((row) => [row, { hd: BooleanNumber.TRUE }]));
        return [name, { cellData, rowCount, columnCount, rowData, columnData: {} }];
      }),
    );
  }
}

/** The cells of a sheet as Univer reads them, none of them copied. */
class SheetCells extends ObjectMatrix<ICellData> {
  constructor(
    private readonly cells: ReadonlyMap<string, CalculationCell>,
    private readonly values: ReadonlyMap<string, Answer>,
  ) {
    super();
  }

  override getValue(row: number, column: number): ICellData | undefined {
    const key = cellKey(row, column);
    const cell = this.cells.get(key);
    const value = this.values.get(key) ?? (cell?.known === 'unanswered' ? UNANSWERED : cell?.value);
    // What reads a cell without an answer has none itself: to take the cell for empty would give a wrong value.
    if (value === UNANSWERED) throw new Unanswerable();
    if (value === undefined || value === null || value instanceof Date) return undefined;
    // SUBTOTAL asks for formulas, to leave out other subtotals; and only a formula makes an empty text count as text.
    return { ...cellData(value), f: formulaOf(cell) ?? (value === '' ? '=""' : null) };
  }
}

/** Univer knows other subtotals by their name in capitals. */
function formulaOf(cell: CalculationCell | undefined): string | undefined {
  return cell?.formula?.replace(/\b(?:subtotal|aggregate)(?=\()/gi, (name) => name.toUpperCase());
}

function cellData(value: CalculatedValue): ICellData {
  if (typeof value === 'object') return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

function cellValue(result: FunctionVariantType, first: boolean): Answer {
  if (result instanceof BaseReferenceObject) {
    const { startRow, endRow, startColumn, endColumn } = result.getRangePosition();
    const single = first || (startRow === endRow && startColumn === endColumn);
    return single ? plainValue(result.getFirstCell()) : UNANSWERED;
  }
  if (result instanceof ArrayValueObject) {
    // Several values in one cell: this host neither spills nor guesses which of them was meant.
    const single = first || (result.getRowCount() === 1 && result.getColumnCount() === 1);
    return single ? plainValue(result.getFirstCell()) : UNANSWERED;
  }
  return plainValue(result);
}

function plainValue(value: BaseValueObject): Answer {
  if (value.isLambda()) return UNANSWERED;
  if (value.isNull()) return 0;
  const plain = value.getValue();
  if (value.isError()) return OWN_ERRORS.has(String(plain)) ? UNANSWERED : { error: String(plain) };
  if (typeof plain === 'number' && !Number.isFinite(plain)) return { error: '#NUM!' };
  return plain;
}
