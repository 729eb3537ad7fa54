import type { SheetGrid } from '../grid/sheetGrid';
import {
  KEY_LABEL,
  LIST_COLUMNS,
  listColumnsOf,
  MONTH_COLUMNS,
  monthLabels,
  NAME_KEY_LABEL,
  REVIEW_COLUMNS,
  type ListColumn,
  type ListId,
  type ReviewColumn,
} from './columns';
import type { ReviewTable } from './table';

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
 * The places on a sheet that is continued.
 *
 * @returns the missing headings where it was changed, or made by hand
 */
export function continuedPlace(
  { grid, headerRow, headings, columns, quarter, endRow }: ReviewTable,
  placeLabels: readonly string[],
): ReviewPlace | { readonly missing: readonly string[] } {
  const months = monthLabels(quarter);
  const missing = [
    ...REVIEW_COLUMNS.filter(({ id }) => !columns.has(id)).map(({ label }) => label),
    ...[...months, KEY_LABEL, NAME_KEY_LABEL].filter((label) => !headings.has(label)),
  ];
  if (missing.length > 0) return { missing };
  const column = (label: string) => headings.get(label) ?? 0;
  const lists = new Map(
    LIST_COLUMNS.flatMap((label) => {
      const found = headings.get(label);
      return found === undefined ? [] : [[label, found] as const];
    }),
  );
  let next = Math.max(column(NAME_KEY_LABEL), ...placeLabels.map(column), ...lists.values());
  return {
    sheet: grid.name,
    headerRow,
    column: columnsBy(({ id }) => columns.get(id) ?? 0),
    months: months.map(column),
    key: column(KEY_LABEL),
    nameKey: column(NAME_KEY_LABEL),
    places: new Map(placeLabels.map((label) => [label, headings.get(label) ?? ++next])),
    lists,
    firstRow: headerRow + 2,
    endRow,
  };
}

/** The place with the columns of a list: those that the sheet lacks come behind all others, where it is free. */
export function withList(place: ReviewPlace, list: ListId, grid: SheetGrid): ReviewPlace {
  let next = Math.max(place.nameKey, ...place.places.values(), ...place.lists.values());
  const columns = listColumnsOf(list).map((label) => {
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

/** A key as the sheet's 人员键 has it, where nobody's is without 科室. */
export function keyOnSheet(key: string): string {
  return key.includes('|') ? key : `|${key}`;
}
