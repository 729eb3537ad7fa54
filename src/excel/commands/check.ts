import { cellAddress } from '../../forms/grid/address';
import type { MonthCompleteness } from '../../forms/evaluation/states';
import { layoutCheck } from '../../forms/check/layout';
import { layoutCompleteness } from '../../forms/check/layoutCompleteness';
import { marksOf, sameMarks } from '../../forms/grid/marks';
import { emptySheetPlan, type Plan, type SheetPlan } from '../../forms/grid/plan';
import { previewOf, type Preview } from './preview';
import { problem } from '../workbook/problems';
import { readMarks } from '../workbook/marks';
import { checked, type CheckScope } from '../reading/checked';
import type { CommandOptions, Reading } from '../reading/reading';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export type ReadingOptions = CommandOptions & CheckScope;

export interface CheckOptions extends CommandOptions, CheckScope {
  /** Mark the cells that errors and warnings concern; true unless told otherwise. */
  readonly marks?: boolean;
}

/** A reading with what every person has handed in, month by month. */
export interface CheckReading extends Reading {
  readonly completeness: readonly MonthCompleteness[];
}

/** Reads and checks the workbook's forms; nothing is written. */
export async function check(options: ReadingOptions = {}): Promise<CheckReading> {
  return runReading(async (context) => {
    const { reading, completeness } = checked(await readSheets(context, options), options);
    return { ...reading, completeness };
  });
}

/** Plans 检查结果, where there are 附件1 or 附件2 材料完整性, and, unless told otherwise, the marks over the cells that errors and warnings concern. */
export async function previewCheck(options: CheckOptions = {}): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, read, grids, completeness } = checked(await readSheets(context, options), options);
    const list = layoutCheck(reading, grids, read.unread);
    const table = layoutCompleteness(completeness, grids, read.unread);
    const wanted = options.marks === false ? null : marksOf(reading.problems, read.snapshot);
    const open = read.snapshot.sheets.filter((sheet) => !sheet.protected).map(({ name }) => name);
    const marks = wanted === null ? NO_MARKS : await planMarks(context, open, (sheet) => wanted.get(sheet) ?? []);
    const sheets = [...marks.sheets, list, ...(table === null ? [] : [table])];
    // What was not told while reading is said already.
    const left = marks.problems.filter(({ sheet }) => !read.gaps.some((gap) => gap.sheet === sheet));
    const problems = [...reading.problems, ...left];
    return previewOf(reading, { sheets, refused: false, problems, shows: list.sheet });
  });
}

/** Plans the removal of every mark that checks have left; nothing else changes. */
export async function previewClearMarks(): Promise<{ readonly plan: Plan }> {
  return runReading(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/protection/protected');
    await context.sync();
    const open = worksheets.items.filter(({ protection }) => !protection.protected).map(({ name }) => name);
    return { plan: { ...(await planMarks(context, open, () => [])), names: [] } };
  });
}

/** What is planned about marks, and the sheets that are left as they are since Excel does not tell what stands there. */
type MarksPlan = Pick<Plan, 'sheets' | 'problems'>;
const NO_MARKS: MarksPlan = { sheets: [], problems: [] };

/** Plans for the sheets whose marks are to change. Three syncs. */
async function planMarks(
  context: Excel.RequestContext,
  sheets: readonly string[],
  wanted: (sheet: string) => NonNullable<SheetPlan['marks']>['marks'],
): Promise<MarksPlan> {
  const present = await readMarks(
    context,
    sheets.map((sheet) => ({ sheet, marks: wanted(sheet) })),
  );
  const known = sheets.filter((sheet) => !present.unknown.has(sheet));
  const planned = known.flatMap((sheet) => {
    const before = present.marks.get(sheet) ?? [];
    const free = present.free.get(sheet);
    const marks = wanted(sheet).map((mark) => {
      return free?.has(cellAddress(mark.row, mark.column)) === true ? mark : { ...mark, message: '' };
    });
    return sameMarks(before, marks) ? [] : [{ ...emptySheetPlan(sheet, false), marks: { marks, before } }];
  });
  return { sheets: planned, problems: [...present.unknown].map(([sheet, code]) => problem.marksKept(sheet, code)) };
}
