import type { AnnualHintKind } from '../../assessment/annual';
import type { Contradiction } from '../../assessment/contradiction';
import type { CorrectionKind } from '../../forms/check/corrections';
import type { ReadinessKind } from '../../forms/review/readiness';
import type { Meanings } from './meanings';
import { PROBLEM_MEANINGS } from './problemsEn';
import { SETTING_MEANINGS } from './settingsEn';

const CONTRADICTIONS: Readonly<Record<Contradiction['code'], string>> = {
  WEIGHT_COUNT: 'There must be seven weights.',
  WEIGHT_NOT_WHOLE: 'Weights must be whole numbers from 0 to 100.',
  WEIGHT_TOTAL: 'The weights must total 100%.',
  WEIGHT_SHARES:
    'The notice gives 40% to the common indicators (共性指标) and 60% to the others (个性指标) (二（二）). Please confirm.',
  GRADE_LINES_INCOMPLETE: 'There must be one line for each of 好, 较好, 一般 and 较差, in this order.',
  GRADE_LINE_OUT_OF_RANGE: 'Lines must be above 0 and at most 100, and the one of 较差 must be 0.',
  GRADE_LINES_NOT_FALLING: 'The line of each grade must be below that of the better grade.',
  QUOTA_OUT_OF_RANGE: 'The limit of 好 must be a whole number from 0 to 100.',
  AT_LEAST_ONE_WITHOUT_QUOTA: 'With a limit of 0 there cannot also be at least one 好. Change one of the two.',
  RATER_GROUPS_UNUSABLE:
    'Two groups or more, with names of which none contains another, and whole weights from 1 that total 100.',
  LARGEST_OUT_OF_RANGE: 'This must be a whole number from 0 to 100.',
  NOT_A_CHOICE: 'This is none of the values that the setting may have.',
  AUTHORITY_UNUSABLE: 'The name must have 1 to 30 characters on one line.',
  SUBJECTS_UNUSABLE:
    'This must be 全部 (everybody), or kinds of staff (身份) of the roster, at most 30 characters on one line.',
  EFFECTIVE_DATE_INVALID: 'This must be a date with year, month and day.',
};

type OfMonth = (month: string, people: string) => string;

/** What lacks, and what to do next; the names stand in the original. */
const READINESS: Readonly<Record<ReadinessKind, OfMonth>> = {
  缺测评表: (month) =>
    `No score sheet (附件3) of ${month}. Have people scored, or collect the sheets, before deciding.`,
  没有总分: (month, people) => `${month}: no total for ${people}. Complete the scores, or enter a 特殊情形.`,
  // Where a month has neither 附件1 nor 附件2, the item is nobody's.
  缺备案表: (month, people) =>
    people === ''
      ? `${month}: neither 附件1 nor 附件2, so comments and suggested grades cannot be checked. Collect them first.`
      : `${month}: no 附件2 of ${people}. Ask for it.`,
  缺评语: (month, people) =>
    `${month}: no comment on the 附件2 of ${people}. The head of department (科长) or superior in charge (分管领导) writes it.`,
  缺等次建议: (month, people) =>
    `${month}: no suggested grade on the 附件2 of ${people}. The head of department (科长) or superior in charge (分管领导) gives it.`,
  缺外单位材料: (month, people) =>
    `${month}: ${people} work or study at another unit, and nothing of that unit is there to assess them by (五·4). Get it, and note it in 特殊情形登记.`,
  缺审定表: () => 'There is no 审定表 of the quarter yet. Make the quarterly review.',
  缺机关党委意见: (_month, people) => `No 机关党委意见 on ${people}. Ask for it, and enter it in the 审定表.`,
  缺纪检监察意见: (_month, people) => `No 纪检监察意见 on ${people}. Ask for it, and enter it in the 审定表.`,
  缺领导小组名单: () => 'There is no list of the leadership group for the quarter. Make it and fill it in (五·1).',
  名单不全: () => 'The list of the leadership group lacks what is named below. Complete it (五·1).',
  未审定: (_month, people) => `No decided grade (审定等次) for ${people}. The leadership group decides.`,
  缺理由: (_month, people) =>
    `The decided grade of ${people} differs from the suggested one, without a reason. State it in “备注”.`,
  逾期: () => 'The last day for the decision has passed. Have it made soon (三（二）4).',
};

const CORRECTIONS: Readonly<Record<CorrectionKind, string>> = {
  score: 'a number in place of text',
  name: 'no spaces within the name, and “·” between its parts',
  label: 'the heading as 附件3 words it, with the same weight',
  date: 'the date with year, month and day',
  grade: 'a grade of the notice; please confirm',
  weight: 'the weight in the heading becomes that of the settings, by which the scores are calculated already',
  penaltyEnd: 'when the penalty ends, by its kind and first day; 人事科 has to verify it',
};

const HINTS: Readonly<Record<AnnualHintKind, string>> = {
  不得参加年度考核:
    'Still refuses the routine appraisal after 批评教育: may not take part in the annual assessment of the year, nor receive other honours (五·6).',
  可推荐优秀: 'Many quarters with 好, and none with 一般 or 较差 (四·1).',
  比例内可优先确定为优秀: 'All quarters with 好: may be given 优秀 first, within its limit (四·1).',
  不可推荐优秀: 'For 优秀 a year needs many quarters with 好 and none with 一般 or 较差 (四·1).',
  原则上基本称职或不称职:
    'More than half of the quarters have 一般 or 较差: as a rule the year is 基本称职 or 不称职 (四·1).',
  可直接确定为不称职: 'All quarters with 较差: the year can be 不称职 directly (四·1).',
};

export const meanings: Meanings = {
  problem: ({ code, sheet, cell }) => {
    const meaning = PROBLEM_MEANINGS[code];
    if (meaning === undefined) return null;
    const place = [sheet, cell].filter((part) => part !== null).join(' ');
    return place === '' ? meaning : `${place}: ${meaning}`;
  },
  contradiction: ({ code }) => CONTRADICTIONS[code],
  readiness: ({ kind, month, people: { length } }) => {
    const people = length === 0 ? '' : length === 1 ? '1 person' : `${length} people`;
    return READINESS[kind](month ?? '', people);
  },
  correction: ({ sheet, cell, before, after, kind }) =>
    `${sheet} ${cell}: “${before}” → “${after}” (${CORRECTIONS[kind]})`,
  hint: ({ kind }) => HINTS[kind],
  setting: ({ id }) => SETTING_MEANINGS[id],
  version: () =>
    'The version of the rules, and the settings that differ from their defaults, as every output prints them:',
  derivation: () =>
    'In the words of the sheets and the notice: each score by its weight, the totals of the months and their mean, the special rules that apply, the suggested grade (建议等次) and the decided one (审定等次).',
};
