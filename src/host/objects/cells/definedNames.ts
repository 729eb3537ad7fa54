import { parseA1 } from '../../workbook/values/address';

const NAME = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;
const LONGEST_NAME = 255;

/** Whether Excel takes the text for the name of a range or a table: it must not look like a cell. */
export function isDefinedName(text: string): boolean {
  const isCell = parseA1(text) !== undefined || /^[rc]$/i.test(text) || /^r\d*c\d*$/i.test(text);
  return NAME.test(text) && text.length <= LONGEST_NAME && !isCell;
}
