import { monthsOf, quarterTitle, type Quarter } from '../../assessment/period';
import { isLogSheet } from '../words/operationLog';
import { normalizeLabel } from '../words/text';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';

/** The columns of the 季度审定表 as it is printed (A:R), apart from the three months in E:J; widths in characters. */
export const REVIEW_COLUMNS = [
  { id: 'index', column: 0, label: '序号', width: 6 },
  { id: 'department', column: 1, label: '科室', width: 14 },
  { id: 'name', column: 2, label: '姓名', width: 16 },
  { id: 'position', column: 3, label: '职务', width: 12 },
  { id: 'mean', column: 10, label: '平均分', width: 11 },
  { id: 'suggestion', column: 11, label: '建议等次', width: 11 },
  { id: 'circumstances', column: 12, label: '特殊情形及依据', width: 36 },
  { id: 'proposal', column: 13, label: '科长/分管领导建议', width: 14 },
  { id: 'party', column: 14, label: '机关党委意见', width: 14 },
  { id: 'discipline', column: 15, label: '纪检监察意见', width: 14 },
  { id: 'decision', column: 16, label: '审定等次', width: 12 },
  { id: 'remark', column: 17, label: '备注', width: 14 },
] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number]['id'];
const MONTH_COLUMNS = [4, 6, 8] as const;

/** Columns right of the printed ones that the formulas need: the person as a key, and as a name alone. */
export const KEY_LABEL = '人员键';
export const NAME_KEY_LABEL = '姓名键';

/**
 * Columns behind these for what the sheet itself does not tell: a list of keys with an entry for each, hidden, and beside
 * each person what the list says of the row's key, to be seen and filtered by. `pools`: where the limit is counted by
 * pools; `seats`: where the counts leave somebody out.
 */
export const LISTS = {
  pools: { keys: '范围键', entries: '范围登记', shown: '比例范围' },
  seats: { keys: '名额键', entries: '名额登记', shown: '名额口径' },
} as const;
export type ListId = keyof typeof LISTS;
type ListColumns = (typeof LISTS)[ListId];
export type ListColumn = ListColumns[keyof ListColumns];

const LIST_COLUMNS: readonly ListColumn[] = [...columnsOf('pools'), ...columnsOf('seats')];

function columnsOf(list: ListId): readonly ListColumn[] {
  const { keys, entries, shown } = LISTS[list];
  return [keys, entries, shown];
}

/** Where everything stands on a 季度审定表; columns and rows 0-based. */
export interface ReviewPlace {
  readonly sheet: string;
  /** First of the two heading rows. */
  readonly headerRow: number;
  readonly column: (id: ReviewColumn) => number;
  /** The total of each month; its grade stands in the next column. */
  readonly months: readonly number[];
  readonly key: number;
  readonly nameKey: number;
  /** Columns of the persons' places on the score sheets, by their heading. */
  readonly places: ReadonlyMap<string, number>;
  /** The columns of LISTS that the sheet has. */
  readonly lists: ReadonlyMap<ListColumn, number>;
  /** First row of the people, and the first row below them. */
  readonly firstRow: number;
  readonly endRow: number;
}

const TITLE = '公务员平时考核审定表';
const ANY_TITLE = new RegExp(`(\\d{4})年第([一二三四])季度${TITLE}`);

/** The title of a quarter's 审定表, without the office's name. */
export function reviewTitle(quarter: Quarter): string {
  return `${quarterTitle(quarter)}${TITLE}`;
}

/** The quarters of which a sheet bears the title, in order. */
export function reviewedQuarters(grids: Iterable<SheetGrid>): Quarter[] {
  const quarters = new Set<Quarter>();
  for (const grid of grids) {
    if (isLogSheet(grid)) continue;
    findRow(grid, (text) => {
      const [, year, ordinal] = ANY_TITLE.exec(text) ?? [];
      if (year !== undefined && ordinal !== undefined) quarters.add(`${year}Q${'一二三四'.indexOf(ordinal) + 1}`);
      return year !== undefined;
    });
  }
  return [...quarters].sort();
}

/** Headings of the months: '7月'. */
export function monthLabels(quarter: Quarter): readonly string[] {
  return monthsOf(quarter).map((month) => `${Number(month.slice(5))}月`);
}

/** The heading of the lines below the people. */
export const COUNTS_LABEL = '统计';

/**
 * The first of the counts below the people on a 审定表 of whatever quarter; the number of rows where the cells are no
 * 审定表. The counts are the program's own and never read back.
 */
export function reviewCountsRow(cells: readonly (readonly SnapshotValue[])[]): number {
  const title = cells.findIndex((line) => line.some((cell) => typeof cell === 'string' && cell.includes(TITLE)));
  const counts = title < 0 ? -1 : cells.findIndex((line, row) => row > title && line.includes(COUNTS_LABEL));
  return counts < 0 ? cells.length : counts;
}

/** The places on a sheet that is still to be made: A:R for print, then the program's columns. */
export function newReviewPlace(sheet: string, placeLabels: readonly string[], people: number): ReviewPlace {
  const key = REVIEW_COLUMNS.length + 2 * MONTH_COLUMNS.length;
  return {
    sheet,
    headerRow: 2,
    column: columnsBy(({ column }) => column),
    months: MONTH_COLUMNS,
    key,
    nameKey: key + 1,
    places: new Map(placeLabels.map((label, i) => [label, key + 2 + i])),
    lists: new Map(),
    firstRow: 4,
    endRow: 4 + people,
  };
}

/**
 * Finds the 季度审定表 of a quarter by its title and headings, wherever they stand on the sheet.
 *
 * @returns undefined when the sheet is none; the missing headings when it was one and its headings were changed
 */
export function findReview(
  grid: SheetGrid,
  title: string,
  quarter: Quarter,
  placeLabels: readonly string[],
): ReviewPlace | { readonly missing: readonly string[] } | undefined {
  // 操作记录 repeats what was written, title and headings among it.
  if (isLogSheet(grid)) return undefined;
  const titleRow = findRow(grid, (text) => text.includes(title));
  if (titleRow === undefined) return undefined;
  const headerRow = findRow(grid, (text) => text === '审定等次' || text === '平均分', titleRow + 1);
  if (headerRow === undefined) return { missing: ['平均分', '审定等次'] };

  const at = new Map<string, number>();
  for (let column = 0; column < grid.columnEnd; column++) {
    const label = normalizeLabel(String(grid.value(headerRow, column)));
    if (label !== '' && !at.has(label)) at.set(label, column);
  }
  const labels = [...REVIEW_COLUMNS.map(({ label }) => label), ...monthLabels(quarter)];
  const needed = [...labels, KEY_LABEL, NAME_KEY_LABEL];
  const missing = needed.filter((label) => !at.has(label));
  if (missing.length > 0) return { missing };
  const column = (label: string) => at.get(label) ?? 0;

  const firstRow = headerRow + 2;
  let endRow = firstRow;
  while (endRow < grid.rowEnd && normalizeLabel(String(grid.value(endRow, column('序号')))) !== COUNTS_LABEL) endRow++;
  const lists = new Map(
    LIST_COLUMNS.flatMap((label) => {
      const found = at.get(label);
      return found === undefined ? [] : [[label, found] as const];
    }),
  );
  let next = Math.max(column(NAME_KEY_LABEL), ...placeLabels.map((label) => at.get(label) ?? 0), ...lists.values());
  return {
    sheet: grid.name,
    headerRow,
    column: columnsBy(({ label }) => column(label)),
    months: monthLabels(quarter).map(column),
    key: column(KEY_LABEL),
    nameKey: column(NAME_KEY_LABEL),
    places: new Map(placeLabels.map((label) => [label, at.get(label) ?? ++next])),
    lists,
    firstRow,
    endRow,
  };
}

/** The place with the columns of a list: those that the sheet lacks come behind all others, where it is free. */
export function withList(place: ReviewPlace, list: ListId, grid: SheetGrid): ReviewPlace {
  let next = Math.max(place.nameKey, ...place.places.values(), ...place.lists.values());
  const columns = columnsOf(list).map((label) => {
    const present = place.lists.get(label);
    if (present !== undefined) return [label, present] as const;
    do next++;
    while (!grid.columnIsFree(next, 0, grid.rowEnd));
    return [label, next] as const;
  });
  return { ...place, lists: new Map([...place.lists, ...columns]) };
}

function columnsBy(at: (column: (typeof REVIEW_COLUMNS)[number]) => number): ReviewPlace['column'] {
  const columns = new Map<ReviewColumn, number>(REVIEW_COLUMNS.map((column) => [column.id, at(column)]));
  return (id) => columns.get(id) ?? 0;
}

/** Characters that one of the searched texts begins with or holds, so that most cells need no normalising. */
const TITLE_OR_HEADING = /审|平/;

function findRow(grid: SheetGrid, matches: (text: string) => boolean, from = 0): number | undefined {
  for (let row = from; row < grid.rowEnd; row++) {
    for (let column = 0; column < grid.columnEnd; column++) {
      const text = grid.value(row, column);
      if (typeof text === 'string' && TITLE_OR_HEADING.test(text) && matches(normalizeLabel(text))) return row;
    }
  }
  return undefined;
}
