import { Field, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Month } from '../../../assessment/period';
import { usePage } from '../usePage';

/** One of the months that the workbook has, the first unless another is chosen; undefined where it has none. */
export function useMonth(): readonly [month: Month | undefined, choose: (month: string) => void] {
  const { state } = usePage();
  const months = state?.months ?? [];
  const [chosen, choose] = useState('');
  return [months.includes(chosen) ? chosen : months[0], choose];
}

interface MonthFieldProps {
  readonly id: string;
  readonly month: Month;
  readonly choose: (month: string) => void;
}

export function MonthField({ id, month, choose }: MonthFieldProps): ReactNode {
  const { texts, state } = usePage();
  return (
    <Field label={texts.forms.month}>
      <Select id={id} value={month} onChange={(_event, { value }) => choose(value)}>
        {state?.months.map((each) => (
          <option key={each} value={each}>
            {texts.month(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
