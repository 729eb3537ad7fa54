import { useId, type ReactNode } from 'react';
import type { DecidedGrade } from '../../assessment/grade';
import type { GradeCount } from '../../forms/annual/departments';
import { GRADE_CLASS } from './GradeChip';

const WIDTH = 200;
const HEIGHT = 12;

/** Lines on paper, where there is no colour: how far apart they are, and how they run; null for black, and for white. */
const HATCHES: Readonly<Partial<Record<DecidedGrade, readonly [gap: number, angle: number]>>> = {
  较好: [3, 45],
  一般: [6, -45],
  较差: [4, 90],
};

interface GradeStackProps {
  /** In one order for all that are compared. */
  readonly grades: readonly GradeCount[];
  /** People that the full width stands for: the most of all that are compared. */
  readonly most: number;
}

/** How many people have each grade, one behind the other. Numbers stand beside it, so that it says nothing itself. */
export function GradeStack({ grades, most }: GradeStackProps): ReactNode {
  // Without the colons, which mean something in a reference.
  const id = useId().replaceAll(':', '');
  const scale = WIDTH / Math.max(1, most);
  const before = (i: number): number => grades.slice(0, i).reduce((sum, { people }) => sum + people, 0);
  return (
    <svg className="stack" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>
        {Object.entries(HATCHES).map(([grade, [gap, angle]]) => (
          <pattern
            key={grade}
            id={`${id}${grade}`}
            width={gap}
            height={gap}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${angle})`}
          >
            <rect className="paper-ground" width={gap} height={gap} />
            <rect className="paper-line" width="1" height={gap} />
          </pattern>
        ))}
      </defs>
      {grades.map(({ grade, people }, i) => {
        const place = { x: before(i) * scale, width: people * scale, height: HEIGHT };
        const hatch = grade === '好' ? 'black' : grade !== null && grade in HATCHES ? `url(#${id}${grade})` : 'white';
        return (
          <g key={grade ?? ''}>
            <rect className={`part ${grade === null ? 'none' : GRADE_CLASS[grade]}`} {...place} />
            <rect className={hatch.startsWith('url') ? 'on-paper' : `on-paper ${hatch}`} fill={hatch} {...place} />
          </g>
        );
      })}
    </svg>
  );
}
