import { dateTitle } from '../../assessment/calendarDate';
import type { Circumstance } from '../../assessment/circumstances';
import type { DirectScope } from '../../assessment/settings';
import { circumstancesOn, registerLines } from '../book/registerLine';
import type { CircumstanceRegister } from '../circumstances/register';
import { SheetCells } from '../grid/cells';
import { groupedBy } from '../grid/groupedBy';
import type { SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SheetSnapshot } from '../grid/snapshot';
import { layoutRegisters } from '../paper/layoutRegisters';
import { dateCellText, wholeDateIn } from '../words/dateText';
import { CIRCUMSTANCE_ALIASES, type CircumstanceColumn } from '../words/labels';
import { normalizeName } from '../words/text';
import type { Found, Known } from './people';
import { problem } from './problems';
import { addedToRegister, filledRegister, missingColumns, type RegisterContent } from './register';

/** An entry of 特殊情形登记 out of another workbook. */
interface OutsideEntry {
  readonly file: string;
  readonly sheet: string;
  /** A1 address of 姓名. */
  readonly cell: string;
  readonly person: { readonly department: string; readonly name: string };
  readonly entry: Circumstance;
  readonly approvedOn: string;
  readonly material: string;
  readonly typedScope: boolean;
}

/** What the files bring for 特殊情形登记. */
export interface CircumstanceImport {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  /** Lines that are written, and lines that stand in the workbook already. */
  readonly written: number;
  readonly present: number;
}

/** The usable lines of a register or canonical leave list; what is wrong with the others is told with the file. */
export function entriesOn(
  file: string,
  sheet: SheetSnapshot,
  date1904: boolean,
  directScope: DirectScope,
  problems: Problem[],
): OutsideEntry[] {
  const cells = new SheetCells(sheet, date1904);
  const table = circumstancesOn(cells);
  if (table === null) return [];
  const text = (row: number, column: CircumstanceColumn) => {
    const at = table.columns.get(column);
    if (at === undefined) return '';
    return column === 'approvedOn'
      ? dateText(dateCellText(cells.value(row, at), cells.format(row, at), date1904))
      : cells.seen(row, at);
  };
  return registerLines(cells, directScope).flatMap((line): OutsideEntry[] => {
    const entry = line.entry();
    // That 依据 or 批准人 is missing is told once the line stands in the workbook.
    problems.push(
      ...line.problems.filter(({ severity }) => severity === 'error').map((each) => problem.importReading(file, each)),
    );
    if (entry === null) return [];
    const { person, nameCell: cell, row } = line;
    return [
      {
        ...{ file, sheet: sheet.name, cell, person, entry },
        approvedOn: text(row, 'approvedOn'),
        material: text(row, 'material'),
        typedScope: text(row, 'scope') !== '',
      },
    ];
  });
}

/** Plans the entries that the workbook lacks; what it has is told, what contradicts it stays out. */
export function importCircumstances(
  entries: readonly OutsideEntry[],
  register: CircumstanceRegister,
  known: Known,
  grids: ReadonlyMap<string, SheetGrid>,
): CircumstanceImport {
  const problems: Problem[] = [];
  const all = new Map([...register.entries].map(([key, own]) => [key, own.map((entry) => ({ entry, place: '' }))]));
  const lines: RegisterContent<CircumstanceColumn>[] = [];
  const present: OutsideEntry[] = [];
  for (const outside of entries) {
    const found = known.find({ ...outside.person, name: normalizeName(outside.person.name) });
    if (found.kind !== 'known') {
      problems.push(unknownPerson(outside, found));
      continue;
    }
    const { key } = found.person;
    const own = all.get(key) ?? [];
    const same = own.find(({ entry }) => isSame(entry, outside.entry));
    if (same !== undefined) {
      if (same.place === '') present.push(outside);
      continue;
    }
    const other = own.find(({ entry }) => contradicts(entry, outside.entry));
    if (other !== undefined) {
      const { file, sheet, cell } = outside;
      const here = other.place === '' ? `本工作簿登记为${said(other.entry)}` : `${other.place}为${said(other.entry)}`;
      problems.push(
        problem.importEntryContradicts(file, sheet, cell, found.person.displayName, said(outside.entry), here),
      );
      continue;
    }
    all.set(key, [...own, { entry: outside.entry, place: `文件“${outside.file}”${outside.sheet}的${outside.cell}` }]);
    if (found.otherDepartment !== null) {
      const { file, sheet, cell, person } = outside;
      problems.push(
        problem.importDepartment(file, sheet, cell, found.person.displayName, person.department, found.otherDepartment),
      );
    }
    lines.push(contentOf(outside, found.person));
  }
  for (const [file, of] of groupedBy(present, (each) => each.file)) {
    problems.push(problem.importEntriesPresent(file, of.length, '特殊情形登记'));
  }
  const layout = layoutEntries(lines, grids);
  const isWritten = layout.sheets.length > 0;
  return {
    sheets: layout.sheets,
    problems: [...problems, ...layout.problems],
    written: isWritten ? lines.length : 0,
    present: present.length,
  };
}

function layoutEntries(
  lines: readonly RegisterContent<CircumstanceColumn>[],
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  if (lines.length === 0) return { sheets: [], problems: [] };
  const table = [...grids.values()].flatMap((grid) => circumstancesOn(grid) ?? [])[0];
  if (table === undefined) {
    const [empty] = layoutRegisters({ only: '特殊情形登记' }, null, grids).sheets;
    return {
      sheets: empty === undefined ? [] : [filledRegister(empty, CIRCUMSTANCE_ALIASES, lines, '导入的特殊情形')],
      problems: [],
    };
  }
  const { name } = table.grid;
  if (table.grid.protected) return { sheets: [], problems: [problem.importSheetProtected(name)] };
  const missing = missingColumns(table, lines);
  const plan = addedToRegister(table, lines, new Map(), '导入的特殊情形');
  return {
    sheets: plan === null ? [] : [plan],
    problems: missing.length === 0 ? [] : [problem.importColumnsMissing(name, missing.map(labelOf))],
  };
}

function labelOf(column: CircumstanceColumn): string {
  return CIRCUMSTANCE_ALIASES.find(([each]) => each === column)?.[1][0] ?? column;
}

function contentOf(
  { file, sheet, cell, entry, approvedOn, material, typedScope }: OutsideEntry,
  { department, displayName }: { readonly department: string; readonly displayName: string },
): RegisterContent<CircumstanceColumn> {
  const { kind, from, to, days, scope, basis, approver } = entry;
  // Where no reason is given, the list that the line stood on is what it rests on.
  const ground = basis === '' ? `见${file.replace(/\.[^.]*$/, '')} ${sheet} ${cell}` : basis;
  return new Map<CircumstanceColumn, string | number>([
    ['department', department],
    ['name', displayName],
    ['kind', kind],
    ['from', dateTitle(from)],
    ...(to === null ? [] : [['to', dateTitle(to)] as const]),
    ...(days === null ? [] : [['days', days] as const]),
    ...(scope === null || !typedScope ? [] : [['scope', scope] as const]),
    ['basis', ground],
    ...(approver === '' ? [] : [['approver', approver] as const]),
    ...(approvedOn === '' ? [] : [['approvedOn', approvedOn] as const]),
    ...(material === '' ? [] : [['material', material] as const]),
  ]);
}

function unknownPerson({ file, sheet, cell, person }: OutsideEntry, found: Exclude<Found, { kind: 'known' }>): Problem {
  const shown = [person.department, person.name].filter((part) => part !== '').join(' ');
  return found.kind === 'unknown'
    ? problem.importUnknownPerson(file, sheet, cell, shown, found.similar)
    : problem.importNamesake(file, sheet, cell, shown, found.departments);
}

function isSame(a: Circumstance, b: Circumstance): boolean {
  return (
    a.kind === b.kind &&
    a.from === b.from &&
    (a.to ?? a.from) === (b.to ?? b.from) &&
    a.days === b.days &&
    a.scope === b.scope
  );
}

/** One kind of entry of one person, over days that both have. */
function contradicts(a: Circumstance, b: Circumstance): boolean {
  return a.kind === b.kind && a.from <= (b.to ?? b.from) && b.from <= (a.to ?? a.from);
}

function said({ kind, from, to, days }: Circumstance): string {
  return `${kind}${dateTitle(from)}${to === null ? '' : `至${dateTitle(to)}`}${days === null ? '' : `${days}天`}`;
}

function dateText(text: string): string {
  const date = wholeDateIn(text);
  return date === null ? text : dateTitle(date);
}
