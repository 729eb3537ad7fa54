/** Gives one whole number of 0 … 2³²−1, each equally likely. */
export type RandomWord = () => number;

const WORDS = 2 ** 32;

/** The browser's and Node's source of unpredictable numbers. */
export const unpredictableWord: RandomWord = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/**
 * Draws people by lot (五·1「临时抽取」): each set of `count` candidates is equally likely. The notice names no method
 * (ambiguity 26); this one draws one after another from those who are left, without putting back.
 *
 * @returns the drawn in the order in which they were drawn
 * @throws RangeError when there are not so many candidates
 */
export function draw<T>(candidates: readonly T[], count: number, random: RandomWord = unpredictableWord): T[] {
  if (!Number.isInteger(count) || count < 0 || count > candidates.length) {
    throw new RangeError(`cannot draw ${count} of ${candidates.length}`);
  }
  const left = [...candidates];
  return Array.from({ length: count }, () => left.splice(below(left.length, random), 1)).flat();
}

/**
 * A number below `end`, each equally likely. Words at the upper end that would make the first numbers likelier are
 * thrown away and drawn again: a remainder alone would not be fair.
 */
export function below(end: number, random: RandomWord): number {
  const fair = WORDS - (WORDS % end);
  let word = random();
  while (word >= fair) word = random();
  return word % end;
}
