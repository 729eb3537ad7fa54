import { applyPlan, restore } from '../../../src/excel';
import { PROFILES, type ProfileName } from '../../../src/host/profiles';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { decidedAll } from '../support/decidedQuarter';
import { QUARTER_COMMANDS } from '../support/quarterCommands';
import { contents, inExcel } from '../support/workbooks';

/** What the workbook holds after each command, each of which was undone once before it was left to stand. */
async function quarterIn(profile: ProfileName): Promise<Record<string, Record<string, CellInput>>> {
  const workbook: WorkbookModel = await decidedAll();
  const held: Record<string, Record<string, CellInput>> = {};
  for (const [name, preview] of QUARTER_COMMANDS) {
    await inExcel(
      workbook,
      async () => {
        const before = contents(workbook);
        const { plan } = await preview();
        const applied = await applyPlan(plan);
        if (!applied.ok) throw new Error(`${name}: ${applied.problems.map(({ message }) => message).join('\n')}`);
        const restored = await restore(applied.restore);
        expect([name, restored]).toEqual([name, { ok: true, problems: [] }]);
        expect([name, contents(workbook)]).toEqual([name, before]);
        expect((await applyPlan((await preview()).plan)).ok).toBe(true);
      },
      profile,
    );
    held[name] = contents(workbook);
  }
  return held;
}

let expected: Promise<Record<string, Record<string, CellInput>>> | undefined;

test.each((Object.keys(PROFILES) as ProfileName[]).filter((name) => name !== 'reference'))(
  'a quarter from check to year comes out in %s as in the reference',
  async (profile) => {
    expect(await quarterIn(profile)).toEqual(await (expected ??= quarterIn('reference')));
  },
  300_000,
);
