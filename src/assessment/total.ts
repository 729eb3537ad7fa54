import Fraction from 'fraction.js';

/** 百分制: each indicator 0–100, then weighted. 分值制: points within the indicator's weight (ambiguity 6). */
export const SCALES = ['百分制', '分值制'] as const;
export type Scale = (typeof SCALES)[number];

/**
 * The exact weighted total, points of 100: Σ(score × weight)/100, or Σ score on 分值制 (R05–R11).
 *
 * @param scores one exact score per indicator, in the order of INDICATORS
 * @param weights whole percent, same length and order
 */
export function weightedTotal(scores: readonly Fraction[], scale: Scale, weights: readonly number[]): Fraction {
  if (scores.length !== weights.length) {
    throw new RangeError(`${scores.length} scores for ${weights.length} weights`);
  }
  if (scale === '分值制') return sum(scores);
  return sum(scores.map((score, i) => score.mul(weights[i] ?? 0))).div(100);
}

/** The exact arithmetic mean; undefined for no values (never 0). */
export function mean(values: readonly Fraction[]): Fraction | undefined {
  return values.length === 0 ? undefined : sum(values).div(values.length);
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}

/** Columns beside the seven indicators that the notice does not know (rule 53). */
export const EXTRA_KINDS = ['加分', '扣分', '加扣分', '一票否决'] as const;
export type ExtraKind = (typeof EXTRA_KINDS)[number];

export interface ExtraPoints {
  readonly kind: ExtraKind;
  /** As written: what is taken off may stand there as 2 or as −2. */
  readonly points: Fraction;
}

/** Points of 100 that count at most (rule 53). */
interface Largest {
  readonly largestBonus: number;
  readonly largestDeduction: number;
}

/** Whether the office counts what stands in such a column; 一票否决 never acts by itself. */
export function isCounted(kind: ExtraKind, { largestBonus, largestDeduction }: Largest): boolean {
  if (kind === '加分') return largestBonus > 0;
  if (kind === '扣分') return largestDeduction > 0;
  return kind === '加扣分' && largestBonus + largestDeduction > 0;
}

interface Sums {
  readonly added: Fraction;
  readonly taken: Fraction;
}

const [NOTHING, ALL] = [new Fraction(0), new Fraction(100)];

/**
 * A total with what is added and taken off, held to 0–100 points; each of the two counts up to its largest amount.
 *
 * @param total points of 100
 */
export function withExtraPoints(total: Fraction, extras: readonly ExtraPoints[], largest: Largest): Fraction {
  if (extras.length === 0) return total;
  const { added, taken } = countedPoints(extras, largest);
  const changed = total.add(added).sub(taken);
  return changed.compare(ALL) > 0 ? ALL : changed.compare(NOTHING) < 0 ? NOTHING : changed;
}

/** What is added and what is taken off, each up to its largest amount. */
export function countedPoints(extras: readonly ExtraPoints[], largest: Largest): Sums {
  const { added, taken } = sums(extras, largest);
  return { added: least(added, largest.largestBonus), taken: least(taken, largest.largestDeduction) };
}

/** Whether more is added or taken off than counts. */
export function exceedsLargest(extras: readonly ExtraPoints[], largest: Largest): boolean {
  const { added, taken } = sums(extras, largest);
  return added.compare(largest.largestBonus) > 0 || taken.compare(largest.largestDeduction) > 0;
}

function sums(extras: readonly ExtraPoints[], largest: Largest): Sums {
  let [added, taken] = [NOTHING, NOTHING];
  for (const { kind, points } of extras) {
    if (!isCounted(kind, largest)) continue;
    if (kind === '扣分' || points.compare(0) < 0) taken = taken.add(points.abs());
    else added = added.add(points);
  }
  return { added, taken };
}

function least(points: Fraction, largest: number): Fraction {
  return points.compare(largest) > 0 ? new Fraction(largest) : points;
}
