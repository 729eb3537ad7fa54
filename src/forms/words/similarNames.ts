/** So many similar names are asked about; more would be a guess. */
const MOST_ASKED = 3;

/**
 * Whether two names differ by one character: replaced (卫槎, 卫涛), left out or put in (买买提, 买买·提). A name of two
 * characters keeps its surname, or every other name would be like it. Counts characters, those of the rare planes too.
 */
export function isSimilarName(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length < 2 || long.length - short.length > 1) return false;
  const at = long.findIndex((character, i) => character !== short[i]);
  if (at < 0 || (at === 0 && long.length === 2)) return false;
  const rest = long.slice(at + 1).join('');
  return rest === short.slice(short.length === long.length ? at + 1 : at).join('');
}

/** The names that are like one and not the same: a question to a person, never an answer. */
export function similarNames(to: string, names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => isSimilarName(to, name)).slice(0, MOST_ASKED);
}

/**
 * How a message goes on behind what is unknown: with the question whether somebody else is meant, where there is one.
 *
 * @param otherwise the mark where there is none
 */
export function perhaps(similar: readonly string[], otherwise: '，' | '；' = '，'): string {
  return similar.length === 0 ? otherwise : `，是否为${similar.join('、')}？`;
}
