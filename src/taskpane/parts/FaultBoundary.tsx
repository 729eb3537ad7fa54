import { Component, type ReactNode } from 'react';

/** A fault of a page is told, with what a report needs, in place of an empty pane. */
export class FaultBoundary extends Component<
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
