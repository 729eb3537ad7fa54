/** What ESLint cannot see: how full the folders are, and how long a file is that is no script. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..', '..');
const FILES_IN_A_FOLDER = 30;
const LINES_IN_A_FILE = 500;

const files = ['src', 'test', 'scripts', 'build'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|m?js|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

test(`no folder of code holds more than ${FILES_IN_A_FOLDER} files`, () => {
  const folders = new Map<string, number>();
  for (const file of files) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  expect(folders.size).toBeGreaterThan(30);
  expect([...folders].filter(([, count]) => count > FILES_IN_A_FOLDER)).toEqual([]);
});

test(`no style sheet has more than ${LINES_IN_A_FILE} lines`, () => {
  const sheets = files.filter((file) => file.endsWith('.css'));
  const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.filter((file) => lines(file) > LINES_IN_A_FILE)).toEqual([]);
});
