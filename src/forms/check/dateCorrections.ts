import { dateCellText, datesIn, isDateFormat } from '../words/dateText';
import type { SnapshotValue } from '../grid/snapshot';

/** How a date that is only a serial number is to be shown. */
const DATE_FORMAT = 'yyyy"年"m"月"d"日"';

export interface DateProposal {
  readonly text: string;
  /** null where the cell holds a real date already and only has to show it. */
  readonly content: string | null;
  readonly format: string | null;
}

/**
 * 2020.6.12, 20200612, 2020-6 → 2020年6月12日, 2020年6月; the serial number 43994 gets a date's number format. Only of a
 * cell that holds one whole date and nothing else; null where it is right already, lacks its year, does not exist or
 * may mean something else.
 */
export function dateCorrection(value: SnapshotValue, format: string, date1904: boolean): DateProposal | null {
  if (typeof value === 'boolean' || value === '' || isDateFormat(format)) return null;
  const shown = dateCellText(value, format, date1904);
  // 2020.1 as a number may have been 2020.10; Chinese numerals are a way of writing and no slip.
  if ((typeof value === 'number' && /\.1$/.test(shown)) || !/\d/.test(shown)) return null;
  const [mention, another] = datesIn(shown, true);
  if (mention === undefined || another !== undefined || !mention.valid) return null;
  const { year, month, day } = mention;
  if (year === null || month === null || !fillsCell(mention.text, shown)) return null;
  const text = `${year}年${month}月${day === null ? '' : `${day}日`}`;
  const isSerial = shown !== String(value);
  if (isSerial && typeof value === 'number') return { text, content: null, format: DATE_FORMAT };
  return text === String(value) ? null : { text, content: text, format: null };
}

function fillsCell(date: string, text: string): boolean {
  return text.normalize('NFKC').replace(/\s/g, '') === date;
}
