import { createContext, useContext } from 'react';
import type { CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import type { RestoreCopy } from '../../excel/workbook/apply';
import type { WorkbookState } from '../../excel/reading/workbookState';
import type { Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import type { Texts } from '../texts';
import type { Command } from '../texts/commands';
import type { Excel } from './excel';
import type { Freshness } from './follower';

/** The pages, in the order of the work. */
export const PAGES = ['overview', 'forms', 'check', 'score', 'review', 'notice', 'annual', 'settings'] as const;
export type Page = (typeof PAGES)[number];

/** What a command would write, for the preview. */
export interface Proposed {
  readonly plan: Plan;
  /** One of the problems stands in the way of writing anything. */
  readonly refused: boolean;
  readonly problems: readonly Problem[];
}

export interface Proposal extends Proposed {
  /** What the person asked for. */
  readonly command: Command;
}

/** A step that was written, to be undone. */
export interface Step {
  readonly command: Command;
  readonly copy: RestoreCopy;
  /** Problems for which the last try to undo it was refused or broke off. */
  readonly refusals: readonly Problem[];
}

export interface Message {
  readonly kind: 'info' | 'success' | 'error';
  readonly text: string;
}

/** What somebody typed and has not written yet, with what stood in the fields before. */
export interface Draft {
  readonly texts: readonly string[];
  readonly seen: readonly string[];
}

/** Something that runs; one thing at a time. */
export interface Activity {
  readonly doing: string;
  /** Of what is counted, how much is done: 0 to 1; null where nothing can be counted. */
  readonly progress: number | null;
  /** Null while it writes: a write cannot be stopped half-way. */
  readonly cancel: (() => void) | null;
}

/** What a step may do while it runs. */
export interface Running {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  readonly report: (doing: string, progress: number | null) => void;
}

/** What the pane does for its pages. */
export interface Pane {
  readonly texts: Texts;
  readonly today: CalendarDate;
  /** Null until the workbook was read for the first time. */
  readonly state: WorkbookState | null;
  /** Whether that is what the workbook says now. */
  readonly freshness: Freshness;
  readonly activity: Activity | null;
  readonly message: Message | null;
  readonly proposal: Proposal | null;
  /** What was written and can be undone, the last one first to go. */
  readonly steps: readonly Step[];
  readonly page: Page;
  /** @param control the id of the control on it that is to be used next */
  readonly goTo: (page: Page, control?: string) => void;
  /** The control to go to once its page is shown; null where a page is simply opened. */
  readonly aim: { readonly control: string } | null;
  readonly chooseQuarter: (quarter: Quarter) => void;
  /** Reads the workbook again. */
  readonly refresh: () => Promise<void>;
  readonly say: (message: Message | null) => void;
  /**
   * Runs one step with the controls off. What goes wrong is told.
   *
   * @returns what the step gave; undefined when it failed or was cancelled
   */
  readonly run: <T>(doing: string, step: (excel: Excel, running: Running) => Promise<T>) => Promise<T | undefined>;
  /** Runs a command and shows what it would write; nothing is written before the person confirms. */
  readonly propose: <P extends Proposed>(
    command: Command,
    preview: (excel: Excel, running: Running) => Promise<P>,
  ) => Promise<P | undefined>;
  /**
   * Writes what the person sees at its target; the page has shown it, so that no preview is needed. The workbook is read
   * again once it is quiet.
   *
   * @returns whether it was written
   */
  readonly write: (command: Command, plan: Plan) => Promise<boolean>;
  /** Typed on a page and not yet written, by field: it outlives the page. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly keepDraft: (field: string, draft: Draft | null) => void;
  readonly confirm: () => Promise<void>;
  readonly closeProposal: () => void;
  /** @param discardEdits take back also what people typed since into what the step wrote */
  readonly undo: (discardEdits?: boolean) => Promise<void>;
  /** Shows a cell in the workbook; the person asked for it. */
  readonly select: (sheet: string, cell: string | null) => void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('a page outside the pane');
  return pane;
}
