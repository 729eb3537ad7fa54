import type { ReactNode } from 'react';
import { usePane } from '../state/paneContext';
import { useLasting } from './useLasting';

/** The quarter that the pane is about. */
export function Quarter(): ReactNode {
  const { texts, state, chooseQuarter } = usePane();
  const quarters = state?.quarters ?? [];
  return (
    <select
      id="quarter"
      aria-label={texts.shell.quarter}
      value={state?.quarter?.review.quarter ?? ''}
      disabled={quarters.length === 0}
      onChange={({ target }) => chooseQuarter(target.value)}
    >
      {quarters.length === 0 && <option value="">{texts.shell.noQuarter}</option>}
      {quarters.map((quarter) => (
        <option key={quarter} value={quarter}>
          {texts.quarter(quarter)}
        </option>
      ))}
    </select>
  );
}

/** A workbook that was edited is read again within so many milliseconds, unless something holds that up. */
const SOON = 1500;

/**
 * Nothing while all is as it should be; a thin line from the edit until what is shown has it; words only where nothing is
 * being read, since a preview stands open or the reading failed. A reading that the person asked for is told below.
 */
export function FreshnessSign(): ReactNode {
  const { texts, freshness, activity } = usePane();
  const isHeldUp = useLasting(freshness === 'outdated', SOON);
  if (freshness === 'current' || (freshness === 'reading' && activity !== null)) return null;
  if (isHeldUp) return <p className="stale">{texts.shell.stale}</p>;
  return <progress className="rereading" aria-label={texts.shell.rereading} title={texts.shell.rereading} />;
}
