import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { settingsNote } from '../../../assessment/settingsNote';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { Explained } from '../../parts/Explained';
import { usePage } from '../usePage';
import { SettingField } from './SettingField';
import { changesOf, SETTING_GROUPS, settingsOf } from './settingFields';
import { useEditedSettings, type EditedSettings } from './useEditedSettings';

/** 设置: what the office can change, each with its default and clause, and the office's own days. */
export function SettingsPage(): ReactNode {
  const { state } = usePage();
  return state === null ? null : <OfficeSettings state={state} />;
}

function OfficeSettings({ state }: { readonly state: WorkbookState }): ReactNode {
  const { texts } = usePage();
  const settings = useEditedSettings(state.office);
  return (
    <div className="settings">
      <Introduction state={state} />
      {SETTING_GROUPS.map((group) => (
        <section key={group}>
          <h3>{texts.settings.groups[group]}</h3>
          {settingsOf(group).map((setting) => (
            <SettingField key={setting.id} edited={settings.edited(setting)} />
          ))}
        </section>
      ))}
      <Actions settings={settings} />
      <OwnDays />
    </div>
  );
}

/** Which rules and which program these are. */
function Introduction({ state }: { readonly state: WorkbookState }): ReactNode {
  const { texts } = usePage();
  return (
    <section>
      <h2>{texts.settings.title}</h2>
      <p id="rule-version">
        <Explained message={settingsNote(state.settings)} meaning={texts.meanings.version()} />
      </p>
      <p className="quiet">{texts.settings.programVersion(programVersion())}</p>
      <p className="quiet">{texts.settings.hint}</p>
    </section>
  );
}

function Actions({ settings }: { readonly settings: EditedSettings }): ReactNode {
  const { texts, activity, propose } = usePage();
  const { wanted, changed, unreadable, discard } = settings;
  const preview = (): void => void propose('考核设置', (excel) => excel.previewSettings(changesOf(wanted, changed)));
  return (
    <div className="settings-actions actions">
      <Button
        id="preview-settings"
        appearance="primary"
        disabledFocusable={activity !== null || changed.length === 0 || unreadable.length > 0}
        onClick={preview}
      >
        {texts.settings.preview(changed.length)}
      </Button>
      <Button id="discard-settings" disabledFocusable={changed.length + unreadable.length === 0} onClick={discard}>
        {texts.settings.discard}
      </Button>
    </div>
  );
}

/** 工作日历, for the days that no official list has. */
function OwnDays(): ReactNode {
  const { texts, activity, propose } = usePage();
  return (
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
  );
}

/** As the build writes it into the page. */
function programVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? '';
}
