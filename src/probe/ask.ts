/** A name of the report and what this Excel answered to it, as text: `mergedAreas.600` `GeneralException`. */
export type Fact = readonly [name: string, answer: string];

/** A question to a real Excel. */
export interface Question {
  /** Its number on the page and in the report. */
  readonly number: string;
  /** The risks that the answer decides about, as docs/platforms.md numbers them. */
  readonly risks: string;
  /** Asks on a sheet of its own, which is empty; what Excel refuses is an answer too. */
  readonly ask: (sheet: string) => Promise<readonly Fact[]>;
}

/** What Excel refuses is told by its code; anything else by its words. */
function refusalOf(error: unknown): string {
  if (error instanceof OfficeExtension.Error) return `! ${error.code}`;
  return `! ${error instanceof Error ? error.message : String(error)}`;
}

/** One request of its own: its answer, or how it was refused. */
export async function answerOf(
  batch: (context: Excel.RequestContext) => Promise<unknown>,
  options: Excel.RunOptions = {},
): Promise<string> {
  try {
    const answer = await Excel.run(options, batch);
    return typeof answer === 'string' ? answer : JSON.stringify(answer);
  } catch (error) {
    return refusalOf(error);
  }
}
