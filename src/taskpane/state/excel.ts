import type * as commands from '../../excel';

/** The commands over the workbook. */
export type Excel = typeof commands;

/** What reads the workbook comes with the pane; what writes is fetched after the first page stands. */
export function loadExcel(): Promise<Excel> {
  return import(/* webpackChunkName: "commands" */ '../../excel');
}
