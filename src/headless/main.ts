import { parseCommand } from './arguments';
import { COMMANDS, USAGE } from './commands';
import { NotDone } from './outcome';
import { laidOut } from './report';
import { terminalOf, withProgress, type Environment, type Output } from './terminal';

/**
 * Runs one command: the same code as the pane's, over a file, on the embedded host.
 *
 * @returns 0 done; 1 done, and the data has errors or is not what was to be verified; 2 not done, with one line on
 * `stderr`
 */
export async function main(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
  environment: Environment,
): Promise<0 | 1 | 2> {
  try {
    const run = parseCommand(args, COMMANDS);
    if (run === null) {
      stdout.write(`${USAGE}\n`);
      return 0;
    }
    const { text, problems, isFalse = false } = await withProgress(stderr, run);
    stdout.write(`${typeof text === 'string' ? text : laidOut(text, terminalOf(stdout, environment))}\n`);
    return isFalse || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}
