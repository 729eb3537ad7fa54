import type Fraction from 'fraction.js';
import type { Circumstance } from '../../assessment/circumstances';
import type { DecidedGrade } from '../../assessment/grade';
import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import type { AnnualPeople, QuarterSource } from './year';
import type { Evidence, EvidenceLog } from '../circumstances/evidence';
import type { Person } from '../book/model';

/** A person's quarter: what its score sheets give, else what stands on the 审定表. */
export interface QuarterHistory {
  readonly quarter: Quarter;
  /** 总分 in points of 100 and 规则后等次, of each month that has one of them. */
  readonly months: readonly {
    readonly month: Month;
    readonly total: Fraction | null;
    readonly grade: DecidedGrade | null;
  }[];
  readonly mean: Fraction | null;
  readonly suggestedGrade: DecidedGrade | null;
  /** 审定等次; null while the group has not decided. */
  readonly decidedGrade: DecidedGrade | null;
  /** 特殊情形及依据 as the 审定表 has it. */
  readonly circumstances: string;
}

/** What a workbook knows of one person (R32, 四·2「重要依据」). */
export interface PersonHistory {
  readonly key: string;
  readonly department: string;
  /** As the sheets show it. */
  readonly name: string;
  /** In order; those in which the person occurs. */
  readonly quarters: readonly QuarterHistory[];
  /** 特殊情形登记. */
  readonly circumstances: readonly Circumstance[];
  /** 考核记实. */
  readonly evidence: readonly Evidence[];
}

/**
 * The history of people over the quarters of a workbook.
 *
 * @param directory whose each line of the 审定表 is
 * @param register 特殊情形登记 by person key
 */
export function personHistories(
  people: readonly Person[],
  sources: readonly QuarterSource[],
  directory: AnnualPeople,
  register: ReadonlyMap<string, readonly Circumstance[]>,
  { entries }: EvidenceLog,
): PersonHistory[] {
  const quarters = sources.map((source) => quarterOf(source, directory));
  return people.map(({ key, department, displayName }) => ({
    key,
    department,
    name: displayName,
    quarters: quarters.flatMap((of) => of(key) ?? []),
    circumstances: register.get(key) ?? [],
    evidence: entries.get(key) ?? [],
  }));
}

function quarterOf(
  { quarter, sheet, review }: QuarterSource,
  directory: AnnualPeople,
): (key: string) => QuarterHistory | null {
  const lines = new Map((sheet?.lines ?? []).map((line) => [directory.keyOf(line), line]));
  const reviewed = new Map(review.people.map((person) => [person.key, person]));
  return (key) => {
    const [line, person] = [lines.get(key), reviewed.get(key)];
    if (line === undefined && person === undefined) return null;
    // Where a month's score sheet is not in the workbook, all of the quarter is taken from the 审定表.
    const isScored = person?.months.every(({ raters }, i) => raters > 0 || (line?.months[i]?.total ?? null) === null);
    const source = isScored === true ? person : line;
    const months = monthsOf(quarter).map((month, i) => {
      const { total = null, grade = null } = source?.months[i] ?? {};
      return { month, total, grade };
    });
    const suggestion = line?.suggestion ?? null;
    return {
      quarter,
      months: months.filter(({ total, grade }) => total !== null || grade !== null),
      mean: source?.mean ?? null,
      suggestedGrade:
        isScored === true && line?.typedSuggestion == null ? (person?.suggestedGrade ?? suggestion) : suggestion,
      decidedGrade: line?.decision ?? null,
      circumstances: line?.circumstances ?? '',
    };
  };
}
