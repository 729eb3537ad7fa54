import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { quarterTitle } from '../../../assessment/period';
import type { QuarterState } from '../../../excel/reading/workbookState';
import type { FollowUpLine } from '../../../forms/notice/followUp';
import { GradeChip } from '../../parts/GradeChip';
import { useMore } from '../../parts/useMore';
import { DocumentButton } from '../documents/DocumentButton';
import { usePage } from '../usePage';
import { FairCheckbox, type FairChoice } from './FinalStep';

interface FollowUpStepProps extends FairChoice {
  readonly quarter: QuarterState;
}

/** 结果运用 (四·2): whom to praise, whom to talk to, and what was done. */
export function FollowUpStep({ quarter, includeFair, chooseFair }: FollowUpStepProps): ReactNode {
  const { texts, today, activity, propose } = usePage();
  const { followUp, final } = quarter.notice;
  if (final === null) return <p>{texts.notice.followUpLater}</p>;
  const praised = followUp.filter(({ grade }) => grade === '好');
  const talked = followUp.filter(({ grade }) => grade !== '好');
  return (
    <>
      <p>{texts.notice.followUpHint}</p>
      <h3>{texts.notice.talks(talked.length)}</h3>
      <Lines lines={talked} />
      <h3>{texts.notice.praise(praised.length)}</h3>
      <Lines lines={praised} />
      <FairCheckbox includeFair={includeFair} chooseFair={chooseFair} />
      <Button
        id="follow-up"
        disabledFocusable={activity !== null}
        onClick={() =>
          void propose('结果运用', (excel) =>
            excel.previewFinalise({ quarter: quarter.review.quarter, today, includeFair }),
          )
        }
      >
        {texts.notice.previewFollowUp}
      </Button>
      {(['反馈单', '谈话记录'] as const).map((kind) => (
        <DocumentButton
          key={kind}
          id={kind === '反馈单' ? 'result-documents' : 'talk-documents'}
          label={kind === '反馈单' ? texts.documents.results : texts.documents.talks}
          options={{ quarter: quarter.review.quarter, today, kinds: [kind] }}
          name={`${kind} ${quarterTitle(quarter.review.quarter)}`}
          sheet={kind === '反馈单' ? '' : '结果运用'}
        />
      ))}
    </>
  );
}

/** A line each, which goes to where 方式 and 办理日期 are filled in. */
function Lines({ lines }: { readonly lines: readonly FollowUpLine[] }): ReactNode {
  const { texts, select } = usePage();
  const [shown, more] = useMore(lines.length);
  if (lines.length === 0) return <p>{texts.notice.nobody}</p>;
  return (
    <>
      <ul className="problems">
        {lines.slice(0, shown).map(({ sheet, cell, department, name, grade, method, date, done }) => (
          <li key={cell}>
            <button type="button" className="problem" onClick={() => select(sheet, cell)}>
              <GradeChip grade={grade} />
              <span>
                {department} {name}
                {done && <small>{texts.notice.handled(method, date)}</small>}
                {!done && grade !== '好' && <small>{texts.notice.notHandled}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
