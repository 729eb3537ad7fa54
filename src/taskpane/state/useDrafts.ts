import { useCallback, useState } from 'react';
import type { Draft, Pane } from './paneContext';

/** What was typed on a page and is not yet written, by field: it outlives the page. */
export function useDrafts(): Pick<Pane, 'drafts' | 'keepDraft'> {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const keepDraft: Pane['keepDraft'] = useCallback((field, draft) => {
    setDrafts((kept) => {
      const others = [...kept].filter(([each]) => each !== field);
      return new Map(draft === null ? others : [...others, [field, draft]]);
    });
  }, []);
  return { drafts, keepDraft };
}
