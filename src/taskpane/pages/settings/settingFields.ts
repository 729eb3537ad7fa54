import { GRADES } from '../../../assessment/grade';
import { raterGroupsOf, raterGroupsText } from '../../../assessment/raterGroup';
import { DEFAULT_SETTINGS, type Settings } from '../../../assessment/settings';
import { SETTING_TABLE, type Setting } from '../../../assessment/settingTable';
import { settingText } from '../../../assessment/settingsNote';

/** The settings that one heading stands over. */
export const SETTING_GROUPS = ['scores', 'quota', 'quarter', 'notice', 'annual', 'office'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

const GROUP_OF: Readonly<Record<keyof Settings, SettingGroup>> = {
  weights: 'scores',
  gradeLines: 'scores',
  scale: 'scores',
  rounding: 'scores',
  raterMethod: 'scores',
  absentRaters: 'scores',
  raterGroups: 'scores',
  largestBonus: 'scores',
  largestDeduction: 'scores',
  quotaPercent: 'quota',
  atLeastOneGood: 'quota',
  undeterminedInQuota: 'quota',
  leadersInQuota: 'quota',
  directGoodInQuota: 'quota',
  pool: 'quota',
  poolsWithinWhole: 'quota',
  quarterMethod: 'quarter',
  directScope: 'quarter',
  warningScope: 'quarter',
  awayFor: 'quarter',
  subjects: 'quarter',
  noticeStart: 'notice',
  undeterminedInNotice: 'notice',
  manyGood: 'annual',
  halfOf: 'annual',
  authority: 'office',
  effectiveFrom: 'office',
};

export function settingsOf(group: SettingGroup): readonly Setting[] {
  return SETTING_TABLE.filter(({ id }) => GROUP_OF[id] === group);
}

/** What a setting's fields hold: seven weights, three lines (较差 begins at 0), else one text. */
export function fieldTexts({ id }: Pick<Setting, 'id'>, settings: Settings): readonly string[] {
  if (id === 'weights') return settings.weights.map(String);
  if (id === 'gradeLines') return settings.gradeLines.slice(0, -1).map(({ from }) => String(from));
  return [id === 'raterGroups' ? raterGroupsText(settings.raterGroups) : String(settings[id])];
}

/** The settings with one of them taken from its fields; null where a field should hold a number and does not. */
export function withTexts(settings: Settings, setting: Setting, texts: readonly string[]): Settings | null {
  const [text = ''] = texts;
  switch (setting.id) {
    case 'weights': {
      const weights = numbersOf(texts);
      return weights === null ? null : { ...settings, weights };
    }
    case 'gradeLines': {
      const lines = numbersOf(texts);
      if (lines === null) return null;
      return { ...settings, gradeLines: GRADES.map((grade, i) => ({ grade, from: lines[i] ?? 0 })) };
    }
    case 'quotaPercent':
    case 'largestBonus':
    case 'largestDeduction': {
      const [number] = numbersOf(texts) ?? [];
      return number === undefined ? null : { ...settings, [setting.id]: number };
    }
    case 'raterGroups': {
      const raterGroups = raterGroupsOf(text);
      return raterGroups === undefined ? null : { ...settings, raterGroups };
    }
    case 'subjects':
    case 'authority':
      return { ...settings, [setting.id]: text.trim() };
    case 'effectiveFrom':
      return { ...settings, effectiveFrom: text };
    default: {
      const choice = setting.choices?.find((each) => String(each) === text);
      return choice === undefined ? null : { ...settings, [setting.id]: choice };
    }
  }
}

export function isDefault(setting: Setting, settings: Settings): boolean {
  return settingText(setting, settings) === settingText(setting, DEFAULT_SETTINGS);
}

/** Only the settings of `ids`. */
export function changesOf(wanted: Settings, ids: readonly (keyof Settings)[]): Partial<Settings> {
  return Object.fromEntries(ids.map((id) => [id, wanted[id]]));
}

function numbersOf(texts: readonly string[]): readonly number[] | null {
  const plain = texts.map((text) => text.normalize('NFKC').trim());
  return plain.every((text) => /^\d{1,9}(\.\d{1,9})?$/.test(text)) ? plain.map(Number) : null;
}
