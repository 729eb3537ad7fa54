/** A copy of a whole sheet. */
import type { Cell, Sheet } from './data';
import { formulaSheetRenamed } from '../values/formula';
import type { WorkbookModel } from './workbook';
import { SheetModel } from './sheet';

/** The copy under its new name, not yet among the workbook's sheets; it gets its own copies of the sheet's names. */
export function copyOfSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): SheetModel {
  const rename = (formula: string): string => formulaSheetRenamed(formula, sheet.name, name);
  const cells = new Map<string, Cell>();
  for (const [key, cell] of sheet.cells) {
    cells.set(key, { ...cell, ...(cell.formula !== undefined && { formula: rename(cell.formula) }) });
  }
  const { cells: _cells, tables, ...rest } = sheet.data;
  const data: Sheet = { ...structuredClone(rest), name, cells };
  // Styles stay shared; cloning them would make each column its own copy.
  data.columns?.forEach((column, index) => {
    const style = sheet.data.columns?.[index]?.style;
    if (style) column.style = style;
  });
  if (tables)
    data.tables = tables.map((table) => ({ ...structuredClone(table), ...freeTableName(workbook, table.name) }));
  for (const rule of data.dataValidations ?? []) {
    if (rule.formula1 !== undefined) rule.formula1 = rename(rule.formula1);
    if (rule.formula2 !== undefined) rule.formula2 = rename(rule.formula2);
  }
  for (const rule of data.conditionalRules ?? []) {
    if (rule.formula !== undefined)
      rule.formula = Array.isArray(rule.formula) ? rule.formula.map(rename) : rename(rule.formula);
  }
  const copy = new SheetModel(workbook, data);
  Object.assign(copy.extras, {
    ...sheet.extras,
    rowStyles: new Map(sheet.extras.rowStyles),
    automaticHeights: new Map(sheet.extras.automaticHeights),
    changes: [],
    kept: undefined,
  });
  const own = workbook.data.namedRanges.filter((defined) => defined.scope === sheet.name);
  for (const defined of own) workbook.data.namedRanges.push({ ...defined, scope: name, range: rename(defined.range) });
  return copy;
}

/** Table names are unique in a workbook: `表1` becomes `表1_2`. */
function freeTableName(workbook: WorkbookModel, name: string): { name: string; displayName: string } {
  const taken = new Set(
    workbook.sheets.flatMap((sheet) => (sheet.data.tables ?? []).map((table) => table.name.toLowerCase())),
  );
  let number = 2;
  while (taken.has(`${name}_${number}`.toLowerCase())) number++;
  return { name: `${name}_${number}`, displayName: `${name}_${number}` };
}
