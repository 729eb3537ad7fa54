/** Steps of the workbook tests, as a person would say them. */
import { unzipSync } from 'fflate';
import { parseA1 } from '../../../src/host/workbook/values/address';
import type { Area } from '../../../src/host/workbook/values/address';
import {
  WorkbookModel,
  type CellInput,
  type CellValue,
  type SheetModel,
} from '../../../src/host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';

export function area(address: string): Area {
  const found = parseA1(address);
  if (!found) throw new Error(`${address} is no address`);
  return found;
}

/** The only sheet of a new workbook. */
export function newSheet(): SheetModel {
  return firstSheet(WorkbookModel.create());
}

export function firstSheet(workbook: WorkbookModel): SheetModel {
  const sheet = workbook.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

export function sheetNamed(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Types into cells, `A1: '=B1'`. */
export function type(sheet: SheetModel, inputs: Readonly<Record<string, CellInput>>): void {
  for (const [address, input] of Object.entries(inputs)) {
    const { row, column } = area(address);
    sheet.input(row, column, input);
  }
}

export function formulaAt(sheet: SheetModel, address: string): CellInput {
  const { row, column } = area(address);
  return sheet.formula(row, column);
}

export function valueAt(sheet: SheetModel, address: string): CellValue {
  const { row, column } = area(address);
  return sheet.value(row, column);
}

export function textAt(sheet: SheetModel, address: string): string {
  const { row, column } = area(address);
  return sheet.text(row, column);
}

export async function opened(bytes: Uint8Array): Promise<WorkbookModel> {
  const result = await openWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.kind}: ${result.detail}`);
  return result.workbook;
}

/** The workbook after saving and opening it again. */
export async function reopened(workbook: WorkbookModel): Promise<WorkbookModel> {
  return opened(await saveWorkbook(workbook));
}

/** The text of a part of a saved file. */
export function partOf(bytes: Uint8Array, path: string): string {
  const content = unzipSync(bytes)[path];
  if (!content) throw new Error(`no part ${path} among ${Object.keys(unzipSync(bytes)).join(', ')}`);
  return new TextDecoder().decode(content);
}

/** Everything that the model holds, as plain data to compare. */
export function plain(workbook: WorkbookModel): unknown {
  const { sheets, ...rest } = workbook.data;
  return {
    ...rest,
    settings: [...workbook.settings],
    mode: workbook.calculationMode,
    active: workbook.activeSheet.name,
    sheets: sheets.map(({ cells, rowDefs, ...sheet }) => ({
      ...sheet,
      cells: [...cells].sort(),
      rowDefs: [...(rowDefs ?? [])],
    })),
    extras: workbook.sheets.map(({ extras }) => ({
      rowStyles: [...extras.rowStyles],
      heights: [...extras.automaticHeights],
      defaults: [extras.defaultRowHeight, extras.defaultColumnWidth, extras.sheetFormat],
      hash: extras.protectionHash,
    })),
  };
}
