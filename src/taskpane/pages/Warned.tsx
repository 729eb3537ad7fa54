import type { ReactNode } from 'react';
import type { Problem } from '../../forms/grid/problem';
import { ProblemList } from '../parts/ProblemList';
import { SeverityIcon } from '../parts/Severity';
import { usePage } from './usePage';

/** What the decisions leave open, where somebody is about to go on from them; nothing where they leave nothing open. */
export function Warned({ warnings }: { readonly warnings: readonly Problem[] }): ReactNode {
  const { texts } = usePage();
  if (warnings.length === 0) return null;
  return (
    <details className="warned">
      <summary>
        <SeverityIcon severity="warning" />
        {texts.review.warned(warnings.length)}
      </summary>
      <ProblemList problems={warnings} />
    </details>
  );
}
