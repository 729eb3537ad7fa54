import { AsyncLocalStorage } from 'node:async_hooks';
import type { Writable } from 'node:stream';
import type { Terminal } from './report';

/** Where something is written to: a terminal, a pipe or a file. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How a report is laid out there. A terminal's width and colours are its own; COLUMNS, NO_COLOR and FORCE_COLOR overrule
 * them, in a pipe or file too, which are neither wrapped nor coloured of their own accord.
 */
export function terminalOf(output: Output, environment: Environment): Terminal {
  const { COLUMNS = '', NO_COLOR = '', FORCE_COLOR = '', TERM } = environment;
  const isTerminal = output.isTTY === true;
  const own = isTerminal && output.columns !== undefined && output.columns > 0 ? output.columns : null;
  return {
    width: /^[1-9]\d{0,4}$/.test(COLUMNS) ? Number(COLUMNS) : own,
    isColoured:
      FORCE_COLOR === '' ? isTerminal && NO_COLOR === '' && TERM !== 'dumb' : !/^(0|false)$/.test(FORCE_COLOR),
  };
}

const telling = new AsyncLocalStorage<(text: string) => void>();

/** Says what is being done, where somebody watches: on a terminal, in a line that the next one replaces. */
export function tell(text: string): void {
  telling.getStore()?.(text);
}

const CLEAR_LINE = '\r\x1b[2K';

/** Runs a command whose progress is told on `output` where that is a terminal, and leaves nothing of it behind. */
export async function withProgress<T>(output: Output, run: () => Promise<T>): Promise<T> {
  if (output.isTTY !== true) return run();
  try {
    return await telling.run((text) => output.write(`${CLEAR_LINE}${text}…`), run);
  } finally {
    output.write(CLEAR_LINE);
  }
}
