import { restore, type Restored } from '../../src/excel';
import { inExcel } from '../excel/support/workbooks';
import type { Edit } from './edits';
import { broken, LOG, logged, tellsParts, violated, type Prepared, type Run } from './prepared';
import { beforeRequests, ended, inject, type Machine } from './requests';
import { difference, isContent, stateOf, type State } from './workbookState';

/** A step that is undone while the machine fails at a request. */
export async function undoRun(prepared: Prepared, fault: Machine, at: number): Promise<Run> {
  const { command, done, copy, before, after, undoing, lines, once } = prepared;
  const workbook = done();
  const run = { command: command.name, fault: `撤销时${fault}`, at };
  const told = await inExcel(workbook, async (host) => {
    const end = beforeRequests(host, (number) => number === at && inject(host, fault, undoing[at - 1] ?? 1));
    const undone = await ended<Restored>(host, restore(copy, LOG));
    end();
    host.faults.clear();
    return undone;
  });
  const now = stateOf(workbook);
  const left = difference(before, now);
  const isDone = told !== 'lost' && 'answer' in told && told.answer.ok;
  if (isDone && left.length > 0) return { ...run, ...broken('报已撤销而没有复原', before, now) };
  const isUnlogged = isDone && told.answer.problems.some(({ code }) => code === 'UNDO_NOT_LOGGED');
  const wanted = isDone && !isUnlogged ? lines + 1 : lines;
  if (told !== 'lost' && logged(workbook) !== wanted) {
    return { ...run, ...violated(`操作记录应有${wanted}行，实有${logged(workbook)}行`) };
  }
  const isTold = told !== 'lost' && 'answer' in told && !told.answer.ok && tellsParts(told.answer.problems);
  const isAfter = difference(after, now).length === 0;
  if (told !== 'lost' && !isDone && !isTold && !isAfter)
    return { ...run, ...broken('没有撤销，也没有如前', after, now) };
  // Undone again it comes to the same, and then once more, which changes nothing.
  const again = await once('再撤销', workbook, async () => {
    for (let i = 0; i < 2; i++) {
      const undone = await inExcel(workbook, () => restore(copy, LOG));
      const rest = difference(before, stateOf(workbook), isContent);
      const why = undone.ok ? '' : undone.problems.map(({ message }) => message).join('；');
      if (!undone.ok || rest.length > 0) return `再次撤销没有复原：${why}${rest.slice(0, 3).join('；')}`;
    }
    return '';
  });
  if (again !== '') return { ...run, ...violated(again) };
  return { ...run, outcome: isTold ? '说明' : isDone ? '如前' : isAfter ? '如后' : '如前', violation: '' };
}

/** Somebody edits the workbook before a request of undoing; 0 for before undoing. */
export async function undoEditRun(prepared: Prepared, edit: Edit, at: number): Promise<Run> {
  const { command, fresh, done, plan, copy } = prepared;
  const workbook = done();
  const run = { command: command.name, fault: `撤销时${edit.name}`, at };
  let edited: State | undefined;
  const somebody = (): void => {
    edit.make(workbook, plan);
    edited = stateOf(workbook);
  };
  const told = await inExcel(workbook, async (host) => {
    if (at === 0) somebody();
    const end = beforeRequests(host, (number) => {
      if (number === at) somebody();
    });
    const undone = await ended<Restored>(host, restore(copy, LOG));
    end();
    return undone;
  });
  if (told === 'lost' || edited === undefined) return { ...run, ...violated('没有回答') };
  if (!edit.stands(workbook, plan)) return { ...run, ...violated('别人的改动没有了') };
  const now = stateOf(workbook);
  const isUntouched = difference(edited, now, isContent).length === 0;
  if ('error' in told || !told.answer.ok) {
    const isTold = !('error' in told) && tellsParts(told.answer.problems);
    if (!isUntouched && !isTold) return { ...run, ...broken('没有撤销，也没有如前', edited, now) };
    return { ...run, outcome: isUntouched ? '如后' : '说明', violation: '' };
  }
  const other = fresh();
  edit.make(other, plan);
  const isRight = isUntouched || difference(stateOf(other), now, isContent).length === 0;
  // Beside what was taken back stands what somebody did.
  const isBeside = edit.isHarmless(workbook, plan);
  return isRight || isBeside
    ? { ...run, outcome: '如前', violation: '' }
    : { ...run, ...broken('报已撤销而没有复原', stateOf(other), now) };
}
