import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, yearOf, type CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import type { NoticeStart, UndeterminedInNotice } from '../../assessment/settings';
import { problem } from '../../forms/notice/writingProblems';
import { problem as settingsProblem } from '../../forms/settings/problems';
import { layoutFollowUp } from '../../forms/notice/layoutFollowUp';
import { layoutNotice } from '../../forms/notice/layout';
import { layoutObjections } from '../../forms/notice/layoutObjections';
import type { Objection } from '../../forms/notice/objections';
import { orderNotice, type NoticeOrder } from '../../forms/notice/order';
import type { SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { published, type NoticeLine } from '../../forms/notice/lines';
import { noticePeriod, type NoticePeriod } from '../../forms/notice/period';
import { findNotices, noticeDiffers } from '../../forms/notice/sheet';
import { finalObstacles, layoutFinal } from '../../forms/notice/final';
import { previewOf, type Preview } from './preview';
import { decisionsOf, objectionsOf, refusing } from '../reading/decided';
import type { Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { reviewOf } from '../reading/reviewOf';
import { warningsOf } from '../reading/warnings';
import { runReading } from '../workbook/running';

export interface NoticeOptions {
  readonly quarter: Quarter;
  /** The day on which the notice is posted. */
  readonly start: CalendarDate;
  /** Whether that day counts (ambiguity 24); the workbook's setting unless told otherwise. */
  readonly noticeStart?: NoticeStart;
  /** 机构 unless told otherwise; never by score. */
  readonly order?: NoticeOrder;
  /** What is said of people with 不确定等次; the workbook's setting unless told otherwise. */
  readonly undetermined?: UndeterminedInNotice;
}

export interface NoticePreview extends Preview {
  readonly period: NoticePeriod;
  /** Whom the notice lists, in its order. */
  readonly lines: readonly NoticeLine[];
}

/**
 * Plans the 公示 of a quarter's decisions (R23, 三（二）5): 科室, 姓名, 职务 and 审定等次, and nothing else of anybody.
 * Refused while somebody lacks a decision.
 */
export async function previewNotice(options: NoticeOptions): Promise<NoticePreview> {
  const { quarter, start, order = '机构' } = options;
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { calendar, grids } = sheets;
    const { authority, noticeStart, undeterminedInNotice } = sheets.reading.settings;
    const now = reviewOf(sheets, quarter);
    const decided = decisionsOf(sheets, now);
    const { roster, people } = sheets.reading.book;
    const lines = orderNotice(
      published(decided.lines, options.undetermined ?? undeterminedInNotice),
      order,
      roster === null ? null : people.map(({ key }) => key),
    );
    const period = noticePeriod(start, calendar, options.noticeStart ?? noticeStart);
    const layout = layoutNotice({ authority, quarter, posted: start, period, lines }, grids, calendar);
    const moved = calendar.isWorkday(start) ? [] : [problem.noticeStartMoved(dateTitle(start), dateTitle(period.from))];
    const notices = findNotices(grids.values());
    const posted = notices.find((each) => each.quarter === quarter);
    const register = objectionsOf(sheets, notices, start);
    const empty = register.table === null ? layoutObjections(register, grids).sheets : [];
    const warned = warningsOf(sheets, now.review, decided.review);
    const problems = [...decided.problems, ...warned, ...moved, ...unlisted(period.to, calendar), ...layout.problems];
    const shows = layout.sheets[0]?.sheet ?? posted?.grid.name;
    return { ...planned(sheets, [...layout.sheets, ...empty], problems, { warned, shows }), period, lines };
  });
}

export interface ObjectionPreview extends Preview {
  readonly objections: readonly Objection[];
}

/** Plans what the program fills in of 复核登记 (R24, 三（二）5): the days of answer, and what is late or overdue today. */
export async function previewObjections({ today }: { readonly today: CalendarDate }): Promise<ObjectionPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context);
    const register = objectionsOf(sheets, findNotices(sheets.grids.values()), today);
    const { objections } = register;
    const layout = layoutObjections(register, sheets.grids);
    const years = new Set(objections.flatMap(({ deadline }) => (deadline === null ? [] : [yearOf(deadline)])));
    const unknown = [...years].flatMap((year) => unlisted(`${year}-01-01`, sheets.calendar));
    return { ...planned(sheets, layout.sheets, [...register.problems, ...unknown, ...layout.problems]), objections };
  });
}

export interface FinaliseOptions {
  readonly quarter: Quarter;
  readonly today: CalendarDate;
  /** 一般 is followed up too (四·2 asks for it where 成绩较差). */
  readonly includeFair?: boolean;
}

/**
 * Plans the 定稿 of a quarter (R25, 三（二）5) and 结果运用, the lists of whom to praise and whom to talk to (R31, R33).
 * Refused until the notice has ended and every objection has its answer.
 */
export async function previewFinalise({ quarter, today, includeFair = false }: FinaliseOptions): Promise<Preview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const now = reviewOf(sheets, quarter);
    const decided = decisionsOf(sheets, now);
    const notices = findNotices(sheets.grids.values());
    const notice = notices.find((each) => each.quarter === quarter);
    const register = objectionsOf(sheets, notices, today);
    const obstacles = finalObstacles(quarter, today, notice, register.objections);
    const warned = warningsOf(sheets, now.review, decided.review);
    const before = [...decided.problems, ...warned, ...register.problems, ...obstacles];
    const period = notice?.period ?? null;
    if (decided.review === null || notice === undefined || period === null) return planned(sheets, [], before);
    const differs = noticeDiffers(notice, decided.lines) ? [problem.finalDiffers(notice.grid.name)] : [];
    const final = layoutFinal(today, period, decided.review.table);
    const options = { quarter, includeFair, barred: refusing(now, quarter) };
    const lists = layoutFollowUp(decided.lines, options, sheets.grids);
    const problems = [...before, ...differs, ...final.problems, ...lists.problems];
    // Once the quarter is final, it is the lists that are asked for.
    const shows = (final.sheets[0] ?? lists.sheets[0])?.sheet;
    return planned(sheets, [...final.sheets, ...lists.sheets], problems, { warned, shows });
  });
}

/** Nothing is planned while an error stands in the way. */
function planned(
  { reading }: Sheets,
  sheets: readonly SheetPlan[],
  problems: readonly Problem[],
  more: { readonly warned?: readonly Problem[]; readonly shows?: string | undefined } = {},
): Preview {
  const refused = problems.some(({ severity }) => severity === 'error');
  return previewOf(reading, { sheets, refused, problems, ...more });
}

function unlisted(date: CalendarDate, calendar: WorkCalendar): Problem[] {
  const year = yearOf(date);
  return calendar.hasOfficialList(year) ? [] : [settingsProblem.calendarUnknown(year)];
}
