const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

/** Where manifest.xml says that the add-in is served; the build puts the production address in its place. */
const DEVELOPMENT_ADDRESS = 'https://localhost:3000';

const officeJs = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
/**
 * What office.js loads for Excel, relative to itself: one client per platform and the texts of the interface language
 * (en-us is its fallback). Its telemetry scripts stay out: they would only send data to the outside.
 */
const OFFICE_FILES = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

/**
 * @param {{ address?: string }} env `--env address=https://…` is where the built add-in will be served
 * @param {{ mode?: 'production' | 'development' }} options
 * @returns {import('webpack').Configuration}
 */
const addin = (env, { mode }) => {
  const production = mode === 'production';
  const address = (env.address ?? DEVELOPMENT_ADDRESS).replace(/\/+$/, '');
  if (!URL.canParse(address) || !address.startsWith('https://')) {
    throw new Error(`Excel loads add-ins over https only: --env address=https://…, not "${address}"`);
  }
  return {
    entry: { taskpane: './src/taskpane/taskpane.tsx' },
    output: { path: path.join(__dirname, 'dist'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
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
        { test: /\.css$/, type: 'asset/resource', generator: { filename: '[name].[contenthash:8][ext]' } },
      ],
    },
    plugins: [
      new HtmlPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        hash: production,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icon-*.png' },
          { from: 'assets/samples/2020Q3.xlsx', to: 'samples/' },
          ...OFFICE_FILES.map((file) => ({
            from: path.join(officeJs, file),
            to: `office/${file}`,
            info: { minimized: true },
          })),
          {
            from: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_ADDRESS, address),
          },
        ],
      }),
    ],
    performance: {
      assetFilter: (file) => file.endsWith('.js') && !file.startsWith('office/'),
      // Loaded from the office's own server; 500 kB are some 150 kB compressed.
      maxAssetSize: 500_000,
      maxEntrypointSize: 500_000,
    },
  };
};

module.exports = (env, options) => ({
  ...addin(env, options),
  devServer: {
    host: 'localhost',
    port: 3000,
    server: server(),
    hot: false,
    // The overlay is styled inline, which the pages' Content-Security-Policy forbids.
    client: { overlay: false },
    static: false,
  },
});
/** The add-in by itself, which the workbench takes into its pane. */
module.exports.addin = addin;

/** https with the certificates that office-addin-dev-certs leaves in the home folder, else http, which Excel refuses. */
function server() {
  if (!process.env.WEBPACK_SERVE) return 'http';
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => path.join(folder, name));
  if (fs.existsSync(key) && fs.existsSync(cert)) return { type: 'https', options: { key, cert } };
  console.warn(
    `\nNo certificate in ${folder}: serving http://localhost:3000, which a browser shows but Excel does not load.\n` +
      'Make and trust one, once, with: npx office-addin-dev-certs@3.0.0 install\n',
  );
  return 'http';
}
