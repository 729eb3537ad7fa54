import fc from 'fast-check';
import Fraction from 'fraction.js';
import { quotaEdge } from '../../src/assessment/edge';
import { explainEdge, explainExempt } from '../../src/assessment/explain';
import { poolOf, quotaReport, type Participant } from '../../src/assessment/pool';
import { goodLimit } from '../../src/assessment/quota';
import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { limitByTheNotice, quotaByTheNotice } from './support/byTheNotice';

test('the limit of 好 is rounded down', () => {
  expect([1, 2, 3, 4, 5, 7, 8, 12, 13, 17].map((n) => limitByTheNotice(n))).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 6]);
});

test('the limit never breaks 5 × 好 ≤ 2 × N and is the largest that does not, for all N to 2,000', () => {
  for (let n = 0; n <= 2000; n++) {
    const limit = limitByTheNotice(n);
    expect(5 * limit <= 2 * n && 5 * (limit + 1) > 2 * n).toBe(true);
    for (let k = 0; k <= n; k++) {
      if (quotaByTheNotice(n, k).over > 0 !== 5 * k > 2 * n) throw new Error(`N=${n}, k=${k}`);
    }
  }
});

test('21 of 52, 40.38 %, is one over: the ratio is not rounded first', () => {
  expect(quotaByTheNotice(52, 21)).toEqual({ participants: 52, goodLimit: 20, good: 21, over: 1 });
});

test('a pool too small for any 好 may have one when the office says so, an empty one still has none', () => {
  expect([0, 1, 2, 3, 8].map((n) => goodLimit(n, 40, true))).toEqual([0, 1, 1, 1, 3]);
});

const person = (key: string, given: Partial<Participant> = {}): Participant => ({
  key,
  unit: undefined,
  position: undefined,
  leader: false,
  good: false,
  directGood: false,
  undetermined: false,
  total: null,
  ...given,
});
const people = (count: number, given: Partial<Participant> = {}) =>
  Array.from({ length: count }, (_, i) => person(`${given.unit ?? ''}${i}`, given));

test('不确定等次 people count in N, and the stricter figure leaves them out', () => {
  const report = quotaReport(
    [...people(2, { good: true }), ...people(1), ...people(2, { undetermined: true })],
    DEFAULT_SETTINGS,
  );
  expect(report).toMatchObject({ participants: 5, goodLimit: 2, good: 2, over: 0 });
  expect(report.stricter).toEqual({ participants: 3, goodLimit: 1, good: 2, over: 1 });
});

test('the office can leave 不确定等次 people out of N', () => {
  const settings = { ...DEFAULT_SETTINGS, undeterminedInQuota: false };
  const report = quotaReport([...people(2, { good: true }), ...people(3, { undetermined: true })], settings);
  expect(report).toMatchObject({ participants: 2, goodLimit: 0, good: 2, over: 2 });
});

test('局领导 are not in N, nor is their 好, unless the office counts them', () => {
  const members = [
    ...people(2, { good: true }),
    ...people(3),
    person('局长', { leader: true, good: true }),
    person('副局长', { leader: true, undetermined: true }),
  ];
  const report = quotaReport(members, DEFAULT_SETTINGS);
  expect(report).toMatchObject({ participants: 5, goodLimit: 2, good: 2, over: 0 });
  expect(report.stricter).toMatchObject({ participants: 5, over: 0 });
  const withLeaders = quotaReport(members, { ...DEFAULT_SETTINGS, leadersInQuota: true });
  expect(withLeaders).toMatchObject({ participants: 7, goodLimit: 2, good: 3, over: 1 });
  expect(withLeaders.stricter).toMatchObject({ participants: 6, goodLimit: 2, over: 1 });
});

test('a direct 好 takes a seat, unless the office exempts it: then N stays and the others have the seats', () => {
  const members = [
    person('直接', { good: true, directGood: true }),
    ...[93, 88, 86].map((total) => person(String(total), { good: true, total: new Fraction(total) })),
    person('未定', { undetermined: true }),
    ...people(1),
  ];
  const taken = quotaReport(members, DEFAULT_SETTINGS);
  expect(taken).toMatchObject({ participants: 6, goodLimit: 2, good: 4, over: 2, exempt: 0 });
  expect(taken.edge).toMatchObject({ atEdge: ['93'], below: ['88', '86'] });
  const exempt = quotaReport(members, { ...DEFAULT_SETTINGS, directGoodInQuota: false });
  expect(exempt).toMatchObject({ participants: 6, goodLimit: 2, good: 3, over: 1, exempt: 1 });
  expect(exempt.stricter).toMatchObject({ participants: 5, goodLimit: 2, good: 3, over: 1 });
  expect(exempt.edge).toMatchObject({ atEdge: ['88'], below: ['86'] });
});

const anyMember: fc.Arbitrary<Participant> = fc
  .record({
    leader: fc.boolean(),
    grade: fc.constantFrom('好', '直接好', '不确定等次', '较好'),
    unit: fc.constantFrom('商务局', '市贸促会', undefined),
    total: fc.integer({ min: 85, max: 90 }),
  })
  .map(({ leader, grade, unit, total }) =>
    person(`${unit ?? ''}${total}`, {
      unit,
      leader,
      good: grade === '好' || grade === '直接好',
      directGood: grade === '直接好',
      undetermined: grade === '不确定等次',
      total: grade === '好' ? new Fraction(total) : null,
    }),
  );
const choices = fc.record({ leadersInQuota: fc.boolean(), directGoodInQuota: fc.boolean() });

test('whoever counts, a pool is over exactly when 5 × 好 > 2 × N, and the pools add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyMember, { maxLength: 30 }), choices, (members, chosen) => {
      const report = quotaReport(members, { ...DEFAULT_SETTINGS, ...chosen, pool: '单位' });
      const counted = members.filter(({ leader }) => chosen.leadersInQuota || !leader);
      const seated = counted.filter(({ good, directGood }) => good && (chosen.directGoodInQuota || !directGood));
      expect([report.participants, report.good]).toEqual([counted.length, seated.length]);
      expect(report.good + report.exempt).toBe(counted.filter(({ good }) => good).length);
      for (const each of report.pools) expect(each.over > 0).toBe(5 * each.good > 2 * each.participants);
      expect(report.stricter.over > 0).toBe(5 * report.stricter.good > 2 * report.stricter.participants);
      for (const figure of ['participants', 'goodLimit', 'good', 'over', 'exempt'] as const) {
        expect(report.pools.reduce((sum, pool) => sum + pool[figure], 0)).toBe(report[figure]);
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('by 单位, each unit is counted, and the limits and what is over them together', () => {
  const members = [
    ...people(2, { unit: '商务局', good: true }),
    ...people(6, { unit: '商务局' }),
    ...people(2, { unit: '市贸促会', good: true }),
    ...people(2, { unit: '市贸促会' }),
    ...people(1),
  ];
  const report = quotaReport(members, { ...DEFAULT_SETTINGS, pool: '单位' });
  expect(report).toMatchObject({ participants: 13, goodLimit: 4, good: 4, over: 1, edge: null });
  expect(report.pools).toMatchObject([
    { pool: '商务局', participants: 8, goodLimit: 3, good: 2, over: 0 },
    { pool: '市贸促会', participants: 4, goodLimit: 1, good: 2, over: 1 },
    { pool: '未注明单位', participants: 1, goodLimit: 0, good: 0, over: 0 },
  ]);
});

test.each([
  [false, { goodLimit: 4, good: 4, over: 0 }],
  [true, { goodLimit: 1, good: 4, over: 3 }],
])(
  'with “at least one”, small pools can break the bureau’s limit, unless it holds (%s)',
  (poolsWithinWhole, expected) => {
    const members = ['甲', '乙', '丙', '丁'].map((unit) => person(unit, { unit, good: true }));
    const report = quotaReport(members, {
      ...DEFAULT_SETTINGS,
      pool: '单位',
      atLeastOneGood: true,
      poolsWithinWhole,
    });
    expect(report.pools.map(({ over }) => over)).toEqual([0, 0, 0, 0]);
    expect(report).toMatchObject(expected);
  },
);

test('by 职务类别, leaders are counted apart from staff', () => {
  const members = [...people(3, { position: '科长', good: true }), ...people(5, { position: '一级科员' })];
  const report = quotaReport(members, { ...DEFAULT_SETTINGS, pool: '职务类别' });
  expect(report.pools).toMatchObject([
    { pool: '领导职务', participants: 3, goodLimit: 1, over: 2 },
    { pool: '非领导职务', participants: 5, goodLimit: 2, over: 0 },
  ]);
});

test('who has no 单位 or no 职务, blank or unknown, counts in a pool that says so', () => {
  const nobody = { unit: undefined, position: undefined };
  expect([poolOf(nobody, '单位'), poolOf({ ...nobody, unit: '' }, '单位')]).toEqual(['未注明单位', '未注明单位']);
  expect([poolOf(nobody, '职务类别'), poolOf({ ...nobody, position: '' }, '职务类别')]).toEqual([
    '未注明职务',
    '未注明职务',
  ]);
});

test.each([
  ['科室', '外贸科'],
  ['分管领导', '王刚'],
  ['身份', '参公'],
] as const)('by %s, people count with their own', (pool, own) => {
  const facts = { unit: '商务局', department: '外贸科', position: '科长', supervisor: '王刚', identity: '参公' };
  expect([poolOf(facts, pool), poolOf({}, pool)]).toEqual([own, `未注明${pool}`]);
});

test('for the whole bureau no pools are listed', () => {
  expect(quotaReport(people(3), DEFAULT_SETTINGS).pools).toEqual([]);
});

test.each([
  ['科长', '领导职务'],
  ['副科长、一级主任科员', '领导职务'],
  ['机关党委专职副书记', '领导职务'],
  ['办公室主任', '领导职务'],
  ['四级主任科员', '非领导职务'],
  ['二级调研员', '非领导职务'],
  ['科员', '非领导职务'],
  [' ', '未注明职务'],
  ['一级主任科员（兼 综合科科长）', '领导职务'],
])('the 职务 “%s” belongs to %s', (position, expected) => {
  expect(poolOf({ unit: undefined, position }, '职务类别')).toBe(expected);
});

const holders = (...totals: (string | null)[]) =>
  totals.map((total, i) => ({ key: String.fromCharCode(65 + i), total: total === null ? null : new Fraction(total) }));
const line = new Fraction(85);

test('a tie for the last seat is reported with its distance from the line, and not broken', () => {
  const edge = quotaEdge(holders('86.4', '93', '86.4', '87'), 3, line);
  expect(edge).toMatchObject({ seats: 1, atEdge: ['A', 'C'], below: [] });
  expect(edge?.total.equals('86.4') && edge.distance.equals('1.4')).toBe(true);
});

test('who holds the last seat alone stands at the edge alone, the others below it', () => {
  expect(quotaEdge(holders('86.1', '93', '86.4', '85'), 2, line)).toMatchObject({
    seats: 1,
    atEdge: ['C'],
    below: ['A', 'D'],
  });
});

test('a direct 好 has its seat first, however low its score', () => {
  expect(quotaEdge(holders(null, '90', '86', '86'), 2, line)).toMatchObject({
    seats: 1,
    atEdge: ['B'],
    below: ['C', 'D'],
  });
});

test('a limit that is kept, or that direct grades use up, has no edge among the scores', () => {
  expect(quotaEdge(holders('90', '90'), 2, line)).toBeNull();
  expect(quotaEdge(holders(null, null, '90'), 2, line)).toBeNull();
});

test.each([
  [['86.4', '86.4'], '名额边缘在86.4分（高于“好”分数线1.4分）：A君、B君同分，余1个名额'],
  [['86.4', '86.1'], '名额边缘在86.4分（高于“好”分数线1.4分）：A君，其后为B君'],
  [['84', '83'], '名额边缘在84分（低于“好”分数线1分）：A君，其后为B君'],
  [['85', '84'], '名额边缘在85分（高于“好”分数线0分）：A君，其后为B君'],
])('with one seat for the totals %j the edge is explained', (totals, text) => {
  const edge = quotaEdge(holders(...totals), 1, line);
  expect(edge && explainEdge(edge, (key) => `${key}君`, DEFAULT_SETTINGS)).toBe(text);
});

test('of those at the edge and of those after it twelve are named, and how many they are', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i)).join('、');
  const tied = quotaEdge(holders(...Array.from({ length: 13 }, () => '90')), 8, line);
  expect(tied && explainEdge(tied, (key) => key, DEFAULT_SETTINGS)).toBe(
    `名额边缘在90分（高于“好”分数线5分）：${names(12)}等13人同分，余8个名额`,
  );
  const twelve = quotaEdge(holders(...Array.from({ length: 12 }, () => '90')), 8, line);
  expect(twelve && explainEdge(twelve, (key) => key, DEFAULT_SETTINGS)).toContain(`：${names(12)}同分`);
});

test('whoever has a direct 好 beside the seats is told apart, with the clause', () => {
  expect(explainExempt(2)).toBe('另有2人直接确定为“好”、不占名额（五·3，见考核设置）');
  expect(explainExempt(0)).toBe('');
});
