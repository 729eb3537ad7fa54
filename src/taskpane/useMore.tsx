import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePane } from './paneContext';

/** Thousands of lines would make the pane slow; the rest comes on request. */
const AT_ONCE = 50;

/** How many of a list to show, and the button that shows more of it; no button where all are shown. */
export function useMore(total: number): readonly [shown: number, more: ReactNode] {
  const { texts } = usePane();
  const [shown, setShown] = useState(AT_ONCE);
  const next = Math.min(total - shown, 4 * AT_ONCE);
  if (next <= 0) return [total, null];
  return [
    shown,
    <Button key="more" size="small" onClick={() => setShown(shown + next)}>
      {texts.problems.more(next)}
    </Button>,
  ];
}
