import type { ReactNode } from 'react';
import { usePane } from '../state/paneContext';

/** How many people have each grade: one bar each, its length by the largest. */
export function GradeBars({
  counts,
}: {
  readonly counts: readonly (readonly [grade: string, people: number])[];
}): ReactNode {
  const { texts } = usePane();
  const most = Math.max(1, ...counts.map(([, people]) => people));
  return (
    <ul className="grades">
      {counts.map(([grade, people]) => (
        <li key={grade}>
          <span>{texts.pictures.grade(grade, people)}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className="used" width={(100 * people) / most} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
