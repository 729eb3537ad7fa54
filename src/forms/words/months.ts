import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import { problem } from './problems';
import type { Problem } from '../grid/problem';

/** What a form's evidence comes to. */
export interface MonthVerdict {
  readonly month: Month | null;
  /** Title and sheet name contradict each other: an error of the whole form. */
  readonly conflict: boolean;
  readonly problems: readonly Problem[];
}

/** What other places know of the year. */
export interface YearSources {
  readonly quarter: Quarter | undefined;
  /** The one year that the workbook's forms and sheet names agree on; null when there is none or several. */
  readonly workbookYear: number | null;
}

/** The year that all forms and sheet names with a year agree on. */
export function commonYear(
  evidence: readonly MonthEvidence[],
  sheetNames: readonly (MonthMention | null)[],
): number | null {
  const years = new Set(
    [...evidence.flatMap(({ printed, sheetName }) => [...printed, sheetName]), ...sheetNames].flatMap((mention) =>
      mention?.year == null ? [] : [mention.year],
    ),
  );
  const [year = null] = years;
  return years.size === 1 ? year : null;
}

/**
 * Judges the month of a form: title, date line and sheet name are strong and must agree; the date of a signature only
 * counts where they say nothing.
 *
 * @param block A1 address of the form, for messages that concern no single cell
 */
export function judgeMonth(sheet: string, block: string, evidence: MonthEvidence, sources: YearSources): MonthVerdict {
  const strong = [...evidence.printed, ...(evidence.sheetName === null ? [] : [evidence.sheetName])];
  const [first] = strong;
  if (first === undefined) return judgeSigned(sheet, block, evidence, sources);
  const at = first.cell ?? block;
  const other = strong.find(({ month }) => month !== first.month);
  if (other !== undefined) {
    const where = other.cell === null ? '表名' : other.cell;
    return {
      month: null,
      conflict: true,
      problems: [problem.monthConflict(sheet, at, `${first.month}月`, `${other.month}月`, where)],
    };
  }
  const years = strong.flatMap(({ year }) => (year === null ? [] : [year]));
  const all = [...years, ...(evidence.printedYear === null ? [] : [evidence.printedYear.year])];
  const written = years.length === 0 ? null : Math.max(...all);
  const earliest = Math.min(...all);
  if (written !== null) {
    const month = monthText(written, first.month);
    const problems = earliest < written ? [problem.yearDiffers(sheet, at, earliest, written, spoken(month))] : [];
    return { month, conflict: false, problems };
  }
  return completeYear(sheet, at, first.month, evidence, sources);
}

function judgeSigned(sheet: string, block: string, evidence: MonthEvidence, sources: YearSources): MonthVerdict {
  const { signed } = evidence;
  if (signed === null) return { month: null, conflict: false, problems: [problem.monthMissing(sheet, block)] };
  const at = signed.cell ?? block;
  const verdict =
    signed.year === null
      ? completeYear(sheet, at, signed.month, { ...evidence, signed: null }, sources)
      : { month: monthText(signed.year, signed.month), conflict: false, problems: [] };
  const { month, problems } = verdict;
  return month === null
    ? verdict
    : { ...verdict, problems: [...problems, problem.monthFromSigningDate(sheet, at, spoken(month))] };
}

/** A month without a year takes it from the template, the signature, the quarter asked for, or the other forms. */
function completeYear(
  sheet: string,
  at: string,
  month: number,
  { signed, printedYear }: MonthEvidence,
  { quarter, workbookYear }: YearSources,
): MonthVerdict {
  const asked = quarter === undefined ? undefined : monthsOf(quarter).find((m) => Number(m.slice(5)) === month);
  const askedYear = asked === undefined ? null : Number(asked.slice(0, 4));
  const done = (year: number, problems: Problem[]) => ({ month: monthText(year, month), conflict: false, problems });
  if (printedYear !== null) {
    // A printed year is left standing from the template more often than it is wrong in any other way.
    const later = [askedYear, workbookYear].find((year) => year !== null && year > printedYear.year) ?? null;
    return later === null
      ? done(printedYear.year, [])
      : done(later, [
          problem.yearDiffers(sheet, printedYear.cell, printedYear.year, later, spoken(monthText(later, month))),
        ]);
  }
  const signedYear = signed?.year == null ? null : signed.month < month ? signed.year - 1 : signed.year;
  const inherited = [
    [signedYear, '签字日期'],
    [askedYear, '所选季度'],
    [workbookYear, '本工作簿其他表'],
  ] as const;
  for (const [year, source] of inherited) {
    if (year !== null) return done(year, [problem.yearInherited(sheet, at, month, year, source)]);
  }
  return { month: null, conflict: false, problems: [problem.yearMissing(sheet, at, month)] };
}

function monthText(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function spoken(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** A month as it stands somewhere, with or without a year. */
export interface MonthMention {
  readonly year: number | null;
  readonly month: number;
  /** A1 address; null for the sheet's name. */
  readonly cell: string | null;
}

/** All that a form says of its month, before it is judged. */
export interface MonthEvidence {
  /** Title and date line: a year and month without a day, first to last. */
  readonly printed: readonly MonthMention[];
  readonly sheetName: MonthMention | null;
  /** A date with a day: when the sheet was signed. */
  readonly signed: MonthMention | null;
  /** A year without a month: the template's 2020年   月. */
  readonly printedYear: { readonly year: number; readonly cell: string } | null;
  readonly problems: readonly Problem[];
}
