import { monthsOf, monthTitle, type Month } from '../assessment/period';
import type { ReadOptions } from './book';
import { problem } from './codes';
import { datesIn } from './dateText';
import type { Findings } from './findings';
import { blockForm, type FormDraft } from './formDraft';
import { commonYear, judgeMonth } from './formMonth';

/** The month of every form, judged with what the other forms and the quarter asked for know of the year. */
export function judgeMonths(
  drafts: readonly FormDraft[],
  sheetNames: readonly string[],
  quarter: ReadOptions['quarter'],
  findings: Findings,
): ReadonlyMap<FormDraft, Month | null> {
  const named = sheetNames.flatMap((name) => datesIn(name, false)).map(({ year }) => ({ year, month: 1, cell: null }));
  const workbookYear = commonYear(
    drafts.map(({ evidence }) => evidence),
    named,
  );
  const months = new Map<FormDraft, Month | null>();
  for (const draft of drafts) {
    const { month, conflict, problems } = judgeMonth(draft.cells.name, draft.address, draft.evidence, {
      quarter,
      workbookYear,
    });
    months.set(draft, month);
    if (draft.rows.length === 0) continue;
    findings.add([...draft.evidence.problems, ...problems]);
    if (conflict) blockForm(draft, findings);
  }
  if (quarter !== undefined) reportStaleYears(months, monthsOf(quarter), findings);
  return months;
}

/** A form of an earlier year, while the quarter asked for has none of that month: the template's year may be left. */
function reportStaleYears(
  months: ReadonlyMap<FormDraft, Month | null>,
  asked: readonly Month[],
  findings: Findings,
): void {
  const present = new Set(months.values());
  for (const [{ cells, address, rows }, month] of months) {
    const wanted = asked.find((candidate) => month !== null && candidate.slice(5) === month.slice(5));
    if (month === null || wanted === undefined || rows.length === 0 || wanted <= month || present.has(wanted)) continue;
    const [printed, period] = [Number(month.slice(0, 4)), Number(wanted.slice(0, 4))];
    findings.add([problem.yearDiffers(cells.name, address, printed, period, monthTitle(month))]);
  }
}
