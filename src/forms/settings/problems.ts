import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of 考核设置, 工作日历 and the program's own sheets. */
export const problem = {
  calendarInvalid: onCell('error', 'CALENDAR_INVALID', (what: string) => `${what}；请改正，否则这一天不能采用`),
  registerExists: onSheet('note', 'REGISTER_EXISTS', (what: string) => `已有${what}，保留不动，没有重复生成`),
  settingInvalid: onCell(
    'error',
    'SETTING_INVALID',
    (name: string, value: string, allowed: string) => `“${name}”为“${value}”，应为${allowed}；请改正后重新运行`,
  ),
  settingContradicts: onCell('error', 'SETTING_CONTRADICTS', (text: string) => `${text}；请改正后重新运行`),
  settingUnusual: onCell('warning', 'SETTING_UNUSUAL', (text: string) => `${text}；按现值计算，请确认`),
  nameTaken: onSheet(
    'error',
    'NAME_TAKEN',
    (name: string, formula: string) => `名称“${name}”已用于${formula}，公式不能使用；请在名称管理器中改名后重新运行`,
  ),
  settingsProtected: onSheet(
    'warning',
    'SETTINGS_PROTECTED',
    (count: number, first: string) =>
      `工作表受保护，没有补上“${first}”等${count}项设置，按默认值计算；如需设置请先取消保护再运行`,
  ),
  settingsClosed: onSheet('error', 'SETTINGS_CLOSED', () => '工作表受保护，未写入；请先取消保护再改设置'),
  calendarUnknown: onWorkbook(
    'warning',
    'CALENDAR_UNKNOWN',
    (year: number) =>
      `没有${year}年的节假日和调休安排，工作日按周一至周五计；请对照国务院办公厅的放假通知核对日期，或把该年的放假和调休日列入“工作日历”表（含10月1日）`,
  ),
};
