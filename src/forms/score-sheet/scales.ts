import { INDICATORS } from '../../assessment/indicator';
import type { Month } from '../../assessment/period';
import { detectScale, rowScaleFit } from '../../assessment/score';
import { isWithinLimit, scoreLimit } from '../../assessment/score';
import type { Settings } from '../../assessment/settings';
import type { Scale } from '../../assessment/total';
import { monthTitle } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import type { FormDraft } from './draft';

/** The scale of forms that are judged together: those of a month, or one form without a month. */
export interface ScaleVerdict {
  readonly scale: Scale;
  /** What the scores look like, whatever the office has set. */
  readonly detected: Scale;
}

/** 分值制 only when every form that has scores looks so; `fixed` overrules (ambiguity 6). */
export function judgeScale(drafts: readonly FormDraft[], fixed: Scale | null): ScaleVerdict {
  const scored = drafts
    .map(({ rows, weights }) => ({ scores: rows.map(({ row }) => row.scores), weights }))
    .filter(({ scores }) => scores.some((row) => row.some((score) => score !== null && !score.equals(0))));
  const inPoints =
    scored.length > 0 && scored.every(({ scores, weights }) => detectScale(scores, weights) === '分值制');
  const detected = inPoints ? '分值制' : '百分制';
  return { scale: fixed ?? detected, detected };
}

/** What overrules detection: the command's option, else the office's setting. */
export function fixedScale(option: Scale | undefined, settings: Settings): Scale | null {
  return option ?? (settings.scale === '自动' ? null : settings.scale);
}

/** Reports an assumed 分值制 once a month, and checks every score of the forms against its limits. */
export function checkScale(
  drafts: readonly FormDraft[],
  month: Month | null,
  { scale, detected }: ScaleVerdict,
  fixed: Scale | null,
  findings: Findings,
): void {
  const [first] = drafts;
  if (scale === '分值制' && fixed === null && first !== undefined) {
    findings.add([problem.scaleAssumed(first.cells.name, month === null ? '本表' : monthTitle(month))]);
  }
  // An office that has set 百分制 for sheets that look like points throughout has decided; only a mixture is an error.
  const mixtures = scale === '百分制' && detected === '百分制';
  for (const draft of drafts) checkRows(draft, scale, mixtures, findings);
}

function checkRows(
  { cells, columns, weights, rows }: FormDraft,
  scale: Scale,
  mixtures: boolean,
  findings: Findings,
): void {
  for (const { row } of rows) {
    for (const [i, score] of row.scores.entries()) {
      const limit = scoreLimit(scale, weights[i] ?? 0);
      if (score === null || isWithinLimit(score, limit)) continue;
      const at = cellAddress(row.row, columns.scores[i] ?? 0);
      // A live formula knows 0–100 by itself; the weight of a column is only the program's to know.
      const by = score.compare(0) < 0 || score.compare(100) > 0 ? 'formula' : 'program';
      findings.block(row, by, problem.scoreOutOfRange(cells.name, at, score.toString(), limit));
    }
    const fit = mixtures ? rowScaleFit(row.scores, weights) : 'fits';
    const at = [cells.name, cellAddress(row.row, columns.name), row.displayName] as const;
    if (fit === 'mixed') findings.block(row, 'program', problem.scaleMixed(...at));
    if (fit === 'low') {
      const low = INDICATORS.filter((_, i) => isLow(row.scores[i] ?? null, weights[i] ?? 0));
      const labels = low.map(({ label }) => `“${label}”`).join('');
      if (labels !== '') findings.add([problem.scoreUnusuallyLow(...at, labels)]);
    }
  }
}

function isLow(score: FormDraft['rows'][number]['row']['scores'][number], weight: number): boolean {
  return score !== null && score.compare(0) > 0 && score.compare(weight) <= 0;
}
