import { useEffect, useState } from 'react';

/** Shorter things need no sign that they run, in milliseconds. */
const UNNOTICED = 400;

/**
 * True once something has lasted long enough to be worth a sign.
 *
 * @param unnoticed milliseconds
 */
export function useLasting(isOn: boolean, unnoticed = UNNOTICED): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => setLong(true), unnoticed);
    return () => clearTimeout(timer);
  }, [isOn, unnoticed]);
  return isOn && isLong;
}
