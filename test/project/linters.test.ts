/** That the linters refuse what they are there to refuse: each is given planted faults. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

const CALL = 'export const read = (): Promise<void> => Excel.run((context) => context.sync());';
const LONG = Array.from({ length: 501 }, (_, i) => `export const text${i} = '';`).join('\n');

/** Files that are not there, by the place where they would be. */
const PLANTED = {
  'src/forms/words/planted.ts': [
    "export { pages } from '../../taskpane/pages';",
    "export type { Book } from '../book/book';",
    "export const later = (): Promise<unknown> => import('../review/layout');",
    "export { readXlsx } from 'hucre';",
    "export { cellAddress } from '../grid/address';",
    "export { compareMonths } from '../../assessment/period';",
  ].join('\n'),
  'src/excel/reading/planted.ts': CALL,
  'src/excel/commands/planted.ts': CALL,
  'src/assessment/planted.ts': LONG,
  'src/taskpane/texts/planted.ts': LONG,
};
type Planted = keyof typeof PLANTED;

/**
 * ESLint by the project's rules, less those that read the types of the whole program first. In a process of its own:
 * Jest loads no ESM.
 */
const LINT = `
  import { ESLint } from 'eslint';
  import tseslint from 'typescript-eslint';
  const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
  const said = {};
  for (const [filePath, code] of Object.entries(JSON.parse(process.argv[1]))) {
    const [{ messages }] = await eslint.lintText(code, { filePath });
    said[filePath] = messages.map(({ message }) => message);
  }
  console.log(JSON.stringify(said));
`;

let said: Readonly<Record<Planted, readonly string[]>>;

beforeAll(() => {
  const parameters = ['--input-type=module', '--eval', LINT, JSON.stringify(PLANTED)];
  said = JSON.parse(execFileSync(process.execPath, parameters, { cwd: root, encoding: 'utf8' })) as typeof said;
});

test('an import against the arrows is refused: of a layer, a room, a package, a type, also one that comes later', () => {
  expect(said['src/forms/words/planted.ts']).toEqual([
    expect.stringContaining('src/forms may not import this layer.'),
    expect.stringContaining('src/forms/words may not import this room.'),
    expect.stringContaining('src/forms/words may not import this room.'),
    expect.stringContaining('may import this package.'),
  ]);
});

test('Excel.run is called where the workbook is spoken to, and nowhere else', () => {
  expect(said['src/excel/reading/planted.ts']).toEqual([expect.stringContaining('call Excel.run.')]);
  expect(said['src/excel/commands/planted.ts']).toEqual([]);
});

test('a file of more than 500 lines is refused, unless it is a table of texts', () => {
  expect(said['src/assessment/planted.ts']).toEqual([expect.stringContaining('too many lines (501)')]);
  expect(said['src/taskpane/texts/planted.ts']).toEqual([]);
});

test('files that import in a circle are refused, also when they take only types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'circle-'));
  try {
    const plant = (name: string, line: string): void => writeFileSync(join(folder, name), `${line}\n`);
    plant('score.ts', "import type { Review } from './review';\nexport interface Score { of: Review }");
    plant('review.ts', "import type { Score } from './score';\nexport interface Review { of: Score[] }");
    plant('alone.ts', "export type { Score } from './score';");
    const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const parameters = [bin, '--config', join(root, '.dependency-cruiser.js'), '.'];
    const { status, stdout } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(/no circles: (review\.ts →\s+score\.ts|score\.ts →\s+review\.ts)/);
    expect(stdout).toContain('1 dependency violations');
    expect(status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
