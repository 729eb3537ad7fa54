import type { SheetCells } from '../grid/cells';
import { ABSENCE_CIRCUMSTANCES, ABSENCE_WORDS } from '../words/labels';
import { type RosterPerson } from './roster';
import { normalizeName, personKey } from '../words/text';
import { findTable, labelMap } from '../words/tables';

const CIRCUMSTANCE_LABELS = labelMap([
  ['department', ['科室', '部门']],
  ['name', ['姓名']],
  ['circumstance', ['情形']],
]);

/**
 * Keys of the people whom 特殊情形登记 names with a circumstance that may keep them off a score sheet (五·4, 五·6).
 * Dates are not judged here: it only decides whether a missing person is a warning or a note.
 */
export function absentByCircumstance(cells: SheetCells): ReadonlySet<string> {
  const keys = new Set<string>();
  const table = findTable(cells, CIRCUMSTANCE_LABELS, (columns) => columns.has('name') && columns.has('circumstance'));
  if (table === null) return keys;
  const text = (row: number, column: number | undefined) => (column === undefined ? '' : cells.seen(row, column));
  for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
    const name = normalizeName(text(row, table.columns.get('name')));
    const department = normalizeName(text(row, table.columns.get('department')));
    if (name === '' || !ABSENCE_CIRCUMSTANCES.has(text(row, table.columns.get('circumstance')))) continue;
    keys.add(personKey(department === '' ? null : department, name));
  }
  return keys;
}

/** 备注 or 身份 of the roster says why somebody stands on no score sheet. */
export function absentByRoster({ note, identity }: RosterPerson): boolean {
  return ABSENCE_WORDS.some((word) => note.includes(word) || identity.includes(word));
}
