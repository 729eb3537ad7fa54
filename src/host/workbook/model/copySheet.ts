/** A copy of a whole sheet. */
import { formulaSheetRenamed } from '../values/formula';
import type { Cell, Sheet, SheetExtras, WorkbookData } from './data';
import { copyOfNote } from './notes';
import type { SheetContent } from './sheet';
import { nextTableId } from './tables';

/** The copy under its new name, not yet among the workbook's sheets; it gets its own copies of the sheet's names. */
export function copyOfSheet(workbook: WorkbookData, sheet: SheetContent, name: string): Sheet {
  const rename = (formula: string): string => formulaSheetRenamed(formula, sheet.name, name);
  const cells = new Map<string, Cell>();
  for (const [key, cell] of sheet.cells) {
    cells.set(key, {
      ...cell,
      ...(cell.formula !== undefined && { formula: rename(cell.formula) }),
      ...(cell.comment && { comment: copyOfNote(cell.comment) }),
    });
  }
  const { cells: _cells, tables, ...rest } = sheet.data;
  const data: Sheet = { ...structuredClone(rest), name, cells };
  // Styles stay shared; cloning them would make each column its own copy.
  data.columns?.forEach((column, index) => {
    const style = sheet.data.columns?.[index]?.style;
    if (style) column.style = style;
  });
  if (tables)
    data.tables = tables.map(({ source: _source, ...table }, index) => ({
      ...structuredClone(table),
      ...freeTableName(workbook, table.name),
      id: nextTableId(workbook) + index,
    }));
  for (const rule of data.dataValidations ?? []) {
    if (rule.formula1 !== undefined) rule.formula1 = rename(rule.formula1);
    if (rule.formula2 !== undefined) rule.formula2 = rename(rule.formula2);
  }
  for (const rule of data.conditionalRules ?? []) {
    if (rule.formula !== undefined)
      rule.formula = Array.isArray(rule.formula) ? rule.formula.map(rename) : rename(rule.formula);
  }
  const own = workbook.namedRanges.filter((defined) => defined.scope === sheet.name);
  for (const defined of own) workbook.namedRanges.push({ ...defined, scope: name, range: rename(defined.range) });
  return data;
}

/** What the copy has beside its data; nothing of it was in the file. */
export function extrasOfCopy(extras: SheetExtras): SheetExtras {
  return {
    ...extras,
    rowStyles: new Map(extras.rowStyles),
    automaticHeights: new Map(extras.automaticHeights),
    rowAttributes: new Map(),
    changes: [],
    kept: undefined,
  };
}

/** Table names are unique in a workbook: `表1` becomes `表1_2`. */
function freeTableName(workbook: WorkbookData, name: string): { name: string; displayName: string } {
  const taken = new Set(
    workbook.sheets.flatMap(({ tables }) => (tables ?? []).map((table) => table.name.toLowerCase())),
  );
  let number = 2;
  while (taken.has(`${name}_${number}`.toLowerCase())) number++;
  return { name: `${name}_${number}`, displayName: `${name}_${number}` };
}
