import { isDirectGood, type QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { monthLabels } from './columns';

/**
 * Whom the counts of the 季度审定表 leave out by the office's choice: 局领导 altogether (ambiguity 11), and a 好 that a rule
 * gives out of what the limit is used for (ambiguity 16). Neither 身份 nor the rule behind a grade stands in a column of
 * the sheet, so that each person concerned has a note, by 人员键.
 */

export const LEADER_NOTE = '局领导，不计入';
/** How the note begins that names the periods, as the counts' headings do. */
const EXEMPT_NOTE = '直接确定，不占名额：';
/** The quarter in a note, for its suggestions and its decisions. */
export const WHOLE_QUARTER = '本季度';

/** The notes by person key; nobody whose row simply counts. */
export function seatNotes(
  { quarter, people }: QuarterReview,
  { leadersInQuota, directGoodInQuota }: Pick<Settings, 'leadersInQuota' | 'directGoodInQuota'>,
): ReadonlyMap<string, string> {
  const labels = [...monthLabels(quarter), WHOLE_QUARTER];
  return new Map(
    people.flatMap(({ key, leader, months, ruling }): [string, string][] => {
      if (leader && !leadersInQuota) return [[key, LEADER_NOTE]];
      const rulings = [...months.map((month) => month.ruling), ruling];
      const exempt = directGoodInQuota ? [] : labels.filter((_, i) => rulings[i] && isDirectGood(rulings[i]));
      return exempt.length === 0 ? [] : [[key, EXEMPT_NOTE + exempt.join('、')]];
    }),
  );
}
