import type { Pane } from '../../src/taskpane/state/paneContext';
import type { Texts } from '../../src/taskpane/texts';

/** A pane that has read nothing yet and does nothing. */
export function idlePane(texts: Texts): Pane {
  const nothing = (): void => undefined;
  const nothingLater = (): Promise<void> => Promise.resolve();
  const undefinedLater = (): Promise<undefined> => Promise.resolve(undefined);
  return {
    texts,
    today: '2020-10-09',
    state: null,
    freshness: 'current',
    activity: null,
    message: null,
    proposal: null,
    steps: [],
    page: 'check',
    aim: null,
    goTo: nothing,
    chooseQuarter: nothing,
    refresh: nothingLater,
    say: nothing,
    run: undefinedLater,
    propose: undefinedLater,
    write: () => Promise.resolve(false),
    drafts: new Map(),
    keepDraft: nothing,
    confirm: nothingLater,
    closeProposal: nothing,
    undo: nothingLater,
    select: nothing,
  };
}
