import type { ReactNode } from 'react';
import { displayTotal } from '../../../assessment/display';
import { scoreGrade } from '../../../assessment/grade';
import type { Settings } from '../../../assessment/settings';
import { usePage } from '../usePage';
import { totalSoFar, type FieldReading, type ScoringList } from './scoring';

interface TotalProps {
  readonly readings: readonly FieldReading[];
  readonly sheet: ScoringList;
  readonly settings: Settings;
}

/** The running total, and with all seven fields what it amounts to. */
export function Total({ readings, sheet, settings: { gradeLines, rounding } }: TotalProps): ReactNode {
  const { texts } = usePage();
  const filled = readings.filter(({ kind }) => kind === 'score').length;
  const total = totalSoFar(readings, sheet);
  const shown = displayTotal(total, gradeLines);
  return (
    <p className="score-total">
      <output id="score-total">
        {filled < readings.length
          ? texts.score.partial(shown, filled)
          : texts.score.total(shown, scoreGrade(total, gradeLines, rounding))}
      </output>
    </p>
  );
}
