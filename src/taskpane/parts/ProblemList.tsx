import type { ReactNode } from 'react';
import type { Problem } from '../../forms/grid/problem';
import { Explained } from './Explained';
import { usePane } from '../state/paneContext';
import { useMore } from './useMore';

/** Problems with their severity; a click goes to the cell. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const { texts } = usePane();
  const [shown, more] = useMore(problems.length);
  if (problems.length === 0) return <p>{texts.problems.none}</p>;
  return (
    <>
      <ul className="problems">
        {problems.slice(0, shown).map((problem, i) => (
          <li key={i}>
            <ProblemItem problem={problem} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** A button that goes to the problem's cell, which its message names; plain text where there is none to go to. */
function ProblemItem({ problem }: { readonly problem: Problem }): ReactNode {
  const { texts, select } = usePane();
  const { severity, sheet, cell, message } = problem;
  const content = (
    <>
      <span className={`severity ${severity}`}>{texts.problems.severities[severity]}</span>
      <span>
        <Explained message={message} meaning={texts.meanings.problem(problem)} />
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
