import { useCallback, useState } from 'react';
import { timeStamp } from '../../assessment/calendarDate';
import type { Plan } from '../../forms/grid/plan';
import type { Texts } from '../texts';
import type { Command } from '../texts/commands';
import { loadExcel } from './excel';
import type { Message, Pane, Proposal, Running, Step } from './paneContext';
import { cellsWritten, isEmptyPlan } from './preview';
import type { Activities } from './useActivity';
import type { Workbook } from './useWorkbook';

/** After this many milliseconds a write is probably held up by an unfinished cell edit. */
const PATIENCE = 2000;
/** So many steps back can be undone. */
const MOST_STEPS = 30;

type Writing = Pick<Pane, 'run' | 'propose' | 'write' | 'confirm' | 'undo' | 'steps'>;

interface Surroundings {
  readonly texts: Texts;
  readonly activities: Activities;
  readonly follower: Workbook['follower'];
  readonly proposal: Proposal | null;
  readonly showProposal: (proposal: Proposal | null) => void;
  readonly say: (message: Message | null) => void;
}

/** What is proposed, written and undone: nothing unseen, one step at a time, each read back. */
export function useWriting({ texts, activities, follower, proposal, showProposal, say }: Surroundings): Writing {
  const { runStep } = activities;
  const [steps, setSteps] = useState<readonly Step[]>([]);

  const run: Pane['run'] = useCallback(
    (doing, step) => runStep(doing, async (running) => step(await loadExcel(), running)),
    [runStep],
  );

  const propose: Pane['propose'] = useCallback(
    async (command, preview) => {
      say(null);
      const proposed = await run(texts.shell.reading, preview);
      if (proposed !== undefined) showProposal({ ...proposed, command });
      return proposed;
    },
    [run, texts, say, showProposal],
  );

  /** Writes a plan as one step that can be undone; a refusal is shown in the place of a preview. */
  const carryOut = useCallback(
    async (command: Command, plan: Plan, { report }: Running): Promise<boolean> => {
      const { applyPlan } = await loadExcel();
      const waiting = setTimeout(() => report(texts.shell.finishEditing, null), PATIENCE);
      const applied = await follower
        .write(() => applyPlan(plan, { log: stamp(command) }))
        .finally(() => clearTimeout(waiting));
      if (!applied.ok) {
        const { problems } = applied;
        showProposal({ command, plan: { sheets: [], names: [], problems: [] }, refused: true, problems });
        const { restore: copy } = applied;
        if (copy !== undefined) setSteps((before) => [...before, { command, copy, refusals: [] }]);
        say(null);
        return false;
      }
      const step = { command, copy: applied.restore, refusals: [] };
      setSteps((before) => [...before, step].slice(-MOST_STEPS));
      const besides = applied.problems.map(({ message }) => message);
      say({ kind: 'success', text: [texts.shell.written(cellsWritten(plan)), ...besides].join('') });
      return true;
    },
    [follower, texts, say, showProposal],
  );

  const write: Pane['write'] = useCallback(
    async (command, plan) =>
      (await runStep(texts.shell.writing, (running) => carryOut(command, plan, running), 'write')) === true,
    [runStep, carryOut, texts],
  );

  const confirm = useCallback(async (): Promise<void> => {
    if (proposal === null || isEmptyPlan(proposal.plan)) return;
    const { plan, command } = proposal;
    const confirmed = async (running: Running): Promise<void> => {
      if (!(await carryOut(command, plan, running))) return;
      showProposal(null);
      await follower.read();
    };
    await runStep(texts.shell.writing, confirmed, 'write');
  }, [proposal, runStep, carryOut, follower, texts, showProposal]);

  const undo = useCallback(
    async (discardEdits = false): Promise<void> => {
      const last = steps.at(-1);
      if (last === undefined) return;
      const { command, copy } = last;
      const before = steps.slice(0, -1);
      const takeBack = async (): Promise<void> => {
        const { restore } = await loadExcel();
        const restored = await follower.write(() => restore(copy, { discardEdits, log: stamp(command) }));
        setSteps(restored.ok ? before : [...before, { ...last, refusals: restored.problems }]);
        const besides = restored.problems.map(({ message }) => message);
        say(restored.ok ? { kind: 'success', text: [texts.shell.undone, ...besides].join('') } : null);
        if (restored.ok) await follower.read();
      };
      await runStep(texts.shell.writing, takeBack, 'write');
    },
    [steps, runStep, follower, texts, say],
  );

  return { run, propose, write, confirm, undo, steps };
}

function stamp(command: Command): { readonly command: Command; readonly time: string } {
  return { command, time: timeStamp(new Date()) };
}
