import type { ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { usePage } from '../usePage';
import { CandidateRow } from './Candidate';
import { candidatesOf, CHOICES, isIn, type Candidate, type Filter } from './candidates';
import { PeopleList } from './PeopleList';

/** The list of the meeting where its decisions stand: to be looked at, by grade, and nothing to choose. */
export function DecidedList({ id, quarter }: { readonly id: string; readonly quarter: QuarterState }): ReactNode {
  const { texts, state } = usePage();
  if (state === null) return null;
  const candidates = candidatesOf(quarter);
  const decision = ({ line }: Candidate) => line?.decision ?? null;
  const meant = (filter: Filter) => ({
    label: texts.meeting.filters[filter],
    holds: (each: Candidate) => isIn(filter, each, decision(each)),
  });
  const grades = CHOICES.flatMap((grade) => {
    const holds = (each: Candidate) => decision(each) === grade;
    const people = candidates.filter(holds).length;
    return people === 0 ? [] : [{ label: texts.meeting.ofGrade(grade, people), holds }];
  });
  return (
    <PeopleList
      id={id}
      people={candidates}
      filters={[meant('全部'), ...grades, meant('与建议不同'), meant('特殊情形')]}
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
