import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ProblemList } from '../parts/ProblemList';
import { usePane, type Activity, type Step } from '../state/paneContext';
import { cellsWritten, shownSheet } from '../state/preview';
import { useLasting } from './useLasting';

/** What runs, what happened and what can be undone. */
export function Footer(): ReactNode {
  const { activity, message, steps } = usePane();
  const lastStep = steps.at(-1);
  const isLong = useLasting(activity !== null);
  const lasting = isLong ? activity : null;
  return (
    <footer>
      {lasting !== null && <Running activity={lasting} />}
      <p role="status" id="status" className={message?.kind ?? 'info'}>
        {lasting === null ? message?.text : lasting.doing}
      </p>
      {lastStep !== undefined && <LastStep step={lastStep} />}
      {steps.length > 1 && <Steps steps={steps} />}
    </footer>
  );
}

function Running({ activity: { doing, progress, cancel } }: { readonly activity: Activity }): ReactNode {
  const { texts } = usePane();
  return (
    <div className="activity">
      <span>{doing}</span>
      <progress aria-label={doing} {...(progress === null ? {} : { value: progress })} />
      {cancel !== null && (
        <Button id="cancel-activity" size="small" onClick={cancel}>
          {texts.shell.cancel}
        </Button>
      )}
    </div>
  );
}

function LastStep({ step: { command, copy, refusals } }: { readonly step: Step }): ReactNode {
  const { texts, activity, undo, select } = usePane();
  const shown = shownSheet(copy.plan);
  return (
    <div className="undo">
      {refusals.length > 0 && <ProblemList problems={refusals} />}
      {shown !== undefined && (
        <Button id="show" size="small" onClick={() => select(shown, null)}>
          {texts.shell.show(shown)}
        </Button>
      )}
      <Button id="undo" size="small" disabledFocusable={activity !== null} onClick={() => void undo()}>
        {texts.shell.undo(texts.command(command))}
      </Button>
      {refusals.length > 0 && (
        <Button id="discard-edits" size="small" onClick={() => void undo(true)}>
          {texts.shell.discardEdits}
        </Button>
      )}
    </div>
  );
}

/** What each step did that can be undone, the last one on top. */
function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const { texts } = usePane();
  return (
    <details id="steps">
      <summary>{texts.shell.steps(steps.length)}</summary>
      <ol reversed>
        {[...steps].reverse().map(({ command, copy: { plan } }, i) => (
          <li key={steps.length - i}>
            {texts.shell.step(
              texts.command(command),
              [...new Set(plan.sheets.map(({ sheet }) => sheet))],
              cellsWritten(plan),
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
