import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel } from '../words/text';

/** Behind the year, on the lists that are made of it. */
export const LISTS_TITLE = '年度考核参考名单';
export const NOTICE_TITLE = '年度考核拟定优秀等次人员当年平时考核结果';

/** A list of whatever year, by its title. */
export function isAnnualList(grid: SheetGrid): boolean {
  const title = normalizeLabel(String(grid.value(0, 0)));
  return title.includes(LISTS_TITLE) || title.includes(NOTICE_TITLE);
}
