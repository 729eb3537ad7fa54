import { Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { GRADES } from '../../../assessment/grade';
import { INDICATORS } from '../../../assessment/indicator';
import type { Setting } from '../../../assessment/settingTable';
import { DateInput } from '../../parts/DateInput';
import { usePage } from '../usePage';

interface ValueInputProps {
  readonly setting: Setting;
  readonly fields: readonly string[];
  readonly change: (fields: readonly string[]) => void;
}

/** The field that fits a setting: a row of numbers, a choice, a day, a text. */
export function ValueInput({ setting, fields, change }: ValueInputProps): ReactNode {
  const { texts } = usePage();
  const { id, choices } = setting;
  if (id === 'weights' || id === 'gradeLines') return <Numbers {...{ setting, fields, change }} />;
  const [value = ''] = fields;
  if (choices !== null) {
    return (
      <Select value={value} onChange={(_event, chosen) => change([chosen.value])}>
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {texts.settings.choice(choice)}
          </option>
        ))}
      </Select>
    );
  }
  if (id === 'effectiveFrom') return <DateInput value={value} change={(typed) => change([typed])} />;
  return (
    <Input
      inputMode={typeof setting.default === 'number' ? 'numeric' : 'text'}
      value={value}
      onChange={(_event, typed) => change([typed.value])}
    />
  );
}

/** The weights of the indicators with their sum, or the lines of the grades. */
function Numbers({ setting, fields, change }: ValueInputProps): ReactNode {
  const { texts } = usePage();
  const { id, name } = setting;
  const labels = id === 'weights' ? INDICATORS.map((indicator) => texts.indicator(indicator)) : GRADES.slice(0, -1);
  const sum = fields.reduce((total, text) => total + Number(text.normalize('NFKC')), 0);
  return (
    <div className="number-fields" role="group" aria-label={texts.meanings.setting(setting) ?? name}>
      {labels.map((label, i) => (
        <label key={label}>
          <span>{label}</span>
          <Input
            id={`${id}-${i}`}
            inputMode="decimal"
            value={fields[i] ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(_event, { value }) => change(fields.map((each, at) => (at === i ? value : each)))}
          />
        </label>
      ))}
      {id === 'weights' && Number.isFinite(sum) && <output>{texts.settings.sum(sum)}</output>}
    </div>
  );
}
