/** What the buttons of the ribbon ask for, by the ids of their actions in manifest.xml. */
export const RIBBON_ACTIONS = {
  'Appraisal.Check': 'check',
  'Appraisal.Review': 'review',
  'Appraisal.Notice': 'notice',
} as const;

export type RibbonRequest = (typeof RIBBON_ACTIONS)[keyof typeof RIBBON_ACTIONS];

export interface Ribbon {
  /** Hands over each request, the last of those that came before at once; the result ends it. */
  readonly listen: (ask: (request: RibbonRequest) => void) => () => void;
}

/** Pane and ribbon in one runtime: what runs for a button can show the pane. manifest.xml asks for the same. */
const SHARED_RUNTIME = { set: 'SharedRuntime', version: '1.1' } as const;

/**
 * Takes what is asked for by the ribbon's buttons and shows the pane, where the answer appears. To be called as soon as
 * `Office.onReady` has said so, before anything is waited for: a button that starts the add-in runs its action right then.
 * An Excel that cannot show the pane has no such buttons.
 */
export function followRibbon(): Ribbon {
  let listener: ((request: RibbonRequest) => void) | null = null;
  let waiting: RibbonRequest | null = null;
  const ribbon: Ribbon = {
    listen: (ask) => {
      listener = ask;
      if (waiting !== null) ask(waiting);
      waiting = null;
      return () => {
        listener = null;
      };
    },
  };
  if (!Office.context.requirements.isSetSupported(SHARED_RUNTIME.set, SHARED_RUNTIME.version)) return ribbon;
  for (const [id, request] of Object.entries(RIBBON_ACTIONS)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      if (listener === null) waiting = request;
      else listener(request);
      // A pane that cannot be shown now has the answer ready when it is opened; the button must not stay pressed.
      Office.addin.showAsTaskpane().catch(() => undefined);
      event.completed();
    });
  }
  return ribbon;
}
