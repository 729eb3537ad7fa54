import type { ReactNode } from 'react';
import type { GradeCount } from '../../../../forms/annual/departments';
import type { Tally } from '../../../../forms/review/tally';
import { GRADE_CLASS } from '../../../parts/GradeChip';
import { usePage } from '../../usePage';

interface GradeNumbersProps {
  readonly grades: readonly GradeCount[];
  /** What those without a grade lack. */
  readonly by: Tally['by'];
}

/** How many people have each grade, in words. */
export function GradeNumbers({ grades, by }: GradeNumbersProps): ReactNode {
  const { texts } = usePage();
  return (
    <span className="numbers">
      {grades.map(({ grade, people }) => (
        <span key={grade ?? ''} className={grade === null ? '' : `counted ${GRADE_CLASS[grade]}`}>
          {texts.leaders.gradeCount(grade ?? texts.pictures.without[by], people)}{' '}
        </span>
      ))}
    </span>
  );
}
