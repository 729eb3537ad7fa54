import type { CalendarDate } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { isAssessedHere, type QuarterReview } from '../../assessment/quarterly';
import { problem } from '../../forms/review/problems';
import { problem as noticeProblem } from '../../forms/notice/problems';
import { orderNotice } from '../../forms/notice/order';
import { readObjections, type ObjectionBook } from '../../forms/notice/objections';
import type { Problem } from '../../forms/grid/problem';
import { readDecisions, type NoticeLine } from '../../forms/notice/lines';
import type { NoticeSheet } from '../../forms/notice/sheet';
import { findReview, reviewTitle, type ReviewPlace } from '../../forms/review/columns';
import type { SheetGrid } from '../../forms/grid/sheetGrid';
import type { Sheets } from './reading';
import type { ReviewNow } from './reviewOf';

/** What the group decided for a quarter, as far as a notice may say it. */
export interface QuarterDecisions {
  readonly review: { readonly grid: SheetGrid; readonly place: ReviewPlace } | null;
  /** Everybody with a decision, in the order of 机构. */
  readonly lines: readonly NoticeLine[];
  readonly problems: readonly Problem[];
}

export function decisionsOf({ grids, reading }: Sheets, { review }: Pick<ReviewNow, 'review'>): QuarterDecisions {
  const { quarter } = review;
  for (const grid of grids.values()) {
    const place = findReview(grid, reviewTitle(quarter), quarter, []);
    if (place === undefined) continue;
    if ('missing' in place) {
      return { review: null, lines: [], problems: [problem.reviewHeadingsMissing(grid.name, place.missing)] };
    }
    const { lines, problems } = readDecisions(grid, place, assessedElsewhere(review));
    const { roster, people } = reading.book;
    const ordered = orderNotice(lines, '机构', roster === null ? null : people.map(({ key }) => key));
    return { review: { grid, place }, lines: ordered, problems };
  }
  return { review: null, lines: [], problems: [noticeProblem.noticeWithoutReview(quarterTitle(quarter))] };
}

function assessedElsewhere({ people }: QuarterReview): ReadonlySet<string> {
  return new Set(people.filter(({ ruling }) => !isAssessedHere(ruling)).map(({ key }) => key));
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
