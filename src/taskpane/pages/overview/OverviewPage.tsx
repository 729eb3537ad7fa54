import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NextStepName, WorkbookState } from '../../../excel/reading/workbookState';
import type { ReadinessItem } from '../../../forms/review/readiness';
import { Explained } from '../../parts/Explained';
import { usePane } from '../../state/paneContext';
import { CONTROLS } from '../../state/work';
import { GradeNumbers } from '../../parts/GradeNumbers';
import { GradeStack } from '../../parts/GradeStack';
import { QuotaRows } from '../../parts/QuotaRows';
import { Agenda } from './Agenda';
import { FirstSteps } from './FirstSteps';

/** 概览: the next step, what is in this workbook, the limit and the grades by what is decided, what is missing. */
export function OverviewPage(): ReactNode {
  const { texts, state } = usePane();
  if (state === null) return null;
  const { quarter } = state;
  const contents = (
    <section>
      <h2>{texts.overview.contents}</h2>
      <Contents state={state} />
    </section>
  );
  if (isEmpty(state)) {
    return (
      <>
        <FirstSteps />
        {state.problems.some(({ severity }) => severity === 'warning') && contents}
      </>
    );
  }
  return (
    <>
      <Next state={state} />
      {state.agenda.length > 0 && (
        <section>
          <h2>{texts.agenda.title}</h2>
          <Agenda items={state.agenda} />
        </section>
      )}
      {quarter !== null && (
        <>
          <section>
            <h2>{texts.overview.quota}</h2>
            <QuotaRows quarter={quarter} />
          </section>
          <section id="grades">
            <h2>{texts.overview.grades}</h2>
            <p className="quiet">{texts.overview.counted(quarter.tally)}</p>
            <GradeStack
              grades={quarter.tally.grades}
              most={quarter.tally.grades.reduce((sum, { people }) => sum + people, 0)}
            />
            <GradeNumbers grades={quarter.tally.grades} by={quarter.tally.by} />
          </section>
          <section>
            <h2>{texts.overview.readiness}</h2>
            <Lacking items={quarter.readiness.items} />
          </section>
        </>
      )}
      {contents}
    </>
  );
}

/** Nothing of an appraisal is there: neither people nor any form, nor a sheet that may be one and cannot be read. */
function isEmpty({ book: { roster, forms, filings, weeklyRecords }, problems }: WorkbookState): boolean {
  const isAnyRead = roster !== null || forms.length + filings.length + weeklyRecords.length > 0;
  return !isAnyRead && problems.every(({ severity }) => severity !== 'error');
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
