import type Fraction from 'fraction.js';
import type { Month } from '../../assessment/period';
import { mean } from '../../assessment/total';
import type { ScoreResult } from '../book/model';
import { groupedBy } from '../grid/groupedBy';
import { normalizeName } from '../words/text';
import { spreadOf, type Spread } from './spread';

/** A rater beside all raters, over the people and months that somebody else has scored, too. */
export interface RaterComparison {
  /** Totals of this rater that are compared. */
  readonly count: number;
  readonly own: Fraction;
  /** The mean of what all raters, this one among them, gave the same people in the same months. */
  readonly all: Fraction;
  /** own − all: below 0 strict, above 0 lenient. */
  readonly difference: Fraction;
}

/** How one rater scores. */
export interface RaterSpread {
  readonly rater: RaterName;
  readonly people: number;
  /** Of the totals that the rater gave; null where not one of the rows has a total. */
  readonly totals: Spread | null;
  /** Null where nobody else scored any of the same people in the same month. */
  readonly comparison: RaterComparison | null;
  /** Totals that are not compared, since nobody else scored the person that month. */
  readonly alone: number;
  /** Rows with an error, or of nobody known: they have no total that counts. */
  readonly uncounted: number;
}

/** Who scored: by name, by the group alone (rule 52), by sheets that name nobody. */
export interface RaterName {
  /** null where no sheet names one. */
  readonly name: string | null;
  /** Where the office has set groups. */
  readonly group: string | null;
  /** Tells sheets apart that name nobody and share people; null where they need not be told apart. */
  readonly sheet: string | null;
}

/** A total that counts. */
interface Given {
  readonly person: string;
  readonly cell: string;
  readonly total: Fraction;
}

/**
 * How each rater scored in some months: mean and spread of the rows' totals, and whether strict or lenient. A rater who
 * scored only some people is compared over those people alone, and each month of a person counts once.
 *
 * @returns in the order of the sheets; who scored nobody is left out
 */
export function raterSpreads(scores: readonly ScoreResult[], months: readonly Month[]): RaterSpread[] {
  const rows = scores.filter(({ month, row }) => month !== null && months.includes(month) && isScored(row));
  const shared = sharingGroups(rows);
  const raters = groupedBy(rows, (result) => raterKey(result, shared));
  const all = groupedBy(rows.flatMap(givenBy), ({ cell }) => cell);
  const means = new Map(
    [...all].map(([cell, totals]) => [cell, { raters: totals.length, mean: mean(totals.map(({ total }) => total)) }]),
  );
  return [...raters].flatMap(([, results]) => {
    const [first] = results;
    if (first === undefined) return [];
    const given = results.flatMap(givenBy);
    const compared = given.flatMap(({ cell, total }) => {
      const of = means.get(cell);
      return of?.mean === undefined || of.raters < 2 ? [] : [{ own: total, all: of.mean }];
    });
    const own = mean(compared.map((each) => each.own));
    const others = mean(compared.map((each) => each.all));
    return [
      {
        rater: raterName(first, shared),
        people: new Set(given.map(({ person }) => person)).size,
        totals: spreadOf(given.map(({ total }) => total)),
        comparison:
          own === undefined || others === undefined
            ? null
            : { count: compared.length, own, all: others, difference: own.sub(others) },
        alone: given.length - compared.length,
        uncounted: results.length - given.length,
      },
    ];
  });
}

/** Rows that nobody has begun say nothing of a rater. */
function isScored({ scores, extras }: ScoreResult['row']): boolean {
  return scores.some((score) => score !== null) || extras.length > 0;
}

function givenBy({ person, month, total }: ScoreResult): Given[] {
  return person === null || month === null || total === null
    ? []
    : [{ person: person.key, cell: `${month} ${person.key}`, total }];
}

/** The rater of a row; '' where nobody is named, or a group alone. */
function nameOn({ row, form, group }: ScoreResult): string {
  const name = normalizeName(row.rater ?? form.rater ?? '');
  return group !== null && name === normalizeName(group.name) ? '' : name;
}

/** Groups ('' for none) whose sheets without a name share a person in a month: they are several raters. */
function sharingGroups(rows: readonly ScoreResult[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const sharing = new Set<string>();
  for (const result of rows.filter((each) => nameOn(each) === '')) {
    const group = result.group?.name ?? '';
    for (const { cell } of givenBy(result)) {
      const of = `${group} ${cell}`;
      if (seen.has(of)) sharing.add(group);
      seen.add(of);
    }
  }
  return sharing;
}

function raterName(result: ScoreResult, sharing: ReadonlySet<string>): RaterName {
  const name = nameOn(result);
  const group = result.group?.name ?? null;
  const isOneOfSeveral = name === '' && sharing.has(group ?? '');
  return { name: name === '' ? null : name, group, sheet: isOneOfSeveral ? result.form.sheet : null };
}

function raterKey(result: ScoreResult, sharing: ReadonlySet<string>): string {
  const { name, group, sheet } = raterName(result, sharing);
  // Two forms on one sheet are two raters where they share people.
  const area = sheet === null ? null : result.form.area;
  return JSON.stringify([name, group, sheet, area?.row, area?.column]);
}
