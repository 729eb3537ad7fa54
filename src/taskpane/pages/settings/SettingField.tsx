import { Field } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { DEFAULT_SETTINGS } from '../../../assessment/settings';
import { settingClause, settingText } from '../../../assessment/settingsNote';
import { Explained } from '../../parts/Explained';
import { usePage } from '../usePage';
import type { EditedSetting } from './useEditedSettings';
import { ValueInput } from './ValueInput';

/** One setting: its field, whether it differs from the default, and where the default comes from. */
export function SettingField({ edited }: { readonly edited: EditedSetting }): ReactNode {
  const { texts } = usePage();
  const { setting, fields, isUnsaved, differsFromDefault, change } = edited;
  const marks = [
    ...(isUnsaved ? [texts.settings.unsaved] : []),
    ...(differsFromDefault ? [texts.settings.differs] : []),
  ];
  return (
    <div className="setting" id={`setting-${setting.id}`}>
      <Field
        label={
          <Explained message={setting.name} meaning={texts.meanings.setting(setting)}>
            {marks.length > 0 && <span className="differs">{marks.join(texts.settings.and)}</span>}
          </Explained>
        }
        {...useVerdict(edited)}
      >
        <ValueInput setting={setting} fields={fields} change={change} />
      </Field>
      <Basis edited={edited} />
    </div>
  );
}

/** What is wrong with what the fields say, as a field shows it. */
function useVerdict(edited: EditedSetting): {
  validationState?: 'error' | 'warning';
  validationMessage?: readonly ReactNode[];
} {
  const { texts } = usePage();
  const { setting, unusable, isTyped, isUnreadable, contradictions } = edited;
  const said = isUnreadable
    ? [setting.id === 'raterGroups' ? texts.settings.notGroups : texts.settings.notANumber]
    : contradictions.map((each) => (
        <Explained key={each.message} message={each.message} meaning={texts.meanings.contradiction(each)} />
      ));
  const messages: readonly ReactNode[] = [
    ...(unusable !== null && !isTyped ? [texts.settings.unusable(unusable)] : []),
    ...said,
  ];
  if (messages.length === 0) return {};
  const isError = unusable !== null || isUnreadable || contradictions.some(({ severity }) => severity === 'error');
  return {
    validationState: isError ? 'error' : 'warning',
    validationMessage: messages.map((message, i) => (
      <Fragment key={i}>
        {i > 0 && texts.settings.then}
        {message}
      </Fragment>
    )),
  };
}

/** The default and its clause, what may be chosen, and the way back to the default. */
function Basis({ edited }: { readonly edited: EditedSetting }): ReactNode {
  const { texts } = usePage();
  const { setting, unusable, differsFromDefault, restore } = edited;
  const { name, allowed, choices } = setting;
  return (
    <p className="quiet">
      {/* The choices stand in the list itself. */}
      {texts.settings.basis(
        setting,
        settingText(setting, DEFAULT_SETTINGS),
        choices === null ? allowed : '',
        settingClause(setting),
      )}
      {(differsFromDefault || unusable !== null) && (
        <button
          type="button"
          className="link"
          aria-label={texts.settings.restoreOf(texts.meanings.setting(setting) ?? name)}
          onClick={restore}
        >
          {texts.settings.restore}
        </button>
      )}
    </p>
  );
}
