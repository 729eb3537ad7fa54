import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import type { CellBlock, CellContent } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { keptProblems } from '../scoring/layout';
import { personKey } from '../words/text';
import type { AnnualPlace } from './columns';
import { problem } from './problems';
import type { AnnualPerson, AnnualYear } from './year';

/** One person's row: those of an earlier run stay where they are; null where nobody of the year is meant. */
export interface AnnualRow {
  readonly row: number;
  readonly person: AnnualPerson | null;
  /** What the row's own 人员键 comes to. */
  readonly key: string;
  readonly isNew: boolean;
}

/** A 年度汇总表 as it is to be: who stands in which row before it is written. */
export interface AnnualDraft {
  readonly year: AnnualYear;
  readonly settings: Settings;
  readonly place: AnnualPlace;
  /** The sheet is made now. */
  readonly isNew: boolean;
  /** The sheet as it is, and with its new rows. */
  readonly present: SheetGrid;
  readonly grid: SheetGrid;
  readonly rows: readonly AnnualRow[];
  /** How many people are put in below those of an earlier run, and the first row below all. */
  readonly added: number;
  readonly endRow: number;
  /** What is found while it is laid out. */
  readonly problems: Problem[];
}

/** Gives everybody a row. */
export function draftAnnual(year: AnnualYear, settings: Settings, present: SheetGrid, place: AnnualPlace): AnnualDraft {
  const problems: Problem[] = [];
  const old = present.exists ? presentRows(year, present, place, problems) : [];
  const known = new Set(old.map(({ person }) => person));
  const fresh = year.people.filter((person) => !known.has(person));
  const from = present.exists ? place.endRow : place.firstRow;
  const added = present.exists ? fresh.length : 0;
  return {
    year,
    settings,
    place,
    isNew: !present.exists,
    present,
    grid: present.withRows(place.endRow, added),
    rows: [...old, ...fresh.map((person, i) => ({ row: from + i, person, key: rowKey(person), isNew: true }))],
    added,
    endRow: from + fresh.length,
    problems,
  };
}

/** The people of an earlier run, by what stands in 科室 and 姓名; somebody whose 科室 changed, by the name alone. */
function presentRows(year: AnnualYear, present: SheetGrid, place: AnnualPlace, problems: Problem[]): AnnualRow[] {
  const byKey = new Map(year.people.map((person) => [rowKey(person), person]));
  const lines: { row: number; key: string; name: string }[] = [];
  for (let row = place.firstRow; row < place.endRow; row++) {
    const name = String(present.value(row, place.column('name')));
    if (name.trim() === '') continue;
    lines.push({ row, key: personKey(String(present.value(row, place.column('department'))), name), name });
  }
  const taken = new Set(lines.map(({ key }) => byKey.get(key)));
  return lines.map(({ row, key, name }) => {
    const exact = byKey.get(key);
    const [moved, ...others] = exact ? [] : year.people.filter((person) => person.name === personKey(null, name));
    const person = exact ?? (moved !== undefined && others.length === 0 && !taken.has(moved) ? moved : null);
    if (person === null) {
      problems.push(problem.annualPersonGone(place.sheet, cellAddress(row, place.column('name')), name.trim()));
    }
    taken.add(person ?? undefined);
    return { row, person, key, isNew: false };
  });
}

function rowKey({ department, displayName }: AnnualPerson): string {
  return personKey(department, displayName);
}

/** One of the program's columns; what was typed over a formula stays and is reported. */
export function personColumn(
  { place, grid, rows, endRow, problems }: AnnualDraft,
  label: string,
  column: number,
  contentOf: (row: AnnualRow) => CellContent,
): CellBlock {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const cells = Array.from({ length: endRow - place.firstRow }, (_, i) => {
    const row = byRow.get(place.firstRow + i);
    return [row === undefined || row.person === null ? null : contentOf(row)];
  });
  const { block, kept } = grid.formulaBlock(label, place.firstRow, column, cells);
  problems.push(...keptProblems(place.sheet, kept));
  return block;
}
