import type Fraction from 'fraction.js';
import { displayTotal } from './display';
import type { QuotaEdge } from './edge';
import { comparedTotal, scoreGrade, type Grade, type RuledGrade } from './grade';
import type { MonthResult } from './monthly';
import { monthTitle } from './period';
import type { Settings } from './settings';

type GradeSettings = Pick<Settings, 'gradeLines' | 'rounding'>;

const NUMERALS = ['', '一', '两', '三'] as const;

/** Why a total has its 得分等次: 「89.73，达到“好”（≥85，二·考核等次）」. */
export function explainGrade(total: Fraction, settings: GradeSettings): string {
  const { gradeLines: lines, rounding } = settings;
  const grade = scoreGrade(total, lines, rounding);
  const compared = comparedTotal(total, rounding);
  const value = compared.equals(total)
    ? displayTotal(total, lines)
    : `${displayTotal(total, lines)}（按考核设置保留${rounding}位小数为${displayTotal(compared, lines)}）`;
  const at = lines.findIndex((line) => line.grade === grade);
  const above = lines[at - 1];
  return at === lines.length - 1 && above !== undefined
    ? `${value}，低于${above.from}分，为“${grade}”（二·考核等次）`
    : `${value}，达到“${grade}”（≥${lines[at]?.from ?? 0}，二·考核等次）`;
}

/** How the mean of the months that have a total suggests the quarter's grade (ambiguity 5). */
export function explainMean(months: readonly MonthResult[], mean: Fraction | null, settings: GradeSettings): string {
  if (mean === null) return '本季度没有可用的月总分，不能按平均分建议等次';
  const counted = months.filter(({ total }) => total !== null);
  const which = counted.length === 1 ? '一个月总分' : `${NUMERALS[counted.length] ?? counted.length}个月平均分`;
  return `${which} ${explainGrade(mean, settings)}`;
}

/** How the months' grades give the modal grade, or none (ambiguity 5). */
export function explainMode(months: readonly { readonly grade: RuledGrade | null }[], mode: Grade | null): string {
  const grades = months.flatMap(({ grade }) => grade ?? []).join('、');
  if (grades === '') return '本季度没有月度等次，不能按多数等次建议等次';
  return mode === null
    ? `各月等次为${grades}，没有单一的多数等次，请考核领导小组研究确定（三（二）4）`
    : `各月等次为${grades}，多数等次为“${mode}”（季度方法：多数等次，见考核设置）`;
}

/** Names a month that has no total and says what to do about it. */
export function explainMissingMonth({ month, raters }: MonthResult): string {
  return raters === 0
    ? `${monthTitle(month)}没有测评记录，未计入`
    : `${monthTitle(month)}的测评表有缺分、错误或待确认的评委，没有总分，未计入；请更正后重新审核`;
}

/** 好 beside the count that take no seat (ambiguity 16); '' for none. */
export function explainExempt(exempt: number): string {
  return exempt === 0 ? '' : `另有${exempt}人直接确定为“好”、不占名额（五·3，见考核设置）`;
}

/** The most names in one place of a text. */
const MOST_NAMES = 12;

/**
 * Where the last seat of an exceeded limit falls, who ties there and who comes after (ambiguity 17: the group decides).
 *
 * @param nameOf the name to print for a person's key
 */
export function explainEdge(
  { total, distance, seats, atEdge, below }: QuotaEdge,
  nameOf: (key: string) => string,
  { gradeLines }: Pick<Settings, 'gradeLines'>,
): string {
  const list = (keys: readonly string[]) => {
    const more = keys.length > MOST_NAMES ? `等${keys.length}人` : '';
    return keys.slice(0, MOST_NAMES).map(nameOf).join('、') + more;
  };
  // A 好 by the modal grade can have a mean below the line.
  const side = distance.compare(0) < 0 ? '低于' : '高于';
  const place = `${displayTotal(total, gradeLines)}分（${side}“好”分数线${displayTotal(distance.abs(), [])}分）`;
  const tie = atEdge.length > seats ? `同分，余${seats}个名额` : '';
  const after = below.length === 0 ? '' : `，其后为${list(below)}`;
  return `名额边缘在${place}：${list(atEdge)}${tie}${after}`;
}
