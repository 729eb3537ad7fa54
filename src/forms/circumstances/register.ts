import type { CalendarDate } from '../../assessment/calendarDate';
import type { Circumstance, CircumstanceKind } from '../../assessment/circumstances';
import { DEFAULT_SETTINGS, type Settings } from '../../assessment/settings';
import { SheetCells, type Position } from '../grid/cells';
import { problem } from './problems';
import { registerLines, type RegisterLine } from '../book/registerLine';
import type { Directory } from '../book/directory';
import type { Problem } from '../grid/problem';
import type { WorkbookSnapshot } from '../grid/snapshot';

/** 特殊情形登记 as read: the entries of each person, by person key. */
export interface CircumstanceRegister {
  readonly entries: ReadonlyMap<string, readonly Circumstance[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads every 特殊情形登记 of a workbook. A line that cannot be used is an error with its cell, and changes no grade.
 *
 * @param directScope what a direct grade applies to where its 作用范围 is empty
 */
export function readCircumstances(
  { sheets, date1904 }: WorkbookSnapshot,
  directory: Directory,
  { directScope }: Pick<Settings, 'directScope'> = DEFAULT_SETTINGS,
): CircumstanceRegister {
  const entries = new Map<string, Circumstance[]>();
  const problems: Problem[] = [];
  const visible = sheets.filter(({ visibility }) => visibility === 'Visible');
  for (const sheet of visible) {
    const cells = new SheetCells(sheet, date1904);
    for (const line of registerLines(cells, directScope)) {
      const key = personOf(line, cells.name, directory, problems);
      const entry = line.entry();
      problems.push(...line.problems);
      if (key !== null && entry !== null) entries.set(key, [...(entries.get(key) ?? []), entry]);
    }
  }
  return { entries, problems };
}

/** The key of the person, told by 科室 and 姓名, or by a name that only one person bears. */
function personOf(
  { person, nameCell }: RegisterLine,
  sheet: string,
  directory: Directory,
  problems: Problem[],
): string | null {
  const found = directory.resolve(person);
  if (found.kind === 'known') return found.person.key;
  const at = [sheet, nameCell, `${person.department}${person.name}`] as const;
  problems.push(
    found.kind === 'unknown'
      ? problem.circumstanceUnknownPerson(...at, directory.similarTo(person))
      : problem.circumstanceNamesake(...at),
  );
  return null;
}

/** A line of 特殊情形登记 whose 结束日期 is empty. */
export interface OpenEnd {
  readonly kind: CircumstanceKind;
  readonly from: CalendarDate;
  /** The empty cell. */
  readonly at: Position;
}

/** Every usable line without an end on a sheet that is a 特殊情形登记. */
export function openEnds(cells: SheetCells): OpenEnd[] {
  return registerLines(cells, DEFAULT_SETTINGS.directScope).flatMap((line) => {
    const [at, entry] = [line.emptyEnd, line.entry()];
    return at === null || entry === null ? [] : [{ kind: entry.kind, from: entry.from, at }];
  });
}
