const { availableParallelism } = require('node:os');

// ESM-only packages are compiled for Jest like our own source.
const esmPackages = [
  'hucre',
  'get-east-asian-width',
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
  '@sparticuz',
  'marked',
];

// React's elements are made as in tsconfig.json: without React in scope.
const transform = { react: { runtime: 'automatic' } };
const compile = (parser) => [
  '@swc/jest',
  { jsc: { target: 'es2022', parser, transform }, module: { type: 'commonjs' } },
];

const shared = {
  testEnvironment: '<rootDir>/build/jest/realm.js',
  runtime: '<rootDir>/build/jest/modules.js',
  // Microsoft's client and Univer keep objects over the end of a test file; Jest would warn of each.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.(ts|mjs)$': compile({ syntax: 'typescript' }),
    '^.+\\.tsx$': compile({ syntax: 'typescript', tsx: true }),
    '^.+\\.js$': compile({ syntax: 'ecmascript' }),
  },
  // One file each in the place of 640 and 226, which Univer would read for every test file.
  moduleNameMapper: {
    '^lodash-es$': 'lodash',
    '^rxjs(/operators)?$': '<rootDir>/node_modules/rxjs/dist/bundles/rxjs.umd.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
};

const node = { ...shared, displayName: 'node', testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] };

const browser = {
  ...shared,
  displayName: 'browser',
  roots: ['<rootDir>/test/browser'],
  globalSetup: '<rootDir>/test/browser/build.js',
  setupFilesAfterEnv: ['<rootDir>/test/browser/patience.ts'],
};

// Compares with LibreOffice, which must be installed: runs only when it is asked for by name (npm run test:oracle).
const libreOffice = { ...node, displayName: 'LibreOffice', testMatch: ['<rootDir>/test/oracle/**/*.oracle.ts'] };

/** @type {import('jest').Config} */
module.exports = {
  // Of the whole run: Jest does not heed it in a project.
  // Milliseconds: a whole workbook on a busy machine takes its time.
  testTimeout: 60_000,
  // One more than there are cores: while the browser works for a worker, the worker waits, and the other way round.
  maxWorkers: availableParallelism() + 1,
  projects: [node, browser, ...(process.argv.includes(libreOffice.displayName) ? [libreOffice] : [])],
};
