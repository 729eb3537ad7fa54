import type { NextStepName } from '../../excel/reading/workbookState';
import type { Page } from './paneContext';

/** The steps of a quarter's work, a page each, in their order. */
export const WORK = ['forms', 'score', 'review', 'notice', 'annual'] as const satisfies readonly Page[];
export type WorkPage = (typeof WORK)[number];
/** Behind us, what is to be done now, or still to come. */
export type WorkState = 'done' | 'now' | 'open';

/** The page of each next step, and the control of those that are done in the pane. */
export const CONTROLS: Readonly<Record<NextStepName, readonly [page: WorkPage | 'check', control?: string]>> = {
  roster: ['forms', 'registers'],
  forms: ['forms', 'make'],
  months: ['forms', 'make'],
  scores: ['score', 'score-person'],
  errors: ['check'],
  review: ['review', 'review'],
  update: ['review', 'review'],
  decide: ['review'],
  reasons: ['review'],
  notice: ['notice', 'post'],
  renew: ['notice', 'post'],
  answer: ['notice', 'step-objections'],
  wait: ['notice', 'objections'],
  finalise: ['notice', 'finalise'],
  followUp: ['notice', 'step-followUp'],
  seal: ['review', 'seal'],
  annual: ['annual', 'annual'],
};

/** Where a step of the work stands when `next` is what is to be done next. */
export function workState(page: WorkPage, next: NextStepName): WorkState {
  const [asked] = CONTROLS[next];
  // What the check finds is put right in the scores.
  const now = asked === 'check' ? 'score' : asked;
  if (page === now) return 'now';
  // A quarter is sealed on the page of its 审定, but when all is done.
  const reached = next === 'seal' ? 'annual' : now;
  return WORK.indexOf(page) < WORK.indexOf(reached) ? 'done' : 'open';
}

/** Whether the control is that of the next step: only then is it the page's first. */
export function isNextControl(control: string, next: NextStepName | undefined): boolean {
  return next !== undefined && CONTROLS[next][1] === control;
}
