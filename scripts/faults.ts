/**
 * Every writing command, with everything that can go wrong at every request: writes docs/faults.md.
 *
 *     npm run faults [-- 季度审定 封存]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_COMMANDS } from '../test/faults/commands';
import { runMatrix, type Run } from '../test/faults/matrix';
import { tableOf } from '../test/faults/table';

const wanted = process.argv.slice(2);
const commands = FAULT_COMMANDS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const show = ({ command, fault, at, violation }: Run): void => {
  if (violation !== '') console.log(`${command} · ${fault} · ${at}: ${violation}`);
};

void runMatrix(commands, { tell: show }).then((runs) => {
  const violations = runs.filter(({ outcome }) => outcome === '违规').length;
  console.log(`${runs.length} runs, ${violations} violations`);
  if (wanted.length === 0) writeFileSync(join(__dirname, '../docs/faults.md'), tableOf(runs));
  process.exitCode = violations === 0 ? 0 : 1;
});
