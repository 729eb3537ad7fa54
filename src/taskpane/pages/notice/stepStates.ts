import type { CalendarDate } from '../../../assessment/calendarDate';
import type { NoticeState } from '../../../excel/reading/noticeState';

/** What follows a decision, in its order. */
export type StepName = 'decide' | 'post' | 'objections' | 'final' | 'followUp';
/** Done; to be done now; under way without anything to do; not yet. */
export type StepState = 'done' | 'now' | 'running' | 'later';

/** Where each step stands on a day. */
export function stepStates(notice: NoticeState, today: CalendarDate): Readonly<Record<StepName, StepState>> {
  const { posted, objections, final, followUp } = notice;
  const isDecided = !notice.decisionProblems.some(({ severity }) => severity === 'error');
  const end = posted?.period?.to ?? null;
  const isOver = end !== null && today > end;
  const hasChanged = posted?.differs === true && final === null;
  const hasOpen = objections.some(({ open }) => open);
  const hasTalks = followUp.some(({ grade, done }) => grade !== '好' && !done);
  return {
    decide: isDecided ? 'done' : 'now',
    post: hasChanged ? 'now' : isOver ? 'done' : end !== null ? 'running' : isDecided ? 'now' : 'later',
    objections: hasOpen ? 'now' : posted === null ? 'later' : isOver ? 'done' : 'running',
    final: final !== null ? 'done' : notice.finalObstacles.length === 0 ? 'now' : 'later',
    followUp: final === null ? 'later' : hasTalks ? 'now' : 'done',
  };
}
