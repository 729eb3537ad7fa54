import { annex3, only, read, sheet, withCode, ZHANG, type Cell } from '../support/sheets';

/** A month's sheet with 张三's scores lower by so many points, with a rater line and perhaps a name. */
function rated(line: string, points: number, name: string) {
  const [person = null, ...scores] = ZHANG;
  const lowered = scores.map((score): Cell => (typeof score === 'number' ? score - points : score));
  const rows = annex3([[person, ...lowered]]);
  rows[2] = [line, null, null, null, null, null, '2020年7月'];
  return sheet(name, rows);
}
/** 张三 has 89: with 10 points less from the other, 85 for 60 % and 40 %, 84 alike. */
const two = (first: string, second: string, names: readonly [string, string] = ['2020年7月甲', '2020年7月乙']) =>
  read([rated(first, 0, names[0]), rated(second, 10, names[1])]);
const message = (book: ReturnType<typeof read>) => only(book, 'RATER_WEIGHTS_UNUSED').message;

test.each([
  ['评委：领导班子（权重60%）', '评委：群众（权重40%）'],
  ['评委：领导班子 占60%', '评委：群众 占40%'],
  ['评委：王局（60％）', '评委：李局（40％）'],
  ['评委：王局（权重0.6）', '评委：李局（权重0.4）'],
])('%s beside %s: said with what it would give, and not used', (first, second) => {
  const book = two(first, second);
  const alike = book.months.get('2020-07')?.get('张三')?.total;
  const [full = null] = book.scores.map(({ total }) => total);
  expect(alike?.toString()).toBe(full?.sub(5).toString());
  expect(message(book)).toContain('60%');
  expect(message(book)).toContain(`张三${full?.sub(4).toString()}分`);
});

test('weights of the sheets’ names are said too', () => {
  const book = two('', '', ['2020年7月领导60%', '2020年7月群众40%']);
  expect(message(book)).toContain('按所写权重应为张三');
});

test('raters of one group count together', () => {
  const book = read([
    rated('评委：王局（权重60%）', 0, '2020年7月甲'),
    rated('评委：职工一（权重40%）', 10, '2020年7月乙'),
    rated('评委：职工二（权重40%）', 20, '2020年7月丙'),
  ]);
  const [full = null] = book.scores.map(({ total }) => total);
  expect(message(book)).toContain(`张三${full?.sub(6).toString()}分`);
});

test('weights that make no 100, or that only some have, are said without a total', () => {
  for (const [first, second] of [
    ['评委：王局（权重60%）', '评委：李局（权重30%）'],
    ['评委：王局（权重60%）', '评委：李局'],
    ['评委：王局（权重100%）', '评委：李局'],
  ] as const)
    expect(message(two(first, second))).not.toContain('按所写权重');
});

test('the weight of a rater whose others lack is said', () => {
  expect(message(read(rated('评委：王局（权重60%）', 0, '2020年7月甲')))).not.toContain('按所写权重');
});

test('nothing is said where no weight is written', () => {
  expect(withCode(two('评委：王局', '评委：李局'), 'RATER_WEIGHTS_UNUSED')).toEqual([]);
});
