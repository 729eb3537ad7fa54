import { useId, type ReactNode } from 'react';
import type { Quota } from '../../assessment/quota';
import type { QuarterState } from '../../excel/reading/workbookState';
import { usePane } from '../state/paneContext';
import { Hatch, LimitLine } from './Limits';

const WIDTH = 200;
const HEIGHT = 12;

/** 好 against its limit: the three months and the quarter, a row each on one scale. */
export function QuotaRows({ quarter: { review, tally } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts } = usePane();
  const { month: monthOf, quarter: quarterOf, pictures } = texts;
  const rows: readonly (readonly [short: string, period: string, quota: Quota | null])[] = [
    ...review.months.map(({ month, quota }) => [pictures.shortMonth(month), monthOf(month), quota] as const),
    [pictures.wholeQuarter, pictures.by[tally.by](quarterOf(review.quarter)), tally.quota],
  ];
  const most = Math.max(1, ...rows.flatMap(([, , quota]) => (quota === null ? [] : [quota.good, quota.goodLimit])));
  return (
    <>
      <ul className="quota-rows">
        {rows.map(([short, period, quota]) => (
          <li key={period}>
            <span>{short}</span>
            {quota === null ? (
              <span className="of-limit">{pictures.noSheets}</span>
            ) : (
              <>
                <GoodBar quota={quota} most={most} label={pictures.quota(period, quota)} />
                <span className={`of-limit${quota.over > 0 ? ' over' : ''}`}>{pictures.ofLimit(quota)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{pictures.rowsHint}</p>
    </>
  );
}

interface GoodBarProps {
  readonly quota: Quota;
  readonly most: number;
  readonly label: string;
}

/** A bar on the track of its limit, hatched where it is over. */
function GoodBar({ quota: { good, goodLimit }, most, label }: GoodBarProps): ReactNode {
  // Without the colons, which mean something in a reference.
  const hatch = useId().replaceAll(':', '');
  const scale = WIDTH / most;
  const within = Math.min(good, goodLimit) * scale;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      <Hatch id={hatch} />
      <rect className="track" y="2" width={goodLimit * scale} height={HEIGHT - 4} />
      <rect className="used" y="2" width={within} height={HEIGHT - 4} />
      {good > goodLimit && (
        <rect x={within} y="2" width={good * scale - within} height={HEIGHT - 4} fill={`url(#${hatch})`} />
      )}
      <LimitLine x={goodLimit * scale} height={HEIGHT} />
    </svg>
  );
}
