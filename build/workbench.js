/**
 * The workbench: the pages of src/workbench around the add-in, which is built as it is for Excel, into a folder of its
 * own. Nothing of it is part of what is shipped to Excel (build/addin.js).
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { IgnorePlugin } = require('webpack');
const { addin } = require('./addin.js');
const { Licences } = require('./licences.js');

const OUTPUT = path.join(__dirname, '../dist-workbench');
const OFFICE = '<script src="office/office.js"></script>';
/** In the order in which they run: the bridge to the workbench's host, then the client of Excel that looks for it. */
const EMBEDDED = '<script src="../frame.js"></script><script src="office/excel-web-16.00.js"></script>';

/** Lets the pane's page load Excel's client for the host of the workbench, in the place of office.js. */
class EmbeddedPage {
  apply(compiler) {
    compiler.hooks.compilation.tap('EmbeddedPage', (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).beforeEmit.tap('EmbeddedPage', (page) => {
        if (!page.html.includes(OFFICE)) throw new Error(`${page.outputName} has no ${OFFICE}`);
        return { ...page, html: page.html.replace(OFFICE, EMBEDDED) };
      });
    });
  }
}

/**
 * @param {{ address?: string }} env
 * @param {{ mode?: 'production' | 'development' }} options
 * @returns {import('webpack').Configuration[]}
 */
module.exports = (env, options) => {
  // The development server tells the two builds apart by their addresses only.
  const served = process.env.WEBPACK_SERVE !== undefined;
  const pane = addin(env, options, { probe: false });
  const shared = {
    mode: options.mode,
    performance: { hints: false },
  };
  const workbench = {
    ...shared,
    name: 'workbench',
    cache: {
      type: 'filesystem',
      buildDependencies: { config: [__filename, require.resolve('./addin.js')] },
    },
    entry: { workbench: './src/workbench/workbench.ts', frame: './src/workbench/frame.ts' },
    output: {
      path: OUTPUT,
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: served ? '/' : 'auto',
      clean: { keep: /^pane\// },
    },
    resolve: pane.resolve,
    // Univer is 15 MB of source: a source map of it takes a minute.
    devtool: options.mode === 'production' ? false : pane.devtool,
    optimization: { minimizer: pane.optimization.minimizer },
    module: pane.module,
    plugins: [
      new HtmlPlugin({
        template: './src/workbench/workbench.html',
        filename: 'index.html',
        chunks: ['workbench'],
        hash: options.mode === 'production',
      }),
      new Licences([]),
      // Univer's hyphenation for 50 European languages, 5 MB that are loaded for text documents only.
      new IgnorePlugin({
        resourceRegExp: /^\.\/(?!en-gb)[a-z]{2,3}[\w-]*-[\w-]{8}\.js$/,
        contextRegExp: /engine-render/,
      }),
      new CopyPlugin({
        patterns: [{ from: 'assets/samples/2020Q3.xlsx', to: 'samples/' }, { from: 'assets/icon-*.png' }],
      }),
    ],
    devServer: {
      host: 'localhost',
      port: 3000,
      hot: false,
      // The overlay is styled inline, which the pages' Content-Security-Policy forbids.
      client: { overlay: false },
      static: false,
    },
  };
  return [
    workbench,
    {
      ...pane,
      ...shared,
      name: 'pane',
      output: { ...pane.output, path: path.join(OUTPUT, 'pane'), publicPath: served ? '/pane/' : 'auto' },
      plugins: [...pane.plugins, new EmbeddedPage()],
    },
  ];
};
