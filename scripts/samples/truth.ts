/** What can be told to be wrong in a workbook without knowing what it is for. */
import { isErrorText } from '../../src/host/workbook/model/sheet';
import { notesOf } from '../../src/host/objects/sheet/notes';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';
import { parseCellKey, formatA1 } from '../../src/host/workbook/values/address';

/** The first formula whose value is an error, or the first thing that the saved file has not; undefined when all is well. */
export async function wrongIn(workbook: WorkbookModel): Promise<string | undefined> {
  await workbook.calculate([], true);
  for (const { name, cells } of workbook.sheets)
    for (const [key, { formula, value }] of cells)
      if (formula !== undefined && typeof value === 'string' && isErrorText(value))
        return `${name}!${formatA1({ ...parseCellKey(key), rows: 1, columns: 1 })} =${formula} is ${value}`;
  const opened = await openWorkbook(await saveWorkbook(workbook));
  if (!opened.ok) return `the saved file cannot be opened: ${opened.detail}`;
  const before = contentOf(workbook);
  const after = contentOf(opened.workbook);
  for (const [what, content] of before)
    if (after.get(what) !== content)
      return `${what} is not in the saved file: ${content} became ${after.get(what) ?? 'nothing'}`;
  return undefined;
}

/** What a person sees in a workbook, by sheet and kind. */
function contentOf({ sheets, data }: WorkbookModel): Map<string, string> {
  const content = new Map<string, string>([
    ['the sheets', JSON.stringify(sheets.map((sheet) => [sheet.name, sheet.data.hidden ?? false]))],
    [
      'the names',
      JSON.stringify(
        data.namedRanges
          .filter(({ name }) => !name.startsWith('_xlnm.'))
          .map(({ name, range, scope }) => [name, range, scope]),
      ),
    ],
  ]);
  for (const sheet of sheets) {
    const { tables, merges, autoFilter, dataValidations, conditionalRules, freezePane } = sheet.data;
    for (const [key, { formula, value }] of sheet.cells)
      if (formula !== undefined || value !== null)
        content.set(`${sheet.name}!${key}`, JSON.stringify(formula ?? value));
    content.set(
      `${sheet.name}: tables`,
      JSON.stringify((tables ?? []).map(({ name, range, style }) => [name, range, style])),
    );
    content.set(`${sheet.name}: merged cells`, JSON.stringify(merges ?? []));
    content.set(`${sheet.name}: the filter`, JSON.stringify(autoFilter?.range ?? ''));
    content.set(`${sheet.name}: validations`, String((dataValidations ?? []).length));
    content.set(`${sheet.name}: conditional formats`, String((conditionalRules ?? []).length));
    content.set(`${sheet.name}: frozen`, JSON.stringify([freezePane?.rows, freezePane?.columns]));
    content.set(`${sheet.name}: comments`, JSON.stringify([...notesOf(sheet)].sort()));
  }
  return content;
}
