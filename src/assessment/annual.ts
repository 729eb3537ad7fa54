import type { AnnualSettings } from './annualSettings';
import { GRADES, type DecidedGrade, type Grade } from './grade';

/** What the year's 平时考核 results mean for the annual assessment (四·1, 五·6; R26–R30, R51). Hints, never a decision. */

/** One person's year. */
interface YearInput {
  /** 审定等次 of the four quarters; null where there is none. */
  readonly quarters: readonly (DecidedGrade | null)[];
  /** Refuses to take part after the 限期 (五·6). */
  readonly refused: boolean;
}

export type AnnualHintKind =
  | '不得参加年度考核'
  | '可推荐优秀'
  | '比例内可优先确定为优秀'
  | '不可推荐优秀'
  | '原则上基本称职或不称职'
  | '可直接确定为不称职';

export interface AnnualHint {
  readonly kind: AnnualHintKind;
  /** Quarters without a grade leave the result open (ambiguity 22). */
  readonly needsConfirmation: boolean;
  /** Plain Chinese with counts and clause. */
  readonly reason: string;
}

/** The counts of 年度汇总表: the grades in the order of GRADES, and 不确定等次. Other statuses and gaps are in none. */
export interface YearCounts {
  readonly 好: number;
  readonly 较好: number;
  readonly 一般: number;
  readonly 较差: number;
  readonly undetermined: number;
}

export function yearCounts({ quarters }: Pick<YearInput, 'quarters'>): YearCounts {
  const count = (grade: Grade) => quarters.filter((each) => each === grade).length;
  return {
    好: count('好'),
    较好: count('较好'),
    一般: count('一般'),
    较差: count('较差'),
    undetermined: quarters.filter((result) => result === '不确定等次').length,
  };
}

/** The hints of a person's year, in the order of the notice's clauses. Comparisons are between whole numbers. */
export function annualHints(year: YearInput, settings: AnnualSettings): AnnualHint[] {
  if (year.refused) {
    const reason = '经批评教育后仍拒不参加平时考核，当年不得参加年度考核，不能给予其他形式的表彰奖励（五·6）';
    return [{ kind: '不得参加年度考核', needsConfirmation: false, reason }];
  }
  const counts = yearCounts(year);
  const determined = year.quarters.filter(isGrade).length;
  if (determined === 0) return [];
  const open = year.quarters.length - determined;
  const hint = (kind: AnnualHintKind, reason: string, needsConfirmation = open > 0): AnnualHint => {
    return { kind, needsConfirmation, reason };
  };
  const low = counts.一般 + counts.较差;
  const isFixed = settings.halfOf === '固定4个季度';
  const base = isFixed ? 4 : determined;
  // Not over half yet, and over it where the quarters without a grade become 一般 or 较差 (rule 62).
  const mayFall = 2 * low <= base && 2 * (low + open) > (isFixed ? base : determined + open);
  return [
    ...excellence(counts, { low, determined, open, mayFall }, settings, hint),
    ...(2 * low > base
      ? [
          hint(
            '原则上基本称职或不称职',
            `一般、较差累计${low}次，超过${base}次的一半，年度考核原则上应当确定为基本称职或不称职（四·1）`,
          ),
        ]
      : []),
    ...(counts.较差 === determined
      ? [hint('可直接确定为不称职', `平时考核结果均为“较差”（${counts.较差}次），年度考核可以直接确定为不称职（四·1）`)]
      : []),
  ];
}

/** A grade, as opposed to a status or no result. */
function isGrade(result: DecidedGrade | null): result is Grade {
  return GRADES.some((grade) => grade === result);
}

/** Where a year stands: quarters of 一般 or 较差, with a grade, without one. */
interface Standing {
  readonly low: number;
  readonly determined: number;
  readonly open: number;
  readonly mayFall: boolean;
}

function excellence(
  counts: YearCounts,
  { low, determined, open, mayFall }: Standing,
  { manyGood }: AnnualSettings,
  hint: (kind: AnnualHintKind, reason: string, needsConfirmation?: boolean) => AnnualHint,
): AnnualHint[] {
  const isMany = (good: number, of: number) =>
    ({ 不少于一半: 2 * good >= of, 至少1次: good >= 1, 超过一半: 2 * good > of })[manyGood];
  const many = isMany(counts.好, determined);
  const share = `“好”${counts.好}次，共${determined}次`;
  if (low > 0) {
    const more = mayFall ? `；有${open}个季度没有等次，若也为一般或较差则超过一半` : '';
    const reason = `有一般、较差等次${low}次，年度优秀应从无一般、较差等次的人员中产生（四·1）${more}`;
    return [hint('不可推荐优秀', reason, false)];
  }
  if (!many) {
    // Every quarter without a grade may still become 好 (rule 62).
    const couldBe = isMany(counts.好 + open, determined + open);
    return [hint('不可推荐优秀', `${share}，达不到“较多”（${manyGood}，四·1）`, couldBe)];
  }
  return [
    hint('可推荐优秀', `${share}，较多且无一般、较差等次（四·1）`),
    ...(counts.好 === determined
      ? [
          hint(
            '比例内可优先确定为优秀',
            `当年平时考核结果均为“好”（${counts.好}次），可以在规定比例内优先确定为优秀（四·1）`,
          ),
        ]
      : []),
  ];
}
