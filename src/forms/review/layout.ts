import { settingsNote } from '../../assessment/settingsNote';
import { quarterTitle } from '../../assessment/period';
import { emptySheetPlan, type CellBlock, type FormatStep, type SheetPlan, type ValidationStep } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { ScoreForm } from '../score-sheet/form';
import type { ScorePlace } from '../scoring/layout';
import { LISTS, type ListColumn } from './columns';
import { countBlocks, poolBlocks, stricterBlocks, stricterIs } from './counts';
import { draftReview, NO_ADDITIONS, type ReviewAdditions, type ReviewContent, type ReviewDraft } from './draft';
import { headBlocks, placeHeadings, ruleVersion, signatureBlocks } from './frame';
import { listBlocks } from './lists';
import {
  addedFormats,
  circumstancesWidth,
  conclusionLook,
  listColumnLook,
  lastPage,
  nearLines,
  poolLook,
  poolMerges,
  reviewFormats,
  reviewMerges,
  reviewPage,
  stricterLook,
  type MovedPage,
  type ReviewTexts,
} from './look';
import { areFirstCircumstances, hasCircumstances, personBlocks } from './people';
import { growingRows, heightsBefore, peopleHeights, tallRows, type GrowingRow } from './personHeights';
import { continuedPlace, newReviewPlace } from './place';
import { problem } from './problems';
import { readTable } from './read';
import { scoreReferences } from './sources';
import { findReview } from './table';

/** 审定等次 that the group may choose (R12, ambiguity 38: statuses are not grades). */
const DECISIONS = ['好', '较好', '一般', '较差', '不确定等次', '不参加考核'] as const;

export interface ReviewLayout {
  /** None when the sheet of an earlier run cannot be continued. */
  readonly sheets: readonly SheetPlan[];
  /** Rows of an earlier run whose height may have to follow their texts. */
  readonly growing: readonly GrowingRow[];
  /** Null where the sheet is made now, or refused. */
  readonly moved: MovedPage | null;
  readonly problems: readonly Problem[];
}

export interface ReviewInput extends Omit<ReviewContent, 'sources' | 'additions'> {
  /** Where each form's live totals and keys stand. */
  readonly places: ReadonlyMap<ScoreForm, ScorePlace>;
  readonly grids: ReadonlyMap<string, SheetGrid>;
  readonly additions?: ReviewAdditions;
}

/**
 * Plans the 季度审定表 (layouts: A:R) with live formulas into the month sheets, by person and not by row. On a sheet
 * made earlier the people keep their rows and all that was typed beside them; new people are added below them.
 */
export function layoutReview({ grids, places, additions = NO_ADDITIONS, ...input }: ReviewInput): ReviewLayout {
  const { review, book } = input;
  const content = { ...input, additions, sources: scoreReferences(review.quarter, book, places) };
  const labels = content.sources.map(({ label }) => label);
  for (const grid of grids.values()) {
    const table = findReview(grid, review.quarter);
    if (table === undefined) continue;
    if ('missing' in table) return refused(problem.reviewHeadingsMissing(grid.name, table.missing));
    const place = continuedPlace(table, labels);
    if ('missing' in place) return refused(problem.reviewHeadingsMissing(grid.name, place.missing));
    if (grid.protected) return refused(problem.reviewProtected(grid.name));
    const { lines, repeated } = readTable(table).sheet;
    return laidOut(draftReview(content, grid, place, inOrder([...lines, ...repeated])));
  }
  const name = new SheetNames(grids.keys()).next(`${quarterTitle(review.quarter)}审定表`);
  const place = newReviewPlace(name, labels, review.people.length);
  return laidOut(draftReview(content, SheetGrid.empty(name), place, []));
}

function refused(why: Problem): ReviewLayout {
  return { sheets: [], growing: [], moved: null, problems: [why] };
}

function inOrder<Row extends { readonly row: number }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.row - b.row);
}

function laidOut(draft: ReviewDraft): ReviewLayout {
  const { place, isNew, endRow, poolLines } = draft;
  const newLines = poolLines.filter((line) => line.isNew);
  const { note } = textsOf(draft);
  const first = lastPage(place, peopleHeights(draft), poolLines.length, note);
  const plan: SheetPlan = {
    ...emptySheetPlan(place.sheet, isNew),
    insertRows: draft.insertRows,
    blocks: blocksOf(draft).filter(({ cells }) => cells.some((line) => line.some((content) => content !== null))),
    merges: [
      ...(isNew ? reviewMerges(place, endRow, poolLines.length) : []),
      ...newLines.flatMap(({ row }) => poolMerges(place, row)),
    ],
    formats: formatsOf(draft),
    validations: isNew || draft.added > 0 ? [decisionChoice(draft)] : [],
    nearLines: isNew ? nearLines(place, endRow) : [],
    page: isNew ? reviewPage(place, endRow, poolLines.length) : null,
    pageBreaks: isNew && first !== null ? [first] : [],
    freezeRows: isNew ? place.headerRow + 2 : null,
    freezeColumns: isNew ? place.column('position') + 1 : 0,
    hiddenRows: poolLines.flatMap((line) =>
      line.isNew || (line.pool === null) === line.wasUnused ? [] : [{ row: line.row, hidden: line.pool === null }],
    ),
    hiddenColumns: hiddenColumns(draft),
  };
  const pools = poolLines.length - newLines.length;
  const wasOnePage = isNew || lastPage(place, heightsBefore(draft), pools, note) === null;
  const moved = isNew ? null : { endRow: place.endRow, wasOnePage, first, insertRows: draft.insertRows };
  return { sheets: [plan], growing: growingRows(draft), moved, problems: draft.problems };
}

function blocksOf(draft: ReviewDraft): CellBlock[] {
  return [
    ...(draft.isNew ? headBlocks(draft) : []),
    ruleVersion(draft),
    ...placeHeadings(draft),
    ...personBlocks(draft),
    ...countBlocks(draft),
    ...stricterBlocks(draft),
    ...listBlocks(draft, 'pools'),
    ...listBlocks(draft, 'seats'),
    ...poolBlocks(draft),
    ...(draft.isNew ? signatureBlocks(draft) : []),
  ];
}

function formatsOf(draft: ReviewDraft): FormatStep[] {
  const { place, isNew, endRow, poolLines, listColumns } = draft;
  const columns = draft.periods.map(({ column }) => column);
  return [
    ...(isNew ? reviewFormats(place, endRow, poolLines.length, textsOf(draft)) : addedFormats(place, draft.added)),
    // A sheet of an earlier version did not have the stricter figure.
    ...(!isNew && stricterIs(draft, '') ? [stricterLook(place, endRow)] : []),
    ...(!isNew && areFirstCircumstances(draft) ? circumstancesWidth(place) : []),
    ...poolLines.filter((line) => line.isNew).flatMap(({ row }) => poolLook(place, row, columns)),
    ...listColumns.map(([, column]) => listColumnLook(place, column, endRow)),
    ...(listColumns.some(([label]) => label === LISTS.seats.shown) ? [conclusionLook(place, endRow)] : []),
    ...tallRows(draft),
  ];
}

function textsOf(draft: ReviewDraft): ReviewTexts {
  return { note: settingsNote(draft.settings), hasCircumstances: hasCircumstances(draft) };
}

function decisionChoice({ place, endRow }: ReviewDraft): ValidationStep {
  const { firstRow, column } = place;
  return {
    area: { row: firstRow, column: column('decision'), rows: endRow - firstRow, columns: 1 },
    rule: { kind: 'list', values: DECISIONS },
    title: '审定等次',
    prompt: '由考核领导小组审定，请从下拉列表中选择。',
    error: '审定等次须为好、较好、一般、较差、不确定等次或不参加考核，请从下拉列表中选择。',
  };
}

function hiddenColumns({ place, isNew, listColumns }: ReviewDraft): SheetPlan['hiddenColumns'] {
  const shown: readonly ListColumn[] = [LISTS.pools.shown, LISTS.seats.shown];
  return [
    ...(isNew ? [{ row: 0, column: place.key, rows: 1, columns: 2 + place.places.size }] : []),
    ...listColumns
      .filter(([label]) => !shown.includes(label))
      .map(([, column]) => ({ row: 0, column, rows: 1, columns: 1 })),
  ];
}
