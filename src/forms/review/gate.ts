import { decidedQuota } from '../../assessment/decidedQuota';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import type { LeadershipTable } from '../evaluation/leadership';
import { namesAmong } from '../book/told';
import type { Problem } from '../grid/problem';
import { decisionProblems, decisionsAgainstRules } from './decisions';
import { problem } from './problems';
import type { ReviewSheet } from './read';
import { leadershipItems, opinionItems } from './readiness';

export interface GateInput {
  readonly found: ReviewSheet;
  readonly review: QuarterReview;
  readonly settings: Settings;
  readonly leadership: LeadershipTable | null;
}

/**
 * What the group is warned of before its decisions are published, become final or are sealed: the limit of 好 by what is
 * decided (R15), reasons and opinions that lack (R22), rules that a decision breaks, a list of the group without people
 * (R34). It may go on; 操作记录 keeps that it was warned.
 */
export function gateProblems({ found, review, settings, leadership }: GateInput): Problem[] {
  const { lines } = found;
  const { name } = found.table.grid;
  const lacking = [...opinionItems(lines, review, namesAmong(lines)), ...leadershipItems({ leadership, review })];
  return [
    ...decidedOver(found, review, settings),
    ...decisionProblems(lines, review),
    ...decisionsAgainstRules(lines, review),
    ...lacking.map(({ message }) => problem.gateLacks(name, message)),
  ];
}

/** More 好 decided than the limit allows (R15, ambiguity 15); nothing while nobody is decided. */
export function decidedOver(found: ReviewSheet, review: QuarterReview, settings: Settings): Problem[] {
  const decided = new Map(found.lines.map(({ key, decision }) => [key, decision ?? '']));
  const { participants, good, goodLimit, over } = decidedQuota(review, decided, settings);
  return over > 0 ? [problem.decidedOver(found.table.grid.name, participants, good, goodLimit, over)] : [];
}
