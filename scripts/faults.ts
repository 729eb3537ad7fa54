/**
 * Every writing command, with everything that can go wrong at every request: writes docs/faults.md.
 *
 *     npm run faults [-- 季度审定 封存]
 *     npm run faults -- --keep FOLDER [季度审定 封存]
 *
 * With --keep, what came of each command is kept in the folder and not tried again, so that the whole can be run in
 * pieces; the document is written once all commands are there. After a change of the code, take an empty folder.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_COMMANDS } from '../test/faults/commands';
import { runMatrix } from '../test/faults/matrix';
import type { Run } from '../test/faults/prepared';
import { runsOf, tableOf } from '../test/faults/table';

const words = process.argv.slice(2);
const keep = words.indexOf('--keep');
const folder = keep < 0 ? null : (words.splice(keep, 2)[1] ?? null);
const names = FAULT_COMMANDS.map(({ name }) => name);
const unknown = words.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No such command: ${unknown.join()}. There are ${names.join()}.`);
if (folder !== null) mkdirSync(folder, { recursive: true });

const kept = (name: string): string | null => (folder === null ? null : join(folder, `${name}.json`));
const show = ({ command, fault, at, violation }: Run): void => {
  if (violation !== '') console.log(`${command} · ${fault} · ${at}: ${violation}`);
};

async function main(): Promise<void> {
  const all = new Map<string, readonly Run[]>();
  for (const command of FAULT_COMMANDS) {
    const { name } = command;
    const path = kept(name);
    if (path !== null && existsSync(path)) all.set(name, runsOf(readFileSync(path, 'utf8')));
    else if (words.length === 0 || words.includes(name)) {
      const start = Date.now();
      const runs = await runMatrix(command, { tell: show });
      all.set(name, runs);
      if (path !== null) writeFileSync(path, JSON.stringify(runs));
      console.log(`${name}: ${runs.length} runs, ${Math.round((Date.now() - start) / 1000)} s`);
    }
  }
  const runs = [...all.values()].flat();
  const violations = runs.filter(({ outcome }) => outcome === '违规').length;
  console.log(`${runs.length} runs, ${violations} violations`);
  if (all.size === FAULT_COMMANDS.length) writeFileSync(join(__dirname, '../docs/faults.md'), tableOf(runs));
  process.exitCode = violations === 0 ? 0 : 1;
}

void main();
