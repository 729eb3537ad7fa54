import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import {
  reviewQuarter,
  type PersonQuarterInput,
  type QuarterReview,
  type SpecialRules,
} from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import type { Book, Person } from './model';

type QuarterBook = Pick<Book, 'people' | 'months' | 'poolFactsOf' | 'isLeader'>;

/** The people who stand on at least one form of a quarter, with their three months each. */
export function peopleOfQuarter(book: QuarterBook, quarter: Quarter): PersonQuarterInput[] {
  const months = monthsOf(quarter);
  const scored = book.people.filter(({ key }) => months.some((month) => book.months.get(month)?.has(key)));
  return scored.map((person) => quarterOf(book, person, months));
}

/**
 * Whom a quarter's review lists, in the book's order: everybody in service in one of its months (rules 40 and 49) who stands
 * on one of its score sheets or on 人员名册, or has a result by a special rule.
 */
function peopleOfReview(book: Book, quarter: Quarter, rules: SpecialRules): PersonQuarterInput[] {
  const scored = new Map(book.quarter(quarter).map((person) => [person.key, person]));
  return book.people.flatMap((person) => {
    const known = scored.get(person.key);
    const listed = known ?? quarterOf(book, person, monthsOf(quarter));
    const { outOfService, grade } = rules.quarter(listed, null, quarter);
    // Who is known by another quarter's sheets only may not have been here yet.
    const isHere = known !== undefined || grade !== null || book.isOnRoster(person);
    return !outOfService && isHere ? [listed] : [];
  });
}

/** The review of a quarter as the book has it, by the rules of 特殊情形登记. */
export function reviewBook(book: Book, quarter: Quarter, rules: SpecialRules, settings: Settings): QuarterReview {
  const withForms = new Set(book.forms.map(({ month }) => month));
  const people = peopleOfReview(book, quarter, rules);
  return reviewQuarter(quarter, people, settings, rules, (month) => withForms.has(month));
}

/** A month without a form of the person has no total and no raters. */
function quarterOf(book: QuarterBook, person: Person, months: readonly Month[]): PersonQuarterInput {
  const { key, department, name } = person;
  return {
    ...book.poolFactsOf(person),
    key,
    department,
    name,
    leader: book.isLeader(person),
    months: months.map(
      (month) => book.months.get(month)?.get(key) ?? { month, total: null, scoreGrade: null, raters: 0 },
    ),
  };
}
