import type { ReactNode } from 'react';
import type { Quota } from '../../../../assessment/quota';
import type { QuarterState } from '../../../../excel/reading/workbookState';
import { usePage } from '../../usePage';

const WIDTH = 200;
const HEIGHT = 12;

/** 好 against its limit: the three months and the quarter, a row each on one scale. */
export function MonthRows({ quarter: { review, tally } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts } = usePage();
  const rows: readonly (readonly [period: string, quota: Quota | null])[] = [
    ...review.months.map(({ month, quota }) => [texts.month(month), quota] as const),
    [texts.pictures.by[tally.by](texts.quarter(review.quarter)), tally.quota],
  ];
  const most = Math.max(1, ...rows.flatMap(([, quota]) => (quota === null ? [] : [quota.good, quota.goodLimit])));
  return (
    <section id="month-rows">
      <h3>{texts.leaders.months}</h3>
      <ul className="rows">
        {rows.map(([period, quota]) => (
          <li key={period}>
            <span>{period}</span>
            {quota === null ? (
              <span className="numbers">{texts.leaders.noSheets}</span>
            ) : (
              <>
                <GoodBar quota={quota} most={most} />
                <span className={`numbers${quota.over > 0 ? ' over' : ''}`}>{texts.leaders.ofLimit(quota)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{texts.leaders.monthsHint}</p>
    </section>
  );
}

function GoodBar({ quota: { good, goodLimit }, most }: { readonly quota: Quota; readonly most: number }): ReactNode {
  const scale = WIDTH / most;
  return (
    <svg className="stack" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width={goodLimit * scale} height={HEIGHT} />
      <rect className="used" y="3" width={good * scale} height={HEIGHT - 6} />
      <rect className="limit" x={Math.min(goodLimit * scale, WIDTH - 2)} width="2" height={HEIGHT} />
    </svg>
  );
}
