import type { ReactNode } from 'react';
import type { GradeCount } from '../../forms/annual/departments';
import type { Tally } from '../../forms/review/tally';
import { usePane } from '../state/paneContext';
import { GRADE_CLASS } from './GradeChip';

interface GradeNumbersProps {
  readonly grades: readonly GradeCount[];
  /** What those without a grade lack. */
  readonly by: Tally['by'];
}

/** How many people have each grade, a chip each. */
export function GradeNumbers({ grades, by }: GradeNumbersProps): ReactNode {
  const { texts } = usePane();
  return (
    <span className="numbers">
      {grades.map(({ grade, people }) => (
        <span key={grade ?? ''} className={grade === null ? 'chip' : `chip ${GRADE_CLASS[grade]}`}>
          {texts.pictures.gradeCount(grade ?? texts.pictures.without[by], people)}{' '}
        </span>
      ))}
    </span>
  );
}
