import { applyPlan, restore, type Applied, type Restored } from '../../src/excel';
import type { Plan } from '../../src/forms/grid/plan';
import type { Problem } from '../../src/forms/grid/problem';
import type { EmbeddedHost } from '../../src/host/bridge';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { decodeRequest, type Request } from '../../src/host/wire/protocol';
import { inExcel, opened } from '../excel/support/workbooks';
import { stateBytes, type FaultCommand } from './commands';
import { EDITS, type Edit } from './edits';
import { difference, isContent, stateOf, type State } from './workbookState';

/** What goes wrong with the machine. */
const MACHINE = [
  '出错（开头）',
  '出错（中间）',
  '出错（末尾）',
  '回答丢失',
  '单元格编辑',
  '连续两次出错',
  '一直出错',
] as const;
type Machine = (typeof MACHINE)[number];

export type Outcome =
  /** Nothing of the step stands. */
  | '如前'
  /** All of it does. */
  | '如后'
  /** Part of it does, and the message says what. */
  | '说明'
  /** What must not be. */
  | '违规';

export interface Run {
  readonly command: string;
  readonly fault: string;
  readonly at: number;
  readonly outcome: Outcome;
  /** What is wrong; '' for nothing. */
  readonly violation: string;
}

/** A command with its state, ready to be run again and again. */
interface Prepared {
  readonly command: FaultCommand;
  readonly bytes: Uint8Array;
  readonly plan: Plan;
  readonly before: State;
  readonly after: State;
  /** Loads, assignments and calls of each request of applying and of undoing. */
  readonly applying: readonly number[];
  readonly undoing: readonly number[];
}

const LOG = { log: { command: '测试', time: '2020-10-09 09:00' } } as const;

async function prepare(command: FaultCommand): Promise<Prepared> {
  const bytes = await stateBytes(command);
  const workbook = await opened(bytes);
  const before = stateOf(workbook);
  return inExcel(workbook, async (host) => {
    const plan = await command.plan();
    const [applied, applying] = await counted(host, () => applyPlan(plan, LOG));
    if (!applied.ok) throw new Error(`${command.name}: ${applied.problems.map(({ message }) => message).join()}`);
    const after = stateOf(workbook);
    const [, undoing] = await counted(host, () => restore(applied.restore, LOG));
    return { command, bytes, plan, before, after, applying, undoing };
  });
}

/** Does something before a request of the add-in is carried out; its clean-up is none. */
function beforeRequests(host: EmbeddedHost, hook: (number: number, request: Request) => void): () => void {
  const send = host.sendMessageToHost.bind(host);
  let number = 0;
  host.sendMessageToHost = (text) => {
    const request = decodeRequest(text);
    if (!isCleanUp(request)) hook(++number, request);
    send(text);
  };
  return () => {
    host.sendMessageToHost = send;
  };
}

function isCleanUp({ actions }: Request): boolean {
  const calls = actions.filter(({ kind }) => kind !== 'instantiate');
  return calls.length > 0 && calls.every((action) => action.kind === 'method' && action.name === '_RemoveReference');
}

const sizeOf = ({ actions }: Request): number => actions.filter(({ kind }) => kind !== 'instantiate').length;

async function counted<T>(host: EmbeddedHost, run: () => Promise<T>): Promise<[T, number[]]> {
  const sizes: number[] = [];
  const end = beforeRequests(host, (_, request) => sizes.push(sizeOf(request)));
  const result = await run();
  end();
  return [result, sizes];
}

function inject(host: EmbeddedHost, fault: Machine, size: number): void {
  const failing = (action: number, times = 1): void => host.faults.inject({ kind: 'failure', action }, times);
  if (fault === '出错（开头）') failing(0);
  if (fault === '出错（中间）') failing(Math.floor(size / 2));
  if (fault === '出错（末尾）') failing(Math.max(0, size - 1));
  if (fault === '回答丢失') host.faults.inject({ kind: 'lostAnswer' });
  if (fault === '连续两次出错') {
    failing(Math.floor(size / 2));
    failing(0, 1);
  }
  if (fault === '一直出错') {
    failing(Math.floor(size / 2));
    failing(1, Infinity);
  }
  if (fault === '单元格编辑') {
    host.faults.inject({ kind: 'cellEdit' }, Infinity);
    setTimeout(() => host.faults.clear('cellEdit'), 0);
  }
}

type Ended<T> = { readonly answer: T } | { readonly error: unknown } | 'lost';

/** Waits for an end; for an answer that never comes, until Excel has nothing more to do. */
async function ended<T>(host: EmbeddedHost, run: Promise<T>): Promise<Ended<T>> {
  let end: Ended<T> | undefined;
  void run.then(
    (answer) => (end = { answer }),
    (error: unknown) => (end = { error }),
  );
  for (let quiet = 0; end === undefined && quiet < 20; quiet++) {
    await host.settled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return end ?? 'lost';
}

const PARTIAL = [
  'STEP_LOOKS',
  'STEP_STANDS',
  'STEP_UNKNOWN',
  'STEP_ROWS_MOVED',
  'STEP_SHEET_KEPT',
  'STEP_OVERTAKEN',
  'UNDO_STANDS',
  'UNDO_UNKNOWN',
];
const tellsParts = (problems: readonly Problem[]): boolean => problems.some(({ code }) => PARTIAL.includes(code));

/** A command whose plan is applied while the machine fails at a request. */
async function machineRun(prepared: Prepared, fault: Machine, at: number): Promise<Run> {
  const { command, bytes, plan, before, after, applying } = prepared;
  const workbook = await opened(bytes);
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
  if (isTold) {
    const untold = unnamed(before, now, told.answer.problems);
    if (untold !== '') return { ...run, outcome: '违规', violation: `没有说明${untold}` };
    // What stands is taken back by undoing, as the message says.
    const { restore: copy } = told.answer;
    const undone = copy === undefined ? null : await inExcel(workbook, () => restore(copy, LOG));
    const left = difference(before, stateOf(workbook), isContent);
    if (undone?.ok !== true || left.length > 0) return { ...run, ...broken('撤销没有复原', before, stateOf(workbook)) };
  }
  // The same command comes to the right end.
  const again = await repeated(workbook, command, after);
  if (again !== '') return { ...run, outcome: '违规', violation: again };
  return { ...run, outcome: isTold ? '说明' : isAfter ? '如后' : '如前', violation: '' };
}

function broken(what: string, expected: State, now: State): Pick<Run, 'outcome' | 'violation'> {
  return { outcome: '违规', violation: `${what}：${difference(expected, now).slice(0, 3).join('；')}` };
}

/** Sheets with contents that changed and that no message is about; '' where all are told. */
function unnamed(before: State, now: State, problems: readonly Problem[]): string {
  const sheets = new Set(
    difference(before, now, isContent)
      .filter((each) => !each.startsWith('name '))
      .map((each) => each.slice(0, each.indexOf('!'))),
  );
  const told = problems.map(({ message }) => message).join('\n');
  return [...sheets].filter((sheet) => !told.includes(sheet)).join('、');
}

/** Runs the command again; '' where it comes to the expected contents. A refusal is an end where it is allowed. */
async function repeated(
  workbook: WorkbookModel,
  command: FaultCommand,
  expected: State,
  mayRefuse = false,
): Promise<string> {
  try {
    const problems = await inExcel(workbook, async () => {
      const applied = await applyPlan(await command.plan(), LOG);
      return applied.ok ? [] : applied.problems.map(({ message }) => message);
    });
    if (problems.length > 0) return mayRefuse ? '' : `再次运行被拒绝：${problems.join('；')}`;
  } catch (error) {
    return mayRefuse || command.onlyOnce === true ? '' : `再次运行出错：${String(error)}`;
  }
  const left = difference(expected, stateOf(workbook), isContent);
  return left.length === 0 ? '' : `再次运行结果不对：${left.slice(0, 3).join('；')}`;
}

/** The reference: the edit made first, then the command. */
async function reference(prepared: Prepared, edit: Edit): Promise<{ edited: State; after: State | null }> {
  const workbook = await opened(prepared.bytes);
  edit.make(workbook, prepared.plan);
  const edited = stateOf(workbook);
  try {
    const isApplied = await inExcel(workbook, async () => (await applyPlan(await prepared.command.plan(), LOG)).ok);
    return { edited, after: isApplied ? stateOf(workbook) : null };
  } catch {
    return { edited, after: null };
  }
}

/** Somebody edits the workbook before a request of applying; 0 for between preview and confirming. */
async function editRun(
  prepared: Prepared,
  edit: Edit,
  at: number,
  expected: Awaited<ReturnType<typeof reference>>,
): Promise<Run> {
  const { command, bytes, plan, after } = prepared;
  const workbook = await opened(bytes);
  const run = { command: command.name, fault: edit.name, at };
  const told = await inExcel(workbook, async (host) => {
    if (at === 0) edit.make(workbook, plan);
    const end = beforeRequests(host, (number) => number === at && edit.make(workbook, plan));
    const applied = await ended<Applied>(host, applyPlan(plan, LOG));
    end();
    return applied;
  });
  if (told === 'lost') return { ...run, outcome: '违规', violation: '没有回答' };
  const now = stateOf(workbook);
  const isLate = at > prepared.applying.length;
  const isEdited = difference(expected.edited, now).length === 0;
  const isOk = 'answer' in told && told.answer.ok;
  const isTold = 'answer' in told && !told.answer.ok && tellsParts(told.answer.problems);
  if (!edit.stands(workbook, plan)) return { ...run, ...broken('别人的改动没有了', expected.edited, now) };
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
    return { ...run, outcome: '违规', violation: '没有说明原因' };
  }
  if (expected.after !== null) {
    const again = await repeated(workbook, command, expected.after);
    if (again !== '') return { ...run, outcome: '违规', violation: again };
  }
  return { ...run, outcome: isTold ? '说明' : '如前', violation: '' };
}

/** Every content of the one stands in the other. */
function covers(of: State, within: State): boolean {
  return [...of].every(([key, value]) => !isContent(key) || within.get(key) === value);
}

/** A step that is undone while the machine fails at a request. */
async function undoRun(prepared: Prepared, fault: Machine, at: number): Promise<Run> {
  const { command, bytes, plan, before, after, undoing } = prepared;
  const workbook = await opened(bytes);
  const run = { command: command.name, fault: `撤销时${fault}`, at };
  const [copy, told] = await inExcel(workbook, async (host) => {
    const applied = await applyPlan(plan, LOG);
    if (!applied.ok) throw new Error('not applied');
    const end = beforeRequests(host, (number) => number === at && inject(host, fault, undoing[at - 1] ?? 1));
    const undone = await ended<Restored>(host, restore(applied.restore, LOG));
    end();
    host.faults.clear();
    return [applied.restore, undone] as const;
  });
  const now = stateOf(workbook);
  const left = difference(before, now);
  const isDone = told !== 'lost' && 'answer' in told && told.answer.ok;
  if (isDone && left.length > 0) return { ...run, ...broken('报已撤销而没有复原', before, now) };
  const isTold = told !== 'lost' && 'answer' in told && !told.answer.ok && tellsParts(told.answer.problems);
  const isAfter = difference(after, now).length === 0;
  if (told !== 'lost' && !isDone && !isTold && !isAfter)
    return { ...run, ...broken('没有撤销，也没有如前', after, now) };
  // Undone again it comes to the same, and then once more, which changes nothing.
  for (let i = 0; i < 2; i++) {
    const again = await inExcel(workbook, () => restore(copy, LOG));
    const rest = difference(before, stateOf(workbook), isContent);
    if (!again.ok || rest.length > 0) {
      const why = again.ok ? '' : again.problems.map(({ message }) => message).join('；');
      return { ...run, outcome: '违规', violation: `再次撤销没有复原：${why}${rest.slice(0, 3).join('；')}` };
    }
  }
  return { ...run, outcome: isTold ? '说明' : isDone ? '如前' : isAfter ? '如后' : '如前', violation: '' };
}

/** Somebody edits the workbook before a request of undoing; 0 for before undoing. */
async function undoEditRun(prepared: Prepared, edit: Edit, at: number): Promise<Run> {
  const { command, bytes, plan } = prepared;
  const workbook = await opened(bytes);
  const run = { command: command.name, fault: `撤销时${edit.name}`, at };
  let edited: State | undefined;
  const somebody = (): void => {
    edit.make(workbook, plan);
    edited = stateOf(workbook);
  };
  const told = await inExcel(workbook, async (host) => {
    const applied = await applyPlan(plan, LOG);
    if (!applied.ok) throw new Error('not applied');
    if (at === 0) somebody();
    const end = beforeRequests(host, (number) => {
      if (number === at) somebody();
    });
    const undone = await ended<Restored>(host, restore(applied.restore, LOG));
    end();
    return undone;
  });
  if (told === 'lost' || edited === undefined) return { ...run, outcome: '违规', violation: '没有回答' };
  if (!edit.stands(workbook, plan)) return { ...run, outcome: '违规', violation: '别人的改动没有了' };
  const now = stateOf(workbook);
  const isUntouched = difference(edited, now, isContent).length === 0;
  if ('error' in told || !told.answer.ok) {
    const isTold = !('error' in told) && tellsParts(told.answer.problems);
    if (!isUntouched && !isTold) return { ...run, ...broken('没有撤销，也没有如前', edited, now) };
    return { ...run, outcome: isTold ? '说明' : '如后', violation: '' };
  }
  const fresh = await opened(bytes);
  edit.make(fresh, plan);
  const isRight = isUntouched || difference(stateOf(fresh), now, isContent).length === 0;
  // Beside what was taken back stands what somebody did.
  const isBeside = edit.isHarmless(workbook, plan);
  return isRight || isBeside
    ? { ...run, outcome: '如前', violation: '' }
    : { ...run, ...broken('报已撤销而没有复原', stateOf(fresh), now) };
}

export interface MatrixOptions {
  /** Whether a run is made: for the bounded matrix. */
  readonly isWanted?: (command: string, fault: string, at: number) => boolean;
  readonly tell?: (run: Run) => void;
}

/** Runs commands against every fault at every request. */
export async function runMatrix(
  commands: readonly FaultCommand[],
  { isWanted = () => true, tell = () => undefined }: MatrixOptions = {},
): Promise<Run[]> {
  const runs: Run[] = [];
  const add = async (command: string, fault: string, at: number, run: () => Promise<Run>): Promise<void> => {
    if (!isWanted(command, fault, at)) return;
    const made = await run().catch((error: unknown): Run => ({
      command,
      fault,
      at,
      outcome: '违规',
      violation: `运行出错：${String(error)}`,
    }));
    runs.push(made);
    tell(made);
  };
  for (const command of commands) {
    const prepared = await prepare(command);
    const clean = difference(prepared.before, prepared.after).length > 0;
    if (!clean) throw new Error(`${command.name} writes nothing`);
    for (const fault of MACHINE) {
      for (let at = 1; at <= prepared.applying.length; at++) {
        await add(command.name, fault, at, () => machineRun(prepared, fault, at));
      }
      for (let at = 1; at <= prepared.undoing.length; at++) {
        await add(command.name, `撤销时${fault}`, at, () => undoRun(prepared, fault, at));
      }
    }
    for (const edit of EDITS) {
      if (!edit.isPossible(prepared.plan)) continue;
      const expected = await reference(prepared, edit);
      for (let at = 0; at <= prepared.applying.length; at++) {
        await add(command.name, edit.name, at, () => editRun(prepared, edit, at, expected));
      }
      for (let at = 0; edit.meetsUndo !== false && at <= prepared.undoing.length; at++) {
        await add(command.name, `撤销时${edit.name}`, at, () => undoEditRun(prepared, edit, at));
      }
    }
  }
  return runs;
}
