import { Suspense, type ReactNode } from 'react';
import { FaultBoundary } from '../parts/FaultBoundary';
import { Icon } from '../parts/Icon';
import { PreviewPanel } from '../parts/PreviewPanel';
import { usePane, type Page } from '../state/paneContext';
import { WORK, workState, type WorkPage, type WorkState } from '../state/work';
import { Aim } from './Aim';
import { Footer } from './Footer';
import { Beside } from './Beside';
import { Help } from './Help';
import { useKeys } from './Keys';
import { PAGE_COMPONENTS } from './pages';
import { FreshnessSign, Quarter } from './Period';

/** The quarter and the work on top, the page, and below it what runs, what happened and what can be undone. */
export function Shell(): ReactNode {
  const keys = useKeys();
  return (
    <div className="pane">
      <header>
        <div className="head">
          <Quarter />
          <Beside />
        </div>
        <Work />
        <FreshnessSign />
      </header>
      <main>
        <Content showKeys={keys.show} />
      </main>
      <Footer />
      {keys.dialog}
    </div>
  );
}

/** The overview and the steps of the work in their order, each with where it stands. */
function Work(): ReactNode {
  const { texts, state } = usePane();
  return (
    <nav className="work" aria-label={texts.shell.navigation}>
      <Tab page="overview">
        <Icon name="overview" />
      </Tab>
      {WORK.map((each) => (
        <StepTab key={each} page={each} state={state === null ? 'open' : workState(each, state.next.name)} />
      ))}
    </nav>
  );
}

function StepTab({ page, state }: { readonly page: WorkPage; readonly state: WorkState }): ReactNode {
  const { texts } = usePane();
  return (
    <Tab page={page} className={state} title={texts.shell.workStates[state]}>
      <i aria-hidden="true" />
    </Tab>
  );
}

interface TabProps {
  readonly page: Page;
  readonly className?: string;
  /** Said behind the name, and shown when pointed at. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A way to a page: its sign above its name. */
function Tab({ page: to, className, title, children }: TabProps): ReactNode {
  const { texts, page, goTo } = usePane();
  return (
    <button
      type="button"
      id={`tab-${to}`}
      className={className}
      title={title}
      aria-current={to === page ? 'page' : undefined}
      onClick={() => goTo(to)}
    >
      {children}
      {texts.shell.pages[to]}
    </button>
  );
}

function Content({ showKeys }: { readonly showKeys: () => void }): ReactNode {
  const { texts, page, proposal, state } = usePane();
  const CurrentPage = PAGE_COMPONENTS[page];
  return (
    <>
      {proposal !== null && <PreviewPanel proposal={proposal} />}
      {/* What was chosen on a page is still there after its preview. */}
      <div hidden={proposal !== null}>
        <FaultBoundary key={page} text={texts.shell.unexpected}>
          <Suspense>
            {state !== null && (
              <>
                <Help showKeys={showKeys} />
                <CurrentPage />
                <Aim />
              </>
            )}
          </Suspense>
        </FaultBoundary>
      </div>
    </>
  );
}
