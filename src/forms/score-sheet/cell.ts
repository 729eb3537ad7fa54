import type Fraction from 'fraction.js';
import { exactScore, scoreOfText } from '../../assessment/score';
import { dateCellText, isDateFormat, isTimeFormat } from '../words/dateText';
import type { SnapshotValue } from '../grid/snapshot';
import { withoutFormat } from '../words/folding';

/** What one score cell holds. */
export type ScoreReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'score'; readonly score: Fraction; readonly text: string; readonly isText: boolean }
  /** An error value such as #REF!. */
  | { readonly kind: 'error'; readonly text: string }
  /** `isNumber`: Excel sees a number here (a date, a percentage), so a live formula would count it. */
  | { readonly kind: 'unreadable'; readonly text: string; readonly isNumber: boolean };

/** Error values as Office.js gives them, and a formula that reads its own result. */
const CELL_ERROR =
  /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|GETTING_DATA|BUSY|CONNECT|循环引用)[!?]?$/i;

/**
 * Reads a score: a number, or text that is plainly one (８５, 85分, ' 85 ', '85). Anything else is refused, never
 * guessed: 85。5, 85,5, 八十五, 优, 90-95, dates, times (85:5), percentages, true and false.
 */
export function readScore(value: SnapshotValue, format: string, date1904 = false): ScoreReading {
  if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE', isNumber: false };
  if (typeof value === 'number') {
    if (isDateFormat(format)) {
      return { kind: 'unreadable', text: `${dateCellText(value, format, date1904)}（日期）`, isNumber: true };
    }
    if (isTimeFormat(format)) return { kind: 'unreadable', text: `${value}（时间）`, isNumber: true };
    if (format.includes('%'))
      return { kind: 'unreadable', text: `${Number((value * 100).toFixed(10))}%`, isNumber: true };
    return { kind: 'score', score: exactScore(value), text: String(value), isText: false };
  }
  const text = withoutFormat(value).trim();
  if (text === '') return { kind: 'blank' };
  if (CELL_ERROR.test(text)) return { kind: 'error', text };
  const score = scoreOfText(text);
  return score === null ? { kind: 'unreadable', text, isNumber: false } : { kind: 'score', score, text, isText: true };
}

/** A formula that takes its value from another workbook: [1]Sheet1!A1, '[打分.xlsx]5月'!C7. */
export function isExternal(formula: string | null): boolean {
  return formula !== null && /\[(\d+|[^\]]+\.(xls\w?|csv|ods|et))\][^!]*!/i.test(formula);
}
