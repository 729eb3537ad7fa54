/** Whether 附件1 and 附件2 were read right: whose they are, of when, and every field, against the truth beside them. */
import type { Book } from '../../../src/forms/book/model';
import type { Problem } from '../../../src/forms/grid/problem';
import type { FilingForm, WeeklyRecord } from '../../../src/forms/records/record';
import type { Judgement } from './judge';
import type { MessyRecords, TrueRecord } from './recordGenerator';
import { area } from '../../forms/support/sheets';

/** These speak of a date, a year or a signature: nobody learns from them that a field was read wrongly. */
const OF_OTHER_THINGS = /^(YEAR_|DATE_|SIGNATURE_|GRADE_|PERSON_NOT_ON_ROSTER|NOT_ON_ROSTER|LABELS_READ)/;

type Form = WeeklyRecord | FilingForm;

/** Compares a reading with the truth. A difference is told where a warning or an error names a cell of the form. */
export function judgeRecords({ truth, strange }: MessyRecords, book: Book): Judgement {
  const words = book.problems.filter(({ severity, code }) => severity !== 'note' && !OF_OTHER_THINGS.test(code));
  const differences: { text: string; told: boolean }[] = [];
  const rest = new Set<Form>([...book.weeklyRecords, ...book.filings]);
  for (const wanted of truth) {
    const found = [...rest].find((form) => isSame(form, wanted));
    const told = words.some((problem) => speaksOf(problem, wanted));
    const who = `${wanted.sheet} 附件${wanted.annex} ${wanted.name} ${wanted.period}`;
    if (found === undefined) {
      if (!isBlank(wanted, book)) differences.push({ text: `${who}: not read`, told });
      continue;
    }
    rest.delete(found);
    const read = fieldsOf(found);
    for (const [field, right] of Object.entries(wanted.fields)) {
      const is = read[field] ?? '';
      if (is !== right) differences.push({ text: `${who} ${field}: “${is}” for “${right}”`, told });
    }
  }
  for (const form of rest) {
    const { sheet, area: at } = form;
    const told = words.some((problem) => problem.sheet === sheet && rowsMeet(problem, at.row, at.row + at.rows - 1));
    differences.push({ text: `${sheet} 附件${form.annex} ${form.header.name}: is none`, told });
  }
  for (const { sheet, cell, text } of strange) {
    const isNamed = book.problems.some((problem) => problem.sheet === sheet && names(problem, cell));
    if (!isNamed) differences.push({ text: `${sheet}!${cell} “${text}” is not named`, told: false });
  }
  const verdict =
    differences.length === 0 ? 'right' : differences.every((each) => each.told) ? 'with a word' : 'in silence';
  return { verdict, differences };
}

/** Forms side by side stand in the same rows. */
function isSame(form: Form, { annex, name, sheet, top, bottom, left, right, period }: TrueRecord): boolean {
  const { row, column } = form.area;
  const isThere = row >= top && row <= bottom && column >= left && column <= right;
  const when = form.annex === 1 ? `${form.from ?? ''}/${form.to ?? ''}` : (form.month ?? '');
  return form.annex === annex && form.sheet === sheet && form.header.name === name && isThere && when === period;
}

/** What was only printed is no record: the program says so. */
function isBlank(wanted: TrueRecord, book: Book): boolean {
  return (
    Object.values(wanted.fields).every((text) => text === '') &&
    book.problems.some(({ code, sheet }) => code === 'RECORD_EMPTY' && sheet === wanted.sheet)
  );
}

function fieldsOf(form: Form): Readonly<Record<string, string>> {
  const { department, name, position, since } = form.header;
  const tasks = form.tasks.map((task) => [task.progress, task.completion, task.finishedText].join('|')).join('\n');
  const header = { department, name, position, since: since.replace('-', '.'), tasks };
  if (form.annex === 1) return header;
  const { goals, duties, comment, suggestedText, signer, committeeOpinion, statusNote } = form;
  return { ...header, goals, duties, comment, grade: suggestedText, signer, committee: committeeOpinion, statusNote };
}

function speaksOf(problem: Problem, { sheet, top, bottom, left, right, name }: TrueRecord): boolean {
  if (problem.sheet !== sheet || problem.cell === null) return problem.message.includes(name);
  const { column } = area(problem.cell);
  return column >= left && column <= right && rowsMeet(problem, top, bottom);
}

function rowsMeet({ cell }: Problem, top: number, bottom: number): boolean {
  if (cell === null) return false;
  const { row, rows } = area(cell);
  return row <= bottom && row + rows - 1 >= top;
}

/** The problem stands at the cell, or its message names it. */
function names({ cell, message }: Problem, wanted: string): boolean {
  return cell === wanted || new RegExp(`(?<![A-Z])${wanted}(?!\\d)`).test(message);
}
