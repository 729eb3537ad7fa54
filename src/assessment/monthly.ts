import type Fraction from 'fraction.js';
import { scoreGrade, type Grade, type ScoreGrade } from './grade';
import type { Month } from './period';
import { weightedMean, type GroupTotals } from './raterGroup';
import type { Settings } from './settings';
import { mean } from './total';

/** One person's score of one month (R14). */
export interface MonthResult {
  readonly month: Month;
  /** Points of 100; null when there is none, or not yet. */
  readonly total: Fraction | null;
  readonly scoreGrade: ScoreGrade | null;
  /** Score sheets of the month on which the person stands, rows with errors included; 0 when on none. */
  readonly raters: number;
}

/** Trimming leaves out the best and the worst only where more than so many raters scored (ambiguity 8). */
const TRIM_ABOVE_RATERS = 5;

/**
 * A month's total from its raters' totals (ambiguity 8): their exact mean, or with more than five raters and the
 * trimming option, the mean without one highest and one lowest. Null for no raters.
 */
export function monthTotal(raterTotals: readonly Fraction[], settings: Pick<Settings, 'raterMethod'>): Fraction | null {
  const trims = settings.raterMethod === '去掉最高最低后平均' && raterTotals.length > TRIM_ABOVE_RATERS;
  const ranked = [...raterTotals].sort((a, b) => a.compare(b));
  return mean(trims ? ranked.slice(1, -1) : ranked) ?? null;
}

/** 得分等次 of a total under the office's lines and rounding option (R13, ambiguity 7). */
export function gradeOf(total: Fraction, settings: Pick<Settings, 'gradeLines' | 'rounding'>): Grade {
  return scoreGrade(total, settings.gradeLines, settings.rounding);
}

/**
 * One person's month. While a rater is missing there is no total unless the office has confirmed that the raters
 * present decide alone (`absentRaters`); with groups of raters, while a group is missing there is none (rule 52).
 *
 * @param groups what the raters gave, one score sheet on which the person stands each; one group where all count alike
 */
export function monthResult(month: Month, groups: readonly GroupTotals[], settings: Settings): MonthResult {
  const means = groups.map(({ totals, expected }) => {
    const given = totals.filter((total) => total !== null);
    const complete = given.length >= expected || settings.absentRaters === '按已打分评委平均';
    return { complete, mean: complete ? monthTotal(given, settings) : null };
  });
  const total = means.every(({ complete }) => complete)
    ? weightedMean(
        groups,
        means.map(({ mean: one }) => one),
      )
    : null;
  const raters = groups.reduce((count, { totals }) => count + totals.length, 0);
  return { month, total, scoreGrade: total && gradeOf(total, settings), raters };
}
