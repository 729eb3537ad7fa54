import type { CalendarDate } from '../../assessment/calendarDate';
import type { Grade } from '../../assessment/grade';
import type { Month } from '../../assessment/period';
import type { Area } from '../grid/snapshot';

/** 完结情况 in the three words that the program counts (ambiguity 35: the annexes prescribe none). */
export const COMPLETIONS = ['已完成', '进行中', '未完成'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** A {@link CalendarDate}, or a {@link Month} where no day is written. */
export type DayOrMonth = string;

/** One filled row of 工作任务完成情况: 序号, 工作任务进度, 完结情况, 完结时间 (R52, R53). */
export interface TaskLine {
  /** 0-based, on the sheet; the first row of a task that was split over several. */
  readonly row: number;
  /** 序号 as it stands there; '' when blank. */
  readonly index: string;
  /** 工作任务进度, line breaks kept. */
  readonly progress: string;
  /** 完结情况 as written. */
  readonly completion: string;
  /** 完结情况 normalised; null when blank or in words the program does not know. */
  readonly completed: Completion | null;
  /** 完结时间 as written; a date cell in words (2020年7月6日). */
  readonly finishedText: string;
  /** 完结时间, a year that is not written taken from the form's period; null when blank or unreadable. */
  readonly finished: DayOrMonth | null;
}

/** The four fields that 附件1 and 附件2 begin with (R52, R53). */
export interface RecordHeader {
  /** Normalised like the name; '' when blank. */
  readonly department: string;
  readonly name: string;
  /** The name as it stands there. */
  readonly displayName: string;
  readonly position: string;
  /** 任现职时间: '2018-03' or '2018-03-01' when readable, else as written. */
  readonly since: string;
}

/** Fields of both annexes that have a cell of their own. */
export type HeaderField = 'department' | 'name' | 'position' | 'since';

/**
 * A1 addresses of the cells that hold the fields, or in which they belong while they are blank; of the whole form
 * where it has no such field. For messages that name the cell.
 */
export type FieldCells<Field extends string> = Readonly<Record<Field, string>>;

/** 附件1 公务员每周工作记实 of one person and week (R19, R52). */
export interface WeeklyRecord {
  readonly annex: 1;
  readonly sheet: string;
  /** Title to footnote, sheet positions. */
  readonly area: Area;
  readonly header: RecordHeader;
  /** First and last day of the week as written; null when blank or unreadable. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** The filled rows only. */
  readonly tasks: readonly TaskLine[];
  readonly cells: FieldCells<HeaderField | 'period' | 'tasks'>;
}

/** 附件2 公务员平时（每月）考核备案表 of one person and month (R20, R21, R53). */
export interface FilingForm {
  readonly annex: 2;
  readonly sheet: string;
  /** Title to last field, sheet positions. */
  readonly area: Area;
  readonly header: RecordHeader;
  readonly month: Month | null;
  /** 科室业务责任目标暨亮点工作. */
  readonly goals: string;
  /** 个人岗位职责暨承担业务. */
  readonly duties: string;
  /** The filled rows only. */
  readonly tasks: readonly TaskLine[];
  /** 评语 without suggested grade, signature and date. */
  readonly comment: string;
  /** The suggested grade in the words of whoever wrote it; '' when there is none. */
  readonly suggestedText: string;
  /** 建议等次; null when missing or not one of the four. */
  readonly suggestedGrade: Grade | null;
  /** 签名 of 分管领导 or 内设机构负责人, normalised like a name; '' when blank. */
  readonly signer: string;
  readonly signedOn: CalendarDate | null;
  /** 考核委员会意见 without its date. */
  readonly committeeOpinion: string;
  readonly committeeOn: CalendarDate | null;
  /** 未确定等次或不参加考核情况说明. */
  readonly statusNote: string;
  readonly cells: FieldCells<
    | HeaderField
    | 'month'
    | 'goals'
    | 'duties'
    | 'tasks'
    | 'comment'
    | 'suggestedGrade'
    | 'signer'
    | 'signedOn'
    | 'committeeOpinion'
    | 'committeeOn'
    | 'statusNote'
  >;
}
