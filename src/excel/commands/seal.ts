import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/seal/problems';
import type { SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import {
  changeText,
  oldSealChanges,
  oldSealOf,
  SEAL_VERSION,
  sealChanges,
  sealOf,
  sectionsOf,
  shortDigest,
  type Seal,
  type SealChange,
} from '../../forms/seal/seal';
import { sealContent, shownPerson } from '../../forms/seal/content';
import { digestCell, layoutSealLine, plannedLine, printedSeal, type SealedBy } from '../../forms/seal/line';
import { isTrueRecord, layoutSealRecord, readSeal } from '../../forms/seal/record';
import { sealedSheets, sealedUnits, type SealedUnit } from '../../forms/seal/units';
import { finalLine } from '../../forms/notice/final';
import type { SheetGrid } from '../../forms/grid/sheetGrid';
import { findReview } from '../../forms/review/table';
import { readCells } from '../workbook/sealedCells';
import { isSealRecord } from '../../forms/seal/recordSheet';
import { previewOf, refusedFor, type Preview } from './preview';
import type { Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { isUndecided, reviewedPeople } from '../../forms/review/decisions';
import { readReview, type ReviewSheet } from '../../forms/review/read';
import { warningsOf } from '../reading/warnings';
import { reviewOf } from '../reading/reviewOf';
import { runReading } from '../workbook/running';

export interface SealOptions extends SealedBy {
  readonly quarter: Quarter;
  /** Seal anew what was changed since; the earlier digest is kept. */
  readonly renew?: boolean;
}

export interface SealPreview extends Preview {
  /** Null where nothing can be sealed. */
  readonly seal: Seal | null;
}

export interface SealCheck {
  /** A seal stands in the workbook. */
  readonly sealed: boolean;
  /** It does, and nothing changed since. */
  readonly clean: boolean;
  readonly changes: readonly SealChange[];
  readonly problems: readonly Problem[];
}

/** Plans the seal of a decided review (R36): its digest on the 审定表, all digests on 封存记录. */
export async function previewSeal({ quarter, renew = false, ...sealedBy }: SealOptions): Promise<SealPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { reading, grids } = sheets;
    const { sheet: found, problems: unreadable } = readReview(grids.values(), quarter);
    const refuse = (refusal: Problem): SealPreview => ({ ...refusedFor(reading, refusal), seal: null });
    if (unreadable[0] !== undefined) return refuse(unreadable[0]);
    if (found === null) return refuse(problem.sealWithoutReview(quarterTitle(quarter)));
    const { grid } = found.table;
    const { review } = reviewOf(sheets, quarter);
    const reviewed = reviewedPeople(review);
    const undecided = found.lines
      .filter((line) => isUndecided(line, reviewed.get(line.key)))
      .map(({ key }) => shownPerson(key));
    if (undecided.length > 0) return refuse(problem.sealUndecided(grid.name, undecided));
    const locked = [grid, ...[...grids.values()].filter(isSealRecord)].find((each) => each.protected);
    if (locked !== undefined) return refuse(problem.sealProtected(locked.name));

    const stored = readSeal(grids.values(), quarter);
    const changes = stored === null ? [] : await changesSince(context, sheets, stored, found);
    if (changes.length > 0 && !renew) return refuse(problem.sealExists(grid.name, listed(changes)));
    // What is sealed as it stands stays so; an older seal gives way to one that covers more.
    const isKept = stored !== null && stored.version === SEAL_VERSION && changes.length === 0;
    const seal = isKept ? stored : await sealOf(quarter, await unitsNow(context, sheets, quarter, found, sealedBy));
    const planned = isKept ? [] : [layoutSealLine(found.table, seal.full, sealedBy), layoutSealRecord(seal, grids)];
    const written = planned.filter((plan): plan is SheetPlan => plan !== null);
    const warned = warningsOf(sheets, review, found);
    const problems = [...reading.problems, ...warned];
    return { ...previewOf(reading, { sheets: written, refused: false, problems, warned }), seal };
  });
}

/** What changed since a quarter was sealed, with cell, before and after. Writes nothing. */
export async function verifySeal({ quarter }: { readonly quarter: Quarter }): Promise<SealCheck> {
  return runReading(async (context) => verify(context, await readSheets(context, { quarter }), quarter));
}

/** Warnings for a review that is run again after it was sealed; none where it was not, or where it still is the same. */
export async function sealProblems(
  context: Excel.RequestContext,
  sheets: Sheets,
  quarter: Quarter,
): Promise<readonly Problem[]> {
  if (![...sheets.grids.values()].some(isSealRecord)) return [];
  const { sealed, problems } = await verify(context, sheets, quarter);
  return sealed ? problems : [];
}

async function verify(context: Excel.RequestContext, sheets: Sheets, quarter: Quarter): Promise<SealCheck> {
  const title = quarterTitle(quarter);
  const grids = [...sheets.grids.values()];
  const stored = readSeal(grids, quarter);
  if (stored === null) {
    const lost = grids.find((grid) => isPrinted(grid, quarter));
    const problems = lost === undefined ? [problem.sealNone(title)] : [problem.sealRecordChanged(title)];
    return { sealed: lost !== undefined, clean: false, changes: [], problems };
  }
  const { sheet: found } = readReview(grids, quarter);
  const changes = await changesSince(context, sheets, stored, found);
  const problems = [
    ...sectionsOf(stored.version).flatMap((section) => {
      const ofSection = changes.filter((change) => change.section === section);
      return ofSection.length === 0 ? [] : [problem.sealBroken(title, section, listed(ofSection))];
    }),
    ...(found === null ? [problem.sealWithoutReview(title)] : []),
    ...((await isTrueRecord(stored, grids)) ? [] : [problem.sealRecordChanged(title)]),
    ...(found !== null && printedSeal(found.table) !== shortDigest(stored.full)
      ? [problem.sealPrintDiffers(found.table.grid.name, shortDigest(stored.full))]
      : []),
  ];
  const older = stored.version < SEAL_VERSION ? [problem.sealOlder(title)] : [];
  return { sealed: true, clean: problems.length === 0, changes, problems: [...problems, ...older] };
}

/** The record is gone and the 审定表 says that it was sealed. */
function isPrinted(grid: SheetGrid, quarter: Quarter): boolean {
  const table = findReview(grid, quarter);
  return table !== undefined && !('missing' in table) && printedSeal(table) !== '';
}

/** What changed since a seal, as far as it tells. */
async function changesSince(
  context: Excel.RequestContext,
  sheets: Sheets,
  stored: Seal,
  found: ReviewSheet | null,
): Promise<readonly SealChange[]> {
  const { quarter } = stored;
  if (stored.version === SEAL_VERSION) return sealChanges(stored, await unitsNow(context, sheets, quarter, found));
  const { book, settings } = sheets.reading;
  const { review, register } = reviewOf(sheets, quarter);
  const lines = found === null ? [] : [...found.lines, ...found.repeated];
  const units = sealContent({ book, settings, review, register: register.entries, lines });
  return oldSealChanges(stored, await oldSealOf(quarter, units), units);
}

/**
 * Everything that a quarter's result rests on and says, as it is now. One sync.
 *
 * @param sealedBy what is about to be sealed: with what its own line is going to say
 */
async function unitsNow(
  context: Excel.RequestContext,
  sheets: Sheets,
  quarter: Quarter,
  found: ReviewSheet | null,
  sealedBy?: SealedBy,
): Promise<SealedUnit[]> {
  const { grids, read, reading } = sheets;
  const { book } = reading;
  const cells = await readCells(context, sealedSheets({ book, grids, sheet: found }, quarter));
  const line = found === null ? undefined : finalLine(found.table.grid)?.cell;
  const digest = found === null ? null : digestCell(found.table);
  const planned = found === null || sealedBy === undefined ? [] : [...plannedLine(found.table, sealedBy)];
  const besides = [line, digest, ...planned.filter(([, text]) => text === null).map(([cell]) => cell)];
  return sealedUnits({
    snapshot: read.snapshot,
    grids,
    names: read.names,
    book,
    review: reviewOf(sheets, quarter).review,
    sheet: found,
    cells,
    besides: new Set(besides.flatMap((cell) => cell ?? [])),
    planned: new Map(planned.flatMap(([cell, text]) => (text === null ? [] : [[cell, text]]))),
  });
}

/** So many changes are named in one message. */
const MOST_NAMED = 10;

function listed(changes: readonly SealChange[]): string {
  const names = changes.slice(0, MOST_NAMED).map(changeText);
  return `${names.join('、')}${changes.length > MOST_NAMED ? `等${changes.length}处` : ''}`;
}
