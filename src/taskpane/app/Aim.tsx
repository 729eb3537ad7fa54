import { useEffect } from 'react';
import { usePane } from '../state/paneContext';

/** Shows the control that somebody was sent to, once its page stands, and gives it the focus. */
export function Aim(): null {
  const { aim } = usePane();
  useEffect(() => {
    const control = aim === null ? null : document.getElementById(aim.control);
    if (control === null) return;
    for (let at: HTMLElement | null = control; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    control.scrollIntoView({ block: 'center' });
    control.focus();
  }, [aim]);
  return null;
}
