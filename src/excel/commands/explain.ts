import { Directory } from '../../forms/book/directory';
import type { Quarter } from '../../assessment/period';
import { explain, type DerivationLine } from '../../forms/review/derivation';
import { readEvidence } from '../../forms/circumstances/evidence';
import { perhapsMeant } from '../../forms/book/similarPeople';
import { normalizeName } from '../../forms/words/text';
import { readSheets } from './sheets';
import { reviewOf, reviewSheetOf } from '../reading/reviewOf';
import { runReading } from '../workbook/running';

export interface ExplainOptions {
  readonly quarter: Quarter;
  /** A name, or a person key where several bear it. */
  readonly person: string;
}

/** How one person's grade came about. */
export interface Explanation {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly lines: readonly DerivationLine[];
}

/** The grades of everybody who is called so: namesakes are several. */
export interface Explained {
  readonly people: readonly Explanation[];
  /** Who may be meant where nobody is called so. */
  readonly perhaps: readonly string[];
}

/** Explains the grade of a person. Writes nothing. */
export async function explainPerson({ quarter, person }: ExplainOptions): Promise<Explained> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { book, settings } = sheets.reading;
    const { review } = reviewOf(sheets, quarter);
    const log = readEvidence(
      sheets.grids.values(),
      new Directory(book.people, book.roster),
      sheets.read.snapshot.date1904,
    );
    const decisions = reviewSheetOf(sheets, quarter).sheet?.lines ?? [];
    const wanted = normalizeName(person);
    const people = review.people
      .filter(({ key, name }) => key === wanted || normalizeName(name) === wanted)
      .map(({ key, department, name }) => {
        const decision = decisions.find((each) => each.key === key) ?? null;
        const evidence = log.entries.get(key) ?? [];
        return { key, department, name, lines: explain(book, review, key, { settings, decision, evidence }) };
      });
    return { people, perhaps: people.length > 0 ? [] : perhapsMeant(wanted, review.people) };
  });
}
