import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { Explained } from '../../parts/Explained';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';

/** 审定 (三（二）4): whether everybody has a decision, and what still lacks. */
export function DecideStep({ quarter: { notice, readiness } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts, goTo } = usePage();
  const { decisionProblems } = notice;
  const reasons = readiness.items.filter(({ kind }) => kind === '缺理由');
  return (
    <>
      <p>{texts.overview.deadline(readiness)}</p>
      {decisionProblems.length > 0 && <ProblemList problems={decisionProblems} />}
      {reasons.map((item) => (
        <p key={item.message}>
          <Explained message={item.message} meaning={texts.meanings.readiness(item)} />
        </p>
      ))}
      {decisionProblems.length + reasons.length === 0 ? (
        <p>{texts.notice.allDecided}</p>
      ) : (
        <Button id="to-review" onClick={() => goTo('review')}>
          {texts.notice.toReview}
        </Button>
      )}
    </>
  );
}
