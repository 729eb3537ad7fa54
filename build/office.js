/**
 * Where the pane gets Microsoft's Office.js from. `npm run build -- --env office=cdn` chooses; docs/decisions.md says when
 * an office should choose which.
 *
 * @typedef {object} Delivery
 * @property {string} script address of office.js, as the page names it
 * @property {string[]} sources whose scripts the page's Content-Security-Policy allows
 */

/** @type {Readonly<Record<string, Delivery>>} */
const DELIVERIES = {
  local: { script: 'office/office.js', sources: ["'self'"] },
  cdn: {
    script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    sources: ["'self'", 'https://appsforoffice.microsoft.com'],
  },
  'cdn-21vianet': {
    script: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    sources: ["'self'", 'https://appsforoffice.cdn.partner.office365.cn'],
  },
};

/**
 * What office.js loads for Excel, relative to itself: one client per platform and the texts of the interface language
 * (en-us is its fallback).
 */
const OFFICE_FILES = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

/**
 * What office.js asks for and this project does not ship: the client of Office 2013, which shows a page of Microsoft's to
 * count how it is used, and the sender of usage data. They would only send data to the outside; an empty file in their
 * place keeps office.js from asking in vain.
 */
const LEFT_EMPTY = ['o15apptofilemappingtable.js', 'telemetry/oteljs_agave.js'];

/** SHA-256 of the empty text: Fluent UI puts its rules into style elements that are empty in the page. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** @param {Delivery} delivery */
function contentSecurityPolicy({ sources }) {
  return [
    "default-src 'self'",
    ...(sources.length > 1 ? [`script-src ${sources.join(' ')}`] : []),
    `style-src 'self' ${EMPTY_STYLE}`,
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * @param {string} name as in DELIVERIES
 * @returns {Delivery}
 */
function deliveryOf(name) {
  const delivery = DELIVERIES[name];
  if (delivery === undefined) throw new Error(`--env office=${Object.keys(DELIVERIES).join('|')}, not "${name}"`);
  return delivery;
}

module.exports = { OFFICE_FILES, LEFT_EMPTY, deliveryOf, contentSecurityPolicy };
