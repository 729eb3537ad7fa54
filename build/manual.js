/** The documents for users as pages, which the pane's help opens and the package brings along. */
const { Buffer } = require('node:buffer');
const fs = require('node:fs');
const path = require('node:path');
const { Marked } = require('marked');
const { Compilation, sources } = require('webpack');

const DOCS = path.join(__dirname, '../docs');
/** Documents in docs/, and the pages that they become: programs that unpack do not agree on names in Chinese. */
const MANUAL = {
  使用手册: { name: 'manual', title: '平时考核使用手册', language: 'zh-CN' },
  部署: { name: 'deployment', title: '平时考核部署', language: 'zh-CN' },
  faq: { name: 'faq', title: '平时考核常见问题', language: 'zh-CN' },
  deployment: { name: 'deployment-en', title: 'Routine appraisal: deployment', language: 'en' },
};

/** A heading's anchor, as GitHub makes it of its text. */
function anchorOf(text) {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

/**
 * Each document with the pictures that it shows; links between them go to the pages.
 *
 * @returns {Map<string, Buffer>} by path below the manual's folder
 */
function manualFiles() {
  const files = new Map();
  for (const [document, { name, title, language }] of Object.entries(MANUAL)) {
    const html = markdown.parse(fs.readFileSync(path.join(DOCS, `${document}.md`), 'utf8'), { async: false });
    for (const [, image] of html.matchAll(/<img src="([^"]+)"/g)) {
      files.set(image, fs.readFileSync(path.join(DOCS, image)));
    }
    const linked = html.replace(/href="([^":/]+)\.md/g, (link, other) => {
      const target = MANUAL[decodeURI(other)];
      return target === undefined ? link : `href="${target.name}.html`;
    });
    files.set(`${name}.html`, Buffer.from(page(title, language, linked)));
  }
  return files;
}

function page(title, language, body) {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.7 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif; }
img { max-width: 100%; border: 1px solid #ccc; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
code { overflow-wrap: anywhere; }
th, td { padding: 0.3em 0.6em; border: 1px solid #ccc; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: 0.6em; background: #f3f2f1; }
</style>
${body}</html>
`;
}

/** Puts the manual beside the pane, in the folder manual/. */
class Manual {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Manual', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'Manual', stage }, () => {
        for (const [file, content] of manualFiles()) {
          // Made as they are to be: nothing is to be made smaller.
          compilation.emitAsset(`manual/${file}`, new sources.RawSource(content), { minimized: true });
        }
      });
    });
  }
}

module.exports = { Manual, manualFiles };
