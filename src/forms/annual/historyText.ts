import { dateTitle } from '../../assessment/calendarDate';
import { displayTotal } from '../../assessment/display';
import { quarterTitle } from '../../assessment/period';
import type { PersonHistory, QuarterHistory } from './history';

/** A person's history in lines: a line a quarter, then 特殊情形 and 考核记实 (R32, 四·2). */
export function historyLines({ quarters, circumstances, evidence }: PersonHistory): string[] {
  return [
    ...(quarters.length === 0 ? ['没有测评和审定结果'] : quarters.map(quarterLine)),
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

function quarterLine({ quarter, months, mean, suggestedGrade, decidedGrade, circumstances }: QuarterHistory): string {
  const scores = months.map(
    ({ month, total, grade }) =>
      `${Number(month.slice(5))}月${total === null ? '—' : displayTotal(total)}${grade === null ? '' : `（${grade}）`}`,
  );
  const parts = [
    ...scores,
    `平均${mean === null ? '—' : displayTotal(mean)}`,
    `建议${suggestedGrade ?? '—'}`,
    decidedGrade === null ? '尚未审定' : `审定${decidedGrade}`,
    circumstances,
  ];
  return `${quarterTitle(quarter)}：${parts.filter((part) => part !== '').join('　')}`;
}
