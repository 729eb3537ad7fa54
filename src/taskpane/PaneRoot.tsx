import { FluentProvider } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { localDate } from '../assessment/calendarDate';
import { FaultBoundary } from './FaultBoundary';
import { PaneContext } from './paneContext';
import { Shell } from './Shell';
import type { Texts } from './texts';
import { useTheme } from './theme';
import { usePaneController } from './usePaneController';
import { useRibbon } from './useRibbon';

/** The whole pane: theme, state, pages. */
export function PaneRoot({ texts }: { readonly texts: Texts }): ReactNode {
  const theme = useTheme();
  const today = useMemo(() => localDate(new Date()), []);
  return (
    <FluentProvider theme={theme}>
      <FaultBoundary text={texts.shell.unexpected}>
        <PaneWithState texts={texts} today={today} />
      </FaultBoundary>
    </FluentProvider>
  );
}

function PaneWithState({ texts, today }: { readonly texts: Texts; readonly today: string }): ReactNode {
  const pane = usePaneController(texts, today);
  useRibbon(pane);
  return (
    <PaneContext.Provider value={pane}>
      <Shell />
    </PaneContext.Provider>
  );
}
