import { useCallback, useRef, useState } from 'react';
import type { Texts } from '../texts';
import { whileEditing } from '../../excel/workbook/running';
import { errorText } from '../texts/errorText';
import type { Activity, Message, Running } from './paneContext';

/** After this many milliseconds without an answer a write may be given up: the connection to Excel may be lost. */
const SILENCE = 15_000;

/** `read` is dropped when the person cancels; `write` cannot be stopped half-way, only given up when Excel is silent. */
type Kind = 'read' | 'write';

export interface Activities {
  readonly activity: Activity | null;
  /** Whether something runs at this very moment. */
  readonly isBusy: () => boolean;
  /**
   * Runs one thing; a second is not started while the first runs. What goes wrong is told.
   *
   * @returns what it gave; undefined when it was not started, failed, or was cancelled
   */
  readonly runStep: <T>(doing: string, step: (running: Running) => Promise<T>, kind?: Kind) => Promise<T | undefined>;
}

/** One thing at a time, with its progress and a way to stop it. */
export function useActivity(texts: Texts, say: (message: Message) => void): Activities {
  const [activity, setActivity] = useState<Activity | null>(null);
  const busy = useRef(false);
  const isBusy = useCallback(() => busy.current, []);

  const runStep: Activities['runStep'] = useCallback(
    async (doing, step, kind = 'read') => {
      if (busy.current) return undefined;
      busy.current = true;
      const { signal, stop, stopped } = stoppable();
      const cancel = kind === 'read' ? stop : null;
      const endOfStop = stopText(kind, texts);
      const report: Running['report'] = (now, progress) => setActivity({ doing: now, progress, cancel });
      report(doing, null);
      const endOfEditing = whileEditing((isWaiting) => report(isWaiting ? texts.shell.finishEditing : doing, null));
      const silence = setTimeout(() => {
        if (kind === 'write') setActivity({ doing: texts.shell.noAnswer, progress: null, cancel: stop });
      }, SILENCE);
      try {
        const result = await Promise.race([step({ signal, report }), stopped]);
        if (signal.aborted) say(endOfStop);
        return result;
      } catch (error) {
        say(signal.aborted ? { kind: 'info', text: endOfStop.text } : { kind: 'error', text: errorText(error, texts) });
        return undefined;
      } finally {
        clearTimeout(silence);
        endOfEditing();
        busy.current = false;
        setActivity(null);
      }
    },
    [texts, say],
  );
  return { activity, isBusy, runStep };
}

/** A signal, what aborts it, and what comes when it does: Excel itself cannot be stopped, only not waited for. */
function stoppable(): { signal: AbortSignal; stop: () => void; stopped: Promise<undefined> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
  return { signal, stop: () => stopping.abort(), stopped };
}

function stopText(kind: Kind, { shell }: Texts): Message {
  return kind === 'read' ? { kind: 'info', text: shell.cancelled } : { kind: 'error', text: shell.gaveUp };
}
