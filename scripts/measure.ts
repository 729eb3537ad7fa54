/**
 * Time and memory of the command line for small and large workbooks, and how they grow. It prints numbers to compare
 * and judges none of them: a machine may be slow.
 *
 *     npm run measure [-- 19 300 3000]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { largeWorkbook } from './largeWorkbook';

const PEOPLE = [19, 300, 3000];
const root = join(__dirname, '..');

/** Required by the measured process: it leaves its greatest memory, in KB, where PEAK_MEMORY_FILE says. */
const REPORT_MEMORY = `
  const { writeFileSync } = require('node:fs');
  process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));`;

interface Way {
  readonly name: string;
  readonly program: string;
  readonly options: readonly string[];
}

function nodeWay(reporter: string): Way {
  const options = ['--require', reporter, '--require', './scripts/typescript.js', join('src', 'headless', 'cli.ts')];
  return { name: 'node', program: process.execPath, options };
}

// npm itself says where it is to what it runs; without it, Windows knows npm only as a command of its shell.
const npmScript = process.env.npm_execpath;
const npm: Way = {
  name: 'npm run',
  program: npmScript === undefined ? 'npm' : process.execPath,
  options: [...(npmScript === undefined ? [] : [npmScript]), 'run', '--silent', 'kaohe', '--'],
};

interface Run {
  readonly seconds: number;
  /** MB; undefined where another process than the one started does the work. */
  readonly peak: number | undefined;
  /** KB of the workbook written; undefined when none was. */
  readonly output: number | undefined;
  readonly exitCode: number | null;
  readonly complaint: string;
}

async function measure(way: Way, book: string, folder: string): Promise<Run> {
  const output = join(folder, 'output.xlsx');
  const memory = join(folder, 'memory');
  rmSync(output, { force: true });
  rmSync(memory, { force: true });
  const options = [...way.options, 'review', book, '--quarter', '2020Q3', '--out', output];
  const start = performance.now();
  const child = spawn(way.program, options, {
    cwd: root,
    env: { ...process.env, PEAK_MEMORY_FILE: memory },
    shell: way.program === 'npm' && process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): void => {
    child.kill();
  };
  process.once('exit', end);
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.off('exit', end);
  return {
    seconds: (performance.now() - start) / 1000,
    peak: existsSync(memory) ? Number(readFileSync(memory, 'utf8')) / 1024 : undefined,
    output: existsSync(output) ? statSync(output).size / 1024 : undefined,
    exitCode,
    complaint: complaint.trim(),
  };
}

function figure(value: number | undefined, digits: number): string {
  return (value === undefined ? '–' : value.toFixed(digits)).padStart(9);
}

async function main(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-'));
  const times = new Map<number, number>();
  const reporter = join(folder, 'reportMemory.cjs');
  writeFileSync(reporter, REPORT_MEMORY);
  const node = nodeWay(reporter);
  try {
    console.log('   people  by         seconds  peak MB    in KB   out KB  exit');
    for (const people of sizes) {
      const book = join(folder, 'book.xlsx');
      writeFileSync(book, await largeWorkbook(people));
      for (const way of [node, npm]) {
        const run = await measure(way, book, folder);
        if (way === node) times.set(people, run.seconds);
        const figures = [
          figure(run.seconds, 1),
          figure(run.peak, 0),
          figure(statSync(book).size / 1024, 0),
          figure(run.output, 0),
        ];
        console.log(`${figure(people, 0)}  ${way.name.padEnd(9)}${figures.join('')}  ${String(run.exitCode)}`);
        if (run.output === undefined) {
          console.error(run.complaint);
          process.exitCode = 1;
        }
      }
    }
    sizes.slice(1).forEach((people, index) => {
      const fewer = sizes[index] ?? people;
      const ratio = (times.get(people) ?? 0) / (times.get(fewer) ?? 1);
      console.log(
        `time(${String(people)}) / time(${String(fewer)}) = ${ratio.toFixed(1)}, people ${(people / fewer).toFixed(1)}`,
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).map(Number);
if (asked.every((people) => Number.isInteger(people) && people > 0)) {
  void main(asked.length > 0 ? asked : PEOPLE);
} else {
  console.error('用法 usage: npm run measure [-- people …]');
  process.exitCode = 2;
}
