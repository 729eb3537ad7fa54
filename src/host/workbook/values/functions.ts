/**
 * Functions younger than the file format of 2007: files hold them as `_xlfn.IFNA`, people see `IFNA`
 * ([MS-XLSX] 2.2.2, "future functions"). NETWORKDAYS.INTL and WORKDAY.INTL belong to 2007 and have no prefix.
 */
import { mapTokens } from './formula';

const FUTURE = `
ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT
CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE ERFC.PRECISE
EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM
LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST
NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI
POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANK.AVG RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P STDEV.P STDEV.S
SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S WEBSERVICE WEIBULL.DIST
XOR Z.TEST ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND HSTACK ISOMITTED LAMBDA LET MAKEARRAY MAP
RANDARRAY REDUCE SCAN SEQUENCE SORTBY TAKE TEXTAFTER TEXTBEFORE TEXTSPLIT TOCOL TOROW UNIQUE VALUETOTEXT VSTACK
WRAPCOLS WRAPROWS XLOOKUP XMATCH`;

const PREFIXES = new Map<string, string>([
  ...FUTURE.trim()
    .split(/\s+/)
    .map((name): [string, string] => [name, '_xlfn.']),
  ['FILTER', '_xlfn._xlws.'],
  ['SORT', '_xlfn._xlws.'],
]);

/** One cheap look tells most formulas from those that need a prefix. */
const ANY_FUTURE = new RegExp(
  `(?:^|[^\\w.])(?:${[...PREFIXES.keys()].map((name) => name.replaceAll('.', '\\.')).join('|')})\\(`,
  'i',
);

/** The formula as a file keeps it. */
export function withPrefixes(formula: string): string {
  if (!ANY_FUTURE.test(formula)) return formula;
  return mapTokens(formula, (token) => {
    const prefix = token.kind === 'function' ? PREFIXES.get(token.text.toUpperCase()) : undefined;
    return prefix === undefined ? undefined : prefix + token.text;
  });
}

/** The formula as a person sees it; a prefixed function that is not in the table keeps its prefix, as in Excel. */
export function withoutPrefixes(formula: string): string {
  if (!formula.includes('_xl')) return formula;
  return mapTokens(formula, (token) => {
    if (token.kind !== 'function') return undefined;
    const bare = token.text.replace(/^_xlfn\.(_xlws\.)?/i, '');
    return PREFIXES.has(bare.toUpperCase()) ? bare : undefined;
  });
}
