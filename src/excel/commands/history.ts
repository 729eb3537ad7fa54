import type { Settings } from '../../assessment/settings';
import { Directory } from '../../forms/book/directory';
import { quarterOf } from '../../assessment/period';
import { AnnualPeople } from '../../forms/annual/year';
import { readReview } from '../../forms/review/read';
import { rulesOf } from '../reading/reviewOf';
import { readEvidence } from '../../forms/circumstances/evidence';
import { personHistories, type PersonHistory } from '../../forms/annual/history';
import type { Problem } from '../../forms/grid/problem';
import { reviewedQuarters } from '../../forms/review/table';
import { reviewBook } from '../../forms/book/quarter';
import { perhapsMeant } from '../../forms/book/similarPeople';
import { normalizeName, personKey } from '../../forms/words/text';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface HistoryOptions {
  /** Everybody, unless a name is given; namesakes are several. */
  readonly name?: string;
  /** Tells namesakes apart. */
  readonly department?: string;
}

export interface HistoryReading {
  /** Roster order, then first appearance. */
  readonly people: readonly PersonHistory[];
  /** Who may be meant where nobody is called so. */
  readonly perhaps: readonly string[];
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * What the workbook knows of people over all quarters of which it has a 审定表 or score sheets (R32, 四·2). Writes
 * nothing.
 */
export async function personHistory({ name, department }: HistoryOptions = {}): Promise<HistoryReading> {
  return runReading(async (context) => {
    const opened = await readSheets(context);
    const { reading, read, grids } = opened;
    const { book, settings } = reading;
    const quarters = new Set([...reviewedQuarters(grids.values()), ...[...book.months.keys()].map(quarterOf)]);
    const sheets = [...quarters].sort().map((quarter) => ({ quarter, ...readReview(grids.values(), quarter) }));

    const directory = new AnnualPeople(
      book,
      sheets.map(({ sheet }) => sheet),
    );
    const everybody = [...new Set([...book.people, ...directory.order])];
    const known = new Directory(everybody, book.roster);
    const log = readEvidence(grids.values(), known, read.snapshot.date1904);
    const { register, rules } = rulesOf(opened, known);
    const sources = sheets.map(({ quarter, sheet }) => {
      const review = reviewBook(book, quarter, rules, settings);
      return { quarter, sheet, review };
    });
    const wanted = everybody.filter(
      (person) =>
        (name === undefined || person.name === normalizeName(name)) &&
        (department === undefined || person.department === normalizeName(department)),
    );
    return {
      settings,
      perhaps:
        wanted.length > 0 || name === undefined ? [] : perhapsMeant(personKey(department ?? '', name), everybody),
      people: personHistories(wanted, sources, directory, register.entries, log),
      problems: [
        ...reading.problems,
        ...sheets.flatMap(({ problems }) => problems),
        ...directory.problems,
        ...register.problems,
        ...log.problems,
      ],
    };
  });
}
