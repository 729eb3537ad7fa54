import { monthsOf, type Month, type Quarter } from '../../assessment/period';

/** A form of a month, by whomever. */
interface Dated {
  readonly month: Month;
  readonly name: string;
}

/** Months whose forms seem to have another year than was meant, with a month of the year that they seem to be of. */
export interface DoubtfulYears {
  /** The template's year may be left: more forms are of that month in a later year. */
  readonly stale: ReadonlyMap<Month, Month>;
  /** One form, or one person's, alone a year away from the others: it makes no month judged (rule 58). */
  readonly stray: ReadonlyMap<Month, Month>;
}

/** What the workbook's forms and the quarter asked for say of each other's years. */
export function doubtfulYears(
  forms: readonly Dated[],
  { scoreMonths, quarter }: { readonly scoreMonths: readonly Month[]; readonly quarter: Quarter | undefined },
): DoubtfulYears {
  const counts = new Map<Month, number>();
  for (const month of [...scoreMonths, ...forms.map((form) => form.month)]) {
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const asked: readonly Month[] = quarter === undefined ? [] : monthsOf(quarter);
  const later = (month: Month) =>
    [...new Set([...counts.keys(), ...asked])].find(
      (other) =>
        other.slice(5) === month.slice(5) &&
        other > month &&
        ((counts.get(other) ?? 0) > (counts.get(month) ?? 0) || (asked.includes(other) && !counts.has(other))),
    );
  const found = (other: (month: Month) => Month | undefined) =>
    new Map([...counts.keys()].flatMap((month) => [[month, other(month)]] as const).flatMap(known));
  return { stale: found(later), stray: found((month) => yearAway(month, forms, scoreMonths, counts)) };
}

function known([month, other]: readonly [Month, Month | undefined]): (readonly [Month, Month])[] {
  return other === undefined ? [] : [[month, other]];
}

/** Where the others are of whom a month's few forms stand alone a year away; undefined where they do not. */
function yearAway(
  month: Month,
  forms: readonly Dated[],
  scoreMonths: readonly Month[],
  counts: ReadonlyMap<Month, number>,
): Month | undefined {
  if (scoreMonths.includes(month)) return undefined;
  const here = forms.filter((form) => form.month === month);
  const apart = (other: Month) => numberOf(other) - numberOf(month);
  const others = [...counts.keys()].filter((other) => other !== month);
  if (others.some((other) => Math.abs(apart(other)) === 1)) return undefined;
  const near = others.filter((other) => Math.abs(Math.abs(apart(other)) - 12) <= 1);
  const people = new Set(forms.filter((form) => near.includes(form.month)).map(({ name }) => name));
  const isAlone = here.length === 1 || (new Set(here.map(({ name }) => name)).size === 1 && people.size > 1);
  const count = near.reduce((sum, other) => sum + (counts.get(other) ?? 0), 0);
  const [first] = near.filter((other) => other > month || count > here.length);
  return isAlone && count >= here.length ? first : undefined;
}

/** Months since the year 0. */
function numberOf(month: Month): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
}
