import { useCallback, useEffect, useRef, useState } from 'react';
import { timeStamp, type CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import { selectCell } from '../../excel/workbook/selection';
import { watchWorkbook } from '../../excel/workbook/watch';
import { readState, type WorkbookState } from '../../excel/reading/workbookState';
import { errorText } from '../texts/errorText';
import type { Activity, Draft, Excel, Message, Page, Pane, Proposal, Proposed, Running, Step } from './paneContext';
import type { Plan } from '../../forms/grid/plan';
import { cellsWritten, isEmptyPlan } from './preview';
import type { Texts } from '../texts';
import type { Command } from '../texts/commands';

/** After this many milliseconds a write is probably held up by an unfinished cell edit. */
const PATIENCE = 2000;
/** After this many milliseconds without an answer a write may be given up: the connection to Excel may be lost. */
const SILENCE = 15_000;
/** Edits come in bursts; the workbook is read again when there was none for so many milliseconds. */
const QUIET = 700;
/** A workbook that takes longer to read, in milliseconds, is read again only when somebody asks. */
const QUICK_READING = 1500;

/** What reads the workbook comes with the pane; what writes is fetched after the first page stands. */
const excel = (): Promise<Excel> => import(/* webpackChunkName: "commands" */ '../../excel');
/** The pages but the first are fetched then too. */
const otherPages = (): Promise<unknown> => import(/* webpackChunkName: "pages" */ '../pages');

/** The pane's state and what can be done with it: one step at a time, nothing written unseen, nothing stale unsaid. */
export function usePaneController(texts: Texts, today: CalendarDate): Pane {
  const [state, setState] = useState<WorkbookState | null>(null);
  const [isStale, setStale] = useState(false);
  const [activity, setActivity] = useState<Activity | null>(null);
  const [message, say] = useState<Message | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [lastStep, setLastStep] = useState<Step | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [page, setPage] = useState<Page>('overview');
  const busy = useRef(false);
  const quarter = useRef<Quarter | undefined>(undefined);
  const readingTook = useRef(0);
  /** Counts what was written: a reading that a write overtook says what no longer is. */
  const writes = useRef(0);
  /** The change that is heard of is the pane's own, and is read at once. */
  const isOwnChange = useRef(false);
  const readSoon = useRef(() => {});
  const proposalOpen = useRef(false);
  proposalOpen.current = proposal !== null;

  /** Runs one thing; a second is not started while the first runs. */
  const runStep = useCallback(
    async <T>(doing: string, step: (running: Running) => Promise<T>, canCancel = true): Promise<T | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      const stopping = new AbortController();
      const stop = (): void => stopping.abort();
      const cancel = canCancel ? stop : null;
      setActivity({ doing, progress: null, cancel });
      const silence = setTimeout(() => {
        if (!canCancel) setActivity({ doing: texts.shell.noAnswer, progress: null, cancel: stop });
      }, SILENCE);
      const stopped = canCancel ? texts.shell.cancelled : texts.shell.gaveUp;
      const report = (now: string, progress: number | null): void => setActivity({ doing: now, progress, cancel });
      const left = new Promise<undefined>((resolve) => {
        stopping.signal.addEventListener('abort', () => resolve(undefined));
      });
      try {
        // What was only read is dropped when the person cancels; Excel itself cannot be stopped.
        const result = await Promise.race([step({ signal: stopping.signal, report }), left]);
        if (stopping.signal.aborted) say({ kind: canCancel ? 'info' : 'error', text: stopped });
        return result;
      } catch (error) {
        say(
          stopping.signal.aborted ? { kind: 'info', text: stopped } : { kind: 'error', text: errorText(error, texts) },
        );
        return undefined;
      } finally {
        clearTimeout(silence);
        busy.current = false;
        setActivity(null);
      }
    },
    [texts],
  );

  const read = useCallback(async (): Promise<void> => {
    const begun = performance.now();
    const writesBefore = writes.current;
    const fresh = await readState({ today, ...(quarter.current === undefined ? {} : { quarter: quarter.current }) });
    readingTook.current = performance.now() - begun;
    if (writes.current !== writesBefore) return;
    isOwnChange.current = false;
    quarter.current = fresh.quarter?.review.quarter;
    setState(fresh);
    setStale(false);
  }, [today]);

  const refresh = useCallback(async (): Promise<void> => {
    await runStep(texts.shell.reading, read);
  }, [runStep, read, texts]);

  const run: Pane['run'] = useCallback(
    (doing, step) => runStep(doing, async (running) => step(await excel(), running)),
    [runStep],
  );

  const propose: Pane['propose'] = useCallback(
    async <P extends Proposed>(command: Command, preview: (excel: Excel, running: Running) => Promise<P>) => {
      say(null);
      const proposed = await run(texts.shell.reading, preview);
      if (proposed !== undefined) setProposal({ ...proposed, command });
      return proposed;
    },
    [run, texts],
  );

  /** Writes a plan as one step that can be undone; a refusal is shown in the place of a preview. */
  const carryOut = useCallback(
    async (command: Command, plan: Plan, { report }: Running): Promise<boolean> => {
      const { applyPlan } = await excel();
      const waiting = setTimeout(() => report(texts.shell.finishEditing, null), PATIENCE);
      isOwnChange.current = readingTook.current < QUICK_READING;
      const log = { command, time: timeStamp(new Date()) };
      const applied = await applyPlan(plan, { log }).finally(() => clearTimeout(waiting));
      if (!applied.ok) {
        const { problems } = applied;
        setProposal({ command, plan: { sheets: [], names: [], problems: [] }, refused: true, problems });
        say(null);
        return false;
      }
      writes.current++;
      setLastStep({ command, copy: applied.restore, refusals: [] });
      say({ kind: 'success', text: texts.shell.written(cellsWritten(plan)) });
      return true;
    },
    [texts],
  );

  const write: Pane['write'] = useCallback(
    async (command, plan) => {
      const written = await runStep(texts.shell.writing, (running) => carryOut(command, plan, running), false);
      readSoon.current();
      return written === true;
    },
    [runStep, carryOut, texts],
  );

  const confirm = useCallback(async (): Promise<void> => {
    if (proposal === null || isEmptyPlan(proposal.plan)) return;
    const { plan, command } = proposal;
    await runStep(
      texts.shell.writing,
      async (running) => {
        if (!(await carryOut(command, plan, running))) return;
        setProposal(null);
        await read();
      },
      false,
    );
  }, [proposal, runStep, carryOut, read, texts]);

  const keepDraft: Pane['keepDraft'] = useCallback((field, draft) => {
    setDrafts((kept) => {
      const others = [...kept].filter(([each]) => each !== field);
      return new Map(draft === null ? others : [...others, [field, draft]]);
    });
  }, []);

  const undo = useCallback(
    async (discardEdits = false): Promise<void> => {
      if (lastStep === null) return;
      const { command, copy } = lastStep;
      await runStep(
        texts.shell.writing,
        async () => {
          const { restore } = await excel();
          const restored = await restore(copy, { discardEdits, log: { command, time: timeStamp(new Date()) } });
          if (restored.ok) writes.current++;
          setLastStep(restored.ok ? null : { ...lastStep, refusals: restored.problems });
          say(restored.ok ? { kind: 'success', text: texts.shell.undone } : null);
          if (restored.ok) await read();
        },
        false,
      );
    },
    [lastStep, runStep, read, texts],
  );

  const chooseQuarter = useCallback(
    (chosen: Quarter): void => {
      quarter.current = chosen;
      void refresh();
    },
    [refresh],
  );

  const select = useCallback(
    (sheet: string, cell: string | null): void => {
      selectCell(sheet, cell).catch((error: unknown) => say({ kind: 'error', text: errorText(error, texts) }));
    },
    [texts],
  );

  useEffect(() => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let end: (() => Promise<void>) | undefined;
    let isOver = false;
    const readAgain = (): void => {
      if (busy.current) wait();
      // Without an activity: what the person has in hand stays in hand, the focus too.
      else if (!proposalOpen.current && readingTook.current < QUICK_READING) read().catch(() => setStale(true));
      else setStale(true);
    };
    const wait = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(readAgain, QUIET);
    };
    readSoon.current = wait;
    const changed = (): void => {
      if (!isOwnChange.current) setStale(true);
      wait();
    };
    void refresh().then(() =>
      afterPainting(() => {
        // Whoever needs what cannot be fetched now asks for it again, and is told then.
        for (const rest of [excel, otherPages]) rest().catch(() => undefined);
      }),
    );
    watchWorkbook(changed).then(
      (stop) => {
        end = stop;
        if (isOver) void stop();
      },
      (error: unknown) => say({ kind: 'error', text: errorText(error, texts) }),
    );
    return () => {
      clearTimeout(quiet);
      isOver = true;
      void end?.();
    };
  }, [refresh, read, texts]);

  return {
    texts,
    today,
    state,
    isStale,
    activity,
    message,
    proposal,
    lastStep,
    page,
    goTo: (next) => {
      // What was previewed belongs to the page that is left; nothing of it was written.
      setProposal(null);
      setPage(next);
    },
    chooseQuarter,
    refresh,
    say,
    run,
    propose,
    write,
    drafts,
    keepDraft,
    confirm,
    closeProposal: () => setProposal(null),
    undo,
    select,
  };
}

/** Runs the task when what was rendered is on the screen. */
function afterPainting(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}
