import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { decidedQuota } from '../../assessment/decidedQuota';
import { quarterTitle, type Quarter } from '../../assessment/period';
import type { QuarterSource } from '../../forms/annual/year';
import {
  QUARTER_DOCUMENTS,
  withOwnNames,
  YEAR_DOCUMENTS,
  type DocumentKind,
  type PaperDocument,
} from '../../forms/documents/document';
import { belowList } from '../../forms/documents/postedNotice';
import { problem } from '../../forms/documents/problems';
import { noticeDocument } from '../../forms/documents/publicNotice';
import { replies } from '../../forms/documents/reply';
import { forPrint, resultNotices } from '../../forms/documents/resultNotice';
import { talkRecords } from '../../forms/documents/talk';
import { FILL_IN, yearSummary, type SummaryQuarter } from '../../forms/documents/yearSummary';
import type { Problem } from '../../forms/grid/problem';
import { published } from '../../forms/notice/lines';
import { problem as noticeWritingProblem } from '../../forms/notice/writingProblems';
import { noticePeriod, periodTitle } from '../../forms/notice/period';
import { findNotices } from '../../forms/notice/sheet';
import { isUndecided, reviewedPeople } from '../../forms/review/decisions';
import { decisionsOf } from '../reading/decided';
import { noticeState, type NoticeState } from '../reading/noticeState';
import type { Sheets } from '../reading/reading';
import { reviewOf, reviewSheetOf, type ReviewNow } from '../reading/reviewOf';
import { warningsOf } from '../reading/warnings';
import { yearOf } from '../reading/yearOf';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

/** Of which period documents are made, and which; all that there are of it unless told otherwise. */
export type DocumentOptions = {
  readonly today: CalendarDate;
  readonly kinds?: readonly DocumentKind[];
} & (
  | {
      readonly quarter: Quarter;
      /** The day of posting; without it, that of the 公示表, else today. */
      readonly start?: CalendarDate;
    }
  | { readonly year: number }
);

/** Documents as data; nothing is written to the workbook. */
export interface DocumentsMade {
  /** None where one of the problems is an error: the person then asks for fewer kinds, or mends what lacks. */
  readonly documents: readonly PaperDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Makes the documents of a quarter or a year from what the 审定表 decides (三（二）4–5, 四·2): 公示, 反馈单, 复核答复,
 * 谈话记录; 年度总结.
 */
export async function makeDocuments(options: DocumentOptions): Promise<DocumentsMade> {
  return runReading(async (context) => {
    const isYear = 'year' in options;
    const sheets = await readSheets(context, isYear ? {} : { quarter: options.quarter });
    const kinds = options.kinds ?? (isYear ? YEAR_DOCUMENTS : QUARTER_DOCUMENTS);
    const unusable = sheets.reading.problems.filter(({ code }) => REFUSALS.has(code));
    const made = isYear ? ofYear(sheets, options) : new QuarterDocuments(sheets, options).all(kinds);
    const problems = distinct([...unusable, ...made.problems]);
    const refused = problems.some(({ severity }) => severity === 'error');
    return { documents: refused ? [] : withOwnNames(made.documents), problems };
  });
}

/** Problems of settings with which nothing is made at all. */
const REFUSALS: ReadonlySet<string> = new Set(['SETTING_INVALID', 'SETTING_CONTRADICTS']);

class QuarterDocuments {
  private readonly now: ReviewNow;
  private readonly state: NoticeState;
  private readonly decided: ReturnType<typeof decisionsOf>;
  private readonly authority: string;
  private readonly title: string;

  constructor(
    private readonly sheets: Sheets,
    private readonly options: Extract<DocumentOptions, { quarter: Quarter }>,
  ) {
    this.now = reviewOf(sheets, options.quarter);
    this.state = noticeState(sheets, this.now, options.today);
    this.decided = decisionsOf(sheets, this.now);
    this.authority = sheets.reading.settings.authority;
    this.title = quarterTitle(options.quarter);
  }

  all(kinds: readonly DocumentKind[]): DocumentsMade {
    const made = QUARTER_DOCUMENTS.filter((kind) => kinds.includes(kind)).map((kind) => this.made(kind));
    return {
      documents: made.flatMap(({ documents }) => documents),
      problems: made.flatMap(({ problems }) => problems),
    };
  }

  private made(kind: (typeof QUARTER_DOCUMENTS)[number]): DocumentsMade {
    switch (kind) {
      case '公示':
        return this.notice();
      case '反馈单':
        return this.results();
      case '复核答复':
        return this.replies();
      case '谈话记录':
        return this.talks();
    }
  }

  /** The list is that of the 公示表: who stands on it is decided in one place. */
  private notice(): DocumentsMade {
    const { sheets, decided, state, authority, options, title } = this;
    const { quarter, today } = options;
    const { calendar, reading } = sheets;
    const sheet = findNotices(sheets.grids.values()).find((each) => each.quarter === quarter);
    const below = sheet === undefined ? { phone: '', place: '', posted: null } : belowList(sheet);
    const there = sheet?.period ?? null;
    const asked = options.start ?? (there === null ? today : null);
    const posted = asked ?? below.posted ?? there?.from ?? today;
    const period =
      asked === null && there !== null ? there : noticePeriod(posted, calendar, reading.settings.noticeStart);
    const isOther = there !== null && (there.from !== period.from || there.to !== period.to);
    const problems = [
      ...decided.problems,
      ...warningsOf(sheets, this.now.review, decided.review),
      ...(there === null ? [problem.notPosted(title, dateTitle(posted))] : []),
      ...(calendar.isWorkday(posted)
        ? []
        : [noticeWritingProblem.noticeStartMoved(dateTitle(posted), dateTitle(period.from))]),
      ...(state.posted?.differs === true ? [problem.noticeDiffers(state.posted.sheet)] : []),
      ...(sheet !== undefined && there !== null && isOther
        ? [problem.postedOtherwise(sheet.grid.name, periodTitle(there), periodTitle(period))]
        : []),
    ];
    const content = { authority, quarter, posted, period, lines: state.lines };
    return { documents: [noticeDocument(content, below)], problems };
  }

  /** Whoever has a decision here, 不确定等次 too: that is told to the person, whatever the notice says of it. */
  private results(): DocumentsMade {
    const { decided, state, authority, options, title } = this;
    const { review } = decided;
    const besides = decided.problems.filter(({ code }) => code !== 'NOTICE_UNDECIDED');
    if (review === null) return { documents: [], problems: besides };
    const sheet = review.table.grid.name;
    const lines = published(decided.lines, '列出不写原因');
    if (lines.length === 0) return { documents: [], problems: [...besides, problem.nobodyDecided(sheet)] };
    const reviewed = reviewedPeople(this.now.review);
    const lacking = review.lines.filter((line) => isUndecided(line, reviewed.get(line.key)));
    const names = lacking.map(({ department, displayName }) => `${department} ${displayName}`.trim());
    const { quarter, today } = options;
    const documents = resultNotices(lines, { authority, quarter, today, period: state.posted?.period ?? null });
    return {
      documents: [...documents, ...forPrint(documents, quarter)],
      problems: [
        ...besides,
        ...(names.length > 0 ? [problem.withoutResult(sheet, names)] : []),
        ...(state.final === null ? [problem.notFinal(sheet, title)] : []),
      ],
    };
  }

  private replies(): DocumentsMade {
    const { state, authority, options, title } = this;
    // One that does not say when it came may be about any quarter: it is told of, not answered.
    const own = state.objections.filter(({ quarter }) => quarter === options.quarter);
    const judged = own.filter(({ result }) => result !== '');
    const open = own.filter(({ result }) => result === '');
    return {
      documents: replies(judged, authority, options.quarter),
      problems: [
        ...state.objectionProblems,
        ...open.map(({ sheet, cell, name }) => problem.replyOpen(sheet, cell, name)),
        ...(own.length === 0 ? [problem.noReplies(title)] : []),
      ],
    };
  }

  private talks(): DocumentsMade {
    const { state, authority, options, title } = this;
    if (state.followUp.length === 0) return { documents: [], problems: [problem.noFollowUp(title)] };
    const talks = state.followUp.filter(({ grade }) => grade !== '好');
    return {
      documents: talkRecords(talks, authority, options.quarter),
      problems: talks.length === 0 ? [problem.noTalks(title)] : [],
    };
  }
}

function ofYear(sheets: Sheets, { year, today }: Extract<DocumentOptions, { year: number }>): DocumentsMade {
  const { annual, sources, unreadable } = yearOf(sheets, year);
  const states = sources.map(({ quarter }) => noticeState(sheets, reviewOf(sheets, quarter), today));
  const quarters = sources.flatMap((source, i) => {
    const state = states[i];
    return state === undefined ? [] : [summaryQuarter(sheets, source, state)];
  });
  const isNothing = quarters.every(({ decided }) => decided === null || decided.length === 0);
  if (isNothing) return { documents: [], problems: [...unreadable, problem.yearUndecided(year)] };
  const lacking = quarters.flatMap(({ quarter, decided, undecided }) =>
    (decided?.length ?? 0) === 0
      ? [problem.quarterUndecided(quarterTitle(quarter), 0)]
      : undecided > 0
        ? [problem.quarterUndecided(quarterTitle(quarter), undecided)]
        : [],
  );
  const { authority } = sheets.reading.settings;
  const document = yearSummary({ authority, year, today, quarters, people: annual.people });
  const places = document.pages.flat().filter((part) => 'text' in part && part.text.includes(FILL_IN)).length;
  const objections = states.flatMap(({ objectionProblems }) => objectionProblems);
  return { documents: [document], problems: [...unreadable, ...lacking, ...objections, problem.fillIn(places)] };
}

function summaryQuarter(sheets: Sheets, { quarter, review }: QuarterSource, state: NoticeState): SummaryQuarter {
  const { sheet } = reviewSheetOf(sheets, quarter);
  const reviewed = reviewedPeople(review);
  const decided = sheet === null ? null : sheet.lines.flatMap(({ decision }) => decision ?? []);
  const grades = new Map((sheet?.lines ?? []).map(({ key, decision }) => [key, decision ?? '']));
  const { participants, goodLimit, over } = decidedQuota(review, grades, sheets.reading.settings);
  const own = state.objections.filter((each) => each.quarter === quarter);
  const talks = state.followUp.filter(({ grade }) => grade !== '好');
  return {
    quarter,
    decided,
    undecided: (sheet?.lines ?? []).filter((line) => isUndecided(line, reviewed.get(line.key))).length,
    participants,
    goodLimit,
    over,
    period: state.posted?.period ?? null,
    isFinal: state.final !== null,
    objections: own.length,
    openObjections: own.filter(({ open }) => open).length,
    praised: state.followUp.length - talks.length,
    talks: talks.length,
    talksHeld: talks.filter(({ done }) => done).length,
  };
}

/** What two documents have to say alike is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const said = new Set<string>();
  return problems.filter(({ code, message }) => {
    const key = `${code}|${message}`;
    return !said.has(key) && said.add(key);
  });
}
