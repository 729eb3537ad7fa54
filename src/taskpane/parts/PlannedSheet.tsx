import { useMemo, useState, type ReactNode } from 'react';
import type { Plan } from '../../forms/grid/plan';
import { usePane } from '../state/paneContext';
import { shownSheet, type SheetPreview } from '../state/preview';
import { previewTable } from '../state/previewTable';
import { PlannedTable } from './PlannedTable';

/** Of more sheets than so many one at a time is open, at first the one that was asked for: each brings its table only while it is open. */
const MOST_OPEN = 4;

/** What one sheet gets: how it will look, and below that the steps in words. */
export function PlannedSheet({
  plan,
  preview: { sheet, lines },
  sheets,
}: {
  readonly plan: Plan;
  readonly preview: SheetPreview;
  /** How many sheets the plan changes. */
  readonly sheets: number;
}): ReactNode {
  const { texts } = usePane();
  const isFew = sheets <= MOST_OPEN;
  const [isOpen, setOpen] = useState(isFew || sheet === shownSheet(plan));
  const table = useMemo(() => (isOpen ? previewTable(plan, sheet) : null), [isOpen, plan, sheet]);
  const list = (
    <ul>
      {lines.map((line, i) => (
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
  return (
    <details
      className="planned"
      open={isOpen}
      onToggle={({ target, currentTarget }) => {
        if (target === currentTarget) setOpen(currentTarget.open);
      }}
      {...(isFew ? {} : { name: 'planned' })}
    >
      <summary>{sheet}</summary>
      {table === null ? (
        list
      ) : (
        <>
          <p className="quiet">{texts.preview.changes(table)}</p>
          <PlannedTable sheet={sheet} table={table} />
          <details className="steps">
            <summary>{texts.preview.inWords(lines.length)}</summary>
            {list}
          </details>
        </>
      )}
    </details>
  );
}
