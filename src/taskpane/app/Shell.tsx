import { Suspense, type ReactNode } from 'react';
import { FaultBoundary } from '../parts/FaultBoundary';
import { PreviewPanel } from '../parts/PreviewPanel';
import { PAGES, usePane } from '../state/paneContext';
import { Aim } from './Aim';
import { Footer } from './Footer';
import { Help } from './Help';
import { useKeys } from './Keys';
import { PAGE_COMPONENTS } from './pages';
import { Period } from './Period';

/** Navigation on top, the page, and below it what runs, what happened and what can be undone. */
export function Shell(): ReactNode {
  const keys = useKeys();
  return (
    <div className="pane">
      <header>
        <Navigation />
        <Period />
      </header>
      <main>
        <Content showKeys={keys.show} />
      </main>
      <Footer />
      {keys.dialog}
    </div>
  );
}

function Navigation(): ReactNode {
  const { texts, page, goTo } = usePane();
  return (
    <nav className="pages" aria-label={texts.shell.navigation}>
      {PAGES.map((each) => (
        <button
          key={each}
          type="button"
          id={`tab-${each}`}
          aria-current={each === page ? 'page' : undefined}
          onClick={() => goTo(each)}
        >
          {texts.shell.pages[each]}
        </button>
      ))}
    </nav>
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
