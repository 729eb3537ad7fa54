import { usePage } from '../usePage';
import type { ReactNode } from 'react';
import type { StepName, StepState } from './stepStates';

interface StepProps {
  readonly name: StepName;
  readonly state: StepState;
  /** What one wants to see of it without opening it; '' for nothing. */
  readonly fact: string;
  readonly children: ReactNode;
}

/** One step: its state at a glance, and open where there is something to do. */
export function Step({ name, state, fact, children }: StepProps): ReactNode {
  const { texts } = usePage();
  // While a notice is posted there is only to wait; objections may come any day.
  const isOpen = state === 'now' || (state === 'running' && name === 'objections');
  return (
    <li className={state}>
      <details key={state} id={`step-${name}`} open={isOpen}>
        <summary>
          <h2>{texts.notice.steps[name]}</h2>
          <span className="state">{texts.notice.states[state]}</span>
          {fact !== '' && <small>{fact}</small>}
        </summary>
        {children}
      </details>
    </li>
  );
}
