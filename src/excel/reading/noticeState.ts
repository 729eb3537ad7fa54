import type { CalendarDate } from '../../assessment/calendarDate';
import { readFollowUp, type FollowUpLine } from '../../forms/notice/followUp';
import type { Objection } from '../../forms/notice/objections';
import type { Problem } from '../../forms/grid/problem';
import { published, type NoticeLine } from '../../forms/notice/lines';
import { finalLine, finalObstacles } from '../../forms/notice/final';
import type { NoticePeriod } from '../../forms/notice/period';
import { findNotices, noticeDiffers, type NoticeSheet } from '../../forms/notice/sheet';
import { decisionsOf, objectionsOf } from './decided';
import type { Sheets } from './reading';
import type { ReviewNow } from './reviewOf';

/** How far a quarter is after its decision, as the workbook has it on a day (三（二）5, 四·2). */
export interface NoticeState {
  /** Whom a notice made now would list, in its order: all that it says of anybody. */
  readonly lines: readonly NoticeLine[];
  /** What stands in the way of a notice, and what it would leave blank. */
  readonly decisionProblems: readonly Problem[];
  /** The quarter's 公示; null where there is none. */
  readonly posted: PostedNotice | null;
  /** 复核登记 is there. */
  readonly hasRegister: boolean;
  /** The objections to this quarter, and those that do not say to which. */
  readonly objections: readonly Objection[];
  readonly objectionProblems: readonly Problem[];
  /** What stands in the way of 定稿. */
  readonly finalObstacles: readonly Problem[];
  /** The 定稿 line on the 审定表; null while the quarter is not final. */
  readonly final: { readonly sheet: string; readonly cell: string; readonly text: string } | null;
  /** The quarter's lines of 结果运用. */
  readonly followUp: readonly FollowUpLine[];
}

export interface PostedNotice {
  readonly sheet: string;
  /** null where its paragraph names none that can be read. */
  readonly period: NoticePeriod | null;
  /** It no longer says what was decided. */
  readonly differs: boolean;
}

export function noticeState(sheets: Sheets, now: ReviewNow, today: CalendarDate): NoticeState {
  const { quarter } = now.review;
  const grids = [...sheets.grids.values()];
  const decided = decisionsOf(sheets, now);
  const notices = findNotices(grids);
  const notice = notices.find((each) => each.quarter === quarter);
  const register = objectionsOf(sheets, notices, today);
  const line = decided.review === null ? null : finalLine(decided.review.table.grid);
  const errors = [...decided.problems, ...register.problems].filter(({ severity }) => severity === 'error');
  return {
    lines: published(decided.lines, sheets.reading.settings.undeterminedInNotice),
    decisionProblems: decided.problems,
    posted: notice === undefined ? null : postedOf(notice, decided.lines),
    hasRegister: register.table !== null,
    objections: register.objections.filter((each) => each.quarter === quarter || each.quarter === null),
    objectionProblems: register.problems,
    finalObstacles: [...errors, ...finalObstacles(quarter, today, notice, register.objections)],
    final: decided.review === null || line === null ? null : { sheet: decided.review.table.grid.name, ...line },
    followUp: readFollowUp(grids, quarter, sheets.read.snapshot.date1904) ?? [],
  };
}

function postedOf(notice: NoticeSheet, decided: readonly NoticeLine[]): PostedNotice {
  return { sheet: notice.grid.name, period: notice.period, differs: noticeDiffers(notice, decided) };
}
