import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ProblemList } from '../parts/ProblemList';
import { usePane, type Activity, type Step } from '../state/paneContext';
import { useLasting } from './useLasting';

/** What runs, what happened and what can be undone. */
export function Footer(): ReactNode {
  const { activity, message, lastStep } = usePane();
  const isLong = useLasting(activity !== null);
  const lasting = isLong ? activity : null;
  return (
    <footer>
      {lasting !== null && <Running activity={lasting} />}
      <p role="status" id="status" className={message?.kind ?? 'info'}>
        {lasting === null ? message?.text : lasting.doing}
      </p>
      {lastStep !== null && <LastStep step={lastStep} />}
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
  const written = copy.plan.sheets;
  const made = written.filter(({ create }) => create).at(-1) ?? written[0];
  return (
    <div className="undo">
      {refusals.length > 0 && <ProblemList problems={refusals} />}
      {made !== undefined && (
        <Button id="show" size="small" appearance="primary" onClick={() => select(made.sheet, null)}>
          {texts.shell.show(made.sheet)}
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
