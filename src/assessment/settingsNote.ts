import { dateTitle } from './calendarDate';
import { raterGroupsText } from './raterGroup';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { SETTING_TABLE, type Setting } from './settingTable';

/** The version of the rules: whose notice, and of which day (R02, R55). */
export function ruleVersion({ authority, effectiveFrom }: Pick<Settings, 'authority' | 'effectiveFrom'>): string {
  return `${authority}公务员平时考核工作方案（${dateTitle(effectiveFrom)}）`;
}

/** A setting's value as outputs print it: 是, 20、10、…, 好≥85、… */
export function settingText({ id }: Pick<Setting, 'id'>, settings: Settings): string {
  if (id === 'weights') return settings.weights.join('、');
  if (id === 'gradeLines') return settings.gradeLines.map(({ grade, from }) => `${grade}≥${from}`).join('、');
  if (id === 'raterGroups') return raterGroupsText(settings.raterGroups);
  if (id === 'effectiveFrom') return dateTitle(settings.effectiveFrom);
  const value = settings[id];
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}

/** Where a setting's default comes from: its clause, else that the notice leaves the choice. */
export function settingClause({ clause }: Pick<Setting, 'clause'>): string {
  return clause ?? '方案未明确，由本单位确定';
}

/** R02: the rule version and every setting that differs from its default, in one line for any output. */
export function settingsNote(settings: Settings): string {
  const changed = SETTING_TABLE.flatMap((setting) => {
    const [now, before] = [settingText(setting, settings), settingText(setting, DEFAULT_SETTINGS)];
    return now === before ? [] : [`${setting.name}为${now}（默认${before}）`];
  });
  return `规则版本：${ruleVersion(settings)}；与默认不同的设置：${changed.length === 0 ? '无' : changed.join('；')}`;
}
