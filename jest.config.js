// ESM-only packages are compiled for Jest like our own source.
const esmPackages = [
  'hucre',
  '@univerjs',
  '@noble',
  'lodash-es',
  'nanoid',
  'rbush',
  'quickselect',
  'kdbush',
  'uuid',
  'cjk-regex',
  'regexp-util',
  'unicode-regex',
  'franc-min',
  'trigram-utils',
  'n-gram',
  'collapse-white-space',
];

const compile = (parser) => ['@swc/jest', { jsc: { target: 'es2022', parser }, module: { type: 'commonjs' } }];

/** @type {import('jest').Config} */
module.exports = {
  // Milliseconds: a whole workbook on a busy machine takes its time.
  testTimeout: 60_000,
  testEnvironment: 'node',
  // Microsoft's client and Univer keep objects over the end of a test file; Jest would warn of each.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.(t|mj)sx?$': compile({ syntax: 'typescript' }),
    '^.+\\.js$': compile({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
};
