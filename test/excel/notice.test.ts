import { applyPlan, check, previewFinalise, previewNotice, previewObjections, restore } from '../../src/excel';
import type { FinaliseOptions, NoticeOptions, NoticePreview } from '../../src/excel/commands/notice';
import type { Preview } from '../../src/excel/commands/preview';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { unzipSync } from 'fflate';
import { confirmed, decided } from './support/decidedQuarter';
import { printedPages } from './support/printedPages';
import { REVIEW, ReviewPage } from './support/reviewPage';
import { contents, GOLDEN, inExcel, openFixture, reopened, sheetOf, shown } from './support/workbooks';

const AUTUMN = { quarter: '2020Q3', start: '2020-10-12' } as const;
const LISTED = [
  ['办公室', '王建国', '好'],
  ['人事科', '李晓梅', '好'],
  ['外贸科', '张 三', '较好'],
  ['外资科', '赵敏', '一般'],
  ['商贸科', '阿卜杜拉·买买提', '好'],
  ['园区科', '孙伟', '较差'],
  ['财务科', '周丽', '较好'],
  ['机关党委', '陈立', '较好'],
  ['商贸科', '蒋欣', '好'],
  ['园区科', '沈阳', '较好'],
  ['外资科', '杨帆', '好'],
  ['财务科', '朱琳', '好'],
  ['外资科', '王建国', '一般'],
];

const notice = (workbook: WorkbookModel, options: Partial<NoticeOptions> = {}): Promise<NoticePreview> =>
  confirmed(workbook, () => previewNotice({ ...AUTUMN, ...options }));
const objections = (workbook: WorkbookModel, today: string) => confirmed(workbook, () => previewObjections({ today }));
const finalise = (workbook: WorkbookModel, today: string, options: Partial<FinaliseOptions> = {}) =>
  confirmed(workbook, () => previewFinalise({ quarter: '2020Q3', today, ...options }));

const codes = ({ problems }: Pick<Preview, 'problems'>) => problems.map(({ code }) => code);
const messages = ({ problems }: Pick<Preview, 'problems'>) => problems.map(({ message }) => message);
const listed = async (workbook: WorkbookModel, last = 16) =>
  (await shown(workbook, '公示', `B4:E${last}`)).map(([department, name, , grade]) => [department, name, grade]);
const others = (workbook: WorkbookModel, ...own: string[]) =>
  Object.fromEntries(Object.entries(contents(workbook)).filter(([cell]) => !own.some((name) => cell.startsWith(name))));

describe('the public notice of the golden quarter', () => {
  test('lists 科室, 姓名 and grade in the order of the roster, and changes no other sheet', async () => {
    const workbook = await decided();
    const before = contents(workbook);
    const preview = await notice(workbook);
    expect(preview.problems).toEqual([]);
    expect(others(workbook, '公示', '复核登记')).toEqual(before);
    expect(await listed(workbook)).toEqual(LISTED);
    expect((await shown(workbook, '公示', 'A1:A3')).flat()).toEqual([
      '关于2020年第三季度公务员平时考核结果的公示',
      '根据《济宁市商务局公务员平时考核工作方案》，经考核领导小组审定，现将2020年第三季度公务员平时考核结果予以公示。公示期：2020年10月12日至10月14日（3个工作日）。',
      '序号',
    ]);
    expect(await shown(workbook, '公示', 'A17:D22')).toEqual([
      ['如有异议，请于公示期内向考核领导小组办公室（人事科）反映。', '', '', ''],
      ['联系电话：', '', '', ''],
      ['联系地点：', '', '', ''],
      ['', '', '', ''],
      ['', '', '', '济宁市商务局'],
      ['', '', '', '2020年10月12日'],
    ]);
  });

  test('tells no score and no reason in any cell, comment, name, hidden row or column, however the file is read', async () => {
    const workbook = await decided();
    const review = ReviewPage.on(workbook);
    // What somebody may have written beside a name, and what stands on the review itself.
    review.type('周丽', 'name', '周丽（病假12天）');
    review.type('孙伟', 'position', '科员（2020年受警告处分）');
    review.type('沈阳', 'position', '科员 试用期');
    review.type('陈立', 'remark', '警告处分，立案');
    const preview = await notice(workbook, { undetermined: '列出不写原因' });
    expect(codes(preview)).toEqual(['NOTICE_TEXT_TELLS']);
    const sheet = sheetOf(workbook, '公示');
    const cells = [...sheet.data.cells.keys()].map((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return { text: String(sheet.formula(row, column)), column };
    });
    const secret =
      /处分|警告|记过|记大过|降级|撤职|立案|病|事假|请假|试用|挂职|外借|抽调|退休|拒|直接|依据|得分|总分|平均|分数|原因/;
    expect(cells.filter(({ text }) => secret.test(text))).toEqual([]);
    // Numbers are those of the lines, the days and the three days; a total would be another.
    const numbers = cells.flatMap(({ text }) => text.match(/\d+(\.\d+)?/g) ?? []);
    expect([...new Set(numbers)].filter((number) => Number(number) > 18)).toEqual(['2020']);
    expect(numbers.filter((number) => number.includes('.'))).toEqual([]);
    expect(cells.filter(({ text, column }) => text !== '' && (column > 4 || text.startsWith('=')))).toEqual([]);
    const parts = unzipSync(await saveWorkbook(workbook));
    const xml = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8');
    const index = workbook.sheets.findIndex(({ name }) => name === '公示') + 1;
    expect(xml(`xl/worksheets/sheet${index}.xml`)).toContain('<row');
    expect(xml(`xl/worksheets/sheet${index}.xml`)).not.toMatch(/hidden=|legacyDrawing|<dataValidation|<conditional/);
    expect(Object.keys(parts).filter((name) => /comment|threaded/.test(name))).toEqual([]);
    expect(xml('xl/workbook.xml').match(/<definedName[^>]*>[^<]*公示[^<]*/g) ?? []).toEqual([
      expect.stringContaining('_xlnm.Print_Titles'),
    ]);
  });

  test('lists people without a grade only when asked, and never why', async () => {
    const workbook = await decided();
    await notice(workbook, { undetermined: '列出不写原因' });
    const rows = await listed(workbook, 20);
    expect(rows.filter(([, , grade]) => grade === '不确定等次').map(([, name]) => name)).toEqual([
      '吴昊',
      '郑凯',
      '冯涛',
      '韩梅',
    ]);
    expect(rows.map(([, name]) => name)).not.toContain('卫东');
    expect(rows.map(([, name]) => name)).not.toContain('褚强');
  });

  test('is refused while somebody lacks a decision, and says who', async () => {
    const workbook = await decided(['孙伟', '郑凯']);
    const before = contents(workbook);
    const preview = await notice(workbook);
    expect(preview.refused).toBe(true);
    expect(messages(preview)).toEqual([
      `${REVIEW}：还有2人没有审定等次：园区科 孙伟、外贸科 郑凯；请由考核领导小组审定后再公示（三（二）4）`,
    ]);
    expect(contents(workbook)).toEqual(before);
  });

  test('is refused without a 审定表, and over a decision that is none', async () => {
    const empty = await openFixture(GOLDEN);
    expect(codes(await notice(empty))).toEqual(['NOTICE_WITHOUT_REVIEW']);
    const workbook = await decided();
    ReviewPage.on(workbook).decide({ 孙伟: '优秀' });
    expect(codes(await notice(workbook))).toEqual(['DECISION_UNREADABLE']);
  });

  test('keeps the order of 机构 when the 审定表 is sorted by score, and orders by strokes on request', async () => {
    const workbook = await decided();
    const review = ReviewPage.on(workbook);
    const columns = (['department', 'name', 'position', 'decision'] as const).map((id) => review.column(id));
    const rows = review.people.map((who) => review.row(who));
    const cells = rows.map((row) => columns.map((column) => review.value(row, column)));
    cells.reverse().forEach((line, i) => {
      line.forEach((cell, c) => review.sheet.input(rows[i] ?? 0, columns[c] ?? 0, cell));
    });
    await notice(workbook);
    expect(await listed(workbook)).toEqual(LISTED);
    await notice(workbook, { order: '姓氏笔画' });
    expect((await listed(workbook)).map(([, name]) => name)).toEqual([
      '王建国',
      '王建国',
      '孙伟',
      '朱琳',
      '张 三',
      '李晓梅',
      '杨帆',
      '沈阳',
      '周丽',
      '阿卜杜拉·买买提',
      '陈立',
      '赵敏',
      '蒋欣',
    ]);
  });

  test('is printed on A4 upright, one page wide', async () => {
    const workbook = await decided();
    await notice(workbook);
    const layout = await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem('公示');
        pageLayout.load('orientation,paperSize');
        await context.sync();
        return { orientation: pageLayout.orientation, paper: pageLayout.paperSize };
      }),
    );
    expect(layout).toEqual({ orientation: 'Portrait', paper: 'A4' });
    expect(printedPages(sheetOf(workbook, '公示'))).toMatchObject({ wide: 1 });
  });
});

describe('a second notice', () => {
  test('changes nothing when nothing has changed, also after saving', async () => {
    const workbook = await decided();
    await notice(workbook);
    const again = await reopened(workbook);
    expect((await notice(again)).plan.sheets).toEqual([]);
  });

  test('keeps what was typed, and makes room for people who come', async () => {
    const workbook = await decided();
    await notice(workbook);
    const sheet = sheetOf(workbook, '公示');
    sheet.input(17, 2, '0537-1234567');
    sheet.input(18, 2, '商务局三楼301');
    sheet.input(20, 3, '济宁市商务局人事科');
    const preview = await notice(workbook, { start: '2020-09-25', undetermined: '列出不写原因' });
    expect(codes(preview)).toEqual(['NOTICE_CHANGED']);
    expect((await listed(workbook, 20)).length).toBe(17);
    expect(await shown(workbook, '公示', 'A20:D26')).toEqual([
      [17, '外资科', '王建国', '科员'],
      ['如有异议，请于公示期内向考核领导小组办公室（人事科）反映。', '', '', ''],
      ['联系电话：', '', '0537-1234567', ''],
      ['联系地点：', '', '商务局三楼301', ''],
      ['', '', '', ''],
      ['', '', '', '济宁市商务局人事科'],
      ['', '', '', '2020年9月25日'],
    ]);
    expect(sheet.value(1, 0)).toContain('公示期：2020年9月25日至9月28日（3个工作日）');
    // Fewer people again: blank lines, and no frame around them.
    await notice(workbook, { undetermined: '不列' });
    expect((await shown(workbook, '公示', 'A16:E18'))[1]).toEqual(['', '', '', '', '']);
    expect(await listed(workbook)).toEqual(LISTED);
  });

  test('leaves a paragraph that somebody rewrote, and says what its period should be', async () => {
    const workbook = await decided();
    await notice(workbook);
    const own = '经局党组研究，公示如下。公示期：2020年10月12日至10月14日。';
    sheetOf(workbook, '公示').input(1, 0, own);
    expect((await notice(workbook)).problems).toEqual([]);
    const preview = await notice(workbook, { start: '2020-10-13' });
    expect(messages(preview)).toEqual([
      '公示 A2：公示说明是手工改写的，未改动；请自行将公示期改为2020年10月13日至10月15日',
    ]);
    expect(sheetOf(workbook, '公示').value(1, 0)).toBe(own);
  });

  test('is taken back with one step, and is no form for any other command', async () => {
    const workbook = await decided();
    const before = contents(workbook);
    const problems = await inExcel(workbook, async () => (await check()).problems);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewNotice(AUTUMN)).plan);
      if (!applied.ok) throw new Error('not applied');
      expect((await check()).problems).toEqual(problems);
      await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
  });
});

describe('复核登记', () => {
  const OBJECTIONS = '复核登记';
  async function withObjections(lines: readonly (readonly (string | number)[])[]): Promise<WorkbookModel> {
    const workbook = await decided();
    await notice(workbook);
    const sheet = sheetOf(workbook, OBJECTIONS);
    lines.forEach((line, r) => line.forEach((cell, c) => cell !== '' && sheet.input(1 + r, 1 + c, cell)));
    return workbook;
  }

  test('gets the days of answer and marks of what is late, and keeps all that was typed', async () => {
    const workbook = await withObjections([
      ['园区科', '孙伟', '对等次有异议', '2020-10-13'],
      ['外资科', '赵敏', '请复核分数', '2020年10月16日', '', '', '', '王科长', '电话反映'],
      ['财务科', '周丽', '请复核', '2020-10-12', '', '2020-10-20', '维持原等次'],
    ]);
    const preview = await objections(workbook, '2020-10-21');
    const rows = await shown(workbook, OBJECTIONS, 'A2:J4');
    expect(rows.map((row) => [row[0], row[5], row[9]])).toEqual([
      [1, '2020年10月20日', '逾期未答复'],
      [2, '2020年10月23日', '电话反映'],
      [3, '2020年10月19日', '逾期答复'],
    ]);
    expect(rows[1]?.slice(2, 4)).toEqual(['赵敏', '请复核分数']);
    expect(messages(preview)).toEqual([
      '复核登记 C2：孙伟的异议应在2020年10月20日前答复（三（二）5，5个工作日内），已逾期；请尽快答复',
      '复核登记 C3：赵敏的异议收到于2020年10月16日，已过公示期（2020年10月12日至10月14日）；是否受理由考核领导小组决定，请写入复核结果',
    ]);
    expect((await objections(workbook, '2020-10-21')).plan.sheets).toEqual([]);
    sheetOf(workbook, OBJECTIONS).input(1, 6, '2020-10-20');
    sheetOf(workbook, OBJECTIONS).input(1, 7, '维持');
    await objections(workbook, '2020-10-21');
    expect(sheetOf(workbook, OBJECTIONS).value(1, 9)).toBe('');
  });

  test('an objection of 25 September 2020 is answered by 9 October', async () => {
    const workbook = await withObjections([['园区科', '孙伟', '有异议', '2020-09-25']]);
    await notice(workbook, { start: '2020-09-25' });
    await objections(workbook, '2020-10-09');
    expect((await shown(workbook, OBJECTIONS, 'F2:J2')).flat()).toEqual(['2020年10月9日', '', '', '', '']);
  });
});

describe('定稿', () => {
  test('is refused before the notice, while it lasts, and while an objection is open', async () => {
    const workbook = await decided();
    expect(codes(await finalise(workbook, '2020-10-15'))).toEqual(['FINAL_WITHOUT_NOTICE']);
    await notice(workbook);
    const before = contents(workbook);
    const early = await finalise(workbook, '2020-10-14');
    expect(early.refused).toBe(true);
    expect(messages(early)).toEqual([
      '公示：公示期2020年10月12日至10月14日，2020年10月14日尚未期满，不能定稿；请在期满后再定稿（三（二）5）',
    ]);
    expect(contents(workbook)).toEqual(before);
    const register = sheetOf(workbook, '复核登记');
    ['园区科', '孙伟', '有异议', '2020-10-13'].forEach((cell, i) => register.input(1, 1 + i, cell));
    const open = await finalise(workbook, '2020-10-15');
    expect(codes(open)).toEqual(['FINAL_OBJECTION_OPEN']);
    expect(open.plan.sheets).toEqual([]);
    register.input(1, 6, '2020-10-15');
    expect(codes(await finalise(workbook, '2020-10-15'))).toEqual(['FINAL_OBJECTION_OPEN']);
    register.input(1, 7, '维持原等次');
    expect((await finalise(workbook, '2020-10-15')).refused).toBe(false);
  });

  test('writes its line once, and the lists of whom to praise and whom to talk to', async () => {
    const workbook = await decided();
    await notice(workbook);
    const before = contents(workbook);
    const preview = await finalise(workbook, '2020-10-15');
    expect(preview.problems).toEqual([]);
    const line = '定稿：2020年10月15日（公示期2020年10月12日至10月14日已满，无未办结的异议）';
    expect(sheetOf(workbook, REVIEW).value(1, 10)).toBe(line);
    expect(others(workbook, `${REVIEW}!1,10`, '结果运用')).toEqual(before);
    const rows = await shown(workbook, '结果运用', 'B2:H8');
    expect(rows.map((row) => [row[1], row[2], row[4], row[6]])).toEqual([
      ['办公室', '王建国', '好', ''],
      ['人事科', '李晓梅', '好', ''],
      ['商贸科', '阿卜杜拉·买买提', '好', ''],
      ['商贸科', '蒋欣', '好', ''],
      ['外资科', '杨帆', '好', ''],
      ['财务科', '朱琳', '好', ''],
      ['园区科', '孙伟', '较差', ''],
    ]);
    expect(rows[6]?.[5]).toBe('批评教育、警示谈话或离岗培训（四·2）');
    const again = await finalise(workbook, '2020-10-16');
    expect(again.plan.sheets).toEqual([]);
    expect(codes(again)).toEqual(['FINAL_BEFORE', 'FOLLOW_UP_OPEN']);
  });

  test('takes its place above the headings again once somebody has emptied it', async () => {
    const workbook = await decided();
    await notice(workbook);
    await finalise(workbook, '2020-10-15');
    const review = sheetOf(workbook, REVIEW);
    const line = review.value(1, 10);
    review.input(1, 10, '');
    await finalise(workbook, '2020-10-15');
    expect(review.value(1, 10)).toBe(line);
  });

  test('keeps what was typed beside a person, and adds 一般 on request', async () => {
    const workbook = await decided();
    await notice(workbook);
    await finalise(workbook, '2020-10-15');
    const sheet = sheetOf(workbook, '结果运用');
    ['警示谈话', '2020-10-16', '李局长', '本人表示改正', '存档'].forEach((cell, i) => sheet.input(7, 7 + i, cell));
    ReviewPage.on(workbook).decide({ 朱琳: '较好' });
    const preview = await finalise(workbook, '2020-10-16', { includeFair: true });
    expect(codes(preview)).toEqual(['REVIEW_REASON_MISSING', 'FINAL_DIFFERS', 'FINAL_BEFORE']);
    const rows = await shown(workbook, '结果运用', 'A7:L10');
    expect(rows.map((row) => [row[0], row[3], row[5], row[6], row[7], row[10]])).toEqual([
      [6, '朱琳', '好', '审定等次已变，不再适用', '', ''],
      [7, '孙伟', '较差', '批评教育、警示谈话或离岗培训（四·2）', '警示谈话', '本人表示改正'],
      [8, '赵敏', '一般', '批评教育、警示谈话或离岗培训（四·2，视情况）', '', ''],
      [9, '王建国', '一般', '批评教育、警示谈话或离岗培训（四·2，视情况）', '', ''],
    ]);
  });
});
