import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePane } from '../state/paneContext';

/** How much of a list is shown: thousands of lines would make the pane slow. */
interface Portions {
  /** How many at first, and how many more at a time. */
  readonly first?: number;
  readonly further?: number;
  /** What the button says of so many more; lines, unless told otherwise. */
  readonly label?: (count: number) => string;
}

/** How many of a list to show, and the button that shows more of it; no button where all are shown. */
export function useMore(
  total: number,
  { first = 50, further = 200, label }: Portions = {},
): readonly [shown: number, more: ReactNode] {
  const { texts } = usePane();
  const [shown, setShown] = useState(first);
  const next = Math.min(total - shown, further);
  if (next <= 0) return [total, null];
  return [
    shown,
    <Button key="more" size="small" onClick={() => setShown(shown + next)}>
      {(label ?? texts.problems.more)(next)}
    </Button>,
  ];
}
