import type Fraction from 'fraction.js';
import type { MonthResult } from '../../assessment/monthly';
import { monthsOf, monthTitle, type Month, type Quarter } from '../../assessment/period';
import type { PersonQuarterInput } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { weightedTotal, type Scale } from '../../assessment/total';
import { absentByCircumstance, absentByRoster } from './absence';
import { judgeMonths, yearsOnSheet } from './months';
import { areaAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { checkExisting, checkGradeWords } from '../score-sheet/existing';
import { Findings } from '../grid/findings';
import { checkCopies, checkUniformity } from '../score-sheet/checks';
import type { FormDraft } from '../score-sheet/draft';
import { holdsForm, readSheetForms, reportHidden } from '../score-sheet/find';
import { holdsPersonKey, identifyRows, reportMissing } from './identify';
import { blockDuplicates, monthResults } from '../score-sheet/monthResults';
import { PeopleDirectory } from './directory';
import { formRaters, groupByMonth, type Period } from './periods';
import type { RaterGroups } from '../score-sheet/raters';
import { completeRecords, findSheetRecords, readSheetRecords, yearsOfDraft } from '../records/read';
import type { RecordDraft } from '../records/draft';
import type { FilingForm, WeeklyRecord } from '../records/record';
import { findRosterTable, readRoster, type Roster } from './roster';
import { checkScale, fixedScale, judgeScale } from '../score-sheet/scales';
import type { ScoreForm, ScoreRow } from '../score-sheet/form';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { ReadOptions, Person, Book } from './model';

/**
 * Reads every 附件3 and the roster of a workbook. Never throws on data: what is wrong with it becomes problems, and a
 * row with an error has no total. Costs one pass over the cells and a few over the rows.
 */
export function readBook(snapshot: WorkbookSnapshot, options: ReadOptions): Book {
  const findings = new Findings();
  const { drafts, records, roster, absent, years } = readSheets(snapshot, options, findings);
  const monthOf = judgeMonths(
    drafts,
    snapshot.sheets.map(({ name }) => name),
    years,
    options.quarter,
    findings,
  );
  for (const draft of drafts) checkGradeWords(draft, findings);

  const directory = PeopleDirectory.of(roster, drafts);
  const persons = identifyRows(drafts, directory, roster, findings);
  const periods = groupByMonth(drafts, monthOf, persons);
  const scaleOf = judgeScales(periods, options, findings);
  for (const { groups } of periods) blockDuplicates(groups.sheets, findings);

  const totals = computeTotals(drafts, scaleOf, options.settings, findings);
  const months = new Map<Month, ReadonlyMap<string, MonthResult>>();
  const explained = explainedAbsence(absent, roster);
  for (const { month, groups, rows } of periods) {
    if (month === null) continue;
    months.set(month, monthResults(month, groups, totals, options.settings, findings));
    reportRaters(month, groups, findings);
    reportMissing(month, rows, directory, explained, findings);
  }

  const scoreMonths = [...monthOf.values()].filter((month) => month !== null);
  const { weeklyRecords, filings } = completeRecords(records, { quarter: options.quarter, scoreMonths }, findings);
  if (roster !== null) reportStrangers([...weeklyRecords, ...filings], directory, findings);

  const raterOf = formRaters(periods);
  const forms = new Map(drafts.map((draft) => [draft, toForm(draft, monthOf.get(draft) ?? null, raterOf(draft))]));
  const people = [...new Set([...directory.rosterPeople, ...persons.values()])];
  const units = new Map(roster?.people.map(({ department, name, unit }) => [`${department}|${name}`, unit]) ?? []);
  const unitOf: Book['unitOf'] = ({ department, name }) => units.get(`${department}|${name}`);
  const leaders = new Set(
    roster?.people
      .filter(({ identity }) => identity === '局领导')
      .map(({ department, name }) => `${department}|${name}`),
  );
  const isLeader: Book['isLeader'] = ({ department, name }) => leaders.has(`${department}|${name}`);
  return {
    forms: [...forms.values()],
    weeklyRecords,
    filings,
    formsInOrder: inOrder(snapshot, [...weeklyRecords, ...filings, ...forms.values()]),
    roster,
    people,
    scores: [...forms].flatMap(([draft, form]) =>
      draft.rows.map(({ row }) => ({
        form,
        row,
        person: persons.get(row) ?? null,
        month: form.month,
        total: totals.get(row) ?? null,
        formulaSafe: findings.blockedBy(row) !== 'program',
      })),
    ),
    scales: new Map(
      periods.flatMap(({ month, drafts: of }) => (month === null || !of[0] ? [] : [[month, scaleOf(of[0])]])),
    ),
    months,
    problems: findings.problems,
    isAbsent: explained,
    unitOf,
    isLeader,
    quarter: (quarter) => quarterInput(quarter, people, months, { unitOf, isLeader }),
  };
}

function readSheets(snapshot: WorkbookSnapshot, { settings, includeHidden }: ReadOptions, findings: Findings) {
  const drafts: FormDraft[] = [];
  const records: RecordDraft[] = [];
  const absent = new Set<string>();
  const years = new Set<number>();
  let roster: Roster | null = null;
  for (const sheet of snapshot.sheets) {
    const all = new SheetCells(sheet, snapshot.date1904);
    if (sheet.visibility !== 'Visible' && includeHidden !== true) {
      const what = contentsOf(all);
      if (what.length > 0) findings.add([problem.hiddenSheet(sheet.name, what.join('和'))]);
      continue;
    }
    const { drafts: onSheet, areas } = readSheetRecords(all, findings);
    for (const { block } of onSheet) reportHidden(sheet, block.area, areaAddress(block.area), findings);
    records.push(...onSheet);
    // 附件1 and 附件2 print 姓名, 职务 and 任现职时间 too; they are neither a roster nor part of an 附件3.
    const cells = all.without(areas);
    const table = findRosterTable(cells);
    if (table !== null && roster !== null) findings.add([problem.rosterSeveral(sheet.name, roster.sheet)]);
    else if (table !== null) {
      const read = readRoster(cells, table);
      roster = read.roster;
      findings.add(read.problems);
    }
    for (const key of absentByCircumstance(cells)) absent.add(key);
    const forms = readSheetForms(cells, sheet, settings, findings);
    drafts.push(...forms);
    if (sheet.protected && forms.length + onSheet.length > 0) findings.add([problem.sheetProtectedRead(sheet.name)]);
    if (forms.length > 0 || table !== null) continue;
    for (const year of onSheet.length > 0 ? onSheet.flatMap(yearsOfDraft) : yearsOnSheet(cells)) years.add(year);
  }
  return { drafts, records, roster, absent, years };
}

function inOrder(
  { sheets }: WorkbookSnapshot,
  forms: readonly (WeeklyRecord | FilingForm | ScoreForm)[],
): Book['formsInOrder'] {
  const tabs = new Map(sheets.map(({ name }, i) => [name, i]));
  const tab = ({ sheet }: (typeof forms)[number]) => tabs.get(sheet) ?? 0;
  return [...forms].sort((a, b) => tab(a) - tab(b) || a.area.row - b.area.row || a.area.column - b.area.column);
}

/** What a sheet that is not read holds, in words. */
function contentsOf(all: SheetCells): string[] {
  const { areas, what } = findSheetRecords(all);
  const cells = all.without(areas);
  const parts = [holdsForm(cells) ? '测评表' : '', what, findRosterTable(cells) === null ? '' : '人员名册'];
  return parts.filter((part) => part !== '');
}

/** Whoever filled in 附件1 or 附件2 should stand on the roster. */
function reportStrangers(
  records: readonly (WeeklyRecord | FilingForm)[],
  directory: PeopleDirectory,
  findings: Findings,
): void {
  for (const { sheet, header, cells } of records) {
    if (header.name !== '' && !directory.isNameOnRoster(header.name)) {
      findings.add([problem.notOnRoster(sheet, cells.name, header.displayName)]);
    }
  }
}

function judgeScales(
  periods: readonly Period[],
  { scale, settings }: ReadOptions,
  findings: Findings,
): (draft: FormDraft) => Scale {
  const fixed = fixedScale(scale, settings);
  const scales = new Map<FormDraft, Scale>();
  for (const { month, drafts } of periods) {
    const verdict = judgeScale(drafts, fixed);
    checkScale(drafts, month, verdict, fixed, findings);
    for (const draft of drafts) {
      scales.set(draft, verdict.scale);
      checkUniformity(draft, verdict.scale, findings);
    }
  }
  return (draft) => scales.get(draft) ?? '百分制';
}

function computeTotals(
  drafts: readonly FormDraft[],
  scaleOf: (draft: FormDraft) => Scale,
  settings: Settings,
  findings: Findings,
): ReadonlyMap<ScoreRow, Fraction | null> {
  const totals = new Map<ScoreRow, Fraction | null>();
  for (const draft of drafts) {
    for (const { row } of draft.rows) {
      const scores = row.scores.filter((score) => score !== null);
      const complete = findings.blockedBy(row) === null && scores.length === row.scores.length;
      const total = complete ? weightedTotal(scores, scaleOf(draft), draft.weights.weights) : null;
      totals.set(row, total);
      if (total !== null) checkExisting(draft, row, total, settings, findings);
    }
  }
  return totals;
}

function reportRaters(month: Month, { sheets, unnamed }: RaterGroups, findings: Findings): void {
  const [first] = unnamed;
  const place = first?.rows[0]?.draft.cells.name;
  if (place !== undefined) findings.add([problem.raterUnnamed(place, monthTitle(month), unnamed.length)]);
  checkCopies(sheets, findings);
}

function explainedAbsence(circumstances: ReadonlySet<string>, roster: Roster | null): (person: Person) => boolean {
  const byRoster = new Set(
    roster?.people.filter(absentByRoster).map(({ department, name }) => `${department}|${name}`),
  );
  return (person) => holdsPersonKey(circumstances, person) || byRoster.has(`${person.department}|${person.name}`);
}

function toForm(
  { cells, block, columns, weights, rows }: FormDraft,
  month: Month | null,
  rater: string | null,
): ScoreForm {
  const firstRow = block.heading.lastRow + 1;
  const lastRow = rows.at(-1)?.row.row ?? firstRow - 1;
  return {
    annex: 3,
    sheet: cells.name,
    area: block.area,
    month,
    rater,
    headerRow: block.heading.lastRow,
    firstRow,
    lastRow,
    columns,
    weights: weights.weights,
    weightsFrom: weights.from,
    rows: rows.map(({ row }) => row),
    skippedRows: block.skipped.map(({ row }) => row).filter((row) => row < lastRow),
  };
}

function quarterInput(
  quarter: Quarter,
  people: readonly Person[],
  months: Book['months'],
  { unitOf, isLeader }: Pick<Book, 'unitOf' | 'isLeader'>,
): PersonQuarterInput[] {
  const wanted = monthsOf(quarter);
  return people.flatMap((person) => {
    const { key, department, name, position } = person;
    if (!wanted.some((month) => months.get(month)?.has(key))) return [];
    const unit = unitOf(person);
    return [
      {
        key,
        department,
        name,
        position,
        ...(unit === undefined ? {} : { unit }),
        leader: isLeader(person),
        months: wanted.map(
          (month) => months.get(month)?.get(key) ?? { month, total: null, scoreGrade: null, raters: 0 },
        ),
      },
    ];
  });
}
