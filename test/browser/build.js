/**
 * Jest's globalSetup of the browser tests: builds the workbench, and within it the pane as it is shipped, once a run.
 * What webpack keeps under node_modules/.cache makes a second build a matter of seconds.
 */
const { spawn } = require('node:child_process');

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

module.exports = async () => {
  await Promise.all(['workbench', 'pane'].map(build));
};
