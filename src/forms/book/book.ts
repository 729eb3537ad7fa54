import type Fraction from 'fraction.js';
import { OFFICIAL_CALENDAR } from '../../assessment/calendar';
import type { RaterGroup } from '../../assessment/raterGroup';
import { Findings } from '../grid/findings';
import type { WorkbookSnapshot } from '../grid/snapshot';
import { completeRecords } from '../records/read';
import type { FilingForm, WeeklyRecord } from '../records/record';
import type { FormDraft } from '../score-sheet/draft';
import { checkGradeWords } from '../score-sheet/existing';
import type { ScoreForm, ScoreRow } from '../score-sheet/form';
import { blockDuplicates, blockUngrouped } from '../score-sheet/monthResults';
import { fixedScale } from '../score-sheet/scales';
import { weighForms } from '../score-sheet/weights';
import { explainedAbsence } from './absence';
import { Directory } from './directory';
import { reportDoubts, reportMissingAmongMonths } from './doubts';
import { identifyRows } from './identify';
import type { Book, Person, ReadOptions, ScoreResult } from './model';
import { judgeMonths } from './months';
import { groupByMonth, groupsOfRows, periodsByForm, raterOfForms, type Period } from './periods';
import { problem } from './problems';
import { peopleOfQuarter } from './quarter';
import { rosterFacts } from './roster';
import { checkScores, computeTotals, judgeResults } from './scores';
import { readSheets } from './sheets';

/**
 * Reads every 附件1, 附件2 and 附件3 and the roster of a workbook. Never throws on data: what is wrong with it becomes
 * problems, and a row with an error has no total. Costs one pass over the cells and a few over the rows.
 */
export function readBook(snapshot: WorkbookSnapshot, options: ReadOptions): Book {
  const { quarter } = options;
  const findings = new Findings();
  const { drafts: drafted, records, roster, registered, years } = readSheets(snapshot, options, findings);
  const { drafts, weights } = weighForms(drafted, options.settings.weights, options.weightsChosen === true, findings);
  const settings = { ...options.settings, weights };
  const names = snapshot.sheets.map(({ name }) => name);
  const monthOf = judgeMonths(drafts, { names, years, quarter }, findings);
  for (const draft of drafts) checkGradeWords(draft, findings);

  const directory = Directory.of(roster, drafts);
  const persons = identifyRows(drafts, directory, roster, findings);
  const workdays = options.workdays ?? ((from, to) => OFFICIAL_CALENDAR.workdaysBetween(from, to));
  const absence = explainedAbsence(registered, directory, roster, { settings, workdays });
  const { isAbsent } = absence;

  const fixed = fixedScale(options.scale, settings);
  const periods = groupByMonth(drafts, monthOf, persons, fixed, settings.raterGroups);
  const periodOf = periodsByForm(periods);
  checkScores(periods, fixed, findings);
  for (const { groups } of periods) {
    blockDuplicates(groups.raters, findings);
    blockUngrouped(groups.raters, settings, findings);
  }
  const totals = computeTotals(drafts, periodOf, settings, findings);
  const months = judgeResults(periods, totals, settings, { directory, isAbsent, roster }, findings);

  const counted = { periods, persons, directory, settings };
  reportDoubts(counted, findings);
  reportMissingAmongMonths(counted, isAbsent, findings);

  const scoreMonths = [...monthOf.values()].filter((month) => month !== null);
  const { weeklyRecords, filings, strays } = completeRecords(records, { quarter, scoreMonths }, findings);
  if (roster !== null) reportStrangers([...weeklyRecords, ...filings], directory, findings);

  const forms = formsOf(drafts, periodOf, raterOfForms(periods));
  const read = {
    forms: [...forms.values()],
    weeklyRecords,
    filings,
    strays,
    formsInOrder: inOrder(snapshot, [...weeklyRecords, ...filings, ...forms.values()]),
    roster,
    people: [...new Set([...directory.rosterPeople, ...persons.values()])],
    scores: resultsOf(forms, persons, totals, { groupOf: groupsOfRows(periods), findings }),
    scales: new Map(periods.flatMap(({ month, verdict }) => (month === null ? [] : [[month, verdict.scale]]))),
    months,
    weights,
    problems: findings.problems,
    ...absence,
    ...rosterFacts(roster),
  };
  return { ...read, quarter: (wanted) => peopleOfQuarter(read, wanted) };
}

/** Whoever filled in 附件1 or 附件2 should stand on the roster. */
function reportStrangers(
  records: readonly (WeeklyRecord | FilingForm)[],
  directory: Directory,
  findings: Findings,
): void {
  for (const { sheet, header, cells } of records) {
    if (header.name !== '' && !directory.isNameOnRoster(header.name)) {
      findings.add([problem.notOnRoster(sheet, cells.name, header.displayName, directory.similarTo(header), '')]);
    }
  }
}

function formsOf(
  drafts: readonly FormDraft[],
  periodOf: ReadonlyMap<FormDraft, Period>,
  raterOf: (draft: FormDraft) => string | null,
): ReadonlyMap<FormDraft, ScoreForm> {
  return new Map(
    drafts.flatMap((draft) => {
      const period = periodOf.get(draft);
      return period === undefined ? [] : [[draft, toForm(draft, period, raterOf(draft))]];
    }),
  );
}

function toForm(
  { cells, block, columns, weights, printed, rows }: FormDraft,
  { month, verdict }: Period,
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
    headings: block.heading.cells,
    headerRow: block.heading.lastRow,
    firstRow,
    lastRow,
    columns,
    weights,
    printsWeights: printed.some((weight) => weight !== null),
    scale: verdict.scale,
    rows: rows.map(({ row }) => row),
    skippedRows: block.skipped.map(({ row }) => row).filter((row) => row < lastRow),
  };
}

function resultsOf(
  forms: ReadonlyMap<FormDraft, ScoreForm>,
  persons: ReadonlyMap<ScoreRow, Person>,
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  { groupOf, findings }: { readonly groupOf: ReadonlyMap<ScoreRow, RaterGroup | null>; readonly findings: Findings },
): ScoreResult[] {
  return [...forms].flatMap(([draft, form]) =>
    draft.rows.map(({ row }) => ({
      form,
      row,
      person: persons.get(row) ?? null,
      month: form.month,
      total: totals.get(row) ?? null,
      group: groupOf.get(row) ?? null,
      formulaSafe: findings.blockedBy(row) !== 'program',
    })),
  );
}

function inOrder(
  { sheets }: WorkbookSnapshot,
  forms: readonly (WeeklyRecord | FilingForm | ScoreForm)[],
): Book['formsInOrder'] {
  const tabs = new Map(sheets.map(({ name }, i) => [name, i]));
  const tab = ({ sheet }: (typeof forms)[number]) => tabs.get(sheet) ?? 0;
  return [...forms].sort((a, b) => tab(a) - tab(b) || a.area.row - b.area.row || a.area.column - b.area.column);
}
