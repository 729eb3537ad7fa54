import { areaAddress } from '../grid/address';
import { monthTitle } from '../../assessment/period';
import type { Book } from '../book/model';
import type { FormLayout, FormPlace } from '../grid/formSketch';
import { emptySheetPlan, holds, type CellContent, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import type { Area } from '../grid/snapshot';
import { filingContent, weeklyContent } from '../records/contents';
import { fillingOf } from '../records/filled';
import { emptyFiling, layoutFiling } from '../records/layoutFiling';
import { layoutWeeklyRecord } from '../records/layoutWeekly';
import { layoutScoreSheet } from '../score-sheet/layout';
import { normalizeLabel, normalizeName } from '../words/text';
import type { Collection, TakenFiling, TakenScores, TakenWeekly } from './collection';
import { scoreContent } from './layoutForms';
import type { Owners } from './owners';
import { problem } from './problems';
import { filingKey, periodTitle, weeklyKey } from './record';
import { isUnscored, type SubmittedScores } from './scores';

/** What goes into empty forms of the workbook, and what is left to be laid out elsewhere. */
export interface FilledForms {
  readonly sheets: readonly SheetPlan[];
  readonly rest: Collection;
  readonly problems: readonly Problem[];
}

/** Where an empty form stands, and how it is laid out, empty and filled in. */
interface EmptyForm {
  readonly title: string;
  readonly sheet: string;
  readonly area: Area;
  readonly empty: (at: FormPlace) => FormLayout;
  readonly filled: (at: FormPlace) => FormLayout;
}

/**
 * Pairs what came back with the empty forms that wait for it in the workbook, and fills these in where they stand: into
 * blank cells and over what the program printed there itself, nothing else. An empty form that somebody has changed, or
 * whose sheet is protected, stays as it is, and the filled one goes onto a new sheet.
 */
export function fillEmptyForms(
  collection: Collection,
  {
    book,
    owners,
    submitted,
  }: { readonly book: Book; readonly owners: Owners; readonly submitted: readonly SubmittedScores[] },
  grids: ReadonlyMap<string, SheetGrid>,
  scoresOnly: boolean,
): FilledForms {
  const filling = new Filling(grids);
  const weekly = emptyWeekly(book, owners);
  const filings = emptyFilings(book, owners);
  const isLeft = (empty: EmptyForm | undefined) => empty === undefined || !filling.fill(empty);
  const scoreSheets = collection.scoreSheets.filter((taken) => isLeft(emptyScores(taken, submitted)));
  const rest = scoresOnly
    ? { ...collection, scoreSheets }
    : {
        ...collection,
        scoreSheets,
        weekly: collection.weekly.filter((taken) => isLeft(weekly(taken))),
        filings: collection.filings.filter((taken) => isLeft(filings(taken))),
      };
  return { sheets: filling.sheets(), rest, problems: filling.problems() };
}

function emptyWeekly({ weeklyRecords }: Book, owners: Owners): (taken: TakenWeekly) => EmptyForm | undefined {
  const waiting = new Map(
    weeklyRecords.flatMap((form) => {
      const found = owners.resolve(form.header);
      const { from, to } = form;
      if (fillingOf(form) !== 'blank' || found.kind !== 'known' || from === null || to === null) return [];
      return [[weeklyKey(found.owner, from, to), { form, from, to }] as const];
    }),
  );
  return ({ form, owner, from, to }) => {
    const there = waiting.get(weeklyKey(owner, from, to));
    if (there === undefined) return undefined;
    const empty = weeklyContent(there.form, there.from, there.to);
    return {
      title: `附件1 ${owner.displayName} ${periodTitle(from, to)}`,
      ...there.form,
      empty: (at) => layoutWeeklyRecord(empty, at),
      filled: (at) => layoutWeeklyRecord(weeklyContent(form, from, to), at),
    };
  };
}

function emptyFilings({ filings }: Book, owners: Owners): (taken: TakenFiling) => EmptyForm | undefined {
  const waiting = new Map(
    filings.flatMap((form) => {
      const found = owners.resolve(form.header);
      const { month } = form;
      if (fillingOf(form) !== 'blank' || found.kind !== 'known' || month === null) return [];
      return [[filingKey(found.owner, month), form] as const];
    }),
  );
  return ({ form, owner, month }) => {
    const there = waiting.get(filingKey(owner, month));
    if (there === undefined) return undefined;
    return {
      title: `附件2 ${owner.displayName} ${monthTitle(month)}`,
      ...there,
      empty: (at) => layoutFiling(emptyFiling(filingContent(there, month).header, month), at),
      filled: (at) => layoutFiling(filingContent(form, month), at),
    };
  };
}

/** The empty 附件3 of the same rater and month. */
function emptyScores(taken: TakenScores, submitted: readonly SubmittedScores[]): EmptyForm | undefined {
  const rater = normalizeName(taken.rater ?? '');
  const there = submitted.find(
    (each) => each.month === taken.month && normalizeName(each.rater ?? '') === rater && isUnscored(each),
  );
  if (there === undefined || rater === '') return undefined;
  return {
    title: `附件3 评委${taken.rater ?? ''} ${monthTitle(taken.month)}`,
    sheet: there.form.sheet,
    area: there.form.area,
    empty: (at) => layoutScoreSheet(scoreContent(there), at),
    filled: (at) => layoutScoreSheet(scoreContent(taken), at),
  };
}

/** Fills forms in, sheet by sheet. */
class Filling {
  private readonly plans = new Map<string, SheetPlan>();
  private readonly filled: string[] = [];
  private readonly left: Problem[] = [];

  constructor(private readonly grids: ReadonlyMap<string, SheetGrid>) {}

  /** Whether the form could be filled in where it stands. */
  fill({ title, sheet, area, empty, filled }: EmptyForm): boolean {
    const grid = this.grids.get(sheet);
    if (grid === undefined) return false;
    const at = { sheet, row: area.row };
    const layout = filled(at);
    const cells = grid.protected || area.column !== 0 ? null : written(grid, empty(at), layout);
    if (cells === null) {
      this.left.push(problem.collectEmptyLeft(sheet, areaAddress(area), title));
      return false;
    }
    const plan = this.plans.get(sheet) ?? emptySheetPlan(sheet, false);
    const heights = layout.formats.filter(({ rowHeight }) => rowHeight !== undefined);
    this.plans.set(sheet, {
      ...plan,
      blocks: [...plan.blocks, grid.block(title, area.row, 0, cells)],
      formats: [...plan.formats, ...heights.map((step) => ({ area: step.area, rowHeight: step.rowHeight ?? 0 }))],
    });
    this.filled.push(title);
    return true;
  }

  sheets(): SheetPlan[] {
    return [...this.plans.values()];
  }

  problems(): Problem[] {
    const { filled, left } = this;
    return [...left, ...(filled.length === 0 ? [] : [problem.collectFilled(filled.length, filled.join('、'))])];
  }
}

/** What is written into the cells of an empty form; null where somebody has changed it, or it is of another shape. */
function written(grid: SheetGrid, empty: FormLayout, filled: FormLayout): CellContent[][] | null {
  const [before, after] = [empty.blocks[0]?.cells ?? [], filled.blocks[0]?.cells ?? []];
  if (before.length !== after.length || (before[0]?.length ?? 0) !== (after[0]?.length ?? 0)) return null;
  const cells: CellContent[][] = [];
  for (const [r, line] of after.entries()) {
    const written: CellContent[] = [];
    for (const [c, content] of line.entries()) {
      const row = filled.row + r;
      const present = grid.formula(row, c);
      const printed = before[r]?.[c] ?? null;
      const isPrinted = printed === null ? present === '' : isSame(present, printed, row);
      // What both forms print alike, and what they leave blank, stays however it is written there.
      const isAlike = content === null ? printed === null : printed !== null && isAlikeIn(printed, content);
      if (isAlike || (content !== null && isSame(present, content, row))) written.push(null);
      else if (content !== null && (present === '' || isPrinted)) written.push(content);
      else return null;
    }
    cells.push(written);
  }
  return cells;
}

function isSame(present: string | number | boolean, content: Exclude<CellContent, null>, row: number): boolean {
  if (holds(present, content, row)) return true;
  return typeof content !== 'object' && normalizeLabel(String(present)) === normalizeLabel(String(content));
}

function isAlikeIn(a: Exclude<CellContent, null>, b: Exclude<CellContent, null>): boolean {
  if (typeof a === 'object' || typeof b === 'object') {
    return typeof a === 'object' && typeof b === 'object' && a.formula === b.formula;
  }
  return normalizeLabel(String(a)) === normalizeLabel(String(b));
}
