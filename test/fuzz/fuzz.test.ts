import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { readWorkbook } from '../../src/excel/snapshot';
import { readBook, type Book } from '../../src/forms/book';
import { EmbeddedHost } from '../../src/host/bridge';
import { connect, withGlobals } from '../../src/host/client';
import type { WorkbookModel } from '../../src/host/workbook/model';
import { BASES, copyOf, openBase } from './bases';
import { mutate, MUTATION_KINDS, type Mutation } from './mutations';
import { judge, readings } from './oracle';

const RUNS = 2000;
const SEED = 20200612;

/** Reads a workbook as the add-in does: through Microsoft's client and the embedded host. */
async function read(workbook: WorkbookModel): Promise<Book> {
  return withGlobals(await connect(new EmbeddedHost(workbook)), () =>
    Excel.run(async (context) => {
      const { snapshot } = await readWorkbook(context);
      return readBook(snapshot, { settings: DEFAULT_SETTINGS });
    }),
  );
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...MUTATION_KINDS),
  at: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
});

test(`${RUNS} mutated workbooks: never an exception, no wrong total and no lost one without a word`, async () => {
  const bases = new Map<string, { workbook: WorkbookModel; before: ReadonlyMap<string, string> }>();
  for (const [name, path] of Object.entries(BASES)) {
    const workbook = await openBase(path);
    const book = await read(workbook);
    const before = readings(workbook, book);
    expect({ name, wrong: judge(before, workbook, [], book), lines: before.size > 1 }).toEqual({
      name,
      wrong: [],
      lines: true,
    });
    bases.set(name, { workbook, before });
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bases.keys()),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (name, mutations) => {
        const base = bases.get(name);
        if (base === undefined) throw new Error(name);
        const workbook = copyOf(base.workbook);
        const reach = mutations.map((each) => mutate(workbook, each));
        const book = await read(workbook);
        expect(judge(base.before, workbook, reach, book)).toEqual([]);
      },
    ),
    { numRuns: RUNS, seed: SEED, endOnFailure: false },
  );
}, 120_000);
