import {
  applyPlan,
  previewCollect,
  previewReview,
  restore,
  type CollectOptions,
  type CollectPreview,
} from '../../src/excel';
import { readFiles, type ReadFile } from '../../src/files';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { filingFile, readAll, task, weeklyFile } from './support/personFiles';
import { all, contents, inExcel, reopened, scoreSheet, sheetOf, shown, workbookOf } from './support/workbooks';

/** Collects files and confirms the preview. */
async function collectInto(
  workbook: WorkbookModel,
  files: readonly ReadFile[],
  options: CollectOptions,
): Promise<CollectPreview> {
  return inExcel(workbook, async () => {
    const preview = await previewCollect(files, options);
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

const sheetNames = ({ sheets }: WorkbookModel) => sheets.map(({ name }) => name);
const codes = ({ problems }: CollectPreview) => problems.map(({ severity, code }) => `${severity} ${code}`);

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
  [1, '济宁市商务局', '办公室', '张三', '科员', '2018.03', '公务员'],
  [2, '济宁市商务局', '外贸科', '周丽', '科员', '2018.03', '公务员'],
  [3, '济宁市商务局', '外贸科', '李军', '科员', '2018.03', '公务员'],
];

const threeFiles = () =>
  readAll(
    weeklyFile('李军', '2020-07-06', '2020-07-10', [task('报表', '已完成', '7月8日'), task('走访', '进行中')]),
    weeklyFile('周丽', '2020-07-06', '2020-07-10', [task('备案')]),
    weeklyFile('张三', '2020-07-06', '2020-07-10', [task('会务')], { department: '办公室' }),
  );

describe('collecting as sheets', () => {
  test('stacks the forms of each 科室 on a sheet, in the order of the roster', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    await collectInto(workbook, await threeFiles(), { as: 'sheets' });
    expect(sheetNames(workbook)).toEqual(['人员名册', '附件1 办公室', '附件1 外贸科']);
    const names = [await shown(workbook, '附件1 外贸科', 'E4'), await shown(workbook, '附件1 外贸科', 'E23')];
    expect(names).toEqual([[['周丽']], [['李军']]]);
    expect(await shown(workbook, '附件1 外贸科', 'B26:E27')).toEqual([
      [1, '报表', '已完成', '7月8日'],
      [2, '走访', '进行中', ''],
    ]);
    expect(sheetOf(workbook, '附件1 外贸科').data.rowBreaks).toEqual([18]);
  });

  test('is the same twice as once', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    const files = await threeFiles();
    await collectInto(workbook, files, { as: 'sheets' });
    const before = contents(workbook);
    const again = await collectInto(workbook, files, { as: 'sheets' });
    expect(contents(workbook)).toEqual(before);
    expect(again.plan.sheets).toEqual([]);
    expect(codes(again).filter((code) => code.includes('COLLECT'))).toEqual(Array(3).fill('note COLLECT_PRESENT'));
  });

  test('adds what came later on a sheet of its own and leaves the first alone', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    await collectInto(workbook, await threeFiles(), { as: 'sheets' });
    const before = contents(workbook);
    const later = await readAll(weeklyFile('李军', '2020-07-13', '2020-07-17', [task('复核')]));
    await collectInto(workbook, later, { as: 'sheets' });
    expect(sheetNames(workbook)).toEqual(['人员名册', '附件1 办公室', '附件1 外贸科', '附件1 外贸科(2)']);
    expect(contents(workbook)).toMatchObject(before);
  });

  test('can be undone', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    const before = contents(workbook);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewCollect(await threeFiles(), { as: 'sheets' })).plan);
      if (!applied.ok) throw new Error('not applied');
      await restore(applied.restore);
    });
    expect(sheetNames(workbook)).toEqual(['人员名册']);
    expect(contents(workbook)).toEqual(before);
  });

  test('gives back what was read: a form laid out again says the same', async () => {
    const workbook = WorkbookModel.create();
    const filed = {
      goals: '稳外贸\n促消费',
      duties: '企业服务',
      tasks: [task('走访企业', '100%', '2020.7.9')],
      comment: '工作扎实，按时完成',
      suggestedGrade: '较好',
      signer: '王科长',
      signedOn: '2020-08-03',
      statusNote: '',
    };
    const files = await readAll(filingFile('李军', '2020-07', filed));
    await collectInto(workbook, files, { as: 'sheets' });
    const { book } = await inExcel(workbook, () => previewCollect([], { as: 'sheets' }));
    const [original] = files.flatMap((file) => ('book' in file ? file.book.filings : []));
    const [copy] = book.filings;
    const said = (form: typeof copy) => form && { ...form, sheet: '', cells: {}, area: {} };
    expect(said(copy)).toEqual(said(original));
  });

  test('hands more forms to Excel than one request can carry', async () => {
    const files = await readAll(
      ...Array.from({ length: 300 }, (_, i) =>
        weeklyFile(`王${String.fromCodePoint(0x4e00 + i)}`, '2020-07-06', '2020-07-10', [task('报表'), task('走访')]),
      ),
    );
    const workbook = WorkbookModel.create();
    const syncs = await inExcel(workbook, async (host) => {
      const { plan } = await previewCollect(files, { as: 'sheets' });
      const before = host.counters.syncs;
      await applyPlan(plan);
      return host.counters.syncs - before;
    });
    expect(syncs).toBeGreaterThan(1);
    const { book } = await inExcel(workbook, () => previewCollect([], { as: 'sheets' }));
    expect(book.weeklyRecords).toHaveLength(300);
  });
});

describe('score sheets of single raters', () => {
  async function rated(rater: string, score: number | string): Promise<ReadFile[]> {
    const people = [
      ['办公室', '张三', ...all(90)],
      ['外贸科', '李军', score, ...all(80).slice(1)],
    ];
    const workbook = workbookOf({ 测评表: scoreSheet('2020年7月', people) });
    sheetOf(workbook, '测评表').input(2, 0, `评委：${rater}`);
    const bytes = await saveWorkbook(workbook);
    return readFiles([{ name: `${rater}.xlsx`, bytes: () => Promise.resolve(bytes) }]);
  }

  test('get a sheet each, which 季度审定 works on at once', async () => {
    const workbook = WorkbookModel.create();
    const files = [...(await rated('张局长', 80)), ...(await rated('李局长', 90))];
    await collectInto(workbook, files, { as: 'sheets' });
    expect(sheetNames(workbook).slice(1)).toEqual(['附件3 2020年7月 张局长', '附件3 2020年7月 李局长']);
    const { review, book } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    expect(book.forms.map(({ rater }) => rater)).toEqual(['张局长', '李局长']);
    expect(review.people.map(({ name, months }) => [name, months[0]?.total?.toString()])).toEqual([
      ['张三', '90'],
      ['李军', '81'],
    ]);
  });

  test('keep what nobody can read as it stands there, so that it is told of', async () => {
    const workbook = WorkbookModel.create();
    await collectInto(workbook, await rated('张局长', '八十五'), { as: 'rows' });
    const { problems } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    expect(problems.map(({ message }) => message)).toContain(
      '附件3 2020年7月 张局长 B6“八十五”不是有效分数，未计算；请改为数字，如85',
    );
  });

  test('are not collected again after the program has calculated in them', async () => {
    const workbook = WorkbookModel.create();
    const files = await rated('张局长', 80);
    await collectInto(workbook, files, { as: 'sheets' });
    await inExcel(workbook, async () => applyPlan((await previewReview({ quarter: '2020Q3' })).plan));
    const again = await collectInto(workbook, files, { as: 'sheets' });
    expect(again.plan.sheets).toEqual([]);
  });
});

describe('collecting as rows', () => {
  test('puts one line for each task on 收集汇总, with the file it comes from', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    await collectInto(workbook, await threeFiles(), { as: 'rows' });
    expect(sheetNames(workbook)).toEqual(['人员名册', '收集汇总']);
    const rows = await shown(workbook, '收集汇总', 'A1:S5');
    expect(rows[0]?.slice(0, 9)).toEqual([
      '附件',
      '科室',
      '姓名',
      '职务',
      '期间',
      '序号',
      '工作任务进度',
      '完结情况',
      '完结时间',
    ]);
    expect(rows.slice(1).map((row) => [row[1], row[2], row[4], row[5], row[6], row[7], row[8], row[18]])).toEqual([
      ['办公室', '张三', '2020年7月6日至2020年7月10日', '1', '会务', '已完成', '', '张三 2020-07-06.xlsx'],
      ['外贸科', '周丽', '2020年7月6日至2020年7月10日', '1', '备案', '已完成', '', '周丽 2020-07-06.xlsx'],
      ['外贸科', '李军', '2020年7月6日至2020年7月10日', '1', '报表', '已完成', '7月8日', '李军 2020-07-06.xlsx'],
      ['外贸科', '李军', '2020年7月6日至2020年7月10日', '2', '走访', '进行中', '', '李军 2020-07-06.xlsx'],
    ]);
  });

  test('finds the sheet by its headings: renamed, moved columns, own columns, sorted lines', async () => {
    const workbook = workbookOf({ 人员名册: ROSTER });
    const files = await threeFiles();
    await collectInto(workbook, files, { as: 'rows' });
    const sheet = sheetOf(workbook, '收集汇总');
    workbook.renameSheet(sheet, '七月');
    sheet.insertCells({ row: 0, column: 0, rows: 1_048_576, columns: 1 }, 'Right');
    sheet.input(0, 0, '核对人');
    sheet.input(4, 0, '赵');
    swapRows(sheet, 3, 4);
    const before = contents(workbook);
    const again = await collectInto(workbook, files, { as: 'rows' });
    expect(again.plan.sheets).toEqual([]);
    const later = await readAll(weeklyFile('李军', '2020-07-13', '2020-07-17', [task('复核')]));
    await collectInto(workbook, later, { as: 'rows' });
    expect(contents(workbook)).toMatchObject(before);
    expect((await shown(workbook, '七月', 'A6:H6'))[0]).toEqual([
      '',
      '附件1',
      '外贸科',
      '李军',
      '科员',
      '2020年7月13日至2020年7月17日',
      '1',
      '复核',
    ]);
  });

  test('takes a line that somebody changed for a contradiction', async () => {
    const workbook = WorkbookModel.create();
    const files = await readAll(weeklyFile('李军', '2020-07-06', '2020-07-10', [task('报表')]));
    await collectInto(workbook, files, { as: 'rows' });
    sheetOf(workbook, '收集汇总').input(1, 6, '报表（已核）');
    const again = await collectInto(workbook, files, { as: 'rows' });
    expect(again.plan.sheets).toEqual([]);
    expect(codes(again)).toEqual(['error COLLECT_CONTRADICTION']);
    expect(again.collection.contradictions.map(({ places }) => places.map(({ cell }) => cell))).toEqual([
      ['2行', 'A1:E19'],
    ]);
  });

  test.each([
    [
      'a heading is gone',
      (workbook: WorkbookModel) => sheetOf(workbook, '收集汇总').input(0, 7, ''),
      'COLLECTED_SHEET_UNUSABLE',
    ],
    [
      'it is protected',
      (workbook: WorkbookModel) => {
        sheetOf(workbook, '收集汇总').data.protection = { sheet: true };
      },
      'COLLECTED_SHEET_PROTECTED',
    ],
  ])('writes nothing while %s', async (_, damage, code) => {
    const workbook = WorkbookModel.create();
    await collectInto(workbook, await readAll(weeklyFile('李军', '2020-07-06', '2020-07-10', [task('报表')])), {
      as: 'rows',
    });
    damage(workbook);
    const later = await readAll(weeklyFile('李军', '2020-07-13', '2020-07-17', [task('复核')]));
    const preview = await inExcel(workbook, () => previewCollect(later, { as: 'rows' }));
    expect(preview).toMatchObject({ refused: true, plan: { sheets: [] } });
    expect(codes(preview)).toEqual([`error ${code}`]);
  });
});

describe('texts that look like formulas', () => {
  const TEXTS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "'报表",
    '=HYPERLINK("http://a","b")',
    '2020-7-1',
    '007',
    'TRUE',
    '50%',
  ];

  test.each(['sheets', 'rows'] as const)('stay texts, saved and opened again: %s', async (as) => {
    const workbook = WorkbookModel.create();
    const files = await readAll(
      weeklyFile(
        '李军',
        '2020-07-06',
        '2020-07-10',
        TEXTS.map((text) => task(text)),
      ),
    );
    await collectInto(workbook, files, { as });
    for (const each of [workbook, await reopened(workbook)]) {
      const [sheet, address] = as === 'rows' ? ['收集汇总', 'G2:G11'] : ['附件1 外贸科', 'C7:C16'];
      expect((await shown(each, sheet, address)).flat()).toEqual(TEXTS);
      const model = sheetOf(each, sheet);
      expect([...model.data.cells.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);
    }
  });
});

describe('files that cannot be read', () => {
  test('are named, and the others are collected', async () => {
    const workbook = WorkbookModel.create();
    const good = await weeklyFile('李军', '2020-07-06', '2020-07-10', [task('报表')]);
    const files = await readFiles([{ name: '空.xlsx', bytes: () => Promise.resolve(new Uint8Array()) }, good]);
    const preview = await collectInto(workbook, files, { as: 'sheets' });
    expect(preview.problems.map(({ message }) => message)).toEqual([
      '文件“空.xlsx”：是空文件，未读取；请让填表人重新发送',
    ]);
    expect(sheetNames(workbook).slice(1)).toEqual(['附件1 外贸科']);
  });
});

function swapRows(sheet: ReturnType<typeof sheetOf>, a: number, b: number): void {
  for (let column = 0; column < 20; column++) {
    const [first, second] = [sheet.value(a, column), sheet.value(b, column)];
    const put = (row: number, value: string | number | boolean) =>
      sheet.input(row, column, typeof value === 'string' && value !== '' ? `'${value}` : value);
    put(a, second);
    put(b, first);
  }
}
