import type { Quota } from '../../../src/assessment/quota';
import type { ReviewPreview } from '../../../src/excel';
import { NOT_SCORED } from '../../../src/forms/score-sheet/formulas';

/** What a cell of the 审定表 shows, by 0-based row and column. */
export type ShownCell = (row: number, column: number) => unknown;

const [DEPARTMENT, NAME, MEAN, SUGGESTION] = [1, 2, 10, 11];
const MONTHS = [4, 6, 8];
const FIRST = 4;
/** Lines below 统计. */
const LINES = { participants: 2, good: 3, limit: 8, conclusion: 9, pools: 11 };

/** Where a 审定表 shows something else than the answer says, one line each (sheet = answer). */
export function sheetDifferences(shown: ShownCell, { review, book }: ReviewPreview): string[] {
  const found: string[] = [];
  const compare = (what: string, onSheet: unknown, inAnswer: unknown) => {
    if (!isSame(onSheet, inAnswer)) found.push(`${what}: sheet ${String(onSheet)}, answer ${String(inAnswer)}`);
  };
  const rows = new Map<string, number>();
  let row = FIRST;
  for (; shown(row, 0) !== '统计'; row++) {
    if (row > 500) return ['no 统计'];
    rows.set(`${String(shown(row, DEPARTMENT))} ${String(shown(row, NAME))}`, row);
  }
  const names = new Map(book.people.map(({ key, department, displayName }) => [key, `${department} ${displayName}`]));
  const withForms = new Set(book.forms.map(({ month }) => month));
  compare('people', rows.size, review.people.length);
  for (const { key, months, mean, suggestedGrade } of review.people) {
    const who = names.get(key) ?? key;
    const at = (column: number) => shown(rows.get(who) ?? 0, column);
    months.forEach(({ month, total, grade, raters }, i) => {
      const none = raters > 0 || !withForms.has(month) ? '' : NOT_SCORED;
      compare(`${who} ${month} total`, at(MONTHS[i] ?? 0), total?.valueOf() ?? none);
      compare(`${who} ${month} grade`, at((MONTHS[i] ?? 0) + 1), grade ?? '');
    });
    compare(`${who} mean`, at(MEAN), mean?.valueOf() ?? '');
    compare(`${who} suggestion`, at(SUGGESTION), suggestedGrade ?? '');
  }
  const periods = [
    ...review.months.map(({ month, quota }, i) => ({ title: month, quota, column: MONTHS[i] ?? 0 })),
    { title: review.quarter, quota: review.quarterQuota, column: MEAN },
  ];
  for (const { title, quota, column } of periods) {
    const at = (line: keyof typeof LINES) => shown(row + LINES[line], column);
    compare(`${title} N`, at('participants'), quota?.participants ?? '');
    if (quota === null) continue;
    compare(`${title} 好`, at('good'), quota.good + quota.exempt);
    compare(`${title} limit`, at('limit'), quota.goodLimit);
    const beside = quota.exempt > 0 ? `（另${quota.exempt}人不占名额）` : '';
    compare(`${title} over`, at('conclusion'), (quota.over > 0 ? `超出${quota.over}人` : '未超上限') + beside);
    quota.pools.forEach((pool) => {
      const line = lineOf(shown, row + LINES.pools, `其中：${pool.pool}`);
      compare(`${title} ${pool.pool} N`, shown(line, column), pool.participants);
      compare(`${title} ${pool.pool}`, String(shown(line, column + 1)).replace('占用', '好'), restOf(pool));
    });
  }
  return found;
}

function lineOf(shown: ShownCell, from: number, label: string): number {
  for (let row = from; row < from + 40; row++) if (shown(row, 0) === label) return row;
  return 0;
}

function restOf({ goodLimit, good, over }: Quota): string {
  const left = over > 0 ? `超出${over}人` : `余${goodLimit - good}人`;
  return `上限${goodLimit}人，好${good}人，${left}`;
}

/** The sheet rounds to nine decimals. */
function isSame(onSheet: unknown, inAnswer: unknown): boolean {
  return typeof onSheet === 'number' && typeof inAnswer === 'number'
    ? Math.abs(onSheet - inAnswer) < 1e-8
    : (onSheet ?? '') === inAnswer;
}
