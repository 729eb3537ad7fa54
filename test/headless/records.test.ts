import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/headless/main';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { annex1, annex2 } from '../forms/support/annexForms';
import { annex3, LI, ZHANG, type Cell } from '../forms/support/sheets';
import { workbookOf } from '../excel/support/workbooks';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kaohe-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function check(sheets: Record<string, Cell[][]>, ...options: string[]): Promise<string> {
  const typed = (cell: Cell) => (cell === null || typeof cell === 'object' ? '' : cell);
  const workbook = workbookOf(
    Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows.map((row) => row.map(typed))])),
  );
  const file = join(folder, '五月.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  let out = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      out += String(chunk);
      done();
    },
  });
  await main(['check', file, ...options], stdout, process.stderr, {});
  return out;
}

const SHEETS = {
  李军: [
    ...annex2({ name: '李 军', evaluation: '工作认真。\n建议等次：良好\n签名：王强 2021年6月3日' }),
    [],
    ...annex1({ name: '李 军' }),
  ],
  打分: annex3([ZHANG, LI], { month: '2021年5月' }),
  王强: annex1({ name: '王强', period: '(2020   年   月  日---2020   年   月   日)', tasks: [] }),
};

test('check --json lists the forms of all annexes in tab order, then by position', async () => {
  const answer: unknown = JSON.parse(await check(SHEETS, '--json'));
  expect(answer).toMatchObject({
    forms: [
      {
        annex: 2,
        sheet: '李军',
        range: 'A1:E21',
        department: '外贸科',
        name: '李军',
        month: '2021-05',
        tasks: 2,
        suggestedGrade: null,
      },
      {
        annex: 1,
        sheet: '李军',
        range: 'A23:E41',
        department: '外贸科',
        name: '李军',
        from: '2021-05-03',
        to: '2021-05-07',
        tasks: 2,
      },
      { annex: 3, sheet: '打分', range: 'A1:I7', month: '2021-05', people: 2, rater: null },
      { annex: 1, sheet: '王强', range: 'A1:E19', department: '外贸科', name: '王强', from: null, to: null, tasks: 0 },
    ],
    scores: [{ name: '张三' }, { name: '李四' }],
  });
  expect(answer).toHaveProperty(
    'problems',
    expect.arrayContaining([
      expect.objectContaining({ severity: 'error', code: 'GRADE_WORD', sheet: '李军', cell: 'B19' }),
    ]),
  );
});

test('check tells people of every 附件1 and 附件2 in a line', async () => {
  const lines = (await check(SHEETS)).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '周记实 2',
      '  李军 A23:E41：外贸科 李 军，2021年5月3日—2021年5月7日，任务2项',
      '  王强 A1:E19：外贸科 王强，日期不明，任务0项',
      '备案表 1',
      '  李军 A1:E21：外贸科 李 军，2021年5月，任务2项，建议等次—',
    ]),
  );
});
