import type Fraction from 'fraction.js';
import type { Answer, AnsweredCount, AnsweredPerson, AnsweredQuota } from './answer';
import { monthsOfQuarter, type DescribedQuarter } from './described';
import type { OracleCount, OracleMonth, OraclePerson, OracleQuarter, OracleQuota } from './quarterOracle';

/** One field in which answer and oracle differ. */
export interface Difference {
  /** Which field of whom, for people. */
  readonly place: string;
  /** The field alone, to count kinds. */
  readonly field: string;
  readonly product: unknown;
  readonly rules: unknown;
}

/** Every field of the answer that is not what the rules give; [] when all agree. */
export function differences({ quarter }: Pick<DescribedQuarter, 'quarter'>, answer: Answer, oracle: OracleQuarter) {
  const found: Difference[] = [];
  const keyOf = ({ department, name }: { department: string; name: string }) =>
    `${department} ${name.replace(/\s/g, '')}`;
  const answered = new Map(answer.people.map((person) => [keyOf(person), person]));
  for (const person of oracle.people) {
    const key = keyOf(person);
    const of = answered.get(key);
    answered.delete(key);
    if (of === undefined) found.push({ place: key, field: 'listed', product: false, rules: true });
    else found.push(...ofPerson(key, of, person, answer));
  }
  for (const key of answered.keys()) found.push({ place: key, field: 'listed', product: true, rules: false });
  for (const [i, month] of monthsOfQuarter(quarter).entries()) {
    found.push(...ofQuota(month, 'month', answer.months[i], oracle.months[i] ?? null));
  }
  found.push(...ofQuota(quarter, 'quarter', answer.quarterQuota, oracle.quarterQuota));
  return found;
}

/** A line for each, as a failing test shows it. */
export function told({ place, field, product, rules }: Difference): string {
  return `${place} ${field}: product ${JSON.stringify(product)}, rules ${JSON.stringify(rules)}`;
}

function ofPerson(key: string, answered: AnsweredPerson, person: OraclePerson, answer: Answer): Difference[] {
  const { mean, scoreGrade, suggestedGrade } = answered;
  return [
    ...person.months.flatMap((month) => ofMonth(key, answered, month)),
    ...check(key, 'mean', mean, near(mean, person.mean) ? mean : numberOf(person.mean)),
    ...check(key, 'scoreGrade', scoreGrade, person.scoreGrade),
    ...check(key, 'suggestedGrade', suggestedGrade, person.suggestedGrade),
    ...warned(key, person, answer),
  ];
}

/**
 * A month that nobody scored may be left out; what is only shown (rules 41, 42, 44) may be shown or not, but not counted
 * as a grade.
 */
function ofMonth(key: string, answered: AnsweredPerson, month: OracleMonth): Difference[] {
  const place = `${key} ${month.month}`;
  const of = answered.months.find((each) => each.month === month.month);
  if (of === undefined) {
    const isOwed = month.scored && month.standing !== 'out';
    return isOwed ? [{ place, field: 'month.listed', product: false, rules: true }] : [];
  }
  const isShownOnly = month.standing !== 'here';
  const total = near(of.total, month.total) || (isShownOnly && of.total === null);
  return [
    ...check(place, `month.total (${month.standing})`, of.total, total ? of.total : numberOf(month.total)),
    ...(isShownOnly && of.scoreGrade === null
      ? []
      : check(place, `month.scoreGrade (${month.standing})`, of.scoreGrade, month.scoreGrade)),
    ...check(place, `month.grade (${month.standing})`, of.grade, month.grade),
  ];
}

/** Rules 41, 42, 49: a warning that names the person, with a cell where a score is not counted. */
function warned(key: string, person: OraclePerson, { warnings }: Answer): Difference[] {
  const naming = warnings.filter(({ message }) => message.includes(person.name));
  const isShownOnly = person.months.some(
    ({ standing, scored }) => scored && (standing === 'out' || standing === 'elsewhere'),
  );
  return [
    ...(person.unscored ? check(key, 'warned of 未测评', naming.length > 0, true) : []),
    ...(isShownOnly
      ? check(
          key,
          'warned of scores not counted',
          naming.some(({ cell }) => cell !== null),
          true,
        )
      : []),
  ];
}

function ofQuota(
  place: string,
  field: string,
  answered: AnsweredQuota | undefined,
  quota: OracleQuota | null,
): Difference[] {
  if (answered === undefined) return [{ place, field: `${field}.count`, product: undefined, rules: quota }];
  const { pools, ...whole } = answered;
  const found = ofCount(place, field, whole, quota);
  if (pools === undefined) return [...found, { place, field: 'pools', product: undefined, rules: quota?.pools ?? [] }];
  const known = new Map(pools.map((pool) => [pool.pool, pool]));
  const unnamed = pools
    .filter(({ pool }) => !quota?.pools.some((each) => each.pool === pool))
    .sort((a, b) => (b.participants ?? 0) - (a.participants ?? 0));
  for (const pool of quota?.pools ?? []) {
    // Who has no 单位 or 职务 counts in a pool that the product may name as it likes.
    const of = known.get(pool.pool) ?? (pool.pool === '' ? unnamed.shift() : undefined);
    if (of === undefined) found.push({ place, field: `${field}.pool`, product: undefined, rules: pool.pool });
    else found.push(...ofCount(`${place} ${pool.pool}`, `${field}.pool`, of, pool));
  }
  const empty = unnamed.filter(({ participants }) => participants !== 0);
  for (const { pool } of empty) found.push({ place, field: `${field}.pool`, product: pool, rules: undefined });
  return found;
}

function ofCount(place: string, field: string, answered: AnsweredCount, count: OracleCount | null): Difference[] {
  return (['participants', 'goodLimit', 'good', 'over', 'exempt'] as const).flatMap((figure) =>
    figure === 'exempt' && count === null
      ? []
      : check(
          place,
          `${field}.${figure}${count === null ? ' (no sheet)' : ''}`,
          answered[figure],
          count?.[figure] ?? null,
        ),
  );
}

function check(place: string, field: string, product: unknown, rules: unknown): Difference[] {
  return product === rules ? [] : [{ place, field, product, rules }];
}

function near(value: number | null, exact: Fraction | null): boolean {
  return value === null || exact === null ? value === exact : Math.abs(value - exact.valueOf()) < 1e-9;
}

function numberOf(exact: Fraction | null): number | null {
  return exact?.valueOf() ?? null;
}
