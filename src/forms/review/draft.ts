import type { PersonReview, QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import type { Book } from '../book/model';
import { signersOf, type SignatureNames } from '../evaluation/leadership';
import type { Recommendations } from '../evaluation/recommendations';
import { cellAddress, fixedAddress } from '../grid/address';
import type { CellBlock, CellContent, SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { keptProblems } from '../scoring/layout';
import type { ListColumn, ListId } from './columns';
import { reviewedPeople } from './decisions';
import { stricterRow } from './look';
import { reviewPeriods, type ReviewPeriod } from './periods';
import { withList, type ReviewPlace } from './place';
import { placePoolLines, poolsByKey, poolsInOrder, unknownPool, type PoolLine } from './pools';
import { problem } from './writingProblems';
import { seatNotes } from './seats';
import type { ScoreReference } from './sources';

/** What a 审定表 is made of. */
export interface ReviewContent {
  readonly review: QuarterReview;
  readonly book: Book;
  readonly settings: Settings;
  readonly additions: ReviewAdditions;
  readonly sources: readonly ScoreReference[];
}

/** What the 审定表 shows beside the review. */
export interface ReviewAdditions {
  /** 建议等次 of 附件2, for 科长/分管领导建议. */
  readonly recommendations: Recommendations;
  /** Who signs a 审定表 that is made; names behind 组长, 副组长 and 成员. */
  readonly signers: SignatureNames;
}

export const NO_ADDITIONS: ReviewAdditions = { recommendations: new Map(), signers: signersOf([]) };

/** One person's row: those of an earlier run stay where they are. */
export interface PersonRow {
  readonly row: number;
  readonly key: string;
  readonly isNew: boolean;
}

/** What one of LISTS holds. */
export interface ReviewList {
  readonly isUsed: boolean;
  /** A person's entry; '' for none, and for everybody while it is not used. */
  readonly entryOf: (key: string) => string;
  /** What is shown of a row that the list does not have. */
  readonly unknown: string;
}

/** A 审定表 as it is to be: where everything stands before it is written. */
export interface ReviewDraft extends ReviewContent {
  readonly place: ReviewPlace;
  /** The sheet is made now. */
  readonly isNew: boolean;
  /** The sheet with its new rows. */
  readonly grid: SheetGrid;
  readonly insertRows: SheetPlan['insertRows'];
  readonly rows: readonly PersonRow[];
  readonly people: ReadonlyMap<string, PersonReview>;
  /** How many people are put in below those of an earlier run, and the first row below all. */
  readonly added: number;
  readonly endRow: number;
  readonly periods: readonly ReviewPeriod[];
  readonly lists: Readonly<Record<ListId, ReviewList>>;
  /** The columns of lists that are made now. */
  readonly listColumns: readonly (readonly [ListColumn, number])[];
  readonly poolLines: readonly PoolLine[];
  /** What is found while it is laid out. */
  readonly problems: Problem[];
}

/**
 * Gives everybody and everything a row and a column.
 *
 * @param old the people of an earlier run
 */
export function draftReview(
  content: ReviewContent,
  present: SheetGrid,
  found: ReviewPlace,
  old: readonly Omit<PersonRow, 'isNew'>[],
): ReviewDraft {
  const { review, sources, settings } = content;
  const lists = listsOf(content);
  const used = (['pools', 'seats'] as const).filter((id) => lists[id].isUsed);
  const place = used.reduce((before, id) => withList(before, id, present), found);
  const periods = reviewPeriods(place, review, sources);

  const known = new Set(old.map(({ key }) => key));
  const fresh = review.people.filter(({ key }) => !known.has(key));
  const from = present.exists ? place.endRow : place.firstRow;
  const rows = [
    ...old.map((row) => ({ ...row, isNew: false })),
    ...fresh.map(({ key }, i) => ({ row: from + i, key, isNew: true })),
  ];
  const added = present.exists ? fresh.length : 0;
  const endRow = from + fresh.length;

  const keys = rows.map(({ key }) => key);
  const pools = settings.pool === '全局' ? [] : poolsInOrder(review, keys, lists.pools.entryOf);
  const grown = present.withRows(place.endRow, added);
  const columns = periods.map(({ column }) => column);
  const poolLines = placePoolLines(grown, stricterRow(endRow), columns, pools);
  const newLines = poolLines.filter(({ isNew }) => isNew);
  const above = newLines[0]?.row ?? 0;
  // Below the last thing on the sheet there is room without new rows.
  const inserted = above - added < present.rowEnd ? newLines.length : 0;
  return {
    ...content,
    place,
    isNew: !present.exists,
    grid: grown.withRows(above, inserted),
    insertRows: [
      { above: place.endRow, count: added },
      { above, count: inserted },
    ].filter(({ count }) => count > 0),
    rows,
    people: reviewedPeople(review),
    added,
    endRow,
    periods,
    lists,
    listColumns: [...place.lists].filter(([label]) => !found.lists.has(label)),
    poolLines,
    problems: goneProblems(review, place, old),
  };
}

function listsOf({ review, book, settings }: ReviewContent): ReviewDraft['lists'] {
  const pools = poolsByKey(book, settings.pool);
  const noPool = unknownPool(settings.pool);
  const notes = seatNotes(review, settings);
  return {
    pools: { isUsed: settings.pool !== '全局', entryOf: (key) => pools.get(key) ?? noPool, unknown: noPool },
    seats: { isUsed: notes.size > 0, entryOf: (key) => notes.get(key) ?? '', unknown: '' },
  };
}

/** Rows of people whom no score sheet of the quarter has; they are kept. */
function goneProblems(
  { people }: QuarterReview,
  place: ReviewPlace,
  old: readonly Omit<PersonRow, 'isNew'>[],
): Problem[] {
  const wanted = new Set(people.map(({ key }) => key));
  return old
    .filter(({ key }) => !wanted.has(key))
    .map(({ row, key }) =>
      problem.reviewPersonGone(place.sheet, cellAddress(row, place.column('name')), key.replace('|', ' ')),
    );
}

/** A block of formulas; what was typed over one of them stays and is reported. */
export function formulaBlock(
  { grid, place, problems }: ReviewDraft,
  label: string,
  row: number,
  column: number,
  cells: readonly (readonly CellContent[])[],
): CellBlock {
  const { block, kept } = grid.formulaBlock(label, row, column, cells);
  problems.push(...keptProblems(place.sheet, kept));
  return block;
}

/** One of the program's columns, over all people; rows of nobody are left as they are. */
export function personColumn(
  draft: ReviewDraft,
  label: string,
  column: number,
  contentOf: (row: PersonRow, person: PersonReview | undefined) => CellContent,
): CellBlock {
  const { place, people } = draft;
  const cells = allRows(draft).map((row) => [row === undefined ? null : contentOf(row, people.get(row.key))]);
  return formulaBlock(draft, label, place.firstRow, column, cells);
}

/** The people's rows from the first to the last; undefined for one of nobody. */
export function allRows({ place, endRow, rows }: ReviewDraft): (PersonRow | undefined)[] {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return Array.from({ length: endRow - place.firstRow }, (_, i) => byRow.get(place.firstRow + i));
}

/** A column's cells of all people, fixed. */
export function peopleRange({ place: { firstRow }, endRow }: ReviewDraft, column: number): string {
  return fixedAddress({ row: firstRow, column, rows: endRow - firstRow, columns: 1 });
}
