import type { Roster, RosterPerson } from '../book/model';
import { findRosterTable, readRoster, type RosterTable } from '../book/roster';
import { cellAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import { groupedBy } from '../grid/groupedBy';
import type { SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SheetSnapshot } from '../grid/snapshot';
import { layoutRegisters } from '../paper/layoutRegisters';
import { ROSTER_ALIASES, type RosterColumn } from '../words/labels';
import type { Table } from '../words/tables';
import { normalizeLabel } from '../words/text';
import type { Known } from './people';
import { problem } from './problems';
import { addedToRegister, filledRegister, missingColumns, type RegisterContent } from './register';

/** A line of a roster out of another workbook. */
interface OutsidePerson {
  readonly file: string;
  readonly sheet: string;
  /** A1 address of 姓名. */
  readonly cell: string;
  readonly person: RosterPerson;
}

/** What the files bring for 人员名册. */
export interface RosterImport {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  readonly written: number;
  readonly present: number;
  /** As it is once that is written; null where there is none then, either. */
  readonly roster: Roster | null;
}

/** What of a person is compared, and filled in where the workbook has nothing. */
const FIELDS = ['unit', 'position', 'since', 'identity', 'supervisor', 'note', 'staffNumber'] as const;

/** The people of a roster on a sheet. */
export function peopleOn(file: string, sheet: SheetSnapshot, date1904: boolean, problems: Problem[]): OutsidePerson[] {
  const table = findRosterTable(new SheetCells(sheet, date1904));
  return table === null ? [] : peopleOf(file, table, problems);
}

/** The people of a table that is known to be a roster. */
export function peopleOf(file: string, table: RosterTable, problems: Problem[]): OutsidePerson[] {
  const read = readRoster(table);
  problems.push(...read.problems.map((each) => problem.importReading(file, each)));
  const column = table.columns.get('name') ?? 0;
  return read.roster.people.map((person) => ({
    ...{ file, sheet: table.grid.name, person },
    cell: cellAddress(person.row, column),
  }));
}

/** Plans the people whom the workbook's roster lacks, and what it has not of those whom it knows; nothing is replaced. */
export function importRoster(
  people: readonly OutsidePerson[],
  roster: Roster | null,
  known: Known,
  grids: ReadonlyMap<string, SheetGrid>,
): RosterImport {
  const problems: Problem[] = [];
  const byKey = new Map((roster?.people ?? []).map((person) => [person.key, person]));
  const added = new Map<string, OutsidePerson>();
  const blanks = new Map<number, RegisterContent<RosterColumn>>();
  const filled: string[] = [];
  const present: OutsidePerson[] = [];
  const table = roster === null ? null : rosterTable(roster, grids);
  const fillable =
    roster === null || table === null || isInTwoColumns(roster)
      ? []
      : FIELDS.filter((field) => table.columns.has(field));
  const names = new Set(people.map(({ person }) => person.name));
  const listed = new Set(people.map(({ person }) => person.key));
  for (const outside of people) {
    const { file, sheet, cell, person } = outside;
    const found = known.find(person);
    if (found.kind === 'namesakes') {
      problems.push(problem.importNamesake(file, sheet, cell, person.displayName, found.departments));
      continue;
    }
    const twin = added.get(person.key);
    if (twin !== undefined) {
      const differences = differencesOf(twin.person, person);
      if (differences.length > 0) {
        const there = `文件“${twin.file}”${twin.sheet}的${twin.cell}`;
        problems.push(problem.importPersonContradicts(file, sheet, cell, person.displayName, there, differences));
      }
      continue;
    }
    // Whoever stands there beside the one who is known is another one of that name.
    const isOther = found.kind === 'known' && found.otherDepartment !== null && listed.has(found.person.key);
    const here = found.kind === 'known' && !isOther ? byKey.get(found.person.key) : undefined;
    if (here === undefined || roster === null) {
      const slips = found.kind === 'unknown' ? found.similar.filter((name) => isSlip(name, person, roster, names)) : [];
      if (slips.length > 0) problems.push(problem.importSimilarPerson(file, sheet, cell, person.displayName, slips));
      added.set(person.key, outside);
      continue;
    }
    if (found.kind === 'known' && found.otherDepartment !== null) {
      problems.push(
        problem.importDepartment(file, sheet, cell, person.displayName, person.department, found.otherDepartment),
      );
    }
    const differences = differencesOf(here, person);
    if (differences.length > 0) {
      problems.push(
        problem.importPersonContradicts(
          file,
          sheet,
          cell,
          person.displayName,
          `${roster.sheet}第${here.row + 1}行`,
          differences,
        ),
      );
    }
    const missing = blanksOf(here, person, fillable);
    if (missing.size === 0) present.push(outside);
    else {
      blanks.set(here.row, missing);
      filled.push(`${here.displayName}（${[...missing.keys()].map(labelOf).join('、')}）`);
    }
  }
  for (const [file, of] of groupedBy(present, (each) => each.file)) {
    problems.push(problem.importEntriesPresent(file, of.length, '人员名册'));
  }
  const newPeople = [...added.values()].map(({ person }) => person);
  const layout = layoutPeople(newPeople, blanks, { roster, table, grids });
  if (layout.sheets.length > 0 && filled.length > 0) problems.push(problem.importBlanksFilled(filled));
  const isWritten = layout.sheets.length > 0;
  const merged = [...(roster?.people ?? []), ...(isWritten ? newPeople : [])];
  return {
    sheets: layout.sheets,
    problems: [...problems, ...layout.problems],
    written: isWritten ? newPeople.length : 0,
    present: present.length,
    roster: merged.length === 0 ? roster : { sheet: roster?.sheet ?? layout.sheets[0]?.sheet ?? '', people: merged },
  };
}

function layoutPeople(
  people: readonly RosterPerson[],
  blanks: ReadonlyMap<number, RegisterContent<RosterColumn>>,
  {
    roster,
    table,
    grids,
  }: {
    readonly roster: Roster | null;
    readonly table: Table<RosterColumn> | null;
    readonly grids: ReadonlyMap<string, SheetGrid>;
  },
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  if (people.length + blanks.size === 0) return { sheets: [], problems: [] };
  const lines = people.map(contentOf);
  if (roster === null) {
    const [empty] = layoutRegisters({ only: '人员名册' }, null, grids).sheets;
    return {
      sheets: empty === undefined ? [] : [filledRegister(empty, ROSTER_ALIASES, lines, '导入的人员')],
      problems: [],
    };
  }
  if (table === null) return { sheets: [], problems: [problem.importRosterUnusable(roster.sheet)] };
  if (table.grid.protected) return { sheets: [], problems: [problem.importSheetProtected(roster.sheet)] };
  const missing = missingColumns(table, lines);
  const plan = addedToRegister(table, lines, blanks, '导入的人员');
  return {
    sheets: plan === null ? [] : [plan],
    problems: missing.length === 0 ? [] : [problem.importColumnsMissing(roster.sheet, missing.map(labelOf))],
  };
}

/**
 * Whether a similar name may be the same person's, miswritten. Of two characters many differ in one: they are compared within
 * a 科室 alone. Whoever stands on the other roster as well is somebody else.
 */
function isSlip(
  name: string,
  { department }: RosterPerson,
  roster: Roster | null,
  listed: ReadonlySet<string>,
): boolean {
  if (listed.has(name)) return false;
  const bearers = roster?.people.filter((person) => person.name === name) ?? [];
  return bearers.length > 0 && ([...name].length > 2 || bearers.some((person) => person.department === department));
}

/** Two people share a row: what is missing of one of them cannot be filled in by the headings alone. */
function isInTwoColumns({ people }: Roster): boolean {
  return new Set(people.map(({ row }) => row)).size < people.length;
}

/** The roster's table where it stands: by its headings in the row above its first person. */
function rosterTable({ sheet, people }: Roster, grids: ReadonlyMap<string, SheetGrid>): Table<RosterColumn> | null {
  const grid = grids.get(sheet);
  if (grid === undefined) return null;
  const last = people[0]?.row ?? grid.rowEnd;
  for (let headerRow = last - 1; headerRow >= 0; headerRow--) {
    const columns = new Map<RosterColumn, number>();
    for (let column = 0; column < grid.columnEnd; column++) {
      const label = normalizeLabel(String(grid.value(headerRow, column)));
      const known = ROSTER_ALIASES.find(([, labels]) => labels.includes(label))?.[0];
      // A roster in two columns goes on in the first.
      if (known !== undefined && !columns.has(known)) columns.set(known, column);
    }
    if (columns.has('name')) return { grid, headerRow, columns };
  }
  return null;
}

function contentOf(person: RosterPerson): RegisterContent<RosterColumn> {
  const { department, displayName } = person;
  return new Map<RosterColumn, string>([
    ...(department === '' ? [] : [['department', department] as const]),
    ['name', displayName],
    ...FIELDS.flatMap((field) => (person[field] === '' ? [] : [[field, person[field]] as const])),
  ]);
}

function differencesOf(here: RosterPerson, outside: RosterPerson): string[] {
  return FIELDS.flatMap((field) => {
    const [own, other] = [here[field], outside[field]];
    const differ = own !== '' && other !== '' && normalizeLabel(own) !== normalizeLabel(other);
    return differ ? [`${labelOf(field)}为“${own}”，文件为“${other}”`] : [];
  });
}

function blanksOf(
  here: RosterPerson,
  outside: RosterPerson,
  fillable: readonly (typeof FIELDS)[number][],
): RegisterContent<RosterColumn> {
  return new Map(
    fillable.flatMap((field) =>
      here[field] === '' && outside[field] !== '' ? [[field, outside[field]] as const] : [],
    ),
  );
}

function labelOf(column: RosterColumn): string {
  return ROSTER_ALIASES.find(([each]) => each === column)?.[1][0] ?? column;
}
