import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { GRADES } from '../../assessment/grade';
import { monthTitle, type Month } from '../../assessment/period';

import {
  BLANK_DATE,
  FormSketch,
  LOOKS,
  type FormHeader,
  type FormLayout,
  type FormPlace,
  type TaskContent,
} from '../grid/formSketch';
import { heightFor } from '../grid/rowHeights';
import {
  FIELD_WIDTH,
  PROGRESS_WIDTH,
  RECORD_COLUMNS,
  RECORD_LABEL,
  RECORD_TOP,
  RECORD_TOP_HEIGHTS,
  sketchTasks,
  sketchTop,
  taskHeights,
} from './layoutHeader';

/** What an 附件2 is filled with; texts are '' and dates null where it is to be filled in later. */
export interface FilingContent {
  readonly header: FormHeader;
  readonly month: Month;
  readonly goals: string;
  readonly duties: string;
  /** More than ten lengthen the form. */
  readonly tasks: readonly TaskContent[];
  readonly comment: string;
  readonly suggestedGrade: string;
  readonly signer: string;
  readonly signedOn: CalendarDate | null;
  readonly committeeOpinion: string;
  readonly committeeOn: CalendarDate | null;
  readonly statusNote: string;
}

/** An 附件2 of somebody's month with nothing filled in. */
export function emptyFiling(header: FormHeader, month: Month): FilingContent {
  return {
    header,
    month,
    goals: '',
    duties: '',
    tasks: [],
    comment: '',
    suggestedGrade: '',
    signer: '',
    signedOn: null,
    committeeOpinion: '',
    committeeOn: null,
    statusNote: '',
  };
}

const FILING_TITLE = '公务员平时（每月）考核备案表';
const TASKS = 10;
const HEIGHTS = {
  goals: 57,
  duties: 54,
  heading: 24,
  task: 18,
  comment: 60,
  signature: 19.5,
  opinion: 27,
  date: 18,
  status: 51,
} as const;

/**
 * 附件2 《公务员平时（每月）考核备案表》 of one person and month (R20, R21, R53), A:E portrait, rows 1–24. 评语 and 意见 of
 * the printed annex take several rows each, so that grade, signature and date have cells of their own.
 */
export function layoutFiling(content: FilingContent, at: FormPlace): FormLayout {
  const rows = Math.max(TASKS, content.tasks.length);
  const headings = RECORD_TOP + 2;
  const comment = headings + 1 + rows;
  const opinion = comment + 3;
  const status = opinion + 2;
  const field = (text: string, usual: number) => heightFor(text, FIELD_WIDTH, usual);
  const form = new FormSketch(
    [
      ...RECORD_TOP_HEIGHTS,
      field(content.goals, HEIGHTS.goals),
      field(content.duties, HEIGHTS.duties),
      HEIGHTS.heading,
      ...taskHeights(rows, content.tasks, HEIGHTS.task),
      field(content.comment, HEIGHTS.comment),
      HEIGHTS.signature,
      heightFor(content.suggestedGrade, PROGRESS_WIDTH, HEIGHTS.signature),
      field(content.committeeOpinion, HEIGHTS.opinion),
      HEIGHTS.date,
      field(content.statusNote, HEIGHTS.status),
    ],
    RECORD_COLUMNS,
  );
  form.format(3, 0, comment - 3, RECORD_COLUMNS, LOOKS.table);
  sketchTop(form, 2, FILING_TITLE, `（${monthTitle(content.month)}）`, content.header);
  sketchFields(form, RECORD_TOP, [
    ['科室业务责\n任目标暨\n亮点工作', content.goals, 1],
    ['个人岗位职\n责暨承担\n业务', content.duties, 1],
  ]);
  sketchTasks(form, headings, '工作任务\n完成情况\n（本月主\n要任务）', rows, content.tasks);
  form.format(headings, 0, rows + 1, 1, RECORD_LABEL);
  sketchFields(form, comment, [
    ['分管领导或\n内设机构负\n责人评语及\n考核等次\n建议', content.comment, 3],
    ['考核委员会\n意见', content.committeeOpinion, 2],
    ['未确定等次\n或不参加考\n核情况说明', content.statusNote, 1],
  ]);
  sketchSuggestion(form, comment + 1, content);
  sketchLine(form, [opinion + 1, 1, 4], dateLine(content.committeeOn), LOOKS.date);
  for (const [row, height] of [
    [comment, 3],
    [opinion, 2],
    [status, 1],
  ] as const) {
    form.format(row, 0, height, 1, { borders: 'outline' });
    form.format(row, 1, height, RECORD_COLUMNS - 1, { borders: 'outline' });
  }
  return form.layout(at);
}

/** Labels in column A over `height` rows each, and beside the first of these rows the text. */
function sketchFields(
  form: FormSketch,
  first: number,
  fields: readonly (readonly [label: string, text: string, height: number])[],
): void {
  let row = first;
  for (const [label, text, height] of fields) {
    form.put(row, 0, label);
    if (height > 1) form.merge(row, 0, height, 1);
    form.format(row, 0, height, 1, RECORD_LABEL);
    sketchLine(form, [row, 1, RECORD_COLUMNS - 1], text, LOOKS.paragraph);
    row += height;
  }
}

/** 建议等次 on the left and 签名 with its date on the right, two rows below the 评语. */
function sketchSuggestion(form: FormSketch, row: number, { suggestedGrade, signer, signedOn }: FilingContent): void {
  form.put(row, 1, '建议\n等次');
  form.merge(row, 1, 2, 1);
  form.put(row, 2, suggestedGrade);
  form.merge(row, 2, 2, 1);
  form.format(row, 2, 2, 1, { ...LOOKS.text, ...LOOKS.input });
  form.validate(row, 2, 1, 1, {
    rule: { kind: 'list', values: GRADES },
    title: '建议等次',
    prompt: '请从下拉列表中选择：好、较好、一般或较差。',
    error: '建议等次须为好、较好、一般或较差，请从下拉列表中选择。',
  });
  sketchLine(form, [row, 3, 2], `签名：${signer}`, LOOKS.signature);
  sketchLine(form, [row + 1, 3, 2], dateLine(signedOn), LOOKS.date);
}

/** One merged line for typing into. */
function sketchLine(
  form: FormSketch,
  [row, column, columns]: readonly [row: number, column: number, columns: number],
  text: string,
  look: Parameters<FormSketch['format']>[4],
): void {
  form.put(row, column, text);
  form.merge(row, column, 1, columns);
  form.format(row, column, 1, columns, { ...look, ...LOOKS.input });
}

function dateLine(date: CalendarDate | null): string {
  return date === null ? BLANK_DATE : dateTitle(date);
}
