import type { SnapshotValue } from '../grid/snapshot';
import { fold } from './folding';
import { SURNAMES } from './surnames';
import { normalizeName } from './text';

/** What a name cell says, before anybody is looked up. */
export interface NameReading {
  /** Normalised, without what stands beside it; '' where nothing stands. */
  readonly name: string;
  /** As written, without what stands beside it. */
  readonly displayName: string;
  readonly fault: 'none' | 'missing' | 'several' | 'notText' | 'error';
  /** Holds � or another character that no font or dictionary knows. */
  readonly unreadable: boolean;
  /** What else stands in the cell, as it is written there, in the order in which it is taken away: 1.  （借调）  副科长  *. */
  readonly beside: readonly string[];
}

const SEPARATORS = /[/／、,，;；|&＆]/;
/** Two whole names, one below the other; a single name that was broken over two lines has shorter or longer parts. */
const TWO_LINES = /^[\u4E00-\u9FFF]{2,3}\r?\n[\u4E00-\u9FFF]{2,3}$/;
/** Replacement and private-use characters, and what old programs write for a character they lack. */
const LOST_CHARACTER = /[\uFFFD\uE000-\uF8FF\u{F0000}-\u{10FFFD}?？□■〓*＊]/u;

/** Words for an office or a rank behind a name. */
const TITLES =
  '(?:副|正|代|一级|二级|三级|四级)?(?:科长|处长|局长|主任科员|主任|书记|组长|会长|部长|科员|调研员|巡视员|秘书长|办事员|同志|老师)';

/** What people write beside a name in its cell; each is taken away once, as often as any is left. */
const BESIDE: readonly RegExp[] = [
  // 1.赵敏  （1）赵敏  ①赵敏  1 赵敏  ２赵敏  一、赵敏
  /^\s*(?:[(（][\d０-９]{1,3}[)）]|[\d０-９]{1,3}\s*[.．、,，:：)）]|[\d０-９]{1,3}(?=[\s\p{Script=Han}])|[①-⒛㈠-㈩]|[一二三四五六七八九十]{1,3}[、.．])\s*/u,
  // 第1名 赵敏
  /^\s*第\d{1,3}[名位]\s*/u,
  // 赵敏1  赵敏②
  /(?<=\p{Script=Han})\s*(?:[\d０-９]{1,2}|[①-⒛])\s*$/u,
  // “赵敏”
  /^\s*[“”"'‘’「」]\s*|\s*[“”"'‘’「」]\s*$/u,
  // 张三*  ※张三
  /^\s*[*＊※△▲★☆#＃●○◎]+\s*|\s*[*＊※△▲★☆#＃●○◎、,，;；。.．·•]+\s*$/u,
  // 王建国（借调）  【新】王建国
  /\s*(?:[(（][^()（）]*[)）]|[[【〔〖][^\]】〕〗]*[\]】〕〗]|[<＜「《][^>＞」》]*[>＞」》])\s*$/u,
  /^\s*(?:[(（][^()（）]*[)）]|[[【〔〖][^\]】〕〗]*[\]】〕〗])\s*/u,
  // 王建国（女, which nobody closed
  /\s*[(（][^()（）]*$/u,
  // 王建国 女  李四·外
  /\s+[男女]\s*$|[·•．・.](?:外|内|男|女|大|小|退|借|挂|新|老|兼)\s*$/u,
  // 科长：孙伟  副科长孙伟
  new RegExp(`^\\s*${TITLES}\\s*[:：]?\\s*(?=\\p{Script=Han}{2,4}\\s*$)`, 'u'),
  // 孙伟 副科长  孙伟副科长  孙伟-办公室
  new RegExp(`\\s+${TITLES}\\s*$`, 'u'),
  new RegExp(`(?<=^\\s*\\p{Script=Han}{2,4})${TITLES}\\s*$`, 'u'),
  /\s*[-—–~～]+\s*\p{Script=Han}+\s*$/u,
];

/** Two to four ideographs, or a minority name in its parts. */
const LIKE_A_NAME = /^(?:\p{Script=Han}{2,4}|\p{L}{1,8}(?:·\p{L}{1,8})+)$/u;

export function readName(value: SnapshotValue): NameReading {
  const { bare, beside } = withoutBeside(String(value).trim());
  const displayName = bare.trim();
  const name = normalizeName(bare);
  const reading = (fault: NameReading['fault']) => ({
    name,
    displayName,
    fault,
    unreadable: LOST_CHARACTER.test(name),
    beside,
  });
  if (name === '') return reading('missing');
  if (/^#[A-Z/0]+[!?]?$/.test(name)) return reading('error');
  if (typeof value !== 'string' || /^[\d·-]+$|[:：]/.test(name)) return reading('notText');
  return reading(SEPARATORS.test(name) || TWO_LINES.test(displayName) ? 'several' : 'none');
}

/** A cell's text without what stands beside the name, where a name is left. */
function withoutBeside(text: string): { bare: string; beside: string[] } {
  const beside: string[] = [];
  let bare = text;
  for (;;) {
    const found = BESIDE.map((pattern) => pattern.exec(bare)?.[0]).find(
      (part) => part !== undefined && part.trim() !== '',
    );
    if (found === undefined) break;
    beside.push(found);
    bare = bare.replace(found, '');
  }
  return beside.length > 0 && LIKE_A_NAME.test(fold(bare)) ? { bare, beside } : { bare: text, beside: [] };
}

/**
 * How much a text looks like somebody's name: 'surname' with a surname that is common enough to be known, or in the
 * parts of a minority name; 'letters' for two to four other ideographs; 'no'.
 */
export function likeness(name: string): 'surname' | 'letters' | 'no' {
  if (name.includes('·')) return LIKE_A_NAME.test(name) ? 'surname' : 'no';
  // Whoever has a character from the planes of rare ones is a person: words have none.
  if (/[\u{10000}-\u{3FFFF}]/u.test(name)) return 'surname';
  if (!LIKE_A_NAME.test(name)) return 'no';
  if (SURNAMES.double.has(name.slice(0, 2))) return 'surname';
  // 单位公章, 纪检监察: of four letters, hardly anybody has a surname of one.
  return SURNAMES.single.has(name.slice(0, 1)) && [...name].length <= 3 ? 'surname' : 'letters';
}

/** Spaces, unseen or other characters were taken out or replaced. */
export function isNormalised({ name, displayName }: NameReading): boolean {
  return name !== displayName;
}

/** The names that a damaged one may stand for: as long, and equal wherever it is readable. */
export function candidates(damaged: string, names: readonly string[]): string[] {
  return sameLength(damaged, names).filter((name) => {
    const others = [...name];
    return [...damaged].every((character, i) => character === others[i] || LOST_CHARACTER.test(character));
  });
}

function sameLength(text: string, names: readonly string[]): string[] {
  const { length } = [...text];
  return names.filter((name) => name !== text && [...name].length === length);
}
