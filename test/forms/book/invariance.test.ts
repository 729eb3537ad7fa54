import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import type { SheetSnapshot } from '../../../src/forms/grid/snapshot';
import { goldenSnapshot } from '../support/golden';
import { looksAtCells } from '../support/looks';
import { annex3, HEADING, read, sheet, workbook, type Cell } from '../support/sheets';
import type { Book } from '../../../src/forms/book/model';

const score = fc.integer({ min: 310, max: 1000 }).map((tenths) => tenths / 10);
const people = fc
  .array(fc.tuple(score, score, score, score, score, score, score), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.map((scores, i): Cell[] => [`张${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}`, ...scores, null]));

const permutation = (length: number) =>
  fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length });

const results = (book: Book) =>
  book.scores.map(({ person, month, total }) => `${person?.key} ${month} ${total?.toFraction()}`).sort();
const severe = (book: Book) => book.problems.filter(({ severity }) => severity === 'error');

test('any order of the columns gives the same totals', () => {
  fc.assert(
    fc.property(people, permutation(HEADING.length), (lines, order) => {
      const plain = read(sheet('2020年7月', annex3(lines)));
      const reorder = (row: readonly Cell[]) => order.map((c) => row[c] ?? null);
      const moved = read(sheet('2020年7月', annex3(lines.map(reorder), { heading: reorder(HEADING) })));
      expect(results(moved)).toEqual(results(plain));
      expect(severe(moved)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any order of the rows, and any blank rows between them, give the same totals', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(people, permutation(12), gaps, (lines, order, blank) => {
      const plain = read(sheet('2020年7月', annex3(lines)));
      const rows = order.flatMap((i, at) => {
        const line = lines[i];
        return line === undefined ? [] : [...Array.from({ length: blank[at] ?? 0 }, (): Cell[] => []), line];
      });
      const moved = read(sheet('2020年7月', annex3(rows)));
      expect(results(moved)).toEqual(results(plain));
      expect(severe(moved)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a block may stand anywhere on its sheet', () => {
  const offset = fc.record({ row: fc.integer({ min: 0, max: 500 }), column: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(people, offset, fc.boolean(), (lines, at, asCells) => {
      const plain = read(sheet('2020年7月', annex3(lines)));
      const shift = (rows: readonly (readonly Cell[])[]): Cell[][] => [
        ...Array.from({ length: at.row % 50 }, (): Cell[] => []),
        ...rows.map((row) => [...Array<null>(at.column).fill(null), ...row]),
      ];
      const moved = read(
        asCells ? sheet('2020年7月', shift(annex3(lines))) : sheet('2020年7月', annex3(lines), { at }),
      );
      expect(results(moved)).toEqual(results(plain));
      expect(severe(moved)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any order of the sheets gives the same months', async () => {
  const golden = await goldenSnapshot();
  const months = (sheets: readonly SheetSnapshot[]) => {
    const book = readBook(workbook(...sheets), { settings: DEFAULT_SETTINGS });
    return [...book.months]
      .flatMap(([month, of]) => [...of].map(([key, { total }]) => `${month} ${key} ${total?.toFraction()}`))
      .sort();
  };
  const expected = months(golden.sheets);
  fc.assert(
    fc.property(permutation(golden.sheets.length), (order) => {
      expect(months(order.flatMap((i) => golden.sheets[i] ?? []))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('a sheet of 2,000 people takes ten times as many looks at cells as a sheet of 200', () => {
  const looks = (count: number) => {
    const lines = Array.from({ length: count }, (_, i): Cell[] => [
      `王${String.fromCodePoint(0x4e00 + i)}`,
      80,
      81,
      82,
      83,
      84,
      85,
      86,
    ]);
    const roster = sheet('人员名册', [
      ['单位', '科室', '姓名', '职务'],
      ...lines.map(([name = null]): Cell[] => ['局', '科', name, '科员']),
    ]);
    return looksAtCells(() => {
      expect(read([sheet('2020年7月', annex3(lines)), roster]).scores).toHaveLength(count);
    });
  };
  expect(looks(2000) / looks(200)).toBeLessThan(11);
});
