import { GRADES } from '../../assessment/grade';
import { fixedAddress, sheetPrefix } from '../grid/address';
import { KEY_LABEL } from '../review/columns';
import { EXCUSED, placeFormula } from '../review/formulas';
import { keyOnSheet } from '../review/place';
import type { ReviewLine, ReviewSheet } from '../review/read';
import type { ReviewTable } from '../review/table';
import { literal } from '../score-sheet/formulas';

/** Behind a 建议等次 that the group has not decided. */
export const NOT_DECIDED = '（未审定）';

/** What is counted of a person's four quarters, in the order of 年度汇总表. */
export const COUNTED = [...GRADES, '不确定'] as const;
export type Counted = (typeof COUNTED)[number];

/**
 * A person's grade of a quarter, live: 审定等次, else 建议等次 with （未审定） behind it where the group has to decide; '' while
 * the person is not there.
 *
 * @param place the cell that holds the person's place on the quarter's 审定表
 */
export function quarterFormula(place: string, review: ReviewTable): string {
  const at = (column: number) => `INDEX(${reviewRange(review, column)},${place})`;
  const decision = at(review.columns.get('decision') ?? 0);
  const column = review.columns.get('suggestion');
  const suggestion = column === undefined ? '""' : at(column);
  const excused = EXCUSED.map((status) => `${suggestion}="${status}"`).join(',');
  const mark = `IF(OR(${excused}),"","${NOT_DECIDED}")`;
  return `=IF(${place}="","",IF(${decision}<>"",${decision},IF(${suggestion}="","",${suggestion}&${mark})))`;
}

/**
 * A person's place on a quarter's 审定表: by 人员键, or by name on a sheet that was made by hand.
 *
 * @param own the key that the row of 年度汇总表 has, and the cell with it
 * @returns null for namesakes on a sheet without 人员键, whom no formula tells apart
 */
export function reviewPlaceFormula(
  { table, lines }: ReviewSheet,
  key: string,
  own: { readonly key: string; readonly cell: string },
): string | null {
  const keys = table.headings.get(KEY_LABEL);
  if (keys !== undefined) {
    const there = keyOnSheet(key);
    return placeFormula(there === own.key ? own.cell : literal(there), reviewRange(table, keys));
  }
  const names = table.columns.get('name') ?? 0;
  const written = (line: ReviewLine) => String(table.grid.value(line.row, names));
  const name = lines.filter((line) => line.key === key).map(written)[0] ?? '';
  if (lines.filter((line) => written(line) === name).length !== 1) return null;
  return placeFormula(literal(name), reviewRange(table, names));
}

/**
 * A column of a 审定表 with its sheet. The line below the people belongs to it, so that it grows with people who are put
 * in above that line; nobody's key stands there.
 */
function reviewRange({ grid, firstRow, endRow }: ReviewTable, column: number): string {
  return sheetPrefix(grid.name) + fixedAddress({ row: firstRow, column, rows: endRow - firstRow + 1, columns: 1 });
}

/** How many of a person's quarters have a grade, decided or not: 好 counts 好 and 好（未审定）, and not 较好. */
export function countFormula(quarters: string, counted: Counted): string {
  return `=COUNTIF(${quarters},"${counted}*")`;
}
