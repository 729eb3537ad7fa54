import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon';
import { usePane } from '../state/paneContext';

/** What goes with every step of the work: reading again, the check with its errors, settings. */
export function Beside(): ReactNode {
  const { texts, state, activity, page, goTo, refresh } = usePane();
  const errors = state?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  return (
    <div className="beside">
      <button
        type="button"
        id="refresh"
        title={texts.shell.refresh}
        aria-disabled={activity !== null ? true : undefined}
        onClick={() => {
          if (activity === null) void refresh();
        }}
      >
        <Icon name="refresh" />
        <span className="word">{texts.shell.refresh}</span>
      </button>
      <nav aria-label={texts.shell.beside}>
        {(['check', 'settings'] as const).map((each) => (
          <button
            key={each}
            type="button"
            id={`tab-${each}`}
            title={each === 'check' && errors > 0 ? texts.problems.counted('error', errors) : texts.shell.pages[each]}
            aria-current={each === page ? 'page' : undefined}
            onClick={() => goTo(each)}
          >
            <Icon name={each} />
            <span className="word">{texts.shell.pages[each]}</span>
            {each === 'check' && errors > 0 && (
              <span className="badge" aria-hidden="true">
                {errors > 99 ? '99+' : errors}
              </span>
            )}
          </button>
        ))}
      </nav>
    </div>
  );
}
