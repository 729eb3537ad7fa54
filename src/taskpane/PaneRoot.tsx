import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Ribbon } from '../commands/ribbon';
import { FaultBoundary } from './FaultBoundary';
import { PaneContext } from './paneContext';
import { Shell } from './Shell';
import type { Texts } from './texts';
import { useTheme } from './theme';
import { usePaneController } from './usePaneController';
import { useRibbon } from './useRibbon';
import { useToday } from './useToday';

interface PaneProps {
  readonly texts: Texts;
  /** Null where there is none: beside an embedded workbook. */
  readonly ribbon: Ribbon | null;
}

/** The whole pane: theme, state, pages. */
export function PaneRoot({ texts, ribbon }: PaneProps): ReactNode {
  const theme = useTheme();
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
  return (
    <PaneContext.Provider value={pane}>
      <Shell />
    </PaneContext.Provider>
  );
}
