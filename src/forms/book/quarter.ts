import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import type { PersonQuarterInput, SpecialRules } from '../../assessment/quarterly';
import type { Book, Person } from './model';

type QuarterBook = Pick<Book, 'people' | 'months' | 'unitOf' | 'isLeader'>;

/** The people who stand on at least one form of a quarter, with their three months each. */
export function peopleOfQuarter(book: QuarterBook, quarter: Quarter): PersonQuarterInput[] {
  const months = monthsOf(quarter);
  const scored = book.people.filter(({ key }) => months.some((month) => book.months.get(month)?.has(key)));
  return scored.map((person) => quarterOf(book, person, months));
}

/**
 * Whom a quarter's review lists, in the book's order: everybody on one of its score sheets, and whoever is on none
 * because a special rule gives the result (五·4–6: 由外单位考核, 不参加考核, 不确定等次).
 */
export function peopleOfReview(book: Book, quarter: Quarter, rules: SpecialRules): PersonQuarterInput[] {
  const scored = new Map(book.quarter(quarter).map((person) => [person.key, person]));
  return book.people.flatMap((person) => {
    const known = scored.get(person.key);
    if (known !== undefined) return [known];
    const absent = quarterOf(book, person, monthsOf(quarter));
    return rules.quarter(absent, null, quarter).grade === null ? [] : [absent];
  });
}

/** A month without a form of the person has no total and no raters. */
function quarterOf(book: QuarterBook, person: Person, months: readonly Month[]): PersonQuarterInput {
  const { key, department, name, position } = person;
  const unit = book.unitOf(person);
  return {
    key,
    department,
    name,
    position,
    ...(unit === undefined ? {} : { unit }),
    leader: book.isLeader(person),
    months: months.map(
      (month) => book.months.get(month)?.get(key) ?? { month, total: null, scoreGrade: null, raters: 0 },
    ),
  };
}
