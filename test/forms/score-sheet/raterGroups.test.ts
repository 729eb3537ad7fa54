/** Groups of raters with weights (rule 52). */
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { annex3, only, read, sheet, withCode, ZHANG, type Cell } from '../support/sheets';

const settings = {
  ...DEFAULT_SETTINGS,
  raterGroups: [
    { name: '领导班子', weight: 60 },
    { name: '民主测评', weight: 40 },
  ],
};

/** A July sheet on which 张三 has 89 less so many points. */
function rated(line: string, points: number, name: string) {
  const [person = null, ...scores] = ZHANG;
  const rows = annex3([[person, ...scores.map((score): Cell => (typeof score === 'number' ? score - points : score))]]);
  rows[2] = [line, null, null, null, null, null, '2020年7月'];
  return sheet(name, rows);
}
const totalOf = (book: ReturnType<typeof read>) => book.months.get('2020-07')?.get('张三')?.total?.toString() ?? null;
const [FULL = 0] = read(rated('', 0, '7月')).scores.map(({ total }) => total?.valueOf() ?? 0);

test.each([
  ['the rater line', ['评委：领导班子', '评委：民主测评'], ['7月甲', '7月乙']],
  ['the rater line beside a name', ['评委：王局长（领导班子）', '评委：李某（民主测评）'], ['7月甲', '7月乙']],
  ['the sheet’s name', ['', ''], ['7月领导班子', '7月民主测评']],
  ['a signature', ['分管领导签字：领导班子', '分管领导签字：民主测评'], ['7月甲', '7月乙']],
])('a group is named by %s', (_what, lines, names) => {
  const sheets = lines.map((line, i) => rated(line, 10 * i, names[i] ?? ''));
  const book = read(sheets, { settings });
  expect(totalOf(book)).toBe(String(FULL - 4));
  expect(withCode(book, 'RATER_GROUP_UNKNOWN')).toEqual([]);
});

test('the raters of a group count alike, whatever their number', () => {
  const book = read(
    [
      rated('评委：领导班子', 0, '7月甲'),
      rated('评委：民主测评', 10, '7月一'),
      rated('评委：民主测评', 20, '7月二'),
      rated('评委：民主测评', 30, '7月三'),
    ],
    { settings },
  );
  expect(totalOf(book)).toBe(String(FULL - 8));
});

test('without a group there is no total, and it is said for whom', () => {
  const book = read([rated('评委：领导班子', 0, '7月甲')], { settings });
  expect(totalOf(book)).toBeNull();
  expect(only(book, 'RATER_GROUP_MISSING').message).toContain('缺评委组民主测评');
});

test.each(['评委：某人', '评委：领导班子、民主测评', '分管领导签字：'])(
  '“%s” names no one group: an error, and no total',
  (line) => {
    const sheets = [rated('评委：领导班子', 0, '7月甲'), rated('评委：民主测评', 10, '7月乙'), rated(line, 0, '7月丙')];
    const book = read(sheets, { settings });
    expect(only(book, 'RATER_GROUP_UNKNOWN')).toMatchObject({ severity: 'error', sheet: '7月丙' });
    expect(totalOf(book)).toBeNull();
  },
);

test('weights on the sheets that the settings do not have are told, and do not count', () => {
  const sheets = [rated('评委：领导班子（权重70%）', 0, '7月甲'), rated('评委：民主测评（权重40%）', 10, '7月乙')];
  const book = read(sheets, { settings });
  expect(totalOf(book)).toBe(String(FULL - 4));
  expect(only(book, 'RATER_WEIGHTS_DIFFER').message).toContain('70%');
  expect(only(book, 'RATER_WEIGHTS_DIFFER').message).not.toContain('民主测评）的评委40%');
});

test('分管领导 as a group is not the label of the signature', () => {
  const groups = [
    { name: '主要领导', weight: 50 },
    { name: '分管领导', weight: 50 },
  ];
  const sheets = [rated('评委：主要领导', 0, '7月甲'), rated('分管领导签字：王某', 10, '7月乙')];
  expect(
    only(read(sheets, { settings: { ...DEFAULT_SETTINGS, raterGroups: groups } }), 'RATER_GROUP_UNKNOWN').sheet,
  ).toBe('7月乙');
});
