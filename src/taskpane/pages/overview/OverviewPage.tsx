import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NextStepName, WorkbookState } from '../../../excel/reading/workbookState';
import type { ReadinessItem } from '../../../forms/review/readiness';
import { Explained } from '../../parts/Explained';
import { usePane, type Page } from '../../state/paneContext';
import { Agenda } from './Agenda';
import { FirstSteps } from './FirstSteps';
import { GradeBars } from '../../parts/GradeBars';
import { QuotaGauge } from '../../parts/QuotaGauge';

/** 概览: the next step, what is in this workbook, the limit and the grades by what is decided, what is missing. */
export function OverviewPage(): ReactNode {
  const { texts, state } = usePane();
  if (state === null) return null;
  const { quarter } = state;
  if (isEmpty(state)) return <FirstSteps />;
  return (
    <>
      <Next state={state} />
      {state.agenda.length > 0 && (
        <>
          <h2>{texts.agenda.title}</h2>
          <Agenda items={state.agenda} />
        </>
      )}
      <h2>{texts.overview.contents}</h2>
      <Contents state={state} />
      {quarter !== null && (
        <>
          <h2>{texts.overview.quota}</h2>
          {quarter.review.months.map(
            ({ month, quota }) => quota && <QuotaGauge key={month} period={texts.month(month)} quota={quota} />,
          )}
          <QuotaGauge
            period={texts.pictures.by[quarter.tally.by](texts.quarter(quarter.review.quarter))}
            quota={quarter.tally.quota}
          />
          <h2>{texts.overview.grades}</h2>
          <p>{texts.overview.counted(quarter.tally)}</p>
          <GradeBars
            counts={quarter.tally.grades.map(({ grade, people }) => [
              grade ?? texts.pictures.without[quarter.tally.by],
              people,
            ])}
          />
          <h2>{texts.overview.readiness}</h2>
          <Lacking items={quarter.readiness.items} />
        </>
      )}
    </>
  );
}

/** Nothing of an appraisal is there: neither people nor any form. */
function isEmpty({ book: { roster, forms, filings, weeklyRecords } }: WorkbookState): boolean {
  return roster === null && forms.length + filings.length + weeklyRecords.length === 0;
}

/** What lacks, what is overdue first. */
function Lacking({ items }: { readonly items: readonly ReadinessItem[] }): ReactNode {
  const { texts } = usePane();
  if (items.length === 0) return <p>{texts.overview.nothingLacks}</p>;
  const isOverdue = ({ kind }: ReadinessItem) => kind === '逾期';
  return (
    <ul className="lines">
      {[...items.filter(isOverdue), ...items.filter((item) => !isOverdue(item))].map((item) => (
        <li key={item.message} className={isOverdue(item) ? 'overdue' : ''}>
          <Explained message={item.message} meaning={texts.meanings.readiness(item)} />
        </li>
      ))}
    </ul>
  );
}

function Contents({ state: { book, problems } }: { readonly state: WorkbookState }): ReactNode {
  const { texts, goTo } = usePane();
  const count = (wanted: 'error' | 'warning') => problems.filter(({ severity }) => severity === wanted).length;
  return (
    <ul className="lines">
      <li>{book.roster === null ? texts.overview.noRoster : texts.overview.roster(book.roster.people.length)}</li>
      <li>{texts.overview.scoreSheets(book.forms.length)}</li>
      <li>{texts.overview.filings(book.filings.length)}</li>
      <li>{texts.overview.weeklyRecords(book.weeklyRecords.length)}</li>
      <li>
        <button type="button" className="link" onClick={() => goTo('check')}>
          {texts.overview.errors(count('error'), count('warning'))}
        </button>
      </li>
    </ul>
  );
}

/** The pages with the controls of the steps that are done in the pane. */
const CONTROLS: Readonly<Record<NextStepName, readonly [page: Page, control?: string]>> = {
  roster: ['forms', 'registers'],
  forms: ['forms', 'make'],
  months: ['forms', 'make'],
  scores: ['score', 'score-person'],
  errors: ['check'],
  review: ['review', 'review'],
  update: ['review', 'review'],
  decide: ['review'],
  reasons: ['review'],
  notice: ['notice', 'post'],
  renew: ['notice', 'post'],
  answer: ['notice', 'step-objections'],
  wait: ['notice', 'objections'],
  finalise: ['notice', 'finalise'],
  followUp: ['notice', 'step-followUp'],
  seal: ['review', 'seal'],
  annual: ['annual', 'annual'],
};
/** Steps whose result is published or fixed: what the decisions leave open is said once more. */
const GATES: readonly NextStepName[] = ['notice', 'renew', 'finalise', 'seal'];

/** What is to be done next, in words, with a button that goes to the very cell or control. */
function Next({ state: { next, quarter } }: { readonly state: WorkbookState }): ReactNode {
  const { texts, goTo, select } = usePane();
  const { name, place } = next;
  const [page, control] = CONTROLS[name];
  const warned = GATES.includes(name) ? (quarter?.warnings.length ?? 0) : 0;
  return (
    <section className="next">
      <h2>{texts.overview.next}</h2>
      {quarter === null && <p>{texts.overview.welcome}</p>}
      <p>{texts.overview.steps[name](next)}</p>
      {warned > 0 && <p className="warned">{texts.overview.warned(warned)}</p>}
      <div className="actions">
        <Button
          id="next-step"
          appearance="primary"
          onClick={() => (place === null ? goTo(page, control) : select(place.sheet, place.cell))}
        >
          {place === null ? texts.overview.open(texts.shell.pages[page]) : texts.overview.goToCell(place)}
        </Button>
      </div>
    </section>
  );
}
