import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { MonthReminders } from '../../../excel';
import { reminderLines } from '../../../forms/paper/reminders';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';
import { MonthField, useMonth } from './MonthField';

const SHOWN_LINES = 12;

/** Whom to ask for a month's forms, by 科室, as a text to send on. */
export function Reminders(): ReactNode {
  const [month, choose] = useMonth();
  const { texts, activity, today, run } = usePage();
  const [listed, setListed] = useState<(MonthReminders & { readonly month: string }) | null>(null);
  const list = async (): Promise<void> => {
    if (month === undefined) return;
    const found = await run(texts.forms.readingReminders, (excel) => excel.monthReminders({ month, today }));
    if (found !== undefined) setListed({ ...found, month });
  };
  const isShown = listed !== null && listed.month === month;
  return (
    <section>
      <h2>{texts.forms.reminders}</h2>
      {month === undefined ? (
        <p>{texts.forms.noMonths}</p>
      ) : (
        <>
          <p>{texts.forms.remindersHint}</p>
          <MonthField id="reminder-month" {...{ month, choose }} />
          <Button id="remind" disabledFocusable={activity !== null} onClick={() => void list()}>
            {texts.forms.listReminders}
          </Button>
        </>
      )}
      {isShown && listed.problems.length > 0 && <ProblemList problems={listed.problems} />}
      {isShown && listed.departments.length > 0 && (
        <Field label={texts.forms.reminders}>
          <Textarea
            id="reminders"
            readOnly
            rows={SHOWN_LINES}
            value={reminderLines(listed.month, listed.departments).join('\n')}
          />
        </Field>
      )}
    </section>
  );
}
