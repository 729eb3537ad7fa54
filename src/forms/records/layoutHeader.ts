import { SIZES } from '../grid/fonts';
import { LOOKS, type FormHeader, type FormSketch, type TaskContent } from '../grid/formSketch';
import { heightFor } from '../grid/rowHeights';
import { COMPLETIONS } from './record';

/** What 附件1 and 附件2 have in common (R52, R53): columns A:E, title lines, four fields, numbered tasks. */

/** Characters of the columns A:E. */
export const RECORD_WIDTHS = [12, 6, 40, 12, 14] as const;
export const RECORD_COLUMNS = RECORD_WIDTHS.length;

/** Points of 附件N, the title, the period line, 科室 and 职务. */
export const RECORD_TOP_HEIGHTS = [21, 33, 21, 25.5, 25.5] as const;
/** The first row below these. */
export const RECORD_TOP = RECORD_TOP_HEIGHTS.length;

/** Points of text in 工作任务进度, and in the wide field B:E. */
export const PROGRESS_WIDTH = 206;
export const FIELD_WIDTH = 386;

/** The labels of 附件1 and 附件2, all of one size: column A holds five signs of it. */
export const RECORD_LABEL = { ...LOOKS.heading, fontSize: SIZES.小四 } as const;

/** Title lines and the four fields, rows 1–5. */
export function sketchTop(form: FormSketch, annex: 1 | 2, title: string, period: string, header: FormHeader): void {
  form.put(0, 0, `附件${annex}`);
  form.format(0, 0, 1, RECORD_COLUMNS, LOOKS.annex);
  for (const [row, text] of [title, period].entries()) {
    form.put(row + 1, 0, text);
    form.merge(row + 1, 0, 1, RECORD_COLUMNS);
  }
  form.format(1, 0, 1, RECORD_COLUMNS, LOOKS.title);
  form.format(2, 0, 1, RECORD_COLUMNS, LOOKS.input);
  const fields = [
    ['科室', header.department, '姓名', header.displayName],
    ['职务', header.position, '任现职时间', header.since],
  ] as const;
  for (const [i, [leftLabel, left, rightLabel, right]] of fields.entries()) {
    const row = 3 + i;
    form.put(row, 0, leftLabel);
    form.put(row, 1, left);
    form.put(row, 3, rightLabel);
    form.put(row, 4, right);
    form.merge(row, 1, 1, 2);
  }
  form.format(3, 0, 2, 1, RECORD_LABEL);
  form.format(3, 3, 2, 1, RECORD_LABEL);
  for (const [column, columns] of [
    [1, 2],
    [4, 1],
  ] as const)
    form.format(3, column, 2, columns, { ...LOOKS.line, ...LOOKS.input });
}

/** The table of numbered tasks with its heading row; `label` stands beside all of it. */
export function sketchTasks(
  form: FormSketch,
  headingRow: number,
  label: string,
  rows: number,
  tasks: readonly TaskContent[],
): void {
  form.put(headingRow, 0, label);
  form.merge(headingRow, 0, rows + 1, 1);
  for (const [i, heading] of ['序号', '工作任务进度', '完结情况', '完结时间'].entries())
    form.put(headingRow, 1 + i, heading);
  form.format(headingRow, 1, 1, RECORD_COLUMNS - 1, RECORD_LABEL);
  for (let i = 0; i < rows; i++) {
    const { progress = '', completion = '', finished = '' } = tasks[i] ?? {};
    for (const [column, content] of [i + 1, progress, completion, finished].entries())
      form.put(headingRow + 1 + i, 1 + column, content);
  }
  form.format(headingRow + 1, 2, rows, 1, LOOKS.text);
  form.format(headingRow + 1, 2, rows, 3, LOOKS.input);
  form.validate(headingRow + 1, 3, rows, 1, {
    rule: { kind: 'list', values: COMPLETIONS },
    title: '完结情况',
    prompt: '请从下拉列表中选择：已完成、进行中或未完成。',
    error: '完结情况须为已完成、进行中或未完成，请从下拉列表中选择。',
  });
}

/** Points of the rows of tasks: `usual`, or what their texts need. */
export function taskHeights(rows: number, tasks: readonly TaskContent[], usual: number): number[] {
  return Array.from({ length: rows }, (_, i) => heightFor(tasks[i]?.progress ?? '', PROGRESS_WIDTH, usual));
}
