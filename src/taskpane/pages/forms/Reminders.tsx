import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { MonthReminders } from '../../../excel';
import { reminderLines } from '../../../forms/paper/reminders';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';

const SHOWN_LINES = 12;

/** Whom to ask for a month's forms, by 科室, as a text to send on. */
export function Reminders(): ReactNode {
  const { texts, state, activity, today, run } = usePage();
  const months = state?.months ?? [];
  const [chosen, setMonth] = useState('');
  const [listed, setListed] = useState<(MonthReminders & { readonly month: string }) | null>(null);
  const month = months.includes(chosen) ? chosen : months[0];
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
          <Field label={texts.forms.month}>
            <Select id="reminder-month" value={month} onChange={(_event, { value }) => setMonth(value)}>
              {months.map((each) => (
                <option key={each} value={each}>
                  {texts.month(each)}
                </option>
              ))}
            </Select>
          </Field>
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
