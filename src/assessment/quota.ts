/** The share of 好 that a month may have (二·考核等次: 40%以内), exact as a ratio of whole numbers. */
export const DEFAULT_QUOTA_PERCENT = 40;

/** One pool's count of 好 against its limit (R15). People, not percent. */
export interface Quota {
  readonly participants: number;
  readonly goodLimit: number;
  /** 好 that take a seat within the limit. */
  readonly good: number;
  /** People over the limit; 0 when within. The program never demotes anyone. */
  readonly over: number;
}

/**
 * The most people who may be 好 among `participants`: rounded down, matching 以内 (ambiguity 12).
 *
 * @param percent whole percent, so that the ratio stays exact (ambiguity 14)
 * @param atLeastOne allows one 好 in a pool too small for any; can break the bureau's total (ambiguity 12)
 */
export function goodLimit(participants: number, percent: number, atLeastOne: boolean): number {
  const limit = Math.floor((participants * percent) / 100);
  return atLeastOne && participants > 0 ? Math.max(1, limit) : limit;
}

/** Counts a pool against the limit, in whole people (ambiguities 12 and 14). */
export function quota(participants: number, good: number, percent: number, atLeastOne: boolean): Quota {
  const limit = goodLimit(participants, percent, atLeastOne);
  return { participants, goodLimit: limit, good, over: Math.max(0, good - limit) };
}
