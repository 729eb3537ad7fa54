import { monthsOf, monthTitle, type Month, type Quarter } from '../../assessment/period';
import type { SheetCells } from '../grid/cells';
import { problem } from '../words/problems';
import { datesIn } from '../words/dateText';
import type { Findings } from '../grid/findings';
import { blockForm, type FormDraft } from '../score-sheet/draft';
import { commonYear, judgeMonth } from '../words/months';

/** Years of the months and dates on a sheet without score sheets, such as the period of 附件1. */
export function yearsOnSheet(cells: SheetCells): number[] {
  const years: number[] = [];
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const value = cells.value(row, column);
      if (typeof value !== 'string' || !/年.*月/.test(value)) continue;
      for (const { year, month } of datesIn(value, false)) if (year !== null && month !== null) years.push(year);
    }
  }
  return years;
}

/** What a workbook says of months and years beside its forms. */
export interface MonthSources {
  /** Of its sheets. */
  readonly names: readonly string[];
  /** Years on its other sheets, for forms without a year when no other has one. */
  readonly years: ReadonlySet<number>;
  /** The quarter asked for. */
  readonly quarter: Quarter | undefined;
}

/** The month of every form, judged with what the other forms and the quarter asked for know of the year. */
export function judgeMonths(
  drafts: readonly FormDraft[],
  { names, years, quarter }: MonthSources,
  findings: Findings,
): ReadonlyMap<FormDraft, Month | null> {
  const named = names.flatMap((name) => datesIn(name, false)).map(({ year }) => ({ year, month: 1, cell: null }));
  const ofForms = commonYear(
    drafts.map(({ evidence }) => evidence),
    named,
  );
  const [elsewhere = null] = years.size === 1 ? years : [];
  const workbookYear = ofForms ?? elsewhere;
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
