import { useEffect, useRef, useState } from 'react';
import type { WorkbookState } from '../../../../excel/reading/workbookState';
import type { ReviewLine } from '../../../../forms/review/read';
import type { ReviewTable } from '../../../../forms/review/table';
import { isEmptyPlan } from '../../../state/preview';
import type { Said } from '../../people/candidates';
import { usePage, type PaneOfPage } from '../../usePage';

interface Pending {
  readonly line: ReviewLine;
  readonly before: Said;
  readonly said: Said;
}

/** What is said and not yet read back, by person key. */
interface Overlay {
  readonly since: WorkbookState | null;
  readonly said: ReadonlyMap<string, Said>;
}

export interface Deciding {
  /** What holds of a line now: what was said since the workbook was read, else what stands there. */
  readonly saidOf: (line: ReviewLine) => Said;
  /** Has it written, at once, after what was said before. */
  readonly say: (line: ReviewLine, said: Said) => void;
}

const standing = ({ decision, remark }: ReviewLine): Said => ({ decision, remark });

/** Writes one decision after the other, as 打分 writes, while the next is already being made. */
export function useDeciding(state: WorkbookState, table: ReviewTable | null): Deciding {
  const pane = usePage();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [overlay, setOverlay] = useState<Overlay>({ since: null, said: new Map() });
  const isRunning = useRef(false);
  const latest = useRef({ pane, pending });
  latest.current = { pane, pending };

  const waiting = new Map(pending.map(({ line, said }) => [line.key, said]));
  const written = overlay.since === state ? overlay.said : new Map<string, Said>();
  const saidOf = (line: ReviewLine): Said => waiting.get(line.key) ?? written.get(line.key) ?? standing(line);

  const isFree = pane.activity === null && pane.proposal === null;
  const next = pending[0];
  useEffect(() => {
    if (next === undefined || table === null || !isFree || isRunning.current) return;
    isRunning.current = true;
    void write(latest.current.pane, table, next).then((isWritten) => {
      isRunning.current = false;
      if (isWritten) {
        setOverlay((now) => ({
          since: state,
          said: new Map([...(now.since === state ? now.said : []), [next.line.key, next.said]]),
        }));
      }
      setPending((all) => all.slice(1));
    });
  }, [next, table, isFree, state]);

  // Leaving the page drops what still waits, and says so.
  useEffect(
    () => () => {
      const left = latest.current.pending.slice(isRunning.current ? 1 : 0).map(({ line }) => line.displayName);
      if (left.length > 0) {
        const { say, texts } = latest.current.pane;
        say({ kind: 'error', text: texts.meeting.leftUnwritten(left) });
      }
    },
    [],
  );

  return {
    saidOf,
    say: (line, said) => setPending((all) => [...all, { line, before: saidOf(line), said }]),
  };
}

/** Writes one decision; what would replace something unseen is shown as a preview instead. */
async function write(pane: PaneOfPage, table: ReviewTable, { line, before, said }: Pending): Promise<boolean> {
  // What was said before may not have been read back: it is in view all the same.
  const seen =
    before.decision === line.decision && before.remark === line.remark
      ? line
      : { ...line, decision: before.decision, writtenDecision: before.decision ?? '', remark: before.remark };
  const decision = {
    line: seen,
    grade: said.decision,
    reason: said.remark === before.remark ? null : said.remark,
  };
  const layout = await pane.run(pane.texts.shell.reading, (excel) =>
    excel.previewDecisions({ table, decisions: [decision] }),
  );
  if (layout === undefined) return false;
  if (!layout.isPlain) {
    await pane.propose('审定', () => Promise.resolve(layout));
    return false;
  }
  return isEmptyPlan(layout.plan) || (await pane.write('审定', layout.plan));
}
