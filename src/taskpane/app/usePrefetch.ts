import { useEffect } from 'react';
import { loadExcel } from '../state/excel';
import { loadPages } from './pages';

/** Fetches what comes after the first page, once that is on the screen. */
export function usePrefetch(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        // Whoever needs what cannot be fetched now asks for it again, and is told then.
        for (const load of [loadExcel, loadPages]) load().catch(() => undefined);
      }),
    );
  }, [isShown]);
}
