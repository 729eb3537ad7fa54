import type { Grade, RuledGrade } from '../../src/assessment/grade';
import { monthResult } from '../../src/assessment/monthly';
import { oneGroup } from './support/oneGroup';
import { reviewQuarter, type PersonQuarterInput, type QuarterReview } from '../../src/assessment/quarterly';
import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { whatIf } from '../../src/assessment/whatIf';
import { NO_SPECIAL_RULES, scoreStands } from './support/byTheNotice';
import { MONTHS, scored } from './support/scoredPeople';

/** Five people, three of them 好: the limit is 2. */
const TOTALS = { 甲: 95, 乙: 90, 丙: 86, 丁: 80, 戊: 70 } as const;

function review(fixed: Readonly<Record<string, RuledGrade>> = {}): QuarterReview {
  return reviewQuarter(
    '2020Q3',
    Object.entries(TOTALS).map(([name, total]) => scored(name, [total, total, total])),
    DEFAULT_SETTINGS,
    {
      ...NO_SPECIAL_RULES,
      quarter: ({ name }, proposal) => ({
        grade: fixed[name] ?? proposal,
        fixed: false,
        cap: null,
        outOfService: false,
        direct: false,
        reasons: [],
        grounds: [],
      }),
    },
  );
}

/** All that a review says, to see that nothing of it changed. */
const structuredText = (given: QuarterReview) =>
  JSON.stringify(given, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

test('moving one 好 to 较好 brings the quarter within its limit, and the review stays as it is', () => {
  const given = review();
  const before = structuredText(given);
  const result = whatIf(given, new Map([['办公室|丙', '较好']]), DEFAULT_SETTINGS);
  expect(result.before).toMatchObject({ participants: 5, goodLimit: 2, good: 3, over: 1 });
  expect(result.before.edge).toMatchObject({ atEdge: ['办公室|乙'], below: ['办公室|丙'] });
  expect(result.after).toMatchObject({ participants: 5, goodLimit: 2, good: 2, over: 0, edge: null });
  expect(result.counts).toEqual([
    { grade: '好', before: 3, after: 2 },
    { grade: '较好', before: 1, after: 2 },
    { grade: '一般', before: 1, after: 1 },
    { grade: '较差', before: 0, after: 0 },
  ]);
  expect(result.moved).toEqual([{ key: '办公室|丙', from: '好', to: '较好' }]);
  expect(result.ignored).toEqual([]);
  expect(structuredText(given)).toBe(before);
});

test('without changes the counts are those of the review', () => {
  const given = review();
  const result = whatIf(given, new Map([['办公室|甲', '好']]), DEFAULT_SETTINGS);
  expect(result.after).toEqual(given.quarterQuota);
  expect(result.before).toEqual(given.quarterQuota);
  expect(result.moved).toEqual([]);
});

test('a grade for someone 不确定等次 counts in the stricter figure from then on', () => {
  const result = whatIf(review({ 戊: '不确定等次' }), new Map([['办公室|戊', '一般']]), DEFAULT_SETTINGS);
  expect(result.before.stricter).toMatchObject({ participants: 4, goodLimit: 1, over: 2 });
  expect(result.after.stricter).toMatchObject({ participants: 5, goodLimit: 2, over: 1 });
  expect(result.moved).toEqual([{ key: '办公室|戊', from: '不确定等次', to: '一般' }]);
});

test('a direct 好 that takes no seat takes none after a change either, and 局领导 are counted as in the review', () => {
  const settings = { ...DEFAULT_SETTINGS, directGoodInQuota: false };
  const people = Object.entries(TOTALS).map(([name, total]) => ({
    ...scored(name, [total, total, total]),
    leader: name === '乙',
  }));
  const direct: Readonly<Record<string, Grade>> = { 丁: '较差', 戊: '好' };
  const rules = {
    ...NO_SPECIAL_RULES,
    quarter: ({ name }: PersonQuarterInput, proposal: Grade | null) => {
      const grade = direct[name];
      return grade === undefined ? scoreStands(proposal) : { ...scoreStands(grade), fixed: true, direct: true };
    },
  };
  const given = reviewQuarter('2020Q3', people, settings, rules);
  const tried = (changes: readonly (readonly [string, Grade])[]) => whatIf(given, new Map(changes), settings);
  expect(tried([]).after).toEqual(given.quarterQuota);
  expect(given.quarterQuota).toMatchObject({ participants: 4, goodLimit: 1, good: 2, exempt: 1, over: 1 });
  expect(tried([['办公室|丙', '较好']]).after).toMatchObject({ good: 1, exempt: 1, over: 0 });
  expect(tried([['办公室|戊', '较好']]).after).toMatchObject({ good: 2, exempt: 0, over: 1 });
  expect(tried([['办公室|丁', '好']]).after).toMatchObject({ good: 3, exempt: 1, over: 2 });
  expect(tried([['办公室|乙', '较好']]).after).toMatchObject({ participants: 4, good: 2, over: 1 });
});

test('who is unknown or assessed elsewhere is ignored and named', () => {
  const changes = new Map([
    ['办公室|丁', '好'],
    ['办公室|无名', '好'],
  ] as const);
  const result = whatIf(review({ 丁: '由外单位考核' }), changes, DEFAULT_SETTINGS);
  expect(result.ignored).toEqual(['办公室|丁', '办公室|无名']);
  expect(result.after).toMatchObject({ participants: 4, good: 3 });
  expect(result.moved).toEqual([]);
});

test('who has no grade is counted where a score sheet has them, and not where none has', () => {
  const months = MONTHS.map((month, i) =>
    monthResult(month, oneGroup(i === 1 ? [null] : [], i === 1 ? 1 : 0), DEFAULT_SETTINGS),
  );
  const broken = { ...scored('己', []), months };
  const given = reviewQuarter('2020Q3', [broken, scored('庚', [])], DEFAULT_SETTINGS, NO_SPECIAL_RULES);
  const changes = new Map([
    ['办公室|己', '好'],
    ['办公室|庚', '好'],
  ] as const);
  expect(whatIf(given, changes, DEFAULT_SETTINGS)).toMatchObject({
    before: { participants: 1, good: 0 },
    after: { participants: 1, good: 1 },
    moved: [{ key: '办公室|己', from: null, to: '好' }],
    ignored: ['办公室|庚'],
  });
});

test('whom a rule gives a status without a score is counted as in the review', () => {
  const rules = { ...NO_SPECIAL_RULES, quarter: () => ({ ...scoreStands(null), grade: '不确定等次' as const }) };
  const given = reviewQuarter('2020Q3', [scored('庚', [])], DEFAULT_SETTINGS, rules);
  expect(whatIf(given, new Map(), DEFAULT_SETTINGS).before).toEqual(given.quarterQuota);
  expect(given.quarterQuota.participants).toBe(1);
});
