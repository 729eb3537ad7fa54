/** What the buttons of the ribbon ask for, by the ids of their actions in manifest.xml. */
export const RIBBON_ACTIONS = {
  'Appraisal.Check': 'check',
  'Appraisal.Review': 'review',
  'Appraisal.Notice': 'notice',
} as const;

export type RibbonRequest = (typeof RIBBON_ACTIONS)[keyof typeof RIBBON_ACTIONS];

/** Pane and ribbon in one runtime: what runs for a button can show the pane. manifest.xml asks for the same. */
const SHARED_RUNTIME = { set: 'SharedRuntime', version: '1.1' } as const;

/**
 * Hands over what is asked for by the ribbon's buttons, which work while the pane is closed, and shows the pane, where
 * the answer appears. Excel that cannot do both shows no such buttons.
 */
export function followRibbon(ask: (request: RibbonRequest) => void): void {
  if (!Office.context.requirements.isSetSupported(SHARED_RUNTIME.set, SHARED_RUNTIME.version)) return;
  for (const [id, request] of Object.entries(RIBBON_ACTIONS)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      ask(request);
      // A pane that cannot be shown now has the answer ready when it is opened; the button must not stay pressed.
      Office.addin
        .showAsTaskpane()
        .finally(() => event.completed())
        .catch(() => undefined);
    });
  }
}
