import { applyPlan, restore, type Applied } from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { inExcel } from '../excel/support/workbooks';
import type { Edit } from './edits';
import { broken, LOG, logged, tellsParts, unnamed, violated, type Prepared, type Run } from './prepared';
import { beforeRequests, ended, inject, type Machine } from './requests';
import { difference, isContent, stateOf, type State } from './workbookState';

/** A command whose plan is applied while the machine fails at a request. */
export async function machineRun(prepared: Prepared, fault: Machine, at: number): Promise<Run> {
  const { command, fresh, plan, before, after, applying, lines } = prepared;
  const workbook = fresh();
  const told = await inExcel(workbook, async (host) => {
    const end = beforeRequests(host, (number) => number === at && inject(host, fault, applying[at - 1] ?? 1));
    const applied = await ended<Applied>(host, applyPlan(plan, LOG));
    end();
    host.faults.clear();
    return applied;
  });
  const now = stateOf(workbook);
  const isBefore = difference(before, now).length === 0;
  const isAfter = difference(after, now).length === 0;
  const run = { command: command.name, fault, at };
  if (told === 'lost' && !isBefore && !isAfter) return { ...run, ...broken('回答丢失后只写了一部分', before, now) };
  if (told !== 'lost' && 'error' in told && !isBefore) return { ...run, ...broken('报错而没有复原', before, now) };
  if (told !== 'lost' && 'answer' in told && told.answer.ok && !isAfter) {
    return { ...run, ...broken('报成功而不完整', after, now) };
  }
  const isTold = told !== 'lost' && 'answer' in told && !told.answer.ok && tellsParts(told.answer.problems);
  if (told !== 'lost' && 'answer' in told && !told.answer.ok && !isBefore && !isTold) {
    return { ...run, ...broken('拒绝而没有复原', before, now) };
  }
  const wanted = isBefore ? 0 : lines;
  if (!isTold && logged(workbook) !== wanted) {
    return { ...run, ...violated(`操作记录应有${wanted}行，实有${logged(workbook)}行`) };
  }
  if (isTold) {
    const untold = unnamed(before, now, told.answer.problems);
    if (untold !== '') return { ...run, ...violated(`没有说明${untold}`) };
    // What stands is taken back by undoing, as the message says; where the looks alone are in doubt, nothing stands.
    const { restore: copy } = told.answer;
    const undone = copy === undefined ? null : await inExcel(workbook, () => restore(copy, LOG));
    const left = difference(before, stateOf(workbook), isContent);
    if (undone?.ok === false || left.length > 0) {
      const why = undone?.problems.map(({ message }) => message).join('；') ?? '';
      return { ...run, ...broken(`撤销没有复原（${why}）`, before, stateOf(workbook)) };
    }
  }
  // The same command comes to the right end.
  const again = await repeated(workbook, prepared, '再次', after);
  if (again !== '') return { ...run, ...violated(again) };
  return { ...run, outcome: isTold ? '说明' : isAfter ? '如后' : '如前', violation: '' };
}

/** Runs the command again; '' where it comes to the expected contents. Of workbooks in one state, in the first. */
function repeated(workbook: WorkbookModel, prepared: Prepared, what: string, expected: State): Promise<string> {
  const { command, once } = prepared;
  return once(what, workbook, async () => {
    try {
      const problems = await inExcel(workbook, async () => {
        const was = stateOf(workbook);
        const applied = await applyPlan(await command.plan(), LOG);
        if (!applied.ok) return applied.problems.map(({ message }) => message);
        const changed = difference(was, stateOf(workbook), isContent);
        return logged(workbook) > 0 || changed.length === 0
          ? []
          : [`没有记入操作记录：${changed.slice(0, 3).join('；')}`];
      });
      if (problems.length > 0) return `再次运行没有成：${problems.join('；')}`;
    } catch (error) {
      return command.onlyOnce === true ? '' : `再次运行出错：${String(error)}`;
    }
    const left = difference(expected, stateOf(workbook), isContent);
    return left.length === 0 ? '' : `再次运行结果不对：${left.slice(0, 3).join('；')}`;
  });
}

/** What comes of an edit alone, and of the edit made first and the command given then; null where it is refused. */
export interface Expected {
  readonly edited: State;
  readonly after: State | null;
}

export async function expectedOf({ fresh, plan, command }: Prepared, edit: Edit): Promise<Expected> {
  const workbook = fresh();
  edit.make(workbook, plan);
  const edited = stateOf(workbook);
  try {
    const isApplied = await inExcel(workbook, async () => (await applyPlan(await command.plan(), LOG)).ok);
    return { edited, after: isApplied ? stateOf(workbook) : null };
  } catch {
    return { edited, after: null };
  }
}

/** Somebody edits the workbook before a request of applying; 0 for between preview and confirming. */
export async function editRun(prepared: Prepared, edit: Edit, at: number, expected: Expected): Promise<Run> {
  const { command, fresh, plan, after, writing, lines } = prepared;
  const workbook = fresh();
  const run = { command: command.name, fault: edit.name, at };
  const told = await inExcel(workbook, async (host) => {
    if (at === 0) edit.make(workbook, plan);
    const end = beforeRequests(host, (number) => number === at && edit.make(workbook, plan));
    const applied = await ended<Applied>(host, applyPlan(plan, LOG));
    end();
    return applied;
  });
  if (told === 'lost') return { ...run, ...violated('没有回答') };
  const now = stateOf(workbook);
  const isLate = at > writing;
  const isEdited = difference(expected.edited, now).length === 0;
  const isOk = 'answer' in told && told.answer.ok;
  const isTold = 'answer' in told && !told.answer.ok && tellsParts(told.answer.problems);
  if (!edit.stands(workbook, plan)) return { ...run, ...broken('别人的改动没有了', expected.edited, now) };
  const wanted = isOk ? lines : 0;
  if (!isTold && logged(workbook) !== wanted) {
    return { ...run, ...violated(`操作记录应有${wanted}行，实有${logged(workbook)}行`) };
  }
  if (isOk) {
    // The step was right where it stands: repeating it changes nothing, or it is what it would have been after the edit.
    const isRight = expected.after !== null && difference(expected.after, now, isContent).length === 0;
    const isHarmless = edit.isHarmless(workbook, plan) && covers(after, now);
    if (!isRight && !isHarmless && !isLate)
      return { ...run, ...broken('报成功而结果不对', expected.after ?? after, now) };
    return { ...run, outcome: '如后', violation: '' };
  }
  if (!isEdited && !isTold) return { ...run, ...broken('没有写成，也没有复原', expected.edited, now) };
  if ('answer' in told && !told.answer.ok && told.answer.problems.length === 0) {
    return { ...run, ...violated('没有说明原因') };
  }
  if (expected.after !== null) {
    const again = await repeated(workbook, prepared, `${edit.name}之后再次`, expected.after);
    if (again !== '') return { ...run, ...violated(again) };
  }
  return { ...run, outcome: isTold ? '说明' : '如前', violation: '' };
}

/** Every content of the one stands in the other. */
function covers(of: State, within: State): boolean {
  return [...of].every(([key, value]) => !isContent(key) || within.get(key) === value);
}
