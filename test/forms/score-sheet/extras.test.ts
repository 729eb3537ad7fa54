/** Columns of plus and minus beside the seven indicators (rule 53). */
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { annex3, only, read, sheet, withCode, ZHANG, type Cell } from '../support/sheets';

const counted = { ...DEFAULT_SETTINGS, largestBonus: 5, largestDeduction: 10 };

/** 张三 with columns of these headings, and what stands in them. */
function withColumns(columns: Readonly<Record<string, Cell>>, person: readonly Cell[] = ZHANG) {
  const rows = annex3([[...person, null, ...Object.values(columns)]]);
  const at = rows.findIndex((row) => row[0] === '姓名');
  rows[at] = [...(rows[at] ?? []), ...Object.keys(columns)];
  return sheet('2020年7月测评表', rows);
}
const totalOf = (book: ReturnType<typeof read>) => book.scores[0]?.total?.valueOf() ?? null;
const PLAIN = totalOf(read(withColumns({}))) ?? 0;

test.each<[Readonly<Record<string, Cell>>, number]>([
  [{ 加分项: 2 }, 2],
  [{ 附加分: '2.5分' }, 2.5],
  [{ 扣分: 3 }, -3],
  [{ 扣分: -3 }, -3],
  [{ 加减分: -3 }, -3],
  [{ '加/扣分': 4 }, 4],
  [{ 加分: 2, 扣分: 3 }, -1],
  [{ 奖励分: 3, 附加分: 4 }, 5],
  [{ 扣分: 30 }, -10],
  [{ 加分: '无', 扣分: '-' }, 0],
])('where the office counts them, %j changes the total by %d', (columns, change) => {
  expect(totalOf(read(withColumns(columns), { settings: counted }))).toBeCloseTo(PLAIN + change, 9);
  expect(totalOf(read(withColumns(columns)))).toBe(PLAIN);
});

test('a total is held to 0 and 100', () => {
  const full = ['张三', 100, 100, 99, 100, 100, 100, 100];
  expect(totalOf(read(withColumns({ 加分: 5 }, full), { settings: counted }))).toBe(100);
  const none = ['张三', 5, 5, 5, 5, 5, 5, 5];
  expect(totalOf(read(withColumns({ 扣分: 10 }, none), { settings: counted, scale: '百分制' }))).toBe(0);
});

test('more than counts is said; what does not count is said with what it would make', () => {
  expect(only(read(withColumns({ 加分: 9 }), { settings: counted }), 'EXTRA_HELD').message).toContain('加分5分');
  expect(only(read(withColumns({ 加分: 2 })), 'EXTRA_NOT_COUNTED').message).toContain(`如计入为${PLAIN + 2}`);
  const onlyBonus = { ...DEFAULT_SETTINGS, largestBonus: 5 };
  const both = read(withColumns({ 加分: 2, 扣分: 1 }), { settings: onlyBonus });
  expect(totalOf(both)).toBe(PLAIN + 2);
  expect(only(both, 'EXTRA_NOT_COUNTED').message).toContain('扣分');
});

test.each<[string, Cell]>([
  ['加分', '优秀'],
  ['加分', -2],
  ['扣分', '两分'],
  ['加减分', '#REF!'],
])('“%s” %s is an error where it counts, and never a guess', (heading, written) => {
  const book = read(withColumns({ [heading]: written }), { settings: counted });
  expect(only(book, 'EXTRA_NOT_A_NUMBER').severity).toBe('error');
  expect(totalOf(book)).toBeNull();
  expect(totalOf(read(withColumns({ [heading]: written })))).toBe(PLAIN);
});

test('一票否决 never acts by itself', () => {
  const book = read(withColumns({ 一票否决: '是' }), { settings: counted });
  expect(totalOf(book)).toBe(PLAIN);
  expect(withCode(book, 'VETO_NOT_COUNTED')).toHaveLength(1);
});
