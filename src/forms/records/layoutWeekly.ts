import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';

import {
  FormSketch,
  LOOKS,
  type FormHeader,
  type FormLayout,
  type FormPlace,
  type TaskContent,
} from '../grid/formSketch';
import {
  RECORD_COLUMNS,
  RECORD_LABEL,
  RECORD_TOP,
  RECORD_TOP_HEIGHTS,
  sketchTasks,
  sketchTop,
  taskHeights,
} from './layoutHeader';

/** What an 附件1 is filled with; no tasks for an empty one. */
export interface WeeklyContent {
  readonly header: FormHeader;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** More than twelve lengthen the form. */
  readonly tasks: readonly TaskContent[];
}

const WEEKLY_TITLE = '公务员每周工作记实';
const TASKS = 12;
const HEIGHTS = { heading: 27, task: 38, note: 24 } as const;

/** 附件1 《公务员每周工作记实》 of one person and week (R19, R52), A:E portrait, rows 1–19. */
export function layoutWeeklyRecord({ header, from, to, tasks }: WeeklyContent, at: FormPlace): FormLayout {
  const rows = Math.max(TASKS, tasks.length);
  const note = RECORD_TOP + 1 + rows;
  const form = new FormSketch(
    [...RECORD_TOP_HEIGHTS, HEIGHTS.heading, ...taskHeights(rows, tasks, HEIGHTS.task), HEIGHTS.note],
    RECORD_COLUMNS,
  );
  form.format(3, 0, note - 3, RECORD_COLUMNS, LOOKS.table);
  sketchTop(form, 1, WEEKLY_TITLE, `（${dateTitle(from)}—${dateTitle(to)}）`, header);
  form.format(RECORD_TOP, 0, rows + 1, 1, RECORD_LABEL);
  sketchTasks(form, RECORD_TOP, '工作\n任务\n完成\n情况', rows, tasks);
  form.put(note, 0, '备注：此表每月底交局人事科存档');
  form.merge(note, 0, 1, RECORD_COLUMNS);
  form.format(note, 0, 1, RECORD_COLUMNS, LOOKS.text);
  return form.layout(at);
}
