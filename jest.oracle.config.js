// Compares with LibreOffice, which must be installed: kept out of `npm test`, part of `npm run check`.

/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/oracle/**/*.oracle.ts'],
};
