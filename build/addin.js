/** The add-in's build: the pane, Microsoft's client, the manifest. The development server around it: webpack.config.js. */
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { Compilation, WebpackError } = require('webpack');
const { version } = require('../package.json');
const { Licences } = require('./licences.js');
const { Manual } = require('./manual.js');
const { OFFICE_FILES, LEFT_EMPTY, contentSecurityPolicy, deliveryOf } = require('./office.js');

/** Where manifest.xml says that the add-in is served; the build puts the production address in its place. */
const DEVELOPMENT_ADDRESS = 'https://localhost:3000';

const ROOT = path.join(__dirname, '..');
const officeJs = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const fluentTokens = path.join(path.dirname(require.resolve('@fluentui/tokens/package.json')), 'lib', 'tokens.js');

/** The lists of `chinese-days` without what their days are called. */
function onlyDays(json) {
  const lists = Object.entries(JSON.parse(json));
  const blank = (list) => Object.fromEntries(Object.keys(list).map((day) => [day, 0]));
  return Object.fromEntries(lists.map(([name, list]) => [name, blank(list)]));
}

/** Bytes after gzip of all that is loaded until the pane shows itself and asks Excel, without Office.js. */
const START_BUDGET = 180_000;

/** Fails the build when page, style and script of the pane's start are larger than {@link START_BUDGET}. */
class StartBudget {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('StartBudget', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'StartBudget', stage }, (assets) => {
        const scripts = compilation.entrypoints.get('taskpane').getFiles();
        const ofOthers = /^(probe\.|manual\/)/;
        const start = Object.keys(assets).filter(
          (name) => scripts.includes(name) || (/\.(css|html)$/.test(name) && !ofOthers.test(name)),
        );
        const sizes = start.map((name) => gzipSync(assets[name].buffer(), { level: 9 }).length);
        const size = sizes.reduce((sum, each) => sum + each, 0);
        if (size > START_BUDGET) {
          const message = `${start.join(', ')}: ${size} bytes after gzip, ${START_BUDGET} are allowed.`;
          compilation.errors.push(new WebpackError(message));
        }
      });
    });
  }
}

/** Office.js as it is: neither bundled nor renamed, since it finds its parts by its own address. */
function officeFiles() {
  const info = { minimized: true };
  return [
    ...OFFICE_FILES.map((file) => ({ from: path.join(officeJs, file), to: `office/${file}`, info })),
    ...LEFT_EMPTY.map((file) => ({
      from: path.join(officeJs, file),
      to: `office/${file}`,
      info,
      transform: () => '// Left out on purpose: see build/office.js.\n',
    })),
  ];
}

/** A page of the add-in with its one script: where it gets Office.js from, and what it may load. */
function page(name, template, office, production) {
  const delivery = deliveryOf(office);
  return new HtmlPlugin({
    template,
    filename: `${name}.html`,
    chunks: [name],
    hash: production,
    templateParameters: { officeScript: delivery.script, policy: contentSecurityPolicy(delivery), version },
  });
}

/**
 * @param {{ address?: string, office?: string }} env `--env address=https://…` is where the built add-in will be served,
 * `--env office=…` where Office.js comes from (build/office.js)
 * @param {{ mode?: 'production' | 'development' }} options
 * @param {{ probe?: boolean }} pages whether the page that puts questions to a real Excel (src/probe) is built, too
 * @returns {import('webpack').Configuration}
 */
const addin = (env, { mode }, { probe = true } = {}) => {
  const production = mode === 'production';
  const office = env.office ?? 'local';
  const address = (env.address ?? DEVELOPMENT_ADDRESS).replace(/\/+$/, '');
  // It stands in attributes of the manifest, with the names of files behind it.
  if (!/^https:\/\/[^\s?#&<>"']+$/.test(address) || !URL.canParse(address)) {
    throw new Error(`Excel loads add-ins from an https address: --env address=https://…, not "${address}"`);
  }
  return {
    // One for every build of the add-in, into whatever folder: they differ in a page and the manifest.
    cache: { type: 'filesystem', name: `addin-${mode}`, buildDependencies: { config: [__filename] } },
    entry: { taskpane: './src/taskpane/app/taskpane.tsx', ...(probe ? { probe: './src/probe/probe.ts' } : {}) },
    output: { path: path.join(ROOT, 'dist'), filename: '[name].js', clean: true },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      alias: { [fluentTokens]: path.join(ROOT, 'src/taskpane/app/fluentTokens.ts') },
    },
    // The pages' Content-Security-Policy forbids eval, which webpack's default source maps are made of.
    devtool: 'source-map',
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // `npm run typecheck` checks the types, of the tests too; here they are only removed.
          use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        },
        { test: /chinese-days\.json$/, type: 'json', parser: { parse: onlyDays } },
        { test: /\.css$/, type: 'asset/resource', generator: { filename: '[name].[contenthash:8][ext]' } },
      ],
    },
    plugins: [
      ...(production ? [new StartBudget()] : []),
      page('taskpane', './src/taskpane/taskpane.html', office, production),
      ...(probe ? [page('probe', './src/probe/probe.html', office, production)] : []),
      new Manual(),
      new Licences(office === 'local' ? ['@microsoft/office-js'] : []),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*-*.png' },
          { from: 'assets/samples/2020Q3.xlsx', to: 'samples/' },
          ...(office === 'local' ? officeFiles() : []),
          ...[
            { from: 'manifest.xml' },
            ...(probe ? [{ from: 'src/probe/manifest.xml', to: 'probe-manifest.xml' }] : []),
          ].map((manifest) => ({
            ...manifest,
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_ADDRESS, address),
          })),
        ],
      }),
    ],
    optimization: {
      // A chunk of packages only would have no name to tell it by.
      splitChunks: {
        cacheGroups: {
          defaultVendors: false,
          default: { name: 'shared', chunks: 'async', minChunks: 2 },
          // What the overview waits for is one chunk, without what only other pages and commands share.
          reading: {
            name: 'reading',
            chunks: 'async',
            priority: 1,
            enforce: true,
            test: (module, { chunkGraph }) => chunkGraph.getModuleChunks(module).some(({ name }) => name === 'judging'),
          },
        },
      },
      // webpack's own takes twice as long for as many bytes.
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    // Sizes before compression, which say little; StartBudget counts what is sent.
    performance: { hints: false },
  };
};

module.exports = { addin };
