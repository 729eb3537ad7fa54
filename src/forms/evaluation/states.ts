import type { Week } from '../../assessment/calendar';
import type { Month } from '../../assessment/period';

/**
 * How far a part of the month's material is: 部分: some days of a week, a suggestion in no grade's words, a score with
 * an error; 迟, 早: signed after the 5th, before the month's last working day; 重复: filed twice; 不要求: explained, or a
 * status stands in place of a grade.
 */
export type CompletenessState = '齐' | '部分' | '缺' | '迟' | '早' | '重复' | '未到期' | '不要求';

/** Nothing is there yet, or not all of it, whether or not it is due. */
export function isOpen(state: CompletenessState): boolean {
  return state === '缺' || state === '部分' || state === '未到期';
}

/** One person's month: 个人自评 (附件1, 附件2), 评鉴 (comment, suggested grade) and 民主考评 (score) of R16. */
export interface PersonCompleteness {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly weeks: readonly (Week & { readonly state: CompletenessState })[];
  readonly filing: CompletenessState;
  readonly comment: CompletenessState;
  readonly suggestion: CompletenessState;
  readonly score: CompletenessState;
  /** Of the unit where somebody works or studies for most of the month, owed in place of the rest (R41, R42, rule 56). */
  readonly material: CompletenessState;
}

export interface MonthCompleteness {
  readonly month: Month;
  /** Roster order, then as their forms stand. */
  readonly people: readonly PersonCompleteness[];
}
