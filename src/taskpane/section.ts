import type { Proposal } from './pane';
import type { Texts } from './texts';

/** One task of the pane, folded until it is wanted. */
export interface Section {
  readonly element: HTMLElement;
  /** What is off while a command runs. */
  readonly controls: readonly (HTMLButtonElement | HTMLSelectElement | HTMLInputElement)[];
  /** Reads again what the controls offer. */
  readonly refresh?: () => Promise<void>;
}

/** What the pane does for its sections. */
export interface PaneContext {
  readonly texts: Texts;
  /** Runs one step with the controls off; what goes wrong is told. */
  readonly run: (doing: string, step: () => Promise<void>) => Promise<void>;
  /** Runs a command and shows its preview, to be confirmed. */
  readonly propose: (command: () => Promise<Proposal>) => Promise<void>;
  readonly say: (text: string, failed?: boolean) => void;
  /** Where results stand, below the sections. */
  readonly details: HTMLElement;
}
