import { FluentProvider } from '@fluentui/react-components';
import { Component, useMemo, type ReactNode } from 'react';
import { localDate } from '../assessment/calendarDate';
import { PaneContext } from './paneContext';
import { Shell } from './Shell';
import type { Texts } from './texts';
import { useTheme } from './theme';
import { usePaneController } from './usePaneController';

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
  return (
    <PaneContext.Provider value={pane}>
      <Shell />
    </PaneContext.Provider>
  );
}

/** A fault of a page is told, with what a report needs, in place of an empty pane. */
class FaultBoundary extends Component<
  { readonly text: string; readonly children: ReactNode },
  { fault: string | null }
> {
  override state: { fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p>{this.props.text}</p>
        <pre>{this.state.fault}</pre>
      </div>
    );
  }
}
