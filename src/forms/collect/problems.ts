import { onCell, onFile, onSheet, onWorkbook } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** Problems of what is collected from files. */
export const problem = {
  collectNothing: onFile(
    'warning',
    'COLLECT_NOTHING',
    () => '没有找到附件1、附件2或附件3，没有可收集的内容；请核对文件',
  ),
  collectWithoutName: onFile(
    'error',
    'COLLECT_WITHOUT_NAME',
    (annex: string, place: string) => `${annex}（${place}）没有填写姓名，未收集；请补填后再收集`,
  ),
  collectWithoutPeriod: onFile(
    'error',
    'COLLECT_WITHOUT_PERIOD',
    (form: string, place: string) => `${form}看不出是哪一期（${place}），未收集；请写明年月日后再收集`,
  ),
  collectEmpty: onFile(
    'note',
    'COLLECT_EMPTY',
    (form: string, place: string) => `${form}是没有填写的空表（${place}），未收集`,
  ),
  collectWithoutRater: onFile(
    'warning',
    'COLLECT_WITHOUT_RATER',
    (month: string) => `${month}的附件3没有注明评委，已收集；请在表上或文件名中写明评委姓名`,
  ),
  collectMonthOfName: onFile(
    'warning',
    'COLLECT_MONTH_OF_NAME',
    (month: string) => `附件3没有写明年月，按文件名归入${month}，请核对`,
  ),
  collectMonth: onFile(
    'warning',
    'COLLECT_MONTH_DIFFERS',
    (named: number, months: string) => `文件名写的是${named}月，表内是${months}，按表内收集；请核对是否误用了旧文件`,
  ),
  collectNamesakes: onFile(
    'error',
    'COLLECT_NAMESAKE',
    (name: string, place: string, departments: readonly string[]) =>
      `${name}在人员名册上有${departments.length}人：${departments.join('、')}，分不清是谁（${place}），未收集；请填写科室`,
  ),
  collectNotOnRoster: onFile(
    'warning',
    'COLLECT_NOT_ON_ROSTER',
    (name: string, place: string, similar: readonly string[]) =>
      `“${name}”（${place}）不在人员名册上${perhaps(similar)}已按表上所填收集；请核对姓名或补入名册`,
  ),
  collectDepartment: onFile(
    'warning',
    'COLLECT_DEPARTMENT_DIFFERS',
    (name: string, place: string, printed: string, known: string) =>
      `${name}的科室“${printed}”（${place}）与人员名册“${known}”不一致，按名册归入“${known}”；请核对`,
  ),
  collectDuplicate: onFile(
    'note',
    'COLLECT_DUPLICATE',
    (title: string, other: string) => `${title}与${other}内容相同，只收集一份`,
  ),
  collectPresent: onFile(
    'note',
    'COLLECT_PRESENT',
    (title: string, other: string) => `${title}与${other}内容相同，已在工作簿中，不重复收集`,
  ),
  collectContradiction: onWorkbook(
    'error',
    'COLLECT_CONTRADICTION',
    (title: string, places: string) => `${title}有内容不同的几份：${places}，均未收集；请选择采用哪一份`,
  ),
  collectChosen: onWorkbook(
    'note',
    'COLLECT_CHOSEN',
    (title: string, places: string, chosen: string) => `${title}有内容不同的几份：${places}，按您的选择采用${chosen}`,
  ),
  collectBeside: onWorkbook(
    'warning',
    'COLLECT_BESIDE',
    (title: string, present: string, chosen: string) =>
      `${title}按您的选择采用${chosen}；${present}原有的一份未改动，请核对后自行删除`,
  ),
  collectFilled: onWorkbook(
    'note',
    'COLLECT_FILLED',
    (count: number, titles: string) => `${count}份填入工作簿中的空表，不另设新表：${titles}`,
  ),
  collectEmptyLeft: onCell(
    'warning',
    'COLLECT_EMPTY_LEFT',
    (title: string) =>
      `${title}交回的表不能填入这张空表（工作表受保护、空表已改动或行数不同），另放在新表上；空表未改动，核对后可自行删除`,
  ),
  collectedSheetUnusable: onSheet(
    'error',
    'COLLECTED_SHEET_UNUSABLE',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新收集`,
  ),
  collectedSheetProtected: onSheet(
    'error',
    'COLLECTED_SHEET_PROTECTED',
    () => '工作表受保护，未写入；请先取消保护再收集',
  ),
};
