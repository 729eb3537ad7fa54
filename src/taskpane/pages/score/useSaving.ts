import { useEffect, useMemo, useRef, useState } from 'react';
import { scoreOfText } from '../../../assessment/score';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import type { Draft, Pane } from '../../state/paneContext';
import { isEmptyPlan } from '../../state/preview';
import { usePage, type PaneOfPage } from '../usePage';
import { exactText, saysTheSame, type ScoreLine, type ScoringList } from './scoring';

/** What was written since the workbook was read, by line. */
interface Written {
  readonly since: WorkbookState | null;
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

type Saved = 'written' | 'open';

export interface Saving {
  /** Whether a line is on its way into the workbook. */
  readonly isPending: (line: ScoreLine) => boolean;
  /** A line's scores as they stand now, with what it got since the workbook was read. */
  readonly standing: (line: ScoreLine) => readonly string[];
  readonly save: (line: ScoreLine, draft: Draft) => Promise<Saved>;
}

/** Writes one line after the other, while the next person is already being scored. */
export function useSaving(state: WorkbookState, sheets: readonly ScoringList[]): Saving {
  const pane = usePage();
  const [writtenLines, setWritten] = useState<Written>({ since: null, lines: new Map() });
  const [pending, setPending] = useState<readonly string[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lines = useMemo(() => sheets.flatMap(({ lines: ofSheet }) => ofSheet), [sheets]);
  const latest = useRef({ pane, state, pending, lines });
  latest.current = { pane, state, pending, lines };
  useForgetting(pane, lines);
  useFarewell(latest);

  const saveNow = async (line: ScoreLine, draft: Draft): Promise<Saved> => {
    const saved = await write(latest.current.pane, line, draft);
    setPending((keys) => keys.filter((key) => key !== line.key));
    if (saved === 'open') return saved;
    const standing = draft.texts.map(exactText);
    setWritten((before) => {
      const since = latest.current.state;
      return { since, lines: new Map([...(before.since === since ? before.lines : []), [line.key, standing]]) };
    });
    // Somebody may have come back to the person meanwhile.
    const now = latest.current.pane.drafts.get(line.key);
    pane.keepDraft(line.key, now === undefined || now.texts === draft.texts ? null : { ...now, seen: standing });
    return saved;
  };
  return {
    isPending: ({ key }) => pending.includes(key),
    standing: (line) => (writtenLines.since === state ? writtenLines.lines.get(line.key) : undefined) ?? line.standing,
    save: (line, draft) => {
      setPending((keys) => [...keys, line.key]);
      const saved = queue.current.then(() => saveNow(line, draft));
      queue.current = saved;
      return saved;
    },
  };
}

/** What stands in the workbook, by whatever way it came there, is no draft any more. */
function useForgetting({ drafts, keepDraft }: Pane, lines: readonly ScoreLine[]): void {
  const kept = useRef(drafts);
  kept.current = drafts;
  useEffect(() => {
    for (const { key, standing } of lines) {
      const draft = kept.current.get(key);
      if (draft !== undefined && saysTheSame(draft.texts, standing)) keepDraft(key, null);
    }
  }, [lines, keepDraft]);
}

interface Leaving {
  readonly pane: PaneOfPage;
  readonly pending: readonly string[];
  readonly lines: readonly ScoreLine[];
}

/** Leaving the page keeps what was typed, and says so. */
function useFarewell(latest: { readonly current: Leaving }): void {
  useEffect(
    () => () => {
      const { pane, lines, pending } = latest.current;
      const left = lines.filter(({ key }) => pane.drafts.has(key) && !pending.includes(key));
      if (left.length > 0) pane.say({ kind: 'info', text: pane.texts.score.leftUnsaved(left.length) });
    },
    [latest],
  );
}

/** Writes one line; what would replace something unseen is shown as a preview instead. */
async function write(pane: Pane, { form, row }: ScoreLine, { texts, seen }: Draft): Promise<Saved> {
  const scores = texts.map((text) => scoreOfText(text)?.valueOf() ?? 0);
  const entry = await pane.run(pane.texts.shell.reading, (excel) =>
    excel.previewScoreEntry({ form, row, scores, seen }),
  );
  if (entry === undefined) return 'open';
  if (!entry.isPlain) {
    await pane.propose('打分', () => Promise.resolve(entry));
    return 'open';
  }
  return isEmptyPlan(entry.plan) || (await pane.write('打分', entry.plan)) ? 'written' : 'open';
}
