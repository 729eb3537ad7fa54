import { areaAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import { uncircled } from '../grid/circles';
import type { Findings } from '../grid/findings';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { RecordDraft } from '../records/draft';
import { leftOverBeside } from '../records/leftOver';
import { findSheetRecords, readSheetRecords, yearsOfDraft } from '../records/read';
import type { DraftedForm } from '../score-sheet/draft';
import { holdsForm, readSheetForms, reportHidden } from '../score-sheet/find';
import { registeredOn, type RegisteredLine } from './absence';
import type { ReadOptions, Roster } from './model';
import { yearsOnSheet } from './months';
import { problem } from './problems';
import { findRosterTable, readRoster } from './roster';

/** What the sheets of a workbook hold, each read by itself. */
export interface SheetContents {
  readonly drafts: readonly DraftedForm[];
  readonly records: readonly RecordDraft[];
  /** The first of the workbook. */
  readonly roster: Roster | null;
  /** The usable lines of 特殊情形登记. */
  readonly registered: readonly RegisteredLine[];
  /** Years on sheets without score sheets. */
  readonly years: ReadonlySet<number>;
}

/** Reads every sheet that is not hidden, in tab order. */
export function readSheets(
  snapshot: WorkbookSnapshot,
  { includeHidden, settings }: Pick<ReadOptions, 'includeHidden' | 'settings'>,
  findings: Findings,
): SheetContents {
  const drafts: DraftedForm[] = [];
  const records: RecordDraft[] = [];
  const registered: RegisteredLine[] = [];
  const years = new Set<number>();
  let roster: Roster | null = null;
  const known = namesOnRoster(snapshot, includeHidden === true);
  for (const asGiven of snapshot.sheets) {
    const { sheet, circular } = uncircled(asGiven);
    const all = new SheetCells(sheet, snapshot.date1904);
    if (sheet.visibility !== 'Visible' && includeHidden !== true) {
      const what = contentsOf(all);
      if (what.length > 0) findings.add([problem.hiddenSheet(sheet.name, what.join('和'))]);
      continue;
    }
    if (circular.length > 0) findings.add([problem.circular(sheet.name, circular)]);
    const { drafts: onSheet, areas } = readSheetRecords(all, findings);
    for (const { block } of onSheet) reportHidden(sheet, block.area, areaAddress(block.area), findings);
    records.push(...onSheet);
    // 附件1 and 附件2 print 姓名, 职务 and 任现职时间 too; they are neither a roster nor part of an 附件3.
    const cells = all.without(areas);
    const table = findRosterTable(cells);
    if (table !== null && roster !== null) findings.add([problem.rosterSeveral(sheet.name, roster.sheet)]);
    else if (table !== null) {
      const read = readRoster(table);
      roster = read.roster;
      findings.add(read.problems);
    }
    const lines = registeredOn(cells, settings.directScope);
    registered.push(...lines);
    const forms = readSheetForms(cells, sheet, findings, (name) => known.has(name));
    drafts.push(...forms);
    if (areas.length > 0 && table === null && lines.length === 0)
      findings.add(leftOverBeside(all, [...areas, ...forms.map(({ block }) => block.area)]));
    if (sheet.protected && forms.length + onSheet.length > 0) findings.add([problem.sheetProtectedRead(sheet.name)]);
    if (forms.length > 0 || table !== null) continue;
    for (const year of onSheet.length > 0 ? onSheet.flatMap(yearsOfDraft) : yearsOnSheet(cells)) years.add(year);
  }
  return { drafts, records, roster, registered, years };
}

/** Names tell a person's row from others, wherever the roster stands among the sheets. */
function namesOnRoster({ sheets, date1904 }: WorkbookSnapshot, includeHidden: boolean): ReadonlySet<string> {
  for (const sheet of sheets) {
    if (sheet.visibility !== 'Visible' && !includeHidden) continue;
    const table = findRosterTable(new SheetCells(sheet, date1904));
    if (table !== null) return new Set(readRoster(table).roster.people.map(({ name }) => name));
  }
  return new Set();
}

/** What a sheet that is not read holds, in words. */
function contentsOf(all: SheetCells): string[] {
  const { areas, what } = findSheetRecords(all);
  const cells = all.without(areas);
  const parts = [holdsForm(cells) ? '测评表' : '', what, findRosterTable(cells) === null ? '' : '人员名册'];
  return parts.filter((part) => part !== '');
}
