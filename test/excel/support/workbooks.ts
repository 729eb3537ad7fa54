import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, previewReview, previewScore, type CommandOptions, type ReviewPreview } from '../../../src/excel';
import type { Quarter } from '../../../src/assessment/period';
import type { Preview } from '../../../src/excel';
import { parseA1, parseCellKey } from '../../../src/host/workbook/values/address';
import { WorkbookModel, type CellInput, type SheetModel } from '../../../src/host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { PRINTED_INDICATORS } from '../../forms/support/annex3Headings';
import { inExcel } from './oneClient';

export { inExcel };

/** The golden quarter: 19 people, three months, every special case. */
export const GOLDEN = join(__dirname, '../../fixtures/2020Q3.xlsx');

/** Opens an .xlsx as a person would. */
export async function openFixture(path: string): Promise<WorkbookModel> {
  return opened(readFileSync(path));
}

/** The workbook saved and opened again. */
export async function reopened(workbook: WorkbookModel): Promise<WorkbookModel> {
  return opened(await saveWorkbook(workbook));
}

/** The workbook that a file of these bytes holds. */
export async function opened(bytes: Uint8Array): Promise<WorkbookModel> {
  const result = await openWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.kind}: ${result.detail}`);
  return result.workbook;
}

/** A workbook with these cells typed in, by sheet. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly CellInput[])[]>>): WorkbookModel {
  const workbook = WorkbookModel.create();
  Object.entries(sheets).forEach(([name, cells], i) => {
    const first = workbook.sheets[0];
    if (i === 0 && first !== undefined) workbook.renameSheet(first, name);
    type(i === 0 && first !== undefined ? first : workbook.addSheet(name), cells);
  });
  return workbook;
}

function type(sheet: SheetModel, cells: readonly (readonly CellInput[])[]): void {
  cells.forEach((line, row) => line.forEach((input, column) => input !== '' && sheet.input(row, column, input)));
}

/** An 附件3 of a month as the office fills it in: people as [科室, 姓名, seven scores, 总分 if typed]. */
export function scoreSheet(
  month: string,
  people: readonly (readonly CellInput[])[],
  heading: readonly string[] = [],
): CellInput[][] {
  return [
    ['附件3'],
    ['公务员平时（每月）考核测评表'],
    ['分管领导签字：', '', '', '', '', '', '', month],
    heading.length > 0 ? [...heading] : ['科室', '姓名', ...PRINTED_INDICATORS, '总分'],
    ...people.map((line) => [...line]),
  ];
}

/** Seven equal scores. */
export const all = (score: CellInput): CellInput[] => Array.from({ length: 7 }, () => score);

/** Gives the command 计算得分 and confirms its preview. */
export async function runScore(workbook: WorkbookModel, options: CommandOptions = {}): Promise<Preview> {
  return inExcel(workbook, async () => confirm(await previewScore(options)));
}

/** Gives the command 季度审定 and confirms its preview. */
export async function runReview(
  workbook: WorkbookModel,
  quarter: Quarter = '2020Q3',
  options: CommandOptions = {},
): Promise<ReviewPreview> {
  return inExcel(workbook, async () => confirm(await previewReview({ ...options, quarter })));
}

async function confirm<P extends Preview>(preview: P): Promise<P> {
  const applied = await applyPlan(preview.plan);
  if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
  return preview;
}

/** What a person sees in the cells of an address, after calculation: rows × columns. */
export async function shown(workbook: WorkbookModel, sheetName: string, address: string): Promise<CellInput[][]> {
  const sheet = sheetOf(workbook, sheetName);
  const area = parseA1(address);
  if (area === undefined) throw new Error(address);
  await workbook.calculate([{ sheet, area }]);
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => sheet.value(area.row + r, area.column + c)),
  );
}

export function sheetOf(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Every cell's formula or value, by sheet and position: what must not change. */
export function contents(workbook: WorkbookModel): Record<string, CellInput> {
  const found: Record<string, CellInput> = {};
  for (const sheet of workbook.sheets) {
    for (const key of sheet.data.cells.keys()) {
      const { row, column } = parseCellKey(key);
      const content = sheet.formula(row, column);
      if (content !== '') found[`${sheet.name}!${key}`] = content;
    }
  }
  return found;
}
