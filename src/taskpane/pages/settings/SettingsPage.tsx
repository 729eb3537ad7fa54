import { Button, Field, Input, Select } from '@fluentui/react-components';
import { Fragment, useEffect, type ReactNode } from 'react';
import type { Contradiction } from '../../../assessment/contradiction';
import { GRADES } from '../../../assessment/grade';
import { INDICATORS } from '../../../assessment/indicator';
import { DEFAULT_SETTINGS, type Settings } from '../../../assessment/settings';
import { checkSettings, SETTING_TABLE, type Setting } from '../../../assessment/settingTable';
import { settingClause, settingsNote, settingText } from '../../../assessment/settingsNote';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { Explained } from '../../parts/Explained';
import { usePane, type Pane } from '../../state/paneContext';
import { changesOf, fieldTexts, isDefault, SETTING_GROUPS, settingsOf, withTexts } from './settingFields';

/** 设置: what the office can change, each with its default and clause, and the office's own days. */
export function SettingsPage(): ReactNode {
  const { state } = usePane();
  return state === null ? null : <OfficeSettings state={state} />;
}

/** What the fields say together: the settings as they would be, and which fields say something else than the sheet. */
interface Edited {
  readonly wanted: Settings;
  readonly changed: readonly (keyof Settings)[];
  /** Settings whose fields should hold numbers and do not. */
  readonly unreadable: readonly (keyof Settings)[];
}

function OfficeSettings({ state }: { readonly state: WorkbookState }): ReactNode {
  const { texts, activity, drafts, keepDraft, propose } = usePane();
  const { written, unusable } = state.office;
  const edited = editedSettings(state.office, drafts);
  const found = checkSettings(edited.wanted);

  // What stands in the sheet, by whatever way it came there, is no draft any more.
  useEffect(() => {
    for (const setting of SETTING_TABLE) {
      if (unusable.has(setting.id)) continue;
      const draft = drafts.get(fieldOf(setting));
      if (draft?.texts.join('\n') === fieldTexts(setting, written).join('\n')) keepDraft(fieldOf(setting), null);
    }
  }, [written, unusable, drafts, keepDraft]);

  const preview = (): void =>
    void propose('考核设置', (excel) => excel.previewSettings(changesOf(edited.wanted, edited.changed)));
  return (
    <div className="settings">
      <section>
        <h2>{texts.settings.title}</h2>
        <p id="rule-version">
          <Explained message={settingsNote(state.settings)} meaning={texts.meanings.version()} />
        </p>
        <p className="quiet">{texts.settings.programVersion(programVersion())}</p>
        <p className="quiet">{texts.settings.hint}</p>
      </section>
      {SETTING_GROUPS.map((group) => (
        <section key={group}>
          <h3>{texts.settings.groups[group]}</h3>
          {settingsOf(group).map((setting) => (
            <SettingField
              key={setting.id}
              setting={setting}
              office={state.office}
              edited={edited}
              found={found.filter(({ setting: id }) => id === setting.id)}
            />
          ))}
        </section>
      ))}
      <div className="settings-actions actions">
        <Button
          id="preview-settings"
          appearance="primary"
          disabledFocusable={activity !== null || edited.changed.length === 0 || edited.unreadable.length > 0}
          onClick={preview}
        >
          {texts.settings.preview(edited.changed.length)}
        </Button>
        <Button
          id="discard-settings"
          disabledFocusable={edited.changed.length + edited.unreadable.length === 0}
          onClick={() => {
            for (const setting of SETTING_TABLE) keepDraft(fieldOf(setting), null);
          }}
        >
          {texts.settings.discard}
        </Button>
      </div>
      <section>
        <h2>{texts.settings.calendar}</h2>
        <p>{texts.settings.calendarHint}</p>
        <Button
          id="calendar"
          disabledFocusable={activity !== null}
          onClick={() => void propose('工作日历', (excel) => excel.previewCalendarSheet())}
        >
          {texts.settings.previewCalendar}
        </Button>
      </section>
    </div>
  );
}

/** One setting: its field, whether it differs from the default, and where the default comes from. */
function SettingField({
  setting,
  office,
  edited,
  found,
}: {
  readonly setting: Setting;
  readonly office: WorkbookState['office'];
  readonly edited: Edited;
  readonly found: readonly Contradiction[];
}): ReactNode {
  const { texts, drafts, keepDraft } = usePane();
  const { id, name, allowed, choices } = setting;
  const standing = fieldTexts(setting, office.written);
  const fields = drafts.get(fieldOf(setting))?.texts ?? standing;
  const present = office.unusable.get(id);
  const isChanged = edited.changed.includes(id);
  const isUnreadable = edited.unreadable.includes(id);
  const differs = isUnreadable || !isDefault(setting, edited.wanted);
  const change = (changed: readonly string[]): void => keepDraft(fieldOf(setting), { texts: changed, seen: standing });
  const marks = [
    ...(isChanged || isUnreadable ? [texts.settings.unsaved] : []),
    ...(differs ? [texts.settings.differs] : []),
  ];
  const messages: readonly ReactNode[] = [
    ...(present !== undefined && !drafts.has(fieldOf(setting)) ? [texts.settings.unusable(present)] : []),
    ...(isUnreadable
      ? [texts.settings.notANumber]
      : found.map((each) => (
          <Explained key={each.message} message={each.message} meaning={texts.meanings.contradiction(each)} />
        ))),
  ];
  const isError = present !== undefined || isUnreadable || found.some(({ severity }) => severity === 'error');
  return (
    <div className="setting" id={`setting-${id}`}>
      <Field
        label={
          <Explained message={name} meaning={texts.meanings.setting(setting)}>
            {marks.length > 0 && <span className="differs">{marks.join(texts.settings.and)}</span>}
          </Explained>
        }
        {...(messages.length === 0
          ? {}
          : {
              validationState: isError ? 'error' : 'warning',
              validationMessage: messages.map((message, i) => (
                <Fragment key={i}>
                  {i > 0 && texts.settings.then}
                  {message}
                </Fragment>
              )),
            })}
      >
        <ValueInput setting={setting} fields={fields} change={change} />
      </Field>
      <p className="quiet">
        {/* The choices stand in the list itself. */}
        {texts.settings.basis(
          setting,
          settingText(setting, DEFAULT_SETTINGS),
          choices === null ? allowed : '',
          settingClause(setting),
        )}
        {(differs || present !== undefined) && (
          <button
            type="button"
            className="link"
            aria-label={texts.settings.restoreOf(texts.meanings.setting(setting) ?? name)}
            onClick={() => change(fieldTexts(setting, DEFAULT_SETTINGS))}
          >
            {texts.settings.restore}
          </button>
        )}
      </p>
    </div>
  );
}

/** The field that fits a setting: a row of numbers, a choice, a day, a text. */
function ValueInput({
  setting,
  fields,
  change,
}: {
  readonly setting: Setting;
  readonly fields: readonly string[];
  readonly change: (fields: readonly string[]) => void;
}): ReactNode {
  const { texts } = usePane();
  const { id, name, choices } = setting;
  if (id === 'weights' || id === 'gradeLines') {
    const labels = id === 'weights' ? INDICATORS.map((indicator) => texts.indicator(indicator)) : GRADES.slice(0, -1);
    const sum = fields.reduce((total, text) => total + Number(text.normalize('NFKC')), 0);
    return (
      <div className="numbers" role="group" aria-label={texts.meanings.setting(setting) ?? name}>
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
  return (
    <Input
      type={id === 'effectiveFrom' ? 'date' : 'text'}
      inputMode={id === 'quotaPercent' ? 'numeric' : 'text'}
      value={value}
      onChange={(_event, typed) => change([typed.value])}
    />
  );
}

function fieldOf({ id }: Pick<Setting, 'id'>): string {
  return `setting ${id}`;
}

function editedSettings({ written, unusable }: WorkbookState['office'], drafts: Pane['drafts']): Edited {
  let wanted = written;
  const changed: (keyof Settings)[] = [];
  const unreadable: (keyof Settings)[] = [];
  for (const setting of SETTING_TABLE) {
    const draft = drafts.get(fieldOf(setting));
    if (draft === undefined) continue;
    const next = withTexts(wanted, setting, draft.texts);
    if (next === null) unreadable.push(setting.id);
    else {
      wanted = next;
      const isSame = draft.texts.join('\n') === fieldTexts(setting, written).join('\n');
      if (!isSame || unusable.has(setting.id)) changed.push(setting.id);
    }
  }
  return { wanted, changed, unreadable };
}

/** As the build writes it into the page. */
function programVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? '';
}
