import type { SnapshotValue } from '../grid/snapshot';
import { normalizeName } from './text';

/** What a name cell says, before anybody is looked up. */
export interface NameReading {
  /** Normalised; '' where nothing stands. */
  readonly name: string;
  readonly displayName: string;
  readonly fault: 'none' | 'missing' | 'several' | 'notText' | 'error';
  /** Holds � or another character that no font or dictionary knows. */
  readonly unreadable: boolean;
}

const SEPARATORS = /[/／、,，;；|&＆]/;
/** Two whole names, one below the other; a single name that was broken over two lines has shorter or longer parts. */
const TWO_LINES = /^[\u4E00-\u9FFF]{2,3}\r?\n[\u4E00-\u9FFF]{2,3}$/;
/** Replacement and private-use characters, and what old programs write for a character they lack. */
const LOST_CHARACTER = /[\uFFFD\uE000-\uF8FF?？□■〓*＊]/u;
/** Compatibility forms and the planes of rare characters: right where the roster has them, else to be looked at. */
const RARE_CHARACTER = /[\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;

export function readName(value: SnapshotValue): NameReading {
  const displayName = String(value).trim();
  const name = normalizeName(displayName);
  const reading = (fault: NameReading['fault']) => ({
    name,
    displayName,
    fault,
    unreadable: LOST_CHARACTER.test(name),
  });
  if (name === '') return reading('missing');
  if (/^#[A-Z/0]+[!?]?$/.test(name)) return reading('error');
  if (typeof value !== 'string' || /^[\d·-]+$|[:：]/.test(name)) return reading('notText');
  return reading(SEPARATORS.test(name) || TWO_LINES.test(displayName) ? 'several' : 'none');
}

export function hasRareCharacter(name: string): boolean {
  return RARE_CHARACTER.test(name);
}

/** Spaces or other dots than U+00B7 were taken out or replaced. */
export function isNormalised({ name, displayName }: NameReading): boolean {
  return name !== displayName;
}

/** The names that a damaged one may stand for: as long, and equal wherever it is readable. */
export function candidates(damaged: string, names: readonly string[]): string[] {
  const characters = [...damaged];
  return names.filter((name) => {
    const others = [...name];
    const fits = (character: string, i: number) =>
      character === others[i] || LOST_CHARACTER.test(character) || RARE_CHARACTER.test(character);
    return name !== damaged && others.length === characters.length && characters.every(fits);
  });
}
