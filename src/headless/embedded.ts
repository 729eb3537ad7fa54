import { timeStamp } from '../assessment/calendarDate';
import { applyPlan } from '../excel';
import type { Plan } from '../forms/grid/plan';
import type { Problem } from '../forms/grid/problem';
import { EmbeddedHost } from '../host/bridge';
import { connect, withGlobals } from '../host/client';
import { calculateForSaving } from '../host/workbook/model/cachedValues';
import type { WorkbookModel } from '../host/workbook/model/workbook';
import { saveFile } from './files';
import { lossProblems } from './losses';
import { NotDone } from './outcome';

/** Runs code of the add-in with a workbook behind the global Excel. */
export async function onHost<T>(workbook: WorkbookModel, command: () => Promise<T>): Promise<T> {
  return withGlobals(await connect(new EmbeddedHost(workbook)), command);
}

/** What came of writing a result. */
export interface Written {
  /** The file, or null when the plan could not be carried out. */
  readonly out: string | null;
  /** What the result cannot keep, or why there is none. */
  readonly problems: readonly Problem[];
}

/**
 * Carries a plan out, notes it in 操作记录 (R36) and saves the workbook as another file.
 *
 * @param file the workbook's own path, for messages
 * @param command the command's Chinese name
 * @throws NotDone when its structure is protected or the file cannot be written
 */
export async function writeResult(
  workbook: WorkbookModel,
  file: string,
  plan: Plan,
  out: string,
  command: string,
  force: boolean,
): Promise<Written> {
  const losses = lossProblems(workbook);
  const log = { command, time: timeStamp(new Date()) };
  const applied = await applyPlan(plan, { log });
  // The one refusal that a file can bring about: sheets cannot be added.
  if (!applied.ok && applied.problems.some(({ code }) => code === 'STRUCTURE_PROTECTED')) {
    throw new NotDone(`“${file}”的工作簿结构受保护，不能添加工作表；请在 Excel 的“审阅”中取消“保护工作簿”后再试`);
  }
  if (!applied.ok) return { out: null, problems: [...losses, ...applied.problems] };
  await calculateForSaving(workbook);
  await saveFile(workbook, out, force);
  return { out, problems: [...losses, ...applied.problems] };
}
