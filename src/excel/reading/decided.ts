import type { CalendarDate } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/notice/problems';
import { orderNotice } from '../../forms/notice/order';
import { readObjections, type ObjectionBook } from '../../forms/notice/objections';
import type { Problem } from '../../forms/grid/problem';
import { noticeLines, type NoticeLine } from '../../forms/notice/lines';
import type { NoticeSheet } from '../../forms/notice/sheet';
import { isAssessed, reviewedPeople } from '../../forms/review/decisions';
import type { ReviewSheet } from '../../forms/review/read';
import type { Sheets } from './reading';
import { reviewSheetOf, type ReviewNow } from './reviewOf';

/** What the group decided for a quarter, as far as a notice may say it. */
export interface QuarterDecisions {
  readonly review: ReviewSheet | null;
  /** Everybody with a decision, in the order of 机构. */
  readonly lines: readonly NoticeLine[];
  readonly problems: readonly Problem[];
}

export function decisionsOf(sheets: Sheets, { review }: Pick<ReviewNow, 'review'>): QuarterDecisions {
  const { sheet, problems } = reviewSheetOf(sheets, review.quarter);
  if (sheet === null) {
    const none = problems.length > 0 ? problems : [problem.noticeWithoutReview(quarterTitle(review.quarter))];
    return { review: null, lines: [], problems: none };
  }
  const reviewed = reviewedPeople(review);
  const decided = noticeLines(sheet, (line) => !isAssessed(line, reviewed.get(line.key)));
  const { roster, people } = sheets.reading.book;
  const ordered = orderNotice(decided.lines, '机构', roster === null ? null : people.map(({ key }) => key));
  return { review: sheet, lines: ordered, problems: [...problems, ...decided.problems] };
}

/** 复核登记 as it stands on a day. */
export function objectionsOf(
  { grids, calendar, read }: Sheets,
  notices: readonly NoticeSheet[],
  today: CalendarDate,
): ObjectionBook {
  return readObjections(grids.values(), notices, today, calendar, read.snapshot.date1904);
}

/** 五·6: who refuses to take part is not praised in that year. */
export function refusing({ register }: Pick<ReviewNow, 'register'>, quarter: Quarter): ReadonlySet<string> {
  const refused = [...register.entries].filter(([, circumstances]) =>
    circumstances.some(({ kind, from }) => kind === '拒不参加' && from.slice(0, 4) === quarter.slice(0, 4)),
  );
  return new Set(refused.map(([key]) => key));
}
