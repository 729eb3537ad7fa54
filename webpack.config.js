const { getHttpsServerOptions, verifyCertificates } = require('office-addin-dev-certs');
const { addin } = require('./build/addin.js');

module.exports = async (env, options) => ({
  ...addin(env, options),
  devServer: {
    host: 'localhost',
    port: 3000,
    server: await server(),
    hot: false,
    // The overlay is styled inline, which the pages' Content-Security-Policy forbids.
    client: { overlay: false },
    static: false,
  },
});

/** https with the certificate that this machine trusts, else http, which Excel refuses. */
async function server() {
  if (!process.env.WEBPACK_SERVE) return 'http';
  if (verifyCertificates()) return { type: 'https', options: await getHttpsServerOptions() };
  console.warn(
    '\nNo valid certificate: serving http://localhost:3000, which a browser shows but Excel does not load.\n' +
      'Make and trust one with: npm run certificate\n',
  );
  return 'http';
}
