import { useEffect, useState } from 'react';
import { localDate, type CalendarDate } from '../../assessment/calendarDate';

/** How often it is looked whether a new day has begun, in milliseconds. */
const MINUTE = 60_000;

/** The day that it is: Excel keeps the pane's page while the workbook is open, overnight too. */
export function useToday(): CalendarDate {
  const [today, setToday] = useState(thisDay);
  useEffect(() => {
    const look = (): void => setToday(thisDay());
    const timer = setInterval(look, MINUTE);
    // A computer that slept wakes with its timers behind.
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return today;
}

function thisDay(): CalendarDate {
  return localDate(new Date());
}
