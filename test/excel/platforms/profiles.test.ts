import {
  applyPlan,
  previewAnnual,
  previewArchive,
  previewCheck,
  previewFinalise,
  previewForms,
  previewNotice,
  previewPacket,
  previewReview,
  previewScore,
  previewSeal,
  restore,
} from '../../../src/excel';
import type { Plan } from '../../../src/forms/grid/plan';
import { PROFILES, type ProfileName } from '../../../src/host/profiles';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { decidedAll } from '../support/decidedQuarter';
import { contents, inExcel } from '../support/workbooks';

const QUARTER = '2020Q3';

/** A quarter from its first check to the year, one command after the other. */
const COMMANDS: readonly (readonly [string, () => Promise<{ readonly plan: Plan }>])[] = [
  ['检查', () => previewCheck()],
  ['计算得分', () => previewScore()],
  ['审定', () => previewReview({ quarter: QUARTER })],
  ['公示', () => previewNotice({ quarter: QUARTER, start: '2020-10-12' })],
  ['定稿', () => previewFinalise({ quarter: QUARTER, today: '2020-10-20', includeFair: true })],
  ['封存', () => previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20', by: '李明' })],
  ['纪检材料', () => previewPacket({ quarter: QUARTER })],
  ['制作附件2', () => previewForms({ annex: 2, month: '2020-07', people: { kind: 'all' } })],
  ['归档', () => previewArchive({ month: '2020-07' })],
  ['年度', () => previewAnnual({ year: 2020 })],
];

/** What the workbook holds after each command, each of which was undone once before it was left to stand. */
async function quarterIn(profile: ProfileName): Promise<Record<string, Record<string, CellInput>>> {
  const workbook: WorkbookModel = await decidedAll();
  const held: Record<string, Record<string, CellInput>> = {};
  for (const [name, preview] of COMMANDS) {
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
