import { INDICATORS } from '../../assessment/indicator';
import type { Settings } from '../../assessment/settings';
import { readBook } from '../book/book';
import { circumstancesOn } from '../book/registerLine';
import { findRosterTable } from '../book/roster';
import type { Book } from '../book/model';
import { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { isFormula, type SheetSnapshot, type WorkbookSnapshot } from '../grid/snapshot';
import { findReview, reviewedQuarters, tableBelow, type ReviewTable } from '../review/table';
import { canonicalReview, canonicalScores, canonicalTable } from './canonical';
import { LEFT_OUT, type ImportKind } from './kinds';
import { canonicalLeave } from './leave';
import { timeOfTable } from './outsideDates';
import { problem } from './problems';
import { mappingOf, type Certainty, type KnownHeadings, type Mapping, type TableChoice } from './proposal';

/** A file whose sheets are to go into the open workbook. */
export interface ImportFile {
  readonly name: string;
  readonly book: Book;
  /** Without the program's own sheets. */
  readonly snapshot: WorkbookSnapshot;
  /** The names of these: results, lists and settings, which are taken from no other workbook. */
  readonly own: readonly string[];
}

/** A table whose headings no reader knows, and what is said or guessed of them. */
export interface ImportTable extends Mapping {
  readonly file: string;
  readonly sheet: string;
}

/** What a file's sheets are. */
export interface OutsideContents {
  readonly file: string;
  readonly rosters: readonly SheetSnapshot[];
  /** Rosters whose headings had to be told. */
  readonly mappedRosters: readonly { readonly sheet: SheetSnapshot; readonly headerRow: number }[];
  readonly registers: readonly SheetSnapshot[];
  readonly reviews: readonly { readonly sheet: string; readonly table: ReviewTable }[];
  /** The tables that are no one's as they stand, taken or not. */
  readonly tables: readonly ImportTable[];
  /** The file as the readers take it, and the forms on it. */
  readonly snapshot: WorkbookSnapshot;
  readonly book: Book;
  /** Sheets that are read as forms or as one of the above. */
  readonly taken: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

interface Recognised {
  /** In place of the sheet, for the readers of forms; null leaves the sheet to them as it is. */
  readonly sheet: SheetSnapshot | null;
  readonly isTaken: boolean;
}

/** Recognises what each sheet of a file is, by the readers that the workbook's own sheets have. */
export function contentsOf(
  { name: file, book: asGiven, snapshot }: ImportFile,
  knownOf: (sheet: string) => KnownHeadings,
  settings: Settings,
): OutsideContents {
  const { date1904 } = snapshot;
  const forms = new Set(asGiven.formsInOrder.map(({ sheet }) => sheet));
  const rosters: SheetSnapshot[] = [];
  const mappedRosters: { sheet: SheetSnapshot; headerRow: number }[] = [];
  const registers: SheetSnapshot[] = [];
  const reviews: { sheet: string; table: ReviewTable }[] = [];
  const tables: ImportTable[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();

  const recognise = (sheet: SheetSnapshot): Recognised => {
    const asIs = (isTaken: boolean): Recognised => ({ sheet: null, isTaken });
    if (sheet.visibility !== 'Visible' || sheet.area.rows === 0) return asIs(false);
    const cells = new SheetCells(sheet, date1904);
    const known = knownOf(sheet.name);
    if (known.chosen.kind === null) {
      const left = mappingOf(cells, known);
      if (left !== null) tables.push({ ...left, file, sheet: sheet.name });
      return asIs(false);
    }
    const grid = SheetGrid.of(sheet);
    const found = reviewedQuarters([grid]).flatMap((quarter) => {
      const table = findReview(grid, quarter);
      return table === undefined || 'missing' in table ? [] : [table];
    });
    if (found.length > 0) {
      reviews.push(...found.map((table) => ({ sheet: sheet.name, table })));
      return asIs(true);
    }
    const isPartlyKnown = isIncomplete(asGiven, sheet.name);
    if (forms.has(sheet.name) && !isPartlyKnown) return asIs(true);
    const native = nativeKind(grid, cells, known.chosen);
    if (native !== null) {
      const better = mappingOf(cells, { ...known, chosen: { ...known.chosen, kind: native } });
      const has = (...wanted: readonly Certainty[]) =>
        better?.columns.some(({ certainty }) => wanted.includes(certainty)) === true;
      if (better !== null && has('guessed', 'chosen', 'remembered'))
        tables.push({ ...better, file, sheet: sheet.name });
      // What is only guessed of its other columns keeps nobody from reading those that are known.
      if (better?.isConfirmed === true && has('chosen', 'remembered')) return mapped(sheet, cells, better, native);
      (native === '人员名册' ? rosters : registers).push(sheet);
      return asIs(true);
    }
    const mapping = mappingOf(cells, known);
    if (isPartlyKnown && mapping?.kind !== '测评表') return asIs(true);
    if (mapping === null) return asIs(false);
    tables.push({ ...mapping, file, sheet: sheet.name });
    const { kind, isConfirmed } = mapping;
    return kind === null || !isConfirmed ? asIs(false) : mapped(sheet, cells, mapping, kind);
  };

  const mapped = (sheet: SheetSnapshot, cells: SheetCells, mapping: Mapping, kind: ImportKind): Recognised => {
    const took = (canonical: SheetSnapshot): Recognised => ({ sheet: canonical, isTaken: true });
    if (kind === '特殊情形登记') {
      const leave = canonicalLeave(file, sheet, date1904, mapping);
      registers.push(...leave.sheets);
      problems.push(...leave.problems);
      return took(leave.sheets[0] ?? sheet);
    }
    if (kind === '人员名册') {
      const canonical = canonicalTable(sheet, mapping);
      mappedRosters.push({ sheet: canonical, headerRow: mapping.heading.lastRow });
      return took(canonical);
    }
    if (kind === '测评表') {
      const labels = new Set(mapping.columns.map(({ label }) => label));
      const isWhole = INDICATORS.every(({ label }) => labels.has(label));
      return isWhole ? took(canonicalScores(sheet, mapping)) : { sheet: null, isTaken: false };
    }
    const { quarter } = timeOfTable(cells, mapping.heading.row, file);
    if (quarter === null) {
      problems.push(problem.importWithoutQuarter(file, sheet.name));
      return { sheet: null, isTaken: false };
    }
    const canonical = canonicalReview(sheet, mapping, quarter);
    const title = { quarter, row: mapping.heading.lastRow - 1, isOwn: true };
    const table = tableBelow(SheetGrid.of(canonical), title);
    if (table === undefined) {
      problems.push(problem.importWithoutDecision(file, sheet.name));
      return { sheet: null, isTaken: false };
    }
    reviews.push({ sheet: sheet.name, table });
    return took(canonical);
  };

  const sheets = snapshot.sheets.map((sheet) => {
    const { sheet: canonical, isTaken } = recognise(sheet);
    if (isTaken) taken.add(sheet.name);
    if (isTaken && isUncalculated(sheet)) problems.push(problem.importUncalculated(file, sheet.name));
    return canonical ?? sheet;
  });
  const isChanged = sheets.some((sheet, i) => sheet !== snapshot.sheets[i]);
  const read = { ...snapshot, sheets };
  const book = isChanged ? readBook(read, { settings }) : asGiven;
  return { file, rosters, mappedRosters, registers, reviews, tables, snapshot: read, book, taken, problems };
}

/** Whether a sheet is a register or a roster as it stands, unless the person says that it is something else. */
function nativeKind(grid: SheetGrid, cells: SheetCells, { kind }: TableChoice): '特殊情形登记' | '人员名册' | null {
  const found = circumstancesOn(grid) !== null ? '特殊情形登记' : findRosterTable(cells) !== null ? '人员名册' : null;
  return kind === undefined || kind === found ? found : null;
}

/** The one 附件3 of a sheet, which lacks a column: its heading may be in other words. */
function isIncomplete({ formsInOrder }: Book, sheet: string): boolean {
  const [form, ...others] = formsInOrder.filter((each) => each.sheet === sheet);
  return form?.annex === 3 && others.length === 0 && form.columns.scores.some((column) => column < 0);
}

/** Written by a program that did not calculate: there are formulas, and not one of them has a result. */
function isUncalculated({ formulas, values }: SheetSnapshot): boolean {
  let results = 0;
  let count = 0;
  formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      if (!isFormula(formula)) return;
      count++;
      if ((values[r]?.[c] ?? '') !== '') results++;
    }),
  );
  return count > 0 && results === 0;
}

/** The sheets of a file that nobody reads, with what they hold. */
export function unusedSheets({ name: file, own, snapshot }: ImportFile, { taken, tables }: OutsideContents): Problem[] {
  const unread = snapshot.sheets.flatMap((sheet): Problem[] => {
    if (taken.has(sheet.name)) return [];
    const texts = sheet.values.flatMap((line) =>
      line.filter((value) => value !== '').map((value) => String(value).trim()),
    );
    if (texts.length === 0) return [];
    if (sheet.visibility !== 'Visible') return [problem.importHidden(file, sheet.name)];
    const table = tables.find((each) => each.sheet === sheet.name);
    const headings = table === undefined ? texts.slice(0, 3) : table.columns.map(({ heading }) => heading);
    return table !== undefined && table.kind !== null && !table.isConfirmed
      ? [problem.importOpen(file, sheet.name, table.kind, guessesOf(table))]
      : [problem.importUnused(file, sheet.name, headings, texts.length)];
  });
  return own.length === 0 ? unread : [...unread, problem.importOwnSheets(file, own)];
}

/** Numbers of lines, which are given anew. */
const UNWANTED: readonly string[] = ['序号', '编号'];

/** Columns of taken tables that hold something and that nobody took or left out. */
export function unusedMapped({ file, tables, taken }: OutsideContents): Problem[] {
  return tables.flatMap((table) => {
    const { sheet, columns } = table;
    if (!taken.has(sheet)) return [];
    const left = columns.filter(
      ({ heading, label, example }) => label === '' && example !== '' && !UNWANTED.includes(heading),
    );
    const guesses = guessesOf(table);
    return [
      ...(guesses.length === 0 ? [] : [problem.importColumnsOpen(file, sheet, guesses)]),
      ...(left.length === 0
        ? []
        : [
            problem.importColumnsLeft(
              file,
              sheet,
              left.map(({ heading }) => heading),
            ),
          ]),
    ];
  });
}

/** 假别→情形, 起→开始日期: what has to be confirmed. */
function guessesOf({ columns }: ImportTable): string[] {
  return columns.flatMap(({ heading, label, certainty }) =>
    certainty === 'guessed' && label !== LEFT_OUT ? [`${heading}→${label}`] : [],
  );
}
