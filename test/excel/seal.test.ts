import { applyPlan, previewSeal, verifySeal, type SealCheck, type SealPreview } from '../../src/excel';
import type { CellInput, SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from './support/reviewPage';
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

const QUARTER = '2020Q3';
const named = ({ changes }: SealCheck) => changes.map(({ section, object, kind }) => [section, object, kind]);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

async function seal(
  workbook: WorkbookModel,
  options: { renew?: boolean; sealedOn?: string } = {},
): Promise<SealPreview> {
  return inExcel(workbook, async () => {
    const preview = await previewSeal({ quarter: QUARTER, sealedOn: '2020-10-09', by: '李娜', ...options });
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

const verify = (workbook: WorkbookModel) => inExcel(workbook, () => verifySeal({ quarter: QUARTER }));

/** Everybody is decided as suggested. */
async function decide(workbook: WorkbookModel): Promise<void> {
  const review = await ReviewPage.open(workbook);
  for (const who of review.people) {
    const { suggestion } = review.person(who);
    review.decide({ [who]: suggestion === '' ? '一般' : suggestion });
  }
}

async function goldenSealed(): Promise<WorkbookModel> {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  await decide(workbook);
  await seal(workbook);
  return workbook;
}

const PEOPLE = [
  ['办公室', '张三', ...all(90)],
  ['外贸科', '李军', ...all(80)],
];
const REGISTER: CellInput[][] = [
  ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
  ['外贸科', '李军', '直接确定为好', '2020-08-03', '', '', '季', '会议纪要〔2020〕8号', '王局长', '2020-08-10'],
];

async function smallSealed(): Promise<WorkbookModel> {
  const workbook = workbookOf({
    '7月': scoreSheet('2020年7月', PEOPLE),
    '8月': scoreSheet('2020年8月', PEOPLE),
    '9月': scoreSheet('2020年9月', PEOPLE),
    特殊情形登记: REGISTER,
  });
  await runReview(workbook);
  await decide(workbook);
  await seal(workbook);
  return workbook;
}

describe('the golden quarter', () => {
  test('sealed, saved and opened again, it is verified clean', async () => {
    const workbook = await reopened(await goldenSealed());
    expect(await verify(workbook)).toEqual({ sealed: true, clean: true, changes: [], problems: [] });
  });

  test('the short digest, the date and who sealed stand below the signatures, all digests on 封存记录', async () => {
    const workbook = await goldenSealed();
    const lines = await shown(workbook, REVIEW, 'A34:P45');
    const line = lines.find(([first]) => String(first).startsWith('封存摘要：')) ?? [];
    const [, , , whole] = await shown(workbook, '封存记录', 'A1:D4');
    const digest = String(whole?.[3]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const short = digest
      .slice(0, 16)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1-');
    expect([line[0], line[10], line[15]]).toEqual([`封存摘要：${short}`, '封存日期：2020年10月9日', '封存人：李娜']);
    expect(lines.findIndex(([first]) => first === '制表人：')).toBe(lines.indexOf(line) - 1);
  });

  test('sealed twice, the workbook is the same as sealed once, and the review run again changes nothing', async () => {
    const workbook = await goldenSealed();
    const once = contents(workbook);
    const { plan } = await seal(workbook, { sealedOn: '2020-10-10' });
    expect(plan.sheets).toEqual([]);
    const { problems } = await runReview(workbook);
    expect(contents(workbook)).toEqual(once);
    expect(codes(problems)).not.toContain('SEAL_BROKEN');
  });
});

describe('what changes after the seal is named', () => {
  test('one score: the person and the month', async () => {
    const workbook = await smallSealed();
    sheetOf(workbook, '8月').input(4, 2, 91);
    const check = await verify(workbook);
    expect(named(check)).toEqual([['分数', '办公室 张三 2020年8月 政治品质(20%)', '已改动']]);
    expect(check.changes[0]).toMatchObject({ sheet: '8月', cell: 'C5', before: '90', after: '91' });
    expect(check.clean).toBe(false);
    expect(check.problems.map(({ message }) => message)).toEqual([
      '2020年第三季度封存后“分数”有改动：办公室 张三 2020年8月 政治品质(20%)（已改动，8月 C5：“90”→“91”）；请核对原始材料，确属更正的请说明理由后重新封存（五·2）',
    ]);
  });

  test('one setting', async () => {
    const workbook = await smallSealed();
    const rows = await shown(workbook, '考核设置', 'A1:A20');
    const row = rows.findIndex(([name]) => name === '“好”等次比例上限（%）');
    sheetOf(workbook, '考核设置').input(row, 1, 50);
    expect(named(await verify(workbook))).toEqual([['考核设置', '“好”等次比例上限（%）', '已改动']]);
  });

  test('one decision, and one 备注', async () => {
    const workbook = await smallSealed();
    ReviewPage.on(workbook).decide({ 张三: '较好' });
    ReviewPage.on(workbook).type('李军', 'remark', '补写');
    expect(named(await verify(workbook))).toEqual([
      ['审定', '办公室 张三 审定等次', '已改动'],
      ['审定', '外贸科 李军 备注', '封存后增加'],
    ]);
  });

  test('one special circumstance, with the grade that it changes', async () => {
    const workbook = await smallSealed();
    sheetOf(workbook, '特殊情形登记').input(1, 8, '赵局长');
    expect(named(await verify(workbook))).toEqual([['特殊情形', '外贸科 李军 批准人', '已改动']]);
    sheetOf(workbook, '特殊情形登记').input(1, 8, '王局长');
    sheetOf(workbook, '特殊情形登记').input(1, 2, '试用期');
    expect(named(await verify(workbook))).toEqual([
      ['特殊情形', '外贸科 李军 情形', '已改动'],
      ['等次结果', '外贸科 李军', '已改动'],
    ]);
  });

  test('a person who is added, and a total that is typed over its formula', async () => {
    const workbook = await smallSealed();
    ['外资科', '赵六', ...all(70)].forEach((input, column) => sheetOf(workbook, '9月').input(6, column, input));
    ReviewPage.on(workbook).type('张三', 'mean', 99);
    expect(named(await verify(workbook))).toEqual(
      expect.arrayContaining([
        ['分数', '外资科 赵六 2020年9月 政治品质(20%)', '封存后增加'],
        ['等次结果', '外资科 赵六', '封存后增加'],
        ['审定', '办公室 张三 平均分', '已改动'],
      ]),
    );
  });

  test('a digest of 封存记录, and the one on the 审定表', async () => {
    const workbook = await smallSealed();
    const lines = await shown(workbook, '封存记录', 'A1:D60');
    const row = lines.findIndex(([, , object]) => object === '办公室 张三 2020年7月 政治品质(20%)');
    sheetOf(workbook, '封存记录').input(row, 3, 'a'.repeat(64));
    expect(codes((await verify(workbook)).problems)).toEqual(['SEAL_RECORD_CHANGED']);
    sheetOf(workbook, '封存记录').input(row, 3, String(lines[row]?.[3]));
    const seals = await shown(workbook, REVIEW, 'A1:A40');
    const at = seals.findIndex(([first]) => String(first).startsWith('封存摘要：'));
    sheetOf(workbook, REVIEW).input(at, 0, '封存摘要：0000-0000-0000-0000');
    expect(codes((await verify(workbook)).problems)).toEqual(['SEAL_PRINT_DIFFERS']);
  });
});

describe('what is no change', () => {
  test('rows in another order, on score sheets, 审定表 and 封存记录, and cells in another format', async () => {
    const workbook = await smallSealed();
    swap(workbook, '7月', 4, 5, 9);
    swap(workbook, '封存记录', 3, 9, 4);
    const review = ReviewPage.on(workbook);
    swapLines(sheetOf(workbook, REVIEW), review.row('张三'), review.row('李军'));
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('8月').getRange('C5:I6');
        range.numberFormat = Array.from({ length: 2 }, () => Array.from({ length: 7 }, () => '0.00'));
        range.format.fill.color = '#FFFF00';
        await context.sync();
      }),
    );
    expect(await verify(workbook)).toEqual({ sealed: true, clean: true, changes: [], problems: [] });
  });

  test('a leave of the next quarter; but a 警告 of the same year is told by the grade that it takes', async () => {
    const workbook = await smallSealed();
    const enter = (line: readonly CellInput[]) =>
      line.forEach((input, column) => sheetOf(workbook, '特殊情形登记').input(2, column, input));
    enter(['办公室', '张三', '事假', '2020-11-02', '2020-11-03', 2, '', '假条', '王局长', '2020-11-01']);
    expect((await verify(workbook)).clean).toBe(true);
    enter(['办公室', '张三', '警告', '2020-11-02', '', '', '', '处分决定', '王局长', '2020-11-01']);
    expect(named(await verify(workbook))).toEqual([['等次结果', '办公室 张三', '已改动']]);
  });
});

test('an end that is entered later counts where it lies in the quarter, and not where it lies beyond', async () => {
  const workbook = await smallSealed();
  const register = sheetOf(workbook, '特殊情形登记');
  ['外贸科', '李军', '试用期', '2020-07-01', '', '', '', '通知', '王局长'].forEach((input, c) =>
    register.input(1, c, input),
  );
  await runReview(workbook);
  await decide(workbook);
  await seal(workbook, { renew: true });
  register.input(1, 4, '2021-06-30');
  expect((await verify(workbook)).clean).toBe(true);
  register.input(1, 4, '2020-09-29');
  expect(named(await verify(workbook))[0]).toEqual(['特殊情形', '外贸科 李军 结束日期', '封存后增加']);
});

describe('sealing', () => {
  test('is refused while somebody is not decided, and names them', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    await decide(workbook);
    ReviewPage.on(workbook).decide({ '办公室 王建国': '' });
    const { refused, problems, plan } = await seal(workbook);
    expect(refused).toBe(true);
    expect(plan.sheets).toEqual([]);
    const [refusal] = problems.slice(-1);
    expect(refusal?.code).toBe('SEAL_UNDECIDED');
    expect(refusal?.message).toContain('还有1人没有审定等次：');
  });

  test('needs no decision of whom another unit assesses, which the drop-down cannot give', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    await decide(workbook);
    ReviewPage.on(workbook).decide({ 卫东: '' });
    expect((await seal(workbook)).refused).toBe(false);
  });

  test('again after a change is refused until it is renewed, which keeps the earlier digest', async () => {
    const workbook = await smallSealed();
    const before = (await shown(workbook, '封存记录', 'D4'))[0]?.[0];
    ReviewPage.on(workbook).decide({ 张三: '较好' });
    expect(codes((await seal(workbook)).problems)).toContain('SEAL_EXISTS');
    await seal(workbook, { renew: true, sealedOn: '2020-10-12' });
    expect((await shown(workbook, REVIEW, 'K15:K30')).flat()).toContain('封存日期：2020年10月12日');
    expect((await shown(workbook, '封存记录', 'B5:D5'))[0]).toEqual(['前次封存', '', before]);
    expect((await verify(workbook)).clean).toBe(true);
  });

  test('a sealed review that is run again after a change warns of it', async () => {
    const workbook = await smallSealed();
    sheetOf(workbook, '7月').input(4, 2, 50);
    const { problems } = await runReview(workbook);
    expect(codes(problems)).toContain('SEAL_BROKEN');
  });

  test('without a seal nothing is verified', async () => {
    const workbook = await openFixture(GOLDEN);
    const { sealed, problems } = await verify(workbook);
    expect([sealed, codes(problems)]).toEqual([false, ['SEAL_NONE']]);
  });
});

/** Exchanges what stands in two rows of a sheet, as sorting does. */
function swap(workbook: WorkbookModel, name: string, a: number, b: number, columns: number, from = 0): void {
  const sheet = sheetOf(workbook, name);
  for (let column = from; column < columns; column++) {
    const [first, second] = [sheet.formula(a, column), sheet.formula(b, column)];
    sheet.input(a, column, second);
    sheet.input(b, column, first);
  }
}

/** Sorts two lines: formulas that look at their own row go on doing so. */
function swapLines(sheet: SheetModel, a: number, b: number): void {
  const moved = (content: CellInput, from: number, to: number): CellInput =>
    typeof content === 'string' && content.startsWith('=')
      ? content.replace(new RegExp(`(\\$?[A-Z]{1,3})${from + 1}(?!\\d)`, 'g'), `$1${to + 1}`)
      : content;
  for (let column = 1; column < 60; column++) {
    const [first, second] = [sheet.formula(a, column), sheet.formula(b, column)];
    sheet.input(a, column, moved(second, b, a));
    sheet.input(b, column, moved(first, a, b));
  }
}
