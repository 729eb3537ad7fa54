import fc from 'fast-check';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { applyPlan, previewScore } from '../../src/excel';
import { contents } from '../excel/support/workbooks';
import { messyFile } from '../messy/support/checking';
import { BASES, copyOf, openBase } from './support/bases';
import { mutate, MUTATION_KINDS, type Mutation } from './support/mutations';
import { judge, readings } from './support/oracle';
import { inExcel, read } from './support/reading';
import type { Book } from '../../src/forms/book/model';

const RUNS = 2000;
const SEED = 20200612;

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...MUTATION_KINDS),
  at: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
});

test('300 mutated workbooks of 附件1 and 附件2: never an exception, and no form is lost without a word', async () => {
  const base = await openBase(messyFile('record-sheets'));
  /** How many forms each sheet holds; undefined for a sheet that is gone. */
  const forms = ({ weeklyRecords, filings }: Book, sheet: string) =>
    [...weeklyRecords, ...filings].filter((record) => record.sheet === sheet).length;
  const original = await read(base);
  expect(original.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const workbook = copyOf(base);
      for (const each of mutations) mutate(workbook, each);
      const book = await read(workbook);
      for (const { name } of workbook.sheets) {
        const warned = book.problems.some(({ sheet, severity }) => sheet === name && severity !== 'note');
        if (forms(book, name) < forms(original, name)) expect({ name, warned }).toEqual({ name, warned: true });
      }
    }),
    { numRuns: 300, seed: SEED },
  );
}, 120_000);

test('150 mutated workbooks: totals are written beside them, and nothing that stood there is changed', async () => {
  const bases = await Promise.all(Object.values(BASES).map(openBase));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bases.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 2 }),
      async (index, mutations) => {
        const [first] = bases;
        const base = bases[index] ?? first;
        if (base === undefined) throw new Error('no base');
        const workbook = copyOf(base);
        for (const each of mutations) mutate(workbook, each);
        const before = contents(workbook);
        const applied = await inExcel(workbook, async () => applyPlan((await previewScore()).plan));
        expect(applied.ok).toBe(true);
        expect(contents(workbook)).toMatchObject(before);
      },
    ),
    { numRuns: 150, seed: SEED },
  );
}, 120_000);

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
}, 240_000);
