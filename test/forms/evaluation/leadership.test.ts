import {
  isLeadershipSheet,
  leadershipProblems,
  membersIn,
  readLeadership,
  signersOf,
  type LeadershipTable,
} from '../../../src/forms/evaluation/leadership';
import { isOwnSheet } from '../../../src/forms/ownSheets';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { sheet } from '../support/sheets';

const HEADINGS = ['季度', '姓名', '职务', '角色', '类别', '抽取日期', '抽取方法'];
const COMPLETE = [
  ['2020年第三季度', '李局', '局长', '组长', '局领导'],
  ['2020Q3', '王副', '副局长', '副组长', '局领导'],
  ['2020年3季度', '赵 敏', '人事科科长', '成员', '人事科'],
  ['2020年第三季度', '孙伟', '机关党委书记', '成员', '机关党委'],
  ['2020年第三季度', '周丽', '办公室主任', '成员', '办公室'],
  ['2020年第三季度', '吴昊', '外贸科科长', '成员', '抽取', '2020年9月30日', '抽签'],
];
const table = (rows: readonly (readonly string[])[]): LeadershipTable => {
  const found = readLeadership([SheetGrid.of(sheet('名单', [['考核领导小组名单'], HEADINGS, ...rows]))]);
  if (found === null) throw new Error('no list');
  return found;
};
const messages = (rows: readonly (readonly string[])[]) =>
  leadershipProblems(table(rows), '2020Q3').map(({ cell, message }) => `${cell ?? ''} ${message}`);

test('a complete list of any spelling of the quarter has nothing wrong, and gives the names for signing', () => {
  expect(messages(COMPLETE)).toEqual([]);
  expect(signersOf(membersIn(table(COMPLETE), '2020Q3'))).toEqual({
    leaders: ['李局'],
    deputies: ['王副'],
    members: ['赵 敏', '孙伟', '周丽', '吴昊'],
  });
  expect(membersIn(table(COMPLETE), '2020Q2')).toEqual([]);
});

test.each([
  [0, '组长'],
  [1, '副组长'],
  [2, '人事科成员'],
  [3, '机关党委成员'],
  [4, '办公室成员'],
  [5, '抽取的科室负责人'],
])('without line %i the list lacks %s', (line, lacks) => {
  expect(messages(COMPLETE.filter((_, i) => i !== line))).toEqual([
    `A2:G2 名单 A2:G2：2020年第三季度的考核领导小组名单缺少${lacks}；请补填（五·1）`,
  ]);
});

test('two 组长 are one too many', () => {
  expect(messages([...COMPLETE, ['2020Q3', '郑局', '书记', '组长', '局领导']])).toEqual([
    'A2:G2 名单 A2:G2：2020年第三季度的考核领导小组名单缺少唯一的组长（现有2人）；请补填（五·1）',
  ]);
});

test('what cannot be read on a line is named with its cell', () => {
  expect(
    messages([
      ...COMPLETE,
      ['三季度', '甲', '', '成员', '抽取', '2020年9月30日', '抽签'],
      ['2020Q3', '', '', '成员', '人事科'],
      ['2020Q3', '乙', '', '委员', '财务科'],
      ['2020Q3', '丙', '', '成员', '局领导'],
      ['2020Q3', '丁', '', '成员', '抽取'],
    ]),
  ).toEqual([
    'A9 名单 A9：季度无法识别，这一行未采用；请写成“2020年第三季度”',
    'B10 名单 B10：没有姓名，这一行未采用；请补填',
    'D11 名单 D11：乙的角色须为组长、副组长、成员之一，请选择',
    'E11 名单 E11：乙的类别须为局领导、人事科、机关党委、办公室、抽取之一，请选择',
    'D12 名单 D12：丙的类别“局领导”与角色“成员”不符：组长、副组长为局领导，其余为成员（五·1）；请核对',
    'F13 名单 F13：丁是抽取的，请填写抽取日期',
    'G13 名单 G13：丁是抽取的，请填写抽取方法',
  ]);
});

test('the list is the program’s own sheet, and another table is not', () => {
  const list = SheetGrid.of(sheet('名单', [HEADINGS]));
  const roster = SheetGrid.of(sheet('名册', [['序号', '科室', '姓名', '职务', '类别']]));
  expect([isLeadershipSheet(list), isOwnSheet(list)]).toEqual([true, true]);
  expect([isLeadershipSheet(roster), isOwnSheet(roster)]).toEqual([false, false]);
});
