/** Earlier 审定表 of other workbooks. */
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { readReview } from '../../../src/forms/review/read';
import { reviewCells } from '../support/reviewSheet';
import { sheet, type Cell } from '../support/sheets';
import { codes, fileWith, imported, linesOn, mapped, ROSTER, said, written } from './importing';

const MONTHS: readonly (readonly [Cell, Cell])[] = [
  [91.5, '好'],
  [90, '好'],
  [{ formula: '=1', value: 89.25 }, '好'],
];
const made = (...people: Parameters<typeof reviewCells>[1]) =>
  fileWith('一季度.xlsx', sheet('审定', reviewCells('2020Q1', people)));
const WANG = {
  department: '办公室',
  name: '王建国',
  months: MONTHS,
  mean: 90.25,
  suggestion: '好',
  decision: '好',
} as const;
const LI = {
  department: '办公室',
  name: '李晓梅',
  mean: 80,
  suggestion: '较好',
  decision: '较好等次',
  remark: '新任',
} as const;

test('a review sheet arrives as values, to be read as any other', () => {
  const result = imported([made(WANG, LI)]);
  expect(result.sheets.map(({ sheet: name }) => name)).toEqual(['2020年第一季度审定表']);
  const lines = linesOn(result, '2020年第一季度审定表');
  expect(lines[0]?.[0]).toBe('2020年第一季度公务员平时考核审定表');
  expect(lines[4]).toEqual([
    1,
    '办公室',
    '王建国',
    '',
    91.5,
    '好',
    90,
    '好',
    89.25,
    '好',
    90.25,
    '好',
    '',
    '',
    '',
    '',
    '好',
    '',
  ]);
  const grids = written(result).map((each) => SheetGrid.of(each));
  const read = readReview(grids, '2020Q1').sheet;
  expect(read?.lines.map(({ name, decision, remark }) => [name, decision, remark])).toEqual([
    ['王建国', '好', ''],
    ['李晓梅', '较好', '新任'],
  ]);
});

test('a figure just below a line is not rounded onto it', () => {
  const [plan] = imported([made({ ...LI, mean: 84.9967 })]).sheets;
  expect(plan?.formats).toContainEqual({ area: { row: 4, column: 10, rows: 1, columns: 1 }, numberFormat: '0.000' });
});

test('twice is the same as once; what came since goes below', () => {
  const once = imported([made(WANG)]);
  const again = imported([made(WANG)], written(once));
  expect([again.sheets, codes(again)]).toEqual([[], ['IMPORT_PRESENT']]);
  const more = imported([made(WANG, LI)], written(once));
  expect(more.sheets).toMatchObject([{ create: false, blocks: [{ row: 5 }] }]);
  const read = readReview(
    written(more, written(once)).map((each) => SheetGrid.of(each)),
    '2020Q1',
  ).sheet;
  expect(read?.lines.map(({ name, decision }) => [name, decision])).toEqual([
    ['王建国', '好'],
    ['李晓梅', '较好'],
  ]);
});

test('contradictions name both values, and nothing is overwritten', () => {
  const once = imported([made(WANG)]);
  const other = imported([made({ ...WANG, decision: '一般' })], written(once));
  expect(other.sheets).toEqual([]);
  expect(said(other)).toEqual([
    'error 文件“一季度.xlsx”：审定 C5王建国与2020年第一季度审定表 Q5不一致：审定等次为“好”，文件为“一般”；未导入，请核对后自行更正',
  ]);
  const files = [made(WANG), { ...made({ ...WANG, decision: '一般' }), name: '另一份.xlsx' }];
  const both = imported(files);
  expect(both.sheets).toEqual([]);
  expect(codes(both)).toEqual(['IMPORT_CONTRADICTION']);
});

test('who is not known is imported as written, and named; a namesake without 科室 stays out', () => {
  const result = imported([made({ ...WANG, name: '王建囯' }, { ...LI, department: '', name: '张三' })]);
  expect(said(result)).toEqual([
    'warning 文件“一季度.xlsx”：审定 C5“王建囯”不在本工作簿的名册和测评表上（是否为王建国？），按原表所写导入；请核对姓名',
    'error 文件“一季度.xlsx”：审定 C6“张三”有2人同名（外贸科、外资科），分不清是谁，未导入；请在原文件填写科室',
  ]);
});

test('a review sheet of the workbook with formulas takes nobody in', () => {
  const live = sheet(
    '审定',
    reviewCells('2020Q1', [{ ...WANG, mean: { formula: '=AVERAGE(E5,G5,I5)', value: 90.25 } }]),
  );
  const result = imported([made(WANG, LI)], [ROSTER, live]);
  expect(result.sheets).toEqual([]);
  expect(codes(result)).toContain('IMPORT_REVIEW_CLOSED');
});

test('a summary in other words is mapped; the quarter is that of its title', () => {
  const file = fileWith(
    '汇总.xlsx',
    sheet('Sheet1', [
      ['2020年第二季度平时考核结果汇总'],
      ['序号', '部门', '人员姓名', '四月得分', '五月得分', '6月得分', '平均分', '考核等次', '联系电话'],
      [1, '办公室', '王建国', 90, 91, 92, 91, '好', '139'],
      ['合计', '', '', '', '', '', 91, '', ''],
    ]),
  );
  const [table] = imported([file]).tables;
  expect(table?.columns.map(({ heading, label }) => `${heading}=${label}`)).toEqual([
    ...['序号=', '部门=科室', '人员姓名=姓名', '四月得分=第1个月总分', '五月得分=第2个月总分', '6月得分=第3个月总分'],
    ...['平均分=平均分', '考核等次=审定等次', '联系电话='],
  ]);
  const words = [
    '人员姓名=姓名',
    '四月得分=第1个月总分',
    '五月得分=第2个月总分',
    '6月得分=第3个月总分',
    '考核等次=审定等次',
  ];
  const result = imported([file], [ROSTER], mapped(...words));
  expect(linesOn(result, '2020年第二季度审定表')[4]?.slice(1, 17)).toEqual([
    ...['办公室', '王建国', '', 90, '', 91, '', 92, '', 91, '', '', '', '', '', '好'],
  ]);
  expect(linesOn(result, '2020年第二季度审定表')).toHaveLength(5);
  expect(said(result).join()).toContain('未使用：Sheet1的联系电话列');
});

test('without a quarter it cannot be told which one it is', () => {
  const file = fileWith(
    '汇总.xlsx',
    sheet('Sheet1', [
      ['姓名', '审定等次'],
      ['王建国', '好'],
    ]),
  );
  expect(codes(imported([file]))).toContain('IMPORT_WITHOUT_QUARTER');
});

describe('score sheets', () => {
  const HEADINGS = ['姓名', '思想政治（20分）', '工作作风', '廉洁自律', '学习', '业务', '目标', '争先创优'];

  test('with headings that nobody knows are read once these are told, weights and all', () => {
    const file = fileWith(
      '打分.xlsx',
      sheet('7月', [['2020年7月测评表'], HEADINGS, ['赵无名', 90, 91, 92, 93, 94, 95, 96]]),
    );
    const open = imported([file]);
    expect(said(open)[0]).toContain('未使用：7月（“姓名”“思想政治(20分)”');
    const result = imported([file], [ROSTER], mapped('思想政治(20分)=政治品质和道德水平'));
    const [form] = result.contents[0]?.book.forms ?? [];
    expect(form?.rows.map(({ name, scores }) => [name, scores.map(Number)])).toEqual([
      ['赵无名', [90, 91, 92, 93, 94, 95, 96]],
    ]);
    expect(form?.month).toBe('2020-07');
    expect(codes(result)).toContain('IMPORT_UNKNOWN_SCORED');
    expect(form?.weights[0]).toBe(20);
  });
});

test('what nobody reads is listed: sheets, hidden ones, and the program’s own', () => {
  const file = {
    ...fileWith(
      '杂.xlsx',
      sheet('通讯录', [
        ['单位', '电话'],
        ['商务局', '123'],
      ]),
      sheet(
        '隐藏',
        [
          ['姓名', '职务', '身份'],
          ['王', '', ''],
        ],
        { visibility: 'Hidden' },
      ),
    ),
    own: ['操作记录'],
  };
  const result = imported([file]);
  expect(said(result)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('未使用：通讯录（“单位”“电话”，共4个单元格）'),
      expect.stringContaining('未使用：隐藏是隐藏的工作表'),
      expect.stringContaining('未使用：操作记录是程序生成的'),
    ]),
  );
});

test('formulas without results are told: they were never calculated', () => {
  const file = made({ ...WANG, mean: { formula: '=AVERAGE(E5)', value: '' }, months: [] });
  expect(codes(imported([file]))).toContain('IMPORT_UNCALCULATED');
});
