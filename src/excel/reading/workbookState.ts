import { readOpenWorkbook } from '../workbook/snapshot';
import { OWN_RESULTS, readingOf } from './reading';
import type { StateOptions, WorkbookState } from './stateOf';

export type { QuarterState, StateOptions, WorkbookState } from './stateOf';

/**
 * Reads everything once, in the few syncs of one reading; nothing is written. What judges a workbook is fetched while Excel
 * answers.
 */
export async function readState(options: StateOptions): Promise<WorkbookState> {
  const [{ stateOf }, snapshot] = await Promise.all([
    import(/* webpackChunkName: "state" */ './stateOf'),
    readOpenWorkbook(OWN_RESULTS),
  ]);
  return stateOf(readingOf(snapshot, {}), options);
}
