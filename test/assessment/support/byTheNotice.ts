import type Fraction from 'fraction.js';
import { scoreGrade, type Grade } from '../../../src/assessment/grade';
import type { Ruling, SpecialRules } from '../../../src/assessment/quarterly';
import { goodLimit, quota, type Quota } from '../../../src/assessment/quota';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { weightedTotal } from '../../../src/assessment/total';

const { gradeLines, rounding, quotaPercent, weights } = DEFAULT_SETTINGS;

/** What the rules give by the notice's own weights, lines and share. */
export const totalByTheNotice = (scores: readonly Fraction[]): Fraction => weightedTotal(scores, '百分制', weights);
export const gradeByTheNotice = (total: Fraction): Grade => scoreGrade(total, gradeLines, rounding);
export const limitByTheNotice = (participants: number): number => goodLimit(participants, quotaPercent, false);
export const quotaByTheNotice = (participants: number, good: number): Quota =>
  quota(participants, good, quotaPercent, false);

/** The ruling where no rule applies. */
export function scoreStands(grade: Grade | null): Ruling {
  return { grade, fixed: false, cap: null, outOfService: false, direct: false, reasons: [], grounds: [] };
}

/** No special circumstances: every score's grade stands. */
export const NO_SPECIAL_RULES: SpecialRules = {
  month: (_person, { scoreGrade: grade }) => scoreStands(grade),
  quarter: (_person, proposal) => scoreStands(proposal),
};
