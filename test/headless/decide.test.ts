import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from '../excel/support/reviewPage';
import { GOLDEN, openFixture, sheetOf, shown } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

const Q3 = ['--quarter', '2020Q3'];

let folder: string;
const at = (name: string) => join(folder, `${name}.xlsx`);

/** What a person does in between: opens a file, types, and saves it under another name. */
async function typed(from: string, to: string, type: (workbook: WorkbookModel) => Promise<void> | void): Promise<void> {
  const workbook = await openFixture(at(from));
  await type(workbook);
  writeFileSync(at(to), await saveWorkbook(workbook));
}

/** The group decides everybody as suggested. */
const decide = async (workbook: WorkbookModel) => {
  const review = await ReviewPage.open(workbook);
  for (const who of review.people) review.decide({ [who]: review.person(who).suggestion });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-decide-'));
  await kaohe('review', GOLDEN, ...Q3, '--out', at('审定'));
  await typed('审定', '已审定', decide);
});
afterAll(() => rmSync(folder, { recursive: true }));

jest.setTimeout(60_000);

/** The workbook lacks both opinions and the group's list, of which the gates warn. */
const LACKING = ['GATE_LACKS', 'GATE_LACKS', 'GATE_LACKS'];

describe('from the decided review to the seal', () => {
  beforeAll(async () => {
    const start = ['--start', '2020-10-12'];
    expect(await kaohe('notice', at('已审定'), ...Q3, ...start, '--out', at('公示'))).toMatchObject({
      code: 0,
      err: '',
    });
    const today = ['--today', '2020-10-15'];
    expect(await kaohe('finalise', at('公示'), ...Q3, ...today, '--out', at('定稿'))).toMatchObject({
      code: 0,
      err: '',
    });
    const by = ['--by', '李娜'];
    expect(await kaohe('seal', at('定稿'), ...Q3, ...today, ...by, '--out', at('封存'))).toMatchObject({ code: 0 });
  });

  test('each step stands in the last file, with its line in 操作记录', async () => {
    const workbook = await openFixture(at('封存'));
    const names = workbook.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['公示', '复核登记', '封存记录', '操作记录']));
    const log = (await shown(workbook, '操作记录', 'A1:B400')).filter(([time]) => time !== '');
    expect([...new Set(log.map(([, command]) => command))]).toEqual(['命令', '季度审定', '公示', '定稿', '封存']);
    expect(log.slice(1).every(([time]) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(String(time)))).toBe(true);
    const signed = (await shown(workbook, REVIEW, 'A24:P60')).flat();
    expect(signed).toEqual(expect.arrayContaining(['封存日期：2020年10月15日', '封存人：李娜']));
  });

  test('verify finds it as it was sealed', async () => {
    const { code, out } = await kaohe('verify', at('封存'), ...Q3, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { quarter: '2020Q3', clean: true, changes: [], problems: [] }]);
  });

  test('after one score was changed, verify says whose and of which month, and ends with 1', async () => {
    await typed('封存', '改分', (workbook) => sheetOf(workbook, '2020年8月测评表').input(4, 2, 60));
    const { code, out, err } = await kaohe('verify', at('改分'), ...Q3);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('  分数：办公室 王建国 2020年8月 政治品质(20%)（已改动，2020年8月测评表 C5：“94”→“60”）\n');
    const answer: unknown = JSON.parse((await kaohe('verify', at('改分'), ...Q3, '--json')).out);
    expect(answer).toMatchObject({
      clean: false,
      changes: [{ section: '分数', object: '办公室 王建国 2020年8月 政治品质(20%)', kind: '已改动' }],
    });
  });

  test('a seal is not put over a change unless it is asked to be renewed', async () => {
    await typed('封存', '改定', (workbook) => ReviewPage.on(workbook).decide({ '办公室 王建国': '较好' }));
    const refused = await kaohe('seal', at('改定'), ...Q3, '--out', at('再封'), '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ refused: true, digest: null });
    expect((await kaohe('seal', at('改定'), ...Q3, '--renew', '--out', at('再封'))).code).toBe(0);
    expect((await kaohe('verify', at('再封'), ...Q3)).code).toBe(0);
  });

  test('finalise waits until the notice has ended and every objection is answered, and writes nothing before', async () => {
    const early = await kaohe('finalise', at('公示'), ...Q3, '--today', '2020-10-14', '--out', at('太早'), '--json');
    expect([early.code, codes(early.out)]).toEqual([1, [...LACKING, 'FINAL_TOO_EARLY']]);
    expect(() => readFileSync(at('太早'))).toThrow();
    await typed('公示', '异议', (workbook) => {
      const headings = sheetOf(workbook, '复核登记');
      const row = [0, 1, 2, 3, 4].find((each) => headings.value(each, 1) === '科室') ?? 0;
      ['外贸科', '张三', '对8月分数有异议', '2020-10-13'].forEach((text, i) => headings.input(row + 1, 1 + i, text));
    });
    const open = await kaohe('finalise', at('异议'), ...Q3, '--today', '2020-10-15', '--out', at('太早'), '--json');
    expect([open.code, codes(open.out)]).toEqual([1, [...LACKING, 'FINAL_OBJECTION_OPEN']]);
    const { code, out } = await kaohe('objections', at('异议'), '--today', '2020-10-21', '--out', at('复核'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      objections: [{ name: '张三', received: '2020-10-13', deadline: '2020-10-20', open: true, overdue: true }],
      problems: [{ code: 'OBJECTION_OVERDUE' }],
    });
    const register = (await shown(await openFixture(at('复核')), '复核登记', 'A1:J10')).flat();
    expect(register).toEqual(expect.arrayContaining(['2020年10月20日', '逾期未答复']));
  });
});

test('notice --json lists the period and of everybody only what a notice may say; the input stays byte for byte', async () => {
  const before = readFileSync(at('已审定'));
  const { code, out } = await kaohe(
    ...['notice', at('已审定'), ...Q3, '--start', '2020-09-25', '--out', at('九月公示'), '--json'],
  );
  const answer: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ quarter: '2020Q3', period: { from: '2020-09-25', to: '2020-09-28' } });
  expect(answer).toHaveProperty('people.0', { department: '办公室', name: '王建国', position: '科员', grade: '好' });
  expect(readFileSync(at('已审定'))).toEqual(before);
});

test('notice is refused while somebody is undecided, says who, and writes nothing', async () => {
  const { code, out } = await kaohe('notice', at('审定'), ...Q3, '--start', '2020-10-12', '--out', at('没有'));
  expect(code).toBe(1);
  expect(out).toContain('还有17人没有审定等次：办公室 王建国');
  expect(out.trimEnd().split('\n').at(-1)).toBe('有错误，没有写文件；请改正后重新运行。');
  expect(() => readFileSync(at('没有'))).toThrow();
});

test('while 操作记录 is protected nothing is written, and it is said why', async () => {
  await typed('已审定', '锁定', (workbook) => {
    sheetOf(workbook, '操作记录').data.protection = { sheet: true };
  });
  const { code, out } = await kaohe('notice', at('锁定'), ...Q3, '--start', '2020-10-12', '--out', at('没有'));
  expect(code).toBe(1);
  expect(out).toContain('操作记录受保护');
  expect(out).toContain('有错误，没有写文件');
  expect(() => readFileSync(at('没有'))).toThrow();
});

test('packet lists who did not simply get what the score gives, and --out writes the sheet', async () => {
  const { code, out } = await kaohe('packet', at('已审定'), ...Q3, '--out', at('纪检'), '--json');
  const answer: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ quarter: '2020Q3', refused: false });
  expect(answer).toHaveProperty(
    'items',
    expect.arrayContaining([
      expect.objectContaining({ name: '周丽', matter: '限制等次', original: '好', result: '较好', clause: '五·5' }),
    ]),
  );
  expect((await openFixture(at('纪检'))).sheetByName('2020年第三季度纪检材料')).toBeDefined();
});

test('readiness tells what lacks before the group meets, and the deadline', async () => {
  const { code, out } = await kaohe('readiness', GOLDEN, ...Q3, '--today', '2020-10-12', '--json');
  const answer: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(answer).toMatchObject({
    quarter: '2020Q3',
    deadline: { literal: '2020-10-10' },
    punctuality: '逾期',
    canMeet: false,
    isDecided: false,
  });
  const report = await kaohe('readiness', GOLDEN, ...Q3, '--today', '2020-10-09');
  expect(report.out).toContain('  还没有2020年第三季度审定表；请先生成审定表\n');
  expect(report.out).not.toContain('审定期限');
});

test('explain goes from the scores to the decision; namesakes are told apart by --department', async () => {
  const { code, out } = await kaohe('explain', at('已审定'), ...Q3, '--name', '张三');
  expect(code).toBe(0);
  expect(out).toContain('    政治品质：80×20%＝16（2020年7月测评表 C7，二（二）共性指标一）\n');
  expect(out).toContain(`  审定等次：“较好”（${REVIEW} Q7）\n`);
  const both: unknown = JSON.parse((await kaohe('explain', GOLDEN, ...Q3, '--name', '王建国', '--json')).out);
  expect(both).toMatchObject({ people: [{ department: '办公室' }, { department: '外资科' }] });
  const one = ['--name', '王建国', '--department', '外资科', '--json'];
  expect(JSON.parse((await kaohe('explain', GOLDEN, ...Q3, ...one)).out)).toMatchObject({
    people: [{ department: '外资科', name: '王建国' }],
  });
});

test('draw writes its record, and draws no second time from its result', async () => {
  await typed('审定', '名册', (workbook) => {
    const roster = sheetOf(workbook, '人员名册');
    const column = [0, 1, 2, 3, 4, 5, 6].find((each) => roster.value(0, each) === '职务') ?? -1;
    for (const row of [3, 5, 6]) roster.input(row, column, '科长');
  });
  const drawing = ['--quarter', '2020Q3', '--count', '1', '--today', '2020-10-09'];
  const { code, out } = await kaohe('draw', at('名册'), ...drawing, '--out', at('抽取'), '--json');
  const answer: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ candidates: [{}, {}, {}], drawn: [{}] });
  const again = await kaohe('draw', at('抽取'), ...drawing, '--out', at('再抽'));
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('不再重复抽取');
});

test('leadership, score and archive write their sheets', async () => {
  expect((await kaohe('leadership', GOLDEN, ...Q3, '--out', at('小组'))).code).toBe(0);
  expect((await openFixture(at('小组'))).sheetByName('考核领导小组')).toBeDefined();
  expect((await kaohe('score', GOLDEN, '--out', at('得分'))).code).toBe(0);
  expect(sheetOf(await openFixture(at('得分')), '2020年7月测评表').value(4, 9)).toBe(92.8);
  const archive = await kaohe('archive', GOLDEN, '--month', '2020-07', '--out', at('归档'), '--json');
  expect(JSON.parse(archive.out)).toMatchObject({ month: '2020-07', lines: [{ annex: '附件3', missing: false }] });
  expect((await openFixture(at('归档'))).sheetByName('归档清单')).toBeDefined();
});

describe('whatif', () => {
  test('counts again with the changes, and says who moved', async () => {
    const changes = ['--change', '办公室/王建国=较好', '--change', '沈阳＝好', '--change', '园区科/孙伟=好'];
    const { code, out } = await kaohe('whatif', GOLDEN, ...Q3, ...changes, '--json');
    const answer: unknown = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toEqual({
      quarter: '2020Q3',
      pool: '全局',
      counts: [
        { grade: '好', before: 6, after: 7 },
        { grade: '较好', before: 4, after: 4 },
        { grade: '一般', before: 2, after: 2 },
        { grade: '较差', before: 1, after: 0 },
      ],
      before: { participants: 17, goodLimit: 6, good: 6, over: 0 },
      after: { participants: 17, goodLimit: 6, good: 7, over: 1 },
      moved: [
        { department: '办公室', name: '王建国', from: '好', to: '较好' },
        { department: '园区科', name: '孙伟', from: '较差', to: '好' },
        { department: '园区科', name: '沈阳', from: '较好', to: '好' },
      ],
      ignored: [],
      problems: [],
    });
    expect((await kaohe('whatif', GOLDEN, ...Q3, ...changes)).out).toContain('现有7人，超出1人');
  });

  test('names who is not counted, and what a rule does not allow', async () => {
    const changes = ['--change', '卫东=好', '--change', '周丽=好'];
    const { code, out } = await kaohe('whatif', GOLDEN, ...Q3, ...changes, '--json');
    expect([code, codes(out)]).toEqual([0, ['WHAT_IF_NOT_COUNTED', 'WHAT_IF_AGAINST_RULE']]);
    expect(JSON.parse(out)).toMatchObject({ ignored: [{ department: '外贸科', name: '卫东' }] });
  });

  test('where the limit is set by 单位, it says that it counts the whole bureau', async () => {
    await typed('审定', '分单位', async (workbook) => {
      const rows = await shown(workbook, '考核设置', 'A1:A40');
      const row = rows.findIndex(([label]) => String(label).includes('计算范围'));
      sheetOf(workbook, '考核设置').input(row, 1, '单位');
    });
    const { out } = await kaohe('whatif', at('分单位'), ...Q3, '--change', '沈阳=好', '--json');
    expect([JSON.parse(out), codes(out)]).toEqual([expect.objectContaining({ pool: '单位' }), ['WHAT_IF_POOL']]);
  });
});

describe('not done: exit code 2, one clear line', () => {
  const out = ['--out', '没有.xlsx'];
  test.each<[string, string[], string]>([
    ['no 审定表 for notice', ['notice', GOLDEN, ...Q3], '没有找到2020年第三季度的审定表'],
    ['no 审定表 for finalise', ['finalise', GOLDEN, ...Q3], '没有找到2020年第三季度的审定表'],
    ['no 审定表 for seal', ['seal', GOLDEN, ...Q3], '没有找到2020年第三季度的审定表'],
    ['no seal for verify', ['verify', GOLDEN, ...Q3], '还没有封存'],
    ['a reading command with --out', ['verify', GOLDEN, ...Q3, ...out], 'verify 没有“--out”这个选项'],
    ['30 February', ['finalise', GOLDEN, ...Q3, '--today', '2020-02-30'], '“2020-02-30”不是日期'],
    ['nobody to explain', ['explain', GOLDEN, ...Q3], 'explain 需要用 --name 指定姓名'],
    ['a stranger', ['explain', GOLDEN, ...Q3, '--name', '钱多多'], '没有“钱多多”；请核对科室和姓名'],
    ['a name with another character', ['explain', GOLDEN, ...Q3, '--name', '赵民'], '没有“赵民”，是否为赵敏？请核对'],
    [
      'a name in another 科室',
      ['explain', GOLDEN, ...Q3, '--name', '赵敏', '--department', '园区科'],
      '没有“园区科 赵敏”，是否为',
    ],
    ['nothing to try', ['whatif', GOLDEN, ...Q3], 'whatif 需要用 --change 指定人员和等次'],
    ['a namesake', ['whatif', GOLDEN, ...Q3, '--change', '王建国=好'], '（办公室 王建国、外资科 王建国）'],
    ['a wrong department', ['whatif', GOLDEN, ...Q3, '--change', '财务科/王建国=好'], '没有“财务科 王建国”'],
    ['no such grade', ['whatif', GOLDEN, ...Q3, '--change', '周丽=优秀'], '“周丽=优秀”看不出是谁'],
    ['two grades', ['whatif', GOLDEN, ...Q3, '--change', '周丽=好', '--change', '周丽=一般'], '给了几个不同的等次'],
    ['a draw without --out', ['draw', GOLDEN, ...Q3, '--count', '1'], 'draw 需要用 --out 指定结果文件'],
    ['a draw of none', ['draw', GOLDEN, ...Q3, ...out, '--count', '0'], '“0”不是人数'],
    ['more than there are', ['draw', GOLDEN, ...Q3, ...out, '--count', '99'], '不能抽取99名'],
    ['a quarter without forms to score', ['score', GOLDEN, '--quarter', '2019Q1'], '没有2019年第一季度的测评表'],
    ['a month without forms to archive', ['archive', GOLDEN, '--month', '2019-01'], '没有可归档的表'],
  ])('%s', async (_, args, message) => {
    const { code, out: text, err } = await kaohe(...args);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(message);
    expect([code, text]).toEqual([2, '']);
  });
});

test('help lists every command in Chinese', async () => {
  const { code, out } = await kaohe('--help');
  expect(code).toBe(0);
  const names = [...out.matchAll(/kaohe -- (\w+) /g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['check', 'review', 'annual', 'forms', 'notice', 'verify', 'whatif']));
});

/** The codes of the problems of a `--json` answer. */
function codes(json: string): unknown[] {
  const answer: unknown = JSON.parse(json);
  if (typeof answer !== 'object' || answer === null || !('problems' in answer)) throw new Error(json);
  const { problems } = answer;
  if (!Array.isArray(problems)) throw new Error(json);
  return problems.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'code' in each ? each.code : null,
  );
}
