import { quotaReport, type QuotaReport } from './pool';
import { isAssessedHere, isScoredHere, type QuarterReview } from './quarterly';
import type { Settings } from './settings';
import { participant } from './whatIf';

/**
 * The limit of 好 (R15), of pools together, by what the group has decided, as the 审定表 counts it: who is not decided yet
 * is in N where a score sheet has them and they are assessed here.
 *
 * @param decided 审定等次 by person key; '' or nobody's while nothing is decided
 */
export function decidedQuota(
  { people }: QuarterReview,
  decided: ReadonlyMap<string, string>,
  settings: Settings,
): QuotaReport {
  const participants = people.flatMap((person) => {
    const grade = decided.get(person.key) ?? '';
    const isPresent = grade !== '' || (isAssessedHere(person.ruling) && isScoredHere(person));
    if (!isPresent || grade === '不参加考核' || grade === '由外单位考核') return [];
    return [participant(person, grade)];
  });
  return quotaReport(participants, settings);
}
