// ESM-only packages are compiled for Jest like our own source.
const esmPackages = [
  'hucre', '@univerjs', '@noble', 'lodash-es', 'nanoid', 'rbush', 'quickselect', 'kdbush', 'uuid', 'cjk-regex',
  'regexp-util', 'unicode-regex', 'franc-min', 'trigram-utils', 'n-gram', 'collapse-white-space',
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.(t|mj)sx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
    '^.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
};
