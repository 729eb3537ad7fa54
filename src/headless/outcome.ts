/** What comes of a command. */
import type { Problem } from '../forms/grid/problem';
import type { Part } from './report';

/** What a command says on standard output, and the problems that decide the exit code. */
export interface Answer {
  /** A text as it is, or a report to be laid out for where it is read. */
  readonly text: string | readonly Part[];
  readonly problems: readonly Problem[];
  /** The command was to find something out, and it is not so: exit code 1, whatever the problems are. */
  readonly isFalse?: boolean;
}

/** The command could not be carried out: one line for standard error, exit code 2. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}
