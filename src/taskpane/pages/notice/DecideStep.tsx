import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { ProblemList } from '../../parts/ProblemList';
import { DecidedList } from '../people/DecidedList';
import { usePage } from '../usePage';

/** 审定 (三（二）4): whether everybody has a decision, and what still lacks. */
export function DecideStep({ quarter }: { readonly quarter: QuarterState }): ReactNode {
  const { texts, goTo } = usePage();
  const { notice, readiness, warnings, decisions } = quarter;
  const problems = [...notice.decisionProblems, ...warnings];
  return (
    <>
      <p>{texts.overview.deadline(readiness)}</p>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {problems.length === 0 ? (
        <p>{texts.notice.allDecided}</p>
      ) : (
        <Button id="to-review" onClick={() => goTo('review')}>
          {texts.notice.toReview}
        </Button>
      )}
      {decisions !== null && (
        <div className="decided-list">
          <h3>{texts.notice.decidedList(decisions.length)}</h3>
          <DecidedList id="decided" quarter={quarter} />
        </div>
      )}
    </>
  );
}
