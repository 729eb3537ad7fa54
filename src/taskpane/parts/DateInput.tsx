import { Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { parseCalendarDate } from '../../assessment/calendarDate';
import { usePane } from '../state/paneContext';

interface DateInputProps {
  readonly id?: string;
  /** Such as 2026-07-01; anything else is no day. */
  readonly value: string;
  readonly change: (value: string) => void;
}

/** The browser's field for a day, which shows the day as the office writes it while nobody is typing. */
export function DateInput({ id, value, change }: DateInputProps): ReactNode {
  const { texts } = usePane();
  const day = parseCalendarDate(value);
  return (
    <span className={`date-input${day === undefined ? '' : ' known'}`}>
      <Input
        {...(id === undefined ? {} : { id })}
        type="date"
        value={value}
        onChange={(_event, typed) => change(typed.value)}
      />
      {day !== undefined && (
        <span className="day" aria-hidden="true">
          {texts.date(day)}
        </span>
      )}
    </span>
  );
}
