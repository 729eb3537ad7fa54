import { breathe } from '../workbook/running';
import { readOpenWorkbook } from '../workbook/snapshot';
import { OWN_RESULTS } from './ownResults';
import { loadUnused, withUnused } from './unused';
import type { StateOptions, WorkbookState } from './stateOf';

export type { AgendaItem } from './agenda';
export type { NextStep, NextStepName } from './nextStep';
export type { QuarterState } from './quarterState';
export type { StateOptions, WorkbookState } from './stateOf';

/**
 * Reads everything once, in the few syncs of one reading; nothing is written. What reads and judges the forms is fetched
 * while Excel answers.
 */
export async function readState(options: StateOptions): Promise<WorkbookState> {
  const [{ readingOf, stateOf }, unused, snapshot] = await Promise.all([
    import(/* webpackChunkName: "judging" */ './judging'),
    loadUnused(),
    readOpenWorkbook(OWN_RESULTS),
  ]);
  await breathe();
  const sheets = withUnused(readingOf(snapshot, {}), unused);
  await breathe();
  return stateOf(sheets, options);
}
