import type { ReactNode } from 'react';
import { jsonNumber } from '../../../../assessment/display';
import type { Spread } from '../../../../forms/evaluation/spread';

const WIDTH = 200;
const HEIGHT = 16;

interface SpreadLineProps {
  readonly totals: Spread;
  /** What the width stands for, in points of 100: the same for all that are compared. */
  readonly from: number;
  readonly to: number;
}

/** Lowest to highest as a line, the median as a thin stroke, the mean as a thick one. Numbers stand beside it. */
export function SpreadLine({ totals: { lowest, median, mean, highest }, from, to }: SpreadLineProps): ReactNode {
  const at = (points: number): number => (WIDTH * (points - from)) / Math.max(1, to - from);
  const [low, middle, average, high] = [lowest, median, mean, highest].map((value) => at(jsonNumber(value)));
  return (
    <svg className="spread" viewBox={`-3 0 ${WIDTH + 6} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="range" x={low} y={HEIGHT / 2 - 1} width={Math.max(1, (high ?? 0) - (low ?? 0))} height="2" />
      <rect className="range" x={(low ?? 0) - 0.5} y="4" width="1" height={HEIGHT - 8} />
      <rect className="range" x={(high ?? 0) - 0.5} y="4" width="1" height={HEIGHT - 8} />
      <rect className="median" x={(middle ?? 0) - 0.5} y="1" width="1" height={HEIGHT - 2} />
      <rect className="average" x={(average ?? 0) - 2} y="3" width="4" height={HEIGHT - 6} />
    </svg>
  );
}
