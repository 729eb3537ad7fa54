import { dateTitle } from '../../assessment/calendarDate';
import { displayTotal } from '../../assessment/display';
import type { GradeLine } from '../../assessment/grade';
import { quarterTitle } from '../../assessment/period';
import type { PersonHistory, QuarterHistory } from './history';

/** What is said of somebody without a quarter, and of one that the group has not decided. */
export const NO_QUARTERS = '没有测评和审定结果';
export const NOT_YET = '尚未审定';

/** A person's history in lines: a line a quarter, then 特殊情形 and 考核记实 (R32, 四·2). */
export function historyLines(person: PersonHistory, lines: readonly GradeLine[]): string[] {
  const quarters = person.quarters.map((each) => quarterLine(each, lines));
  return [...(quarters.length === 0 ? [NO_QUARTERS] : quarters), ...eventLines(person)];
}

/** 特殊情形 and 考核记实 of a person, a line each. */
export function eventLines({ circumstances, evidence }: PersonHistory): string[] {
  return [
    ...circumstances.map(
      ({ kind, from, to, basis }) =>
        `特殊情形：${kind}，${dateTitle(from)}${to === null ? '起' : `至${dateTitle(to)}`}${basis === '' ? '' : `；依据：${basis}`}`,
    ),
    ...evidence.map(
      ({ date, kind, content, source }) =>
        `考核记实：${dateTitle(date)} ${kind}，${content}${source === '' ? '' : `；来源/依据：${source}`}`,
    ),
  ];
}

function quarterLine(
  { quarter, months, mean, suggestedGrade, decidedGrade, circumstances }: QuarterHistory,
  lines: readonly GradeLine[],
): string {
  const scores = months.map(
    ({ month, total, grade }) =>
      `${Number(month.slice(5))}月${total === null ? '—' : displayTotal(total, lines)}${grade === null ? '' : `（${grade}）`}`,
  );
  const parts = [
    ...scores,
    `平均${mean === null ? '—' : displayTotal(mean, lines)}`,
    `建议${suggestedGrade ?? '—'}`,
    decidedGrade === null ? NOT_YET : `审定${decidedGrade}`,
    circumstances,
  ];
  return `${quarterTitle(quarter)}：${parts.filter((part) => part !== '').join('　')}`;
}
