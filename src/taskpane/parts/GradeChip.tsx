import type { ReactNode } from 'react';
import type { DecidedGrade } from '../../assessment/grade';

/** One look of a grade everywhere: its colour, beside its word. */
export const GRADE_CLASS: Readonly<Record<DecidedGrade, string>> = {
  好: 'grade-good',
  较好: 'grade-fair',
  一般: 'grade-plain',
  较差: 'grade-poor',
  不确定等次: 'grade-open',
  不参加考核: 'grade-open',
  由外单位考核: 'grade-open',
};

const CLASSES: ReadonlyMap<string, string> = new Map(Object.entries(GRADE_CLASS));

/** A grade as it is shown, not chosen; what a cell has in the place of one has no colour. */
export function GradeChip({ grade }: { readonly grade: string }): ReactNode {
  return <span className={`chip ${CLASSES.get(grade) ?? ''}`}>{grade}</span>;
}
