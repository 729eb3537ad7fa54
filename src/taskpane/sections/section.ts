import type { Quarter } from '../../assessment/period';
import { element } from '../element';
import type { Overview, Proposal } from '../pane';
import type { Texts } from '../texts';

/** One task of the pane, folded until it is wanted. */
export interface Section {
  readonly element: HTMLElement;
  /** What is off while a command runs. */
  readonly controls: readonly (HTMLButtonElement | HTMLSelectElement | HTMLInputElement)[];
  /** Offers what the workbook has now. */
  readonly refresh?: (overview: Overview) => void;
}

/** What the pane does for its sections. */
export interface PaneContext {
  readonly texts: Texts;
  /** The quarter that is chosen. */
  readonly quarter: () => Quarter;
  /** Runs one step with the controls off; what goes wrong is told. */
  readonly run: (doing: string, step: () => Promise<void>) => Promise<void>;
  /** Runs a command and shows its preview, to be confirmed. */
  readonly propose: (command: () => Promise<Proposal>) => Promise<void>;
  readonly say: (text: string, failed?: boolean) => void;
  /** Where results stand, below the sections. */
  readonly details: HTMLElement;
}

/** A task under its title, folded until it is wanted. */
export function folded(id: string, title: string, ...children: readonly Node[]): HTMLElement {
  return element('details', { id, class: 'task' }, element('summary', {}, title), ...children);
}

/** A control with its label above. */
export function labelled(text: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, text), control);
}
