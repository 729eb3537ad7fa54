import type { Profile } from '../../profiles';
import type { SheetModel } from '../../workbook/model/workbook';
import { intersection, type Area } from '../../workbook/values/address';
import { areasWhere } from '../cells/cellsToAreas';
import { valueType } from '../cells/edits';
import { requireUnprotected } from '../cells/permission';
import type { Arguments } from '../core/arguments';
import { areasObject, orNotFound, type HostObject, type Member, type Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { apiNotFound, Refusal } from '../core/refusal';

/** Members that pick cells of a range by what they are. */
export const searchMembers: Readonly<Record<string, Member<RangeRef>>> = {
  getSpecialCells: {
    kind: 'method',
    since: '1.9',
    calculated: looksAtResults,
    call: (range, given, session) => orNotFound(specialCells(range, given, session), 'No cells were found.'),
  },
  getSpecialCellsOrNullObject: { kind: 'method', since: '1.9', calculated: looksAtResults, call: specialCells },
  getMergedAreasOrNullObject: {
    kind: 'method',
    since: '1.13',
    call: ({ sheet, area }, _given, { profile }) => areasObject(sheet, mergedAreas(sheet, area, profile.mergedAreas)),
  },
};

/** The merged areas of a range; where only those are told that begin in it, one that merely reaches into it is not. */
function mergedAreas(sheet: SheetModel, area: Area, { most, beginInside }: Profile['mergedAreas']): Area[] {
  const found = (sheet.data.merges ?? [])
    .map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    }))
    .filter((merge) => intersection(beginInside ? { ...merge, rows: 1, columns: 1 } : merge, area) !== undefined);
  if (most !== null && found.length > most) {
    throw new Refusal('GeneralException', `The range has more than ${most} merged areas.`);
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

const KINDS = ['Visible', 'Constants', 'Formulas', 'Blanks'] as const;
const VALUE_KINDS = [
  'All',
  'Errors',
  'ErrorsLogical',
  'ErrorsNumbers',
  'ErrorsText',
  'ErrorsLogicalNumber',
  'ErrorsLogicalText',
  'ErrorsNumberText',
  'Logical',
  'LogicalNumbers',
  'LogicalText',
  'LogicalNumbersText',
  'Numbers',
  'NumbersText',
  'Text',
] as const;

/** Only formulas told apart by the kind of their results need these. */
function looksAtResults(given: Arguments): boolean {
  return given.text(0) === 'Formulas' && given.has(1);
}

function specialCells({ sheet, area }: RangeRef, given: Arguments, { profile }: Session): HostObject | null {
  if (profile.specialCellsOnProtected === 'AccessDenied') requireUnprotected(sheet);
  const wanted = given.text(0);
  const kind = KINDS.find((one) => one === wanted);
  if (!kind) throw apiNotFound(`Range.getSpecialCells (${wanted})`);
  if (kind === 'Visible') return areasObject(sheet, visibleAreas(sheet, area));
  // Beyond the used range Excel looks for nothing, not even for blanks.
  const used = intersection(area, sheet.usedArea(false) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  if (!used) return null;
  const valueKind = given.choiceOr(1, VALUE_KINDS, 'All');
  return areasObject(
    sheet,
    areasWhere(used, (row, column) => {
      const cell = sheet.cell(row, column);
      const value = sheet.value(row, column);
      const isFormula = cell?.formula !== undefined;
      if (kind === 'Blanks') return !isFormula && value === '';
      if (isFormula !== (kind === 'Formulas') || (!isFormula && value === '')) return false;
      return matches(valueType(value), valueKind);
    }),
  );
}

/** The word that names each type of value within Excel's names for kinds of values. */
const WORDS: Readonly<Record<string, string>> = {
  Error: 'Errors',
  Boolean: 'Logical',
  Double: 'Number',
  String: 'Text',
  Empty: 'Text',
};

function matches(type: string, kind: (typeof VALUE_KINDS)[number]): boolean {
  return kind === 'All' || kind.includes(WORDS[type] ?? 'Text');
}

function visibleAreas(sheet: SheetModel, area: Area): Area[] {
  const rows = shownRuns(area.row, area.rows, hiddenRows(sheet));
  const columns = shownRuns(area.column, area.columns, hiddenColumns(sheet));
  return rows.flatMap(([row, rowCount]) =>
    columns.map(([column, columnCount]) => ({ row, column, rows: rowCount, columns: columnCount })),
  );
}

function hiddenRows(sheet: SheetModel): number[] {
  return [...(sheet.data.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([index]) => index);
}

function hiddenColumns(sheet: SheetModel): number[] {
  return (sheet.data.columns ?? []).flatMap((column, index) => (column.hidden ? [index] : []));
}

/** Start and size of each stretch without hidden lines. */
function shownRuns(start: number, size: number, hidden: readonly number[]): [number, number][] {
  const within = hidden.filter((line) => line >= start && line < start + size).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  let from = start;
  for (const line of [...within, start + size]) {
    if (line > from) runs.push([from, line - from]);
    from = line + 1;
  }
  return runs;
}
