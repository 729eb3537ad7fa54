import { Button } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { decidedQuota } from '../../../../assessment/decidedQuota';
import type { QuarterState, WorkbookState } from '../../../../excel/reading/workbookState';
import { QuotaGauge } from '../../../parts/QuotaGauge';
import { usePage } from '../../usePage';
import { CandidateRow } from '../../people/Candidate';
import {
  candidatesOf,
  CHOICES,
  departs,
  fillOf,
  FILTERS,
  isIn,
  type Candidate,
  type Said,
} from '../../people/candidates';
import { PeopleList } from '../../people/PeopleList';
import { useDeciding } from './useDeciding';

interface MeetingProps {
  readonly quarter: QuarterState;
  readonly state: WorkbookState;
}

/** Where the 领导小组 decides: everybody in one list, the limit of 好 above it, by mouse or by keyboard alone. */
export function MeetingSection({ quarter, state }: MeetingProps): ReactNode {
  const { texts, activity, propose } = usePage();
  const { review, table, tally } = quarter;
  const { settings } = state;
  const deciding = useDeciding(state, table);
  const candidates = candidatesOf(quarter);
  const saidOf = ({ line }: Candidate): Said => (line === null ? NOTHING : deciding.saidOf(line));
  const decided = new Map(candidates.map((each) => [each.key, saidOf(each).decision ?? '']));
  const asked = candidates.filter((each) => !each.excused);
  const count = asked.filter((each) => saidOf(each).decision !== null).length;
  const fills = candidates.flatMap((each) => {
    const grade = saidOf(each).decision === null ? fillOf(each) : null;
    return each.line === null || grade === null ? [] : [{ line: each.line, grade, reason: null }];
  });

  /** The chips of the person so many places on; the reason before that, where one is to be given. */
  const goFrom = (item: Element, step: number): void => {
    const items = [...(item.parentElement?.children ?? [])];
    const target = items[items.indexOf(item) + step];
    target?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLUListElement>): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const item = target.closest('li[data-person]');
    const candidate = candidates.find((each) => each.key === item?.getAttribute('data-person'));
    if (item === null || candidate === undefined) return;
    const isReason = target instanceof HTMLInputElement;
    if (key === 'ArrowDown' || key === 'ArrowUp' || (isReason && key === 'Enter')) {
      event.preventDefault();
      goFrom(item, key === 'ArrowUp' ? -1 : 1);
      return;
    }
    const choice = isReason || event.ctrlKey || event.metaKey || event.altKey ? undefined : CHOICES[Number(key) - 1];
    if (choice === undefined || candidate.line === null || candidate.excused) return;
    event.preventDefault();
    const said = { ...saidOf(candidate), decision: choice };
    deciding.say(candidate.line, said);
    if (!departs(candidate, choice) || said.remark !== '') goFrom(item, 1);
    else requestAnimationFrame(() => item.querySelector<HTMLElement>('.reason input')?.focus());
  };

  return (
    <section className="meeting">
      <h2>{texts.meeting.title(candidates.length)}</h2>
      {table === null && <p>{texts.meeting.needsSheet}</p>}
      <div className="meeting-limit">
        <QuotaGauge
          period={texts.pictures.by[count > 0 ? '审定等次' : '建议等次'](texts.quarter(review.quarter))}
          quota={count > 0 ? decidedQuota(review, decided, settings) : tally.quota}
        />
        <p id="decided-count">{texts.meeting.decided(count, asked.length)}</p>
      </div>
      <PeopleList
        id="meeting"
        people={candidates}
        filters={FILTERS.map((filter) => ({
          label: texts.meeting.filters[filter],
          holds: (each: Candidate) => isIn(filter, each, saidOf(each).decision),
        }))}
        columns={texts.meeting.columns}
        onKey={onKey}
        row={(candidate) => {
          const { line, excused } = candidate;
          return (
            <CandidateRow
              candidate={candidate}
              said={saidOf(candidate)}
              settings={settings}
              quarter={review.quarter}
              say={table === null || line === null || excused ? null : (said) => deciding.say(line, said)}
            />
          );
        }}
      >
        {table !== null && (
          <div className="actions">
            <Button
              id="fill"
              disabledFocusable={activity !== null || fills.length === 0}
              onClick={() => void propose('审定', (excel) => excel.previewDecisions({ table, decisions: fills }))}
            >
              {texts.meeting.fill(fills.length)}
            </Button>
          </div>
        )}
      </PeopleList>
      {table !== null && <p className="quiet">{texts.meeting.keys}</p>}
    </section>
  );
}

const NOTHING: Said = { decision: null, remark: '' };
