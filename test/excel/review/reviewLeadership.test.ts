import { applyPlan, check, previewDraw, previewLeadership, type DrawPreview } from '../../../src/excel';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { all, contents, inExcel, runReview, scoreSheet, sheetOf, shown, workbookOf } from '../support/workbooks';

/** The list 考核领导小组, the draw, and the signature block that they fill. */

const LIST = '考核领导小组';
const QUARTER = '2020年第三季度';
const office = () =>
  workbookOf({
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
      [1, '市商务局', '局领导', '李强', '党组书记、局长', '2018.03', '局领导', ''],
      [2, '市商务局', '局领导', '王刚', '副局长', '2018.03', '局领导', ''],
      [3, '市商务局', '人事科', '赵敏', '科长', '2018.03', '公务员', ''],
      [4, '市商务局', '机关党委', '孙伟', '专职副书记', '2018.03', '公务员', ''],
      [5, '市商务局', '办公室', '周丽', '主任', '2018.03', '公务员', ''],
      [6, '市商务局', '外贸科', '吴昊', '科长', '2018.03', '公务员', ''],
      [7, '市商务局', '外资科', '郑凯', '科长', '2018.03', '公务员', ''],
      [8, '市商务局', '财务科', '冯涛', '科长', '2018.03', '公务员', ''],
      [9, '市商务局', '财务科', '韩梅', '科员', '2018.03', '公务员', ''],
    ],
    '9月': scoreSheet('2020年9月', [
      ['财务科', '韩梅', ...all(80)],
      ['财务科', '冯涛', ...all(86)],
    ]),
  });

const makeList = (workbook: WorkbookModel) =>
  inExcel(workbook, async () => {
    const preview = await previewLeadership({ quarter: '2020Q3' });
    await applyPlan(preview.plan);
    return preview;
  });
const drawTwo = (workbook: WorkbookModel, words: readonly number[], count = 2): Promise<DrawPreview> =>
  inExcel(workbook, async () => {
    const left = [...words];
    const random = () => left.shift() ?? 0;
    const preview = await previewDraw({ quarter: '2020Q3', count, date: '2020-09-30', random });
    await applyPlan(preview.plan);
    return preview;
  });

test('the list proposes 局领导 and the heads of the three offices, and leaves the draw open', async () => {
  const workbook = office();
  await makeList(workbook);
  expect(await shown(workbook, LIST, 'A1:G7')).toEqual([
    ['季度', '姓名', '职务', '角色', '类别', '抽取日期', '抽取方法'],
    [QUARTER, '李强', '党组书记、局长', '组长', '局领导', '', ''],
    [QUARTER, '王刚', '副局长', '副组长', '局领导', '', ''],
    [QUARTER, '赵敏', '科长', '成员', '人事科', '', ''],
    [QUARTER, '孙伟', '专职副书记', '成员', '机关党委', '', ''],
    [QUARTER, '周丽', '主任', '成员', '办公室', '', ''],
    ['', '', '', '', '', '', ''],
  ]);
});

test('made twice, the list is the same as made once', async () => {
  const workbook = office();
  await makeList(workbook);
  const once = contents(workbook);
  const { problems, plan } = await makeList(workbook);
  expect(contents(workbook)).toEqual(once);
  expect(plan.sheets).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'note', code: 'LEADERSHIP_EXISTS' }));
});

test('the draw is among the heads of the other 科室, and its record stands beside the drawn', async () => {
  const workbook = office();
  await makeList(workbook);
  const { candidates, drawn } = await drawTwo(workbook, [2, 0]);
  expect(candidates.map(({ name }) => name)).toEqual(['吴昊', '郑凯', '冯涛']);
  expect(drawn.map(({ name }) => name)).toEqual(['冯涛', '吴昊']);
  const method =
    '计算机随机抽取，机会均等：从3名科室负责人中抽取2名；候选人：吴昊（外贸科）、郑凯（外资科）、冯涛（财务科）';
  expect(await shown(workbook, LIST, 'A7:G9')).toEqual([
    [QUARTER, '冯涛', '科长', '成员', '抽取', '2020年9月30日', method],
    [QUARTER, '吴昊', '科长', '成员', '抽取', '2020年9月30日', method],
    ['', '', '', '', '', '', ''],
  ]);
});

test('who was drawn stays drawn: a second draw changes nothing and says so', async () => {
  const workbook = office();
  await drawTwo(workbook, [2, 0]);
  const once = contents(workbook);
  const { problems, drawn, refused } = await drawTwo(workbook, [0, 0]);
  expect(contents(workbook)).toEqual(once);
  expect({ drawn, refused }).toEqual({ drawn: [], refused: false });
  expect(problems.map(({ code }) => code)).toEqual(['DRAW_DONE']);
});

test.each([0, 4, 1.5])('%d of three cannot be drawn', async (count) => {
  const workbook = office();
  const before = contents(workbook);
  const { problems, refused } = await drawTwo(workbook, [], count);
  expect(refused).toBe(true);
  expect(problems.map(({ message }) => message)).toEqual([
    `不能抽取${count}名：人员名册中可抽取的科室负责人有3名；请改填人数，或在名册中补填职务`,
  ]);
  expect(contents(workbook)).toEqual(before);
});

test('a list whose headings were changed is not written to', async () => {
  const workbook = office();
  await makeList(workbook);
  sheetOf(workbook, LIST).input(0, 2, '岗位');
  const { problems, refused } = await drawTwo(workbook, [0, 0]);
  expect(refused).toBe(true);
  expect(problems.map(({ code }) => code)).toEqual(['LEADERSHIP_UNUSABLE']);
});

test('a new 审定表 bears the group’s names for signing, and what R34 lacks is named', async () => {
  const workbook = office();
  await makeList(workbook);
  const { problems } = await runReview(workbook);
  const block = await shown(workbook, `${QUARTER}审定表`, 'A25:K26');
  expect([block[0]?.[0], block[0]?.[10], block[1]?.[0]]).toEqual([
    '组长：李强',
    '副组长：王刚',
    '成员：赵敏、孙伟、周丽',
  ]);
  expect(problems.filter(({ code }) => code === 'LEADERSHIP_INCOMPLETE').map(({ message }) => message)).toEqual([
    `${LIST} A1:G1：${QUARTER}的考核领导小组名单缺少抽取的科室负责人；请补填（五·1）`,
  ]);
});

test('the list is read as no form, no roster and no register', async () => {
  const workbook = office();
  const read = () => inExcel(workbook, async () => (await check()).problems);
  const before = await read();
  await makeList(workbook);
  await drawTwo(workbook, [0, 0]);
  expect(await read()).toEqual(before);
});
