import { breathe } from '../workbook/running';
import { readOpenWorkbook } from '../workbook/snapshot';
import { OWN_RESULTS, readingOf } from './reading';
import { loadUnused, withUnused } from './unused';
import type { StateOptions, WorkbookState } from './stateOf';

export type { NextStep, NextStepName } from './nextStep';
export type { QuarterState } from './quarterState';
export type { StateOptions, WorkbookState } from './stateOf';

/**
 * Reads everything once, in the few syncs of one reading; nothing is written. What judges a workbook is fetched while Excel
 * answers.
 */
export async function readState(options: StateOptions): Promise<WorkbookState> {
  const [{ stateOf }, unused, snapshot] = await Promise.all([
    import(/* webpackChunkName: "state" */ './stateOf'),
    loadUnused(),
    readOpenWorkbook(OWN_RESULTS),
  ]);
  await breathe();
  const sheets = withUnused(readingOf(snapshot, {}), unused);
  await breathe();
  return stateOf(sheets, options);
}
