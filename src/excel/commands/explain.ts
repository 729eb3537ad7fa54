import { Directory } from '../../forms/book/directory';
import type { Quarter } from '../../assessment/period';
import { explain, type DerivationLine } from '../../forms/review/derivation';
import { readEvidence } from '../../forms/circumstances/evidence';
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

/** Explains the grade of everybody who is called so: namesakes are several, an unknown name none. Writes nothing. */
export async function explainPerson({ quarter, person }: ExplainOptions): Promise<readonly Explanation[]> {
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
    return review.people
      .filter(({ key, name }) => key === wanted || normalizeName(name) === wanted)
      .map(({ key, department, name }) => {
        const decision = decisions.find((each) => each.key === key) ?? null;
        const evidence = log.entries.get(key) ?? [];
        return { key, department, name, lines: explain(book, review, key, { settings, decision, evidence }) };
      });
  });
}
