/**
 * Jest's globalSetup of the browser tests: builds the workbench, and within it the pane as it is shipped, once a run.
 * What webpack keeps under node_modules/.cache makes a second build a matter of seconds.
 */
const webpack = require('webpack');
const configuration = require('../../build/workbench.js');

module.exports = async () => {
  const compiler = webpack(configuration({}, { mode: 'production' }));
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((closed) => compiler.close(closed));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only' }));
};
