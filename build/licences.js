const fs = require('node:fs');
const path = require('node:path');
const { Compilation, sources } = require('webpack');

const FILE = 'THIRD-PARTY-LICENSES.txt';

/**
 * Writes the licence of every package of which something is in the build, office.js included, into one text: what the
 * licences ask for when copies are handed on. A licence of which no text is there fails the build.
 */
class Licences {
  /** @param {string[]} copied packages whose files are copied, so that no module tells of them */
  constructor(copied) {
    this.copied = copied;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const folders = new Set(this.copied.map((name) => path.dirname(require.resolve(`${name}/package.json`))));
        for (const module of compilation.modules) {
          for (const part of [module, ...(module.modules ?? [])]) {
            const folder = packageFolder(part.resource);
            if (folder !== null) folders.add(folder);
          }
        }
        const licences = [...folders].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1));
        const parts = licences.map((licence) => partOf(licence, licences));
        compilation.emitAsset(FILE, new sources.RawSource(parts.join(`\n${'='.repeat(80)}\n\n`)));
      });
    });
  }
}

/** The folder of the package that a file belongs to; null for our own files. */
function packageFolder(file) {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file ?? '');
  return found === null ? null : found[1];
}

/**
 * @typedef {object} Licence
 * @property {string} title name, version and short name of the licence
 * @property {string} kind short name of the licence
 * @property {string | null} text as the package brings it; null where it brings none
 * @property {string} from authors and address
 */

/** @returns {Licence} */
function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e([-.].*)?$/i.test(each));
  const text = file === undefined ? null : fs.readFileSync(path.join(folder, file), 'utf8');
  const from = [author?.name ?? author, repository?.url ?? repository].filter((each) => typeof each === 'string');
  return {
    title: `${name} ${version} (${license})`,
    kind: license,
    text: text?.replaceAll('\r\n', '\n').trim() ?? null,
    from: from.join(', '),
  };
}

/** A licence's part of the file; without a text of its own it refers to that of a package under the same licence. */
function partOf({ title, kind, text, from }, all) {
  if (text !== null) return `${title}\n\n${text}\n`;
  const same = all.find((other) => other.kind === kind && other.text !== null);
  if (same === undefined) throw new Error(`${title}: nothing in the build brings the text of this licence`);
  return `${title}\n\nCopyright: ${from}. The text of the licence is that under ${same.title}, with this copyright.\n`;
}

module.exports = { Licences };
