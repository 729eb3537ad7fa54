import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Ribbon } from '../../commands/ribbon';
import { FaultBoundary } from '../parts/FaultBoundary';
import { PaneContext } from '../state/paneContext';
import { Shell } from './Shell';
import type { Texts } from '../texts';
import { useTheme } from './useTheme';
import { usePaneController } from '../state/usePaneController';
import { usePrefetch } from './usePrefetch';
import { useRibbon } from '../state/useRibbon';
import { useToday } from '../state/useToday';

interface PaneProps {
  readonly texts: Texts;
  /** Null where there is none: beside an embedded workbook. */
  readonly ribbon: Ribbon | null;
}

/** The whole pane: theme, state, pages. */
export function PaneRoot({ texts, ribbon }: PaneProps): ReactNode {
  const theme = useTheme();
  if (theme === null) return null;
  return (
    <FluentProvider theme={theme}>
      <FaultBoundary text={texts.shell.unexpected}>
        <PaneWithState texts={texts} ribbon={ribbon} />
      </FaultBoundary>
    </FluentProvider>
  );
}

function PaneWithState({ texts, ribbon }: PaneProps): ReactNode {
  const pane = usePaneController(texts, useToday());
  useRibbon(ribbon, pane);
  usePrefetch(pane.state !== null);
  return (
    <PaneContext.Provider value={pane}>
      <Shell />
    </PaneContext.Provider>
  );
}
