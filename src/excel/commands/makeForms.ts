import type { Quarter } from '../../assessment/period';
import { membersIn, readLeadership } from '../../forms/evaluation/leadership';
import { isCalendarSheet } from '../../forms/settings/calendar';
import { layoutCalendar } from '../../forms/settings/layoutCalendar';
import { type FormsWanted, type MadeForm } from '../../forms/paper/made';
import {
  layoutFormsOfMonths,
  splitForms,
  type FormsOfMonths,
  type HandedOut,
  type Split,
} from '../../forms/paper/split';
import { layoutRegisters, type RegistersWanted } from '../../forms/paper/layoutRegisters';
import type { Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import { previewOf, type Preview } from './preview';
import type { Reading, Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface FormsPreview extends Preview {
  /** What the plan makes, in the order of its sheets. */
  readonly forms: readonly MadeForm[];
}

/**
 * Plans empty forms of 附件1, 附件2 or 附件3 for a month, or for each of several, on new sheets (R52–R54). Without a roster, or for people whom it
 * does not have, the preview is refused and its problem says what to do.
 */
export async function previewForms(options: FormsWanted | FormsOfMonths): Promise<FormsPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context);
    const wanted = 'months' in options ? options : { ...options, months: [options.month] };
    const layout = layoutFormsOfMonths(wanted, sourcesOf(sheets));
    return { ...planned(sheets.reading, layout, aboutMaking(sheets)), forms: layout.forms };
  });
}

/** Files to hand out, as data; nothing is written to the workbook. */
export interface SplitForms {
  /** None where one of the problems stands in the way. */
  readonly files: readonly HandedOut[];
  readonly refused: boolean;
  readonly problems: readonly Problem[];
}

/** Plans the same forms in files of their own: one a person, a 科室 or a rater. */
export async function makeSplitForms(options: FormsOfMonths, by: Split): Promise<SplitForms> {
  return runReading(async (context) => {
    const sheets = await readSheets(context);
    const split = splitForms(options, by, sourcesOf(sheets));
    const problems = [...aboutMaking(sheets), ...split.problems];
    const refused = problems.some(({ code }) => REFUSALS.has(code));
    return { files: refused ? [] : split.files, refused, problems };
  });
}

/** Who may be asked to score a quarter: its 考核领导小组, else whoever has scored before; as their names stand there. */
export async function knownRaters(quarter: Quarter): Promise<readonly string[]> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    const leadership = readLeadership(grids.values());
    const members = leadership === null ? [] : membersIn(leadership, quarter).map(({ name }) => name);
    const scored = reading.book.forms.flatMap(({ rater, rows }) => [rater, ...rows.map((row) => row.rater)]);
    const names = members.length > 0 ? members : scored.flatMap((name) => name ?? []);
    return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
  });
}

function sourcesOf({ reading, grids, calendar }: Sheets) {
  const { book, settings } = reading;
  return { book, sheetNames: [...grids.keys()], weights: settings.weights, calendar };
}

/** What is wrong with forms that are there is no business of the new ones. */
function aboutMaking({ reading: { book, problems }, grids }: Sheets): Problem[] {
  const calendars = [...grids.values()].filter(isCalendarSheet).map(({ name }) => name);
  const about = new Set([book.roster?.sheet, SETTINGS_SHEET, ...calendars]);
  return problems.filter(
    ({ sheet, code }) => (sheet !== null && about.has(sheet)) || (book.roster === null && code === 'HIDDEN_SHEET'),
  );
}

/** Plans an empty 人员名册, 特殊情形登记 and 考核记实, as far as the workbook has none. */
export async function previewRegisters(options: RegistersWanted = {}): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    return planned(reading, layoutRegisters(options, reading.book.roster, grids), []);
  });
}

/** Plans an empty 工作日历 for the office's own days, unless the workbook has one. */
export async function previewCalendarSheet(): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    return planned(reading, layoutCalendar(grids), []);
  });
}

/** Problems with which no form is made. */
const REFUSALS: ReadonlySet<string> = new Set([
  'SETTING_INVALID',
  'SETTING_CONTRADICTS',
  'ROSTER_NEEDED',
  'ROSTER_EMPTY',
  'ROSTER_WITHOUT_DEPARTMENT',
  'ROSTER_WITHOUT_PERSON',
  'ROSTER_PERSON_AMBIGUOUS',
]);

function planned(
  reading: Reading,
  { sheets, problems: found }: Pick<Plan, 'sheets' | 'problems'>,
  present: readonly Problem[],
): Preview {
  const problems = [...present, ...found];
  return previewOf(reading, { sheets, refused: problems.some(({ code }) => REFUSALS.has(code)), problems });
}
