import type { ReactNode } from 'react';
import { usePane } from '../state/paneContext';

const WIDTH = 60;
const HEIGHT = 20;
/** Totals below this many points lie on the lower edge. */
const LOWEST = 50;

/**
 * A person's months, or quarters, as a small line.
 *
 * @param totals points of 100, null for a month without a total, in the order of the months
 */
export function MonthsLine({
  name,
  totals,
  label,
}: {
  readonly name: string;
  readonly totals: readonly (number | null)[];
  /** What the picture says to whom it is read; months' totals, unless told otherwise. */
  readonly label?: (name: string, totals: string) => string;
}): ReactNode {
  const { texts } = usePane();
  const step = WIDTH / Math.max(1, totals.length - 1);
  const points = totals.flatMap((total, i) =>
    total === null
      ? []
      : [[i * step, HEIGHT - ((Math.max(total, LOWEST) - LOWEST) / (100 - LOWEST)) * HEIGHT] as const],
  );
  const said = totals.map((total) => (total === null ? texts.pictures.noTotal : String(total))).join('、');
  return (
    <svg
      className="months"
      viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`}
      role="img"
      aria-label={(label ?? texts.pictures.months)(name, said)}
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="2" />
      ))}
    </svg>
  );
}
