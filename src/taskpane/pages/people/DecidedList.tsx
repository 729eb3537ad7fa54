import type { ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { usePage } from '../usePage';
import { CandidateRow } from './Candidate';
import { candidatesOf, CHOICES, departs, isIn, type Candidate } from './candidates';
import { PeopleList } from './PeopleList';

/** The list of the meeting where its decisions stand: to be looked at, by grade, and nothing to choose. */
export function DecidedList({ id, quarter }: { readonly id: string; readonly quarter: QuarterState }): ReactNode {
  const { texts, state } = usePage();
  if (state === null) return null;
  const candidates = candidatesOf(quarter);
  const decision = ({ line }: Candidate) => line?.decision ?? null;
  const grades = CHOICES.flatMap((grade) => {
    const holds = (each: Candidate) => decision(each) === grade;
    const people = candidates.filter(holds).length;
    return people === 0 ? [] : [{ label: texts.meeting.ofGrade(grade, people), holds }];
  });
  return (
    <PeopleList
      id={id}
      people={candidates}
      filters={[
        { label: texts.meeting.filters.全部, holds: () => true },
        ...grades,
        { label: texts.meeting.filters.与建议不同, holds: (each) => departs(each, decision(each)) },
        { label: texts.meeting.filters.特殊情形, holds: (each) => isIn('特殊情形', each, decision(each)) },
      ]}
      columns={texts.meeting.columns}
      row={(candidate) => (
        <CandidateRow
          candidate={candidate}
          said={{ decision: decision(candidate), remark: candidate.line?.remark ?? '' }}
          settings={state.settings}
          quarter={quarter.review.quarter}
          say={null}
        />
      )}
    />
  );
}
