import { normalizeName } from '../words/text';

/** How a public notice is ordered; never by score. */
export const NOTICE_ORDERS = ['机构', '姓氏笔画'] as const;
export type NoticeOrder = (typeof NOTICE_ORDERS)[number];

interface Listed {
  readonly key: string;
  readonly department: string;
  readonly name: string;
}

/** Surnames with fewer strokes first, as lists of names are usually printed. */
const BY_STROKES = new Intl.Collator('zh-CN-u-co-stroke');

/**
 * The people of a public notice in order. 机构: that of 人员名册. Where there is none, the sheets may have been sorted
 * by score, so that only the order of the 科室 is taken from them, and 姓氏笔画 orders the people of each.
 *
 * @param rosterOrder keys in the order of 人员名册; null without one
 */
export function orderNotice<Person extends Listed>(
  people: readonly Person[],
  order: NoticeOrder,
  rosterOrder: readonly string[] | null,
): Person[] {
  if (order === '姓氏笔画') return [...people].sort(byStrokes);
  const departments = [...new Set(people.map(({ department }) => department))];
  const places = new Map((rosterOrder ?? []).map((key, i) => [key, i]));
  const place = ({ key }: Listed) => places.get(key) ?? places.size;
  return [...people].sort(
    (a, b) =>
      place(a) - place(b) || departments.indexOf(a.department) - departments.indexOf(b.department) || byStrokes(a, b),
  );
}

function byStrokes(a: Listed, b: Listed): number {
  return (
    BY_STROKES.compare(normalizeName(a.name), normalizeName(b.name)) || BY_STROKES.compare(a.department, b.department)
  );
}
