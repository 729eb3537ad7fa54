import Fraction from 'fraction.js';
import * as fc from 'fast-check';
import { twoDecimals } from '../../../src/assessment/display';
import { raterSpreads, type RaterSpread } from '../../../src/forms/evaluation/raterSpreads';
import { spreadOf } from '../../../src/forms/evaluation/spread';
import type { Settings } from '../../../src/assessment/settings';
import { annex3, read, sheet, type Cell } from '../support/sheets';

const all = (score: Cell): Cell[] => Array.from({ length: 7 }, () => score);
type Scored = readonly [name: string, score: Cell];

/** A form of a month that a rater scored: each person the same in all seven. */
const form = (name: string, people: readonly Scored[], rater = '', month = '2020年7月') =>
  sheet(
    name,
    annex3(
      people.map(([person, score]) => [person, ...all(score)]),
      { month, signer: rater === '' ? '分管领导签字：' : `评委：${rater}` },
    ),
  );

const spreads = (sheets: readonly ReturnType<typeof form>[], settings: Partial<Settings> = {}) =>
  raterSpreads(read(sheets, { settings }).scores, ['2020-07', '2020-08', '2020-09']);

/** A rater in a line: who, how many, mean, and what the comparison gives. */
const line = ({ rater, people, totals, comparison, alone, uncounted }: RaterSpread): string =>
  [
    [rater.name, rater.group, rater.sheet].map((part) => part ?? '-').join('/'),
    `${people}:${totals?.count ?? 0}`,
    totals === null ? 'none' : twoDecimals(totals.mean),
    comparison === null ? 'alone' : `${twoDecimals(comparison.difference)} of ${comparison.count}`,
    `${alone}+${uncounted}`,
  ].join(' ');

test('three raters of the same people: each against the mean of all', () => {
  const people = (a: number, b: number): Scored[] => [
    ['张三', a],
    ['李四', b],
  ];
  const found = spreads([
    form('7月李局', people(90, 80), '李局长'),
    form('7月王局', people(84, 74), '王局长'),
    form('7月赵局', people(87, 83), '赵局长'),
  ]);
  expect(found.map(line)).toEqual([
    '李局长/-/- 2:2 85.00 2.00 of 2 0+0',
    '王局长/-/- 2:2 79.00 −4.00 of 2 0+0',
    '赵局长/-/- 2:2 85.00 2.00 of 2 0+0',
  ]);
  // Of the three: 85 + 79 + 85 over 3, exactly.
  expect(found[0]?.comparison?.all.equals(new Fraction(83))).toBe(true);
});

test('who scored only some people is compared over those alone, month by month', () => {
  const found = spreads([
    form('7月李局', [['张三', 90], ['李四', 60]], '李局长'), // prettier-ignore
    form('7月王局', [['张三', 80]], '王局长'),
    form('8月李局', [['张三', 70]], '李局长', '2020年8月'),
  ]);
  expect(found.map(line)).toEqual([
    // 张三 in July alone: 90 against 85; 李四, and 张三 in August, nobody else scored.
    '李局长/-/- 2:3 73.33 5.00 of 1 2+0',
    '王局长/-/- 1:1 80.00 −5.00 of 1 0+0',
  ]);
});

test('one rater alone has no comparison; nor have raters of different people', () => {
  expect(spreads([form('7月', [['张三', 90]], '李局长')]).map(line)).toEqual(['李局长/-/- 1:1 90.00 alone 1+0']);
  expect(spreads([form('7月甲', [['张三', 90]], '李局长'), form('7月乙', [['李四', 70]], '王局长')]).map(line)).toEqual(
    ['李局长/-/- 1:1 90.00 alone 1+0', '王局长/-/- 1:1 70.00 alone 1+0'],
  );
});

test('rows with an error or twice the same person count nothing and are told; unscored rows are none', () => {
  const found = spreads([
    form('7月李局', [['张三', 90], ['李四', 101], ['赵敏', null]], '李局长'), // prettier-ignore
    form('7月王局', [['张三', 80], ['李四', 70], ['李四', 72]], '王局长'), // prettier-ignore
  ]);
  expect(found.map(line)).toEqual(['李局长/-/- 1:1 90.00 5.00 of 1 0+1', '王局长/-/- 1:1 80.00 −5.00 of 1 0+2']);
});

test('sheets that name nobody are one where they share no people, and several where they do', () => {
  const apart = spreads([form('7月', [['张三', 90]]), form('7月续', [['李四', 80]])]);
  expect(apart.map(line)).toEqual(['-/-/- 2:2 85.00 alone 2+0']);
  const sharing = spreads([form('7月', [['张三', 90]]), form('7月 (2)', [['张三', 80]])]);
  expect(sharing.map(line)).toEqual(['-/-/7月 1:1 90.00 5.00 of 1 0+0', '-/-/7月 (2) 1:1 80.00 −5.00 of 1 0+0']);
});

test('groups of raters without a name are told by the group', () => {
  const raterGroups = [
    { name: '主要领导', weight: 60 },
    { name: '民主测评', weight: 40 },
  ];
  const found = spreads(
    [
      form('7月', [['张三', 90]], '主要领导'),
      form('7月 (2)', [['张三', 80]], '民主测评'),
      form('7月 (3)', [['张三', 70]], '民主测评'),
    ],
    { raterGroups },
  );
  expect(found.map(line)).toEqual([
    '-/主要领导/- 1:1 90.00 10.00 of 1 0+0',
    '-/民主测评/7月 (2) 1:1 80.00 0.00 of 1 0+0',
    '-/民主测评/7月 (3) 1:1 70.00 −10.00 of 1 0+0',
  ]);
});

test('other quarters and forms without scores say nothing', () => {
  expect(
    spreads([form('4月', [['张三', 90]], '李局长', '2020年4月'), form('7月', [['张三', null]], '李局长')]),
  ).toEqual([]);
});

test.each([
  [[90], '90.00 90.00 90.00 90.00 0.00'],
  [[80, 90], '85.00 80.00 85.00 90.00 5.00'],
  [[2, 4, 4, 4, 5, 5, 7, 9], '5.00 2.00 4.50 9.00 2.00'],
  [[60, 61, 62], '61.00 60.00 61.00 62.00 0.82'],
  // The root is 0.005 exactly: half up.
  [[0, 0.01], '0.01 0.00 0.01 0.01 0.01'],
])('%j: mean, lowest, median, highest, deviation', (values, expected) => {
  const { mean, lowest, median, highest, deviation } = spreadOf(values.map((value) => new Fraction(value))) ?? {};
  const shown = [mean, lowest, median, highest, deviation].map((value) =>
    value === undefined ? '' : twoDecimals(value),
  );
  expect(shown.join(' ')).toBe(expected);
});

test('nothing has no spread', () => {
  expect(spreadOf([])).toBeNull();
});

test('the deviation is the root to the nearest hundredth, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 }), (hundredths) => {
      const spread = spreadOf(hundredths.map((value) => new Fraction(value, 100)));
      if (spread === null) throw new Error('no spread');
      const middle = hundredths.reduce((sum, value) => sum + value, 0) / hundredths.length;
      const variance = hundredths.reduce((sum, value) => sum + (value - middle) ** 2, 0) / hundredths.length;
      expect(Math.abs(spread.deviation.valueOf() * 100 - Math.sqrt(variance))).toBeLessThan(0.5001);
      expect(spread.lowest.compare(spread.median) <= 0 && spread.median.compare(spread.highest) <= 0).toBe(true);
    }),
  );
});

test('two decimals are always two, half up and with a sign that is a minus', () => {
  const shown = ['1.5', '0.005', '-1.255', '-0.001', '84.995', '100'].map((text) => twoDecimals(new Fraction(text)));
  expect(shown).toEqual(['1.50', '0.01', '−1.26', '0.00', '85.00', '100.00']);
});
