import type { ReactNode } from 'react';
import { displayTotal } from '../../../assessment/display';
import { withExtraPoints } from '../../../assessment/total';
import { scoreGrade } from '../../../assessment/grade';
import type { Settings } from '../../../assessment/settings';
import { extraPoints } from '../../../forms/score-sheet/extraColumns';
import type { ScoreRow } from '../../../forms/score-sheet/form';
import { GradeChip } from '../../parts/GradeChip';
import { usePage } from '../usePage';
import { totalSoFar, type FieldReading, type ScoringList } from './scoring';

interface TotalProps {
  readonly readings: readonly FieldReading[];
  readonly sheet: ScoringList;
  /** Whose scores they are: what stands in columns of 加分 and 扣分 counts as the office has set (rule 53). */
  readonly row: ScoreRow;
  readonly settings: Settings;
}

/** The running total, and with all seven fields what it amounts to. */
export function Total({ readings, sheet, row, settings }: TotalProps): ReactNode {
  const { texts } = usePage();
  const filled = readings.filter(({ kind }) => kind === 'score').length;
  const { gradeLines, rounding } = settings;
  const sum = totalSoFar(readings, sheet);
  const total = filled < readings.length ? sum : withExtraPoints(sum, extraPoints(row), settings);
  const shown = displayTotal(total, gradeLines);
  return (
    <p className="score-total">
      <output id="score-total">
        {filled < readings.length ? (
          texts.score.partial(shown, filled)
        ) : (
          <>
            {texts.score.total(shown)} <GradeChip grade={scoreGrade(total, gradeLines, rounding)} />
          </>
        )}
      </output>
    </p>
  );
}
