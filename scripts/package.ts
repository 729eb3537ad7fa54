/**
 * What an office installs, as one file: `npm run package -- --address https://kaohe.example.cn [--office cdn]` writes
 * release/pingshi-kaohe-VERSION.zip with
 *
 *     manifest.xml          for Excel, with the address
 *     probe-manifest.xml    for whoever tries out a real Excel: opens site/probe.html
 *     site/                 for any static web server with https
 *     manual/               the manual, deployment and frequent questions as pages
 *     CHANGELOG.md
 *     LICENSE               ours; those of what is shipped are in site/THIRD-PARTY-LICENSES.txt
 *     SHA256SUMS.txt        of every file, for `sha256sum -c`
 *
 * Without an address the manifest keeps that of development, https://localhost:3000.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const root = join(__dirname, '..');
/** What Excel is given; all else is for the web server. */
const MANIFESTS: ReadonlySet<string> = new Set(['manifest.xml', 'probe-manifest.xml']);
/** Zip files count from 1980; one date for all makes equal contents equal files. */
const DATE = new Date(2020, 5, 12);

type Files = Map<string, Uint8Array>;

/** What `--env` of the build says. */
interface Choices {
  /** https address of the web server; that of development unless given. */
  readonly address?: string;
  /** Delivery of Office.js (build/office.js); `local` unless given. */
  readonly office?: string;
}

/**
 * Builds the add-in into a folder and packs it.
 *
 * @param folder for the build; emptied before
 * @returns the zip file
 */
export function makePackage(choices: Choices, folder: string): Uint8Array {
  build(choices, folder);
  const files: Files = new Map();
  for (const [path, content] of filesIn(folder)) {
    files.set(MANIFESTS.has(path) ? path : `site/${path}`, content);
    // The pane's help opens it from the server; whoever installs reads it before there is one.
    if (path.startsWith('manual/')) files.set(path, content);
  }
  for (const name of ['LICENSE', 'CHANGELOG.md']) files.set(name, readFileSync(join(root, name)));
  files.set('SHA256SUMS.txt', Buffer.from(checksums(files)));

  return zipSync(Object.fromEntries(files), { level: 9, mtime: DATE });
}

function build(choices: Choices, folder: string): void {
  const options = Object.entries(choices).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [require.resolve('webpack/bin/webpack.js'), '--mode', 'production', '--output-path', folder, ...options],
    { cwd: root, encoding: 'utf8' },
  );
  // What the configuration refuses stands alone; what the compiler says, in full.
  if (status !== 0) throw new Error(/^\[webpack-cli\].* Error: (.*)$/m.exec(stderr)?.[1] ?? `${stdout}${stderr}`);
}

/** Everything under a folder by its path within, with `/` on every system, in order. */
function filesIn(folder: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, Buffer] => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A line per file as `sha256sum -c` reads it. */
function checksums(files: Files): string {
  return [...files]
    .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .join('');
}

function version(): string {
  const text: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof text !== 'object' || text === null || !('version' in text) || typeof text.version !== 'string') {
    throw new Error('package.json has no version');
  }
  return text.version;
}

function main(): void {
  const { values } = parseArgs({ options: { address: { type: 'string' }, office: { type: 'string' } } });
  const zip = makePackage(values, join(root, 'dist'));
  const folder = join(root, 'release');
  mkdirSync(folder, { recursive: true });
  const delivery = values.office === undefined || values.office === 'local' ? '' : `-${values.office}`;
  const name = `pingshi-kaohe-${version()}${delivery}.zip`;
  writeFileSync(join(folder, name), zip);
  console.log(`release/${name}\nSHA-256 ${createHash('sha256').update(zip).digest('hex')}`);
  if (values.address === undefined) {
    console.log('manifest.xml 中是开发地址 https://localhost:3000；用 --address https://… 指定单位的服务器。');
  }
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
