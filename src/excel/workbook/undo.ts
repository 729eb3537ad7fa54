import { holds, rowBefore, type Plan, type SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { isFormula, type SnapshotValue } from '../../forms/grid/snapshot';
import { undoneLine, type LogLine, type LogStamp } from '../../forms/words/operationLog';
import { carryOut, isByTheWay, isForReading, messageOf, type RestoreCopy } from './apply';
import { meet, writesContentsAlone } from './meeting';
import { problem } from './problems';
import { writtenSheets } from './standing';
import type { Step } from './step';
import { isWritten, rowOf, standingOn, told, writtenOn } from './contents';
import { movedOn, movedTold } from './moved';
import { foreignOn, insertionsThere, standingOf, takeBack, type Found, type Standing } from './takeBack';

export interface RestoreOptions {
  /** Write a line in 操作记录 that the step was undone (R36). */
  readonly log?: LogStamp;
  /** Take back also what people typed since over cells that the plan wrote, and on sheets that it made. */
  readonly discardEdits?: boolean;
}

export type Restored =
  /** Undone; the problems are what is to be known besides, such as that it could not be logged. */
  | { readonly ok: true; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const NOTHING: Plan = { sheets: [], names: [], problems: [] };
/** An undo that breaks off is carried on so many times before that is told; what is done already is not done again. */
const TRIES = 3;

/**
 * Takes a step back. Refuses, naming the sheets, where somebody has since typed into what the step wrote, unless those
 * edits are to go too. What breaks off in the middle is carried on; done twice, it does no harm.
 */
export async function restore(
  { plan, step, isPartial = false }: RestoreCopy,
  options: RestoreOptions = {},
): Promise<Restored> {
  const { log, discardEdits = false } = options;
  const lines = log === undefined ? [] : [undoneLine(plan, log)];
  const met = await Excel.run({ delayForCellEdit: true }, (context) => meet(context, NOTHING, lines));
  if (!met.ok) return { ok: false, problems: met.problems };
  const left = await carriedOn(step, { discardEdits, isPartial });
  if (!left.every(isByTheWay)) return { ok: false, problems: left };
  return { ok: true, problems: [...left, ...(await logged(lines))] };
}

/** Sheets that were there before the step and that the step wrote to, but which are gone. */
function goneFrom({ plan }: Step, present: readonly string[]): string[] {
  const lost = writtenSheets(plan).filter(({ sheet, blocks }) => blocks.length > 0 && !present.includes(sheet));
  return [...new Set(lost.map(({ sheet }) => sheet))];
}

interface How {
  readonly discardEdits: boolean;
  /** The step broke off: what it never wrote is missing by right. */
  readonly isPartial: boolean;
}

/** What stands in the way of undoing a step on a sheet. */
function obstaclesOn(step: Step, found: Found, { discardEdits, isPartial }: How): Problem[] {
  const { name, worksheet } = found;
  const plans = writtenSheets(step.plan).filter(({ sheet }) => sheet === name);
  if (worksheet.protection.protected && plans.some((plan) => !writesContentsAlone(plan))) {
    return [problem.undoProtected(worksheet.name)];
  }
  const moved = plans.flatMap((plan) => movedOn(step, plan, found.contents, discardEdits));
  if (moved.length > 0) return [problem.stepMoved(worksheet.name, movedTold(moved))];
  if (discardEdits) return [];
  const edited = step.made.has(name)
    ? [...foreignOn(step, found), ...(isPartial ? [] : missingOn(step, found))]
    : plans.flatMap((plan) => editedOn(step, plan, found, isPartial));
  if (edited.length > 0)
    return [problem.editedSinceStep(worksheet.name, `${told(edited)}${found.isRenamed ? '，并已改名' : ''}`)];
  return found.isRenamed ? [problem.editedSinceStep(name, `已改名为${worksheet.name}`)] : [];
}

/** Cells of a sheet that the step made which no longer hold what it wrote. */
function missingOn(step: Step, { name, contents }: Found): string[] {
  return [...writtenOn(step.plan, name)].flatMap(([at, content]) =>
    holds(contents.get(at) ?? '', content, rowOf(at)) ? [] : [at],
  );
}

/** Cells that hold neither what the step wrote nor what was there before. */
function editedOn(step: Step, plan: SheetPlan, { contents }: Found, isPartial: boolean): string[] {
  const { insertRows, blocks } = plan;
  // Where a step broke off once its rows were in, formulas that it never came to have followed those.
  const isLeft =
    isPartial && insertRows.length > 0 ? isLike : (present: SnapshotValue, was: SnapshotValue) => present === was;
  const there = insertionsThere(step, plan, contents);
  const isIn = (row: number) => rowBefore(insertRows, row) === undefined;
  const written = writtenOn(step.plan, plan.sheet);
  const edited = new Set<string>();
  for (const { row, column, cells, before } of blocks) {
    cells.forEach((line, r) =>
      line.forEach((content, c) => {
        if (content === null) return;
        const at = `${row + r},${column + c}`;
        if (there !== undefined && there < insertRows.length) {
          // The rows are gone: what is left has to be as it was.
          const original = rowBefore(insertRows, row + r);
          const present = original === undefined ? null : (contents.get(`${original},${column + c}`) ?? '');
          if (present === null || isLike(present, before[r]?.[c] ?? '')) return;
          if (!isWritten(present, content, row + r)) edited.add(at);
          return;
        }
        const present = contents.get(at) ?? '';
        const last = written.get(at) ?? content;
        const isBefore = !isIn(row + r) && isLeft(present, before[r]?.[c] ?? '');
        if (!holds(present, last, row + r) && !isBefore) edited.add(at);
      }),
    );
  }
  // Rows that go take along what was typed beside the step's own cells.
  if (there === insertRows.length) {
    for (const at of contents.keys()) if (isIn(rowOf(at)) && !written.has(at)) edited.add(at);
  }
  return [...edited];
}

function isLike(present: SnapshotValue, before: SnapshotValue): boolean {
  return present === before || (isFormula(present) && isFormula(before));
}

/** Takes a step back, and carries on where that breaks off; what could not be taken back. */
async function carriedOn(step: Step, how: How): Promise<readonly Problem[]> {
  const { discardEdits } = how;
  // What was begun is carried on as far as it goes.
  let isBegun = false;
  let lost: readonly Problem[] = [];
  const obstacles = ({ sheets }: Standing): Problem[] => {
    const missing = goneFrom(step, [...sheets.keys()]);
    if (isBegun) {
      lost = missing.map((sheet) => problem.goneMeanwhile(sheet));
      return [];
    }
    const found = [
      ...[...sheets.values()].flatMap((each) => obstaclesOn(step, each, how)),
      ...missing.map((sheet) => problem.editedSinceStep(sheet, '工作表已删除')),
    ];
    isBegun = found.length === 0;
    return found;
  };
  const attempt = async (tries: number): Promise<readonly Problem[]> => {
    try {
      const left = await Excel.run({ delayForCellEdit: true }, (context) =>
        takeBack(context, step, { discardEdits, obstacles }),
      );
      return [...left, ...lost];
    } catch (error) {
      if (await isForReading(error)) return [problem.undoReadOnly(), ...(tries < TRIES ? await stillThere(step) : [])];
      return tries > 1 ? attempt(tries - 1) : stillThere(step);
    }
  };
  return attempt(TRIES);
}

async function stillThere(step: Step): Promise<readonly Problem[]> {
  try {
    const { sheets } = await Excel.run({ delayForCellEdit: true }, (context) => standingOf(context, step));
    return [...sheets.values()].flatMap(({ name, worksheet, contents }) => {
      const { there } = standingOn(step.plan, name, contents);
      const rows = writtenSheets(step.plan)
        .filter((plan) => plan.sheet === name && insertionsThere(step, plan, contents) !== 0)
        .flatMap(({ insertRows }) => insertRows.map(({ above, count }) => `第${above + 1}至${above + count}行`));
      const parts = [...(step.made.has(name) ? ['新建的工作表'] : []), ...rows, told(there)];
      const left = parts.filter((part) => part !== '').join('、');
      return left === '' ? [] : [problem.undoStands(worksheet.name, left)];
    });
  } catch {
    return [problem.undoUnknown()];
  }
}

/** Logs that a step was undone; that it could not be logged is told as that. */
async function logged(lines: readonly LogLine[], tries = TRIES): Promise<readonly Problem[]> {
  if (lines.length === 0) return [];
  try {
    const applied = await carryOut(NOTHING, lines);
    if (applied.ok) return applied.problems;
    if (tries > 1 && applied.restore === undefined) return await logged(lines, tries - 1);
    return [problem.undoNotLogged(applied.problems.map(({ message }) => message).join('；'))];
  } catch (error) {
    if (tries > 1) return logged(lines, tries - 1);
    return [problem.undoNotLogged(messageOf(error))];
  }
}
