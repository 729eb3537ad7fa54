/**
 * Time and memory of collecting the files of single people: so many .xlsx files are read, laid out by 科室 and written
 * into an empty workbook on the embedded host, as in the pane. It prints numbers to compare, and fails when progress or
 * cancelling does not work.
 *
 *     npm run measure:collect [-- 30 300]
 */
import { fork } from 'node:child_process';

import { writeXlsx, type Cell } from 'hucre/xlsx';

import { applyPlan, previewCollect } from '../src/excel';
import { readFiles, type FileSource } from '../src/files';
import { emptyFiling, layoutFiling } from '../src/forms/records/layoutFiling';
import { layoutWeeklyRecord } from '../src/forms/records/layoutWeekly';
import type { FormLayout } from '../src/forms/grid/formSketch';
import { EmbeddedHost } from '../src/host/bridge';
import { connect, withGlobals } from '../src/host/client';
import { WorkbookModel } from '../src/host/workbook/model/workbook';
import { saveWorkbook } from '../src/host/workbook/xlsx';

const FILES = [30, 300];
const PEOPLE_IN_DEPARTMENT = 20;
const TASKS = ['走访重点外贸企业', '办理企业备案登记', '汇总进出口数据', '参加全市稳外贸会议', '撰写调研报告'];
/** What the pane promises: a click on 取消 is noticed within this time. */
const CANCEL_MS = 100;

interface Run {
  readonly files: number;
  readonly forms: number;
  readonly reading: number;
  readonly planning: number;
  readonly writing: number;
  readonly saving: number;
  /** The longest time without progress, ms. */
  readonly longestWait: number;
  /** From the click to the end of reading, ms. */
  readonly cancelled: number;
  /** MB. */
  readonly peak: number;
}

/** The file of one person: a week's record for even numbers, a month's filing for odd ones. */
async function personFile(index: number): Promise<FileSource> {
  const name = `王${String.fromCodePoint(0x4e00 + index)}`;
  const department = `业务${String(Math.floor(index / PEOPLE_IN_DEPARTMENT) + 1)}科`;
  const header = { department, displayName: name, position: '科员', since: '2018-03' };
  const tasks = TASKS.map((progress) => ({ progress, completion: '已完成', finished: '2020年7月9日' }));
  const place = { sheet: '表', row: 0 };
  const layout =
    index % 2 === 0
      ? layoutWeeklyRecord({ header, from: '2020-07-06', to: '2020-07-10', tasks }, place)
      : layoutFiling(
          { ...emptyFiling(header, '2020-07'), goals: '稳外贸', duties: '企业服务', tasks, comment: '工作扎实' },
          place,
        );
  const bytes = await bytesOf(layout);
  return { name: `${department} ${name}.xlsx`, bytes: () => Promise.resolve(bytes) };
}

async function bytesOf({ blocks, merges }: FormLayout): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, column, cells: lines } of blocks) {
    lines.forEach((line, r) => {
      line.forEach((value, c) => {
        if (typeof value === 'string') cells.set(`${String(row + r)},${String(column + c)}`, { value });
      });
    });
  }
  const merged = merges.map(({ row, column, rows, columns }) => ({
    startRow: row,
    startCol: column,
    endRow: row + rows - 1,
    endCol: column + columns - 1,
  }));
  return writeXlsx({ sheets: [{ name: '表', cells, merges: merged }] });
}

async function collectFiles(count: number): Promise<Run> {
  const files = await Promise.all(Array.from({ length: count }, (_, index) => personFile(index)));
  const cancelled = await timeOfCancelling(files);
  const workbook = WorkbookModel.create();
  const client = await connect(new EmbeddedHost(workbook));
  return withGlobals(client, async () => {
    const start = performance.now();
    let last = start;
    let longestWait = 0;
    let calls = 0;
    const read = await readFiles(files, {
      onProgress: () => {
        calls++;
        longestWait = Math.max(longestWait, performance.now() - last);
        last = performance.now();
      },
    });
    if (calls !== count) throw new Error(`progress was told ${String(calls)} times for ${String(count)} files`);
    const readAt = performance.now();
    const { plan, collection } = await previewCollect(read, { as: 'sheets' });
    const plannedAt = performance.now();
    const applied = await applyPlan(plan);
    if (!applied.ok) throw new Error('the plan was not written');
    const writtenAt = performance.now();
    await saveWorkbook(workbook);
    const end = performance.now();
    const forms = collection.weekly.length + collection.filings.length;
    if (forms !== count) throw new Error(`${String(forms)} forms were collected from ${String(count)} files`);
    return {
      files: count,
      forms,
      reading: readAt - start,
      planning: plannedAt - readAt,
      writing: writtenAt - plannedAt,
      saving: end - writtenAt,
      longestWait,
      cancelled,
      peak: process.resourceUsage().maxRSS / 1024,
    };
  });
}

/** Reads the files and clicks 取消 in the midst of it. */
async function timeOfCancelling(files: readonly FileSource[]): Promise<number> {
  const stop = new AbortController();
  let clicked = 0;
  const reading = readFiles(files, {
    signal: stop.signal,
    onProgress: (done) => {
      if (done !== Math.ceil(files.length / 3)) return;
      setTimeout(() => {
        clicked = performance.now();
        stop.abort();
      }, 0);
    },
  });
  const outcome = await reading.then(
    () => 'finished',
    () => 'cancelled',
  );
  if (outcome !== 'cancelled') throw new Error('reading went on after it was cancelled');
  return performance.now() - clicked;
}

/** One run in a process of its own, so that its memory is its own. */
function measured(count: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['--run', String(count)], { execArgv: process.execArgv });
    child.once('message', (run) => {
      // The child is this script.
      resolve(run as Run);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`measuring ${String(count)} files ended with ${String(code)}`));
    });
  });
}

async function main(counts: readonly number[]): Promise<void> {
  const heading = ['files', 'seconds', 'files/s', 'read', 'plan', 'write', 'save', 'wait ms', 'cancel ms', 'peak MB'];
  console.log(heading.map((title) => title.padStart(10)).join(''));
  const seconds: number[] = [];
  for (const count of counts) {
    const run = await measured(count);
    const { reading, planning, writing, saving, longestWait, cancelled, peak } = run;
    const total = (reading + planning + writing) / 1000;
    seconds.push(total);
    const figures = [
      ...[total, count / total, reading / 1000, planning / 1000, writing / 1000, saving / 1000].map((x) =>
        x.toFixed(2),
      ),
      ...[longestWait, cancelled, peak].map((x) => x.toFixed(0)),
    ];
    console.log([String(count), ...figures].map((figure) => figure.padStart(10)).join(''));
    if (cancelled > CANCEL_MS) {
      console.error(`cancelling took ${cancelled.toFixed(0)} ms, more than ${String(CANCEL_MS)}`);
      process.exitCode = 1;
    }
  }
  counts.slice(1).forEach((count, i) => {
    const fewer = counts[i] ?? count;
    const ratio = (seconds[i + 1] ?? 0) / (seconds[i] ?? 1);
    console.log(
      `time(${String(count)}) / time(${String(fewer)}) = ${ratio.toFixed(1)}, files ${(count / fewer).toFixed(1)}`,
    );
  });
}

const [first, ...rest] = process.argv.slice(2);
const asked = (first === '--run' ? rest : process.argv.slice(2)).map(Number);
if (!asked.every((count) => Number.isInteger(count) && count > 2)) {
  console.error('用法 usage: npm run measure:collect [-- files …]');
  process.exitCode = 2;
} else if (first === '--run') {
  void collectFiles(asked[0] ?? 0).then((run) => process.send?.(run));
} else {
  void main(asked.length > 0 ? asked : FILES);
}
