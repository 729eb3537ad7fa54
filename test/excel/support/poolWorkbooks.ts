import type { Pool } from '../../../src/assessment/settings';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { all, scoreSheet, workbookOf } from './workbooks';

/** A quarter of two 单位 with leaders and staff; 辛 has no 单位, 壬 and 癸 no 职务, 癸 is on no score sheet. */

export { REVIEW as SHEET } from './reviewPage';

/** 单位, 科室, 姓名, 职务, the three months' scores (null: not on the sheet). */
const PEOPLE: readonly (readonly [string, string, string, string, readonly (number | null)[]])[] = [
  ['市商务局', '办公室', '甲', '主任', [90, 92, 88]],
  ['市商务局', '办公室', '乙', '一级主任科员', [91, 86, 70]],
  ['市商务局', '外贸科', '丙', '科长、四级调研员', [84, 89, 86]],
  ['市商务局', '外贸科', '丁', '科员', [60, 62, null]],
  ['市商务局', '外资科', '戊', '副科长', [87, 50, 88]],
  ['市贸促会', '综合科', '己', '科长', [95, 96, 97]],
  ['市贸促会', '综合科', '庚', '科员', [88, null, 90]],
  ['', '会展科', '辛', '科员', [86, 85, 84.99]],
  ['市贸促会', '会展科', '壬', '', [77, 78, 79]],
  ['市贸促会', '会展科', '癸', '', [null, null, null]],
];

export function pooledQuarter(): WorkbookModel {
  const month = (index: number) =>
    scoreSheet(
      `2020年${7 + index}月`,
      PEOPLE.flatMap(([, department, name, , scores]) => {
        const score = scores[index];
        return score === null || score === undefined ? [] : [[department, name, ...all(score)]];
      }),
    );
  return workbookOf({
    '7月': month(0),
    '8月': month(1),
    '9月': month(2),
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
      ...PEOPLE.map(([unit, department, name, position], i) => [i + 1, unit, department, name, position, '', '', '']),
    ],
    特殊情形登记: [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
      ['会展科', '癸', '试用期', '2020-06-01', '2021-06-01', '', '', '录用通知', '人事科', '2020-06-01'],
      ['外贸科', '丁', '挂职', '2020-09-01', '2020-12-31', '', '', '市委通知', '组织部', '2020-08-20'],
    ],
  });
}

/**
 * The same with 甲 and 辛 as 局领导, and a direct 好: of 丙 for July, of 壬 for August and the quarter, of 甲 for the quarter
 * and August.
 */
export function seatQuarter(): WorkbookModel {
  const workbook = pooledQuarter();
  const roster = workbook.sheetByName('人员名册');
  for (const [row, line] of PEOPLE.entries()) {
    if (line[2] === '甲' || line[2] === '辛') roster?.input(1 + row, 6, '局领导');
  }
  const register = workbook.sheetByName('特殊情形登记');
  [
    ['外贸科', '丙', '直接确定为好', '2020-07-20', '', '', '月', '防汛抢险', '领导小组', '2020-07-31'],
    ['会展科', '壬', '直接确定为好', '2020-08-14', '', '', '季', '招商会', '领导小组', '2020-08-31'],
    ['办公室', '甲', '直接确定为好', '2020-08-14', '', '', '季', '招商会', '领导小组', '2020-08-31'],
  ].forEach((line, i) => line.forEach((input, column) => register?.input(3 + i, column, input)));
  return workbook;
}

/** Types the range of the limit. */
export function setPool(workbook: WorkbookModel, pool: Pool): void {
  setSetting(workbook, '“好”等次比例的计算范围', pool);
}

/** Types a setting into its cell of 考核设置, which is added where the workbook has none. */
export function setSetting(workbook: WorkbookModel, label: string, value: string): void {
  const sheet = workbook.sheetByName('考核设置') ?? workbook.addSheet('考核设置');
  let row = 0;
  while (row < 40 && sheet.value(row, 0) !== label) row++;
  while (![label, ''].includes(String(sheet.value(row, 0)))) row++;
  sheet.input(row, 0, label);
  sheet.input(row, 1, value);
}
