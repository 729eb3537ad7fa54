/**
 * Runs Microsoft's samples for Excel (the folder `samples/excel` of OfficeDev/office-js-snippets) on the embedded host,
 * every function on a workbook of its own, and tells which work and what the others lack.
 *
 *     npm run samples -- FOLDER [--report FILE]
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runSnippet, type Finding, type Outcome } from './samples/run';
import { readSnippet } from './samples/snippet';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { report: { type: 'string' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: npm run samples -- FOLDER [--report FILE]');
  process.exit(2);
}

const OUTCOMES: readonly Outcome[] = ['works', 'refused', 'blocked', 'outside', 'wrongly refused', 'silently wrong'];

async function run(root: string, report: string | undefined): Promise<void> {
  const findings: Finding[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const snippet = readSnippet(relative(root, join(root, file)), join(root, file));
    if (snippet) findings.push(...(await runSnippet(snippet)));
  }
  for (const outcome of ['functions', ...OUTCOMES]) {
    const count = findings.filter((finding) => outcome === 'functions' || finding.outcome === outcome).length;
    console.log(`${outcome.padEnd(20)} ${count}`);
  }
  const lines = findings.map(({ snippet, function: name, outcome, reason }) =>
    [snippet, name, outcome, reason].join('\t'),
  );
  if (report !== undefined) writeFileSync(report, lines.join('\n'));
  else for (const line of lines.filter((one) => /\t(?:wrongly refused|silently wrong)\t/.test(one))) console.log(line);
}

void run(folder, options.report).then(() => process.exit());
