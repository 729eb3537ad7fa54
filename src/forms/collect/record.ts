import { dateTitle } from '../../assessment/calendarDate';
import { monthTitle, type Month } from '../../assessment/period';
import type { CalendarDate } from '../../assessment/calendar';
import type { FilingForm, TaskLine, WeeklyRecord } from '../records/record';
import { normalizeLabel } from '../words/text';
import { COLLECTED_COLUMNS, type CollectedColumn } from './sheet';

/** Whose record it is: as the roster has the person where it knows one. */
export interface Owner {
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
}

/** One line of 收集汇总; a column that is left out is blank. */
export type CollectedLine = Readonly<Partial<Record<CollectedColumn, string>>>;

/** Columns of the person and of the file, in which two copies of one record may differ. */
const NO_CONTENT: ReadonlySet<CollectedColumn> = new Set(['科室', '姓名', '职务', '序号', '来源文件']);

/** 2020年7月6日至2020年7月10日. */
export function periodTitle(from: CalendarDate, to: CalendarDate): string {
  return `${dateTitle(from)}至${dateTitle(to)}`;
}

/** 附件1 of a person and week. */
export function weeklyKey({ department, name }: Owner, from: CalendarDate, to: CalendarDate): string {
  return recordKey('附件1', department, name, periodTitle(from, to));
}

/** 附件2 of a person and month. */
export function filingKey({ department, name }: Owner, month: Month): string {
  return recordKey('附件2', department, name, monthTitle(month));
}

export function recordKey(annex: string, department: string, name: string, period: string): string {
  return [annex, department, name, period].map(normalizeLabel).join('|');
}

/** The record as lines of 收集汇总: one for each filled task, at least one. */
export function weeklyLines(record: WeeklyRecord, owner: Owner, period: string, file: string): CollectedLine[] {
  return lines(record.tasks, { ...who('附件1', owner, record.header.position, period), 来源文件: file });
}

export function filingLines(form: FilingForm, owner: Owner, period: string, file: string): CollectedLine[] {
  return lines(form.tasks, {
    ...who('附件2', owner, form.header.position, period),
    科室业务责任目标暨亮点工作: form.goals,
    个人岗位职责暨承担业务: form.duties,
    建议等次: form.suggestedText,
    评语: form.comment,
    签名: form.signer,
    签署日期: dayText(form.signedOn),
    考核委员会意见: form.committeeOpinion,
    意见日期: dayText(form.committeeOn),
    未确定等次或不参加考核情况说明: form.statusNote,
    来源文件: file,
  });
}

/** What two copies of one record must agree in: everything that was filled in, apart from spaces and empty lines. */
export function contentOf(lines: readonly CollectedLine[]): string {
  return JSON.stringify(
    lines.map((line) =>
      COLLECTED_COLUMNS.filter((column) => !NO_CONTENT.has(column)).map((column) => normalizeLabel(line[column] ?? '')),
    ),
  );
}

function who(annex: string, { department, displayName }: Owner, position: string, period: string): CollectedLine {
  return { 附件: annex, 科室: department, 姓名: displayName, 职务: position, 期间: period };
}

function lines(tasks: readonly TaskLine[], fields: CollectedLine): CollectedLine[] {
  if (tasks.length === 0) return [fields];
  return tasks.map(({ index, progress, completion, finishedText }, i) => ({
    ...fields,
    序号: index === '' ? String(i + 1) : index,
    工作任务进度: progress,
    完结情况: completion,
    完结时间: finishedText,
  }));
}

function dayText(date: CalendarDate | null): string {
  return date === null ? '' : dateTitle(date);
}
