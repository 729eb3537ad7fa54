import type { SheetCells } from '../grid/cells';
import type { SheetGrid } from '../grid/sheetGrid';
import { ABSENCE_CIRCUMSTANCES, ABSENCE_WORDS, CIRCUMSTANCE_ALIASES, type CircumstanceColumn } from '../words/labels';
import { tableOn, type Table } from '../words/tables';
import { normalizeName } from '../words/text';
import type { Directory } from './directory';
import type { Person, Roster, RosterPerson } from './model';

/** 特殊情形登记 on a sheet, known by 姓名, 情形 and 开始日期. */
export function circumstancesOn<On extends SheetCells | SheetGrid>(grid: On): Table<CircumstanceColumn, On> | null {
  return tableOn(grid, CIRCUMSTANCE_ALIASES, ['name', 'kind', 'from'], [0, grid.rowEnd]);
}

/** Somebody whom 特殊情形登记 names, with 科室 where it says one. */
export interface AbsentLine {
  readonly department: string;
  readonly name: string;
}

/**
 * The people whom 特殊情形登记 names with a circumstance that may keep them off a score sheet (五·4, 五·6). Dates are not
 * judged here: it only decides whether a missing person is a warning or a note.
 */
export function absentByCircumstance(cells: SheetCells): AbsentLine[] {
  const table = circumstancesOn(cells);
  if (table === null) return [];
  const text = (row: number, column: CircumstanceColumn) => {
    const index = table.columns.get(column);
    return index === undefined ? '' : cells.seen(row, index);
  };
  const lines: AbsentLine[] = [];
  for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
    if (!ABSENCE_CIRCUMSTANCES.has(text(row, 'kind'))) continue;
    lines.push({ department: normalizeName(text(row, 'department')), name: normalizeName(text(row, 'name')) });
  }
  return lines;
}

/** Who may be missing from a month's score sheets: 特殊情形登记 or the roster says why. */
export function explainedAbsence(
  lines: readonly AbsentLine[],
  directory: Directory,
  roster: Roster | null,
): (person: Person) => boolean {
  const found = lines.map((line) => directory.resolve(line));
  const keys = new Set([
    ...found.flatMap((each) => (each.kind === 'known' ? [each.person.key] : [])),
    ...(roster?.people.filter(saysWhy).map(({ key }) => key) ?? []),
  ]);
  return ({ key }) => keys.has(key);
}

/** 备注 or 身份 of the roster says why somebody stands on no score sheet. */
function saysWhy({ note, identity }: RosterPerson): boolean {
  return ABSENCE_WORDS.some((word) => note.includes(word) || identity.includes(word));
}
