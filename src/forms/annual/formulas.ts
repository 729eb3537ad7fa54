import { GRADES } from '../../assessment/grade';
import { fixedAddress, sheetPrefix } from '../grid/address';
import type { ReviewPlace } from '../review/columns';

/** Behind a 建议等次 that the group has not decided. */
export const NOT_DECIDED = '（未审定）';

/** What is counted of a person's four quarters, in the order of 年度汇总表. */
export const COUNTED = [...GRADES, '不确定'] as const;
export type Counted = (typeof COUNTED)[number];

/**
 * A person's grade of a quarter, live: 审定等次, else 建议等次 with （未审定） behind it; '' while the person is not there.
 *
 * @param place the cell that holds the person's place on the quarter's 审定表
 */
export function quarterFormula(place: string, review: ReviewPlace): string {
  const at = (column: number) => `INDEX(${reviewRange(review, column)},${place})`;
  const [decision, suggestion] = [at(review.column('decision')), at(review.column('suggestion'))];
  return `=IF(${place}="","",IF(${decision}<>"",${decision},IF(${suggestion}="","",${suggestion}&"${NOT_DECIDED}")))`;
}

/**
 * A column of a 审定表 with its sheet. The line below the people belongs to it, so that it grows with people who are put
 * in above that line; nobody's key stands there.
 */
export function reviewRange({ sheet, firstRow, endRow }: ReviewPlace, column: number): string {
  return sheetPrefix(sheet) + fixedAddress({ row: firstRow, column, rows: endRow - firstRow + 1, columns: 1 });
}

/** How many of a person's quarters have a grade, decided or not: 好 counts 好 and 好（未审定）, and not 较好. */
export function countFormula(quarters: string, counted: Counted): string {
  return `=COUNTIF(${quarters},"${counted}*")`;
}
