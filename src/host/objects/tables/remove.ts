import type { Session } from '../core/object';
import { editContent } from '../cells/edits';
import { requireUnprotected } from '../cells/permission';
import { namedTable } from '../../workbook/model/tables';
import { resolveTable } from '../../workbook/values/structured';
import type { TableTarget } from './target';

/** Makes plain cells of the table: formulas that name it name its cells from now on. */
export function convertToRange(target: TableTarget): void {
  const { sheet, table } = target;
  sheet.workbook.rewrite((formula, own) => resolveTable(formula, namedTable(table), sheet.name, own?.name));
  sheet.data.tables = (sheet.data.tables ?? []).filter(({ id }) => id !== table.id);
}

/** Deletes the table with all that is in it. */
export function removeTable(target: TableTarget, session: Session): void {
  const { sheet, table, areas } = target;
  requireUnprotected(sheet);
  for (let row = areas.whole.row; row < areas.whole.row + areas.whole.rows; row++) {
    const definition = sheet.data.rowDefs?.get(row);
    if (definition?.hidden && (table.filter?.length ?? 0) > 0)
      sheet.data.rowDefs?.set(row, { ...definition, hidden: false });
  }
  sheet.workbook.breakFormulas((formula) =>
    resolveTable(formula, { name: table.name, columns: [] }, sheet.name, undefined),
  );
  sheet.data.tables = (sheet.data.tables ?? []).filter(({ id }) => id !== table.id);
  editContent(session, sheet, areas.whole, () => sheet.clear(areas.whole, 'All'));
  const tableId = String(table.id);
  session.events.raise('TableDeleted', sheet, () => ({ source: 'Local', tableId, tableName: table.name }), tableId);
}
