/**
 * What each command of a quarter costs in requests to Excel: syncs and bytes, to preview it, to write it and to undo it, and
 * what becomes of Ctrl+Z. It prints numbers to compare, such as before and after a change, and judges none of them.
 *
 *     npm run measure:traffic [-- strict web …]
 */
import { applyPlan, restore } from '../src/excel';
import type { Counters } from '../src/host/wire/counters';
import { profileNamed, type ProfileName } from '../src/host/profiles';
import { decidedAll } from '../test/excel/support/decidedQuarter';
import { QUARTER_COMMANDS } from '../test/excel/support/quarterCommands';
import { GOLDEN, inExcel, openFixture } from '../test/excel/support/workbooks';

/** Commands that a quarter begins with. */
const PLAIN: readonly string[] = ['检查', '计算得分', '审定'];
const USUAL: readonly ProfileName[] = ['reference'];

function line(command: string, doing: string, counters: Readonly<Counters>): string {
  const { syncs, requestBytes, responseBytes, undoRecords, undoClears } = counters;
  const figures = [syncs, requestBytes, responseBytes, undoRecords, undoClears].map((each) =>
    String(each).padStart(11),
  );
  // A Chinese character takes the room of two.
  return `${command}${' '.repeat(14 - 2 * command.length)}${doing.padEnd(9)}${figures.join('')}`;
}

async function measure(profile: ProfileName): Promise<void> {
  console.log(`${profile}\n${' '.repeat(23)}      syncs  bytes sent  bytes back     Ctrl+Z     cleared`);
  // A quarter that is decided has its totals and its 审定表.
  const [plain, decided] = [await openFixture(GOLDEN), await decidedAll()];
  for (const [command, preview] of QUARTER_COMMANDS) {
    const workbook = PLAIN.includes(command) ? plain : decided;
    await inExcel(
      workbook,
      async (host) => {
        const counted = async <T>(doing: string, act: () => Promise<T>): Promise<T> => {
          host.resetCounters();
          const result = await act();
          console.log(line(command, doing, host.counters));
          return result;
        };
        const { plan } = await counted('preview', preview);
        const applied = await counted('write', () => applyPlan(plan));
        if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
        await counted('undo', () => restore(applied.restore));
        await applyPlan((await preview()).plan);
      },
      profile,
    );
  }
}

async function main(names: readonly string[]): Promise<void> {
  const profiles = names.map((name) => profileNamed(name));
  const known = profiles.filter((profile) => profile !== undefined);
  if (known.length < names.length) {
    console.error('用法 usage: npm run measure:traffic [-- profile …]');
    process.exitCode = 2;
    return;
  }
  for (const profile of known.length > 0 ? known : USUAL) await measure(profile);
}

void main(process.argv.slice(2));
