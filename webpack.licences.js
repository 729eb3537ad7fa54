const fs = require('node:fs');
const path = require('node:path');
const { Compilation, sources } = require('webpack');

const FILE = 'THIRD-PARTY-LICENSES.txt';

/**
 * Writes the licence of every package of which something is in the build, office.js included, into one text: what the
 * licences ask for when copies are handed on. A package that names no licence fails the build.
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
        const texts = [...folders].map(licenceOf).sort((a, b) => (a < b ? -1 : 1));
        compilation.emitAsset(FILE, new sources.RawSource(texts.join(`\n${'='.repeat(80)}\n\n`)));
      });
    });
  }
}

/** The folder of the package that a file belongs to; null for our own files. */
function packageFolder(file) {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file ?? '');
  return found === null ? null : found[1];
}

/** Its name and licence, with the licence's text; where a package brings none, with its authors and where it comes from. */
function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string') throw new Error(`${name} ${version} does not say under which licence it is`);
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  const text =
    file === undefined
      ? [author?.name ?? author, repository?.url ?? repository].filter((each) => typeof each === 'string').join('\n')
      : fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

module.exports = { Licences };
