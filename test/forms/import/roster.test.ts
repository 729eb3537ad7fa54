/** Rosters of other workbooks. */
import { sheet } from '../support/sheets';
import { codes, fileWith, imported, linesOn, mapped, ROSTER, said, written } from './importing';

const EMPTY = sheet('Sheet1', []);
const HEAD = ['科室', '姓名', '职务', '任现职时间', '身份'];
const roster = (...rows: (string | number)[][]) => fileWith('名册.xlsx', sheet('花名册', [HEAD, ...rows]));

test('a workbook without a roster gets one, with what the file has besides', () => {
  const file = fileWith(
    '名册.xlsx',
    sheet('名册', [
      ['商务局人员名册'],
      ['姓 名', '部门', '职级', '任职时间', '分管领导'],
      ['王 建国', '办公室', '科长', { value: 43160, format: 'yyyy"年"m"月"' }, '李局长'],
      ['李晓梅', '办公室', '科员', '2019.1', ''],
      ['合计：2人', '', '', '', ''],
    ]),
  );
  const result = imported([file], [EMPTY]);
  expect(linesOn(result, '人员名册')).toEqual([
    ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
    ['分管领导'],
    [1, '', '办公室', '王 建国', '科长', '2018年3月', '', '', '李局长'],
    [2, '', '办公室', '李晓梅', '科员', '2019.1', '', '', ''],
  ]);
  expect(result.counts).toMatchObject({ people: 2, entries: 0 });
  expect(codes(imported([file], written(result, [EMPTY])))).toEqual(['IMPORT_PRESENT']);
});

test('people are added below the others, blanks are filled, and nothing that stands there is replaced', () => {
  const file = roster(
    ['办公室', '李晓梅', '科员', '2019.1', '公务员'],
    ['办公室', '王建国', '副科长', '', ''],
    ['外贸科', '赵敏', '科员', '2020.3', '公务员'],
  );
  const result = imported([file]);
  expect(
    linesOn(result, '人员名册')
      .flat()
      .filter((each) => each !== ''),
  ).toEqual(expect.arrayContaining(['科员', '2019.1', '赵敏', '2020.3', 5]));
  const [plan] = result.sheets;
  const touched = plan?.blocks.flatMap(({ row, cells }) =>
    cells.flatMap((line, r) => (line.some((c) => c !== null) ? [row + r] : [])),
  );
  expect(touched).toEqual([2, 5, 5]);
  expect(said(result)).toEqual(
    expect.arrayContaining([
      'error 文件“名册.xlsx”：花名册 B3王建国与人员名册第2行不一致：职务为“科长”，文件为“副科长”；未改动，请核对后自行更正',
      'note 补填人员名册的空白：李晓梅（职务、任现职时间）',
    ]),
  );
  const again = imported([file], written(result));
  expect(again.sheets).toEqual([]);
});

test('a name that differs in one character is named, a namesake without 科室 stays out', () => {
  const result = imported([roster(['办公室', '李晓海', '科员', '', ''], ['', '张三', '科员', '', ''])]);
  expect(said(result)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('warning 文件“名册.xlsx”：花名册 B2“李晓海”与名册上的李晓梅只差一个字'),
      expect.stringContaining('error 文件“名册.xlsx”：花名册 B3“张三”有2人同名'),
    ]),
  );
  expect(result.counts.people).toBe(1);
});

test('a name of two characters is only compared within its 科室, and with nobody who is on the other roster, too', () => {
  const two = [...ROSTER.values, [5, '商务局', '办公室', '陈立', '科员', '', '', '']].map((line) => [...line]);
  const told = (...rows: (string | number)[][]) => codes(imported([roster(...rows)], [sheet('人员名册', two)]));
  expect(told(['办公室', '陈勇', '科员', '', ''])).toEqual(['IMPORT_SIMILAR_PERSON']);
  expect(told(['外贸科', '陈勇', '科员', '', ''])).toEqual([]);
  expect(told(['办公室', '陈勇', '科员', '', ''], ['办公室', '陈立', '科员', '', ''])).toEqual(['IMPORT_PRESENT']);
});

test('another 科室 of somebody who is known is told; beside the one who is known it is another person', () => {
  const moved = imported([roster(['外贸科', '王建国', '科长', '', ''])]);
  expect(said(moved)[0]).toContain('王建国的科室“外贸科”与本工作簿“办公室”不一致');
  expect(moved.sheets).toEqual([]);
  const both = imported([roster(['办公室', '王建国', '科长', '', ''], ['外贸科', '王建国', '科员', '', ''])]);
  expect(both.counts.people).toBe(1);
});

test('the same person in two sheets is one; where they differ both values are told', () => {
  const file = fileWith(
    '名册.xlsx',
    sheet('机关', [HEAD, ['外贸科', '赵敏', '科员', '', '公务员']]),
    sheet('贸促会', [HEAD, ['外贸科', '赵敏', '科长', '', '公务员'], ['综合科', '孙伟', '科员', '', '参公']]),
  );
  const result = imported([file], [EMPTY]);
  expect(result.counts.people).toBe(2);
  expect(said(result).join()).toContain('贸促会 B2赵敏与文件“名册.xlsx”机关的B2不一致：职务为“科员”，文件为“科长”');
});

test('headings that nobody knows are proposed; a column that nobody takes is listed', () => {
  const file = fileWith(
    '人员.xlsx',
    sheet('Sheet1', [
      ['人员', '所属科室', '手机'],
      ['赵敏', '外贸科', '139'],
    ]),
  );
  const open = imported([file]);
  expect(codes(open)).toEqual(['IMPORT_UNUSED', 'IMPORT_NOTHING']);
  const choices = {
    ...mapped('人员=姓名', '所属科室=科室'),
    tables: new Map([['Sheet1', { kind: '人员名册' as const }]]),
  };
  const result = imported([file], [ROSTER], choices);
  expect(result.counts.people).toBe(1);
  expect(said(result)).toContain('note 文件“人员.xlsx”：未使用：Sheet1的手机列；如需导入，请指定这些列对应的栏目');
});

test('a protected roster stays as it is', () => {
  const result = imported([roster(['外贸科', '赵敏', '科员', '', ''])], [{ ...ROSTER, protected: true }]);
  expect(result.sheets).toEqual([]);
  expect(codes(result)).toContain('IMPORT_SHEET_PROTECTED');
});
