import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import type { SheetSnapshot, SnapshotValue } from '../../../src/forms/grid/snapshot';
import { goldenSnapshot } from '../support/golden';
import { area, workbook } from '../support/sheets';
import type { Book } from '../../../src/forms/book/model';

/** mulberry32: the same damage on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Grid = SnapshotValue[][];
const NONSENSE: readonly SnapshotValue[] = [
  '',
  'x',
  '八十五',
  '85。5',
  -3,
  0,
  100,
  101,
  44013,
  '85分',
  '８５',
  true,
  '#REF!',
  '张三/李四',
  '学习指标（10%）',
  '姓名',
  '合计',
  '备注：',
  '2020年1月',
  '优秀',
  7.5,
  '（20%）',
];

interface Damage {
  readonly name: string;
  readonly apply: (grid: Grid, pick: (below: number) => number) => void;
}

const anywhere = (grid: Grid, pick: (below: number) => number) => {
  const row = pick(grid.length);
  return { row, column: pick(grid[row]?.length ?? 1) };
};
const put = (grid: Grid, row: number, column: number, value: SnapshotValue) => {
  const line = grid[row];
  if (line !== undefined) line[column] = value;
};

const DAMAGES: readonly Damage[] = [
  { name: 'blanked', apply: (grid, pick) => put(grid, anywhere(grid, pick).row, pick(10), '') },
  {
    name: 'retyped',
    apply: (grid, pick) => {
      const { row, column } = anywhere(grid, pick);
      put(grid, row, column, NONSENSE[pick(NONSENSE.length)] ?? '');
    },
  },
  {
    name: 'moved',
    apply: (grid, pick) => {
      const [from, to] = [anywhere(grid, pick), anywhere(grid, pick)];
      put(grid, to.row, to.column, grid[from.row]?.[from.column] ?? '');
      put(grid, from.row, from.column, '');
    },
  },
  { name: 'a row inserted', apply: (grid, pick) => void grid.splice(pick(grid.length), 0, Array<string>(10).fill('')) },
  {
    name: 'a row repeated',
    apply: (grid, pick) => {
      const row = pick(grid.length);
      grid.splice(row, 0, [...(grid[row] ?? [])]);
    },
  },
  {
    name: 'a label damaged',
    apply: (grid, pick) => {
      const column = pick(10);
      const label = String(grid[3]?.[column] ?? '');
      const at = pick(Math.max(1, label.length));
      put(grid, 3, column, label.slice(0, at) + (pick(2) === 0 ? '' : 'x') + label.slice(at + 1));
    },
  },
  {
    name: 'two columns exchanged',
    apply: (grid, pick) => {
      const [a, b] = [pick(10), pick(10)];
      for (const line of grid) [line[a], line[b]] = [line[b] ?? '', line[a] ?? ''];
    },
  },
];

const withGrid = (sheet: SheetSnapshot, grid: Grid): SheetSnapshot => ({
  ...sheet,
  area: { ...sheet.area, rows: grid.length },
  values: grid,
  formulas: grid,
  numberFormats: grid.map((line) => line.map(() => 'General')),
});

/** Scores of one row of the sheet, as they were told apart by their seven numbers and the name. */
const results = (book: Book) =>
  new Map(
    book.scores.map(({ form, row, total, month, person }) => [
      `${form.sheet} ${person?.key ?? '?'}`,
      { sheet: form.sheet, row: row.row, result: `${month} ${total?.toFraction() ?? null}` },
    ]),
  );

/** The problem names the row, or a block that holds the heading, or the sheet as a whole. */
function names(book: Book, sheet: string, row: number | null): boolean {
  return book.problems.some((problem) => {
    if (problem.sheet !== sheet) return false;
    // Rows of sums are skipped with a note that lists them; other notes are about rows that count.
    if (problem.severity === 'note') return problem.code === 'ROWS_SKIPPED';
    if (problem.cell === null || row === null) return true;
    const block = area(problem.cell);
    const isForm = block.columns > 1;
    return isForm || (row >= block.row && row < block.row + block.rows) || block.row <= 3;
  });
}

test('200 damaged workbooks: never an exception, and no total changes or vanishes without a word', async () => {
  const golden = await goldenSnapshot();
  const options = { settings: DEFAULT_SETTINGS, quarter: '2020Q3' };
  const original = results(readBook(golden, options));
  const silent: string[] = [];
  let changed = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const pick = (below: number) => Math.floor(random() * below);
    const damage = DAMAGES[seed % DAMAGES.length];
    const target = golden.sheets[pick(3)];
    if (damage === undefined || target === undefined) throw new Error('no damage');
    const grid = target.values.map((line) => [...line]);
    damage.apply(grid, pick);
    const sheets = golden.sheets.map((sheet) => (sheet === target ? withGrid(sheet, grid) : sheet));
    const book = readBook(workbook(...sheets), options);
    const after = results(book);
    for (const [key, before] of original) {
      const now = after.get(key);
      if (now?.result === before.result) continue;
      changed++;
      // A score that was replaced by another valid one is a person's right, and leaves nothing to see.
      const plausible = now !== undefined && typedAnother(target, grid, before.row, now.row);
      if (!plausible && !names(book, before.sheet, now?.row ?? null)) {
        silent.push(`seed ${seed} (${damage.name}): ${key} ${before.result} → ${now?.result ?? 'gone'}`);
      }
    }
  }
  expect(silent).toEqual([]);
  expect(changed).toBeGreaterThan(100);
});

/** The damage itself left seven valid scores of 百分制 in the row, only other ones. */
function typedAnother(target: SheetSnapshot, grid: Grid, before: number, now: number): boolean {
  const scores = (line: readonly SnapshotValue[] | undefined) => (line ?? []).slice(2, 9);
  const valid = (value: SnapshotValue) =>
    /^(\d+(\.\d+)?)分?$/.test(String(value).normalize('NFKC')) && parseFloat(String(value).normalize('NFKC')) <= 100;
  const line = scores(grid[now]);
  return line.every(valid) && line.some((value, i) => value !== scores(target.values[before])[i]);
}
