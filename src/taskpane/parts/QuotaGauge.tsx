import { useId, type ReactNode } from 'react';
import type { Quota } from '../../assessment/quota';
import { usePane } from '../state/paneContext';
import { Hatch, LimitLine } from './Limits';

const WIDTH = 280;
const HEIGHT = 8;

/** 好 against its limit: a bar up to the larger of the two, hatched where it is over, a line at the limit. */
export function QuotaGauge({
  period,
  quota,
}: {
  readonly period: string;
  readonly quota: Quota & { readonly exempt?: number };
}): ReactNode {
  const { texts } = usePane();
  // Without the colons, which mean something in a reference.
  const hatch = useId().replaceAll(':', '');
  const { good, goodLimit, over } = quota;
  const scale = WIDTH / Math.max(good, goodLimit, 1);
  const label = texts.pictures.quota(period, quota);
  return (
    <figure className="quota">
      <figcaption className={over > 0 ? 'over' : ''}>{label}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
        <Hatch id={hatch} />
        <rect className="track" width={goodLimit * scale} height={HEIGHT} />
        <rect className="used" width={Math.min(good, goodLimit) * scale} height={HEIGHT} />
        {over > 0 && <rect x={goodLimit * scale} width={over * scale} height={HEIGHT} fill={`url(#${hatch})`} />}
        <LimitLine x={goodLimit * scale} height={HEIGHT} />
      </svg>
    </figure>
  );
}
