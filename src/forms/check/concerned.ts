import type { Book } from '../book/model';
import { namesAmong } from '../book/told';
import type { Position } from '../grid/cells';
import { firstCell, ownWords } from '../grid/marks';
import type { Problem } from '../grid/problem';
import type { Area } from '../grid/snapshot';

interface Named {
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
}

/** Whose line or form a cell lies in, as it stands there; '' where it is nobody's alone. */
export function personAt(problem: Problem, book: Book): string {
  return ownerOf(problem, book)?.displayName ?? '';
}

function ownerOf({ sheet, cell }: Problem, { scores, weeklyRecords, filings }: Book): Named | null {
  const at = cell === null ? null : firstCell(cell);
  if (at === null) return null;
  const holds = (form: { readonly sheet: string; readonly area: Area }) =>
    form.sheet === sheet && isInside(form.area, at);
  const record = [...weeklyRecords, ...filings].find(holds);
  if (record !== undefined) return record.header;
  // A block of a score sheet is several people's.
  if (cell?.includes(':') === true) return null;
  const line = scores.find(({ form, row }) => row.row === at.row && holds(form));
  return line === undefined ? null : { ...line.row, department: line.person?.department ?? line.row.department ?? '' };
}

function isInside({ row, column, rows, columns }: Area, at: Position): boolean {
  return at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;
}

/**
 * Whom problems are about, by what they are called in messages, with the 科室 where several bear a name: whose line or form
 * the cell lies in, and whoever a message names. Empty for what is nobody's.
 */
export function concernedBy(book: Book): (problem: Problem) => readonly string[] {
  const told = namesAmong(book.people);
  const called = [...new Set(book.people.flatMap((person) => [told(person), person.name]))];
  // 王洋洋 is not 王洋, and 李军（外贸科） is one of several.
  const longest = called.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const anybody = new RegExp(longest.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '$^', 'g');
  return (problem) => {
    const owner = ownerOf(problem, book);
    // A sheet may bear the name of its rater, who is another.
    const named = ownWords(problem).match(anybody) ?? [];
    return [...new Set([...(owner === null || owner.name === '' ? [] : [told(owner)]), ...named])];
  };
}
