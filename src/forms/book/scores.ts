import type Fraction from 'fraction.js';
import { withExtraPoints } from '../../assessment/total';
import type { MonthResult } from '../../assessment/monthly';
import { monthTitle, type Month } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { weightedTotal, type Scale } from '../../assessment/total';
import type { Findings } from '../grid/findings';
import { checkCopies, checkUniformity } from '../score-sheet/checks';
import type { FormDraft } from '../score-sheet/draft';
import { checkExisting } from '../score-sheet/existing';
import { extraPoints } from '../score-sheet/extraColumns';
import { checkExtraCells, checkExtras } from '../score-sheet/extras';
import type { ScoreRow } from '../score-sheet/form';
import { monthResults } from '../score-sheet/monthResults';
import type { RaterGroups } from '../score-sheet/raters';
import { checkRaterWeights } from '../score-sheet/raterWeights';
import { checkScale } from '../score-sheet/scales';
import { remarksOnAbsence, type IsAbsent } from './absence';
import type { Directory } from './directory';
import { reportMissing } from './identify';
import type { Person, Roster } from './model';
import type { Period } from './periods';
import { problem } from './problems';

/** Scores that do not fit the scale of their forms, or look as if nobody had judged the people one by one. */
export function checkScores(periods: readonly Period[], fixed: Scale | null, findings: Findings): void {
  for (const { month, drafts, verdict } of periods) {
    checkScale(drafts, month, verdict, fixed, findings);
    for (const draft of drafts) checkUniformity(draft, verdict.scale, findings);
  }
}

/** The total of every row, exact; null where the row or its form has an error. What the forms say otherwise is told. */
export function computeTotals(
  drafts: readonly FormDraft[],
  periodOf: ReadonlyMap<FormDraft, Period>,
  settings: Settings,
  findings: Findings,
): ReadonlyMap<ScoreRow, Fraction | null> {
  const totals = new Map<ScoreRow, Fraction | null>();
  for (const draft of drafts) {
    const scale = periodOf.get(draft)?.verdict.scale ?? '百分制';
    for (const { row } of draft.rows) {
      checkExtraCells(draft, row, settings, findings);
      const scores = row.scores.filter((score) => score !== null);
      const complete = findings.blockedBy(row) === null && scores.length === row.scores.length;
      const plain = complete ? weightedTotal(scores, scale, draft.weights) : null;
      const total = plain && withExtraPoints(plain, extraPoints(row), settings);
      totals.set(row, total);
      if (total !== null) checkExisting(draft, row, total, settings, findings);
      findings.add(checkExtras(draft, row, plain, settings));
    }
  }
  return totals;
}

/** Every month's results by person key, and who is missing from it. */
export function judgeResults(
  periods: readonly Period[],
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  settings: Settings,
  people: { readonly directory: Directory; readonly isAbsent: IsAbsent; readonly roster: Roster | null },
  findings: Findings,
): ReadonlyMap<Month, ReadonlyMap<string, MonthResult>> {
  const months = new Map<Month, ReadonlyMap<string, MonthResult>>();
  const missing = new Set<string>();
  for (const { month, groups, rows } of periods) {
    if (month === null) continue;
    months.set(month, monthResults(month, groups, totals, settings, findings));
    reportRaters(month, groups, findings);
    findings.add(checkRaterWeights(month, groups, totals, settings));
    const isExplained = (person: Person) => people.isAbsent(person, month);
    for (const key of reportMissing(month, rows, people.directory, isExplained, findings)) missing.add(key);
  }
  findings.add(remarksOnAbsence(people.roster, missing));
  return months;
}

function reportRaters(month: Month, { raters, unnamed }: RaterGroups, findings: Findings): void {
  const [first] = unnamed;
  const place = first?.rows[0]?.draft.cells.name;
  if (place !== undefined) findings.add([problem.raterUnnamed(place, monthTitle(month), unnamed.length)]);
  checkCopies(raters, findings);
}
