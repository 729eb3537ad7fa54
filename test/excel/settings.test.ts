import { applyPlan, check, previewCalendarSheet, previewForms, previewReview, type Preview } from '../../src/excel';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { parseA1 } from '../../src/host/workbook/values/address';
import {
  all,
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';
import { INDICATORS_OF_ANNEX3 } from '../forms/support/annex3Headings';

const REVIEW = '2020年第三季度审定表';
const SETTINGS = '考核设置';

async function confirmed<P extends Preview>(preview: P): Promise<P> {
  const applied = await applyPlan(preview.plan);
  if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
  return preview;
}

/** The cells that each name of the workbook leads to, as Excel resolves it. */
async function namedCells(workbook: WorkbookModel): Promise<Record<string, string>> {
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { names } = context.workbook;
      names.load('items/name,items/formula');
      await context.sync();
      return Object.fromEntries(names.items.map(({ name, formula }) => [name, String(formula).replace(/['$=]/g, '')]));
    }),
  );
}

/** Types into the cell that a name leads to, the n-th of its cells. */
async function change(workbook: WorkbookModel, name: string, value: CellInput, n = 0): Promise<void> {
  const address = (await namedCells(workbook))[name]?.split('!')[1] ?? '';
  const area = parseA1(address);
  if (area === undefined) throw new Error(`no name ${name}`);
  sheetOf(workbook, SETTINGS).input(area.row, area.column + n, value);
}

describe('考核设置', () => {
  const NO_WEIGHTS = ['科室', '姓名', ...INDICATORS_OF_ANNEX3, '总分'];
  /** 政治品质 100 and all else 80: 84 with the notice's weights. */
  const people = [
    ['办公室', '甲', 100, 80, 80, 80, 80, 80, 80],
    ['办公室', '乙', ...all(90)],
    ['办公室', '丙', ...all(76)],
    ['办公室', '丁', ...all(61)],
    ['办公室', '戊', ...all(50)],
  ];
  const bureau = () =>
    workbookOf({
      '7月': scoreSheet('2020年7月', people, NO_WEIGHTS),
      '8月': scoreSheet('2020年8月', people, NO_WEIGHTS),
      '9月': scoreSheet('2020年9月', people, NO_WEIGHTS),
    });
  /** Suggested grades and the limit of 好, as they stand live in the 审定表. */
  async function live(workbook: WorkbookModel) {
    const rows = await shown(workbook, REVIEW, 'A5:L30');
    const limit = rows.find(([label]) => label === '“好”等次人数上限') ?? [];
    return { grades: rows.slice(0, 5).map((row) => row[11]), mean: rows[0]?.[10], limit: limit[10] };
  }
  /** The same as the command computes them anew. */
  async function computed(workbook: WorkbookModel) {
    const { review } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    return {
      grades: review.people.map(({ suggestedGrade }) => suggestedGrade),
      mean: Number(review.people[0]?.mean?.valueOf()),
      limit: review.quarterQuota.goodLimit,
    };
  }

  test('a review names the cell of every setting', async () => {
    const workbook = bureau();
    await runReview(workbook);
    const names = await namedCells(workbook);
    expect(Object.keys(names).sort()).toEqual(
      [
        '考核权重 考核等次线 考核等次名称 考核好等次比例 考核至少一人为好 考核总人数含不确定等次 考核比例范围 考核计分制',
        '考核舍入位数 考核评委合成方法 考核评委缺席处理 考核季度方法 考核直接确定范围 考核公示起始 考核公示不确定等次',
        '考核好较多标准 考核过半基数 考核单位名称 考核方案生效日期 考核总人数含局领导 考核直接好占名额 考核警告期间',
        '考核外单位考核标准 考核范围合计不超全局 考核评委组 考核加分上限 考核扣分上限 考核对象范围',
      ]
        .join(' ')
        .split(' ')
        .sort(),
    );
    expect(Object.values(names).every((formula) => formula.startsWith(`${SETTINGS}!`))).toBe(true);
  });

  test('a weight, a line or the limit that is changed in its cell changes the live results, and the next run agrees', async () => {
    const workbook = bureau();
    await runReview(workbook);
    const before = { grades: ['较好', '好', '较好', '一般', '较差'], mean: 84, limit: 2 };
    expect(await live(workbook)).toEqual(before);
    expect(await computed(workbook)).toEqual(before);

    // 政治品质 30 and 业务经办指标 20.
    await change(workbook, '考核权重', 30, 0);
    await change(workbook, '考核权重', 20, 4);
    const weighted = { grades: ['好', '好', '较好', '一般', '较差'], mean: 86, limit: 2 };
    expect(await live(workbook)).toEqual(weighted);
    expect(await computed(workbook)).toEqual(weighted);

    await change(workbook, '考核等次线', 87, 3);
    await change(workbook, '考核等次线', 77, 2);
    const lines = { ...weighted, grades: ['较好', '好', '一般', '一般', '较差'] };
    expect(await live(workbook)).toEqual(lines);
    expect(await computed(workbook)).toEqual(lines);

    await change(workbook, '考核好等次比例', 60);
    expect(await live(workbook)).toEqual({ ...lines, limit: 3 });
    expect(await computed(workbook)).toEqual({ ...lines, limit: 3 });
  });

  test('a contradiction is refused with its cell, and nothing is written', async () => {
    const workbook = bureau();
    await runReview(workbook);
    await change(workbook, '考核权重', 30, 0);
    const before = contents(workbook);
    const preview = await runReview(workbook);
    expect(preview.refused).toBe(true);
    const cell = (await namedCells(workbook))['考核权重']?.split('!')[1]?.split(':')[0];
    expect(preview.problems.filter(({ sheet }) => sheet === SETTINGS)).toEqual([
      {
        severity: 'error',
        code: 'SETTING_CONTRADICTS',
        sheet: SETTINGS,
        cell,
        message: `${SETTINGS} ${cell}：权重合计110%，应为100%；请改正后重新运行`,
      },
    ]);
    expect(contents(workbook)).toEqual(before);
  });

  test('a sheet made before a setting existed gets its line and name below, and keeps what stands there', async () => {
    const workbook = workbookOf({
      '7月': scoreSheet('2020年7月', people),
      [SETTINGS]: [
        ['考核设置'],
        ['设置项', '当前值', '可选值', '依据'],
        ['“好”等次比例上限（%）', 30, '0至100的整数', '二·考核等次'],
      ],
    });
    const before = contents(workbook);
    const { settings } = await runReview(workbook);
    expect(settings.quotaPercent).toBe(30);
    expect(contents(workbook)).toMatchObject(before);
    const names = await namedCells(workbook);
    expect(names['考核好等次比例']).toBe('考核设置!B3');
    const [notice] = await shown(workbook, SETTINGS, (names['考核公示起始'] ?? '').replace(/^.*!B(\d+)$/, 'A$1:E$1'));
    expect(notice).toEqual(['公示起始', '当日计入', '当日计入', '三（二）5', '当日计入、次日起']);

    const once = contents(workbook);
    const again = await reopened(workbook);
    const { plan } = await runReview(again);
    expect(contents(again)).toEqual(once);
    expect(plan.names).toEqual([]);
  });

  test('the name of the authority heads the 审定表', async () => {
    const workbook = workbookOf({
      '7月': scoreSheet('2020年7月', people),
      [SETTINGS]: [['单位名称', '任城区商务局']],
    });
    await runReview(workbook);
    expect(await shown(workbook, REVIEW, 'A1:A2')).toEqual([
      [expect.stringMatching(/^任城区商务局2020年/)],
      ['单位：任城区商务局'],
    ]);
  });

  test('a direct grade without 作用范围 applies to what the setting says', async () => {
    const register = [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人'],
      ['办公室', '丙', '直接确定为好', '2020年8月3日', '', '', '', '防汛', '局长'],
    ];
    const grades = async (scope: string) => {
      const workbook = workbookOf({
        ...Object.fromEntries([7, 8, 9].map((m) => [`${m}月`, scoreSheet(`2020年${m}月`, people)])),
        特殊情形登记: register,
        [SETTINGS]: [['直接确定等次的默认作用范围', scope]],
      });
      const { review } = await runReview(workbook);
      const person = review.people.find(({ name }) => name === '丙');
      return [...(person?.months ?? []).map(({ grade }) => grade), person?.suggestedGrade];
    };
    expect(await grades('季')).toEqual(['较好', '好', '较好', '好']);
    expect(await grades('月')).toEqual(['较好', '好', '较好', '较好']);
  });
});

describe('工作日历', () => {
  const ROSTER = [
    ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
    [1, '市商务局', '外贸科', '李军', '科长', '2018.03', '公务员', ''],
  ];
  const days = (...lines: CellInput[][]) => [['日期', '类别', '说明'], ...lines];

  test('an empty one is made once, with a drop-down, and is read as such', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    const make = () => inExcel(workbook, async () => confirmed(await previewCalendarSheet()));
    expect((await make()).problems).toEqual([]);
    expect(await shown(workbook, '工作日历', 'A3:C4')).toEqual([
      ['日期', '类别', '说明'],
      ['', '', ''],
    ]);
    const rule = await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const kinds = context.workbook.worksheets.getItem('工作日历').getRange('B4:B100').dataValidation;
        kinds.load('rule');
        await context.sync();
        return kinds.rule.list?.source;
      }),
    );
    expect(rule).toBe('工作日,休息日');
    const again = await make();
    expect(again.plan.sheets).toEqual([]);
    expect(again.problems.map(({ code, sheet }) => [code, sheet])).toEqual([['REGISTER_EXISTS', '工作日历']]);
    expect((await inExcel(workbook, () => check())).problems.map(({ sheet }) => sheet)).not.toContain('工作日历');
  });

  test('its days change the weeks of 附件1', async () => {
    const weeks = async (...lines: CellInput[][]) => {
      const workbook = workbookOf({ 人员名册: ROSTER, 工作日历: days(...lines) });
      const people = { kind: 'person', department: '外贸科', name: '李军' } as const;
      const { forms, problems } = await inExcel(workbook, () => previewForms({ annex: 1, month: '2027-10', people }));
      return { weeks: forms.map(({ from, to }) => `${from?.slice(5)} ${to?.slice(5)}`), problems };
    };
    const unlisted = await weeks();
    expect(unlisted.weeks).toEqual(['10-01 10-01', '10-04 10-08', '10-11 10-15', '10-18 10-22', '10-25 10-29']);
    expect(unlisted.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'WEEKS_WITHOUT_OFFICIAL_LIST',
        '程序里没有2027年的放假调休安排，各周起止日期按周一至周五划分；请对照放假通知改正表上的日期，或先把该年的放假和调休日列入“工作日历”表（含10月1日）',
      ],
    ]);
    const listed = await weeks(...[1, 4, 5, 6, 7].map((day) => [`2027年10月${day}日`, '休息日', '国庆节']), [
      '2027-10-09',
      '工作日',
      '调休',
    ]);
    expect(listed).toEqual({
      weeks: ['10-08 10-09', '10-11 10-15', '10-18 10-22', '10-25 10-29'],
      problems: [],
    });
  });

  /** 67 working days from July to September 2020 (五·5). */
  const onLeave = (calendar: CellInput[][], quarter: number[] = [7, 8, 9], year = 2020) =>
    workbookOf({
      ...Object.fromEntries(
        quarter.map((m) => [`${m}月`, scoreSheet(`${year}年${m}月`, [['办公室', '郑凯', ...all(80)]])]),
      ),
      特殊情形登记: [
        ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人'],
        ['办公室', '郑凯', '病假', `${year}年7月1日`, `${year}年9月30日`, 33.5, '', '假条', '局长'],
      ],
      工作日历: calendar,
    });

  test('its days change what half of the quarter’s working days is', async () => {
    const grade = async (...lines: CellInput[][]) =>
      (await runReview(onLeave(days(...lines)))).review.people.map(({ suggestedGrade }) => suggestedGrade);
    expect(await grade()).toEqual(['较好']);
    expect(await grade(['2020年8月3日', '休息日', '停电'])).toEqual(['不确定等次']);
  });

  test('leave in a year without an official list is told once, unless the table has the year', async () => {
    const codes = async (...lines: CellInput[][]) => {
      const { problems } = await runReview(onLeave(days(...lines), [7, 8, 9], 2027), '2027Q3');
      return problems.filter(({ code }) => code === 'CALENDAR_UNKNOWN').map(({ message }) => message);
    };
    expect(await codes()).toEqual([
      '没有2027年的节假日和调休安排，工作日按周一至周五计；请对照国务院办公厅的放假通知核对日期，或把该年的放假和调休日列入“工作日历”表（含10月1日）',
    ]);
    expect(await codes(['2027年10月1日', '休息日', '国庆节'])).toEqual([]);
  });

  test('a check tells what it cannot use of the table, with its cell', async () => {
    const workbook = workbookOf({
      人员名册: ROSTER,
      工作日历: days(['2027年10月', '休息日', ''], ['2027年10月2日', '放假', ''], ['2027年10月3日', '休息日', '']),
    });
    const { problems } = await inExcel(workbook, () => check());
    expect(problems.filter(({ sheet }) => sheet === '工作日历')).toMatchObject([
      { severity: 'error', code: 'CALENDAR_INVALID', cell: 'A2' },
      { severity: 'error', code: 'CALENDAR_INVALID', cell: 'B3' },
    ]);
  });

  test('the golden quarter is the same with an empty table', async () => {
    const plain = await openFixture(GOLDEN);
    const expected = (await runReview(plain)).review;
    const workbook = await openFixture(GOLDEN);
    await inExcel(workbook, async () => confirmed(await previewCalendarSheet()));
    expect((await runReview(workbook)).review).toEqual(expected);
  });
});
