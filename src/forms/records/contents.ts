import type { CalendarDate } from '../../assessment/calendar';
import type { Month } from '../../assessment/period';
import type { FilingContent } from './layoutFiling';
import type { WeeklyContent } from './layoutWeekly';
import type { FormHeader, TaskContent } from '../grid/formSketch';
import type { FilingForm, RecordHeader, TaskLine, WeeklyRecord } from './record';

/** Forms that were read, as contents to lay them out again: what was filled in, word for word. */

export function weeklyContent(record: WeeklyRecord, from: CalendarDate, to: CalendarDate): WeeklyContent {
  return { header: headerContent(record.header), from, to, tasks: record.tasks.map(taskContent) };
}

export function filingContent(form: FilingForm, month: Month): FilingContent {
  const { goals, duties, comment, suggestedText, signer, signedOn, committeeOpinion, committeeOn, statusNote } = form;
  return {
    header: headerContent(form.header),
    month,
    goals,
    duties,
    tasks: form.tasks.map(taskContent),
    comment,
    suggestedGrade: suggestedText,
    signer,
    signedOn,
    committeeOpinion,
    committeeOn,
    statusNote,
  };
}

function headerContent({ department, displayName, position, since }: RecordHeader): FormHeader {
  return { department, displayName, position, since };
}

function taskContent({ progress, completion, finishedText }: TaskLine): TaskContent {
  return { progress, completion, finished: finishedText };
}
