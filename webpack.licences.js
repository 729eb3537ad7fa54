const fs = require('node:fs');
const path = require('node:path');
const { Compilation, sources } = require('webpack');

const FILE = 'THIRD-PARTY-LICENSES.txt';

/**
 * Writes the licence of every package of which something is in the build, office.js included, into one text: what the
 * licences ask for when copies are handed on. A package without that fails the build.
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

/** The licence of packages that name it and do not bring its text. */
const MIT = (author) => `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Its name and licence, with the licence's text. */
function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e([-.].*)?$/i.test(each));
  if (file === undefined && license !== 'MIT') throw new Error(`${name} ${version} brings no text of its licence`);
  const text =
    file === undefined
      ? MIT(`${author?.name ?? author ?? `the authors of ${name}`}, ${repository?.url ?? repository ?? ''}`)
      : fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

module.exports = { Licences };
