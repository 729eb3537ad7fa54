import { usePage } from '../usePage';
import { Button, Field, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

/** A month's forms as one set for print, and the list of what was filed. */
export function Archive(): ReactNode {
  const { texts, state, activity, propose, today } = usePage();
  const months = state?.months ?? [];
  const [chosen, setMonth] = useState('');
  const month = months.includes(chosen) ? chosen : months[0];
  return (
    <section>
      <h2>{texts.forms.archive}</h2>
      {month === undefined ? (
        <p>{texts.forms.noMonths}</p>
      ) : (
        <>
          <Field label={texts.forms.month}>
            <Select id="archive-month" value={month} onChange={(_event, { value }) => setMonth(value)}>
              {months.map((each) => (
                <option key={each} value={each}>
                  {texts.month(each)}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            id="archive"
            disabledFocusable={activity !== null}
            onClick={() => void propose('归档', (excel) => excel.previewArchive({ month, today }))}
          >
            {texts.forms.makeArchive}
          </Button>
        </>
      )}
    </section>
  );
}
