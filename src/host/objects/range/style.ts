import type { Json } from '../../wire/protocol';
import { BUILT_IN, inStyle } from '../../workbook/model/namedStyles';
import { agreed, stylesOf } from '../cells/uniform';
import { asText, type Argument } from '../core/arguments';
import type { RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidArgument } from '../core/refusal';
import { Formatted } from './formatted';

/** The style that all cells of the range began with: a word of `Excel.BuiltInStyle`, or the name in the file. */
export function styleOf(range: RangeRef): Json {
  return agreed([...stylesOf([range])].map(({ named }) => named ?? 'Normal'));
}

/** Excel's own styles that this host does not have. */
const MISSING = ['Currency', 'WholeDollar', 'Hlink', 'HlinkTrav', 'Emphasis1', 'Emphasis2', 'Emphasis3'];

/** Gives the cells the style's format; of what it says nothing they keep their own. */
export function setStyle(range: RangeRef, value: Argument): void {
  const word = asText(value);
  const style = range.sheet.workbook.namedStyles.get(word) ?? BUILT_IN.get(word);
  if (!style && MISSING.includes(word)) throw apiNotFound(`Range.style (${word})`);
  if (!style) throw invalidArgument(`The workbook has no style ${word}.`);
  new Formatted(range.sheet, [range]).patch((old) => inStyle(word, style, old));
}
