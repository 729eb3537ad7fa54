/** Excel's words for filters that look at the average or at today, with those of the file. */

const PERIODS = ['Week', 'Month', 'Quarter', 'Year'];
const MONTHS = [
  'January',
  // So it is spelt in the API.
  'Februray',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The word of the API, with the word of the file. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['AboveAverage', 'aboveAverage'],
  ['BelowAverage', 'belowAverage'],
  ['Yesterday', 'yesterday'],
  ['Today', 'today'],
  ['Tomorrow', 'tomorrow'],
  ['YearToDate', 'yearToDate'],
  ...PERIODS.flatMap((period): [string, string][] =>
    ['Last', 'This', 'Next'].map((which) => [which + period, which.toLowerCase() + period]),
  ),
  ...[1, 2, 3, 4].map((quarter): [string, string] => [`AllDatesInPeriodQuarter${quarter}`, `Q${quarter}`]),
  ...MONTHS.map((month, index): [string, string] => [`AllDatesInPeriod${month}`, `M${index + 1}`]),
]);

/** The API's words. */
export const DYNAMIC_WORDS: readonly string[] = [...WORDS.keys()];

/** The file's word. */
export function encodeDynamic(word: string): string | undefined {
  return WORDS.get(word);
}

/** The API's word; undefined for one that is none. */
export function decodeDynamic(word: string): string | undefined {
  return DYNAMIC_WORDS.find((one) => WORDS.get(one) === word);
}
