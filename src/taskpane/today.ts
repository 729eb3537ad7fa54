import type { CalendarDate } from '../assessment/calendarDate';

/** Local time to the minute, as people write it: 2020-10-09 14:05. */
export function timeStamp(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** Today where the person is. */
export function localDate(now: Date): CalendarDate {
  return timeStamp(now).slice(0, 10);
}
