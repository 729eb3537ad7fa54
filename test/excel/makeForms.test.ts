import { previewForms } from '../../src/excel';
import type { FormsWanted } from '../../src/forms/paper/made';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { confirmed } from './support/decidedQuarter';
import { printedPages } from './support/printedPages';
import { ReviewPage } from './support/reviewPage';
import {
  all,
  contents,
  inExcel,
  reopened,
  runReview,
  runScore,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
  [1, '市商务局', '外贸科', '李军', '科长', '2018.03', '公务员', ''],
  [2, '市商务局', '办公室', '王建国', '科员', '2019年5月', '公务员', ''],
  [3, '市商务局', '外贸科', '阿卜杜拉·买买提', '四级主任科员', '2020.11', '公务员', ''],
  [4, '市商务局', '外资科', '王建国', '科员', '', '公务员', ''],
];
const bureau = () => workbookOf({ 人员名册: ROSTER });
const EVERYBODY = { kind: 'all' } as const;
const LI_JUN = { kind: 'person', department: '外贸科', name: '李军' } as const;

const make = (workbook: WorkbookModel, wanted: FormsWanted) => confirmed(workbook, () => previewForms(wanted));

/** What Office.js tells of a cell's look. */
async function lookOf(workbook: WorkbookModel, sheet: string, address: string) {
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load(
        'format/horizontalAlignment,format/font/name,format/font/size,format/protection/locked,format/rowHeight',
      );
      await context.sync();
      const { horizontalAlignment, font, protection } = range.format;
      return { horizontal: horizontalAlignment, font: font.name, size: font.size, locked: protection.locked };
    }),
  );
}

describe('附件1', () => {
  test('one form for each week of working days, 调休 included, below each other on a sheet of the person', async () => {
    const workbook = bureau();
    const { forms } = await make(workbook, { annex: 1, month: '2021-05', people: LI_JUN });
    expect(forms.map(({ sheet, range, from, to }) => [sheet, range, from, to])).toEqual([
      ['附件1 2021年5月 李军', 'A1:E19', '2021-05-06', '2021-05-08'],
      ['附件1 2021年5月 李军', 'A20:E38', '2021-05-10', '2021-05-14'],
      ['附件1 2021年5月 李军', 'A39:E57', '2021-05-17', '2021-05-21'],
      ['附件1 2021年5月 李军', 'A58:E76', '2021-05-24', '2021-05-28'],
      ['附件1 2021年5月 李军', 'A77:E95', '2021-05-31', '2021-05-31'],
    ]);
    expect(await shown(workbook, '附件1 2021年5月 李军', 'A1:E8')).toEqual([
      ['附件1', '', '', '', ''],
      ['公务员每周工作记实', '', '', '', ''],
      ['（2021年5月6日—2021年5月8日）', '', '', '', ''],
      ['科室', '外贸科', '', '姓名', '李军'],
      ['职务', '科长', '', '任现职时间', '2018.03'],
      ['工作\n任务\n完成\n情况', '序号', '工作任务进度', '完结情况', '完结时间'],
      ['', 1, '', '', ''],
      ['', 2, '', '', ''],
    ]);
    expect(await shown(workbook, '附件1 2021年5月 李军', 'A18:E20')).toEqual([
      ['', 12, '', '', ''],
      ['备注：此表每月底交局人事科存档', '', '', '', ''],
      ['附件1', '', '', '', ''],
    ]);
  });

  test('a department has a sheet of its own, its people in the order of the roster', async () => {
    const { forms } = await make(bureau(), { annex: 1, month: '2020-07', people: EVERYBODY });
    expect([...new Set(forms.map(({ sheet, name }) => `${sheet}|${name}`))]).toEqual([
      '附件1 2020年7月 外贸科|李军',
      '附件1 2020年7月 外贸科|阿卜杜拉·买买提',
      '附件1 2020年7月 办公室|王建国',
      '附件1 2020年7月 外资科|王建国',
    ]);
    expect(forms).toHaveLength(4 * 5);
  });

  test('looks as the house rule says and takes input in its fields alone', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 1, month: '2020-07', people: LI_JUN });
    const look = (address: string) => lookOf(workbook, '附件1 2020年7月 李军', address);
    expect(await look('A1')).toEqual({ horizontal: 'Left', font: '黑体', size: 16, locked: true });
    expect(await look('A2')).toEqual({ horizontal: 'Center', font: '方正小标宋简体', size: 22, locked: true });
    expect(await look('A3')).toEqual({ horizontal: 'Center', font: '仿宋_GB2312', size: 12, locked: false });
    expect(await look('A4')).toEqual({ horizontal: 'Center', font: '黑体', size: 12, locked: true });
    expect(await look('E4')).toEqual({ horizontal: 'Center', font: '仿宋_GB2312', size: 12, locked: false });
    expect(await look('B7')).toEqual({ horizontal: 'Center', font: '仿宋_GB2312', size: 12, locked: true });
    expect(await look('C7:C18')).toEqual({ horizontal: 'Left', font: '仿宋_GB2312', size: 12, locked: false });
    expect(await look('D7:E18')).toEqual({ horizontal: 'Center', font: '仿宋_GB2312', size: 12, locked: false });
  });

  test('years without an official list of holidays are told', async () => {
    const { problems } = await make(bureau(), { annex: 1, month: '2045-05', people: LI_JUN });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'WEEKS_WITHOUT_OFFICIAL_LIST',
        '程序里没有2045年的放假调休安排，各周起止日期按周一至周五划分；请对照放假通知改正表上的日期，或先把该年的放假和调休日列入“工作日历”表（含10月1日）',
      ],
    ]);
  });
});

describe('附件2', () => {
  test('stands on A:E with cells of their own for grade, signature and dates', async () => {
    const workbook = bureau();
    const { forms } = await make(workbook, { annex: 2, month: '2020-07', people: LI_JUN });
    expect(forms).toEqual([
      {
        annex: 2,
        sheet: '附件2 2020年7月 李军',
        range: 'A1:E24',
        month: '2020-07',
        department: '外贸科',
        name: '李军',
      },
    ]);
    const [top, ...rows] = await shown(workbook, '附件2 2020年7月 李军', 'A1:E24');
    expect(top).toEqual(['附件2', '', '', '', '']);
    expect(rows.map(([label]) => label).filter((label) => label !== '')).toEqual([
      '公务员平时（每月）考核备案表',
      '（2020年7月）',
      '科室',
      '职务',
      '科室业务责\n任目标暨\n亮点工作',
      '个人岗位职\n责暨承担\n业务',
      '工作任务\n完成情况\n（本月主\n要任务）',
      '分管领导或\n内设机构负\n责人评语及\n考核等次\n建议',
      '考核委员会\n意见',
      '未确定等次\n或不参加考\n核情况说明',
    ]);
    expect(rows.slice(16, 22).map((row) => row.slice(1))).toEqual([
      [10, '', '', ''],
      ['', '', '', ''],
      ['建议\n等次', '', '签名：', ''],
      ['', '', '　　年　　月　　日', ''],
      ['', '', '', ''],
      ['　　年　　月　　日', '', '', ''],
    ]);
  });

  test('offers the four grades and the three words of 完结情况', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 2, month: '2020-07', people: LI_JUN });
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('附件2 2020年7月 李军');
        const grade = sheet.getRange('C20').dataValidation;
        const completion = sheet.getRange('D9:D18').dataValidation;
        for (const validation of [grade, completion]) validation.load('rule,prompt,errorAlert');
        await context.sync();
        expect(grade.rule.list?.source).toBe('好,较好,一般,较差');
        expect(completion.rule.list?.source).toBe('已完成,进行中,未完成');
        expect(grade.prompt).toMatchObject({
          title: '建议等次',
          message: '请从下拉列表中选择：好、较好、一般或较差。',
        });
        expect(completion.errorAlert).toMatchObject({ style: 'Stop', title: '完结情况' });
      }),
    );
  });
});

describe('附件3', () => {
  test('one sheet for each rater, longer than ten rows for more people, scores from 0 to 100', async () => {
    const people = Array.from({ length: 12 }, (_, i) => [
      i + 1,
      '市商务局',
      '外贸科',
      `人员${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}`,
      '科员',
    ]);
    const workbook = workbookOf({ 人员名册: [['序号', '单位', '科室', '姓名', '职务'], ...people] });
    const { forms } = await make(workbook, {
      annex: 3,
      month: '2020-07',
      people: EVERYBODY,
      raters: ['张局长', '李局长'],
    });
    expect(forms.map(({ sheet, range, people: count, rater }) => [sheet, range, count, rater])).toEqual([
      ['附件3 2020年7月 张局长', 'A1:I17', 12, '张局长'],
      ['附件3 2020年7月 李局长', 'A1:I17', 12, '李局长'],
    ]);
    const [heading, first] = await shown(workbook, '附件3 2020年7月 张局长', 'A4:N5');
    expect(heading).toEqual([
      '姓名',
      '政治品质（20%）',
      '工作作风（10%）',
      '廉洁自律（10%）',
      '学习指标（10%）',
      '业务经办指标（30%）',
      '目标实施指标（10%）',
      '争先创优指标（10%）',
      '总分',
      '科室',
      '得分等次',
      '规则后等次',
      '校验',
      '评委',
    ]);
    expect(first).toEqual(['人员甲', '', '', '', '', '', '', '', '', '外贸科', '', '', '缺7项', '张局长']);
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('附件3 2020年7月 张局长');
        const { dataValidation } = sheet.getRange('B5:H16');
        dataValidation.load('rule,prompt,errorAlert');
        await context.sync();
        expect(dataValidation.rule.decimal).toEqual({ formula1: 0, formula2: 100, operator: 'Between' });
        expect(dataValidation.errorAlert).toMatchObject({
          title: '打分',
          message: '分数须为0到100之间的数字，请重新输入。',
        });
      }),
    );
  });

  test('totals are live from the first score on, without the add-in', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 3, month: '2020-07', people: EVERYBODY });
    const sheet = sheetOf(workbook, '附件3 2020年7月');
    [85, 88, 87, 88, 81, 86].forEach((score, i) => {
      sheet.input(4, 1 + i, score);
    });
    expect(await shown(workbook, sheet.name, 'I5:M5')).toEqual([['', '外贸科', '', '', '缺1项']]);
    sheet.input(4, 7, 88);
    expect(await shown(workbook, sheet.name, 'I5:M5')).toEqual([[85, '外贸科', '', '', '']]);
    sheet.input(4, 7, 101);
    expect(await shown(workbook, sheet.name, 'I5:M5')).toEqual([['', '外贸科', '', '', '分数超出0至100']]);
  });

  test.each([
    ['a joint sheet', undefined, 13],
    ['the sheet of a rater', ['张局长'], 14],
  ])('计算得分 fills 得分等次 where it stands on %s and adds 人员键 behind the last column', async (_, raters, key) => {
    const workbook = bureau();
    const { forms } = await make(workbook, {
      annex: 3,
      month: '2020-07',
      people: EVERYBODY,
      ...(raters === undefined ? {} : { raters }),
    });
    const sheet = sheetOf(workbook, forms[0]?.sheet ?? '');
    for (let i = 0; i < 7; i++) sheet.input(5, 1 + i, 90);
    await runScore(workbook);
    const rows = await shown(workbook, sheet.name, 'A4:P6');
    expect(rows[0]?.filter((label) => label === '得分等次')).toEqual(['得分等次']);
    expect(rows[0]?.indexOf('人员键')).toBe(key);
    expect([rows[2]?.[8], rows[2]?.[10]]).toEqual([90, '好']);
    await runReview(workbook);
    expect((await ReviewPage.open(workbook)).results('办公室 王建国')).toContain(90);
  });

  test('the sheets of several raters are read as theirs', async () => {
    const workbook = bureau();
    const { forms } = await make(workbook, {
      annex: 3,
      month: '2020-07',
      people: EVERYBODY,
      raters: ['张局长', '李局长'],
    });
    for (const [i, { sheet }] of forms.entries()) {
      for (let row = 4; row < 8; row++)
        for (let column = 1; column < 8; column++) sheetOf(workbook, sheet).input(row, column, 80 + 10 * i);
    }
    const { book } = await runScore(workbook);
    expect(book.forms.map(({ month, rater, rows }) => [month, rater, rows.length])).toEqual([
      ['2020-07', '张局长', 4],
      ['2020-07', '李局长', 4],
    ]);
    expect(
      [...(book.months.get('2020-07')?.values() ?? [])].map(({ total, raters }) => [total?.valueOf(), raters]),
    ).toEqual(Array.from({ length: 4 }, () => [85, 2]));
  });
});

describe('nothing twice', () => {
  test.each([1, 2, 3] as const)('forms of 附件%s that exist are left and counted', async (annex) => {
    const workbook = bureau();
    const wanted = { annex, month: '2020-07', people: EVERYBODY };
    const first = await make(workbook, wanted);
    const before = contents(workbook);
    const again = await reopened(workbook);
    const second = await make(again, wanted);
    expect(first.forms.length).toBeGreaterThan(0);
    expect(second.forms).toEqual([]);
    expect(second.problems.map(({ code }) => code)).toEqual(['FORMS_EXIST']);
    expect(contents(again)).toEqual(before);
  });

  test('only who has no form yet gets one', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 2, month: '2020-07', people: LI_JUN });
    const { forms, problems } = await make(workbook, {
      annex: 2,
      month: '2020-07',
      people: { kind: 'department', department: '外贸科' },
    });
    expect(forms.map(({ sheet, name }) => [sheet, name])).toEqual([['附件2 2020年7月 外贸科', '阿卜杜拉·买买提']]);
    expect(problems.map(({ message }) => message)).toEqual(['已有1份：李军2020年7月的附件2；保留不动，没有重复生成']);
  });

  test('nobody’s name is too long to be found on the score sheet that was made', async () => {
    const long = [
      1,
      '市商务局',
      '外贸科',
      '买买提·阿卜杜拉·吐尔逊江·艾合买提江·库尔班',
      '科员',
      '2018.03',
      '公务员',
      '',
    ];
    const workbook = workbookOf({ 人员名册: [...ROSTER, long] });
    const wanted = { annex: 3, month: '2020-07', people: EVERYBODY } as const;
    expect((await make(workbook, wanted)).forms.map(({ people }) => people)).toEqual([5]);
    const again = await make(workbook, wanted);
    expect(again.forms).toEqual([]);
    expect(again.problems.map(({ code }) => code)).not.toContain('ROWS_SKIPPED');
  });

  test('people on the score sheet that the office has already get no second one', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER, '7月': scoreSheet('2020年7月', [['外贸科', '李军', ...all(90)]]) });
    const { forms } = await make(workbook, { annex: 3, month: '2020-07', people: EVERYBODY });
    expect(forms.map(({ people }) => people)).toEqual([3]);
  });
});

describe('refused with what to do', () => {
  test.each<[string, WorkbookModel, FormsWanted['people'], string]>([
    ['no roster', workbookOf({ 空: [['一']] }), EVERYBODY, 'ROSTER_NEEDED'],
    ['a roster without people', workbookOf({ 人员名册: ROSTER.slice(0, 1) }), EVERYBODY, 'ROSTER_EMPTY'],
    ['no such department', bureau(), { kind: 'department', department: '财务科' }, 'ROSTER_WITHOUT_DEPARTMENT'],
    ['nobody of that name', bureau(), { ...LI_JUN, name: '李君' }, 'ROSTER_WITHOUT_PERSON'],
    ['several of that name', bureau(), { kind: 'person', department: '', name: '王建国' }, 'ROSTER_PERSON_AMBIGUOUS'],
  ])('%s', async (_, workbook, people, code) => {
    const preview = await make(workbook, { annex: 2, month: '2020-07', people });
    expect(preview.refused).toBe(true);
    expect(preview.plan.sheets).toEqual([]);
    expect(preview.problems.map((each) => [each.severity, each.code])).toEqual([['error', code]]);
  });
});

test('texts that look like formulas, numbers or dates stay text', async () => {
  const workbook = workbookOf({
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间'],
      [1, '市商务局', "'+外贸科", "'=李军", "'@科员", "'2018.03"],
    ],
  });
  const { forms } = await make(workbook, { annex: 2, month: '2020-07', people: EVERYBODY });
  expect(await shown(workbook, forms[0]?.sheet ?? '', 'B4:E5')).toEqual([
    ['+外贸科', '', '姓名', '=李军'],
    ['@科员', '', '任现职时间', '2018.03'],
  ]);
});

test('sheet names are free, allowed and no longer than 31 characters', async () => {
  const department = '对外贸易与经济技术合作促进科（口岸/自贸办）综合业务组';
  const workbook = workbookOf({
    人员名册: [
      ROSTER[0] ?? [],
      [1, '', department, '李军', '科长', '', '', ''],
      [2, '', `${department}二`, '张三', '', '', '', ''],
    ],
  });
  const { forms } = await make(workbook, { annex: 2, month: '2020-07', people: EVERYBODY });
  const names = forms.map(({ sheet }) => sheet);
  expect(names).toEqual([
    '附件2 2020年7月 对外贸易与经济技术合作促进科（口岸 自',
    '附件2 2020年7月 对外贸易与经济技术合作促进科（口(2)',
  ]);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test('protected on request, without a password, open for input', async () => {
  const workbook = bureau();
  const { forms } = await make(workbook, { annex: 1, month: '2020-07', people: LI_JUN, protect: true });
  const sheet = forms[0]?.sheet ?? '';
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem(sheet);
      found.getRange('C7').values = [['起草通知']];
      found.getRange('D7').values = [['已完成']];
      await context.sync();
      found.getRange('A2').values = [['改标题']];
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
      found.protection.unprotect();
      await context.sync();
    }),
  );
  expect(await shown(workbook, sheet, 'A2:D2')).toEqual([['公务员每周工作记实', '', '', '']]);
});

describe('on paper', () => {
  /** How a sheet prints: millimetres, and rows that begin a page (1-based). */
  async function paperOf(workbook: WorkbookModel, sheetName: string) {
    return inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        const { pageLayout, horizontalPageBreaks } = sheet;
        pageLayout.load('orientation,paperSize,topMargin,bottomMargin,leftMargin,rightMargin');
        const area = pageLayout.getPrintArea();
        area.load('address');
        horizontalPageBreaks.load('items/rowIndex');
        await context.sync();
        const { orientation, paperSize, topMargin, bottomMargin, leftMargin, rightMargin } = pageLayout;
        const margins = [topMargin, bottomMargin, leftMargin, rightMargin].map((points) =>
          Math.round((points / 72) * 25.4),
        );
        return {
          orientation,
          paperSize,
          margins,
          pages: printedPages(sheetOf(workbook, sheetName)),
          area: area.address.replace(/^.*!/, ''),
          breaks: horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex + 1),
        };
      }),
    );
  }

  test('forms below each other are parted by page breaks and fitted to the width', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 1, month: '2020-07', people: LI_JUN });
    expect(await paperOf(await reopened(workbook), '附件1 2020年7月 李军')).toEqual({
      orientation: 'Portrait',
      paperSize: 'A4',
      margins: [37, 35, 28, 26],
      pages: { wide: 1, tall: null },
      area: 'A1:E95',
      breaks: [20, 39, 58, 77],
    });
  });

  test('a single form is fitted to one page; margins can be chosen', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 2, month: '2020-07', people: LI_JUN, margins: '表格边距 20 mm' });
    expect(await paperOf(workbook, '附件2 2020年7月 李军')).toEqual({
      orientation: 'Portrait',
      paperSize: 'A4',
      margins: [20, 20, 20, 20],
      pages: { wide: 1, tall: 1 },
      area: 'A1:E24',
      breaks: [],
    });
  });

  test('附件3 is landscape, with what stands beside it off the paper', async () => {
    const workbook = bureau();
    await make(workbook, { annex: 3, month: '2020-07', people: EVERYBODY });
    expect(await paperOf(workbook, '附件3 2020年7月')).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      margins: [20, 20, 20, 20],
      pages: { wide: 1, tall: 1 },
      area: 'A1:I15',
      breaks: [],
    });
  });
});
