import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { usePane, type Proposal } from '../state/paneContext';
import { describePlan } from '../state/preview';
import { ProblemList } from './ProblemList';
import { SeverityCounts } from './Severity';

/** What a command would write, sheet by sheet, and what it has to say; nothing is written before it is confirmed. */
export function PreviewPanel({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { texts, activity, confirm, closeProposal, select } = usePane();
  const { plan, command, problems, refused } = proposal;
  const heading = useRef<HTMLHeadingElement>(null);
  // The person asked for the preview: a screen reader starts here, and goes back to where the command was given.
  useEffect(() => {
    const giver = document.activeElement;
    return () => {
      if (giver instanceof HTMLElement && document.activeElement === document.body) giver.focus();
    };
  }, []);
  useEffect(() => heading.current?.focus(), [proposal]);
  const sheets = describePlan(plan, texts);
  const hasErrors = refused || problems.some(({ severity }) => severity === 'error');
  return (
    <section
      id="preview"
      onKeyDown={({ key }) => {
        if (key === 'Escape') closeProposal();
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {texts.preview.title(texts.command(command))}
      </h2>
      <p>
        {sheets.length > 0
          ? texts.preview.checkFirst
          : hasErrors
            ? texts.preview.errorsFirst
            : texts.preview.nothingToWrite}
      </p>
      {sheets.length > 0 && <p id="undo-here">{texts.preview.undoHere}</p>}
      <div className="actions">
        {sheets.length > 0 && (
          <Button
            id="confirm"
            appearance="primary"
            disabledFocusable={activity !== null}
            onClick={() => void confirm()}
          >
            {texts.preview.confirm}
          </Button>
        )}
        {sheets.length === 0 && !hasErrors && plan.shows !== undefined && (
          <Button id="show-present" onClick={() => select(plan.shows ?? '', null)}>
            {texts.shell.show(plan.shows)}
          </Button>
        )}
        <Button id="close-preview" disabledFocusable={activity !== null} onClick={closeProposal}>
          {sheets.length > 0 ? texts.shell.cancel : texts.preview.close}
        </Button>
      </div>
      {sheets.map(({ sheet, lines }) => (
        <details key={sheet} open={sheets.length <= 4} className="planned">
          <summary>{sheet}</summary>
          <ul>
            {lines.map((line, i) => (
              <li key={i}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      <h3>
        {texts.problems.title(problems.length)} <SeverityCounts problems={problems} />
      </h3>
      <ProblemList problems={problems} />
    </section>
  );
}
