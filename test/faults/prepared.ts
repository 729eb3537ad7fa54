import { applyPlan, restore, type RestoreCopy } from '../../src/excel';
import type { Plan } from '../../src/forms/grid/plan';
import type { Problem } from '../../src/forms/grid/problem';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { inExcel } from '../excel/support/workbooks';
import type { FaultCommand } from './commands';
import { copyOf } from './copies';
import { beforeRequests, counted } from './requests';
import { difference, digestOf, isContent, linesOf, stateOf, type State } from './workbookState';

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
export interface Prepared {
  readonly command: FaultCommand;
  /** A workbook in the command's state, and one in which it was carried out. */
  readonly fresh: () => WorkbookModel;
  readonly done: () => WorkbookModel;
  readonly plan: Plan;
  readonly copy: RestoreCopy;
  readonly before: State;
  readonly after: State;
  /** Lines in 操作记录 once it was carried out. */
  readonly lines: number;
  /** Loads, assignments and calls of each request of applying and of undoing. */
  readonly applying: readonly number[];
  readonly undoing: readonly number[];
  /** The request of applying that writes the last content; what comes behind it is about pages alone. */
  readonly writing: number;
  /** Does something to a workbook once for each state that it may be in; what it found. */
  readonly once: (what: string, workbook: WorkbookModel, act: () => Promise<string>) => Promise<string>;
}

/** What the step's lines in 操作记录 are told from others by. */
const NAME = '测试';
export const LOG = { log: { command: NAME, time: '2020-10-09 09:00' } } as const;
export const logged = (workbook: WorkbookModel): number => linesOf(workbook, NAME);

/** @throws where the command cannot be carried out and undone with nothing going wrong */
export async function prepare(command: FaultCommand): Promise<Prepared> {
  const state = await command.state();
  const workbook = copyOf(state);
  const before = stateOf(workbook);
  const found = new Map<string, Promise<string>>();
  return inExcel(workbook, async (host) => {
    const plan = await command.plan();
    const states: State[] = [];
    const end = beforeRequests(host, () => states.push(stateOf(workbook)));
    const [applied, applying] = await counted(host, () => applyPlan(plan, LOG));
    end();
    if (!applied.ok) throw new Error(`${command.name}: ${applied.problems.map(({ message }) => message).join()}`);
    const after = stateOf(workbook);
    const lines = logged(workbook);
    const finished = copyOf(workbook);
    const [undone, undoing] = await counted(host, () => restore(applied.restore, LOG));
    if (difference(before, after).length === 0) throw new Error(`${command.name} writes nothing`);
    if (lines === 0) throw new Error(`${command.name} is not logged`);
    const left = difference(before, stateOf(workbook));
    if (!undone.ok || left.length > 0) throw new Error(`${command.name} is not undone: ${left.slice(0, 3).join()}`);
    return {
      command,
      fresh: () => copyOf(state),
      done: () => copyOf(finished),
      plan,
      copy: applied.restore,
      before,
      after,
      lines,
      applying,
      undoing,
      writing: states.filter((each) => difference(after, each, isContent).length > 0).length,
      once: (what, now, act) => {
        const key = `${what} ${digestOf(now)}`;
        const known = found.get(key) ?? act();
        found.set(key, known);
        return known;
      },
    };
  });
}

const PARTIAL = [
  'STEP_LOOKS',
  'STEP_STANDS',
  'STEP_UNKNOWN',
  'STEP_MOVED',
  'STEP_ROWS_MOVED',
  'STEP_SHEET_KEPT',
  'STEP_OVERTAKEN',
  'UNDO_STANDS',
  'UNDO_UNKNOWN',
];
export const tellsParts = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => PARTIAL.includes(code));

export function broken(what: string, expected: State, now: State): Pick<Run, 'outcome' | 'violation'> {
  const contents = difference(expected, now, isContent);
  const looks = difference(expected, now, (key) => !isContent(key));
  return violated(`${what}：${[...contents, ...looks].slice(0, 3).join('；')}`);
}

export function violated(violation: string): Pick<Run, 'outcome' | 'violation'> {
  return { outcome: '违规', violation };
}

/** Sheets with contents that changed and that no message is about; '' where all are told. */
export function unnamed(before: State, now: State, problems: readonly Problem[]): string {
  const sheets = new Set(
    difference(before, now, isContent)
      .filter((each) => !each.startsWith('name '))
      .map((each) => each.slice(0, each.indexOf('!'))),
  );
  const told = problems.map(({ message }) => message).join('\n');
  return [...sheets].filter((sheet) => !told.includes(sheet)).join('、');
}
