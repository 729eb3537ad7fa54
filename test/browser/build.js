/**
 * Jest's globalSetup of the browser tests: builds the workbench, and within it the pane as it is shipped, unless what
 * stands there is built of the very same files. Even with what webpack keeps under node_modules/.cache a second build
 * takes a minute of the processor's time.
 */
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '../..');
/** All that a build reads; what is installed is what the lock file says. */
const SOURCES = [
  'src',
  'assets',
  'build',
  'docs',
  'manifest.xml',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
/** Of what the workbench was built. It lies beside it, so that every other build takes it away. */
const BUILT_OF = join(ROOT, 'dist-workbench/built-of');

const WEBPACK = [require.resolve('webpack/bin/webpack.js'), '--config', 'build/workbench.js', '--mode', 'production'];

/** Builds one of the two in a process of its own, beside the other. */
function build(name) {
  return new Promise((resolve, reject) => {
    const webpack = spawn(process.execPath, [...WEBPACK, '--config-name', name, '--stats', 'errors-only']);
    let said = '';
    for (const output of [webpack.stdout, webpack.stderr]) output.on('data', (text) => (said += text));
    webpack.on('error', reject);
    webpack.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} is not built.\n${said}`))));
  });
}

/** A digest of the names and contents of all files that a build reads. */
function digestOfSources() {
  const digest = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    const content = readFileSync(path);
    digest.update(`${relative(ROOT, path)} ${content.length}\n`).update(content);
  };
  for (const name of SOURCES) add(join(ROOT, name));
  return digest.digest('hex');
}

module.exports = async () => {
  const sources = digestOfSources();
  if (existsSync(BUILT_OF) && readFileSync(BUILT_OF, 'utf8') === sources) return;
  rmSync(BUILT_OF, { force: true });
  await Promise.all(['workbench', 'pane'].map(build));
  writeFileSync(BUILT_OF, sources);
};
