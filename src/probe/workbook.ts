import { answerOf } from './ask';

/** Sheets that the probe makes are named so, with the number of their question. */
const SHEET = '试验';
const REPORT_SHEET = '试验报告';

/** Whether nothing has been typed into the workbook: the probe works in such a one only. */
export async function isEmptyWorkbook(): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
    await context.sync();
    return used.every(({ isNullObject }) => isNullObject);
  });
}

/** Makes the sheet of a question; its name, or why there is none. */
export async function makeSheet(number: string): Promise<{ readonly name: string; readonly refused: string | null }> {
  const name = `${SHEET}${number}`;
  const answer = await answerOf(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
    return 'done';
  });
  return { name, refused: answer === 'done' ? null : answer };
}

/** Shows a sheet of the probe, for what is done by hand on it. */
export async function showSheet(name: string): Promise<void> {
  await answerOf(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}

/** Takes the sheet of a question away again; what Excel says. */
export function dropSheet(name: string): Promise<string> {
  return answerOf(async (context) => {
    context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
    return 'done';
  });
}

/** Puts the report on a sheet of the workbook, a line a row, so that it can be saved and sent; what Excel says. */
export function writeReport(report: string): Promise<string> {
  return answerOf(async (context) => {
    const lines = report.split('\n').map((line) => [line]);
    context.workbook.worksheets.getItemOrNullObject(REPORT_SHEET).delete();
    const sheet = context.workbook.worksheets.add(REPORT_SHEET);
    const range = sheet.getRangeByIndexes(0, 0, lines.length, 1);
    range.numberFormat = lines.map(() => ['@']);
    range.values = lines;
    await context.sync();
    return 'done';
  });
}
