/**
 * Lets Node run the project's TypeScript: `node --require ./scripts/typescript.js src/headless/cli.ts`.
 *
 * Only for the command line, whose start people wait for: tsx does the same with far more generality, in twice the
 * time (docs/decisions.md). Types are removed, not checked.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

process.setSourceMapsEnabled(true);

/** `import()` becomes `require` too, so that modules loaded late are found and compiled like the others. */
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
