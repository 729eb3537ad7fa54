import type Fraction from 'fraction.js';
import { dateTitle, monthOf } from '../../assessment/calendarDate';
import { displayTotal } from '../../assessment/display';
import { explainGrade, explainMissingMonth } from '../../assessment/explain';
import { INDICATORS } from '../../assessment/indicator';
import { monthTitle, quarterTitle } from '../../assessment/period';
import { countedPoints, isCounted } from '../../assessment/total';
import { isCountedHere, type MonthReview, type PersonReview, type QuarterReview } from '../../assessment/quarterly';
import { raterGroupsText } from '../../assessment/raterGroup';
import type { Settings } from '../../assessment/settings';
import { areaAddress, cellAddress } from '../grid/address';
import { extraPoints } from '../score-sheet/extraColumns';
import type { Evidence } from '../circumstances/evidence';
import type { Book, ScoreResult } from '../book/model';
import { suggestedGrade } from './decisions';
import type { ReviewLine } from './read';

/** One sentence of a derivation, with the cells that it is about. */
export interface DerivationLine {
  /** 0 for a period, 1 for a step, 2 for what a step is made of. */
  readonly level: 0 | 1 | 2;
  /** Plain Chinese with the clause. */
  readonly text: string;
  readonly sheet: string | null;
  /** A1 address; null where no cell is meant. */
  readonly cell: string | null;
}

export interface DerivationContext {
  readonly settings: Settings;
  /** What stands on the 审定表; null where there is none yet. */
  readonly decision: ReviewLine | null;
  /** The person's entries of 考核记实. */
  readonly evidence: readonly Evidence[];
}

/**
 * How a person's grade of a quarter came about, from each cell with a score to the decision (R36): scores × weights, the
 * total and the line that it reaches, the raters' mean, the special rules with their basis, the month's entries of
 * 考核记实 beside it (R03), the months' mean, the suggestion, the decision. Empty when the review does not list the person.
 */
export function explain(book: Book, review: QuarterReview, key: string, context: DerivationContext): DerivationLine[] {
  const person = review.people.find((each) => each.key === key);
  if (person === undefined) return [];
  const months = person.months.flatMap((month) => monthLines(book, month, key, context));
  return [...months, ...quarterLines(review, person, context)];
}

function monthLines(
  book: Book,
  month: MonthReview,
  key: string,
  { settings, evidence }: DerivationContext,
): DerivationLine[] {
  const rows = book.scores.filter((result) => result.month === month.month && result.person?.key === key);
  const scale = book.scales.get(month.month);
  const totals = rows.flatMap(({ total, group }) => (total === null ? [] : [{ total, group }]));
  return [
    line(0, monthTitle(month.month)),
    ...rows.flatMap((result) => rowLines(result, scale === '分值制', settings)),
    ...(rows.length > 1 && month.total !== null
      ? [line(1, `${totals.length}名评委${meanText(totals, month.total, settings)}`)]
      : []),
    ...(month.total === null ? [line(1, explainMissingMonth(month))] : []),
    ...month.ruling.reasons.map((reason) => line(1, `特殊规定：${reason}`)),
    ...(month.grade === null ? [] : [line(1, `${monthTitle(month.month)}等次：“${month.grade}”`)]),
    ...evidence.filter(({ date }) => monthOf(date) === month.month).map(evidenceLine),
  ];
}

/** Evidence stands beside the month's grade and is no part of it. */
function evidenceLine({ date, kind, content, source, sheet, cell }: Evidence): DerivationLine {
  const basis = source === '' ? '' : `；来源/依据：${source}`;
  const what = `考核记实（${kind}）：${dateTitle(date)}，${content}${basis}`;
  return line(1, `${what}（${sheet} ${cell}，二（一）；不计分，供综合评定）`, sheet, cell);
}

/** One score sheet: each cell × weight, and their sum with the line that it reaches. */
function rowLines({ form, row, total }: ScoreResult, isPoints: boolean, settings: Settings): DerivationLine[] {
  const rater = row.rater ?? form.rater;
  const columns = form.columns.scores.filter((column) => column >= 0);
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const area =
    columns.length === 0 ? null : areaAddress({ row: row.row, column: first, rows: 1, columns: last - first + 1 });
  const parts = INDICATORS.map(({ label, clause }, i) => {
    const score = row.scores[i] ?? null;
    const column = form.columns.scores[i] ?? -1;
    const weight = form.weights[i] ?? 0;
    const points = score === null ? null : isPoints ? score : score.mul(weight).div(100);
    return { label, clause, score, column, weight, points };
  });
  return [
    line(1, rater === null ? '测评表' : `评委${rater}的测评表`, form.sheet, area),
    ...parts.map(({ label, clause, score, column, weight, points }) => {
      const cell = column < 0 ? null : cellAddress(row.row, column);
      const place = cell === null ? '' : `${form.sheet} ${cell}，`;
      if (score === null || points === null)
        return line(2, `${label}：没有可用的分数（${place}${clause}）`, form.sheet, cell);
      const product = isPoints ? `${exact(score)}分，满分${weight}分` : `${exact(score)}×${weight}%＝${exact(points)}`;
      return line(2, `${label}：${product}（${place}${clause}）`, form.sheet, cell);
    }),
    ...row.extras.flatMap(({ kind, heading, written, column }) => {
      if (!isCounted(kind, settings)) return [];
      const cell = cellAddress(row.row, column);
      return [line(2, `${heading}：${written}（${form.sheet} ${cell}，按考核设置计入）`, form.sheet, cell)];
    }),
    total === null
      ? line(1, '有缺分或错误，没有总分；请按检查结果更正', form.sheet, area)
      : line(
          1,
          `总分：${parts.map(({ points }) => (points === null ? '' : exact(points))).join('＋')}${extraText(row, settings)}＝${explainGrade(total, settings)}`,
          form.sheet,
          area,
        ),
  ];
}

/** What is added and taken off, as far as it counts (rule 53). */
function extraText(row: ScoreResult['row'], settings: Settings): string {
  const { added, taken } = countedPoints(extraPoints(row), settings);
  return (added.equals(0) ? '' : `＋${exact(added)}`) + (taken.equals(0) ? '' : `－${exact(taken)}`);
}

function meanText(
  totals: readonly Pick<ScoreResult, 'total' | 'group'>[],
  total: Fraction,
  settings: Settings,
): string {
  const all = totals.map(({ total: each, group }) => {
    const points = each === null ? '' : displayTotal(each, settings.gradeLines);
    return group === null ? points : `${points}（${group.name}）`;
  });
  const { raterGroups, raterMethod } = settings;
  const weights = raterGroups.length === 0 ? '' : `、评委组权重${raterGroupsText(raterGroups)}`;
  return `的总分为${all.join('、')}，按“${raterMethod}”${weights}合成 ${explainGrade(total, settings)}`;
}

function quarterLines(review: QuarterReview, person: PersonReview, context: DerivationContext): DerivationLine[] {
  const { settings } = context;
  const title = quarterTitle(review.quarter);
  const counted = person.months.flatMap(({ total, ruling }) => (isCountedHere(ruling) ? (total ?? []) : []));
  const said = new Set<string>([
    ...person.months.flatMap(({ ruling }) => ruling.reasons),
    ...person.months.map(explainMissingMonth),
  ]);
  const sum = counted.map((total) => displayTotal(total, settings.gradeLines)).join('＋');
  return [
    line(0, title),
    ...(person.mean === null || counted.length < 2
      ? []
      : [line(1, `各月总分的平均：（${sum}）÷${counted.length}＝${displayTotal(person.mean, settings.gradeLines)}`)]),
    ...person.reasons.filter((reason) => !said.has(reason)).map((reason) => line(1, reason)),
    line(
      1,
      person.suggestedGrade === null
        ? '没有建议等次，请考核领导小组研究确定（三（二）4）'
        : `建议等次：“${person.suggestedGrade}”，供考核领导小组审定（三（二）4）`,
    ),
    ...person.alternatives.map(({ method, grade }) => line(2, `如按“${method}”，建议为“${grade}”`)),
    decisionLine(person, context.decision),
  ];
}

function decisionLine(person: PersonReview, decided: ReviewLine | null): DerivationLine {
  if (decided === null) return line(1, '还没有审定表；请先生成审定表');
  const { sheet, cell, decision, writtenDecision, remark } = decided;
  if (decision === null) {
    const unreadable = writtenDecision === '' ? '' : `，“${writtenDecision}”不是规定的等次`;
    return line(1, `审定等次：尚未审定（${sheet} ${cell}${unreadable}）`, sheet, cell);
  }
  const suggested = suggestedGrade(decided, person);
  const reason = remark === '' ? '，未写明理由，请在“备注”中补写' : `，理由：${remark}`;
  const differs = suggested !== null && decision !== suggested ? `，与建议等次不同${reason}` : '';
  return line(1, `审定等次：“${decision}”（${sheet} ${cell}）${differs}`, sheet, cell);
}

/** A score or a product of it, which always terminates. */
function exact(value: Fraction): string {
  return value.toString();
}

function line(
  level: DerivationLine['level'],
  text: string,
  sheet: string | null = null,
  cell: string | null = null,
): DerivationLine {
  return { level, text, sheet: cell === null ? null : sheet, cell };
}
