import { exactDecimal } from '../../../src/assessment/decimal';
import { monthResult } from '../../../src/assessment/monthly';
import { oneGroup } from '../../assessment/support/oneGroup';
import { monthsOf } from '../../../src/assessment/period';
import { reviewQuarter, type SpecialRules } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/assessment/settings';
import { quotaProblems } from '../../../src/forms/review/quotaProblems';
import { NO_SPECIAL_RULES, scoreStands } from '../../assessment/support/byTheNotice';

type Line = readonly [department: string, name: string, total: number, unit?: string];

function messages(people: readonly Line[], settings: Partial<Settings> = {}, rules: SpecialRules = NO_SPECIAL_RULES) {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const input = people.map(([department, name, total, unit = '市商务局']) => ({
    key: `${department}|${name}`,
    department,
    name,
    unit,
    months: monthsOf('2020Q3').map((month) => monthResult(month, oneGroup([exactDecimal(total)], 1), all)),
  }));
  const found = quotaProblems(reviewQuarter('2020Q3', input, all, rules), all);
  return found.map(({ severity, message }) => `${severity} ${message}`);
}

const MONTHS = ['2020年7月', '2020年8月', '2020年9月', '2020年第三季度建议等次'];

test('months and quarter that are over name who stands at the edge, with 科室 for namesakes, and who comes after', () => {
  const people: Line[] = [
    ['办公室', '甲', 95],
    ['外资科', '乙', 86],
    ['外贸科', '乙', 86],
    ['外贸科', '丙', 85],
    ['外贸科', '丁', 70],
  ];
  expect(messages(people)).toEqual(
    MONTHS.map(
      (title) =>
        `warning ${title}：参加5人，“好”4人，上限2人，超出2人；名额边缘在86分（高于“好”分数线1分）：` +
        '乙（外资科）、乙（外贸科）同分，余1个名额，其后为丙；由考核领导小组研究确定（二·考核等次）',
    ),
  );
});

test('a limit that is kept says nothing, unless the stricter figure is over', () => {
  const people: Line[] = [
    ['办公室', '甲', 95],
    ['办公室', '乙', 90],
    ['办公室', '丙', 80],
    ['办公室', '丁', 80],
    ['办公室', '戊', 80],
  ];
  expect(messages(people)).toEqual([]);
  const undetermined: SpecialRules = {
    month: (_person, { scoreGrade }) => scoreStands(scoreGrade),
    quarter: ({ name }, proposal) =>
      name === '戊' ? { ...scoreStands(proposal), grade: '不确定等次' } : scoreStands(proposal),
  };
  expect(messages(people, {}, undetermined)).toEqual([
    'note 2020年第三季度建议等次：“好”未超上限；如不计“不确定等次”人员，参加4人，上限1人，超出1人，请一并报考核领导小组',
  ]);
});

test('a direct 好 that takes no seat is named beside the count, and is not at the edge', () => {
  const people: Line[] = [
    ['办公室', '甲', 95],
    ['办公室', '乙', 90],
    ['办公室', '丙', 60],
  ];
  const rules: SpecialRules = {
    ...NO_SPECIAL_RULES,
    quarter: ({ name }, proposal) => (name === '丙' ? { ...scoreStands('好'), direct: true } : scoreStands(proposal)),
  };
  const found = messages(people, { directGoodInQuota: false }, rules);
  expect(found[3]).toBe(
    'warning 2020年第三季度建议等次：参加3人，“好”2人，上限1人，超出1人；另有1人直接确定为“好”、不占名额（五·3，见考核设置）；' +
      '名额边缘在95分（高于“好”分数线10分）：甲，其后为乙；由考核领导小组研究确定（二·考核等次）',
  );
});

test('by 单位, a unit that is over is named beside the whole bureau', () => {
  const people: Line[] = [
    ['办公室', '甲', 95, '市贸促会'],
    ['办公室', '乙', 80],
    ['办公室', '丙', 80],
  ];
  expect(messages(people, { pool: '单位' }).filter((text) => text.includes('市贸促会'))).toEqual(
    MONTHS.map(
      (title) =>
        `warning ${title}（市贸促会）：参加1人，“好”1人，上限0人，超出1人；由考核领导小组研究确定（二·考核等次）`,
    ),
  );
});

test('a long tie is cut, with its number', () => {
  const people = Array.from({ length: 20 }, (_, i): Line => ['办公室', `人${i}`, 90]);
  expect(messages(people)[0]).toContain('人10、人11等20人同分，余8个名额；');
});
