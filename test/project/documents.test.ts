/** The documents beside the code, as far as a program can read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const documentsIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

test('every picture in docs/images is shown by a document, and every one shown is there', () => {
  const shown = [...documentsIn('.'), ...documentsIn('docs')].flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/!\[[^\]]*\]\((?:docs\/)?images\/([^)]+)\)/g)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(shown)].sort()).toEqual(readdirSync(join(root, 'docs/images')).sort());
});
