import { applyPlan, explainPerson, previewRegisters } from '../../src/excel';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { annex2 } from '../forms/support/annexForms';
import {
  all,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  workbookOf,
} from './support/workbooks';

/** 考核记实 (R03) beside the scores, and a 立案 that nobody registered (R07). */

const LOG = ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'];
const CASES = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];
const PEOPLE = [
  ['办公室', '李军', ...all(80)],
  ['外贸科', '赵敏', ...all(90)],
];

/** A scored third quarter with these sheets beside it. */
const quarter = (more: Readonly<Record<string, readonly (readonly CellInput[])[]>>) =>
  workbookOf({
    '7月': scoreSheet('2020年7月', PEOPLE),
    '8月': scoreSheet('2020年8月', PEOPLE),
    '9月': scoreSheet('2020年9月', PEOPLE),
    ...more,
  });
const log = (...lines: CellInput[][]) => ({ 考核记实: [LOG, ...lines] });
const register = (...lines: CellInput[][]) => ({ 特殊情形登记: [CASES, ...lines] });
const roster = (note: string) => ({
  人员名册: [
    ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
    [1, '市商务局', '办公室', '李军', '科员', '2018.03', '公务员', note],
    [2, '市商务局', '外贸科', '赵敏', '科员', '2018.03', '公务员', ''],
  ],
});
/** 附件2 of 李军 with a 未确定等次或不参加考核情况说明. */
const filing = (month: string, status: string): CellInput[][] =>
  annex2({ department: '办公室', name: '李军', month: `(${month})`, status }).map((line) =>
    line.map((cell) => (typeof cell === 'object' ? '' : cell)),
  );

/** Where the review of a quarter misses an entry. */
async function missed(workbook: WorkbookModel, of = '2020Q3'): Promise<string[]> {
  const { problems } = await runReview(workbook, of);
  const found = problems.filter(({ code }) => code === 'CASE_NOT_REGISTERED');
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  return found.map(({ sheet, cell }) => `${sheet} ${cell}`);
}

describe('考核记实 beside the score', () => {
  const evidence = () =>
    quarter(
      log(
        ['2020-07-06', '办公室', '李军', '投诉', '办证等候过久', '12345工单'],
        ['2020年6月30日', '办公室', '李军', '群众测评', '满意率95%', ''],
        ['2020-08-14', '', '李军', '急难险重', '防汛值守', ''],
      ),
    );

  test('a month’s entries stand in the derivation with cell and clause, and nobody else’s', async () => {
    const workbook = await reopened(evidence());
    const { people } = await inExcel(workbook, () => explainPerson({ quarter: '2020Q3', person: '李军' }));
    const texts = people.flatMap((each) => each.lines);
    const july = texts.findIndex(({ text }) => text === '2020年7月等次：“较好”');
    expect(texts[july + 1]).toEqual({
      level: 1,
      text: '考核记实（投诉）：2020年7月6日，办证等候过久；来源/依据：12345工单（考核记实 E2，二（一）；不计分，供综合评定）',
      sheet: '考核记实',
      cell: 'E2',
    });
    expect(texts.filter(({ text }) => text.startsWith('考核记实')).map(({ cell }) => cell)).toEqual(['E2', 'E4']);
    const others = await inExcel(workbook, () => explainPerson({ quarter: '2020Q3', person: '赵敏' }));
    expect(others.people.flatMap((each) => each.lines).filter(({ text }) => text.includes('考核记实'))).toEqual([]);
  });

  test('it changes no total, no grade and no reason', async () => {
    const [{ review }, { review: without }] = [await runReview(evidence()), await runReview(quarter({}))];
    expect(review).toEqual(without);
  });

  test('what cannot be read on it is told by the review', async () => {
    const { problems } = await runReview(quarter(log(['7月', '办公室', '李军', '表扬', '', ''])));
    expect(problems.filter(({ code }) => code === 'EVIDENCE_INVALID').map(({ cell }) => cell)).toEqual([
      'A2',
      'D2',
      'E2',
    ]);
  });

  test('the sheet that the program makes is read once it is filled in', async () => {
    const workbook = quarter({});
    await inExcel(workbook, async () => applyPlan((await previewRegisters({ only: '考核记实' })).plan));
    ['2020/7/16', '办公室', '李军', '廉政', '签订廉政承诺书', '机关党委'].forEach((text, column) =>
      sheetOf(workbook, '考核记实').input(1, column, text),
    );
    const { evidence: read, problems } = await runReview(await reopened(workbook));
    expect(read.get('办公室|李军')).toMatchObject([{ date: '2020-07-16', kind: '廉政', cell: 'E2' }]);
    expect(problems.filter(({ code }) => code.startsWith('EVIDENCE'))).toEqual([]);
  });
});

describe('an open 立案 without its entry', () => {
  const opened = ['2020-08-03', '办公室', '李军', '廉政', '被市纪委立案调查', '市纪委函'];

  test('is named with the cell and what to do', async () => {
    const { problems } = await runReview(quarter(log(opened)));
    expect(problems.filter(({ code }) => code === 'CASE_NOT_REGISTERED')).toEqual([
      {
        severity: 'warning',
        code: 'CASE_NOT_REGISTERED',
        sheet: '考核记实',
        cell: 'E2',
        message:
          '考核记实 E2：李军的考核记实写有“被市纪委立案调查”，而特殊情形登记没有相应的登记；请核对：尚未结案的登记“立案调查”（参加考核、不定等次，五·5），已结案而不给予处分的登记“结案不予处分”，没有立案的请在此处写明“未立案”',
      },
    ]);
  });

  test('is found in 备注 of the roster and in 附件2', async () => {
    expect(await missed(quarter(roster('立案调查中')))).toEqual(['人员名册 H2']);
    expect(await missed(quarter({ 备案表: filing('2020年8月', '立案未结') }))).toEqual(['备案表 B21']);
    expect(await missed(quarter({ ...roster(''), 备案表: filing('2020年8月', '试用期') }))).toEqual([]);
  });

  test('is registered by 立案调查 for those days or 结案不予处分 after them, of this person', async () => {
    const entry = (kind: string, from: string, to = '', name = '李军') =>
      register(['', name, kind, from, to, '', '', '决定', '纪检组', from]);
    const within = (entries: Record<string, CellInput[][]>) => missed(quarter({ ...log(opened), ...entries }));
    expect(await within(entry('立案调查', '2020-08-10'))).toEqual([]);
    expect(await within(entry('立案调查', '2020-07-10', '2020-08-20'))).toEqual([]);
    expect(await within(entry('结案不予处分', '2020-11-20'))).toEqual([]);
    expect(await within(entry('立案调查', '2020-05-10', '2020-07-20'))).toEqual(['考核记实 E2']);
    expect(await within(entry('立案调查', '2020-10-09'))).toEqual(['考核记实 E2']);
    expect(await within(entry('结案不予处分', '2020-06-01'))).toEqual(['考核记实 E2']);
    expect(await within(entry('立案调查', '2020-08-03', '', '赵敏'))).toEqual(['考核记实 E2']);
    expect(await within(entry('警告', '2020-08-03'))).toEqual(['考核记实 E2']);
    const earlier = [
      ['', '李军', '立案调查', '2020-02-03', '', '', '', '决定', '纪检组', ''],
      ['', '李军', '结案不予处分', '2020-05-20', '', '', '', '决定', '纪检组', ''],
    ];
    expect(await within(register(...earlier))).toEqual(['考核记实 E2']);
  });

  test('备注 has no date: any entry that lasts in the quarter or begins later registers it', async () => {
    const noted = (from: string, to = '') =>
      missed(
        quarter({ ...roster('立案调查'), ...register(['', '李军', '立案调查', from, to, '', '', '决定', '组', '']) }),
      );
    expect(await noted('2020-02-03')).toEqual([]);
    expect(await noted('2020-10-15')).toEqual([]);
    expect(await noted('2020-02-03', '2020-06-30')).toEqual(['人员名册 H2']);
  });

  test('lasts until a later text says that it is closed, and begins with its day', async () => {
    const closed = ['2020-09-20', '办公室', '李军', '廉政', '立案调查已结案', '市纪委函'];
    expect(await missed(quarter(log(closed, opened)))).toEqual([]);
    expect(await missed(quarter({ ...log(opened), 备案表: filing('2020年9月', '立案调查已结案') }))).toEqual([]);
    const before = ['2020-05-06', ...opened.slice(1)];
    expect(await missed(quarter(log(before)))).toEqual(['考核记实 E2']);
    const after = ['2020-10-09', ...opened.slice(1)];
    expect(await missed(quarter(log(after)))).toEqual([]);
  });

  test('the golden quarter has its entry', async () => {
    expect(await missed(await openFixture(GOLDEN))).toEqual([]);
  });
});
