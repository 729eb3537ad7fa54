import { monthsOf, type Quarter } from '../../assessment/period';
import type { PersonQuarterInput, SpecialRules } from '../../assessment/quarterly';
import type { Book } from './model';

/**
 * Whom a quarter's review lists, in the book's order: everybody on one of its score sheets, and whoever is on none
 * because a special rule gives the result (五·4–6: 由外单位考核, 不参加考核, 不确定等次).
 */
export function peopleOfReview(book: Book, quarter: Quarter, rules: SpecialRules): PersonQuarterInput[] {
  const scored = new Map(book.quarter(quarter).map((person) => [person.key, person]));
  return book.people.flatMap((listed) => {
    const { key, department, name, position } = listed;
    const person = scored.get(key);
    if (person !== undefined) return [person];
    const months = monthsOf(quarter).map((month) => ({ month, total: null, scoreGrade: null, raters: 0 }));
    const unit = book.unitOf(listed);
    const leader = book.isLeader(listed);
    const absent = { key, department, name, position, leader, months, ...(unit === undefined ? {} : { unit }) };
    return rules.quarter(absent, null).grade === null ? [] : [absent];
  });
}
