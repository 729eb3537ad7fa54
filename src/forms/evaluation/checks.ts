import { dateTitle, dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import type { Deadline } from '../../assessment/deadlines';
import type { Grade } from '../../assessment/grade';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { CompletenessState } from '../evaluation/states';
import { Evaluators } from './evaluator';
import { firstCell } from '../grid/marks';
import type { Problem } from '../grid/problem';
import type { FilingForm } from '../records/record';
import type { Roster } from '../book/model';
import { normalizeName } from '../words/text';
import { taskNumbers, unexplainedTasks } from './unfinishedTasks';
import type { Person, ScoreResult } from '../book/model';

/** The dates by which a month's 附件2 is judged. */
export interface EvaluationDates {
  /** The month's last working day: nothing can be evaluated before (R20). */
  readonly filingDay: CalendarDate;
  readonly evaluation: Deadline;
  readonly decision: Deadline;
  /** The evaluation's literal day has passed. */
  readonly due: boolean;
}

/** What stands on 附件2 in place of a grade (R53; 五·4–6). */
const STATUS = /(不确定|未确定|不定)等次|[不未]参加考核|[不未]参加(?=$|[，。；])|由外单位考核/;

/** The status that a 附件2 names in its suggestion or in the committee's opinion; '' without. */
export function statusOn({ suggestedText, committeeOpinion }: FilingForm): string {
  return STATUS.exec(suggestedText)?.[0] ?? STATUS.exec(committeeOpinion)?.[0] ?? '';
}

/** A day of the calendar, with the working day that it defers to: 10月5日（节假日，顺延至10月9日）. */
export function dueTitle({ literal, deferred }: Deadline): string {
  return literal === deferred ? dayTitle(literal) : `${dayTitle(literal)}（休息日，顺延为${dayTitle(deferred)}）`;
}

/** Judges what the superior wrote on 附件2, by whom and when it was signed (R20–R22, R53). */
export class Evaluations {
  readonly problems: Problem[] = [];
  private readonly evaluators: Evaluators;
  /** Signers of whom the roster tells nothing, with the first of their forms. */
  private readonly unknown = new Map<string, { readonly first: FilingForm; forms: number }>();

  constructor(roster: Roster | null) {
    this.evaluators = new Evaluators(roster);
  }

  /**
   * States of comment and suggested grade.
   *
   * @param scoreGrade 得分等次 of the month; null where there is none
   * @param excused nobody has to evaluate this person
   */
  judge(
    filing: FilingForm,
    person: Person,
    scoreGrade: Grade | null,
    excused: boolean,
    dates: EvaluationDates,
  ): { readonly comment: CompletenessState; readonly suggestion: CompletenessState } {
    const signed = this.judgeSignature(filing, person, dates);
    const missing: CompletenessState = excused ? '不要求' : dates.due ? '缺' : '未到期';
    const comment = filing.comment.trim() === '' ? missing : signed;
    const suggestion = suggestionState(filing, signed, missing);
    this.reportMissing(filing, person, comment, suggestion, dates);
    this.checkContent(filing, person, scoreGrade);
    return { comment, suggestion };
  }

  /** One warning for each signer of whom nothing is known; call it when all forms are judged. */
  reportUnknownSigners(): void {
    for (const [signer, { first, forms }] of this.unknown) {
      this.problems.push(
        problem.evaluatorUnknown(first.sheet, first.cells.signer, signer, forms, this.evaluators.similarTo(signer)),
      );
    }
  }

  private reportMissing(
    { sheet, cells }: FilingForm,
    { displayName }: Person,
    comment: CompletenessState,
    suggestion: CompletenessState,
    { evaluation }: EvaluationDates,
  ): void {
    const what = [comment === '缺' ? '评语' : '', suggestion === '缺' ? '考核等次建议' : ''].filter(
      (part) => part !== '',
    );
    if (what.length === 0) return;
    const cell = comment === '缺' ? cells.comment : cells.suggestedGrade;
    this.problems.push(problem.evaluationMissing(sheet, cell, displayName, what.join('和'), dueTitle(evaluation)));
  }

  /** R21: signed by whom, and between the month's last working day and the 5th. */
  private judgeSignature(filing: FilingForm, person: Person, dates: EvaluationDates): CompletenessState {
    const { sheet, cells, comment, suggestedText, signer, signedOn, committeeOn } = filing;
    const { displayName: name } = person;
    const isEvaluated = comment.trim() !== '' || suggestedText.trim() !== '';
    // A signature that is missing, or a picture, is the reader's to report.
    if (isEvaluated && signedOn === null) {
      this.problems.push(problem.signedOnMissing(sheet, cells.signedOn, name, dueTitle(dates.evaluation)));
    }
    if (signer !== '') this.checkSigner(filing, person);
    const { decision, evaluation, filingDay } = dates;
    if (committeeOn !== null && committeeOn > decision.literal) {
      const due = dueTitle(decision);
      this.problems.push(problem.committeeLate(sheet, cells.committeeOn, name, dateTitle(committeeOn), due));
    }
    if (committeeOn !== null && committeeOn < filingDay) {
      const day = dayTitle(filingDay);
      this.problems.push(problem.committeeEarly(sheet, cells.committeeOn, name, dateTitle(committeeOn), day));
    }
    if (signedOn === null) return '齐';
    if (signedOn > evaluation.literal) {
      const due = dueTitle(evaluation);
      this.problems.push(problem.signedLate(sheet, cells.signedOn, name, dateTitle(signedOn), due));
      return '迟';
    }
    if (signedOn < filingDay) {
      const day = dayTitle(filingDay);
      this.problems.push(problem.signedEarly(sheet, cells.signedOn, name, dateTitle(signedOn), day));
      return '早';
    }
    return '齐';
  }

  private checkSigner(filing: FilingForm, person: Person): void {
    const { sheet, cells, signer } = filing;
    const fault = this.evaluators.faultOf(person, signer);
    if (fault?.kind === 'self') this.problems.push(problem.selfEvaluation(sheet, cells.signer, person.displayName));
    if (fault?.kind === 'role') {
      const { actual, expected } = fault;
      this.problems.push(problem.evaluatorRole(sheet, cells.signer, person.displayName, signer, actual, expected));
    }
    if (fault?.kind !== 'unknown') return;
    const known = this.unknown.get(signer);
    if (known === undefined) this.unknown.set(signer, { first: filing, forms: 1 });
    else known.forms++;
  }

  /** R20's reasons, R53's note, and a suggestion that differs from the score (ambiguity 10: no automatic winner). */
  private checkContent(filing: FilingForm, { displayName: name }: Person, scoreGrade: Grade | null): void {
    const { sheet, cells, statusNote, suggestedGrade } = filing;
    const status = statusOn(filing);
    if (status !== '' && statusNote.trim() === '') {
      this.problems.push(problem.statusNoteMissing(sheet, cells.statusNote, name, status));
    }
    if (suggestedGrade !== null && scoreGrade !== null && suggestedGrade !== scoreGrade) {
      this.problems.push(problem.suggestionDiffers(sheet, cells.suggestedGrade, name, suggestedGrade, scoreGrade));
    }
    const tasks = unexplainedTasks(filing);
    const [first] = tasks;
    if (first === undefined) return;
    const column = firstCell(cells.tasks)?.column;
    const cell = column === undefined ? cells.tasks : cellAddress(first.row, column);
    this.problems.push(problem.reasonMissing(sheet, cell, name, taskNumbers(filing, tasks)));
  }
}

/** Words that are no grade have been reported by the reader; a status or its note stands in place of a grade. */
function suggestionState(filing: FilingForm, signed: CompletenessState, missing: CompletenessState): CompletenessState {
  if (filing.suggestedGrade !== null) return signed;
  if (statusOn(filing) !== '' || filing.statusNote.trim() !== '') return '不要求';
  return filing.suggestedText.trim() === '' ? missing : '部分';
}

/** R34: rows on which the rater whom the form names has scored somebody of the same name. */
export function selfScorings(scores: readonly ScoreResult[]): Problem[] {
  return scores.flatMap(({ form, row }) =>
    form.rater !== null && row.name !== '' && normalizeName(form.rater) === row.name
      ? [problem.selfScoring(form.sheet, cellAddress(row.row, form.columns.name), row.displayName)]
      : [],
  );
}
