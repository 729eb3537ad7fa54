import type { FilingForm, WeeklyRecord } from './record';

/** How far a form is (rule 59): only printed, with no more than header and duties, or filled in. */
export type Filling = 'blank' | 'begun' | 'filled';

/** A form that was only printed, with its names and days, is not handed in. */
export function fillingOf(form: WeeklyRecord | FilingForm): Filling {
  if (form.tasks.length > 0) return 'filled';
  if (form.annex === 1) return 'blank';
  const { comment, suggestedText, statusNote, goals, duties, signer, committeeOpinion } = form;
  const some = (texts: readonly string[]) => texts.some((text) => text.trim() !== '');
  if (some([comment, suggestedText, statusNote])) return 'filled';
  return some([goals, duties, signer, committeeOpinion]) ? 'begun' : 'blank';
}
