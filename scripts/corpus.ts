/**
 * Opens every workbook below a folder, changes one cell, saves, and tells what the saved file has not that the opened
 * one had, in a table. `--report FILE` writes what was found in each file; `--validate` asks Microsoft's validator of
 * each file that was saved, and of the opened one where it has found something: a second or two a workbook.
 *
 *     npm run corpus -- FOLDER [--report FILE] [--validate]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from './corpus/workbook';

const LONGEST = 120_000;
const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm)$/i;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'string' }, validate: { type: 'boolean' } },
});
const [folder] = positionals;
const reportFile = options.report;
const validated = options.validate === true;
if (folder === undefined) {
  console.error('usage: npm run corpus -- FOLDER [--report FILE] [--validate]');
  process.exit(2);
}

function* workbooksIn(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const each = join(path, entry.name);
    if (entry.isDirectory()) yield* workbooksIn(each);
    else if (WORKBOOK.test(entry.name) && !entry.name.startsWith('~$')) yield each;
  }
}

/** A process of its own, so that one that hangs or runs out of memory takes nothing along. */
function start(): ChildProcess {
  return fork(join(__dirname, 'corpus', 'worker.ts'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

let worker = start();

function examine(file: string): Promise<Finding> {
  return new Promise((resolve) => {
    const end = (finding: Finding, restart: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      if (restart) {
        worker.kill('SIGKILL');
        worker = start();
      }
      resolve(finding);
    };
    const failed = (error: string): void =>
      end({ outcome: 'crashed', error, seconds: LONGEST / 1000, memory: 0 }, true);
    const timer = setTimeout(() => failed('unfinished'), LONGEST);
    worker.once('message', (finding: Finding) => end(finding, false));
    worker.once('exit', (code, signal) => failed(`the process ended (${signal ?? String(code)})`));
    worker.send({ file, validated });
  });
}

async function run(root: string): Promise<void> {
  const findings: { file: string; finding: Finding }[] = [];
  if (reportFile !== undefined) writeFileSync(reportFile, '');
  for (const path of workbooksIn(root)) {
    const [file, finding] = [relative(root, path), await examine(path)];
    findings.push({ file, finding });
    // As it goes, so that a run of hours can be read before it ends.
    if (reportFile !== undefined)
      appendFileSync(
        reportFile,
        linesOf(file, finding)
          .map((line) => `${line}\n`)
          .join(''),
      );
    if (findings.length % 100 === 0) console.error(`${findings.length} …`);
  }
  worker.removeAllListeners();
  worker.disconnect();
  const count = (wanted: (finding: Finding) => boolean): number =>
    findings.filter(({ finding }) => wanted(finding)).length;
  const reasons = new Map<string, number>();
  for (const { finding } of findings)
    if (finding.outcome === 'refused') reasons.set(finding.reason, (reasons.get(finding.reason) ?? 0) + 1);
  const lost = (...kinds: string[]): string => {
    const unnamed = (finding: Finding): number =>
      finding.outcome === 'saved' ? finding.unnamed.filter(({ kind }) => kinds.includes(kind)).length : 0;
    const all = findings.reduce((sum, { finding }) => sum + unnamed(finding), 0);
    return `${all} in ${count((finding) => unnamed(finding) > 0)} workbooks`;
  };
  const slowest = [...findings].sort((a, b) => b.finding.seconds - a.finding.seconds)[0];
  const largest = [...findings].sort((a, b) => b.finding.memory - a.finding.memory)[0];
  const rows: [string, string | number][] = [
    ['workbooks', findings.length],
    ['opened and saved', count(({ outcome }) => outcome === 'saved')],
    ...[...reasons].sort().map(([reason, times]): [string, number] => [`refused: ${reason}`, times]),
    ['crashed', count(({ outcome }) => outcome === 'crashed')],
    ['values lost', lost('value')],
    ['formulas or formats of cells lost', lost('formula', 'cell')],
    ['parts lost without being named', lost('part', 'relationship')],
    ['content of parts changed', lost('content')],
    ['elements lost without being named', lost('element')],
    [
      'workbooks with losses that are named',
      count((finding) => finding.outcome === 'saved' && finding.losses.length > 0),
    ],
    [
      'validator findings added',
      `${findings.reduce((sum, { finding }) => sum + addedBy(finding).length, 0)} in ${count((finding) => addedBy(finding).length > 0)} workbooks`,
    ],
    [
      'originals that the validator cannot open',
      count((finding) => finding.outcome === 'saved' && finding.added === 'unopened'),
    ],
    ['slowest', slowest ? `${slowest.finding.seconds.toFixed(1)} s (${slowest.file})` : ''],
    ['largest memory', largest ? `${Math.round(largest.finding.memory)} MB (${largest.file})` : ''],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(40)} ${value}`);
}

function addedBy(finding: Finding): readonly string[] {
  return finding.outcome === 'saved' && finding.added !== 'unopened' ? finding.added : [];
}

function linesOf(file: string, finding: Finding): string[] {
  switch (finding.outcome) {
    case 'crashed':
      return [`${file}\tcrashed\t${finding.error}`];
    case 'refused':
      return [`${file}\trefused\t${finding.reason}\t${finding.detail}`];
    case 'saved':
      return [
        ...finding.unnamed.map(({ kind, detail }) => `${file}\t${kind}\t${detail}`),
        ...finding.losses.map((loss) => `${file}\tnamed\t${loss}`),
        ...(finding.added === 'unopened' ? [`${file}\tunopened\t`] : []),
        ...addedBy(finding).map((text) => `${file}\tvalidator\t${text}`),
      ];
  }
}

void run(folder);
