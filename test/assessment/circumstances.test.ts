import { monthQuotas } from './support/monthQuotas';
import fc from 'fast-check';
import {
  CIRCUMSTANCES,
  specialRules,
  type Circumstance,
  type CircumstanceKind,
} from '../../src/assessment/circumstances';
import { reviewQuarter } from '../../src/assessment/quarterly';
import { DEFAULT_SETTINGS, WARNING_SCOPES, type Settings } from '../../src/assessment/settings';
import { entry, workdays } from './support/registered';
import { MONTHS, scored } from './support/scoredPeople';
import golden from '../fixtures/2020Q3.json';

/** 特殊情形登记 of the golden workbook. */
const REGISTER: Readonly<Record<string, readonly Circumstance[]>> = {
  '商贸科|阿卜杜拉·买买提': [entry('直接确定为好', '2020-08-14', null, { scope: '季' })],
  '园区科|孙伟': [entry('直接确定为较差', '2020-09-10', null, { scope: '季' })],
  '财务科|周丽': [entry('警告', '2020-03-18')],
  '办公室|吴昊': [entry('试用期', '2020-05-06', '2021-05-05')],
  '外贸科|郑凯': [
    entry('病假', '2020-07-06', '2020-07-31', { days: 20 }),
    entry('病假', '2020-08-17', '2020-08-28', { days: 10 }),
    entry('事假', '2020-09-21', '2020-09-24', { days: 4 }),
  ],
  '市场科|冯涛': [entry('立案调查', '2020-07-10')],
  '机关党委|陈立': [entry('退休', '2020-08-20')],
  '综合科|褚强': [entry('拒不参加', '2020-08-10')],
  '外贸科|卫东': [entry('挂职', '2020-01-06', '2021-01-05')],
  '商贸科|蒋欣': [entry('调入', '2020-08-05')],
  '园区科|沈阳': [
    entry('抽调', '2020-07-01', '2020-09-30'),
    entry('直接确定为好', '2020-08-20', null, { scope: '月' }),
  ],
  '市场科|韩梅': [entry('记过', '2020-06-15', '2021-06-14')],
};

const people = golden.people.map(({ department, name, months: given }) => {
  const totals = MONTHS.map((month) => given.find((each) => each.month === month)?.total ?? null);
  return scored(name.replace(' ', ''), totals, department);
});

function review(
  changes: Readonly<Record<string, readonly Circumstance[]>> = {},
  settings: Settings = DEFAULT_SETTINGS,
) {
  const register = new Map(Object.entries({ ...REGISTER, ...changes }));
  return reviewQuarter('2020Q3', people, settings, specialRules(register, workdays, settings));
}

const suggestion = (name: string, changes: Readonly<Record<string, readonly Circumstance[]>> = {}) =>
  review(changes).people.find((person) => person.key.endsWith(`|${name}`));

test('the golden quarter: every month’s grade, every suggestion, every quota', () => {
  const { people: reviewed, months: quotas, quarterQuota } = review();
  reviewed.forEach((person, i) => {
    const expected = golden.people[i];
    const grades = person.months.filter(({ raters }) => raters > 0).map(({ month, grade }) => ({ month, grade }));
    expect({
      name: person.name,
      grades,
      suggested: person.suggestedGrade,
      mean: person.mean?.valueOf() ?? null,
    }).toEqual({
      name: expected?.name.replace(' ', ''),
      grades: expected?.months.map(({ month, grade }) => ({ month, grade })),
      suggested: expected?.suggestedGrade,
      mean: expected?.mean === null ? null : (expect.closeTo(expected?.mean ?? NaN, 9) as unknown),
    });
  });
  const plain = ({ participants, goodLimit, good, over }: typeof quarterQuota) => ({
    participants,
    goodLimit,
    good,
    over,
  });
  expect(monthQuotas({ months: quotas }).map((quota) => ({ month: quota.month, ...plain(quota) }))).toEqual(
    golden.months,
  );
  expect(plain(quarterQuota)).toEqual(golden.quarterQuota);
});

test.each([
  [34, '不确定等次'],
  [33.5, '较好'],
  [33, '较好'],
])('leave of %d of 67 working days: %s', (days, grade) => {
  const leave = [
    entry('病假', '2020-07-06', '2020-08-28', { days: days - 4 }),
    entry('事假', '2020-09-21', '2020-09-24', { days: 4 }),
  ];
  expect(suggestion('郑凯', { '外贸科|郑凯': leave })?.suggestedGrade).toBe(grade);
});

test('leave that reaches beyond the quarter counts at most the working days inside', () => {
  // 29 June to 3 July are five working days, three of them in the quarter; half of its days are 33.5.
  const withMore = (days: number) => [
    entry('病假', '2020-06-29', '2020-07-03', { days: 5 }),
    entry('事假', '2020-08-03', '2020-09-18', { days }),
  ];
  expect(suggestion('郑凯', { '外贸科|郑凯': withMore(30.5) })?.suggestedGrade).toBe('较好');
  expect(suggestion('郑凯', { '外贸科|郑凯': withMore(31) })?.suggestedGrade).toBe('不确定等次');
});

test('a case closed without penalty is made up for, and the quarter goes one over its limit', () => {
  const closed = { '市场科|冯涛': [entry('立案调查', '2020-07-10'), entry('结案不予处分', '2020-11-20')] };
  expect(suggestion('冯涛', closed)).toMatchObject({
    suggestedGrade: '好',
    reasons: expect.arrayContaining([
      '立案调查已于2020年11月20日结案、不给予处分，2020年第三季度按得分补定等次（五·5）',
    ]) as unknown,
  });
  expect(review(closed).quarterQuota).toMatchObject({ good: 7, goodLimit: 6, over: 1 });
});

test('a case closed with 警告 is made up for at most as 较好; with a heavier penalty it is not', () => {
  const closed = (kind: CircumstanceKind) => ({
    '市场科|冯涛': [entry('立案调查', '2020-07-10', '2020-11-20'), entry(kind, '2020-11-20', '2021-11-19')],
  });
  expect(suggestion('冯涛', closed('警告'))?.suggestedGrade).toBe('较好');
  expect(suggestion('冯涛', closed('记过'))?.suggestedGrade).toBe('不确定等次');
});

test('a direct 好 under 警告 is 较好: 不得 beats 可以', () => {
  const both = {
    '财务科|周丽': [entry('警告', '2020-03-18'), entry('直接确定为好', '2020-09-01', null, { scope: '季' as const })],
  };
  const person = suggestion('周丽', both);
  expect(person?.suggestedGrade).toBe('较好');
  expect(person?.reasons.join()).toContain('受警告处分当年不得确定为“好”（五·5）');
});

const WARNED_IN_AUGUST = { '财务科|周丽': [entry('警告', '2020-08-18')] };
const gradesOf = (
  warningScope: Settings['warningScope'],
  entries: Readonly<Record<string, readonly Circumstance[]>>,
) => {
  const { people: reviewed } = review(entries, { ...DEFAULT_SETTINGS, warningScope });
  const own = reviewed.find(({ name }) => name === '周丽');
  return [...(own?.months.map(({ grade }) => grade) ?? []), own?.suggestedGrade];
};

test('警告 keeps from 好 in its whole year, or from its month on where the office says so', () => {
  expect(gradesOf('全年', WARNED_IN_AUGUST)).toEqual(['较好', '较好', '较好', '较好']);
  expect(gradesOf('自处分之月起', WARNED_IN_AUGUST)).toEqual(['好', '较好', '较好', '较好']);
  const later = { '财务科|周丽': [entry('警告', '2020-10-09')] };
  expect(gradesOf('全年', later)).toEqual(['较好', '较好', '较好', '较好']);
  expect(gradesOf('自处分之月起', later)).toEqual(['好', '好', '好', '好']);
  const before = { '财务科|周丽': [entry('警告', '2019-12-30')] };
  expect(gradesOf('自处分之月起', before)).toEqual(['好', '好', '好', '好']);
});

test('a case closed with 警告 is made up for at most as 较好, whenever the 警告 was given', () => {
  for (const warningScope of WARNING_SCOPES) {
    for (const day of ['2020-11-20', '2021-01-20']) {
      const closed = { '财务科|周丽': [entry('立案调查', '2020-07-10', day), entry('警告', day)] };
      expect(gradesOf(warningScope, closed)).toEqual(['较好', '较好', '较好', '较好']);
    }
  }
});

test('the settings of the count and of 警告 change no grade of anybody whom they do not concern', () => {
  const before = review();
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(...WARNING_SCOPES),
      (leadersInQuota, directGoodInQuota, warningScope) => {
        const after = review({}, { ...DEFAULT_SETTINGS, leadersInQuota, directGoodInQuota, warningScope });
        const grades = ({ people: all }: typeof after) =>
          all
            .filter(({ name }) => name !== '周丽')
            .map(({ months: own, suggestedGrade }) => [...own.map(({ grade }) => grade), suggestedGrade]);
        expect(grades(after)).toEqual(grades(before));
        expect(after.quarterQuota.over > 0).toBe(5 * after.quarterQuota.good > 2 * after.quarterQuota.participants);
        expect(after.quarterQuota.exempt).toBe(directGoodInQuota ? 0 : 1);
      },
    ),
    { numRuns: 20, seed: 8 },
  );
});

test('a direct 较差 of someone undetermined is 不确定等次, with a note of the conflict', () => {
  const both = {
    '办公室|吴昊': [
      entry('试用期', '2020-05-06', '2021-05-05'),
      entry('直接确定为较差', '2020-08-01', null, { scope: '季' as const }),
    ],
  };
  const person = suggestion('吴昊', both);
  expect(person?.suggestedGrade).toBe('不确定等次');
  expect(person?.reasons.join()).toContain('同时登记“直接确定为较差”（五·3），以“不确定等次”为准');
});

test('by the modal grade 沈阳 becomes 好 and 王建国 of 外资科 较差, and the quarter is one over', () => {
  const modal = review({}, { ...DEFAULT_SETTINGS, quarterMethod: '多数等次' });
  const changed = modal.people.filter((person, i) => person.suggestedGrade !== golden.people[i]?.suggestedGrade);
  expect(changed.map(({ key, suggestedGrade }) => [key, suggestedGrade])).toEqual([
    ['园区科|沈阳', '好'],
    ['外资科|王建国', '较差'],
  ]);
  expect(modal.quarterQuota.over).toBe(1);
});

const anyDay = fc
  .integer({ min: 0, max: 730 })
  .map((days) => new Date(Date.UTC(2019, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
const anyEntry: fc.Arbitrary<Circumstance> = fc
  .record({
    kind: fc.constantFrom(...CIRCUMSTANCES.map(({ kind }) => kind)),
    from: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    days: fc.option(
      fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2),
      { nil: null },
    ),
    scope: fc.constantFrom('月' as const, '季' as const, null),
  })
  .map(({ length, from, ...rest }) => {
    const to = length === null ? null : new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
    return { ...rest, from, to, basis: '', approver: '' };
  });

test('one person’s circumstances change nobody else’s grade', () => {
  const before = review();
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 4 }), fc.nat(people.length - 1), (entries, i) => {
      const key = people[i]?.key ?? '';
      const after = review({ [key]: entries });
      after.people.forEach((person, j) => {
        if (j !== i) expect(person.suggestedGrade).toBe(before.people[j]?.suggestedGrade);
      });
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('no combination gives 好 to someone under 警告, or a result other than the score’s without a reason', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
      const person = suggestion('王建国', { '办公室|王建国': entries });
      const warned = entries.some(({ kind, from }) => kind === '警告' && from.startsWith('2020'));
      if (warned) expect(person?.suggestedGrade).not.toBe('好');
      if (person?.suggestedGrade !== '好') expect(person?.reasons.join()).toMatch(/五·[3456]/);
    }),
    { numRuns: 400, seed: 6 },
  );
});

test('the order of a register does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
      const grade = (list: readonly Circumstance[]) => suggestion('王建国', { '办公室|王建国': list })?.suggestedGrade;
      expect(grade([...entries].reverse())).toBe(grade(entries));
    }),
    { numRuns: 200, seed: 7 },
  );
});
