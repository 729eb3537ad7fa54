import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { addMonths, monthOf, type CalendarDate } from '../../../assessment/calendarDate';
import { quarterOf, type Quarter } from '../../../assessment/period';
import { DEFAULT_SETTINGS } from '../../../assessment/settings';
import { SETTING_TABLE } from '../../../assessment/settingTable';
import { namesIn } from '../forms/namesIn';
import { fieldTexts, withTexts } from '../settings/settingFields';
import { ValueInput } from '../settings/ValueInput';
import { usePage } from '../usePage';

/** What an office begins with: its name, who scores, and the weights; one preview makes roster and settings of it. */
export function NewWorkbook(): ReactNode {
  const { texts, today, activity, propose } = usePage();
  const [authority, setAuthority] = useState('');
  const [isNameless, setNameless] = useState(false);
  const [quarter, setQuarter] = useState(() => quarterOf(monthOf(today)));
  const [raters, setRaters] = useState('');
  const weights = useWeights();
  const first = useRef<HTMLInputElement | null>(null);
  // In a narrow pane it stands below the cards, out of sight.
  useEffect(() => first.current?.focus(), []);
  const preview = (): void => {
    const name = authority.trim();
    setNameless(name === '');
    const { read } = weights;
    if (name === '' || read === null) return;
    const options = { authority: name, weights: read, raters: namesIn(raters), quarter };
    void propose('新建工作簿', (excel) => excel.previewNewWorkbook(options));
  };
  return (
    <div id="new-form">
      <p className="quiet">{texts.newWorkbook.hint}</p>
      <Field
        label={texts.newWorkbook.authority}
        required
        {...(isNameless ? { validationMessage: texts.newWorkbook.nameFirst } : {})}
      >
        <Input
          id="new-authority"
          ref={(input) => {
            first.current = input;
          }}
          value={authority}
          onChange={(_event, { value }) => setAuthority(value)}
        />
      </Field>
      <Field label={texts.newWorkbook.quarter}>
        <Select id="new-quarter" value={quarter} onChange={(_event, { value }) => setQuarter(value)}>
          {quartersAround(today).map((each) => (
            <option key={each} value={each}>
              {texts.quarter(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.newWorkbook.raters} hint={texts.forms.ratersHint}>
        <Input id="new-raters" value={raters} onChange={(_event, { value }) => setRaters(value)} />
      </Field>
      {weights.field}
      <Button
        id="preview-new"
        appearance="primary"
        disabledFocusable={activity !== null || weights.read === null}
        onClick={preview}
      >
        {texts.newWorkbook.preview}
      </Button>
    </div>
  );
}

/** The weights of the indicators; null while one of them is no number. */
function useWeights(): { readonly read: readonly number[] | null; readonly field: ReactNode } {
  const { texts } = usePage();
  const setting = SETTING_TABLE.find(({ id }) => id === 'weights');
  const [fields, setFields] = useState(() => fieldTexts({ id: 'weights' }, DEFAULT_SETTINGS));
  if (setting === undefined) return { read: null, field: null };
  const read = withTexts(DEFAULT_SETTINGS, setting, fields)?.weights ?? null;
  const field = (
    <Field
      label={texts.meanings.setting(setting) ?? setting.name}
      {...(read === null ? { validationMessage: texts.settings.notANumber } : {})}
    >
      <ValueInput setting={setting} fields={fields} change={setFields} />
    </Field>
  );
  return { read, field };
}

/** The quarter of a day with the one before, which is often the one in hand, and the next. */
function quartersAround(today: CalendarDate): Quarter[] {
  return [-3, 0, 3].map((months) => quarterOf(monthOf(addMonths(today, months))));
}
