import { jsonNumber } from '../assessment/display';
import { monthOf } from '../assessment/calendarDate';
import type { QuotaCount, QuotaReport } from '../assessment/pool';
import type { Settings } from '../assessment/settings';
import type { ReviewPreview } from '../excel';
import { areaAddress } from '../forms/grid/address';
import type { MonthCompleteness, PersonCompleteness } from '../forms/evaluation/states';
import type { Evidence } from '../forms/circumstances/evidence';
import type { Problem } from '../forms/grid/problem';
import type { Book } from '../forms/book/model';

interface FormPlaceJson {
  readonly file?: string;
  readonly sheet: string;
  readonly range: string;
}

/** Whose 附件1 or 附件2 it is, both as normalised, and how many rows of tasks are filled. */
interface FilledByJson {
  readonly department: string;
  readonly name: string;
  readonly tasks: number;
}

/** A form of any annex: what it is, where it stands and what it is of. */
type FormJson = FormPlaceJson &
  (
    | (FilledByJson & { readonly annex: 1; readonly from: string | null; readonly to: string | null })
    | (FilledByJson & { readonly annex: 2; readonly month: string | null; readonly suggestedGrade: string | null })
    | { readonly annex: 3; readonly month: string | null; readonly people: number; readonly rater: string | null }
  );

interface ScoreJson {
  readonly file?: string;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly department: string;
  readonly name: string;
  readonly month: string | null;
  /** Points of 100; null for a row with an error. */
  readonly total: number | null;
}

/** A month that is judged: what everybody has handed in, and what is missing (rules 56 to 59). */
interface MonthJson {
  readonly file?: string;
  readonly month: string;
  /** Names as normalised. */
  readonly people: readonly Omit<PersonCompleteness, 'key' | 'displayName'>[];
}

interface CheckJson {
  readonly forms: readonly FormJson[];
  readonly scores: readonly ScoreJson[];
  readonly months: readonly MonthJson[];
  readonly problems: readonly (Problem & { readonly file?: string })[];
}

interface QuotaJson {
  readonly participants: number;
  readonly goodLimit: number;
  readonly good: number;
  readonly over: number;
  /** 好 beside `good` that take no seat; absent where there is none. */
  readonly exempt?: number;
}

/** With each pool's; null for a month without a score sheet. */
type QuotaReportJson = { readonly [Figure in keyof QuotaJson]: QuotaJson[Figure] | null } & {
  readonly pools: readonly (QuotaJson & { readonly pool: string })[];
};

interface PersonJson {
  readonly department: string;
  readonly name: string;
  readonly months: readonly {
    readonly month: string;
    readonly total: number | null;
    readonly scoreGrade: string | null;
    /** 规则后等次. */
    readonly grade: string | null;
  }[];
  readonly mean: number | null;
  readonly scoreGrade: string | null;
  readonly suggestedGrade: string | null;
  readonly reasons: readonly string[];
  /** 考核记实 of the quarter's months; absent where there is none. */
  readonly evidence?: readonly Evidence[];
}

interface ReviewJson {
  readonly quarter: string;
  readonly scale: string;
  readonly months: readonly (QuotaReportJson & { readonly month: string })[];
  readonly quarterQuota: QuotaReportJson;
  readonly people: readonly PersonJson[];
}

/** What a workbook that was checked says. */
export interface CheckedBook {
  readonly file: string;
  readonly book: Book;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly completeness: readonly MonthCompleteness[];
}

/** The `check --json` object (docs: the command line). `file` is told only where several were checked. */
export function checkJson(books: readonly CheckedBook[]): CheckJson {
  const tag = (file: string) => (books.length > 1 ? { file } : {});
  return {
    forms: books.flatMap(({ file, book }) => book.formsInOrder.map((form) => ({ ...tag(file), ...formJson(form) }))),
    scores: books.flatMap(({ file, book }) =>
      book.scores.map(({ form, row, person, month, total }) => ({
        ...tag(file),
        sheet: form.sheet,
        row: row.row + 1,
        department: person?.department ?? row.department ?? '',
        name: row.name,
        month,
        total: total === null ? null : jsonNumber(total),
      })),
    ),
    months: books.flatMap(({ file, completeness }) =>
      completeness.map(({ month, people }) => ({
        ...tag(file),
        month,
        people: people.map(({ key: _key, displayName: _shown, ...states }) => states),
      })),
    ),
    problems: books.flatMap(({ file, problems }) => problems.map((each) => ({ ...tag(file), ...each }))),
  };
}

function formJson(form: Book['formsInOrder'][number]): FormJson {
  const { sheet, area } = form;
  const range = areaAddress(area);
  if (form.annex === 3) {
    const { annex, month, rows, rater } = form;
    return { annex, sheet, range, month, people: rows.length, rater };
  }
  const { department, name } = form.header;
  const tasks = form.tasks.length;
  if (form.annex === 1) {
    const { annex, from, to } = form;
    return { annex, sheet, range, department, name, from, to, tasks };
  }
  const { annex, month, suggestedGrade } = form;
  return { annex, sheet, range, department, name, month, tasks, suggestedGrade };
}

/** The figures of a limit alone. */
export function quotaJson({ participants, goodLimit, good, over, exempt }: QuotaCount): QuotaJson {
  return { participants, goodLimit, good, over, ...(exempt === 0 ? {} : { exempt }) };
}

/** The same with each pool's (rule 51); of a month without a score sheet nothing (rule 48). */
function quotaReportJson(report: QuotaReport | null): QuotaReportJson {
  if (report === null) return { participants: null, goodLimit: null, good: null, over: null, pools: [] };
  return {
    ...quotaJson(report),
    pools: report.pools.map(({ pool, ...count }) => ({ pool, ...quotaJson(count) })),
  };
}

/** The `review --json` object: names as the sheets show them, numbers with at most ten decimals. */
export function reviewJson(
  { review, book, evidence }: Pick<ReviewPreview, 'review' | 'book' | 'evidence'>,
  scale: string,
): ReviewJson {
  const displayNames = new Map(book.people.map(({ key, displayName }) => [key, displayName]));
  const inQuarter = (key: string) =>
    (evidence.get(key) ?? []).filter(({ date }) => review.months.some(({ month }) => month === monthOf(date)));
  return {
    quarter: review.quarter,
    scale,
    months: review.months.map(({ month, quota }) => ({ month, ...quotaReportJson(quota) })),
    quarterQuota: quotaReportJson(review.quarterQuota),
    people: review.people.map(({ key, department, name, months, mean, scoreGrade, suggestedGrade, reasons }) => ({
      department,
      name: displayNames.get(key) ?? name,
      months: months
        .filter(({ raters }) => raters > 0)
        .map(({ month, total, scoreGrade: ofScore, grade }) => ({
          month,
          total: total === null ? null : jsonNumber(total),
          scoreGrade: ofScore,
          grade,
        })),
      mean: mean === null ? null : jsonNumber(mean),
      scoreGrade,
      suggestedGrade,
      reasons,
      ...(inQuarter(key).length === 0 ? {} : { evidence: inQuarter(key) }),
    })),
  };
}
