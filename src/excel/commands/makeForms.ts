import { isCalendarSheet } from '../../forms/settings/calendar';
import { layoutCalendar } from '../../forms/settings/layoutCalendar';
import { layoutMadeForms, type FormsWanted, type MadeForm } from '../../forms/paper/made';
import { layoutRegisters, type RegistersWanted } from '../../forms/paper/layoutRegisters';
import type { Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import { previewOf, type Preview } from './preview';
import type { Reading } from '../reading/reading';
import { readSheets } from './sheets';

export interface FormsPreview extends Preview {
  /** What the plan makes, in the order of its sheets. */
  readonly forms: readonly MadeForm[];
}

/**
 * Plans empty forms of 附件1, 附件2 or 附件3 for a month on new sheets (R52–R54). Without a roster, or for people whom it
 * does not have, the preview is refused and its problem says what to do.
 */
export async function previewForms(options: FormsWanted): Promise<FormsPreview> {
  return Excel.run(async (context) => {
    const { reading, grids, calendar } = await readSheets(context);
    const { book, settings } = reading;
    const layout = layoutMadeForms(options, { book, sheetNames: grids.keys(), weights: settings.weights, calendar });
    const calendars = [...grids.values()].filter(isCalendarSheet).map(({ name }) => name);
    const about = new Set([book.roster?.sheet, SETTINGS_SHEET, ...calendars]);
    // What is wrong with forms that are there is no business of the new ones.
    const present = reading.problems.filter(
      ({ sheet, code }) => (sheet !== null && about.has(sheet)) || (book.roster === null && code === 'HIDDEN_SHEET'),
    );
    return { ...planned(reading, layout, present), forms: layout.forms };
  });
}

/** Plans an empty 人员名册, 特殊情形登记 and 考核记实, as far as the workbook has none. */
export async function previewRegisters(options: RegistersWanted = {}): Promise<Preview> {
  return Excel.run(async (context) => {
    const { reading, grids } = await readSheets(context);
    return planned(reading, layoutRegisters(options, reading.book.roster, grids), []);
  });
}

/** Plans an empty 工作日历 for the office's own days, unless the workbook has one. */
export async function previewCalendarSheet(): Promise<Preview> {
  return Excel.run(async (context) => {
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
