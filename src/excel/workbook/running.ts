import { isCellEdit } from './questions';

type Code<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Lets everything else have its turn. Excel on a desktop warns of an add-in that works for five seconds without one, and starts
 * it anew (E10): reading, understanding and judging a workbook are a piece each.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Who is told that Excel waits for a cell to be edited to the end, and that it no longer does. */
const listeners = new Set<(isWaiting: boolean) => void>();

/** Tells when Excel has to wait until a cell is no longer being edited; the result ends it. */
export function whileEditing(listener: (isWaiting: boolean) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Runs code that reads the workbook. While a cell is being edited Excel refuses that: then it is run once more, held back
 * until the edit has ended, which a click into the pane does not do.
 */
export async function runReading<T>(code: Code<T>): Promise<T> {
  try {
    return await Excel.run(code);
  } catch (error) {
    if (!isCellEdit(error)) throw error;
    for (const tell of listeners) tell(true);
    try {
      return await Excel.run({ delayForCellEdit: true }, code);
    } finally {
      for (const tell of listeners) tell(false);
    }
  }
}
