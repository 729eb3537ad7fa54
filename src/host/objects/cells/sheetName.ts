import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { invalidArgument, itemAlreadyExists } from '../core/refusal';

const LONGEST_NAME = 31;
const FORBIDDEN = /[:\\/?*[\]]/;

/** Refuses a name that Excel does not allow for a sheet, or that another sheet bears. */
export function requireFreeName(workbook: WorkbookModel, name: string, itself?: SheetModel): void {
  if (name === '' || name.length > LONGEST_NAME)
    throw invalidArgument(`A sheet name has 1 to ${LONGEST_NAME} characters.`);
  if (FORBIDDEN.test(name)) throw invalidArgument('A sheet name cannot contain : \\ / ? * [ or ].');
  if (name.startsWith("'") || name.endsWith("'")) throw invalidArgument("A sheet name cannot begin or end with '.");
  if (name.toLowerCase() === 'history') throw invalidArgument('The sheet name History is reserved.');
  const other = workbook.sheetByName(name);
  if (other && other !== itself) throw itemAlreadyExists(name);
}
