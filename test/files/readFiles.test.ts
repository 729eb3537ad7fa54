import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { applyPlan, previewCollect } from '../../src/excel';
import { readFiles, type FileSource, type ReadFile } from '../../src/files';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { all, contents, GOLDEN, inExcel, scoreSheet, workbookOf } from '../excel/support/workbooks';

const fixture = (name: string) => join(__dirname, '../fixtures', name);
const fileOf = (name: string, bytes: Uint8Array): FileSource => ({ name, bytes: () => Promise.resolve(bytes) });

async function scoreFile(name: string, person: string): Promise<FileSource> {
  const workbook = workbookOf({ 测评表: scoreSheet('2020年7月', [['办公室', person, ...all(90)]]) });
  return fileOf(name, await saveWorkbook(workbook));
}

const said = (file: ReadFile) =>
  'book' in file
    ? file.book.scores.map(({ row, total }) => `${row.name} ${total?.toString() ?? '-'}`)
    : file.problem.code;

describe('files that somebody chose', () => {
  test('are read one after the other, and one that cannot be read does not stop the others', async () => {
    const lost: FileSource = { name: '已移动.xlsx', bytes: () => Promise.reject(new Error('ENOENT')) };
    const files = [
      await scoreFile('张局长.xlsx', '张三'),
      fileOf('空.xlsx', new Uint8Array()),
      fileOf('加密.xlsx', readFileSync(fixture('xlsx/encrypted.xlsx'))),
      fileOf('旧.xls', readFileSync(fixture('xlsx/legacy.xls'))),
      lost,
      await scoreFile('李局长.xlsx', '李四'),
    ];
    const read = await readFiles(files);
    expect(read.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(read.map(said)).toEqual([
      ['张三 90'],
      'FILE_EMPTY',
      'FILE_ENCRYPTED',
      'FILE_LEGACY_XLS',
      'FILE_UNREACHABLE',
      ['李四 90'],
    ]);
  });

  test('of one name out of several folders are numbered', async () => {
    const file = await scoreFile('附件3.xlsx', '张三');
    expect((await readFiles([file, file, file])).map(({ name }) => name)).toEqual([
      '附件3.xlsx',
      '附件3.xlsx（2）',
      '附件3.xlsx（3）',
    ]);
  });

  test('that cannot be read are named with what to do', async () => {
    const [read] = await readFiles([fileOf('李军 周记实.xls', readFileSync(fixture('xlsx/legacy.xls')))]);
    expect(read).toMatchObject({
      problem: {
        severity: 'error',
        sheet: null,
        message: '文件“李军 周记实.xls”：是旧的 .xls 格式，未读取；请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”',
      },
    });
  });

  test('may be paths in Node', async () => {
    const [read] = await readFiles([{ name: '2020Q3.xlsx', bytes: () => readFile(GOLDEN) }]);
    expect(read !== undefined && 'book' in read ? read.book.forms.map(({ month }) => month) : read).toEqual([
      '2020-07',
      '2020-08',
      '2020-09',
    ]);
  });

  test('may come one by one, their number being unknown until the last', async () => {
    async function* stream(): AsyncGenerator<FileSource> {
      yield await scoreFile('a.xlsx', '张三');
      yield await scoreFile('b.xlsx', '李四');
    }
    const calls: unknown[] = [];
    const read = await readFiles(stream(), { onProgress: (...call) => calls.push(call) });
    expect(read.map(said)).toEqual([['张三 90'], ['李四 90']]);
    expect(calls).toEqual([
      [1, null, 'a.xlsx'],
      [2, null, 'b.xlsx'],
    ]);
  });
});

describe('progress', () => {
  test('is told after each file, and the page gets its turn before the next', async () => {
    const file = await scoreFile('表.xlsx', '张三');
    const order: string[] = [];
    const files = ['a', 'b', 'c'].map((name) => ({
      name,
      bytes: () => {
        order.push(`read ${name}`);
        return file.bytes();
      },
    }));
    await readFiles(files, {
      onProgress: (done, total, name) => {
        order.push(`${done}/${String(total)} ${name}`);
        // What a page does on its next turn, e.g. painting the bar.
        setTimeout(() => order.push(`painted ${name}`), 0);
      },
    });
    expect(order).toEqual([
      'read a',
      '1/3 a',
      'painted a',
      'read b',
      '2/3 b',
      'painted b',
      'read c',
      '3/3 c',
      'painted c',
    ]);
  });
});

describe('cancelling', () => {
  test('stops within a tenth of a second, and no further file is opened', async () => {
    const file = await scoreFile('表.xlsx', '张三');
    let opened = 0;
    const files = Array.from({ length: 300 }, (_, i) => ({
      name: `${i}.xlsx`,
      bytes: () => {
        opened++;
        return file.bytes();
      },
    }));
    const cancel = new AbortController();
    let cancelled = 0;
    const reading = readFiles(files, { signal: cancel.signal });
    setTimeout(() => {
      cancelled = performance.now();
      cancel.abort();
    }, 50);
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - cancelled).toBeLessThan(100);
    const openedThen = opened;
    expect(openedThen).toBeLessThan(300);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(opened).toBe(openedThen);
  });

  test('leaves a file behind that never comes', async () => {
    const cancel = new AbortController();
    const reading = readFiles([{ name: '网络盘.xlsx', bytes: () => new Promise<Uint8Array>(() => undefined) }], {
      signal: cancel.signal,
    });
    cancel.abort(new Error('已取消'));
    await expect(reading).rejects.toThrow('已取消');
  });

  test('before the start reads nothing', async () => {
    const bytes = jest.fn();
    await expect(readFiles([{ name: 'a.xlsx', bytes }], { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(bytes).not.toHaveBeenCalled();
  });
});

describe('a file that holds what nobody types', () => {
  /** A score file whose first score is these letters in the file. */
  async function withScore(name: string, written: string): Promise<FileSource> {
    const parts = unzipSync(await (await scoreFile(name, '王五')).bytes());
    const path = Object.keys(parts).find((each) => /worksheets\/[^/]+\.xml$/.test(each)) ?? '';
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    const changed = xml.replace('<v>90</v>', `<v>${written}</v>`);
    if (changed === xml) throw new Error('there is no score of 90');
    return fileOf(name, zipSync({ ...parts, [path]: strToU8(changed) }));
  }

  const NUMBERS = {
    '太大.xlsx': '1e999',
    '最大.xlsx': '1.7976931348623157E+308',
    '最小.xlsx': '5e-324',
    '负数.xlsx': '-1e300',
    '很长.xlsx': '9'.repeat(5000),
    '很细.xlsx': `85.${'3'.repeat(5000)}`,
    '不是数.xlsx': 'NaN',
    '无穷.xlsx': 'Infinity',
    '十六进制.xlsx': '0x50',
  };

  test('stops none of the others, when it is read or when it is taken over', async () => {
    const whole = await (await scoreFile('半截.xlsx', '赵六')).bytes();
    const files = [
      await scoreFile('张局长.xlsx', '张三'),
      ...(await Promise.all(Object.entries(NUMBERS).map(([name, written]) => withScore(name, written)))),
      fileOf('半截.xlsx', whole.subarray(0, whole.length / 2)),
      fileOf(
        '乱码.xlsx',
        Uint8Array.from(whole, (byte, i) => (i > 60 && i % 7 === 0 ? byte ^ 0x5a : byte)),
      ),
      fileOf('空白.xlsx', new Uint8Array()),
      fileOf(`${'长'.repeat(300)}.xlsx`, new Uint8Array([1, 2, 3])),
      fileOf("..\\'[名]:*?\u202e.xlsx", await (await scoreFile('名.xlsx', '钱七')).bytes()),
      await scoreFile('李局长.xlsx', '李四'),
    ];
    const read = await readFiles(files);
    const people = read.map((file) =>
      'book' in file ? file.book.scores.map(({ row }) => row.name).join() : file.problem.code,
    );
    expect(people.slice(0, 10)).toEqual(['张三', ...Object.keys(NUMBERS).map(() => '王五')]);
    expect(people.slice(10)).toEqual([
      'FILE_DAMAGED',
      expect.stringMatching(/^FILE_/),
      'FILE_EMPTY',
      'FILE_NOT_XLSX',
      '钱七',
      '李四',
    ]);

    const workbook = WorkbookModel.create();
    await inExcel(workbook, async () => {
      const preview = await previewCollect(read, { as: 'sheets' });
      expect(preview.refused).toBe(false);
      const applied = await applyPlan(preview.plan);
      expect(applied.ok).toBe(true);
    });
    const taken = Object.values(contents(workbook));
    expect(taken).toEqual(expect.arrayContaining(['张三', '钱七', '李四']));
  });

  test('that the program itself fails on is told by its name', async () => {
    const cyclic = await scoreFile('出错.xlsx', '王五');
    const failing = {
      ...DEFAULT_SETTINGS,
      get rounding(): never {
        throw new Error('planted');
      },
    };
    const read = await readFiles([cyclic], { settings: failing });
    expect(read.map(said)).toEqual(['FILE_FAILED']);
  });
});
