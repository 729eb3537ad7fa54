import { useCallback, useState } from 'react';
import type { CalendarDate } from '../../assessment/calendarDate';
import { selectCell } from '../../excel/workbook/selection';
import type { Texts } from '../texts';
import { errorText } from '../texts/errorText';
import type { Message, Page, Pane, Proposal } from './paneContext';
import { useActivity } from './useActivity';
import { useDrafts } from './useDrafts';
import { useWorkbook } from './useWorkbook';
import { useWriting } from './useWriting';

/** The pane's state and what can be done with it: one step at a time, nothing written unseen, nothing stale unsaid. */
export function usePaneController(texts: Texts, today: CalendarDate): Pane {
  const [message, say] = useState<Message | null>(null);
  const [proposal, showProposal] = useState<Proposal | null>(null);
  const [page, setPage] = useState<Page>('overview');
  const [aim, setAim] = useState<Pane['aim']>(null);
  const drafts = useDrafts();
  const activities = useActivity(texts, say);
  const workbook = useWorkbook({ texts, today, activities, isPreviewed: proposal !== null, say });
  const { state, freshness, follower, refresh, chooseQuarter } = workbook;
  const writing = useWriting({ texts, activities, follower, proposal, showProposal, say });

  const select = useCallback(
    (sheet: string, cell: string | null): void => {
      selectCell(sheet, cell).catch((error: unknown) => say({ kind: 'error', text: errorText(error, texts) }));
    },
    [texts],
  );

  return {
    ...{ texts, today, state, freshness, message, proposal, page, aim },
    activity: activities.activity,
    ...{ refresh, chooseQuarter, say, select },
    ...drafts,
    ...writing,
    goTo: (next, control) => {
      // What was previewed belongs to the page that is left; nothing of it was written.
      showProposal(null);
      setPage(next);
      setAim(control === undefined ? null : { control });
    },
    closeProposal: () => showProposal(null),
  };
}
