import { onCell } from '../grid/problems';

/** Problems of months and dates as they are written. */
export const problem = {
  monthConflict: onCell(
    'error',
    'MONTH_CONFLICT',
    (inForm: string, other: string, where: string) => `表题${inForm}，${where}${other}，整表未计入；请改为一致`,
  ),
  monthMissing: onCell(
    'warning',
    'MONTH_MISSING',
    () => '看不出是哪个月的测评表，未计入任何月份；请在表题下写明年月，如2020年7月',
  ),
  monthFromSigningDate: onCell(
    'warning',
    'MONTH_FROM_SIGNING_DATE',
    (month: string) => `没有写明考核月份，按签字日期归入${month}，请核对并写明年月`,
  ),
  yearMissing: onCell(
    'warning',
    'YEAR_MISSING',
    (month: number) => `只写了${month}月，没有年份，未计入任何月份；请写明年份`,
  ),
  yearInherited: onCell(
    'warning',
    'YEAR_INHERITED',
    (month: number, year: number, source: string) => `只写了${month}月，按${source}补为${year}年，请核对`,
  ),
  yearDiffers: onCell(
    'warning',
    'YEAR_DIFFERS',
    (printed: number, period: number, month: string) =>
      `表内年份${printed}，与考核期${period}不一致，归入${month}；请改正表内年份`,
  ),
  dateAmbiguous: onCell(
    'warning',
    'DATE_AMBIGUOUS',
    (text: string, readings: string) => `“${text}”不明确（${readings}），请写成2020年6月7日的样子`,
  ),
  dateInvalid: onCell('error', 'DATE_INVALID', (text: string) => `“${text}”不是有效日期，请改正`),
  monthTyped: onCell(
    'warning',
    'MONTH_TYPED_AS_NUMBER',
    (shown: string, typed: string, outcome: string) =>
      `显示为${shown}，实际填的是数字${typed}，${outcome}；请把单元格改为文本格式后重填`,
  ),
  nameNormalised: onCell(
    'note',
    'NAME_NORMALISED',
    (text: string, name: string) => `姓名“${text}”按“${name}”处理，显示不变`,
  ),
};
