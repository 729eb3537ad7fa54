import type { ReactNode } from 'react';
import type { Problem, Severity } from '../../forms/grid/problem';
import { usePane } from '../state/paneContext';
import { severityCounts } from '../state/problemLines';
import { Sign } from './Icon';

/** A severity as a sign, with its word for who does not see it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactNode {
  const { texts } = usePane();
  return <Sign name={severity} word={texts.problems.severities[severity]} className={`severity ${severity}`} />;
}

/** How many problems of each severity there are. */
export function SeverityCounts({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const { texts } = usePane();
  return (
    <span className="counts">
      {severityCounts(problems).map(([severity, count]) => (
        <span key={severity}>
          <SeverityIcon severity={severity} />
          {texts.problems.counted(severity, count)}
        </span>
      ))}
    </span>
  );
}
