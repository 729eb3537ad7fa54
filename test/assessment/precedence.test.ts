import type { Circumstance, CircumstanceKind } from '../../src/assessment/circumstances';
import { GRADES, STATUSES } from '../../src/assessment/grade';
import { isAgainstRule } from '../../src/assessment/quarterly';
import { entry, reviewWith } from './support/registered';

const DIRECT = { scope: '季' } as const;
/** Each 情形 so that it touches the whole third quarter of 2020. */
const REGISTERED = {
  挂职: entry('挂职', '2020-07-01', '2020-12-31'),
  拒不参加: entry('拒不参加', '2020-07-01'),
  记过: entry('记过', '2020-07-01', '2021-06-30'),
  其他处分: entry('其他处分', '2020-07-01', '2020-12-31'),
  直接确定为较差: entry('直接确定为较差', '2020-07-01', null, DIRECT),
  直接确定为好: entry('直接确定为好', '2020-07-01', null, DIRECT),
  警告: entry('警告', '2020-07-01'),
} as const satisfies Partial<Record<CircumstanceKind, Circumstance>>;
type Registered = keyof typeof REGISTERED;

const suggested = (kinds: readonly Registered[], total: number | null = 90) =>
  reviewWith(
    kinds.map((kind) => REGISTERED[kind]),
    {},
    total,
  ).suggestedGrade;

describe('of several 情形 that touch a quarter one prevails, in whatever order they were registered', () => {
  test.each<[Registered, Registered, string | null]>([
    ['拒不参加', '挂职', '不参加考核'],
    ['挂职', '记过', '由外单位考核'],
    ['记过', '其他处分', '不确定等次'],
    ['其他处分', '直接确定为较差', null],
    ['直接确定为较差', '直接确定为好', '较差'],
  ])('%s over %s: %s', (stronger, weaker, expected) => {
    expect(suggested([stronger, weaker])).toBe(expected);
    expect(suggested([weaker, stronger])).toBe(expected);
  });

  test.each<[readonly Registered[], number, string | null]>([
    [['警告'], 90, '较好'],
    [['警告'], 80, '较好'],
    [['警告'], 65, '一般'],
    [['警告', '直接确定为好'], 65, '较好'],
    [['警告', '直接确定为较差'], 90, '较差'],
    [['警告', '记过'], 90, '不确定等次'],
    [['警告', '其他处分'], 90, null],
  ])('%j with %d points: %s, for 警告 takes away 好 and gives nothing', (kinds, total, expected) => {
    expect(suggested(kinds, total)).toBe(expected);
  });

  test('who was never scored has the result of a rule, and no grade from 警告', () => {
    expect(suggested(['记过'], null)).toBe('不确定等次');
    expect(suggested(['警告'], null)).toBeNull();
  });
});

describe('the reasons name what prevails, then what does not', () => {
  const reasonsOf = (...entries: Circumstance[]) => {
    const { reasons, ruling } = reviewWith(entries);
    return { ofQuarter: ruling.reasons, grounds: ruling.grounds, all: reasons };
  };

  test('a rule with its clause, basis and approver, and what it comes to', () => {
    const { ofQuarter, grounds } = reasonsOf(
      entry('直接确定为好', '2020-08-14', null, { ...DIRECT, basis: '抗洪抢险表现突出', approver: '王局长' }),
    );
    const ground = '表现突出、有显著成绩和贡献的，当期可以直接确定为“好”（五·3）；依据：抗洪抢险表现突出，王局长批准';
    expect(ofQuarter).toEqual([`${ground}；2020年第三季度为“好”`]);
    expect(grounds).toEqual([ground]);
  });

  test('of basis and approver what there is', () => {
    const groundOf = (given: Partial<Circumstance>) => reasonsOf(entry('试用期', '2020-05-06', null, given)).grounds;
    const ground = '新录用公务员在试用期，参加考核、不确定等次（五·5）';
    expect(groundOf({})).toEqual([ground]);
    expect(groundOf({ basis: '录用通知' })).toEqual([`${ground}；依据：录用通知`]);
    expect(groundOf({ approver: '王局长' })).toEqual([`${ground}；依据：王局长批准`]);
  });

  test('where nothing is computed they say so, and what else is registered waits for the group', () => {
    const { ofQuarter } = reasonsOf(REGISTERED.其他处分, REGISTERED.直接确定为较差, REGISTERED.直接确定为好);
    expect(ofQuarter).toEqual([
      '受其他党纪政纪处分，参照年度考核相关规定，由考核领导小组研究确定并说明理由（五·5）；2020年第三季度不作计算',
      '2020年第三季度同时登记“直接确定为较差”（五·3），以“集体研究”为准，请考核领导小组核对',
      '2020年第三季度同时登记“直接确定为好”（五·3），以“集体研究”为准，请考核领导小组核对',
    ]);
  });

  test('a 警告 is named where it takes a 好 away, and only there', () => {
    const capped = '受警告处分当年不得确定为“好”（五·5）；2020年第三季度为“较好”';
    expect(reasonsOf(REGISTERED.警告).ofQuarter).toEqual([capped]);
    expect(reasonsOf(REGISTERED.直接确定为好, REGISTERED.警告).ofQuarter).toEqual([
      '表现突出、有显著成绩和贡献的，当期可以直接确定为“好”（五·3）；2020年第三季度为“好”',
      capped,
    ]);
    expect(reviewWith([REGISTERED.警告], {}, 80).ruling.reasons).toEqual([]);
  });

  test('what changes no grade is noted once, with its day', () => {
    const { all, grounds, ofQuarter } = reasonsOf(entry('抽调', '2020-08-10', '2020-09-30'));
    const note = '抽调（2020年8月10日）：抽调参加专项工作的，根据抽调单位提供的情况考核，须附其材料（五·4）';
    expect([grounds, ofQuarter]).toEqual([[note], [note]]);
    expect(all).toEqual([note, note, '三个月平均分 90，达到“好”（≥85，二·考核等次）', note]);
  });

  test('two leaves of one ground are one reason', () => {
    const leave = (from: string, to: string) => entry('病假', from, to);
    expect(reasonsOf(leave('2020-07-01', '2020-07-31'), leave('2020-08-03', '2020-08-31')).ofQuarter).toEqual([
      '季考评周期内病事假累计超过考核天数一半，参加考核、不确定等次（五·5）；2020年第三季度为“不确定等次”',
    ]);
  });

  test('how a 立案调查 was closed, for each period', () => {
    const { all, grounds } = reasonsOf(
      entry('立案调查', '2020-08-10', '2020-11-20'),
      entry('警告', '2020-11-20', null, { basis: '济商纪〔2020〕3号', approver: '王局长' }),
    );
    expect(all).toContain(
      '立案调查已结案并给予警告处分（2020年11月20日），2020年8月补定等次且不得为“好”（五·5），请考核领导小组确认',
    );
    expect(all).toContain(
      '受警告处分当年不得确定为“好”（五·5）；依据：济商纪〔2020〕3号，王局长批准；2020年第三季度为“较好”',
    );
    expect(grounds).toEqual([
      '立案调查已结案并给予警告处分（2020年11月20日），补定等次且不得为“好”（五·5），请考核领导小组确认',
      '受警告处分当年不得确定为“好”（五·5）；依据：济商纪〔2020〕3号，王局长批准',
    ]);
  });
});

/** Every result that the group could choose. */
const CHOICES = [...GRADES, ...STATUSES];

test.each<[readonly Registered[], readonly string[]]>([
  [[], []],
  [['警告'], ['好']],
  // 可以直接确定: the group may decide otherwise.
  [['直接确定为好'], []],
  [['直接确定为较差'], []],
  [['直接确定为好', '警告'], ['好']],
  [['其他处分'], []],
  [['其他处分', '警告'], ['好']],
  [['记过'], CHOICES.filter((choice) => choice !== '不确定等次')],
  [['拒不参加'], CHOICES.filter((choice) => choice !== '不参加考核')],
  [['挂职'], CHOICES.filter((choice) => choice !== '由外单位考核')],
])('with %j the decisions %j are against a rule', (kinds, against) => {
  const { ruling } = reviewWith(kinds.map((kind) => REGISTERED[kind]));
  expect(CHOICES.filter((choice) => isAgainstRule(choice, ruling))).toEqual(against);
});

test('what a rule fixes is fixed, what it gives directly is direct, and a limit of 较好 is neither', () => {
  const ruled = (...kinds: Registered[]) => {
    const { fixed, direct, cap } = reviewWith(kinds.map((kind) => REGISTERED[kind])).ruling;
    return { fixed, direct, cap };
  };
  expect(ruled()).toEqual({ fixed: false, direct: false, cap: null });
  expect(ruled('警告')).toEqual({ fixed: false, direct: false, cap: '较好' });
  expect(ruled('记过')).toEqual({ fixed: true, direct: false, cap: null });
  expect(ruled('直接确定为好')).toEqual({ fixed: true, direct: true, cap: null });
  expect(ruled('直接确定为较差')).toEqual({ fixed: true, direct: true, cap: null });
});
