import { isAssessedHere, isDirectGood, isScoredHere, type QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { monthLabels } from './columns';

/**
 * Whom the counts of the 季度审定表 leave out: by the office's choice 局领导 altogether (ambiguity 11) and a 好 that a rule
 * gives out of what the limit is used for (ambiguity 16); and whose score of a period does not count (rules 41–43). Neither
 * 身份 nor the rule behind a grade stands in a column of the sheet, so that each person concerned has a note, by 人员键.
 */

export const LEADER_NOTE = '局领导，不计入';
/** The quarter in a note, for its suggestions and its decisions. */
export const WHOLE_QUARTER = '本季度';

/** What a note says of a period where a 好 takes no seat there. */
export function exemptIn(period: string): string {
  return `${period}不占名额`;
}

/** What a note says of a period where a score makes nobody a participant. */
export function notCountedIn(period: string): string {
  return `${period}得分不计入`;
}

/** The notes by person key; nobody whose row simply counts. */
export function seatNotes(
  { quarter, people }: QuarterReview,
  { leadersInQuota, directGoodInQuota }: Pick<Settings, 'leadersInQuota' | 'directGoodInQuota'>,
): ReadonlyMap<string, string> {
  const labels = monthLabels(quarter);
  return new Map(
    people.flatMap((person): [string, string][] => {
      const { key, leader, months, ruling } = person;
      if (leader && !leadersInQuota) return [[key, LEADER_NOTE]];
      const notes = [
        ...months.map((month, i) => ({
          label: labels[i] ?? '',
          ruling: month.ruling,
          isIgnored: month.ruling.outOfService && month.raters > 0,
        })),
        {
          label: WHOLE_QUARTER,
          ruling,
          isIgnored: isAssessedHere(ruling) && !isScoredHere(person) && months.some(({ raters }) => raters > 0),
        },
      ].flatMap((period) => [
        ...(period.isIgnored ? [notCountedIn(period.label)] : []),
        ...(!directGoodInQuota && isDirectGood(period.ruling) ? [exemptIn(period.label)] : []),
      ]);
      return notes.length === 0 ? [] : [[key, notes.join('、')]];
    }),
  );
}
