import type { Month } from '../../assessment/period';
import type { RaterGroup } from '../../assessment/raterGroup';
import type { Scale } from '../../assessment/total';
import type { FormDraft } from '../score-sheet/draft';
import { judgeScale, type ScaleVerdict } from '../score-sheet/scales';
import { groupByRater, type RaterGroups, type RaterRow } from '../score-sheet/raters';
import type { ScoreRow } from '../score-sheet/form';
import type { Person } from './model';

/** Forms that are judged together: those of one month, or a single form whose month is not known. */
export interface Period {
  readonly month: Month | null;
  readonly drafts: readonly FormDraft[];
  readonly rows: readonly RaterRow[];
  readonly groups: RaterGroups;
  readonly verdict: ScaleVerdict;
}

/**
 * Forms by month, each month's rows by rater; in the order of first appearance.
 *
 * @param fixed the scale that overrules what the scores look like
 * @param raterGroups the office's groups of raters (rule 52)
 */
export function groupByMonth(
  drafts: readonly FormDraft[],
  monthOf: ReadonlyMap<FormDraft, Month | null>,
  persons: ReadonlyMap<ScoreRow, Person>,
  fixed: Scale | null,
  raterGroups: readonly RaterGroup[],
): Period[] {
  const periods = new Map<Month | FormDraft, FormDraft[]>();
  for (const draft of drafts) {
    const period = monthOf.get(draft) ?? draft;
    const of = periods.get(period) ?? [];
    of.push(draft);
    periods.set(period, of);
  }
  return [...periods].map(([period, of]) => {
    const rowsOf = new Map(
      of.map((draft) => [draft, draft.rows.map((row) => ({ draft, row, key: persons.get(row.row)?.key ?? null }))]),
    );
    return {
      month: typeof period === 'string' ? period : null,
      drafts: of,
      rows: [...rowsOf.values()].flat(),
      groups: groupByRater(rowsOf, raterGroups),
      verdict: judgeScale(of, fixed),
    };
  });
}

export function periodsByForm(periods: readonly Period[]): ReadonlyMap<FormDraft, Period> {
  return new Map(periods.flatMap((period) => period.drafts.map((draft) => [draft, period] as const)));
}

/** The rater of all rows of a form, as grouped; null where they have several or nobody is named. */
export function raterOfForms(periods: readonly Period[]): (draft: FormDraft) => string | null {
  const raters = new Map<FormDraft, Set<string | null>>();
  for (const { rater, rows } of periods.flatMap(({ groups }) => groups.raters)) {
    for (const { draft } of rows) raters.set(draft, (raters.get(draft) ?? new Set()).add(rater));
  }
  return (draft) => {
    const [rater = null, ...others] = raters.get(draft) ?? [];
    return others.length === 0 ? rater : null;
  };
}

/** Whom the rater of each row counts with (rule 52). */
export function groupsOfRows(periods: readonly Period[]): ReadonlyMap<ScoreRow, RaterGroup | null> {
  const raters = periods.flatMap(({ groups }) => groups.raters);
  return new Map(raters.flatMap(({ group, rows }) => rows.map(({ row }) => [row.row, group] as const)));
}
