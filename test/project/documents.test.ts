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

test('the index of the decisions names every one of them, under the heading where it stands', () => {
  const decisions = readFileSync(join(root, 'docs/decisions.md'), 'utf8');
  /** As GitHub makes them of headings. */
  const anchor = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
  const headings = [...decisions.matchAll(/^(##|###) (.+)$/gm)].map(
    ([, level, heading = '']) => `${level === '##' ? '' : '  '}- [${heading}](#${anchor(heading)})`,
  );
  expect(headings.length).toBeGreaterThan(8);
  expect(decisions.match(/^ *- \[.*\]\(#.*\)$/gm)).toEqual(headings);
});
