import type { Contradiction } from '../../src/assessment/contradiction';
import { INDICATORS } from '../../src/assessment/indicator';
import { ruleVersion, settingClause, settingsNote } from '../../src/assessment/settingsNote';
import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { checkSettings, SETTING_TABLE } from '../../src/assessment/settingTable';

/** What contradicts in the defaults with these changes: setting, code and message of each. */
const found = (given: Partial<Settings>) =>
  checkSettings({ ...DEFAULT_SETTINGS, ...given }).map(({ setting, code, message }) => [setting, code, message]);

test('the defaults contradict nothing', () => {
  expect(checkSettings(DEFAULT_SETTINGS)).toEqual([]);
});

test('every setting stands in the table once, with its default and its source', () => {
  expect(SETTING_TABLE.map(({ id }) => id).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  for (const { id, default: value, choices, clause, ambiguity } of SETTING_TABLE) {
    expect(value).toBe(DEFAULT_SETTINGS[id]);
    expect(clause ?? ambiguity).not.toBeNull();
    if (choices !== null) expect(choices).toContain(value);
  }
});

test('考核设置 names each choice, what it can be, and the clause or the ambiguity that leaves it to the office', () => {
  const lines = SETTING_TABLE.map((setting) => [setting.name, setting.allowed, settingClause(setting)].join(' | '));
  expect(lines).toEqual([
    '指标权重（%） | 7个整数，合计100 | 二（二）考核指标',
    '等次分数线 | “好”“较好”“一般”的最低分，依次递减，0至100；“较差”从0分起 | 二·考核等次',
    '“好”等次比例上限（%） | 0至100的整数 | 二·考核等次',
    '人数过少时至少1人为“好” | 否、是 | 方案未明确，由本单位确定',
    '参加考核总人数包含“不确定等次”人员 | 是、否 | 五·5',
    '参加考核总人数包含局领导 | 否、是（人事科须核实） | 二·考核等次',
    '直接确定为好占用名额 | 是、否（人事科须核实） | 五·3',
    '“好”等次比例的计算范围 | 全局、单位、职务类别、科室、分管领导、身份 | 二·考核等次',
    '各计算范围的上限合计不超过全局上限 | 否、是 | 二·考核等次',
    '打分制 | 自动、百分制、分值制 | 二·考核等次',
    '比较等次前保留的小数位数（四舍五入） | 不舍入、0、1、2 | 方案未明确，由本单位确定',
    '多名评委的合成方法（超过5名评委时才去掉最高最低） | 平均、去掉最高最低后平均 | 方案未明确，由本单位确定',
    '有评委未打分时 | 待确认、按已打分评委平均 | 方案未明确，由本单位确定',
    '评委组及权重（%） | “不分组”，或组名及权重，如“主要领导40、分管领导30、民主测评30”，权重为整数，合计100 | 方案未明确，由本单位确定',
    '每人每月加分最多计入的分值（0为不计入） | 0至100的整数 | 方案未明确，由本单位确定',
    '每人每月扣分最多计入的分值（0为不计入） | 0至100的整数 | 方案未明确，由本单位确定',
    '季度等次的建议方法 | 平均分、多数等次 | 三（一）考核方法',
    '直接确定等次的默认作用范围 | 季、月 | 五·3',
    '受警告处分不得确定为好的期间 | 全年、自处分之月起 | 五·5',
    '挂职、外借当月由外单位考核的标准（工作日） | 过半、有一天即算 | 五·4',
    '考核对象 | 全部，或人员名册上的身份，如公务员、参公 | 方案标题',
    '公示起始 | 当日计入、次日起 | 三（二）5',
    '“不确定等次”人员在公示中 | 不列、列出不写原因 | 三（二）5',
    '年度“好等次较多”的标准 | 不少于一半、至少1次、超过一半 | 四·1',
    '年度“超过一半”的基数 | 已确定等次的季度、固定4个季度 | 四·1',
    '单位名称 | 1至30个字 | 方案标题',
    '方案生效日期 | 年月日齐全的日期，如2020年6月12日 | 通知落款日期',
  ]);
  expect(SETTING_TABLE.map(({ ambiguity }) => ambiguity)).toEqual([
    ...[3, null, null, 12, 11, 11, 16, 13, 55, 6, 7, 8, 8, 52, 53, 53, 5, 18, 30, 42, 56, 24, 26, 21, 20, null, null],
  ]);
});

test('the notice’s weights are 20 10 10 10 30 10 10, 共性 40 and 个性 60', () => {
  expect(INDICATORS.map(({ weight }) => weight)).toEqual([20, 10, 10, 10, 30, 10, 10]);
  expect(INDICATORS.map(({ id, label, weight, clause }) => `${id} ${label} ${weight} ${clause}`)).toEqual([
    'politics 政治品质 20 二（二）共性指标一',
    'conduct 工作作风 10 二（二）共性指标二',
    'integrity 廉洁自律 10 二（二）共性指标三',
    'learning 学习指标 10 二（二）个性指标1',
    'business 业务经办指标 30 二（二）个性指标2',
    'goals 目标实施指标 10 二（三）',
    'excellence 争先创优指标 10 二（四）',
  ]);
  expect(INDICATORS.map(({ group }) => group.slice(0, 2)).join('')).toBe('共性共性共性个性个性个性个性');
});

test.each<[number[], Contradiction['code'], string]>([
  [[20, 10, 10, 10, 25, 10, 10], 'WEIGHT_TOTAL', '权重合计95%，应为100%'],
  [[20, 10, 10, 10, 30, 20], 'WEIGHT_COUNT', '有6项权重，应为7项'],
  [[20.5, 10, 10, 10, 30, 10, 9.5], 'WEIGHT_NOT_WHOLE', '“政治品质”的权重为20.5，应为0至100的整数'],
  [[20, 10, 10, 10, NaN, 10, 10], 'WEIGHT_NOT_WHOLE', '“业务经办指标”的权重为NaN，应为0至100的整数'],
  [[-10, 40, 10, 10, 30, 10, 10], 'WEIGHT_NOT_WHOLE', '“政治品质”的权重为-10，应为0至100的整数'],
])('the weights %j are refused', (weights, code, message) => {
  expect(found({ weights })[0]).toEqual(['weights', code, message]);
});

test('weights that total 100 but shift 共性 and 个性 are to be confirmed, not refused', () => {
  const contradictions = checkSettings({ ...DEFAULT_SETTINGS, weights: [30, 10, 10, 10, 20, 10, 10] });
  expect(contradictions).toEqual([
    {
      severity: 'warning',
      setting: 'weights',
      code: 'WEIGHT_SHARES',
      message: '共性指标合计50%，方案规定为40%（二（二）），请确认',
    },
    {
      severity: 'warning',
      setting: 'weights',
      code: 'WEIGHT_SHARES',
      message: '个性指标合计50%，方案规定为60%（二（二）），请确认',
    },
  ]);
});

const lines = (好: number, 较好: number, 一般: number, 较差 = 0): Settings['gradeLines'] => [
  { grade: '好', from: 好 },
  { grade: '较好', from: 较好 },
  { grade: '一般', from: 一般 },
  { grade: '较差', from: 较差 },
];

test.each<[Settings['gradeLines'], Contradiction['code'], string]>([
  [lines(85, 85, 60), 'GRADE_LINES_NOT_FALLING', '“较好”的最低分85不低于“好”的85，分数线应依次递减'],
  [lines(85, 75, 80), 'GRADE_LINES_NOT_FALLING', '“一般”的最低分80不低于“较好”的75，分数线应依次递减'],
  [lines(101, 75, 60), 'GRADE_LINE_OUT_OF_RANGE', '“好”的最低分为101，应大于0且不超过100'],
  [lines(85, NaN, 60), 'GRADE_LINE_OUT_OF_RANGE', '“较好”的最低分为NaN，应大于0且不超过100'],
  [lines(85, 75, 0), 'GRADE_LINE_OUT_OF_RANGE', '“一般”的最低分为0，应大于0且不超过100'],
  [lines(85, -75, 60), 'GRADE_LINE_OUT_OF_RANGE', '“较好”的最低分为-75，应大于0且不超过100'],
  [lines(85, 75, 60, 10), 'GRADE_LINE_OUT_OF_RANGE', '“较差”的最低分为10，应从0分起'],
  [
    [...lines(85, 75, 60).slice(0, 2), { grade: '较差', from: 60 }, { grade: '一般', from: 0 }],
    'GRADE_LINES_INCOMPLETE',
    '等次分数线应依次为好、较好、一般、较差，各一条',
  ],
  [lines(85, 75, 60).slice(0, 3), 'GRADE_LINES_INCOMPLETE', '等次分数线应依次为好、较好、一般、较差，各一条'],
])('the grade lines %j are refused', (gradeLines, code, message) => {
  expect(found({ gradeLines })).toEqual([['gradeLines', code, message]]);
});

test('what reaches the bounds is accepted: a line of 100, 100 % of 好 or none, one weight of 100 and a name of 30 characters', () => {
  expect(found({ gradeLines: lines(100, 75, 60) })).toEqual([]);
  expect([found({ quotaPercent: 100 }), found({ quotaPercent: 0 })]).toEqual([[], []]);
  expect(found({ weights: [100, 0, 0, 0, 0, 0, 0] }).map(([, code]) => code)).toEqual([
    'WEIGHT_SHARES',
    'WEIGHT_SHARES',
  ]);
  expect(found({ authority: '局'.repeat(30) })).toEqual([]);
});

test.each([-1, 101, 40.5, NaN])('a quota of %d %% is refused', (quotaPercent) => {
  expect(found({ quotaPercent })).toEqual([
    ['quotaPercent', 'QUOTA_OUT_OF_RANGE', `“好”等次比例上限为${quotaPercent}，应为0至100的整数`],
  ]);
});

test('0 % and “at least one” contradict each other', () => {
  expect(found({ quotaPercent: 0, atLeastOneGood: true })).toEqual([
    ['atLeastOneGood', 'AT_LEAST_ONE_WITHOUT_QUOTA', '比例上限为0时不能设置“至少1人为好”，请改其中一项'],
  ]);
  expect(found({ quotaPercent: 0 })).toEqual([]);
  expect(found({ atLeastOneGood: true })).toEqual([]);
});

test('a value outside its list is named with the list', () => {
  // What a preference file or a hand-typed cell can bring along.
  const outside: Settings = { ...DEFAULT_SETTINGS };
  Object.assign(outside, { rounding: 3 });
  expect(checkSettings(outside)).toEqual([
    {
      severity: 'error',
      setting: 'rounding',
      code: 'NOT_A_CHOICE',
      message: '“比较等次前保留的小数位数（四舍五入）”为“3”，应为不舍入、0、1、2之一',
    },
  ]);
});

test('a choice of 是 and 否 is named in these words', () => {
  const outside: Settings = { ...DEFAULT_SETTINGS };
  Object.assign(outside, { leadersInQuota: '有时' });
  expect(checkSettings(outside).map(({ message }) => message)).toEqual([
    '“参加考核总人数包含局领导”为“有时”，应为否、是之一',
  ]);
});

test.each<[Partial<Settings>, Contradiction['setting'], Contradiction['code'], string]>([
  [{ authority: ' ' }, 'authority', 'AUTHORITY_UNUSABLE', '单位名称为空，应为1至30个字，不分行'],
  [
    { authority: '济宁市\n商务局' },
    'authority',
    'AUTHORITY_UNUSABLE',
    '单位名称“济宁市\n商务局”有7个字或分行，应为1至30个字，不分行',
  ],
  [
    { authority: '局'.repeat(31) },
    'authority',
    'AUTHORITY_UNUSABLE',
    `单位名称“${'局'.repeat(31)}”有31个字或分行，应为1至30个字，不分行`,
  ],
  [
    { effectiveFrom: '2020-02-30' },
    'effectiveFrom',
    'EFFECTIVE_DATE_INVALID',
    '方案生效日期“2020-02-30”不是年月日齐全的日期',
  ],
])('%j is refused', (given, setting, code, message) => {
  expect(found(given)).toEqual([[setting, code, message]]);
});

test('the notice’s own settings are named as such', () => {
  expect(ruleVersion(DEFAULT_SETTINGS)).toBe('济宁市商务局公务员平时考核工作方案（2020年6月12日）');
  expect(settingsNote(DEFAULT_SETTINGS)).toBe(
    '规则版本：济宁市商务局公务员平时考核工作方案（2020年6月12日）；与默认不同的设置：无',
  );
});

test('settings that differ from the default are named with both values', () => {
  const note = settingsNote({
    ...DEFAULT_SETTINGS,
    weights: [20, 10, 10, 20, 20, 10, 10],
    gradeLines: lines(90, 75, 60),
    atLeastOneGood: true,
    rounding: 2,
    noticeStart: '次日起',
    effectiveFrom: '2021-03-01',
  });
  expect(note).toBe(
    '规则版本：济宁市商务局公务员平时考核工作方案（2021年3月1日）；与默认不同的设置：' +
      '指标权重（%）为20、10、10、20、20、10、10（默认20、10、10、10、30、10、10）；' +
      '等次分数线为好≥90、较好≥75、一般≥60、较差≥0（默认好≥85、较好≥75、一般≥60、较差≥0）；' +
      '人数过少时至少1人为“好”为是（默认否）；比较等次前保留的小数位数（四舍五入）为2（默认不舍入）；' +
      '公示起始为次日起（默认当日计入）；方案生效日期为2021年3月1日（默认2020年6月12日）',
  );
});
