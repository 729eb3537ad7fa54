import { markedSeverity } from '../../forms/grid/marks';
import {
  isFormula,
  type Area,
  type SheetSnapshot,
  type SnapshotValue,
  type WorkbookSnapshot,
} from '../../forms/grid/snapshot';
import { askMergedAreas } from './mergedAreas';
import { askAll, CELLS_OF_QUESTION, Question } from './questions';
import { runReading } from './running';

/** A workbook as it was read, with what a plan has to know besides the cells. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** Names of the workbook's named ranges, and where each points ('=考核设置!$B$5:$H$5'). */
  readonly names: ReadonlyMap<string, string>;
  /** Sheets too large to be anybody's appraisal, left unread. */
  readonly unread: readonly string[];
  /** What Excel did not answer. */
  readonly gaps: readonly Gap[];
  /** Formulas are calculated only when somebody asks for it, so that their values may be old. */
  readonly isManual: boolean;
}

/** What of a sheet Excel did not answer; without its cells the sheet is not read at all. */
export interface Gap {
  /** Null for the workbook's date system. */
  readonly sheet: string | null;
  readonly part: 'cells' | 'values' | 'merged' | 'hidden' | 'formats' | 'dates';
  /** The code with which it was refused. */
  readonly code: string;
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
/** Numbers that their format makes something else: the days from 1949 to 2064 in either date system … */
const DATE_SERIALS = { from: 16_500, to: 60_500 };
/** … and what Excel makes of 89% and of 85:5, up to a hundred hours. */
const SMALL_NUMBERS = { above: 0, to: 100 / 24 };
/** The first day of the 1904 date system: day 0 there, and this one elsewhere. */
const FIRST_DAY_OF_1904 = 1462;

/** {@link readWorkbook} of the workbook that is open. */
export function readOpenWorkbook(own: OwnResults): Promise<ReadWorkbook> {
  return runReading((context) => readWorkbook(context, own));
}

/**
 * Reads every sheet's used block. A cell without a formula is its own value, so that what is read of every cell is the
 * formula; values are asked for only where somebody else's formula stands, number formats only where a number may be a
 * date, a time or a percentage. What Excel does not answer about a sheet is a gap, and no other sheet goes without. Four
 * syncs, and more for what no single answer can carry.
 */
export async function readWorkbook(context: Excel.RequestContext, own: OwnResults): Promise<ReadWorkbook> {
  const { workbook } = context;
  const { worksheets, names, application } = workbook;
  // Office.js has no property for the date system.
  const firstDay = new Question(() => {
    const day = workbook.functions.date(1904, 1, 1);
    day.load('value');
    return () => day.value;
  });
  const listed = new Question(() => {
    worksheets.load('items/name,items/visibility,items/protection/protected');
    names.load('items/name,items/formula');
    application.load('calculationMode');
    return () => ({ sheets: worksheets.items, names: names.items, mode: application.calculationMode });
  });
  const refused = await askAll(context, [firstDay, listed]);
  if (listed.answer === null) throw refused;

  const seen = listed.answer.sheets.map(lookAt);
  const unseen = await askAll(
    context,
    seen.flatMap(({ used, formats, shapes }) => [used, formats, shapes]),
  );
  if (seen.every(({ used }) => used.answer === null)) throw unseen;
  const sheets = seen.flatMap(partsOf);
  await askAll(
    context,
    sheets.flatMap(({ formulas, merged, rows, columns, rules }) => [
      ...formulas,
      merged,
      ...rows,
      ...columns,
      ...rules,
    ]),
  );
  const read = sheets.filter(({ formulas }) => formulas.every(({ answer }) => answer !== null)).map(withCells);
  const details = read.map((sheet) => new Details(sheet, own));
  await askAll(
    context,
    details.flatMap(({ questions }) => questions),
  );
  const answer = firstDay.answer;
  return {
    snapshot: {
      date1904: answer === 0,
      sheets: read.map(({ sheet, area, cells, merged, hiddenIn, shapes, coloured }, i): SheetSnapshot => ({
        name: sheet.name,
        visibility: visibilityOf(sheet.visibility),
        protected: sheet.protection.protected,
        area,
        formulas: cells,
        values: details[i]?.values() ?? [],
        numberFormats: details[i]?.numberFormats() ?? [],
        merged: merged.answer ?? [],
        shapes,
        coloured: coloured(),
        ...hiddenIn(),
      })),
    },
    names: new Map(listed.answer.names.map(({ name, formula }) => [name, String(formula)])),
    unread: seen.filter(isLarge).map(({ sheet }) => sheet.name),
    gaps: [
      ...(answer === 0 || answer === FIRST_DAY_OF_1904
        ? []
        : [{ sheet: null, part: 'dates', code: firstDay.refusal ?? String(answer) } as const]),
      ...seen.flatMap(gapOf('cells', ({ used }) => [used])),
      ...seen.flatMap(gapOf('formats', ({ formats }) => [formats])),
      ...sheets.flatMap(gapOf('cells', ({ formulas }) => formulas)),
      ...sheets.flatMap(gapOf('merged', ({ merged }) => [merged])),
      ...sheets.flatMap(gapOf('hidden', ({ rows, columns }) => [...rows, ...columns])),
      ...sheets.flatMap(gapOf('formats', ({ rules }) => rules)),
      ...details.flatMap(gapOf('values', ({ questions }) => questions)),
    ],
    isManual: listed.answer.mode === 'Manual',
  };
}

/** The first of some questions about a sheet that Excel refused, as a gap. */
function gapOf<S extends { readonly sheet: Excel.Worksheet }>(
  part: Gap['part'],
  questions: (sheet: S) => readonly Question<unknown>[],
): (sheet: S) => Gap[] {
  return (sheet) => {
    const refused = questions(sheet).find(({ refusal }) => refusal !== null);
    return refused === undefined ? [] : [{ sheet: sheet.sheet.name, part, code: refused.refusal ?? '' }];
  };
}

const NOTHING: Area = { row: 0, column: 0, rows: 0, columns: 0 };

/** Where a sheet's used block lies; whether all its rows and columns are hidden, none (false), or some (null). */
interface Used {
  readonly area: Area;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read -- loaded by the one, synced by askAll, read by the other */
/** A sheet, and the questions about it that do not need to know where its cells are. */
interface SeenSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Question<Used>;
  readonly formats: Question<readonly Excel.ConditionalFormat[]>;
  readonly shapes: Question<number>;
}

function lookAt(sheet: Excel.Worksheet): SeenSheet {
  return {
    sheet,
    used: new Question(() => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
      return () => {
        if (range.isNullObject) return { area: NOTHING, rowHidden: false, columnHidden: false };
        const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
        return { area: { row, column, rows, columns }, rowHidden: range.rowHidden, columnHidden: range.columnHidden };
      };
    }),
    formats: new Question(() => {
      const { conditionalFormats } = sheet.getRange();
      conditionalFormats.load('items/type');
      return () => conditionalFormats.items;
    }),
    shapes: new Question(() => {
      const count = sheet.shapes.getCount();
      return () => count.value;
    }),
  };
}

function isLarge({ used }: SeenSheet): boolean {
  const { area } = used.answer ?? { area: NOTHING };
  return area.rows * area.columns > MOST_CELLS_OF_SHEET;
}

/** A sheet whose cells are asked for, and what is asked about them. */
interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  readonly formulas: readonly Question<SnapshotValue[][]>[];
  readonly merged: Question<Area[]>;
  /** Whether rows and columns are hidden one by one; not asked where all or none are. */
  readonly rows: readonly Question<readonly boolean[]>[];
  readonly columns: readonly Question<readonly boolean[]>[];
  readonly rules: readonly Question<string>[];
  readonly shapes: number;
  readonly coloured: () => boolean;
  readonly hiddenIn: () => Pick<SheetSnapshot, 'hiddenRows' | 'hiddenColumns'>;
}

/** Nothing for a sheet that is too large, or whose used block Excel does not tell. */
function partsOf(seen: SeenSheet): AskedSheet[] {
  const { sheet, used, formats, shapes } = seen;
  if (used.answer === null || isLarge(seen)) return [];
  const { area, rowHidden, columnHidden } = used.answer;
  const rows = rowHidden === null ? hiddenRows(sheet, area) : [];
  const columns = columnHidden === null ? hiddenColumns(sheet, area) : [];
  const { rules, isColoured } = colouring(formats.answer);
  return [
    {
      sheet,
      area,
      formulas: pieces(area.rows, area.columns).map(
        ({ start, count }) =>
          new Question(() => {
            const range = sheet.getRangeByIndexes(area.row + start, area.column, count, area.columns);
            range.load('formulas');
            return () => matrixOf(range.formulas);
          }, count * area.columns),
      ),
      merged: new Question(() => askMergedAreas(sheet, sheet.name, area)),
      rows,
      columns,
      rules,
      shapes: shapes.answer ?? 0,
      coloured: () => isColoured || rules.some(({ answer }) => answer === null || markedSeverity(answer) === null),
      hiddenIn: () => ({
        hiddenRows: hiddenLines(area.row, area.rows, rowHidden, rows),
        hiddenColumns: hiddenLines(area.column, area.columns, columnHidden, columns),
      }),
    },
  ];
}

function withCells<S extends Pick<AskedSheet, 'formulas'>>(sheet: S): S & { readonly cells: SnapshotValue[][] } {
  return { ...sheet, cells: sheet.formulas.flatMap(({ answer }) => answer ?? []) };
}

/** Lines in pieces that a question may ask for. */
export function pieces(lines: number, cellsOfLine: number): { readonly start: number; readonly count: number }[] {
  const most = Math.max(1, Math.floor(CELLS_OF_QUESTION / Math.max(1, cellsOfLine)));
  return Array.from({ length: Math.ceil(lines / most) }, (_, i) => {
    return { start: i * most, count: Math.min(most, lines - i * most) };
  });
}

function hiddenRows(sheet: Excel.Worksheet, { row, column, rows }: Area): Question<boolean[]>[] {
  return pieces(rows, 1).map(
    ({ start, count }) =>
      new Question(() => {
        const found = sheet.getRangeByIndexes(row + start, column, count, 1).getRowProperties({ rowHidden: true });
        return () => found.value.map(({ rowHidden }) => rowHidden === true);
      }, count),
  );
}

function hiddenColumns(sheet: Excel.Worksheet, { row, column, columns }: Area): Question<boolean[]>[] {
  return pieces(columns, 1).map(
    ({ start, count }) =>
      new Question(() => {
        const range = sheet.getRangeByIndexes(row, column + start, 1, count);
        const found = range.getColumnProperties({ columnHidden: true });
        return () => found.value.map(({ columnHidden }) => columnHidden === true);
      }, count),
  );
}

/** The rows or columns of an area that are hidden. */
function hiddenLines(
  from: number,
  count: number,
  all: boolean | null,
  asked: readonly Question<readonly boolean[]>[],
): number[] {
  const lines = Array.from({ length: count }, (_, i) => from + i);
  if (all !== null) return all ? lines : [];
  const isHidden = asked.flatMap(({ answer }) => answer ?? []);
  return lines.filter((_, i) => isHidden[i] === true);
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

/** Whether such formats are more than the program's own marks: what the rules say that may be its own, and the other kinds. */
function colouring(formats: readonly Excel.ConditionalFormat[] | null): {
  readonly rules: readonly Question<string>[];
  readonly isColoured: boolean;
} {
  const found = (formats ?? []).filter(({ type }) => COLOURING.includes(type));
  const own = found.filter(({ type }) => type === 'Custom');
  return {
    isColoured: formats === null || own.length < found.length,
    rules: own.map(
      ({ custom }) =>
        new Question(() => {
          const { rule } = custom;
          rule.load('formula');
          return () => rule.formula;
        }),
    ),
  };
}

/** The values and number formats of a sheet's cells, rows × columns, as far as its formulas do not say them already. */
class Details {
  readonly sheet: Excel.Worksheet;
  private readonly calculated: readonly Asked[];
  private readonly dated: readonly Asked[];
  private readonly cells: readonly (readonly SnapshotValue[])[];

  constructor(
    { sheet, area, cells }: { sheet: Excel.Worksheet; area: Area; cells: readonly (readonly SnapshotValue[])[] },
    { isOwn, ownFrom }: OwnResults,
  ) {
    const isForeign = (cell: SnapshotValue): boolean => isFormula(cell) && !isOwn(cell);
    this.sheet = sheet;
    this.cells = cells;
    const ask = (isCalculated: boolean) => (run: Run) =>
      pieces(run.rows, 1).map(({ start, count }) =>
        asked(sheet, area, { ...run, row: run.row + start, rows: count }, isCalculated),
      );
    this.calculated = runs(cells.slice(0, ownFrom(cells)), isForeign).flatMap(ask(true));
    this.dated = runs(cells, needsFormat).flatMap(ask(false));
  }

  get questions(): readonly Question<CellDetails>[] {
    return [...this.calculated, ...this.dated].map(({ question }) => question);
  }

  values(): SnapshotValue[][] {
    const values = this.cells.map((line) => line.map((cell) => (isFormula(cell) ? '' : cell)));
    for (const { run, question } of this.calculated) put(values, run, question.answer?.values ?? []);
    return values;
  }

  numberFormats(): string[][] {
    const formats = this.cells.map((line) => line.map(() => 'General'));
    for (const { run, question } of [...this.calculated, ...this.dated])
      put(formats, run, question.answer?.numberFormats ?? []);
    return formats;
  }
}

interface CellDetails {
  readonly values: SnapshotValue[][];
  readonly numberFormats: string[][];
}

interface Asked {
  readonly run: Run;
  readonly question: Question<CellDetails>;
}

function asked(sheet: Excel.Worksheet, area: Area, run: Run, isCalculated: boolean): Asked {
  const question = new Question(() => {
    const range = piece(sheet, area, run);
    range.load(isCalculated ? 'values,numberFormat' : 'numberFormat');
    return () => ({
      values: isCalculated ? matrixOf(range.values) : [],
      numberFormats: matrixOf(range.numberFormat).map((line) => line.map(String)),
    });
  }, run.rows);
  return { run, question };
}

/* eslint-enable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read */

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
