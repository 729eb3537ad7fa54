import type { AnnualPreview } from '../../src/excel';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { reviewSheet, runAnnual, yearBook, type Line } from './support/annualBooks';
import { decided } from './support/decidedQuarter';
import { ReviewPage } from './support/reviewPage';
import {
  all,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';

const SHEET = '2020年度汇总表';

/** The worked examples of the rules, through the workbook: quarters → kinds of hints, ？ for those to be confirmed. */
const EXAMPLES: Readonly<Record<string, readonly [year: string, hints: readonly string[]]>> = {
  甲: ['好 好 好 好', ['可推荐优秀', '比例内可优先确定为优秀']],
  乙: ['好 较好 好 较好', ['可推荐优秀']],
  丙: ['好 较好 较好 较好', ['不可推荐优秀']],
  丁: ['一般 一般 较好 较差', ['不可推荐优秀', '原则上基本称职或不称职']],
  戊: ['一般 较差 好 较好', ['不可推荐优秀']],
  己: ['较差 较差 较差 较差', ['不可推荐优秀', '原则上基本称职或不称职', '可直接确定为不称职']],
  庚: ['不确定 一般 一般 较好', ['不可推荐优秀', '原则上基本称职或不称职？']],
  辛: ['好 好 不确定 不确定', ['可推荐优秀？', '比例内可优先确定为优秀？']],
  壬: ['较好 较好 较好 较好', ['不可推荐优秀']],
  癸: ['不确定 不确定 不确定 较差', ['不可推荐优秀', '原则上基本称职或不称职？', '可直接确定为不称职？']],
};
const years = Object.fromEntries(Object.entries(EXAMPLES).map(([name, [year]]) => [name, year]));

test('the worked examples of the rules come out of four 审定表', async () => {
  const workbook = yearBook(years);
  const { annual } = await runAnnual(workbook);
  const kinds = annual.people.map(({ name, hints }) => [
    name,
    hints.map(({ kind, needsConfirmation }) => `${kind}${needsConfirmation ? '？' : ''}`),
  ]);
  expect(kinds).toEqual(Object.entries(EXAMPLES).map(([name, [, hints]]) => [name, hints]));
});

test('考核设置 decides what is 较多 and what half is counted of', async () => {
  const settings = [
    ['年度“好等次较多”的标准', '至少1次'],
    ['年度“超过一半”的基数', '固定4个季度'],
  ];
  const workbook = yearBook({ 丙: '好 较好 较好 较好', 庚: '不确定 一般 一般 较好' }, { 考核设置: settings });
  const { annual } = await runAnnual(workbook);
  expect(annual.people.map(({ hints }) => hints.map(({ kind }) => kind))).toEqual([['可推荐优秀'], ['不可推荐优秀']]);
  expect(await shown(workbook, SHEET, 'A9')).toEqual([
    [
      '推荐优秀：从当年平时考核“好”等次较多（至少1次）且无一般、较差等次的人员中产生；均为“好”的可在规定比例内优先确定（四·1）。',
    ],
  ]);
});

test('the sheet shows the quarters and their counts live', async () => {
  const workbook = yearBook(years);
  await runAnnual(workbook);
  const rows = await shown(workbook, SHEET, 'B5:M14');
  expect(rows[0]).toEqual(['办公室', '甲', '科员', '好', '好', '好', '好', 4, 0, 0, 0, 0]);
  expect(rows[9]).toEqual(['办公室', '癸', '科员', '不确定等次', '不确定等次', '不确定等次', '较差', 0, 0, 0, 1, 3]);
});

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
  [1, '济宁市商务局', '外贸科', '李军', '科员', '2018.03', '公务员'],
  [2, '济宁市商务局', '办公室', '王伟', '科员', '2018.03', '公务员'],
  [3, '济宁市商务局', '外资科', '王伟', '科员', '2018.03', '公务员'],
];
const codes = ({ problems }: AnnualPreview) => problems.map(({ code }) => code);

describe('a person is followed through the year', () => {
  const quarter = (name: string, ...lines: readonly Line[]) => ({ [name]: reviewSheet(name, lines) });
  const book = (...quarters: readonly Record<string, CellInput[][]>[]) =>
    workbookOf(Object.assign({ 人员名册: ROSTER }, ...quarters) as Record<string, CellInput[][]>);

  test('into another 科室, by the roster, with a note', async () => {
    const workbook = book(
      quarter('2020Q1', ['办公室', '李军', '好']),
      quarter('2020Q2', ['外贸科', '李 军', '较好']),
      quarter('2020Q3', ['外贸科', '李军', '好']),
      quarter('2020Q4', ['外贸科', '李军', '好']),
    );
    const preview = await runAnnual(workbook);
    expect(codes(preview)).toContain('ANNUAL_DEPARTMENT_CHANGED');
    expect(preview.annual.people.map(({ department, name }) => `${department}${name}`)).toEqual(['外贸科李军']);
    expect(await shown(workbook, SHEET, 'B5:L6')).toEqual([
      ['外贸科', '李军', '科员', '好', '较好', '好', '好', 3, 1, 0, 0],
      ['', '', '', '', '', '', '', '', '', '', ''],
    ]);
  });

  test('namesakes stay apart', async () => {
    const both = (one: string, other: string): Line[] => [
      ['外资科', '王伟', other],
      ['办公室', '王伟', one],
    ];
    const workbook = book(
      quarter('2020Q1', ...both('好', '较差')),
      quarter('2020Q2', ...both('好', '较差').reverse()),
      quarter('2020Q3', ...both('好', '较差')),
      quarter('2020Q4', ...both('好', '较差')),
    );
    await runAnnual(workbook);
    expect(await shown(workbook, SHEET, 'B5:H6')).toEqual([
      ['办公室', '王伟', '科员', '好', '好', '好', '好'],
      ['外资科', '王伟', '科员', '较差', '较差', '较差', '较差'],
    ]);
  });

  test('two of one name on a 审定表 are two, whomever the roster knows', async () => {
    const workbook = book(
      quarter('2020Q1', ['办公室', '李军', '一般'], ['外贸科', '李军', '好']),
      quarter('2020Q2', ['外贸科', '李军', '好']),
      quarter('2020Q3', ['外贸科', '李军', '好']),
      quarter('2020Q4', ['外贸科', '李军', '好']),
    );
    await runAnnual(workbook);
    expect(await shown(workbook, SHEET, 'B5:H6')).toEqual([
      ['外贸科', '李军', '科员', '好', '好', '好', '好'],
      ['办公室', '李军', '科员', '一般', '', '', ''],
    ]);
  });

  test('somebody put in again below the others of a 审定表 is found without the program', async () => {
    const workbook = yearBook({ 甲: '好 好 好 好', 乙: '较好 较好 较好 较好' });
    await runAnnual(workbook);
    const review = sheetOf(workbook, '2020年第二季度审定表');
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(review.name);
        sheet.getRange('7:7').insert('Down');
        sheet.getRange('A7:S7').copyFrom('A5:S5');
        sheet.getRange('A5:S5').clear('Contents');
        await context.sync();
      }),
    );
    expect(await shown(workbook, SHEET, 'E5:H5')).toEqual([['好', '好', '好', '好']]);
  });

  test('a 审定等次 changed or sorted by hand is followed without the program', async () => {
    const workbook = yearBook({ 甲: '好 好 好 好', 乙: '较好 较好 较好 较好' });
    await runAnnual(workbook);
    const review = ReviewPage.on(workbook, '2020年第二季度审定表');
    for (const [row, name, grade] of [
      [4, '乙', '一般'],
      [5, '甲', '好'],
    ] as const) {
      review.sheet.input(row, review.column('name'), name);
      review.sheet.input(row, review.column('decision'), grade);
      review.sheet.input(row, review.find('人员键'), `办公室|${name}`);
    }
    expect(await shown(workbook, SHEET, 'C5:L6')).toEqual([
      ['甲', '科员', '好', '好', '好', '好', 4, 0, 0, 0],
      ['乙', '科员', '较好', '一般', '较好', '较好', 0, 3, 1, 0],
    ]);
  });
});

describe('what is not decided', () => {
  test('counts with its 建议等次, marked, and leaves every hint to be confirmed', async () => {
    const workbook = yearBook({ 甲: '好 好 好 无' });
    ReviewPage.on(workbook, '2020年第四季度审定表').type('甲', 'suggestion', '好');
    const preview = await runAnnual(workbook);
    expect(preview.annual.people[0]?.hints.map(({ kind, needsConfirmation }) => [kind, needsConfirmation])).toEqual([
      ['可推荐优秀', true],
      ['比例内可优先确定为优秀', true],
    ]);
    expect(await shown(workbook, SHEET, 'E5:I5')).toEqual([['好', '好', '好', '好（未审定）', 4]]);
    expect(codes(preview)).toEqual(['ANNUAL_UNDECIDED', 'ANNUAL_PLANS_UNKNOWN']);
  });

  test('is nobody of another unit or who takes no part, whether the register or only the 审定表 says so', async () => {
    const undecided = async (workbook: WorkbookModel) =>
      (await runAnnual(workbook)).problems.flatMap(({ code, message }) => (code === 'ANNUAL_UNDECIDED' ? message : []));
    // 卫东 is assessed elsewhere; 褚强 takes no part.
    expect(await undecided(await decided())).toEqual([]);
    const alone = yearBook({ 甲: '较差 好 好 无', 乙: '好 好 好 好' });
    ReviewPage.on(alone, '2020年第四季度审定表').type('甲', 'suggestion', '由外单位考核');
    const { annual, problems } = await runAnnual(alone);
    expect(problems.map(({ code }) => code)).toEqual(['ANNUAL_PLANS_UNKNOWN']);
    expect(annual.people[0]?.hints).toMatchObject([{ kind: '不可推荐优秀', needsConfirmation: false }]);
  });

  test('comes from the score sheets of a quarter that was not reviewed', async () => {
    const october = { 十月: scoreSheet('2020年10月', [['办公室', '甲', ...all(90)]]) };
    const workbook = yearBook({ 甲: '好 较好 好' }, october);
    workbook.deleteSheet(sheetOf(workbook, '2020年第四季度审定表'));
    const preview = await runAnnual(workbook);
    expect(await shown(workbook, SHEET, 'E5:H5')).toEqual([['好', '较好', '好', '好（未审定）']]);
    expect(codes(preview)).toContain('ANNUAL_QUARTER_UNREVIEWED');
  });

  test('a quarter that is missing counts nowhere and is named', async () => {
    const workbook = yearBook({ 甲: '好 好 好' });
    workbook.deleteSheet(sheetOf(workbook, '2020年第四季度审定表'));
    const preview = await runAnnual(workbook);
    expect(await shown(workbook, SHEET, 'E5:M5')).toEqual([['好', '好', '好', '', 3, 0, 0, 0, 0]]);
    expect(preview.problems.map(({ message }) => message)).toContain(
      '缺少2020年第四季度的审定表，该季度按无结果汇总；请把该季度的审定表放入本工作簿后重新汇总',
    );
  });

  test('特殊情形登记 gives no result for a quarter of which there is nothing else', async () => {
    const { annual, problems } = await runAnnual(await openFixture(GOLDEN));
    const decided = annual.people.filter(({ quarters }) => quarters.some(({ grade }, i) => i !== 2 && grade !== null));
    expect([annual.people.length, decided]).toEqual([19, []]);
    expect(problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
      'ANNUAL_QUARTER_MISSING',
      'ANNUAL_QUARTER_MISSING',
      'ANNUAL_QUARTER_UNREVIEWED',
      'ANNUAL_QUARTER_MISSING',
    ]);
  });

  test('a word that is no 审定等次 is an error', async () => {
    const preview = await runAnnual(yearBook({ 甲: '好 优秀 好 好' }));
    const wrong = preview.problems.find(({ severity }) => severity === 'error');
    expect([wrong?.code, wrong?.sheet, wrong?.cell]).toEqual(['DECISION_UNREADABLE', '2020年第二季度审定表', 'Q5']);
    expect(preview.annual.people[0]?.quarters[1]?.grade).toBeNull();
  });
});

const REGISTER = [
  ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
  ['办公室', '甲', '拒不参加', '2020年11月2日', '', '', '', '会议纪要', '局长', '2020年11月2日'],
];

test('who refuses to take part may not take part in the annual assessment', async () => {
  const workbook = yearBook({ 甲: '好 好 好 不参加考核', 乙: '好 好 好 好' }, { 特殊情形登记: REGISTER });
  const { annual } = await runAnnual(workbook);
  expect(annual.people.map(({ hints }) => hints.map(({ kind }) => kind))).toEqual([
    ['不得参加年度考核'],
    ['可推荐优秀', '比例内可优先确定为优秀'],
  ]);
  const hint = await shown(workbook, SHEET, 'N5');
  expect(hint).toEqual([
    ['不得参加年度考核：经批评教育后仍拒不参加平时考核，当年不得参加年度考核，不能给予其他形式的表彰奖励（五·6）'],
  ]);
});

test('who refuses to take part is on no list for 优秀, and typed as such an error (rule 66)', async () => {
  const workbook = yearBook({ 甲: '好 好 好 好', 乙: '好 好 好 好' }, { 特殊情形登记: REGISTER });
  await runAnnual(workbook);
  sheetOf(workbook, SHEET).input(4, 14, '优秀');
  sheetOf(workbook, SHEET).input(5, 14, '优秀');
  const preview = await runAnnual(workbook);
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, cell }) => `${code} ${cell ?? ''}`)).toEqual(['ANNUAL_REFUSER_PROPOSED O5']);
  const posted = preview.plan.sheets.find(({ sheet }) => sheet.includes('优秀公示附表'));
  expect(JSON.stringify(posted?.blocks).includes('乙')).toBe(true);
  expect(JSON.stringify(posted?.blocks).includes('甲')).toBe(false);
});

test('the lists name who may be proposed, who may not take part and who falls below, with the reason', async () => {
  const workbook = yearBook(
    { 甲: '好 好 好 好', 乙: '好 较好 好 较好', 丙: '一般 一般 较好 较差', 丁: '较好 较好 较好 较好' },
    { 特殊情形登记: REGISTER },
  );
  await runAnnual(workbook);
  const list = await shown(workbook, '2020年度考核参考名单', 'A3:I7');
  expect(list.map((line) => [line[0], line[2], ...line.slice(4, 8)])).toEqual([
    ['名单', '姓名', '第一季度', '第二季度', '第三季度', '第四季度'],
    ['可推荐优秀', '乙', '好', '较好', '好', '较好'],
    ['不得参加年度考核', '甲', '好', '好', '好', '好'],
    ['原则上基本称职或不称职', '丙', '一般', '一般', '较好', '较差'],
    ['', '', '', '', '', ''],
  ]);
  expect(list[1]?.[8]).toBe('“好”2次，共4次，较多且无一般、较差等次（四·1）');
});

describe('on a sheet of an earlier run', () => {
  test('nothing is to be done when nothing changed', async () => {
    const workbook = yearBook(years);
    await runAnnual(workbook);
    const again = await runAnnual(await reopened(workbook));
    expect(again.plan.sheets).toEqual([]);
  });

  test('what was typed stays with its person, and new people come below', async () => {
    const workbook = yearBook({ 甲: '好 好 好 好' });
    await runAnnual(workbook);
    const sheet = sheetOf(workbook, SHEET);
    sheet.input(4, 14, '优秀');
    sheet.input(4, 15, '主持全局重点工作');
    sheet.input(6, 4, '2名');
    const fourth = ReviewPage.on(workbook, '2020年第四季度审定表');
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(fourth.sheet.name).getRange('6:6').insert('Down');
        await context.sync();
      }),
    );
    ['2', '办公室', '乙'].forEach((text, column) => fourth.sheet.input(5, column, text));
    fourth.decide({ 乙: '较好' });
    fourth.sheet.input(fourth.row('乙'), fourth.find('人员键'), '办公室|乙');
    await runAnnual(workbook);
    expect(await shown(workbook, SHEET, 'C5:I6')).toEqual([
      ['甲', '科员', '好', '好', '好', '好', 4],
      ['乙', '', '', '', '', '较好', 0],
    ]);
    expect(await shown(workbook, SHEET, 'O5:P5')).toEqual([['优秀', '主持全局重点工作']]);
    expect((await shown(workbook, SHEET, 'A8:I8'))[0]).toEqual([
      '优秀名额',
      '',
      '',
      '',
      '2名',
      '',
      '',
      '',
      '已拟定优秀1人',
    ]);
    expect((await runAnnual(workbook)).plan.sheets).toEqual([]);
  });

  test('who is proposed as 优秀 stands on the 优秀公示附表 with the year’s grades', async () => {
    const workbook = yearBook({ 甲: '好 好 好 较好', 乙: '好 好 好 好' });
    await runAnnual(workbook);
    sheetOf(workbook, SHEET).input(4, 14, '优秀');
    await runAnnual(workbook);
    expect(await shown(workbook, '2020年度优秀公示附表', 'A3:H5')).toEqual([
      ['序号', '科室', '姓名', '职务', '第一季度', '第二季度', '第三季度', '第四季度'],
      [1, '办公室', '甲', '科员', '好', '好', '好', '较好'],
      ['', '', '', '', '', '', '', ''],
    ]);
    sheetOf(workbook, SHEET).input(4, 14, '称职');
    await runAnnual(workbook);
    expect((await shown(workbook, '2020年度优秀公示附表', 'A4:H4'))[0]).toEqual(['', '', '', '', '', '', '', '']);
  });

  test('a proposal that the year speaks against is a warning with the reason', async () => {
    const workbook = yearBook({ 甲: '好 好 好 一般' });
    await runAnnual(workbook);
    sheetOf(workbook, SHEET).input(4, 14, '优秀');
    const warning = (await runAnnual(workbook)).problems.find(({ code }) => code === 'ANNUAL_PROPOSAL_DOUBTFUL');
    expect([warning?.cell, warning?.message]).toEqual([
      'O5',
      '2020年度汇总表 O5：甲拟定为“优秀”，但有一般、较差等次1次，年度优秀应从无一般、较差等次的人员中产生（四·1）；请核对',
    ]);
  });

  test('a changed 科室 on the roster keeps the person’s row', async () => {
    const workbook = yearBook(
      { 李军: '好 好 好 好' },
      { 人员名册: [ROSTER[0] ?? [], [1, '', '办公室', '李军', '科员', '', '']] },
    );
    await runAnnual(workbook);
    sheetOf(workbook, '人员名册').input(1, 2, '外贸科');
    const preview = await runAnnual(workbook);
    expect(preview.plan.sheets.flatMap(({ insertRows }) => insertRows)).toEqual([]);
    expect(await shown(workbook, SHEET, 'B5:I5')).toEqual([['办公室', '李军', '科员', '好', '好', '好', '好', 4]]);
  });

  test('what was typed over a formula or a note stays, the formula with a warning', async () => {
    const workbook = yearBook({ 甲: '好 好 好 好' });
    await runAnnual(workbook);
    sheetOf(workbook, SHEET).input(4, 13, '已与本人谈话');
    sheetOf(workbook, SHEET).input(7, 0, '本局自拟的说明');
    const preview = await runAnnual(workbook);
    expect(codes(preview)).toContain('TYPED_VALUE_KEPT');
    expect(await shown(workbook, SHEET, 'N5')).toEqual([['已与本人谈话']]);
    expect(await shown(workbook, SHEET, 'A8')).toEqual([['本局自拟的说明']]);
  });

  test('a heading that was changed stops the writing', async () => {
    const workbook = yearBook({ 甲: '好 好 好 好' });
    await runAnnual(workbook);
    sheetOf(workbook, SHEET).input(2, 13, '提示');
    const preview = await runAnnual(workbook);
    expect([preview.refused, preview.plan.sheets]).toEqual([true, []]);
    expect(codes(preview)).toContain('ANNUAL_HEADINGS_MISSING');
  });
});

describe('the year’s plans (R18)', () => {
  const plans = (...lines: CellInput[][]) => ({
    年度工作计划: [['科室', '姓名', '完成日期', '核准人', '备案日期'], ...lines],
  });

  test('are late, without approval or missing', async () => {
    const preview = await runAnnual(
      yearBook(
        { 甲: '好 好 好 好', 乙: '好 好 好 好', 丙: '好 好 好 好', 丁: '好 好 好 好' },
        plans(
          ['办公室', '甲', '', '王局', '2020年2月29日'],
          ['办公室', '乙', '', '王局', '2020年3月1日'],
          ['办公室', '丙', '', '', '2020年2月20日'],
        ),
      ),
    );
    const found = preview.problems.filter(({ code }) => code.startsWith('ANNUAL_PLAN'));
    const due = '应于2020年2月29日前完成，经分管领导核准后报人事科备案（三（二）1）';
    expect(found.map(({ message }) => message)).toEqual([
      `年度工作计划 C2：甲的年度工作计划没有完成日期；${due}`,
      `年度工作计划 C3：乙的年度工作计划没有完成日期；${due}`,
      `年度工作计划 E3：乙的年度工作计划2020年3月1日才备案，不能证明已按期完成；${due}`,
      `年度工作计划 C4：丙的年度工作计划没有完成日期；${due}`,
      `年度工作计划 D4：丙的年度工作计划没有分管领导核准；${due}`,
      '年度工作计划：1人没有列在表上（丁）：年度工作计划应于2020年2月29日前完成，经分管领导核准后报人事科备案（三（二）1）',
    ]);
  });
});
