import { previewReview } from '../../../src/excel';
import { SETTING_TABLE } from '../../../src/assessment/settingTable';
import { reviewJson } from '../../../src/headless/output';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { inExcel, scoreSheet, workbookOf } from '../../excel/support/workbooks';
import { INDICATORS_OF_ANNEX3 } from '../../forms/support/annex3Headings';
import { readAnswer, type Answer } from './answer';
import type { DescribedQuarter, DescribedSheet, OfficeSettings } from './described';

/** The product's answer to a described quarter, by the command that `review --json` runs. */
export async function answerTo(described: DescribedQuarter): Promise<Answer> {
  const preview = await inExcel(workbookFor(described), () => previewReview({ quarter: described.quarter }));
  const answer = { ...reviewJson(preview, ''), problems: preview.problems };
  return readAnswer(JSON.parse(JSON.stringify(answer)));
}

/** The workbook that an office would have typed. */
export function workbookFor(described: DescribedQuarter): WorkbookModel {
  const { people, entries, settings } = described;
  const scores = described.sheets.map((sheet, i): [string, CellInput[][]] => [
    scoreSheetName(sheet, i),
    scoreSheetOf(described, sheet),
  ]);
  return workbookOf({
    ...Object.fromEntries(scores),
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
      ...people
        .filter(({ onRoster }) => onRoster)
        .map(({ unit, department, name, position, identity }, i): CellInput[] => [
          i + 1,
          unit,
          department,
          name,
          position,
          '2018.03',
          identity,
        ]),
    ],
    特殊情形登记: [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
      ...entries.map(({ person, kind, from, to, days, scope }): CellInput[] => {
        const { department = '', name = '' } = people[person] ?? {};
        return [department, name, kind, from, to ?? '', days ?? '', scope, `${kind}依据`, '考核领导小组', from];
      }),
    ],
    ...(settings === null ? {} : { 考核设置: settingLines(settings) }),
  });
}

/** @param index of the sheet among all of the quarter */
export function scoreSheetName({ month }: DescribedSheet, index: number): string {
  return `${Number(month.slice(5))}月测评表${index + 1}`;
}

function scoreSheetOf({ people, printedWeights }: DescribedQuarter, { month, rater, group, lines }: DescribedSheet) {
  const [year = '', number = ''] = month.split('-');
  const hasExtras = lines.some(({ extras }) => extras.some((extra) => extra !== null));
  const cells = scoreSheet(
    `${year}年${Number(number)}月`,
    lines.map(({ person, scores, extras }) => {
      const { department = '', name = '' } = people[person] ?? {};
      const beside = hasExtras ? extras.map((extra) => extra ?? '') : [];
      return [department, name, ...scores.map((score) => score ?? ''), ...beside];
    }),
    [
      '科室',
      '姓名',
      ...INDICATORS_OF_ANNEX3.map((label, i) => `${label}（${printedWeights[i] ?? 0}%）`),
      ...(hasExtras ? ['加分项', '扣分项'] : []),
      '总分',
    ],
  );
  const signed = group === '' ? `分管领导签字：${rater}` : `评委：${rater}（${group}）`;
  return cells.map((line, row) => (row === 2 ? [signed, ...line.slice(1)] : line));
}

/** Chinese names of the settings, by what the product's table calls them. */
const SETTING_IDS = {
  quotaPercent: 'quotaPercent',
  atLeastOneGood: 'atLeastOneGood',
  undeterminedInQuota: 'undeterminedInQuota',
  leadersInQuota: 'leadersInQuota',
  directGoodInQuota: 'directGoodInQuota',
  scale: 'scale',
  pool: 'pool',
  rounding: 'rounding',
  raterMethod: 'raterMethod',
  absentRaters: 'absentRaters',
  largestBonus: 'largestBonus',
  largestDeduction: 'largestDeduction',
  quarterMethod: 'quarterMethod',
  directScope: 'directScope',
  warningScope: 'warningScope',
} as const;

/** 考核设置 with every setting on which a review depends. */
function settingLines(settings: OfficeSettings): CellInput[][] {
  const label = (id: string) => SETTING_TABLE.find((setting) => setting.id === id)?.name ?? id;
  const shown = (value: string | number | boolean) => (typeof value === 'boolean' ? (value ? '是' : '否') : value);
  return [
    ['考核设置'],
    ['指标', ...INDICATORS_OF_ANNEX3],
    [label('weights'), ...settings.weights],
    [],
    ['等次', '较差', '一般', '较好', '好'],
    [label('gradeLines'), 0, ...settings.gradeLines],
    [],
    ['设置项', '当前值'],
    ...Object.values(SETTING_IDS).map((id) => [label(id), shown(settings[id])]),
    [label('raterGroups'), settings.groups.map(({ name, weight }) => `${name}${weight}`).join('、') || '不分组'],
    ...(ELSEWHERE_LABEL === undefined ? [] : [[ELSEWHERE_LABEL, settings.elsewhere]]),
  ];
}

/** Rule 42's setting; undefined while the product has none. */
export const ELSEWHERE_LABEL = SETTING_TABLE.find(({ choices }) => choices?.includes('有一天即算'))?.name;

/** The pools that the product can count (ambiguity 13, rule 55). */
export const POOL_CHOICES: readonly OfficeSettings['pool'][] = (
  ['全局', '单位', '职务类别', '科室', '身份'] as const
).filter((pool) => SETTING_TABLE.find(({ id }) => id === 'pool')?.choices?.includes(pool));
