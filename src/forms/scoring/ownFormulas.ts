import { withoutAt } from '../grid/snapshot';
import { NOT_SCORED } from '../score-sheet/formulas';
import { SETTING_NAMES } from '../settings/names';

/** Weighted totals: guarded, and rounded to nine decimals. */
const TOTAL = /^=(IFERROR\()?IF\(OR\((COUNT|MAX)\(.*\),"",ROUND\(.*,9\)\)(,""\))?$/i;
const QUOTA_LINE = /^="参加"&.*&"人，“好”上限"&/;

/** How each formula of the program begins and ends; the cells they refer to vary. */
const OWN: readonly RegExp[] = [
  TOTAL,
  QUOTA_LINE,
  // 得分等次, 建议等次
  new RegExp(
    `^=IF\\(ISNUMBER\\([A-Z]+\\d+\\),LOOKUP\\(.*,${SETTING_NAMES.lines},${SETTING_NAMES.grades}\\),""\\)$`,
    'i',
  ),
  // 人员键, 姓名键
  /^=IF\([^(]*="","",SUBSTITUTE\(.*\)$/i,
  // 校验
  /^=IF\([A-Z]+\d+="","",IF\(COUNT\(.*"缺"&.*"分数超出0至100",""\)\)\)$/i,
  // 定位
  /^=IFERROR\(MATCH\(.*,0\),""\)$/i,
  // 月总分
  new RegExp(`^=IF\\(.*,"${NOT_SCORED}",(IF\\((COUNT\\(INDEX|OR\\().*|"")\\)$`, 'i'),
  // 比例范围, 名额口径
  /^=IFERROR\(INDEX\(.*MATCH\(.*,0\)\),"(未注明..)?"\)$/i,
  // 平均分
  /^=IF\(COUNT\([A-Z]+\d+,[A-Z]+\d+,[A-Z]+\d+\)=0,"",ROUND\(AVERAGE\(.*\),9\)\)$/i,
];

/** Recognises formulas that this program writes: what they show follows from what else is read. */
export function isOwnFormula(formula: string): boolean {
  const plain = withoutAt(formula);
  return OWN.some((pattern) => pattern.test(plain));
}

/** Recognises the program's total formulas, whatever their form was laid out like. */
export function isOwnTotal(content: unknown): boolean {
  return typeof content === 'string' && TOTAL.test(withoutAt(content));
}

export function isOwnQuotaLine(content: unknown): boolean {
  return typeof content === 'string' && QUOTA_LINE.test(withoutAt(content));
}
