import type { FaultCommand } from './commands';
import { editRun, expectedOf, machineRun } from './applyRuns';
import { EDITS } from './edits';
import { prepare, type Run } from './prepared';
import { MACHINE } from './requests';
import { undoEditRun, undoRun } from './undoRuns';

export interface MatrixOptions {
  /** Whether a run is made: for the bounded matrix. */
  readonly isWanted?: (fault: string, at: number) => boolean;
  readonly tell?: (run: Run) => void;
}

/** Runs a command against every fault at every request. */
export async function runMatrix(
  command: FaultCommand,
  { isWanted = () => true, tell = () => undefined }: MatrixOptions = {},
): Promise<Run[]> {
  const runs: Run[] = [];
  const add = async (fault: string, at: number, run: () => Promise<Run>): Promise<void> => {
    if (!isWanted(fault, at)) return;
    const made = await run().catch((error: unknown): Run => {
      const violation = `运行出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      return { command: command.name, fault, at, outcome: '违规', violation };
    });
    runs.push(made);
    tell(made);
  };
  const prepared = await prepare(command);
  const { applying, undoing, plan } = prepared;
  for (const fault of MACHINE) {
    for (let at = 1; at <= applying.length; at++) await add(fault, at, () => machineRun(prepared, fault, at));
    for (let at = 1; at <= undoing.length; at++) await add(`撤销时${fault}`, at, () => undoRun(prepared, fault, at));
  }
  for (const edit of EDITS.filter(({ isPossible }) => isPossible(plan))) {
    const expected = await expectedOf(prepared, edit);
    for (let at = 0; at <= applying.length; at++) {
      await add(edit.name, at, () => editRun(prepared, edit, at, expected));
    }
    for (let at = 0; edit.meetsUndo !== false && at <= undoing.length; at++) {
      await add(`撤销时${edit.name}`, at, () => undoEditRun(prepared, edit, at));
    }
  }
  return runs;
}
