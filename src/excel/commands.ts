import { monthsOf, monthTitle, type Quarter } from '../assessment/period';
import { reviewQuarter, type QuarterReview } from '../assessment/quarterly';
import type { Settings } from '../assessment/settings';
import type { Scale } from '../assessment/total';
import { readBook, type Book } from '../forms/book';
import { problem } from '../forms/codes';
import { layoutReview } from '../forms/layoutReview';
import { layoutScores, type ScoreLayout } from '../forms/layoutScores';
import type { Plan } from '../forms/plan';
import type { Problem } from '../forms/problem';
import { layoutSettings, readSettings, SETTINGS_SHEET } from '../forms/settingsSheet';
import { SheetGrid } from '../forms/sheetGrid';
import { fitPlan } from './fit';
import { readWorkbook, type ReadWorkbook } from './snapshot';

export interface CommandOptions {
  /** The quarter to work on; without it, `score` takes every form of the workbook. */
  readonly quarter?: Quarter;
  /** Overrules the workbook's setting. */
  readonly scale?: Scale;
  /** Forms on hidden sheets count too. */
  readonly includeHidden?: boolean;
}

/** What a workbook says, before anything is written. */
export interface Reading {
  readonly book: Book;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** What a command would write. Nothing has been written yet. */
export interface Preview extends Reading {
  readonly plan: Plan;
  /** One of the problems stands in the way of writing anything; the plan is empty. */
  readonly refused: boolean;
}

export interface ReviewPreview extends Preview {
  readonly review: QuarterReview;
}

/** Reads and checks the workbook's score sheets. */
export async function check(options: CommandOptions = {}): Promise<Reading> {
  return Excel.run(async (context) => readingOf(await readWorkbook(context), options).reading);
}

/** Plans totals, 得分等次, the months' quota lines and the validation of scores, live in the score sheets. */
export async function previewScore(options: CommandOptions = {}): Promise<Preview> {
  return Excel.run(async (context) => {
    const sheets = readingOf(await readWorkbook(context), options);
    const scores = scoresOf(sheets, options.quarter);
    return { ...sheets.reading, ...(await planOf(context, sheets, [scores])) };
  });
}

/** Plans the 季度审定表 of a quarter, and what its formulas need in the score sheets. */
export async function previewReview(options: CommandOptions & { readonly quarter: Quarter }): Promise<ReviewPreview> {
  return Excel.run(async (context) => {
    const sheets = readingOf(await readWorkbook(context), options);
    const { book, settings } = sheets.reading;
    const review = reviewQuarter(options.quarter, book.quarter(options.quarter), settings);
    const months = new Set(book.forms.map(({ month }) => month));
    const missing = monthsOf(options.quarter)
      .filter((month) => !months.has(month))
      .map((month) => problem.monthWithoutForm(monthTitle(month)));
    const scores = scoresOf(sheets, options.quarter);
    const table = layoutReview(review, book, scores.places, sheets.grids, settings);
    const circumstances = [...sheets.grids.values()]
      .filter(hasCircumstances)
      .map(({ name }) => problem.circumstancesNotApplied(name));
    const layouts = [scores, { ...table, problems: [...circumstances, ...missing, ...table.problems] }];
    return { ...sheets.reading, review, ...(await planOf(context, sheets, layouts)) };
  });
}

/** Whether a sheet is a 特殊情形登记 in which somebody is entered. */
function hasCircumstances(grid: SheetGrid): boolean {
  for (let row = 0; row < grid.rowEnd - 1; row++) {
    for (let column = 0; column < grid.columnEnd; column++) {
      if (grid.value(row, column) === '情形') return grid.value(row + 1, column) !== '';
    }
  }
  return false;
}

interface Sheets {
  readonly reading: Reading;
  readonly read: ReadWorkbook;
  readonly grids: ReadonlyMap<string, SheetGrid>;
}

function readingOf(read: ReadWorkbook, options: CommandOptions): Sheets {
  const grids = new Map(read.snapshot.sheets.map((sheet) => [sheet.name, SheetGrid.of(sheet)]));
  const { settings: stored, problems } = readSettings(grids.get(SETTINGS_SHEET));
  // A scale that is asked for goes into the 考核设置 that is made, so that the next run keeps to it.
  const settings = options.scale === undefined ? stored : { ...stored, scale: options.scale };
  const book = readBook(read.snapshot, { settings, ...options });
  const unread = read.unread.map((sheet) => problem.sheetUnread(sheet));
  return { read, grids, reading: { book, settings, problems: [...problems, ...unread, ...book.problems] } };
}

function scoresOf({ reading: { book, settings }, grids }: Sheets, quarter: Quarter | undefined): ScoreLayout {
  const months: readonly (string | null)[] | undefined = quarter === undefined ? undefined : monthsOf(quarter);
  const forms = months === undefined ? book.forms : book.forms.filter(({ month }) => months.includes(month));
  return layoutScores(forms, book, grids, settings);
}

/** One plan out of several layouts. Nothing is planned while a setting or name is wrong, or one layout was refused. */
async function planOf(
  context: Excel.RequestContext,
  { read, grids, reading }: Sheets,
  layouts: readonly Pick<Plan, 'sheets' | 'problems'>[],
): Promise<Pick<Preview, 'plan' | 'refused' | 'problems'>> {
  const settings = layoutSettings(grids.get(SETTINGS_SHEET), read.names, reading.settings);
  const problems = [...settings.problems, ...layouts.flatMap((layout) => layout.problems)];
  const refused = [...reading.problems, ...problems].some(({ code }) => REFUSALS.has(code));
  const sheets = refused ? [] : [...settings.sheets, ...layouts.flatMap((layout) => layout.sheets)];
  const plan = await fitPlan(context, { sheets, names: refused ? [] : settings.names, problems });
  return { plan, refused, problems: [...reading.problems, ...problems] };
}

/** Problems with which nothing is written at all. */
const REFUSALS: ReadonlySet<string> = new Set([
  'SETTING_INVALID',
  'SETTING_CONTRADICTS',
  'NAME_TAKEN',
  'REVIEW_HEADINGS_MISSING',
  'REVIEW_PROTECTED',
]);
