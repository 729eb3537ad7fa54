import type { SheetModel } from '../../workbook/model/workbook';
import { areaBetween, MAX_COLUMNS, MAX_ROWS, type Area } from '../../workbook/values/address';
import { rangeArgument } from '../cells/lookup';
import type { Arguments } from '../core/arguments';
import { rangeObject, type HostObject, type Member } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';
import { currentRegion } from './region';

const DIRECTIONS = ['Left', 'Right', 'Up', 'Down'] as const;
type Direction = (typeof DIRECTIONS)[number];

/** Where Ctrl and an arrow lead in Excel. */
export const edgeMembers: Readonly<Record<string, Member<RangeRef>>> = {
  getRangeEdge: { kind: 'method', since: '1.13', call: (range, given) => edge(range, given, false) },
  getExtendedRange: { kind: 'method', since: '1.13', call: (range, given) => edge(range, given, true) },
  getSurroundingRegion: {
    kind: 'method',
    since: '1.7',
    call: ({ sheet, area }) => rangeObject(new RangeRef(sheet, currentRegion(sheet, area))),
  },
};

function edge(range: RangeRef, given: Arguments, extends_: boolean): HostObject {
  const { sheet, area } = range;
  const direction = given.choice(0, DIRECTIONS);
  const active = given.has(1) ? rangeArgument(given.at(1), sheet).area : { ...area, rows: 1, columns: 1 };
  const outside = active.row < area.row || active.column < area.column;
  if (outside || active.row >= area.row + area.rows || active.column >= area.column + area.columns)
    throw invalidArgument('The active cell lies outside the range.');
  const start = startOf(area, active, direction);
  const end = jump(sheet, start.row, start.column, direction);
  if (!extends_) return rangeObject(new RangeRef(sheet, { ...end, rows: 1, columns: 1 }));
  const extended = areaBetween(
    Math.min(area.row, end.row),
    Math.min(area.column, end.column),
    Math.max(area.row + area.rows - 1, end.row),
    Math.max(area.column + area.columns - 1, end.column),
  );
  return rangeObject(new RangeRef(sheet, extended));
}

/** The cell at the range's edge from which to go, in line with the active cell. */
function startOf(area: Area, active: Area, direction: Direction): { row: number; column: number } {
  switch (direction) {
    case 'Up':
      return { row: area.row, column: active.column };
    case 'Down':
      return { row: area.row + area.rows - 1, column: active.column };
    case 'Left':
      return { row: active.row, column: area.column };
    case 'Right':
      return { row: active.row, column: area.column + area.columns - 1 };
  }
}

/** To the end of the filled cells, or from one of these ends to the next filled cell, or to the edge of the sheet. */
function jump(sheet: SheetModel, row: number, column: number, direction: Direction): { row: number; column: number } {
  const vertical = direction === 'Up' || direction === 'Down';
  const step = direction === 'Down' || direction === 'Right' ? 1 : -1;
  const last = step < 0 ? 0 : (vertical ? MAX_ROWS : MAX_COLUMNS) - 1;
  const filled = (at: number): boolean => {
    const cell = vertical ? sheet.cell(at, column) : sheet.cell(row, at);
    return cell !== undefined && (cell.formula !== undefined || (cell.value ?? '') !== '');
  };
  let at = vertical ? row : column;
  const runs = filled(at) && at !== last && filled(at + step);
  if (runs) while (at !== last && filled(at + step)) at += step;
  else {
    const lines = [...sheet.cells].flatMap(([key, cell]) => {
      const [r = 0, c = 0] = key.split(',').map(Number);
      const inLine = vertical ? c === column : r === row;
      const ahead = ((vertical ? r : c) - at) * step > 0;
      const content = cell.formula !== undefined || (cell.value ?? '') !== '';
      return inLine && ahead && content ? [vertical ? r : c] : [];
    });
    at = lines.length === 0 ? last : step > 0 ? Math.min(...lines) : Math.max(...lines);
  }
  return vertical ? { row: at, column } : { row, column: at };
}
