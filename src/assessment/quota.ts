/** The share of 好 that a month may have (二·考核等次: 40%以内), exact as a ratio of whole numbers. */
export const DEFAULT_QUOTA_PERCENT = 40;

/** One pool's count of 好 against its limit (R15). People, not percent. */
export interface Quota {
  readonly participants: number;
  readonly goodLimit: number;
  readonly good: number;
  /** People over the limit; 0 when within. The program never demotes anyone. */
  readonly over: number;
}

/** The most people who may be 好 among `participants`: rounded down, matching 以内 (ambiguity 12). */
export function goodLimit(participants: number, percent: number = DEFAULT_QUOTA_PERCENT): number {
  return Math.floor((participants * percent) / 100);
}

/** Counts a pool against the limit, in whole people (ambiguities 12 and 14). */
export function quota(participants: number, good: number, percent: number = DEFAULT_QUOTA_PERCENT): Quota {
  const limit = goodLimit(participants, percent);
  return { participants, goodLimit: limit, good, over: Math.max(0, good - limit) };
}
