/** Whether a workbook was read right: who is there, and every total, against the truth beside it. */
import type { Month } from '../../../src/assessment/period';
import type { Book } from '../../../src/forms/book/model';
import type { MessyWorkbook } from './generator';

export type Verdict = 'right' | 'with a word' | 'in silence';

export interface Judgement {
  readonly verdict: Verdict;
  /** Each difference, and whether a warning or an error speaks of it. */
  readonly differences: readonly { readonly text: string; readonly told: boolean }[];
}

/** Compares a reading with the truth. A difference is told where a warning or an error names the person or the cell's row. */
export function judge({ truth, snapshot }: MessyWorkbook, book: Book): Judgement {
  const words = book.problems.filter(({ severity }) => severity !== 'note');
  const told = (name: string): boolean => {
    const rows = new Set(truth.places.get(name));
    return words.some(
      ({ sheet, cell, message }) =>
        message.includes(name) ||
        (sheet !== null &&
          /整表|未计入任何月份/.test(message) &&
          [...rows].some((place) => place.startsWith(`${sheet}!`))) ||
        (sheet !== null && cell !== null && rowsOf(cell).some((row) => rows.has(`${sheet}!${row}`))),
    );
  };
  const differences: { text: string; told: boolean }[] = [];
  const differs = (name: string, text: string) => differences.push({ text, told: told(name) });

  const names = new Set(book.people.map(({ name }) => name));
  for (const name of truth.people) if (!names.has(name)) differs(name, `${name} is nobody`);
  for (const { name } of book.people) if (!truth.people.has(name)) differs(name, `${name} is somebody`);
  for (const month of new Set([...truth.totals.keys(), ...book.months.keys()])) {
    for (const [name, total, right] of totalsOf(month, truth.totals, book)) {
      if (total !== right) differs(name, `${month} ${name}: ${total ?? 'none'} for ${right ?? 'none'}`);
    }
  }
  if (snapshot.sheets.length === 0) differs('', 'no sheets');
  const verdict =
    differences.length === 0 ? 'right' : differences.every((each) => each.told) ? 'with a word' : 'in silence';
  return { verdict, differences };
}

function totalsOf(
  month: Month,
  truth: MessyWorkbook['truth']['totals'],
  book: Book,
): [string, string | undefined, string | undefined][] {
  const right = truth.get(month) ?? new Map<string, string>();
  const names = new Map(book.people.map(({ key, name }) => [key, name]));
  const read = new Map(
    [...(book.months.get(month) ?? [])].map(([key, { total }]) => [names.get(key) ?? key, total?.toFraction()]),
  );
  return [...new Set([...right.keys(), ...read.keys()])].map((name) => [name, read.get(name), right.get(name)]);
}

/** The 0-based rows of an A1 address. */
function rowsOf(address: string): number[] {
  const [first = 0, last = first] = [...address.matchAll(/\d+/g)].map(([digits]) => Number(digits) - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
