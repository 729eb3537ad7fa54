import { lastDayOf } from '../../assessment/calendarDate';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import { datesIn } from '../words/dateText';
import { gradeFault, readEvaluation, signingDate, writtenGrade, type WrittenEvaluation } from './evaluation';
import type { Problem } from '../grid/problem';
import type { RecordDraft } from './draft';
import { joined, sectionCell, sectionOf, type CellText } from './fields';
import type { SectionLabel } from './labels';
import { judgeFilingMonth, spokenMonth, type PeriodSources } from './period';
import type { FilingForm } from './record';
import { datedTasks } from './tasks';

/** Signed so many months after the form's month, the year of one of them is wrong. */
const LONG_AFTER = 6;

/** An 附件2 with its fields taken apart. */
export interface FilingDraft extends RecordDraft {
  readonly goals: string;
  readonly duties: string;
  readonly evaluation: WrittenEvaluation;
  readonly committee: WrittenEvaluation;
  readonly statusNote: string;
}

export function draftFiling(draft: RecordDraft): FilingDraft {
  const { cells, block } = draft;
  const text = (label: SectionLabel) => joined(sectionOf(cells, block, label));
  return {
    ...draft,
    goals: text('goals'),
    duties: text('duties'),
    evaluation: readEvaluation(sectionOf(cells, block, 'evaluation')),
    committee: readEvaluation(sectionOf(cells, block, 'committee'), true),
    statusNote: text('statusNote'),
  };
}

/** Somebody has filled the 附件2 in: a name, a task or one of the fields stands there. */
export function isFilledFiling(draft: FilingDraft): boolean {
  const { header, tasks, goals, duties, evaluation, committee, statusNote } = draft;
  const texts = [header.header.displayName, goals, duties, evaluation.comment, evaluation.signer, statusNote];
  return (
    tasks.length > 0 ||
    evaluation.grade !== null ||
    evaluation.denied !== null ||
    [...texts, committee.comment].some((text) => text !== '')
  );
}

/** 附件2 with its month, its suggested grade and the days of tasks and signatures. */
export function toFiling(draft: FilingDraft, sources: PeriodSources): { filing: FilingForm; problems: Problem[] } {
  const { block, header, tasks, period, evaluation, committee } = draft;
  const { name: sheet } = draft.cells;
  const signed = evaluation.date === null ? undefined : datesIn(evaluation.date.text, true)[0];
  const signedMonth = signed?.month == null ? null : { year: signed.year, month: signed.month };
  const judged = judgeFilingMonth(period, signedMonth, sources);
  const near = judged.month === null ? null : lastDayOf(judged.month);
  const dated = datedTasks(sheet, tasks, near);
  const signedOn = evaluation.date === null ? null : signingDate(evaluation.date.text, near);
  const filing: FilingForm = {
    annex: 2,
    sheet,
    area: block.area,
    header: header.header,
    month: judged.month,
    goals: draft.goals,
    duties: draft.duties,
    tasks: dated.tasks,
    comment: evaluation.comment,
    suggestedText: evaluation.grade?.text ?? evaluation.denied?.text ?? '',
    suggestedGrade: suggestedBy(evaluation),
    signer: evaluation.signer,
    signedOn,
    committeeOpinion: committee.comment,
    committeeOn: committee.date === null ? null : signingDate(committee.date.text, near),
    statusNote: draft.statusNote,
    cells: cellsOf(draft),
  };
  return {
    filing,
    problems: [
      ...draft.problems,
      ...judged.problems,
      ...dated.problems,
      ...gradeProblems(filing, evaluation),
      ...signatureProblems(filing, draft),
    ],
  };
}

/** Where each field of a form stands. */
function cellsOf({ cells, block, header, period, tasksCell, evaluation, committee }: FilingDraft): FilingForm['cells'] {
  const section = (label: SectionLabel) => sectionCell(cells, block, label);
  const at = (cell: CellText | null | undefined, label: SectionLabel) =>
    cell == null ? section(label) : cellAddress(cell.row, cell.column);
  return {
    ...header.cells,
    month: period.cell,
    goals: section('goals'),
    duties: section('duties'),
    tasks: tasksCell,
    comment: section('evaluation'),
    suggestedGrade: at(evaluation.grade?.cell ?? evaluation.denied?.cell, 'evaluation'),
    signer: at(evaluation.signerCell, 'evaluation'),
    signedOn: at(evaluation.date?.cell ?? evaluation.signerCell, 'evaluation'),
    committeeOpinion: section('committee'),
    committeeOn: at(committee.date?.cell, 'committee'),
    statusNote: section('statusNote'),
  };
}

/** 建议等次, unless the field suggests two, or denies the one that it suggests (rule 63). */
function suggestedBy({ grade, otherGrade, denied }: WrittenEvaluation): FilingForm['suggestedGrade'] {
  return grade === null || otherGrade !== null || denied?.grade === grade.text ? null : writtenGrade(grade.text);
}

function gradeProblems({ sheet, cells }: FilingForm, { grade, otherGrade, denied }: WrittenEvaluation): Problem[] {
  const denial =
    denied === null ? [] : [problem.gradeDenied(sheet, cells.suggestedGrade, denied.text, grade?.text ?? null)];
  return [...denial, ...writtenProblems(sheet, cells.suggestedGrade, grade, otherGrade)];
}

function writtenProblems(
  sheet: string,
  cell: string,
  grade: WrittenEvaluation['grade'],
  otherGrade: WrittenEvaluation['otherGrade'],
): Problem[] {
  if (grade === null) return [];
  if (otherGrade !== null) return [problem.gradesDiffer(sheet, cell, grade.text, otherGrade.text)];
  const fault = gradeFault(grade.text);
  if (fault === null) return [];
  const proposal = fault.proposal === null ? '' : `，建议改为“${fault.proposal}”`;
  return [problem.suggestedGradeWord(sheet, cell, grade.text, proposal)];
}

function signatureProblems(filing: FilingForm, { evaluation, committee }: FilingDraft): Problem[] {
  const { sheet, cells, month, signer, signedOn } = filing;
  const problems: Problem[] = [];
  const dates = [
    [evaluation.date, cells.signedOn, signedOn],
    [committee.date, cells.committeeOn, filing.committeeOn],
  ] as const;
  for (const [date, cell, read] of dates) {
    const mention = date === null ? undefined : datesIn(date.text, true)[0];
    if (date === null || mention === undefined) continue;
    if (!mention.valid) problems.push(wordsProblem.dateInvalid(sheet, cell, date.text));
    else if (mention.readings.length > 0) {
      problems.push(wordsProblem.dateAmbiguous(sheet, cell, date.text, mention.readings.join('或')));
    } else if (mention.year === null && read !== null && mention.month !== null) {
      problems.push(wordsProblem.yearInherited(sheet, cell, mention.month, Number(read.slice(0, 4)), '考核月份'));
    }
  }
  if (signer === '' && (filing.comment !== '' || signedOn !== null)) {
    problems.push(problem.signatureUnchecked(sheet, cells.signer));
  }
  const written = [signedOn, filing.committeeOn].find(
    (day) => month !== null && day !== null && monthNumber(day) - monthNumber(month) >= LONG_AFTER,
  );
  if (month !== null && written != null) {
    const [printed, period] = [Number(month.slice(0, 4)), Number(written.slice(0, 4))];
    if (printed !== period)
      problems.push(problem.recordYearStale(sheet, cells.month, printed, period, spokenMonth(month)));
  }
  return problems;
}

function monthNumber(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
}
