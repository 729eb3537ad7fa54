import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/seal/problems';
import type { SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { overUnits, sealChanges, sealOf, shortDigest, type Seal, type SealChange } from '../../forms/seal/seal';
import { sealContent, SEAL_SECTIONS, shownPerson } from '../../forms/seal/content';
import { layoutSealLine, printedSeal, type SealedBy } from '../../forms/seal/line';
import { layoutSealRecord, readSeal } from '../../forms/seal/record';
import { isSealRecord } from '../../forms/seal/recordSheet';
import { previewOf, refusedFor, type Preview } from './preview';
import type { Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { isElsewhere, reviewedPeople } from '../../forms/review/decisions';
import { readReview, type ReviewSheet } from '../../forms/review/read';
import { warningsOf } from '../reading/decided';
import { reviewOf } from '../reading/reviewOf';

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
  return Excel.run(async (context) => {
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
      .filter((line) => line.decision === null && !isElsewhere(line, reviewed.get(line.key)))
      .map(({ key }) => shownPerson(key));
    if (undecided.length > 0) return refuse(problem.sealUndecided(grid.name, undecided));
    const locked = [grid, ...[...grids.values()].filter(isSealRecord)].find((each) => each.protected);
    if (locked !== undefined) return refuse(problem.sealProtected(locked.name));

    const { seal, changes } = await compare(sheets, quarter, found);
    if (changes.length > 0 && !renew) return refuse(problem.sealExists(grid.name, listed(changes)));
    const planned = [layoutSealLine(found.table, seal.full, sealedBy), layoutSealRecord(seal, grids)];
    const written = planned.filter((plan): plan is SheetPlan => plan !== null);
    const warned = warningsOf(sheets, review, found);
    const problems = [...reading.problems, ...warned];
    return { ...previewOf(reading, { sheets: written, refused: false, problems, warned }), seal };
  });
}

/** What changed since a quarter was sealed, by section and person. Writes nothing. */
export async function verifySeal({ quarter }: { readonly quarter: Quarter }): Promise<SealCheck> {
  return Excel.run(async (context) => verify(await readSheets(context, { quarter }), quarter));
}

/** Warnings for a review that is run again after it was sealed; none where it was not, or where it still is the same. */
export async function sealProblems(sheets: Sheets, quarter: Quarter): Promise<readonly Problem[]> {
  if (![...sheets.grids.values()].some(isSealRecord)) return [];
  const { sealed, problems } = await verify(sheets, quarter);
  return sealed ? problems : [];
}

async function verify(sheets: Sheets, quarter: Quarter): Promise<SealCheck> {
  const title = quarterTitle(quarter);
  const stored = readSeal(sheets.grids.values(), quarter);
  if (stored === null) return { sealed: false, clean: false, changes: [], problems: [problem.sealNone(title)] };
  const { sheet: found } = readReview(sheets.grids.values(), quarter);
  const { changes } = await compare(sheets, quarter, found);
  const record = await overUnits(quarter, stored.units);
  const isRecordTrue =
    record.full === stored.full &&
    record.sections.every(({ section, digest }) =>
      stored.sections.some((s) => s.section === section && s.digest === digest),
    );
  const problems = [
    ...SEAL_SECTIONS.flatMap((section) => {
      const ofSection = changes.filter((change) => change.section === section);
      return ofSection.length === 0 ? [] : [problem.sealBroken(title, section, listed(ofSection))];
    }),
    ...(found === null ? [problem.sealWithoutReview(title)] : []),
    ...(isRecordTrue ? [] : [problem.sealRecordChanged(title)]),
    ...(found !== null && printedSeal(found.table) !== shortDigest(stored.full)
      ? [problem.sealPrintDiffers(found.table.grid.name, shortDigest(stored.full))]
      : []),
  ];
  return { sealed: true, clean: problems.length === 0, changes, problems };
}

async function compare(
  sheets: Sheets,
  quarter: Quarter,
  found: ReviewSheet | null,
): Promise<{ readonly seal: Seal; readonly changes: readonly SealChange[] }> {
  const { book, settings } = sheets.reading;
  const { review, register } = reviewOf(sheets, quarter);
  const lines = found === null ? [] : [...found.lines, ...found.repeated];
  const units = sealContent({ book, settings, review, register: register.entries, lines });
  const seal = await sealOf(quarter, units);
  const stored = readSeal(sheets.grids.values(), quarter);
  return { seal, changes: stored === null ? [] : sealChanges(stored, seal, units) };
}

/** So many changes are named in one message. */
const MOST_NAMED = 10;

function listed(changes: readonly SealChange[]): string {
  const names = changes.slice(0, MOST_NAMED).map(({ object, kind }) => `${object}（${kind}）`);
  return `${names.join('、')}${changes.length > MOST_NAMED ? `等${changes.length}处` : ''}`;
}
