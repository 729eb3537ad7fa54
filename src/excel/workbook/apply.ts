import { rowBefore, type CellBlock, type Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import type { SnapshotValue } from '../../forms/grid/snapshot';
import { logLines, type LogLine, type LogStamp } from '../../forms/words/operationLog';
import { standingOn, told, writtenOn } from './contents';
import { piecesBeforeInsertion } from './insertion';
import { meet } from './meeting';
import { problem } from './problems';
import { codeOf } from './questions';
import { changesOf, reshapedOf, seen, type Watch, writtenSheets } from './standing';
import { writeStep, type Step } from './step';
import { standingOf, takeBack } from './takeBack';

export interface ApplyOptions {
  /** Write in 操作记录 what was written, in the same step (R36); a plan that changes nothing leaves no line. */
  readonly log?: LogStamp;
}

/** What it takes to undo a step: what was there, what was written, and on which sheets. */
export interface RestoreCopy {
  readonly plan: Plan;
  readonly step: Step;
  /** The step broke off: not all of it stands. */
  readonly isPartial?: boolean;
}

export type Applied =
  /** Written; the problems are what is to be known besides. */
  | { readonly ok: true; readonly restore: RestoreCopy; readonly problems: readonly Problem[] }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Only where something stands that could not be taken back: to try that again. */
      readonly restore?: RestoreCopy;
    };

/** A roll-back that fails is tried so many times before it is told. */
const TRIES = 3;

/**
 * Writes a previewed plan in one step: checked, written with its lines in 操作记录, and taken back whole where anything
 * goes wrong. It is refused where anything that it was laid out on has changed. While the person edits a cell, Excel holds
 * the write back until the edit is finished. What cannot be taken back is told cell by cell.
 *
 * @throws what Excel refused, where nothing is left of the step
 */
export async function applyPlan(plan: Plan, { log }: ApplyOptions = {}): Promise<Applied> {
  return carryOut(plan, log === undefined ? [] : logLines(plan, log));
}

/** Carries a plan out with lines of 操作记录 that are given. */
export async function carryOut(plan: Plan, lines: readonly LogLine[]): Promise<Applied> {
  return Excel.run({ delayForCellEdit: true }, async (context): Promise<Applied> => {
    const met = await meet(context, plan, lines);
    if (!met.ok) return met;
    try {
      const { step, watches, problems: besides } = await writeStep(context, met.step, met.present, met.watched);
      const problems = changesOf(watches);
      if (problems.length === 0) return { ok: true, restore: copyOf(step, plan), problems: besides };
      // Somebody was faster than the write: what he typed is what goes back.
      const unknown = reshapedOf(watches).filter((sheet) => step.looks.has(sheet));
      const why = [...problems, ...unknown.map((sheet) => problem.looksUnknown(sheet))];
      return await backOut({ ...step, plan: withBefore(step.plan, watches) }, plan, why);
    } catch (error) {
      const applied = await backOut(met.step, plan, []);
      if (applied.ok || applied.restore !== undefined) return applied;
      if (await isForReading(error)) return { ok: false, problems: [problem.workbookReadOnly()] };
      if (applied.problems.length === 0) throw error;
      return { ok: false, problems: [problem.stepFailed(messageOf(error)), ...applied.problems] };
    }
  });
}

/** What undoing takes: the lines in 操作记录 stay, and what the plan was laid out on is needed no more. */
function copyOf(step: Step, { sheets, names, problems, shows }: Plan): RestoreCopy {
  const plan: Plan = { sheets, names, problems, ...(shows === undefined ? {} : { shows }) };
  return { plan, step: { ...step, plan } };
}

/**
 * Takes back a step that went wrong.
 *
 * @param why the problems to be told where nothing stands of it any more
 */
async function backOut(step: Step, plan: Plan, why: readonly Problem[]): Promise<Applied> {
  const left = await rolledBack(step);
  if (left.every(isByTheWay)) {
    const isNew = ({ code, sheet }: Problem) => !why.some((each) => each.code === code && each.sheet === sheet);
    return { ok: false, problems: [...why, ...left.filter(isNew)] };
  }
  // Its lines in 操作记录 tell of a step that never was: they go, too.
  return { ok: false, problems: left, restore: { plan: copyOf(step, plan).plan, step, isPartial: true } };
}

/**
 * Whether Excel refused a write since the workbook may be looked at only (P17). The code is that of a protected sheet, too; but
 * Excel on a desktop lets one write in a workbook that was opened as read-only, so that it is asked behind a refusal alone.
 */
export async function isForReading(error: unknown): Promise<boolean> {
  const code = codeOf(error);
  if (code === 'NonWritableWorkbook') return true;
  if (code !== 'AccessDenied') return false;
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.load('readOnly');
    await context.sync();
    return workbook.readOnly;
  }).catch(() => false);
}

/** All is taken back, with something to be known besides. */
export function isByTheWay({ severity }: Problem): boolean {
  return severity !== 'error';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Takes a step back, with more than one try; what stands all the same. */
async function rolledBack(step: Step, tries = TRIES): Promise<readonly Problem[]> {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) =>
      takeBack(context, step, { discardEdits: false, obstacles: () => [] }),
    );
  } catch {
    return tries > 1 ? rolledBack(step, tries - 1) : whatStands(step);
  }
}

/** What stands of a step that could be neither finished nor taken back, sheet by sheet. */
async function whatStands(step: Step): Promise<readonly Problem[]> {
  const { plan } = step;
  const names = [...new Set(plan.sheets.map(({ sheet }) => sheet))];
  try {
    const { sheets } = await Excel.run({ delayForCellEdit: true }, (context) => standingOf(context, step));
    return names.flatMap((name) => {
      const found = sheets.get(name);
      if (found === undefined) return [];
      const { there, missing } = standingOn(plan, name, found.contents);
      const isMade = step.made.has(name);
      if (there.length === 0 && !isMade) return [];
      const cells = there.length === 0 ? '空表' : told(there);
      const shown = found.worksheet.name;
      return [problem.stepStands(shown, isMade ? `新建的工作表（${cells}）` : cells, told(missing))];
    });
  } catch {
    return names.map((name) => problem.stepUnknown(name, told(writtenOn(plan, name).keys())));
  }
}

/** A plan with what its cells held when they were really written. */
function withBefore(plan: Plan, watches: readonly Watch[]): Plan {
  const held = new Map<string, Map<string, SnapshotValue>>();
  for (const watch of watches) {
    const { sheet, area } = watch.watched;
    const ofSheet = held.get(sheet) ?? new Map<string, SnapshotValue>();
    held.set(sheet, ofSheet);
    seen(watch).forEach((line, r) =>
      line.forEach((value, c) => ofSheet.set(`${area.row + r},${area.column + c}`, value)),
    );
  }
  const written = new Set(writtenSheets(plan));
  return {
    ...plan,
    sheets: plan.sheets.map((sheetPlan) => {
      const ofSheet = held.get(sheetPlan.sheet);
      if (ofSheet === undefined || !written.has(sheetPlan)) return sheetPlan;
      const blocks = sheetPlan.blocks.map((block) => {
        const before = block.before.map((line) => [...line]);
        const rows = before.map((_, r) => r);
        for (const { row, lines } of piecesBeforeInsertion(sheetPlan.insertRows, block.row, rows)) {
          lines.forEach((r, i) =>
            before[r]?.forEach((was, c) => {
              const line = before[r];
              if (line !== undefined) line[c] = ofSheet.get(`${row + i},${block.column + c}`) ?? was;
            }),
          );
        }
        return { ...block, before };
      });
      const heldAt = (row: number, column: number) => ofSheet.get(`${row},${column}`);
      // A link writes its cell, too: where something else stood there meanwhile, that is what goes back.
      const linked = sheetPlan.links.map(({ row, column, text }): CellBlock => {
        const original = rowBefore(sheetPlan.insertRows, row);
        const was = original === undefined ? '' : (heldAt(original, column) ?? '');
        return { label: '', row, column, cells: [[text]], before: [[was]] };
      });
      const linksBefore = sheetPlan.linksBefore.filter(
        ({ row, column, text }) => (heldAt(row, column) ?? text) === text,
      );
      return { ...sheetPlan, blocks: [...blocks, ...linked], linksBefore };
    }),
  };
}
