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
 * Takes what is asked for by the ribbon's buttons and shows the pane, where the answer appears. To be called at the top of the
 * script, before `Office.onReady` or anything else is waited for: some Excels run the action of a button that starts the
 * add-in only where it is known by then (P1).
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
  for (const [id, request] of Object.entries(RIBBON_ACTIONS)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      if (listener === null) waiting = request;
      else listener(request);
      // A pane that cannot be shown now has the answer ready when it is opened; the button must not stay pressed.
      if (Office.context.requirements.isSetSupported(SHARED_RUNTIME.set, SHARED_RUNTIME.version))
        Office.addin.showAsTaskpane().catch(() => undefined);
      event.completed();
    });
  }
  return ribbon;
}
