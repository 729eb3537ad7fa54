import type { ReactNode } from 'react';
import type { Problem, Severity } from '../../forms/grid/problem';
import { usePane } from '../state/paneContext';
import { severityCounts } from '../state/problemLines';

/** Shapes that also a black-and-white print tells apart: a full circle, a triangle, an open circle. */
const SHAPES: Readonly<Record<Severity, string>> = {
  error: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.75 3.5h1.5v4.75h-1.5V4.5Zm0 6h1.5V12h-1.5v-1.5Z',
  warning: 'M8 1.2 15.5 14.5H.5L8 1.2Zm-.75 4.8v4.3h1.5V6h-1.5Zm0 5.5V13h1.5v-1.5h-1.5Z',
  note: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3ZM7.35 7v4.5h1.3V7h-1.3Zm0-2.5v1.4h1.3V4.5h-1.3Z',
};

/** A severity as a sign, with its word for who does not see it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactNode {
  const { texts } = usePane();
  const word = texts.problems.severities[severity];
  return (
    <svg className={`severity ${severity}`} viewBox="0 0 16 16" role="img" aria-label={word}>
      <title>{word}</title>
      <path d={SHAPES[severity]} fillRule="evenodd" />
    </svg>
  );
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
