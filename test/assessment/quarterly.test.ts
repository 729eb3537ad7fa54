import { monthQuotas } from './support/monthQuotas';
import Fraction from 'fraction.js';
import { jsonNumber } from '../../src/assessment/display';
import { GRADES, STATUSES, type Grade, type RuledGrade } from '../../src/assessment/grade';
import { monthResult } from '../../src/assessment/monthly';
import { oneGroup } from './support/oneGroup';
import {
  reviewQuarter,
  type PersonQuarterInput,
  type QuarterReview,
  type SpecialRules,
} from '../../src/assessment/quarterly';
import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { NO_SPECIAL_RULES, scoreStands } from './support/byTheNotice';
import { MONTHS, scored } from './support/scoredPeople';
import golden from '../fixtures/2020Q3.json';

const goldenPeople = golden.people.map(({ department, name, months: given }) =>
  scored(
    name,
    MONTHS.map((month) => given.find((each) => each.month === month)?.total ?? null),
    department,
  ),
);
const goldenOf = ({ department, name }: { department: string; name: string }) => {
  const one = golden.people.find((each) => each.department === department && each.name === name);
  if (one === undefined) throw new Error(`${department} ${name} is not in the golden quarter`);
  return one;
};
const result = (text: string | undefined): RuledGrade | null =>
  [...GRADES, ...STATUSES].find((each) => each === text) ?? null;

/** What the special circumstances of the golden quarter make of it: each month's 规则后等次 as given there. */
const quarterRules: Readonly<Record<string, RuledGrade>> = {
  '阿卜杜拉·买买提': '好',
  孙伟: '较差',
  周丽: '较好',
  吴昊: '不确定等次',
  郑凯: '不确定等次',
  冯涛: '不确定等次',
  韩梅: '不确定等次',
  褚强: '不参加考核',
  卫东: '由外单位考核',
};
const goldenRules: SpecialRules = {
  month: (one, { month, scoreGrade }) => {
    const grade = result(goldenOf(one).months.find((each) => each.month === month)?.grade);
    return {
      grade,
      fixed: true,
      cap: null,
      outOfService: false,
      direct: grade === '好' && scoreGrade !== '好',
      reasons: [],
      grounds: [],
    };
  },
  quarter: ({ name }, proposal) => {
    const ruled = quarterRules[name];
    return {
      grade: ruled ?? proposal,
      fixed: true,
      cap: null,
      outOfService: false,
      direct: ruled === '好',
      grounds: [],
      reasons: ruled === undefined ? [] : [`特殊情形：${ruled}`],
    };
  },
};
const reviewOf = (
  people: readonly PersonQuarterInput[],
  settings: Partial<Settings> = {},
  rules: SpecialRules = NO_SPECIAL_RULES,
) => reviewQuarter('2020Q3', people, { ...DEFAULT_SETTINGS, ...settings }, rules);
const review = (settings: Partial<Settings> = {}, rules?: SpecialRules) => reviewOf(goldenPeople, settings, rules);

test('the golden quarter’s 19 people have the golden totals, 得分等次 and means', () => {
  const { people } = review({}, goldenRules);
  expect(people).toHaveLength(19);
  const json = people.map(({ department, name, months: given, mean, scoreGrade, suggestedGrade }) => ({
    department,
    name,
    months: given.flatMap(({ month, total, scoreGrade: ofMonth, grade }) =>
      total === null ? [] : { month, total: jsonNumber(total), scoreGrade: ofMonth, grade },
    ),
    mean: mean && jsonNumber(mean),
    scoreGrade,
    suggestedGrade,
  }));
  const tenDecimals = (mean: number | null) => mean && Number(mean.toFixed(10));
  expect(json).toEqual(golden.people.map((one) => ({ ...one, mean: tenDecimals(one.mean) })));
});

test('the golden quarter’s months and quarter are counted as there, with August one over', () => {
  const reviewed = review({}, goldenRules);
  const { quarter, quarterQuota } = reviewed;
  const counts = monthQuotas(reviewed);
  const figures = ({ participants, goodLimit, good, over }: typeof quarterQuota) => ({
    participants,
    goodLimit,
    good,
    over,
  });
  expect(quarter).toBe(golden.quarter);
  expect(counts.map((count) => ({ month: count.month, ...figures(count) }))).toEqual(golden.months);
  expect(figures(quarterQuota)).toEqual(golden.quarterQuota);
  expect(counts[0]?.stricter).toEqual({ participants: 14, goodLimit: 5, good: 6, over: 1 });
});

test('杨帆 and 朱琳 tie at 86.4 for August’s last seat', () => {
  const [july, august] = monthQuotas(review({}, goldenRules));
  expect(july?.edge).toBeNull();
  expect(august?.edge).toMatchObject({ seats: 1, atEdge: ['外资科|杨帆', '财务科|朱琳'], below: [] });
  expect(august?.edge?.total.equals('86.4') && august.edge.distance.equals('1.4')).toBe(true);
});

test('by the modal grade 沈阳 becomes 好, 王建国 of 外资科 较差, nobody else changes, and the quarter is one over', () => {
  const byMode = review({ quarterMethod: '多数等次' }, goldenRules);
  const changed = byMode.people.filter((one) => one.suggestedGrade !== goldenOf(one).suggestedGrade);
  expect(changed.map(({ key, suggestedGrade }) => [key, suggestedGrade])).toEqual([
    ['园区科|沈阳', '好'],
    ['外资科|王建国', '较差'],
  ]);
  expect(byMode.quarterQuota).toMatchObject({ participants: 17, goodLimit: 6, good: 7, over: 1 });
});

test('beside the mean’s suggestion stands the modal one where it differs, and only there', () => {
  const differing = review({}, goldenRules).people.filter(({ alternatives }) => alternatives.length > 0);
  expect(differing.map(({ key, alternatives }) => [key, alternatives])).toEqual([
    ['园区科|沈阳', [{ method: '多数等次', grade: '好' }]],
    ['外资科|王建国', [{ method: '多数等次', grade: '较差' }]],
  ]);
});

test('without special circumstances every score’s grade stands', () => {
  const reviewed = review();
  const { people, quarterQuota } = reviewed;
  const counts = monthQuotas(reviewed);
  for (const { months: given, suggestedGrade, scoreGrade } of people) {
    expect(given.map(({ grade }) => grade)).toEqual(given.map((month) => month.scoreGrade));
    expect(suggestedGrade).toBe(scoreGrade);
  }
  expect(counts.map(({ participants, good, over }) => [participants, good, over])).toEqual([
    [17, 8, 2],
    [17, 7, 1],
    [16, 8, 2],
  ]);
  // 卫东 stands on no score sheet, 褚强 on July's.
  expect(quarterQuota).toMatchObject({ participants: 18, goodLimit: 7, good: 7, over: 0 });
});

test('someone on a score sheet without a total counts in N and has no grade', () => {
  const [july, august, september] = MONTHS.map((month) => monthResult(month, oneGroup([null], 1), DEFAULT_SETTINGS));
  if (!july || !august || !september) throw new Error('three months');
  const broken = { ...scored('赵敏', []), months: [july, august, september] };
  const reviewed = reviewOf([broken]);
  const { quarterQuota, people } = reviewed;
  const counts = monthQuotas(reviewed);
  expect(counts.map(({ participants, good }) => [participants, good])).toEqual(Array(3).fill([1, 0]));
  expect(quarterQuota.participants).toBe(1);
  expect(people[0]).toMatchObject({ mean: null, scoreGrade: null, suggestedGrade: null, modalGrade: null });
  expect(people[0]?.reasons).toEqual([
    '2020年7月的测评表有缺分、错误或待确认的评委，没有总分，未计入；请更正后重新审核',
    '2020年8月的测评表有缺分、错误或待确认的评委，没有总分，未计入；请更正后重新审核',
    '2020年9月的测评表有缺分、错误或待确认的评委，没有总分，未计入；请更正后重新审核',
    '本季度没有可用的月总分，不能按平均分建议等次',
  ]);
});

test('who stands on one month’s score sheet is in N of that month and of the quarter, with a total or not', () => {
  const [july, , september] = scored('赵敏', []).months;
  const august = monthResult('2020-08', oneGroup([null], 1), DEFAULT_SETTINGS);
  if (!july || !september) throw new Error('three months');
  const { months: counts, quarterQuota } = reviewOf([{ ...scored('赵敏', []), months: [july, august, september] }]);
  // A month without any score sheet has no count (rule 48).
  const [of7, of8, of9] = counts.map(({ quota }) => quota);
  expect([of7, of8?.participants, of9, quarterQuota.participants]).toEqual([null, 1, null, 1]);
});

test('who stands on no score sheet is in N only where a rule gives a result', () => {
  const [absent, present] = [scored('赵敏', []), scored('孙伟', [80, 80, 80])];
  const ruled: SpecialRules = {
    ...NO_SPECIAL_RULES,
    month: ({ name }, { month }) => ({
      ...scoreStands(null),
      grade: name === '赵敏' && month === '2020-08' ? '不确定等次' : null,
    }),
    quarter: () => ({ ...scoreStands(null), grade: '不确定等次' }),
  };
  const inN = (reviewed: QuarterReview) =>
    [...monthQuotas(reviewed), reviewed.quarterQuota].map(({ participants }) => participants);
  expect(inN(reviewOf([absent, present]))).toEqual([1, 1, 1, 1]);
  expect(inN(reviewOf([absent, present], {}, ruled))).toEqual([1, 2, 1, 2]);
});

const reasonsOf = (totals: (number | null)[], settings: Partial<Settings> = {}) =>
  reviewOf([scored('周丽', totals)], settings).people[0]?.reasons;

test.each<[(number | null)[], Partial<Settings>, string[]]>([
  [[90.2, 88, 91], {}, ['三个月平均分 89.73，达到“好”（≥85，二·考核等次）']],
  [[84, 83, null], {}, ['2020年9月没有测评记录，未计入', '两个月平均分 83.5，达到“较好”（≥75，二·考核等次）']],
  [
    [null, 76, null],
    {},
    ['2020年7月没有测评记录，未计入', '2020年9月没有测评记录，未计入', '一个月总分 76，达到“较好”（≥75，二·考核等次）'],
  ],
  [[59.9, 58, 58.1], {}, ['三个月平均分 58.67，低于60分，为“较差”（二·考核等次）']],
  [[84.99, 85, 84.995], {}, ['三个月平均分 84.995，达到“较好”（≥75，二·考核等次）']],
  [
    [84.99, 85, 84.995],
    { rounding: 2 },
    ['三个月平均分 84.995（按考核设置保留2位小数为85），达到“好”（≥85，二·考核等次）'],
  ],
  [
    [90, 84, 90],
    { quarterMethod: '多数等次' },
    ['各月等次为好、较好、好，多数等次为“好”（季度方法：多数等次，见考核设置）'],
  ],
  [
    [90, null, 88],
    { quarterMethod: '多数等次' },
    ['2020年8月没有测评记录，未计入', '各月等次为好、好，多数等次为“好”（季度方法：多数等次，见考核设置）'],
  ],
  [
    [null, null, null],
    { quarterMethod: '多数等次' },
    [
      '2020年7月没有测评记录，未计入',
      '2020年8月没有测评记录，未计入',
      '2020年9月没有测评记录，未计入',
      '本季度没有月度等次，不能按多数等次建议等次',
    ],
  ],
  [
    [90, 80, 70],
    { quarterMethod: '多数等次' },
    ['各月等次为好、较好、一般，没有单一的多数等次，请考核领导小组研究确定（三（二）4）'],
  ],
])('the months %j with %j are explained', (totals, settings, reasons) => {
  expect(reasonsOf(totals, settings)).toEqual(reasons);
});

test('without a single modal grade nothing is suggested by it, and the mean stands as the alternative', () => {
  const { people } = reviewOf([scored('孙伟', [90, 80, 70])], { quarterMethod: '多数等次' });
  expect(people[0]).toMatchObject({
    suggestedGrade: null,
    modalGrade: null,
    scoreGrade: '较好',
    alternatives: [{ method: '平均分', grade: '较好' }],
  });
});

test('a rule’s reason comes after the score’s', () => {
  const { people } = review({}, goldenRules);
  expect(people.find(({ name }) => name === '周丽')?.reasons).toEqual([
    '三个月平均分 89.73，达到“好”（≥85，二·考核等次）',
    '特殊情形：较好',
  ]);
});

test('who does not take part in the quarter has no result of the score either', () => {
  const { people } = review({}, goldenRules);
  expect(people.find(({ name }) => name === '褚强')).toMatchObject({
    mean: null,
    scoreGrade: null,
    modalGrade: null,
    suggestedGrade: '不参加考核',
    alternatives: [],
    reasons: ['特殊情形：不参加考核'],
  });
});

/** The modal grade of months that have these 规则后等次. */
function modeOf(...grades: (RuledGrade | null)[]): Grade | null | undefined {
  const months = new Map(MONTHS.map((month, i) => [month, grades[i] ?? null]));
  const { people } = reviewOf(
    [scored('周丽', [90, 90, 90])],
    {},
    {
      ...NO_SPECIAL_RULES,
      month: (_person, { month }) => ({ ...scoreStands(null), grade: months.get(month) ?? null }),
    },
  );
  return people[0]?.modalGrade;
}

test('the mode is the one grade that occurs most often, or none', () => {
  expect(modeOf('较好', '好', '好')).toBe('好');
  expect(modeOf('较差')).toBe('较差');
  expect(modeOf('好', '较好')).toBeNull();
  expect(modeOf('好', '较好', '一般')).toBeNull();
  expect(modeOf()).toBeNull();
});

test('不确定等次 and months without a grade do not count towards the mode', () => {
  expect(modeOf('不确定等次', null, '较好')).toBe('较好');
  expect(modeOf('不确定等次', '不确定等次', '不确定等次')).toBeNull();
});

test('a quarter has its three months, no fewer and no more', () => {
  const { months, ...person } = scored('周丽', [90, 90, 90]);
  const [july, august] = months;
  for (const given of [
    months.slice(0, 2),
    [...months, ...months],
    [july, august, august].flatMap((one) => one ?? []),
  ]) {
    expect(() => reviewOf([{ ...person, months: given }])).toThrow('办公室|周丽: the months are not those of 2020Q3');
  }
});

test('months that are not the quarter’s are a bug', () => {
  expect(() => reviewQuarter('2020Q4', [scored('周丽', [90, 90, 90])], DEFAULT_SETTINGS, NO_SPECIAL_RULES)).toThrow(
    '办公室|周丽',
  );
});

test('the mean is exact: 85 from 85, 84.9 and 85.1 is 好', () => {
  const { people } = reviewOf([scored('李晓梅', [85, 84.9, 85.1])]);
  expect(people[0]?.mean?.equals(new Fraction(85))).toBe(true);
  expect(people[0]?.suggestedGrade).toBe('好');
});
