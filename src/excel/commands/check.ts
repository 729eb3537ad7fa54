import type { CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import { cellAddress } from '../../forms/grid/address';
import { checkCompleteness } from '../../forms/check/completeness';
import type { MonthCompleteness } from '../../forms/evaluation/states';
import { layoutCheck } from '../../forms/check/layout';
import { layoutCompleteness } from '../../forms/check/layoutCompleteness';
import { marksOf, sameMarks } from '../../forms/grid/marks';
import { emptySheetPlan, type Plan, type SheetPlan } from '../../forms/grid/plan';
import { previewOf, type Preview } from './preview';
import { readMarks } from '../workbook/marks';
import type { CommandOptions, Reading, Sheets } from '../reading/reading';
import { rulesOf } from '../reading/reviewOf';
import { readSheets } from './sheets';

export interface ReadingOptions extends CommandOptions {
  /** What is not yet due on this day is not missing; without it everything counts as due. */
  readonly today?: CalendarDate;
  /** The one month whose material is judged, whether or not there is any; else every month of which there are forms. */
  readonly month?: Month;
}

export interface CheckOptions extends ReadingOptions {
  /** Mark the cells that errors and warnings concern; true unless told otherwise. */
  readonly marks?: boolean;
}

/** A reading with what every person has handed in, month by month. */
export interface CheckReading extends Reading {
  readonly completeness: readonly MonthCompleteness[];
}

/** Reads and checks the workbook's forms; nothing is written. */
export async function check(options: ReadingOptions = {}): Promise<CheckReading> {
  return Excel.run(async (context) => {
    const { reading, completeness } = checked(await readSheets(context, options), options);
    return { ...reading, completeness };
  });
}

interface Checked extends Sheets {
  readonly completeness: readonly MonthCompleteness[];
}

/** A reading with everything that a check has to say: what stands in the forms, and which forms are missing. */
function checked(sheets: Sheets, { today, month }: ReadingOptions): Checked {
  const { reading, calendar } = sheets;
  const { months, problems } = checkCompleteness(reading.book, {
    calendar,
    ...(today === undefined ? {} : { today }),
    ...(month === undefined ? {} : { month }),
  });
  const registered = rulesOf(sheets).register.problems;
  const all = [...reading.problems, ...registered, ...problems];
  return { ...sheets, reading: { ...reading, problems: all }, completeness: months };
}

/** Plans 检查结果, where there are 附件1 or 附件2 材料完整性, and, unless told otherwise, the marks over the cells that errors and warnings concern. */
export async function previewCheck(options: CheckOptions = {}): Promise<Preview> {
  return Excel.run(async (context) => {
    const { reading, read, grids, completeness } = checked(await readSheets(context, options), options);
    const list = layoutCheck(reading, grids, read.unread);
    const table = layoutCompleteness(completeness, grids, read.unread);
    const wanted = options.marks === false ? null : marksOf(reading.problems, read.snapshot);
    const open = read.snapshot.sheets.filter((sheet) => !sheet.protected).map(({ name }) => name);
    const marks = wanted === null ? [] : await planMarks(context, open, (sheet) => wanted.get(sheet) ?? []);
    const sheets = [...marks, list, ...(table === null ? [] : [table])];
    return previewOf(reading, { sheets, refused: false, problems: reading.problems });
  });
}

/** Plans the removal of every mark that checks have left; nothing else changes. */
export async function previewClearMarks(): Promise<{ readonly plan: Plan }> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/protection/protected');
    await context.sync();
    const open = worksheets.items.filter(({ protection }) => !protection.protected).map(({ name }) => name);
    return { plan: { sheets: await planMarks(context, open, () => []), names: [], problems: [] } };
  });
}

/** Plans for the sheets whose marks are to change. Three syncs. */
async function planMarks(
  context: Excel.RequestContext,
  sheets: readonly string[],
  wanted: (sheet: string) => NonNullable<SheetPlan['marks']>['marks'],
): Promise<SheetPlan[]> {
  const present = await readMarks(
    context,
    sheets.map((sheet) => ({ sheet, marks: wanted(sheet) })),
  );
  return sheets.flatMap((sheet) => {
    const before = present.marks.get(sheet) ?? [];
    const free = present.free.get(sheet);
    const marks = wanted(sheet).map((mark) => {
      return free?.has(cellAddress(mark.row, mark.column)) === true ? mark : { ...mark, message: '' };
    });
    return sameMarks(before, marks) ? [] : [{ ...emptySheetPlan(sheet, false), marks: { marks, before } }];
  });
}
