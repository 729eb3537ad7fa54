import type { CalendarDate } from '../assessment/calendarDate';
import { monthsOf, quarterOf, quarterTitle, type Month, type Quarter } from '../assessment/period';
import type { Scale } from '../assessment/total';
import { check, previewReview, previewScore, type CommandOptions } from '../excel';
import { writeBook, type WriteGiven } from './answer';
import { onHost } from './embedded';
import { openFile } from './files';
import type { Answer } from './outcome';
import { checkJson, reviewJson, type CheckedBook } from './output';
import { checkReport, planLines, reviewReport } from './readable';
import { title } from './report';
import { tell } from './terminal';
import type { Book } from '../forms/book/model';

interface CheckGiven {
  readonly books: readonly string[];
  readonly json: boolean;
  readonly today: CalendarDate;
  /** null: every month of which there are forms. */
  readonly month: Month | null;
}

/** Reads the forms of one workbook or several, and lists what is wrong. */
export async function checkBooks({ books, json, today, month }: CheckGiven): Promise<Answer> {
  const results: CheckedBook[] = [];
  for (const file of books) {
    const workbook = await openFile(file);
    tell(`正在检查“${file}”`);
    const { book, settings, problems, completeness } = await onHost(workbook, () =>
      check(month === null ? { today } : { today, month }),
    );
    results.push({ file, book, settings, problems, completeness });
  }
  return {
    text: json
      ? JSON.stringify(checkJson(results), null, 1)
      : results.flatMap((each, i) => [...(i === 0 ? [] : ['']), ...checkReport(each)]),
    problems: results.flatMap(({ problems }) => problems),
    isFalse: results.some(({ problems }) => problems.some(({ code }) => code === 'NOTHING_FOUND')),
  };
}

interface ScoreGiven extends WriteGiven {
  readonly quarter: Quarter | null;
  readonly scale: Scale | null;
}

/**
 * Writes a copy of the workbook with live totals in its score sheets.
 *
 * @throws NotDone when it has no score sheets, or none of the quarter
 */
export function scoreBook({ quarter, scale, ...given }: ScoreGiven): Promise<Answer> {
  return writeBook(given, {
    command: '计算得分',
    makes: '带总分公式的工作簿',
    preview: () => previewScore(optionsOf(quarter, scale)),
    nothing: ({ book }) =>
      quarter === null ? (book.forms.length === 0 ? '里没有测评表' : undefined) : noForms(book, quarter),
    json: ({ refused, plan }) => ({ quarter, refused, sheets: plan.sheets.map(({ sheet }) => sheet) }),
    report: (preview) => [title(`【${quarter === null ? '' : quarterTitle(quarter)}计算得分】`), ...planLines(preview)],
  });
}

/**
 * Reviews a quarter and writes a copy of the workbook with the 审定表.
 *
 * @throws NotDone when the workbook has no score sheets of the quarter
 */
export function reviewBook({ quarter, scale, ...given }: ScoreGiven & { readonly quarter: Quarter }): Promise<Answer> {
  return writeBook(given, {
    command: '季度审定',
    makes: '带审定表的工作簿',
    preview: () => previewReview({ ...optionsOf(quarter, scale), quarter }),
    nothing: ({ book }) => noForms(book, quarter),
    json: (preview) => reviewJson(preview, quarterScale(preview.book, quarter)),
    report: ({ review, book, settings }) => reviewReport(review, quarterScale(book, quarter), settings),
  });
}

function optionsOf(quarter: Quarter | null, scale: Scale | null): CommandOptions {
  return { ...(quarter === null ? {} : { quarter }), ...(scale === null ? {} : { scale }) };
}

function noForms(book: Book, quarter: Quarter): string | undefined {
  const found = [...new Set(book.forms.flatMap(({ month }) => (month === null ? [] : [quarterOf(month)])))].sort();
  if (found.includes(quarter)) return undefined;
  const others = found.length === 0 ? '' : `，有${found.map(quarterTitle).join('、')}的`;
  return `里没有${quarterTitle(quarter)}的测评表${others}；请检查测评表上的年月`;
}

/** The scale of the quarter's months; both where they differ, which the problems name. */
function quarterScale(book: Book, quarter: Quarter): string {
  return [...new Set(monthsOf(quarter).flatMap((month) => book.scales.get(month) ?? []))].join('、');
}
