import type { AnnualYear } from '../../forms/annual/year';
import { checkAnnualPlans } from '../../forms/annual/plans';
import { yearOf } from '../reading/yearOf';
import { problem } from '../../forms/annual/problems';
import { layoutAnnual } from '../../forms/annual/layout';
import { layoutAnnualLists } from '../../forms/annual/layoutLists';
import type { Preview } from './preview';
import { fitPlan } from '../workbook/fit';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface AnnualOptions {
  readonly year: number;
}

export interface AnnualPreview extends Preview {
  readonly annual: AnnualYear;
}

/**
 * Plans the 年度汇总表 of a year (四·1, R26–R30, R51) from its four 审定表, and says what stands in the way of it. Quarters
 * that are not decided count with their suggestion and are marked.
 */
export async function previewAnnual({ year }: AnnualOptions): Promise<AnnualPreview> {
  return runReading(async (context) => {
    const opened = await readSheets(context);
    const { reading, read, grids, calendar } = opened;
    const { settings } = reading;
    const { annual, sheets, unreadable, directory, register } = yearOf(opened, year);

    const isEmpty = sheets.every((sheet) => sheet === null) && annual.people.length === 0;
    const table = layoutAnnual(annual, grids, settings);
    const lists = layoutAnnualLists(annual, table.excellent, grids, settings);
    const plans = checkAnnualPlans(year, read.snapshot, annual.people, directory, calendar);
    const layouts = [...table.problems, ...lists.problems];
    const unusable = [...reading.problems, ...unreadable, ...layouts].filter(({ code }) => REFUSALS.has(code));
    const refused = isEmpty || unusable.length > 0;
    const problems = isEmpty
      ? [...reading.problems, ...unreadable, problem.annualNothing(year)]
      : [...reading.problems, ...unreadable, ...register.problems, ...annual.problems, ...plans, ...layouts];
    const written = refused ? [] : [...table.sheets, ...lists.sheets];
    const plan = await fitPlan(context, { sheets: written, names: [], problems, basis: reading.basis });
    return { ...reading, annual, plan, refused, problems };
  });
}

/** Problems with which nothing is written at all. */
const REFUSALS: ReadonlySet<string> = new Set([
  'SETTING_INVALID',
  'SETTING_CONTRADICTS',
  'REVIEW_HEADINGS_MISSING',
  'ANNUAL_HEADINGS_MISSING',
  'ANNUAL_PROTECTED',
]);
