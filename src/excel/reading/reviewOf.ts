import { Directory } from '../../forms/book/directory';
import { specialRules } from '../../assessment/circumstances';
import type { Quarter } from '../../assessment/period';
import { rulesForSubjects } from '../../assessment/subjects';
import type { QuarterReview, SpecialRules } from '../../assessment/quarterly';
import { readCircumstances, type CircumstanceRegister } from '../../forms/circumstances/register';
import { readReview, type ReviewReading } from '../../forms/review/read';
import { reviewBook } from '../../forms/book/quarter';
import type { Sheets } from './reading';

/** A quarter's review as the workbook gives it now, and its register. */
export interface ReviewNow {
  readonly review: QuarterReview;
  readonly register: CircumstanceRegister;
  readonly rules: SpecialRules;
}

/**
 * 特殊情形登记 of a workbook, and the rules that follow from it.
 *
 * @param directory everybody who may be registered: the people of the forms, or more
 */
export function rulesOf(
  { reading: { book, settings }, read, calendar }: Sheets,
  directory = new Directory(book.people, book.roster),
): Pick<ReviewNow, 'register' | 'rules'> {
  const register = readCircumstances(read.snapshot, directory, settings);
  const registered = specialRules(register.entries, (from, to) => calendar.workdaysBetween(from, to), settings);
  const rules = rulesForSubjects(registered, settings);
  return { register, rules };
}

/** The 审定表 of a quarter, each line with the key that its person has in the book. */
export function reviewSheetOf({ reading: { book }, grids }: Sheets, quarter: Quarter): ReviewReading {
  return readReview(grids.values(), quarter, new Directory(book.people, book.roster));
}

/** The review of a quarter out of what was read, by the rules of 特殊情形登记. */
export function reviewOf(sheets: Sheets, quarter: Quarter): ReviewNow {
  const { book, settings } = sheets.reading;
  const { register, rules } = rulesOf(sheets);
  return { register, rules, review: reviewBook(book, quarter, rules, settings) };
}
