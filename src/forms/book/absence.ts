import { isElsewhere } from '../../assessment/circumstances';
import { monthOf, type CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import { outOfService, timeAway, type CountWorkdays } from '../../assessment/service';
import type { Settings } from '../../assessment/settings';
import type { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { dateCellText, wholeDateIn } from '../words/dateText';
import { ABSENCE_CIRCUMSTANCES, ABSENCE_WORDS, CIRCUMSTANCE_ALIASES, type CircumstanceColumn } from '../words/labels';
import { tableOn, type Table } from '../words/tables';
import { normalizeLabel, normalizeName } from '../words/text';
import type { Directory } from './directory';
import type { Person, Roster } from './model';
import { problem } from './problems';
import { rosterFacts } from './roster';

/** 情形 by which somebody is away for a time. */
const AWAY: ReadonlySet<string> = new Set(['挂职', '外借', '派出学习', '抽调']);

/** By what a 特殊情形登记 is known. */
export const CIRCUMSTANCE_TELLING: readonly CircumstanceColumn[] = ['name', 'kind', 'from'];

/** 特殊情形登记 on a sheet, known by 姓名, 情形 and 开始日期. */
export function circumstancesOn<On extends SheetCells | SheetGrid>(grid: On): Table<CircumstanceColumn, On> | null {
  return tableOn(grid, CIRCUMSTANCE_ALIASES, CIRCUMSTANCE_TELLING, [0, grid.rowEnd]);
}

/** A line of 特殊情形登记 that may keep somebody off a score sheet, by 科室 (where it says one) and 姓名. */
export interface AbsentLine {
  readonly department: string;
  readonly name: string;
  readonly kind: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** The lines of 特殊情形登记 that may keep somebody off a score sheet (五·4, 五·6); lines without a first day excuse nobody. */
export function absentByCircumstance(cells: SheetCells): AbsentLine[] {
  const table = circumstancesOn(cells);
  if (table === null) return [];
  const text = (row: number, column: CircumstanceColumn) => {
    const index = table.columns.get(column);
    return index === undefined ? '' : cells.seen(row, index);
  };
  const date = (row: number, column: CircumstanceColumn) => {
    const index = table.columns.get(column);
    if (index === undefined) return null;
    return wholeDateIn(dateCellText(cells.value(row, index), cells.format(row, index), cells.date1904));
  };
  return Array.from({ length: cells.rowEnd - table.headerRow - 1 }, (_, i) => table.headerRow + 1 + i).flatMap(
    (row) => {
      const [kind, from] = [normalizeLabel(text(row, 'kind')), date(row, 'from')];
      if (from === null || !ABSENCE_CIRCUMSTANCES.has(kind)) return [];
      const [department, name] = [normalizeName(text(row, 'department')), normalizeName(text(row, 'name'))];
      return [{ department, name, kind, from, to: date(row, 'to') }];
    },
  );
}

/** Whether somebody need not stand on a month's score sheets. */
export type IsAbsent = (person: Pick<Person, 'key'>, month: Month) => boolean;

/**
 * Who may be missing from a month's score sheets (rule 56): an entry of 特殊情形登记 excuses in its own dates, 身份 only
 * 局领导 who are in no N.
 */
export function explainedAbsence(
  lines: readonly AbsentLine[],
  directory: Directory,
  roster: Roster | null,
  {
    settings,
    workdays,
  }: { readonly settings: Pick<Settings, 'leadersInQuota' | 'awayFor'>; readonly workdays: CountWorkdays },
): IsAbsent {
  const entries = new Map<string, AbsentLine[]>();
  for (const line of lines) {
    const found = directory.resolve(line);
    if (found.kind === 'known') entries.set(found.person.key, [...(entries.get(found.person.key) ?? []), line]);
  }
  const { isLeader } = rosterFacts(roster);
  return ({ key }, month) => {
    if (!settings.leadersInQuota && isLeader({ key })) return true;
    const own = entries.get(key);
    return own !== undefined && excuses(own, month, workdays, settings);
  };
}

function excuses(
  entries: readonly AbsentLine[],
  month: Month,
  workdays: CountWorkdays,
  { awayFor }: Pick<Settings, 'awayFor'>,
): boolean {
  if (outOfService(entries, month) !== null) return true;
  const refuses = entries.some(
    ({ kind, from }) => kind === '拒不参加' && monthOf(from) <= month && from.slice(0, 4) === month.slice(0, 4),
  );
  // Who is assessed elsewhere owes nothing here (rule 42); who works elsewhere for a time, in months mostly away.
  const isAway =
    isElsewhere(entries, month, { workdays, awayFor }) || timeAway(entries, AWAY, month, workdays).mostDays;
  return refuses || isAway;
}

/** Words of 备注 that should be an entry of 特殊情形登记, of those who are missing: a remark excuses nobody (rule 56). */
export function remarksOnAbsence(roster: Roster | null, missing: ReadonlySet<string>): Problem[] {
  return (roster?.people ?? []).flatMap(({ key, displayName, note, noteCell }) => {
    const says = ABSENCE_WORDS.some((word) => note.includes(word));
    if (roster === null || noteCell === null || !says || !missing.has(key)) return [];
    return [problem.absenceOnlyRemarked(roster.sheet, noteCell, displayName, note.trim())];
  });
}
