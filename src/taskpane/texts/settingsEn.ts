import type { Settings } from '../../assessment/settings';
import type { OpenSetting, Setting } from '../../assessment/settingTable';

/** What each setting is about; the pane shows the name that the sheet prints below it. */
export const SETTING_MEANINGS: Readonly<Record<keyof Settings, string>> = {
  weights: 'Weights of the indicators (%)',
  gradeLines: 'Lowest totals of the grades',
  quotaPercent: 'Limit of 好 (%)',
  atLeastOneGood: 'At least one 好 where there are too few people',
  undeterminedInQuota: 'People of undetermined grade (不确定等次) count as participants',
  leadersInQuota: 'The bureau’s leaders (局领导) count as participants',
  directGoodInQuota: 'A direct 好 takes a seat within the limit',
  pool: 'Whom the limit of 好 counts together',
  poolsWithinWhole: 'The pools’ limits together stay within the whole bureau’s',
  scale: 'Scale of the scores',
  rounding: 'Decimals kept (rounded half up) before totals are compared with grades',
  raterMethod: 'How several raters make a total (the highest and lowest are left out above five raters only)',
  absentRaters: 'Where raters have not scored',
  raterGroups: 'Groups of raters and their weights (%)',
  largestBonus: 'Most points that 加分 adds to a person’s month (0: not counted)',
  largestDeduction: 'Most points that 扣分 takes off a person’s month (0: not counted)',
  quarterMethod: 'How the quarter’s grade is suggested',
  directScope: 'What a direct grade applies to unless its entry says so',
  warningScope: 'In which part of the year a 警告 keeps from 好',
  awayFor: 'For how much of a month’s working days a posting elsewhere (挂职, 外借) leaves the month to the other unit',
  subjects: 'Whom the appraisal takes in: everybody, or kinds of staff (身份)',
  noticeStart: 'First day of the public notice',
  undeterminedInNotice: 'People of undetermined grade (不确定等次) in the public notice',
  manyGood: 'What “many 好” means for the year',
  halfOf: 'What “more than half” counts against for the year',
  authority: 'Name of the authority',
  effectiveFrom: 'Day of the notice',
};

/** Which values do where the setting has no list of them. */
const ALLOWED: Readonly<Record<OpenSetting, string>> = {
  weights: '7 whole numbers that total 100',
  gradeLines: 'the lowest totals of 好, 较好 and 一般, falling, 0 to 100; 较差 begins at 0',
  quotaPercent: 'a whole number from 0 to 100',
  raterGroups: '不分组 (all raters count alike), or names with whole weights that total 100, as 主要领导40、民主测评60',
  largestBonus: 'a whole number from 0 to 100',
  largestDeduction: 'a whole number from 0 to 100',
  subjects: '全部 (everybody), or 身份 of the roster such as 公务员、参公',
  authority: '1 to 30 characters',
  effectiveFrom: 'a date with year, month and day',
};

type Choice = Exclude<Settings[Exclude<keyof Settings, OpenSetting>], boolean | number>;

/** What the sheet says for each choice. */
const CHOICES: Readonly<Record<Choice, string>> = {
  自动: 'found from the scores',
  百分制: '0 to 100 each',
  分值制: 'at most the weight each',
  不舍入: 'not rounded',
  平均: 'mean',
  去掉最高最低后平均: 'mean without the highest and the lowest',
  待确认: 'no total until confirmed',
  按已打分评委平均: 'mean of those who have scored',
  平均分: 'by the mean of the months',
  多数等次: 'by the grade that most months have',
  全局: 'the whole bureau',
  单位: 'each unit',
  职务类别: 'each class of positions',
  科室: 'each department',
  分管领导: 'the people of each leader',
  身份: 'each kind of staff (身份)',
  季: 'the quarter',
  月: 'the month',
  全年: 'all of it',
  自处分之月起: 'from the month of the penalty on',
  过半: 'more than half',
  有一天即算: 'any day',
  当日计入: 'the day of posting',
  次日起: 'the day after',
  不列: 'left out',
  列出不写原因: 'listed without the reason',
  不少于一半: 'half or more',
  至少1次: 'at least one',
  超过一半: 'more than half',
  已确定等次的季度: 'the quarters that have a grade',
  固定4个季度: 'always four quarters',
};

const YES = 'yes (是)';
const NO = 'no (否)';

/** A choice as the sheet says it, with what it means. */
export function choiceText(choice: string | number | boolean): string {
  if (typeof choice === 'boolean') return choice ? YES : NO;
  const meanings: Readonly<Record<string, string>> = CHOICES;
  const meaning = meanings[choice];
  return meaning === undefined ? String(choice) : `${meaning} (${choice})`;
}

/** What a setting is by default, which values it can have, and where the default comes from. */
export function basisText({ id, default: usual, clause, choices }: Setting, shown: string): string {
  const value = typeof usual === 'string' || typeof usual === 'boolean' ? choiceText(usual) : shown;
  const allowed: Readonly<Partial<Record<keyof Settings, string>>> = ALLOWED;
  const which = choices === null && allowed[id] !== undefined ? `Allowed: ${allowed[id]}. ` : '';
  const basis = clause ?? 'left open by the notice, for the office to choose';
  return `Default: ${value}. ${which}Basis: ${basis}.`;
}
