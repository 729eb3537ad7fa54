import type Fraction from 'fraction.js';

/** Someone who is 好, and the total that ranks them; null when a rule gives the 好 whatever the score is (五·3). */
interface GoodHolder {
  readonly key: string;
  readonly total: Fraction | null;
}

/** Where the limit falls among those who are 好, when there are more of them than it allows. */
export interface QuotaEdge {
  /** The total of the last seat within the limit. */
  readonly total: Fraction;
  /** Points of 100 from the line of 好 up to that total. */
  readonly distance: Fraction;
  /** Seats that are left for those who stand exactly at the edge. */
  readonly seats: number;
  /** Everyone with exactly that total, in the order given. More keys than seats: a tie, which a person decides. */
  readonly atEdge: readonly string[];
  /** 好 by score below the edge, best first. */
  readonly below: readonly string[];
}

/**
 * Finds the edge of the limit (ambiguity 17: ties are reported, never broken). Those whose 好 comes from a rule have
 * their seats first (ambiguity 16). Null when the limit is kept, or leaves no seat to those who are 好 by score.
 *
 * @param goodLine the lowest total that reaches 好
 */
export function quotaEdge(holders: readonly GoodHolder[], limit: number, goodLine: Fraction): QuotaEdge | null {
  if (holders.length <= limit) return null;
  const ranked = holders
    .flatMap(({ key, total }) => (total === null ? [] : [{ key, total }]))
    .sort((a, b) => b.total.compare(a.total));
  const seats = limit - (holders.length - ranked.length);
  const last = ranked[seats - 1];
  if (last === undefined) return null;
  const keysWhere = (side: (comparison: number) => boolean) =>
    ranked.filter(({ total }) => side(total.compare(last.total))).map(({ key }) => key);
  return {
    total: last.total,
    distance: last.total.sub(goodLine),
    seats: seats - keysWhere((comparison) => comparison > 0).length,
    atEdge: keysWhere((comparison) => comparison === 0),
    below: keysWhere((comparison) => comparison < 0),
  };
}
