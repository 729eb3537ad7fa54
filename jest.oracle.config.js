// Compares with LibreOffice, which must be installed: kept out of `npm test`, part of `npm run check`.
const { projects, testTimeout } = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...projects.find(({ displayName }) => displayName === 'node'),
  testTimeout,
  displayName: 'LibreOffice',
  testMatch: ['<rootDir>/test/oracle/**/*.oracle.ts'],
};
