import { useMemo, type ReactNode } from 'react';
import { concernedBy } from '../../forms/check/concerned';
import { ownWords } from '../../forms/grid/marks';
import type { Problem } from '../../forms/grid/problem';
import { Explained } from './Explained';
import { usePane } from '../state/paneContext';
import { problemLines, type ProblemLine } from '../state/problemLines';
import { SeverityIcon } from './Severity';
import { useMore } from './useMore';

interface ListProps {
  readonly problems: readonly Problem[];
  /** The person under whose name they stand, who is not named in each again. */
  readonly under?: string | undefined;
}

/** Problems, errors first, each with whom it is about; a click goes to the cell. Notes are folded. */
export function ProblemList({ problems, under }: ListProps): ReactNode {
  const { texts } = usePane();
  const lines = useMemo(() => problemLines(problems), [problems]);
  if (lines.length === 0) return <p>{texts.problems.none}</p>;
  const notes = lines.filter(({ problem }) => problem.severity === 'note');
  const count = notes.reduce((sum, { places }) => sum + places.length, 0);
  return (
    <>
      <Lines lines={lines.slice(0, lines.length - notes.length)} under={under} />
      {notes.length > 0 && (
        <details className="notes">
          <summary>
            <SeverityIcon severity="note" />
            {texts.problems.counted('note', count)}
          </summary>
          <Lines lines={notes} under={under} />
        </details>
      )}
    </>
  );
}

function Lines({ lines, under }: Pick<ListProps, 'under'> & { readonly lines: readonly ProblemLine[] }): ReactNode {
  const { state } = usePane();
  const concerned = useMemo(() => (state === null ? null : concernedBy(state.book)), [state]);
  const [shown, more] = useMore(lines.length);
  if (lines.length === 0) return null;
  return (
    <>
      <ul className="problems">
        {lines.slice(0, shown).map(({ problem, places }, i) => (
          <li key={i}>
            {places.length > 1 ? (
              <SaidOften problem={problem} places={places} />
            ) : (
              <ProblemItem
                problem={problem}
                people={(concerned?.(problem) ?? []).filter((person) => person !== under)}
              />
            )}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

interface ItemProps {
  readonly problem: Problem;
  readonly people: readonly string[];
}

/** A button that goes to the problem's cell, which its message names; plain text where there is none to go to. */
function ProblemItem({ problem, people }: ItemProps): ReactNode {
  const { texts, select } = usePane();
  const { severity, sheet, cell, message } = problem;
  const unnamed = people.filter((person) => !message.includes(person));
  const content = (
    <>
      <SeverityIcon severity={severity} />
      <span>
        <Explained message={message} meaning={texts.meanings.problem(problem)} />
        {unnamed.length > 0 && <small>{texts.problems.about(unnamed)}</small>}
      </span>
    </>
  );
  if (sheet === null) return <div className="problem">{content}</div>;
  return (
    <button type="button" className="problem" onClick={() => select(sheet, cell)}>
      {content}
    </button>
  );
}

/** What is said of several places alike, with a way to each. */
function SaidOften({ problem, places }: ProblemLine): ReactNode {
  const { texts, select } = usePane();
  const message = ownWords(problem);
  const meaning = texts.meanings.problem({ ...problem, sheet: null, cell: null, message });
  return (
    <div className="problem">
      <SeverityIcon severity={problem.severity} />
      <div>
        <Explained message={message} meaning={meaning} />
        <details className="places">
          <summary>{texts.problems.places(places.length)}</summary>
          {places.map(
            ({ sheet, cell }, i) =>
              sheet !== null && (
                <button key={i} type="button" className="link" onClick={() => select(sheet, cell)}>
                  {cell === null ? sheet : `${sheet} ${cell}`}
                </button>
              ),
          )}
        </details>
      </div>
    </div>
  );
}
