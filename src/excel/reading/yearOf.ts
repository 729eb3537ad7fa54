import { AnnualPeople, annualYear, quartersOf, type AnnualYear, type QuarterSource } from '../../forms/annual/year';
import { Directory } from '../../forms/book/directory';
import { reviewBook } from '../../forms/book/quarter';
import type { CircumstanceRegister } from '../../forms/circumstances/register';
import type { Problem } from '../../forms/grid/problem';
import { readReview, type ReviewSheet } from '../../forms/review/read';
import type { Sheets } from './reading';
import { rulesOf } from './reviewOf';

/** A year as it was read. */
export interface YearNow {
  readonly annual: AnnualYear;
  /** The four quarters with what their score sheets give. */
  readonly sources: readonly QuarterSource[];
  /** Their 审定表; null where a quarter has none. */
  readonly sheets: readonly (ReviewSheet | null)[];
  /** Why a 审定表 cannot be read. */
  readonly unreadable: readonly Problem[];
  /** Everybody of the year. */
  readonly directory: Directory;
  readonly register: CircumstanceRegister;
}

/** The four quarters of a year by person (四·1), out of what was read. */
export function yearOf(opened: Sheets, year: number): YearNow {
  const { reading, grids } = opened;
  const { book, settings } = reading;
  const found = quartersOf(year).map((quarter) => readReview(grids.values(), quarter));
  const sheets = found.map(({ sheet }) => sheet);
  const people = new AnnualPeople(book, sheets);
  const directory = new Directory([...new Set([...book.people, ...people.order])], book.roster);
  const { register, rules } = rulesOf(opened, directory);
  const sources = quartersOf(year).map((quarter, i) => {
    const review = reviewBook(book, quarter, rules, settings);
    return { quarter, sheet: sheets[i] ?? null, review };
  });
  return {
    annual: annualYear(year, sources, book, people, register.entries, settings),
    sources,
    sheets,
    unreadable: found.flatMap(({ problems }) => problems),
    directory,
    register,
  };
}
