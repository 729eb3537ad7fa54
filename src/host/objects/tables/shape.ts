import type { TableColumn } from '../../workbook/model/data';
import { isBlank, newColumn, writeHeaders } from '../../workbook/model/tables';
import { formatA1, MAX_ROWS, type Area } from '../../workbook/values/address';
import { changeOf } from '../../workbook/values/shift';
import { editContent } from '../cells/edits';
import { requireUnprotected } from '../cells/permission';
import type { Session } from '../core/object';
import { invalidOperation } from '../core/refusal';
import { requireMovable } from '../range/structure';
import type { TableTarget } from './target';

/** Inserts cells on the table's sheet; tracked ranges follow. */
export function insertCells(target: TableTarget, area: Area, shift: 'Down' | 'Right', session: Session): void {
  const axis = shift === 'Down' ? 'row' : 'column';
  requireMovable(target.sheet, area, axis);
  target.sheet.insertCells(area, shift);
  session.references.follow(target.sheet, changeOf(target.sheet.name, area, 'insert', axis));
}

export function deleteCells(target: TableTarget, area: Area, shift: 'Up' | 'Left', session: Session): void {
  const axis = shift === 'Up' ? 'row' : 'column';
  requireMovable(target.sheet, area, axis);
  target.sheet.deleteCells(area, shift);
  session.references.follow(target.sheet, changeOf(target.sheet.name, area, 'delete', axis));
}

/** The row below the table, free for it: what stands there moves down. */
export function rowsBelow(target: TableTarget, count: number, session: Session): Area {
  const { whole } = target.areas;
  const area = { ...whole, row: whole.row + whole.rows, rows: count };
  if (area.row + count > MAX_ROWS) throw invalidOperation('The sheet ends here.');
  insertCells(target, area, 'Down', session);
  return area;
}

export function showHeaders(target: TableTarget, shown: boolean, session: Session): void {
  const { header, whole, body } = target.areas;
  if (shown === (header !== undefined)) return;
  requireUnprotected(target.sheet);
  if (header) {
    target.change({ showHeaderRow: false, range: formatA1({ ...whole, row: body.row, rows: whole.rows - 1 }) });
    editContent(session, target.sheet, header, () => target.sheet.clear(header, 'Contents'));
    return;
  }
  const above = { ...whole, row: whole.row - 1, rows: 1 };
  if (above.row < 0 || !isBlank(target.sheet, above)) insertCells(target, { ...whole, rows: 1 }, 'Down', session);
  const { whole: moved } = target.areas;
  target.change({ showHeaderRow: true, range: formatA1({ ...moved, row: moved.row - 1, rows: moved.rows + 1 }) });
  editContent(session, target.sheet, { ...moved, row: moved.row - 1, rows: 1 }, () =>
    writeHeaders(target.sheet, target.table),
  );
}

const TOTAL = '汇总';

export function showTotals(target: TableTarget, shown: boolean, session: Session): void {
  const { totals, whole, body } = target.areas;
  if (shown === (totals !== undefined)) return;
  requireUnprotected(target.sheet);
  if (totals) {
    target.change({ showTotalRow: false, range: formatA1({ ...whole, rows: whole.rows - 1 }) });
    deleteCells(target, totals, 'Up', session);
    return;
  }
  const row = rowsBelow(target, 1, session);
  const { sheet, table } = target;
  // As in Excel: a word on the left, and the sum, or the count where no numbers are, on the right.
  const last = whole.columns - 1;
  const numbers = [...sheet.cellsIn({ ...body, column: body.column + last, columns: 1 })];
  // A formula that nobody has asked for yet is taken for a number.
  const sums = numbers.some(
    ([, { value, formula }]) => typeof value === 'number' || (formula !== undefined && value === null),
  );
  const columns = table.columns.map((column, index): TableColumn => {
    if (index === last) return { ...column, totalFunction: sums ? 'sum' : 'count' };
    return index === 0 ? { ...column, totalLabel: TOTAL } : column;
  });
  target.change({ showTotalRow: true, range: formatA1({ ...whole, rows: whole.rows + 1 }), columns });
  editContent(session, sheet, row, () => {
    if (last > 0) sheet.setValue(row.row, row.column, TOTAL);
    const name = table.columns[last]?.name.replace(/['[\]#@]/g, "'$&") ?? '';
    const formula = `SUBTOTAL(${sums ? 109 : 103},${table.name}[${name}])`;
    sheet.write(row.row, row.column + last, { value: null, type: 'formula', formula });
  });
}

/** The columns of the table once it covers the area: kept by their place, new ones named. */
export function setColumnCount(target: TableTarget, area: Area): TableColumn[] {
  const { table } = target;
  const { whole } = target.areas;
  const columns: TableColumn[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    const old = table.columns[column - whole.column];
    columns.push(column < whole.column || !old ? newColumn([...table.columns, ...columns]) : old);
  }
  return columns;
}
