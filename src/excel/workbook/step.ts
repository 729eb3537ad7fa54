import type { Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import type { SheetSnapshot } from '../../forms/grid/snapshot';
import type { Looks } from './looks';
import { queueMarks, type PresentMarks } from './marks';
import { marksOf } from './marksOf';
import { keepPages, queuePages, type Pages } from './pages';
import { queueMoves, type MovedRecord } from './recordSheets';
import { inAnswers, queueWatch, watchedBlocks, type Watch, type Watched } from './standing';
import { queueFreeze, writePlan, zoomOf, type SheetOf } from './write';

/**
 * A step as it is carried out: what was there, what is written, and on which sheets. It knows sheets by their ids, so that
 * it takes nobody else's for its own, whatever their names.
 */
export interface Step {
  readonly plan: Plan;
  /** The sheets that were there, by the names that they had. */
  readonly ids: ReadonlyMap<string, string>;
  /** The sheets that the step makes, by the names that they are to have. */
  readonly made: ReadonlyMap<string, MadeSheet>;
  /** The sheets that were there and have hidden rows. */
  readonly withHiddenRows: ReadonlySet<string>;
  /** The program's records that go to the end of the workbook. */
  readonly moved: readonly MovedRecord[];
  /** How sheets looked before, by name. */
  readonly looks: ReadonlyMap<string, Looks>;
  /** Sheets of too many looks to know them all. */
  readonly looksLeftOut: ReadonlySet<string>;
  /** Sheets that are written, as they were before, by name; not 操作记录, nor those of a plan that says of no basis. */
  readonly before: ReadonlyMap<string, SheetSnapshot>;
}

/** A sheet that a step makes, and by what it is known for the step's until Excel has given its id. */
export interface MadeSheet {
  /** What it is called until it gets its name: nobody else calls a sheet so. */
  readonly passing: string;
  /** The colour of its tab until all is written. */
  readonly tag: string;
  /** Null until Excel has answered. */
  readonly id: string | null;
}

/** The sheets that a plan makes. */
export function madeBy({ sheets }: Plan): Map<string, MadeSheet> {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  const hex = word.toString(16).padStart(8, '0');
  const names = new Set(sheets.filter(({ create }) => create).map(({ sheet }) => sheet));
  const made = (i: number): MadeSheet => ({ passing: `写入中 ${hex} ${i + 1}`, tag: `#${hex.slice(2)}`, id: null });
  return new Map([...names].map((name, i) => [name, made(i)]));
}

/** A step that was written. */
export interface Written {
  readonly step: Step;
  /** What the cells held on which it was written. */
  readonly watches: readonly Watch[];
  /** The sheets whose pages Excel did not take. */
  readonly problems: readonly Problem[];
}

/**
 * Writes a step. In the same request, before anything is written, it looks once more at what the step relies on: what
 * somebody changed since the last look is what was really overwritten, or what the step was wrongly laid out on.
 *
 * @param watched what those sheets have to hold
 */
export async function writeStep(
  context: Excel.RequestContext,
  step: Step,
  present: PresentMarks,
  watched: readonly Watched[],
): Promise<Written> {
  const { worksheets } = context.workbook;
  const made = new Map<string, Excel.Worksheet>();
  const sheetOf: SheetOf = (name) => made.get(name) ?? worksheets.getItem(step.ids.get(name) ?? name);
  const watches: Watch[] = [];
  const queueFirst = (): void => {
    // First of all what Excel refuses while another workbook has the focus: then nothing else of the step stands (W1).
    for (const [name, { passing, tag }] of step.made) {
      const sheet = worksheets.add(passing);
      sheet.tabColor = tag;
      sheet.name = name;
      sheet.load('id');
      made.set(name, sheet);
    }
    for (const { sheet, freezeRows, freezeColumns } of step.plan.sheets)
      if (freezeRows !== null) queueFreeze(sheetOf(sheet), freezeRows, freezeColumns);
    for (const each of watchedAgain(step.plan, watched)) {
      const isOwn = step.ids.has(each.sheet);
      watches.push(queueWatch(isOwn ? sheetOf(each.sheet) : worksheets.getItemOrNullObject(each.sheet), each));
    }
    // While the rules are still those that were read: cells that come or go may change them.
    for (const { sheet, marks } of marksOf(step.plan)) queueMarks(sheetOf(sheet), sheet, present, marks);
  };
  const pages: Pages[] = [];
  const queueLast = (): void => {
    for (const { sheet, page } of step.plan.sheets)
      if (page !== null) pages.push(queuePages(sheetOf(sheet), sheet, zoomOf(page), page.printArea));
    for (const sheet of made.values()) sheet.tabColor = '';
    queueMoves(context.workbook, step.moved);
  };
  const hasHiddenRows = (sheet: string): boolean => step.withHiddenRows.has(sheet);
  await writePlan(context, step.plan, sheetOf, { queueFirst, queueLast }, hasHiddenRows);
  const known = [...step.made].map(([name, each]) => [name, { ...each, id: made.get(name)?.id ?? null }] as const);
  return { step: { ...step, made: new Map(known) }, watches, problems: await keepPages(context, pages) };
}

/** All that is watched; of more cells than an answer carries, the sheets that a plan writes, or what it writes on them. */
function watchedAgain({ sheets }: Plan, watched: readonly Watched[]): readonly Watched[] {
  if (inAnswers(watched).length <= 1) return watched;
  const written = new Set(sheets.filter(({ create }) => !create).map(({ sheet }) => sheet));
  const ofWritten = watched.filter(({ sheet }) => written.has(sheet));
  if (inAnswers(ofWritten).length <= 1) return ofWritten;
  return sheets.flatMap((each) => (each.create ? [] : watchedBlocks(each)));
}
