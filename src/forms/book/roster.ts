import { cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { problem as scoreSheetProblem } from '../score-sheet/problems';
import { dateCellText, isDateFormat } from '../words/dateText';
import { headingCells, indicatorCount } from '../words/columnLabel';
import { ROSTER_ALIASES, type RosterColumn } from '../words/labels';
import { readName } from '../words/personName';
import { rowWord } from '../words/rowWords';
import type { Problem } from '../grid/problem';
import { normalizeLabel, normalizeName, personKey } from '../words/text';
import type { Book, Roster, RosterPerson } from './model';
import { tableOn, type Table } from '../words/tables';
import { typedMonth } from '../words/typedMonth';

/** Columns that only a roster has beside 姓名; two of them tell it from a review sheet or a public notice. */
const ROSTER_ONLY: readonly RosterColumn[] = ['unit', 'position', 'since', 'identity'];

export type RosterTable = Table<RosterColumn, SheetCells>;

/** The roster's heading on a sheet: 姓名 with two of 单位 职务 任现职时间 身份, or a sheet named …名册 with 科室 and 姓名. */
export function findRosterTable(cells: SheetCells): RosterTable | null {
  return tableOn(cells, ROSTER_ALIASES, (columns, row) => isRosterHeading(cells, columns, row), [0, cells.rowEnd]);
}

/** Whether these columns in a row are the roster's heading. */
export function isRosterHeading(
  cells: SheetCells,
  columns: Pick<ReadonlySet<RosterColumn>, 'has'>,
  row: number,
): boolean {
  const named = cells.name.includes('名册');
  const own = ROSTER_ONLY.filter((column) => columns.has(column)).length;
  if (!columns.has('name') || !(own >= 2 || (named && columns.has('department')))) return false;
  return indicatorCount(headingCells(cells, row)) === 0;
}

/** What the roster says of people, by their keys. */
export function rosterFacts(roster: Roster | null): Pick<Book, 'poolFactsOf' | 'isLeader' | 'isOnRoster'> & {
  readonly identityOf: (person: Pick<RosterPerson, 'key'>) => string | undefined;
} {
  const lines = new Map(roster?.people.map((person) => [person.key, person]));
  return {
    poolFactsOf({ key, department, position }) {
      const line = lines.get(key);
      return { department, position, unit: line?.unit, supervisor: line?.supervisor, identity: line?.identity };
    },
    isOnRoster: ({ key }) => lines.has(key),
    identityOf: ({ key }) => lines.get(key)?.identity,
    isLeader: ({ key }) => lines.get(key)?.identity === '局领导',
  };
}

/** The people of a roster, in its order, one block of columns after the other; somebody who stands there twice counts once. */
export function readRoster(table: RosterTable): { roster: Roster; problems: Problem[] } {
  const cells = table.grid;
  const people: RosterPerson[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const block of blocksOf(table)) {
    const nameColumn = block.columns.get('name') ?? 0;
    for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
      const reading = readName(cells.value(row, nameColumn));
      const at = cellAddress(row, nameColumn);
      if (isSummaryRow(cells, row, block.left, nameColumn)) continue;
      if (reading.fault === 'several') {
        problems.push(scoreSheetProblem.nameSeveral(cells.name, at, reading.displayName));
      }
      if (reading.fault !== 'none') continue;
      const since = readSince(cells, row, block.columns.get('since'));
      problems.push(...since.problems);
      const person = readPerson(block, row, { ...reading, since: since.text });
      const key = `${person.key}|${person.staffNumber}`;
      if (seen.has(key)) problems.push(problem.rosterDuplicate(cells.name, at, person.displayName));
      else people.push(person);
      seen.add(key);
    }
  }
  return { roster: { sheet: cells.name, people }, problems };
}

/** One block of a roster's columns. */
interface RosterBlock extends RosterTable {
  /** The first column after the block beside it. */
  readonly left: number;
}

/** The blocks of a roster's columns: a roster in two columns prints its headings twice, side by side. */
export function blocksOf({ grid, headerRow }: RosterTable): RosterBlock[] {
  const blocks: RosterBlock[] = [];
  let left = grid.firstColumn;
  let columns = new Map<RosterColumn, number>();
  const close = () => {
    if (columns.has('name')) blocks.push({ grid, headerRow, columns, left });
    left = Math.max(...columns.values()) + 1;
    columns = new Map();
  };
  for (let column = grid.firstColumn; column < grid.columnEnd; column++) {
    const label = normalizeLabel(grid.own(headerRow, column));
    const known = ROSTER_ALIASES.find(([, labels]) => labels.includes(label))?.[0];
    if (known === undefined) continue;
    if (columns.has(known) && columns.has('name')) close();
    if (!columns.has(known)) columns.set(known, column);
  }
  close();
  return blocks;
}

/** 合计, 制表人 … in the first cell that holds anything, the name's at the latest. */
function isSummaryRow(cells: SheetCells, row: number, left: number, name: number): boolean {
  for (let column = left; column <= name; column++) {
    const text = cells.own(row, column);
    if (text === '') continue;
    const word = rowWord(text);
    return word !== null && (word !== 'group' || column === name);
  }
  return false;
}

function readPerson(
  { grid: cells, columns }: RosterTable,
  row: number,
  { name, displayName, since }: Pick<RosterPerson, 'name' | 'displayName' | 'since'>,
): RosterPerson {
  const text = (column: RosterColumn) => {
    const index = columns.get(column);
    return index === undefined ? '' : cells.seen(row, index);
  };
  const noteColumn = columns.get('note');
  const department = normalizeName(text('department'));
  return {
    key: personKey(department, name),
    unit: text('unit'),
    department,
    name,
    displayName,
    position: text('position'),
    since,
    identity: text('identity'),
    supervisor: text('supervisor'),
    note: text('note'),
    noteCell: noteColumn === undefined ? null : cellAddress(row, noteColumn),
    staffNumber: text('staffNumber'),
    row,
  };
}

/** 任现职时间 is kept as typed; a date cell as 2018年3月 or 2018年3月1日. */
function readSince(
  cells: SheetCells,
  row: number,
  column: number | undefined,
): { readonly text: string; readonly problems: readonly Problem[] } {
  if (column === undefined) return { text: '', problems: [] };
  const typed = typedMonth(cells, row, column);
  if (typed !== null) return typed;
  const [value, format] = [cells.value(row, column), cells.format(row, column)];
  const isNumber = typeof value === 'number' || isDateFormat(format);
  return { text: isNumber ? dateCellText(value, format, cells.date1904) : cells.seen(row, column), problems: [] };
}
