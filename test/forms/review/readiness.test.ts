import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { reviewQuarter } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readLeadership } from '../../../src/forms/evaluation/leadership';
import { readiness, type Readiness } from '../../../src/forms/review/readiness';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import type { SheetSnapshot } from '../../../src/forms/grid/snapshot';
import { annex2 } from '../support/annexForms';
import { reviewSheetOf, type ReviewText } from '../support/reviewSheet';
import { read as readSheets, sheet, type Cell } from '../support/sheets';
import { NO_SPECIAL_RULES } from '../../assessment/support/byTheNotice';

const ROSTER = sheet('人员名册', [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
  [1, '市商务局', '外贸科', '王强', '科长', '2018.03', '公务员', ''],
  [2, '市商务局', '外贸科', '李军', '科员', '2018.03', '公务员', ''],
]);
const scores = (month: string, people: readonly (readonly Cell[])[]): SheetSnapshot =>
  sheet(`${month}测评表`, [
    ['公务员平时（每月）考核测评表'],
    [`2020年${month}`],
    ['科室', '姓名', '政治品质', '工作作风', '廉洁自律', '学习指标', '业务经办指标', '目标实施指标', '争先创优指标'],
    ...people,
  ]);
const all = (score: Cell): Cell[] => Array.from({ length: 7 }, () => score);
const scored = (month: string) =>
  scores(month, [
    ['外贸科', '王强', ...all(90)],
    ['外贸科', '李军', ...all(80)],
  ]);
const filings = (month: string): SheetSnapshot[] => [
  sheet(`${month}王强`, annex2({ month: `(2020年${month})`, name: '王强', position: '科长' })),
  sheet(`${month}李军`, annex2({ month: `(2020年${month})` })),
];
const FULL = ['7月', '8月', '9月'].flatMap((month) => [scored(month), ...filings(month)]);
const LIST = sheet('考核领导小组', [
  ['季度', '姓名', '职务', '角色', '类别', '抽取日期', '抽取方法'],
  ['2020Q3', '李局', '局长', '组长', '局领导'],
  ['2020Q3', '王副', '副局长', '副组长', '局领导'],
  ['2020Q3', '赵敏', '科长', '成员', '人事科'],
  ['2020Q3', '孙伟', '书记', '成员', '机关党委'],
  ['2020Q3', '周丽', '主任', '成员', '办公室'],
  ['2020Q3', '吴昊', '科长', '成员', '抽取', '2020年9月30日', '抽签'],
]);
const decided = (name: string, decision: string, more: Partial<ReviewText> = {}): ReviewText => ({
  name,
  decision,
  party: '同意',
  discipline: '无异议',
  ...more,
});
const DECIDED = [decided('王强', '好'), decided('李军', '较好')];

function lacking(
  sheets: readonly SheetSnapshot[],
  lines: readonly ReviewText[] | null = DECIDED,
  list: SheetSnapshot | null = LIST,
  today?: string,
): Readiness {
  const read = readSheets([ROSTER, ...sheets], { quarter: '2020Q3' });
  const review = reviewQuarter('2020Q3', read.quarter('2020Q3'), DEFAULT_SETTINGS, NO_SPECIAL_RULES);
  const decisions = lines === null ? null : reviewSheetOf(lines).lines;
  const leadership = list === null ? null : readLeadership([SheetGrid.of(list)]);
  const input = { book: read, review, calendar: OFFICIAL_CALENDAR, decisions, leadership };
  return readiness(today === undefined ? input : { ...input, today });
}
const messages = ({ items }: Readiness) => items.map(({ kind, message }) => `${kind} ${message}`);

test('a quarter with everything lacks nothing and is decided', () => {
  expect(lacking(FULL)).toMatchObject({ items: [], canMeet: true, isDecided: true });
});

test('a month without score sheets and without 附件2 is named', () => {
  expect(messages(lacking(FULL.filter(({ name }) => !name.startsWith('8月'))))).toEqual([
    '缺测评表 没有2020年8月的测评表（附件3）；请组织测评或收集后再审定',
    '缺备案表 没有2020年8月的任何附件1和附件2，无从核对评语和考核等次建议；请先收集',
  ]);
});

test('who has no total in a month is named, with a row or without one', () => {
  const august = scores('8月', [['外贸科', '王强', ...all(90).slice(1), '']]);
  const result = lacking(FULL.map((each) => (each.name === '8月测评表' ? august : each)));
  expect(messages(result)).toEqual(['没有总分 2020年8月没有总分：王强、李军；请补齐测评分数，或登记特殊情形']);
  expect(result).toMatchObject({
    canMeet: false,
    items: [{ month: '2020-08', people: ['外贸科|王强', '外贸科|李军'] }],
  });
});

test('a missing 附件2, comment or suggestion is named once, for those whom it concerns', () => {
  const blank = (evaluation: string) => sheet('9月李军', annex2({ month: '(2020年9月)', evaluation }));
  const september = (other: SheetSnapshot | null) =>
    FULL.filter(({ name }) => name !== '9月李军').concat(other === null ? [] : [other]);
  expect(messages(lacking(september(null)))).toEqual(['缺备案表 缺2020年9月的附件2：李军；请催交']);
  expect(messages(lacking(september(blank('建议等次：较好\n签名：王强\n2020年10月1日'))))).toEqual([
    '缺评语 2020年9月的附件2没有考核评语：李军；请科长或分管领导填写',
  ]);
  expect(messages(lacking(september(blank('工作认真。\n签名：王强\n2020年10月1日'))))).toEqual([
    '缺等次建议 2020年9月的附件2没有考核等次建议：李军；请科长或分管领导填写',
  ]);
});

test('what is not due yet does not lack', () => {
  const sheets = FULL.filter(({ name }) => name !== '9月李军');
  expect(messages(lacking(sheets, DECIDED, LIST, '2020-10-05'))).toEqual([]);
  expect(messages(lacking(sheets, DECIDED, LIST, '2020-10-06'))).toEqual(['缺备案表 缺2020年9月的附件2：李军；请催交']);
});

test('opinions, decisions and reasons are asked for row by row', () => {
  const result = lacking(FULL, [decided('王强', '较好', { party: '' }), decided('李军', '', { discipline: '' })]);
  expect(messages(result)).toEqual([
    '缺机关党委意见 没有机关党委意见：王强；请征求后填入审定表',
    '缺纪检监察意见 没有纪检监察意见：李军；请征求后填入审定表',
    '未审定 没有审定等次：李军；由考核领导小组审定后填入',
    '缺理由 审定等次与建议等次不同而没有理由：王强；请在“备注”中写明',
  ]);
  expect(result).toMatchObject({ canMeet: false, isDecided: false });
});

test('a reason that lacks leaves nobody undecided', () => {
  const result = lacking(FULL, [decided('王强', '较好'), decided('李军', '较好')], LIST, '2020-10-11');
  expect(result).toMatchObject({ items: [{ kind: '缺理由' }], canMeet: true, isDecided: true });
});

test('with all opinions the group can meet, though nothing is decided', () => {
  expect(lacking(FULL, [decided('王强', ''), decided('李军', '')])).toMatchObject({ canMeet: true, isDecided: false });
});

test('without 审定表 and list of the group both are asked for', () => {
  const result = lacking(FULL, null, null);
  expect(messages(result)).toEqual([
    '缺审定表 还没有2020年第三季度审定表；请先生成审定表',
    '缺领导小组名单 没有2020年第三季度的考核领导小组名单；请生成并填写（五·1）',
  ]);
  expect(result).toMatchObject({ canMeet: false, isDecided: false });
});

test('the deadline is shown literally and deferred, and alerts while something is undecided', () => {
  const open = [decided('王强', '好'), decided('李军', '')];
  expect(lacking(FULL).deadlineText).toBe('2020年第三季度应在2020年10月10日前审定（三（二）4）');
  expect(lacking(FULL, open, LIST, '2020-10-10')).toMatchObject({
    deadline: { literal: '2020-10-10', deferred: '2020-10-10' },
    punctuality: '按期',
    items: [{ kind: '未审定' }],
  });
  const late = lacking(FULL, open, LIST, '2020-10-11');
  expect(late.punctuality).toBe('逾期');
  expect(messages(late).slice(1)).toEqual(['逾期 审定期限为10月10日，已过；请尽快审定（三（二）4）']);
  expect(messages(lacking(FULL, DECIDED, LIST, '2020-10-11'))).toEqual([]);
});
