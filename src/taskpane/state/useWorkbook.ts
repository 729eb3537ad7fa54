import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import { readState, type WorkbookState } from '../../excel/reading/workbookState';
import { watchWorkbook } from '../../excel/workbook/watch';
import type { Texts } from '../texts';
import { errorText } from '../texts/errorText';
import { Follower, type Freshness } from './follower';
import type { Message } from './paneContext';
import type { Activities } from './useActivity';

export interface Workbook {
  /** Null until the workbook was read for the first time. */
  readonly state: WorkbookState | null;
  readonly freshness: Freshness;
  readonly follower: Follower<WorkbookState>;
  /** Reads the workbook because the person asks for it. */
  readonly refresh: () => Promise<void>;
  readonly chooseQuarter: (quarter: Quarter) => void;
}

interface Surroundings {
  readonly texts: Texts;
  readonly today: CalendarDate;
  readonly activities: Activities;
  /** A preview stands open: what it was made from is to stay in view. */
  readonly isPreviewed: boolean;
  readonly say: (message: Message) => void;
}

/** What the workbook says: read at first, on request, and after every edit, the pane's own included. */
export function useWorkbook({ texts, today, activities, isPreviewed, say }: Surroundings): Workbook {
  const { activity, isBusy, runStep } = activities;
  const [state, setState] = useState<WorkbookState | null>(null);
  const [freshness, setFreshness] = useState<Freshness>('current');
  const quarter = useRef<Quarter | undefined>(undefined);
  const latest = useRef({ today, isPreviewed });
  latest.current = { today, isPreviewed };

  const follower = useMemo(
    () =>
      new Follower<WorkbookState>({
        read: () =>
          readState({
            today: latest.current.today,
            ...(quarter.current === undefined ? {} : { quarter: quarter.current }),
          }),
        show: (fresh) => {
          quarter.current = fresh.quarter?.review.quarter;
          setState(fresh);
        },
        tell: setFreshness,
        isHeld: () => isBusy() || latest.current.isPreviewed,
      }),
    [isBusy],
  );

  const refresh = useCallback(async (): Promise<void> => {
    await runStep(texts.shell.reading, () => follower.read());
  }, [runStep, follower, texts]);

  const chooseQuarter = useCallback(
    (chosen: Quarter): void => {
      quarter.current = chosen;
      void refresh();
    },
    [refresh],
  );

  // At first, and when a new day has begun.
  useEffect(() => void refresh(), [refresh, today]);

  const isHeld = activity !== null || isPreviewed;
  useEffect(() => {
    if (!isHeld) follower.resume();
  }, [isHeld, follower]);

  useWatch(follower, (error) => say({ kind: 'error', text: errorText(error, texts) }));
  return { state, freshness, follower, refresh, chooseQuarter };
}

/** Has the follower hear of every change while the pane is open. */
function useWatch(follower: Follower<WorkbookState>, failed: (error: unknown) => void): void {
  const tellFailure = useRef(failed);
  tellFailure.current = failed;
  useEffect(() => {
    let end: (() => Promise<void>) | undefined;
    let isOver = false;
    // Events may be lost or late (E1): whoever comes to the pane finds it as the workbook is.
    const look = (): void => follower.mayHaveChanged();
    window.addEventListener('focus', look);
    watchWorkbook(() => follower.changed()).then(
      (stop) => {
        end = stop;
        if (isOver) void stop();
      },
      (error: unknown) => tellFailure.current(error),
    );
    return () => {
      window.removeEventListener('focus', look);
      follower.stop();
      isOver = true;
      void end?.();
    };
  }, [follower]);
}
