import { explainEdge, explainExempt } from '../../assessment/explain';
import { monthTitle, quarterTitle } from '../../assessment/period';
import type { QuotaCount, QuotaReport } from '../../assessment/pool';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { problem } from './problems';
import type { Problem } from '../grid/problem';

/**
 * Every month and the quarter that has more 好 than the limit (R15, ambiguity 15), and who stands at its edge (ambiguity
 * 17). Whom the group leaves at 好 is its own choice: nobody is proposed for another grade.
 *
 * @param of the months alone where the quarter is counted by its decisions
 */
export function quotaProblems(
  review: QuarterReview,
  settings: Pick<Settings, 'gradeLines'>,
  of: 'all' | 'months' = 'all',
): Problem[] {
  const names = namesOf(review);
  const reports: readonly (readonly [string, QuotaReport])[] = [
    ...review.months.flatMap(({ month, quota }) => (quota === null ? [] : [[monthTitle(month), quota] as const])),
    ...(of === 'all' ? [[`${quarterTitle(review.quarter)}建议等次`, review.quarterQuota] as const] : []),
  ];
  return reports.flatMap(([title, report]) => [
    // Where there are pools, each has its own stricter figure.
    ...(report.pools.length > 0 && report.over === 0 ? [] : countProblems(title, report, names, settings)),
    ...report.pools.flatMap((pool) => countProblems(`${title}（${pool.pool}）`, pool, names, settings)),
  ]);
}

function countProblems(
  title: string,
  { goodLimit, good, over, exempt, stricter, participants, edge }: QuotaCount,
  names: ReadonlyMap<string, string>,
  settings: Pick<Settings, 'gradeLines'>,
): Problem[] {
  if (over > 0) {
    const who = edge === null ? '' : explainEdge(edge, (key) => names.get(key) ?? key, settings);
    const more = [explainExempt(exempt), who].filter((text) => text !== '').join('；');
    return [problem.quotaOver(title, participants, good, goodLimit, over, more)];
  }
  if (stricter.over === 0) return [];
  return [problem.quotaStricter(title, stricter.participants, stricter.goodLimit, stricter.over)];
}

/** What people are called in a message: by name, with the 科室 where several bear it. */
function namesOf({ people }: QuarterReview): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>();
  for (const { name } of people) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(
    people.map(({ key, name, department }) => [key, bearers.get(name) === 1 ? name : `${name}（${department}）`]),
  );
}
