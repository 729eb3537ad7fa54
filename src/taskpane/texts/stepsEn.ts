import { addDays } from '../../assessment/calendarDate';
import { counted } from './countedEn';
import { meanings } from './meaningsEn';
import type { Texts } from './zh';

/** Of whom a text names the first alone. */
function others(count: number): string {
  return count > 1 ? ` and ${counted(count - 1, 'other')}` : '';
}

/** 下一步, with the words of the buttons that it names. */
export const steps: Texts['overview']['steps'] = {
  roster: ({ place }) =>
    place === null
      ? 'Start with the roster: choose “Preview empty roster and registers”, fill it in, then make the score sheets.'
      : 'The roster has nobody yet: enter departments, names and positions.',
  forms: () =>
    'The roster has people, but there is no score sheet (附件3): choose month and raters, then “Preview the forms”; collect filled-in files with “Read and preview”.',
  months: ({ month }) =>
    `There is no score sheet (附件3) of ${month ?? ''} yet: choose “Preview the forms”, or collect filled-in files with “Read and preview”.`,
  scores: () => 'The score sheets have no scores yet: score one person after the other, or collect filled-in sheets.',
  errors: ({ count, first, problem }) =>
    `${counted(count, 'error')} to be put right${count > 1 ? ', the first' : ''}${first === '' ? '' : ` (${first})`}: ${problem === null ? '' : (meanings.problem(problem) ?? problem.message)}`,
  review: () => 'The score sheets of three months are there: choose “Preview the review sheet”.',
  update: ({ count, first }) =>
    `The review sheet lacks ${first}${others(count)}: choose “Preview the review sheet” to add them.`,
  decide: ({ count, first, overdue }) =>
    `${counted(count, 'person', 'people')} without a decided grade (审定等次), from ${first} on: the leadership group fills it in.${overdue ? ' The last day for it has passed.' : ''}`,
  reasons: ({ count, first }) =>
    `The decided grade of ${first}${others(count)} differs from the suggested one without a reason: write it into “备注” of the review sheet.`,
  notice: () => 'Everybody is decided: choose “Preview the notice”, and post it for 3 workdays.',
  renew: () =>
    'The notice no longer says what the review sheet says: choose “Preview an update of the notice”, and post it for 3 workdays again.',
  answer: ({ count, first, day, overdue }) =>
    `Objection of ${first}${others(count)} still open: ${day === null ? 'enter when it was received' : overdue ? `the answer was due by ${day}` : `answer it by ${day}`}, then fill in the day and the result.`,
  wait: ({ day }) =>
    day === null
      ? 'The notice is posted.'
      : `The notice is posted until ${day}. Enter objections in 复核登记; without an open one, the quarter can be made final from ${addDays(day, 1)} on.`,
  finalise: () => 'The notice has ended without an open objection: choose “Preview 定稿”.',
  followUp: ({ count, first }) =>
    `The quarter is final; ${counted(count, 'talk')} to be held, from ${first} on: fill in 方式 and 办理日期.`,
  seal: () => 'The quarter is final: choose “Preview the seal”; later changes are found out by it.',
  annual: () => 'The quarter is final and sealed. With all four quarters, choose “Preview the 年度汇总”.',
};
