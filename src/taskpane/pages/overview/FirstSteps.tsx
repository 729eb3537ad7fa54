import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { FaultBoundary } from '../../parts/FaultBoundary';
import { usePane } from '../../state/paneContext';
import { loadSample } from './sample';

/** It stands on what the other pages are made of, and comes with them. */
const NewWorkbook = lazy(async () => ({ default: (await import(/* webpackChunkName: "pages" */ '..')).NewWorkbook }));

/** What is around the pane is asked to let the person open a file: the workbench does, Excel cannot be asked. */
const OPEN_WORKBOOK = 'kaohe:open-workbook';

/** Three ways to begin with an empty workbook. */
export function FirstSteps(): ReactNode {
  const { texts, activity, propose } = usePane();
  const [shown, show] = useState<'new' | 'open' | null>(null);
  const open = (): void => {
    const isAnswered = !window.dispatchEvent(new CustomEvent(OPEN_WORKBOOK, { cancelable: true }));
    show(isAnswered ? null : 'open');
  };
  return (
    <section className="first">
      <h2>{texts.first.title}</h2>
      <ul className="cards">
        <li>
          <h3>{texts.first.newTitle}</h3>
          <p>{texts.first.newHint}</p>
          <Button
            id="new-workbook"
            appearance={shown === 'new' ? 'secondary' : 'primary'}
            aria-expanded={shown === 'new'}
            aria-controls="first-shown"
            onClick={() => show(shown === 'new' ? null : 'new')}
          >
            {texts.first.new}
          </Button>
        </li>
        <li>
          <h3>{texts.first.openTitle}</h3>
          <p>{texts.first.openHint}</p>
          <Button id="open-workbook" onClick={open}>
            {texts.first.open}
          </Button>
        </li>
        <li>
          <h3>{texts.first.sampleTitle}</h3>
          <p>{texts.first.sampleHint}</p>
          <Button
            id="sample"
            disabledFocusable={activity !== null}
            onClick={() => void propose('载入示例', loadSample)}
          >
            {texts.overview.loadSample}
          </Button>
        </li>
      </ul>
      <div id="first-shown" role="status">
        {shown === 'open' && <p>{texts.first.howToOpen}</p>}
      </div>
      {shown === 'new' && (
        <FaultBoundary text={texts.shell.unexpected}>
          <Suspense>
            <NewWorkbook />
          </Suspense>
        </FaultBoundary>
      )}
    </section>
  );
}
