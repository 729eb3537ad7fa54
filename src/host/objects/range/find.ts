import type { SheetModel } from '../../workbook/model/workbook';
import { intersection, type Area } from '../../workbook/values/address';
import { areasWhere } from '../cells/cellsToAreas';
import { editContent } from '../cells/edits';
import { requireEditable } from '../cells/permission';
import { asBoolean, asChoice, asList, asRecord, type Argument, type Arguments } from '../core/arguments';
import {
  bind,
  orNotFound,
  rangeObject,
  type HostObject,
  type Member,
  type ObjectClass,
  type Session,
} from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';
import { cellInput } from './values';

/** What is looked for: a text in what cells show or in their formulas. */
export interface Search {
  readonly matches: (text: string) => boolean;
  readonly backwards: boolean;
}

/** The criteria of `find` (with a direction), `findAll` and `replaceAll`. */
export function searchOf(text: string, given: Argument): Search {
  if (text === '') throw invalidArgument('There is nothing to look for.');
  const criteria = given === null ? {} : asRecord(given);
  const flag = (name: string): boolean => asBoolean(criteria[name] ?? false);
  const caseOf = flag('matchCase') ? (one: string) => one : (one: string) => one.toLowerCase();
  const wanted = caseOf(text);
  const complete = flag('completeMatch');
  return {
    matches: (one) => (complete ? caseOf(one) === wanted : caseOf(one).includes(wanted)),
    backwards: asChoice(criteria['searchDirection'] ?? 'Forward', ['Forward', 'Backwards']) === 'Backwards',
  };
}

/** The cells of the area whose shown text, or else formula, matches. */
export function cellsFound(sheet: SheetModel, area: Area, { matches }: Search): Area[] {
  const used = sheet.usedArea(true);
  const within = used && intersection(used, area);
  if (!within) return [];
  return areasWhere(within, (row, column) => matchesCell(sheet, row, column, matches));
}

function matchesCell(sheet: SheetModel, row: number, column: number, matches: Search['matches']): boolean {
  const cell = sheet.cell(row, column);
  if (!cell || (cell.formula === undefined && cell.value === null)) return false;
  return matches(sheet.text(row, column)) || (cell.formula !== undefined && matches(`=${cell.formula}`));
}

/** Members that find and replace what cells hold. */
export const findMembers: Readonly<Record<string, Member<RangeRef>>> = {
  find: {
    kind: 'method',
    since: '1.9',
    calculated: true,
    call: (range, given) => orNotFound(find(range, given), 'Nothing was found.'),
  },
  findOrNullObject: { kind: 'method', since: '1.9', calculated: true, call: find },
  replaceAll: { kind: 'method', since: '1.9', call: replaceAll },
  removeDuplicates: { kind: 'method', since: '1.9', calculated: true, call: removeDuplicates },
};

function find({ sheet, area }: RangeRef, given: Arguments): HostObject | null {
  const search = searchOf(given.text(0), given.at(1));
  const cells = cellsFound(sheet, area, search).flatMap((found) =>
    Array.from({ length: found.rows * found.columns }, (_, index) => ({
      row: found.row + Math.floor(index / found.columns),
      column: found.column + (index % found.columns),
    })),
  );
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  // The search begins behind the upper left cell, which is looked at last.
  const first = cells.findIndex(({ row, column }) => row === area.row && column === area.column);
  const corner = first >= 0 ? cells.splice(first, 1) : [];
  const order = search.backwards ? [...cells.reverse(), ...corner] : [...cells, ...corner];
  const found = order[0];
  return found ? rangeObject(new RangeRef(sheet, { ...found, rows: 1, columns: 1 })) : null;
}

/** How many texts were replaced, in formulas too. */
function replaceAll({ sheet, area }: RangeRef, given: Arguments, session: Session): number {
  const text = given.text(0);
  const next = given.text(1);
  const criteria = given.has(2) ? asRecord(given.at(2)) : {};
  const complete = asBoolean(criteria['completeMatch'] ?? false);
  const pattern = new RegExp(
    text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    asBoolean(criteria['matchCase'] ?? false) ? 'g' : 'gi',
  );
  if (text === '') throw invalidArgument('There is nothing to look for.');
  requireEditable(sheet, area);
  let count = 0;
  const writes: { row: number; column: number; input: string }[] = [];
  const used = sheet.usedArea(true);
  const within = used && intersection(used, area);
  for (let row = within?.row ?? 0; within && row < within.row + within.rows; row++) {
    for (let column = within.column; column < within.column + within.columns; column++) {
      const before = String(sheet.formula(row, column));
      const hits = before.match(pattern) ?? [];
      if (hits.length === 0 || (complete && hits[0] !== before)) continue;
      count += hits.length;
      writes.push({ row, column, input: String(cellInput(before.replace(pattern, () => next))) });
    }
  }
  editContent(session, sheet, area, () => {
    for (const { row, column, input } of writes) sheet.input(row, column, input);
  });
  return count;
}

interface Removed {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

/**
 * `Excel.RemoveDuplicatesResult`.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const removedClass: ObjectClass<Removed> = {
  name: 'RemoveDuplicatesResult',
  since: '1.9',
  members: {
    removed: { kind: 'value', get: ({ removed }) => removed },
    uniqueRemaining: { kind: 'value', get: ({ uniqueRemaining }) => uniqueRemaining },
  },
};

/** Rows that say the same in the given columns go, but the first of them; those below move up within the range. */
function removeDuplicates({ sheet, area }: RangeRef, given: Arguments, session: Session): HostObject {
  const columns = asList(given.at(0)).map((column) => {
    if (typeof column !== 'number' || column < 0 || column >= area.columns) throw invalidArgument();
    return column;
  });
  if (columns.length === 0) throw invalidArgument();
  const start = area.row + (given.booleanOr(1, false) ? 1 : 0);
  requireEditable(sheet, area);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = start; row < area.row + area.rows; row++) {
    const key = JSON.stringify(columns.map((column) => sheet.text(row, area.column + column).toLowerCase()));
    if (!seen.has(key)) kept.push(row);
    seen.add(key);
  }
  const line = (row: number): Area => ({ ...area, row, rows: 1 });
  const removed = area.row + area.rows - start - kept.length;
  editContent(session, sheet, area, () => {
    kept.forEach((row, index) => {
      if (row !== start + index) sheet.copyCells({ sheet, area: line(row) }, line(start + index), 'Formulas');
    });
    if (removed > 0) sheet.clear({ ...area, row: start + kept.length, rows: removed }, 'Contents');
  });
  return bind(removedClass, { removed, uniqueRemaining: kept.length });
}
