import { useState, type ReactNode } from 'react';
import { addDays, type CalendarDate } from '../../../assessment/calendarDate';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { usePage } from '../usePage';
import { DecideStep } from './DecideStep';
import { FinalStep } from './FinalStep';
import { FollowUpStep } from './FollowUpStep';
import { ObjectionStep } from './ObjectionStep';
import { PostStep } from './PostStep';
import { Step } from './Step';
import { stepStates } from './stepStates';

/** 公示与复核: where the quarter stands after its decision, step by step, and what is to be done next (三（二）5, 四·2). */
export function NoticePage(): ReactNode {
  const { texts, state, today } = usePage();
  if (state === null) return null;
  if (state.quarter === null) return <p>{texts.shell.needsForms}</p>;
  return <Steps key={state.quarter.review.quarter} quarter={state.quarter} today={today} />;
}

function Steps({ quarter, today }: { readonly quarter: QuarterState; readonly today: CalendarDate }): ReactNode {
  const { texts } = usePage();
  const { notice, tally, warnings } = quarter;
  const states = stepStates(notice, today);
  // Whom a list was made for is not to be struck from it by the next run.
  const listed = notice.followUp.some(({ grade }) => grade === '一般');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const fair = { includeFair: chosen ?? listed, chooseFair: setChosen };
  const end = notice.posted?.period?.to ?? null;
  const open = notice.objections.filter((each) => each.open).length;
  const talks = notice.followUp.filter(({ grade, done }) => grade !== '好' && !done).length;
  return (
    <ol className="steps">
      <Step name="decide" state={states.decide} fact={texts.notice.decided(tally, warnings.length)}>
        <DecideStep quarter={quarter} />
      </Step>
      <Step
        name="post"
        state={states.post}
        fact={notice.posted?.period ? texts.notice.period(notice.posted.period) : ''}
      >
        <PostStep quarter={quarter} isNext={states.post === 'now'} />
      </Step>
      <Step name="objections" state={states.objections} fact={open > 0 ? texts.notice.openObjections(open) : ''}>
        <ObjectionStep quarter={quarter.review.quarter} notice={notice} />
      </Step>
      <Step
        name="final"
        state={states.final}
        fact={end !== null && end >= today ? texts.notice.finalFrom(addDays(end, 1)) : ''}
      >
        <FinalStep quarter={quarter} isNext={states.final === 'now'} {...fair} />
      </Step>
      <Step name="followUp" state={states.followUp} fact={talks > 0 ? texts.notice.openTalks(talks) : ''}>
        <FollowUpStep quarter={quarter} {...fair} />
      </Step>
    </ol>
  );
}
