import { Button, Checkbox } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';
import { Warned } from '../Warned';

export interface FairChoice {
  /** 一般 is followed up too. */
  readonly includeFair: boolean;
  readonly chooseFair: (isOn: boolean) => void;
}

interface FinalStepProps extends FairChoice {
  readonly quarter: QuarterState;
  readonly isNext: boolean;
}

/** 定稿 (三（二）5「公示期满无异议」): what stands in its way, or since when it is done. */
export function FinalStep({ quarter, isNext, includeFair, chooseFair }: FinalStepProps): ReactNode {
  const { texts, today, activity, select, propose } = usePage();
  const { warnings } = quarter;
  const { final, finalObstacles } = quarter.notice;
  if (final !== null) {
    return (
      <p>
        <button type="button" className="link" onClick={() => select(final.sheet, final.cell)}>
          {final.text}
        </button>
      </p>
    );
  }
  return (
    <>
      <p>{finalObstacles.length > 0 ? texts.notice.notYetFinal : texts.notice.finalHint}</p>
      {finalObstacles.length > 0 && <ProblemList problems={finalObstacles} />}
      <FairCheckbox includeFair={includeFair} chooseFair={chooseFair} />
      <Warned warnings={warnings} />
      <Button
        id="finalise"
        appearance={isNext ? 'primary' : 'secondary'}
        disabledFocusable={activity !== null || finalObstacles.length > 0}
        onClick={() =>
          void propose('定稿', (excel) =>
            excel.previewFinalise({ quarter: quarter.review.quarter, today, includeFair }),
          )
        }
      >
        {texts.notice.previewFinal}
      </Button>
    </>
  );
}

export function FairCheckbox({ includeFair, chooseFair }: FairChoice): ReactNode {
  const { texts } = usePage();
  return (
    <Checkbox
      label={texts.notice.includeFair}
      checked={includeFair}
      onChange={(_event, { checked }) => chooseFair(checked === true)}
    />
  );
}
