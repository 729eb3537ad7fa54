import { Button, Select } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { FaultBoundary } from '../parts/FaultBoundary';
import { PAGES, usePane, type Page } from '../state/paneContext';
import { PreviewPanel } from '../parts/PreviewPanel';
import { ProblemList } from '../parts/ProblemList';
import { OverviewPage } from '../pages/overview/OverviewPage';

/** The other pages, which the first does not wait for. */
const later = () => import(/* webpackChunkName: "pages" */ '../pages');

const PAGE_COMPONENTS: Readonly<Record<Page, ComponentType>> = {
  overview: OverviewPage,
  forms: lazy(async () => ({ default: (await later()).FormsPage })),
  check: lazy(async () => ({ default: (await later()).CheckPage })),
  score: lazy(async () => ({ default: (await later()).ScorePage })),
  review: lazy(async () => ({ default: (await later()).ReviewPage })),
  notice: lazy(async () => ({ default: (await later()).NoticePage })),
  annual: lazy(async () => ({ default: (await later()).AnnualPage })),
  settings: lazy(async () => ({ default: (await later()).SettingsPage })),
};

/** Shorter things need no sign that they run, in milliseconds. */
const UNNOTICED = 400;

/** Navigation on top, the page, and below it what runs, what happened and what can be undone. */
export function Shell(): ReactNode {
  const pane = usePane();
  const { texts, page, proposal, state } = pane;
  const CurrentPage = PAGE_COMPONENTS[page];
  return (
    <div className="pane">
      <header>
        <nav className="pages" aria-label={texts.shell.navigation}>
          {PAGES.map((each) => (
            <button
              key={each}
              type="button"
              id={`tab-${each}`}
              aria-current={each === page ? 'page' : undefined}
              onClick={() => pane.goTo(each)}
            >
              {texts.shell.pages[each]}
            </button>
          ))}
        </nav>
        <Period />
      </header>
      <main>
        {proposal !== null && <PreviewPanel proposal={proposal} />}
        {/* What was chosen on a page is still there after its preview. */}
        <div hidden={proposal !== null}>
          <FaultBoundary key={page} text={texts.shell.unexpected}>
            <Suspense>{state !== null && <CurrentPage />}</Suspense>
          </FaultBoundary>
        </div>
      </main>
      <Footer />
    </div>
  );
}

function Period(): ReactNode {
  const { texts, state, isStale, activity, chooseQuarter, refresh } = usePane();
  const quarters = state?.quarters ?? [];
  return (
    <div className="period">
      <Select
        id="quarter"
        aria-label={texts.shell.quarter}
        value={state?.quarter?.review.quarter ?? ''}
        disabled={quarters.length === 0}
        onChange={(_event, { value }) => chooseQuarter(value)}
      >
        {quarters.length === 0 && <option value="">{texts.shell.noQuarter}</option>}
        {quarters.map((quarter) => (
          <option key={quarter} value={quarter}>
            {texts.quarter(quarter)}
          </option>
        ))}
      </Select>
      <Button id="refresh" disabledFocusable={activity !== null} onClick={() => void refresh()}>
        {texts.shell.refresh}
      </Button>
      {isStale && <p className="stale">{texts.shell.stale}</p>}
    </div>
  );
}

function Footer(): ReactNode {
  const { texts, activity, message, lastStep, undo, select } = usePane();
  const written = lastStep?.copy.plan.sheets ?? [];
  const made = written.filter(({ create }) => create).at(-1) ?? written[0];
  const isLong = useLasting(activity !== null);
  return (
    <footer>
      {activity !== null && isLong && (
        <div className="activity">
          <span>{activity.doing}</span>
          <progress aria-label={activity.doing} {...(activity.progress === null ? {} : { value: activity.progress })} />
          {activity.cancel !== null && (
            <Button id="cancel-activity" size="small" onClick={activity.cancel}>
              {texts.shell.cancel}
            </Button>
          )}
        </div>
      )}
      <p role="status" id="status" className={message?.kind ?? 'info'}>
        {activity !== null && isLong ? activity.doing : message?.text}
      </p>
      {lastStep !== null && (
        <div className="undo">
          {lastStep.refusals.length > 0 && <ProblemList problems={lastStep.refusals} />}
          {made !== undefined && (
            <Button id="show" size="small" appearance="primary" onClick={() => select(made.sheet, null)}>
              {texts.shell.show(made.sheet)}
            </Button>
          )}
          <Button id="undo" size="small" disabledFocusable={activity !== null} onClick={() => void undo()}>
            {texts.shell.undo(texts.command(lastStep.command))}
          </Button>
          {lastStep.refusals.length > 0 && (
            <Button id="discard-edits" size="small" onClick={() => void undo(true)}>
              {texts.shell.discardEdits}
            </Button>
          )}
        </div>
      )}
    </footer>
  );
}

/** True once something has lasted long enough to be worth a sign. */
function useLasting(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => setLong(true), UNNOTICED);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isLong;
}
