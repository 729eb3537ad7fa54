import { useEffect } from 'react';
import { checkSettings, SETTING_TABLE, type Setting } from '../../../assessment/settingTable';
import type { Contradiction } from '../../../assessment/contradiction';
import { DEFAULT_SETTINGS, type Settings } from '../../../assessment/settings';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import type { Pane } from '../../state/paneContext';
import { usePage } from '../usePage';
import { fieldTexts, isDefault, withTexts } from './settingFields';

type Office = WorkbookState['office'];

/** A setting with what its fields say. */
export interface EditedSetting {
  readonly setting: Setting;
  readonly fields: readonly string[];
  /** What the cell says where that cannot be used. */
  readonly unusable: string | null;
  /** The fields are as somebody left them, not as the cell has them. */
  readonly isTyped: boolean;
  /** The fields say something else than the sheet. */
  readonly isUnsaved: boolean;
  /** The fields should hold numbers and do not. */
  readonly isUnreadable: boolean;
  readonly differsFromDefault: boolean;
  readonly contradictions: readonly Contradiction[];
  readonly change: (fields: readonly string[]) => void;
  readonly restore: () => void;
}

export interface EditedSettings {
  /** The settings as they would be. */
  readonly wanted: Settings;
  readonly changed: readonly (keyof Settings)[];
  readonly unreadable: readonly (keyof Settings)[];
  readonly edited: (setting: Setting) => EditedSetting;
  readonly discard: () => void;
}

/** What the fields say together, over what stands in the sheet. */
export function useEditedSettings(office: Office): EditedSettings {
  const { drafts, keepDraft } = usePage();
  useForgetting(office);
  const read = readDrafts(office, drafts);
  const { wanted, changed, unreadable } = read;
  const found = checkSettings(wanted);

  const edited = (setting: Setting): EditedSetting => {
    const { id } = setting;
    const standing = fieldTexts(setting, office.written);
    const draft = drafts.get(fieldOf(setting));
    const isUnreadable = unreadable.includes(id);
    const change = (texts: readonly string[]): void => keepDraft(fieldOf(setting), { texts, seen: standing });
    return {
      setting,
      fields: draft?.texts ?? standing,
      unusable: office.unusable.get(id) ?? null,
      isTyped: draft !== undefined,
      isUnsaved: isUnreadable || changed.includes(id),
      isUnreadable,
      differsFromDefault: isUnreadable || !isDefault(setting, wanted),
      contradictions: found.filter((each) => each.setting === id),
      change,
      restore: () => change(fieldTexts(setting, DEFAULT_SETTINGS)),
    };
  };
  const discard = (): void => {
    for (const setting of SETTING_TABLE) keepDraft(fieldOf(setting), null);
  };
  return { ...read, edited, discard };
}

/** What stands in the sheet, by whatever way it came there, is no draft any more. */
function useForgetting({ written, unusable }: Office): void {
  const { drafts, keepDraft } = usePage();
  useEffect(() => {
    for (const setting of SETTING_TABLE) {
      if (unusable.has(setting.id)) continue;
      const draft = drafts.get(fieldOf(setting));
      if (draft !== undefined && saysTheSame(draft.texts, fieldTexts(setting, written)))
        keepDraft(fieldOf(setting), null);
    }
  }, [written, unusable, drafts, keepDraft]);
}

function readDrafts(
  { written, unusable }: Office,
  drafts: Pane['drafts'],
): Pick<EditedSettings, 'wanted' | 'changed' | 'unreadable'> {
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
      const isSame = saysTheSame(draft.texts, fieldTexts(setting, written));
      if (!isSame || unusable.has(setting.id)) changed.push(setting.id);
    }
  }
  return { wanted, changed, unreadable };
}

function saysTheSame(texts: readonly string[], standing: readonly string[]): boolean {
  return texts.join('\n') === standing.join('\n');
}

function fieldOf({ id }: Pick<Setting, 'id'>): string {
  return `setting ${id}`;
}
