import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../state/paneContext';
import { useLasting } from './useLasting';

/** The quarter, and whether what is shown of it is what the workbook says. */
export function Period(): ReactNode {
  const { texts, state, activity, chooseQuarter, refresh } = usePane();
  const quarters = state?.quarters ?? [];
  return (
    <div className="period">
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
      <Button id="refresh" disabledFocusable={activity !== null} onClick={() => void refresh()}>
        {texts.shell.refresh}
      </Button>
      <FreshnessSign />
    </div>
  );
}

/** Nothing while all is as it should be; a reading that the person asked for is told below. */
function FreshnessSign(): ReactNode {
  const { texts, freshness, activity } = usePane();
  const isRereading = useLasting(freshness === 'reading' && activity === null);
  if (freshness === 'outdated') return <p className="stale">{texts.shell.stale}</p>;
  if (!isRereading) return null;
  return <progress className="rereading" aria-label={texts.shell.rereading} title={texts.shell.rereading} />;
}
