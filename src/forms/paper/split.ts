import { monthTitle, type Month } from '../../assessment/period';
import type { Book, RosterPerson } from '../book/model';
import { fileName, ownNames } from '../grid/fileNames';
import type { SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { fillingOf } from '../records/filled';
import type { ScoreForm } from '../score-sheet/form';
import {
  choosePeople,
  layoutMadeForms,
  type FormsLayout,
  type FormSources,
  type FormsWanted,
  type MadeForm,
} from './made';
import { problem } from './problems';

/** How forms to hand out are parted into files. */
export const SPLITS = ['person', 'department', 'rater'] as const;
export type Split = (typeof SPLITS)[number];

/** Forms of one annex for one month or for several, a quarter's. */
export interface FormsOfMonths extends Omit<FormsWanted, 'month'> {
  readonly months: readonly Month[];
}

/** A workbook to hand out. */
export interface HandedOut {
  /** With its ending. */
  readonly file: string;
  readonly sheets: readonly SheetPlan[];
  readonly forms: readonly MadeForm[];
}

/** Plans empty forms of an annex for each of the months, as {@link layoutMadeForms} does for one. */
export function layoutFormsOfMonths({ months, ...wanted }: FormsOfMonths, sources: FormSources): FormsLayout {
  const layouts: FormsLayout[] = [];
  for (const month of months) {
    const made = layouts.flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet));
    const sheetNames = [...sources.sheetNames, ...made];
    layouts.push(layoutMadeForms({ ...wanted, month }, { ...sources, sheetNames }));
  }
  return {
    sheets: layouts.flatMap(({ sheets }) => sheets),
    forms: layouts.flatMap(({ forms }) => forms),
    problems: distinct(layouts.flatMap(({ problems }) => problems)),
  };
}

/**
 * The same, parted into files: one a person of the roster (附件1 and 附件2), a 科室, or a rater (附件3). What is filled in
 * already is not handed out again; an empty form in the workbook waits for the file to come back.
 */
export function splitForms(
  wanted: FormsOfMonths,
  by: Split,
  sources: FormSources,
): { readonly files: readonly HandedOut[]; readonly problems: readonly Problem[] } {
  const chosen = choosePeople(wanted.people, sources.book.roster);
  if ('problem' in chosen) return { files: [], problems: [chosen.problem] };
  const title = [`附件${wanted.annex}`, periodTitle(wanted.months)];
  const book = withoutEmpty(sources.book);
  const problems: Problem[] = [];
  const made = sharesOf(wanted, by, chosen.people).flatMap(({ whose, some }) => {
    const layout = layoutFormsOfMonths({ ...wanted, ...some }, { ...sources, book, sheetNames: [] });
    problems.push(...layout.problems);
    const { sheets, forms } = layout;
    return sheets.length === 0 ? [] : [{ name: fileName(...title, ...whose), sheets, forms }];
  });
  const names = ownNames(made.map(({ name }) => name));
  const files = made.map(({ sheets, forms }, i) => ({ file: `${names[i] ?? ''}.xlsx`, sheets, forms }));
  const none = files.length === 0 ? [problem.nothingToHandOut()] : [];
  return { files, problems: distinct([...problems, ...none]) };
}

interface Share {
  readonly whose: readonly string[];
  readonly some: Pick<FormsOfMonths, 'raters'> | Pick<FormsOfMonths, 'people'>;
}

/** For whom each file is, in the order of the roster or of the raters. */
function sharesOf({ raters = [] }: FormsOfMonths, by: Split, people: readonly RosterPerson[]): Share[] {
  switch (by) {
    case 'rater':
      return raters.map((rater) => ({ whose: [rater], some: { raters: [rater] } }));
    case 'department':
      return [...new Set(people.map(({ department }) => department))].map((department) => ({
        whose: [department],
        some: { people: { kind: 'department', department } },
      }));
    case 'person':
      return [...new Map(people.map((person) => [person.key, person])).values()].map(
        ({ department, name, displayName }) => ({
          whose: [department, displayName],
          some: { people: { kind: 'person', department, name } },
        }),
      );
  }
}

/** 2020年7月, or 2020年7月至9月 of a quarter. */
function periodTitle(months: readonly Month[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return first === last ? monthTitle(first) : `${monthTitle(first)}至${Number(last.slice(5))}月`;
}

/** A book as if its empty forms were not there (rule 59). */
function withoutEmpty(book: Book): Book {
  return {
    ...book,
    weeklyRecords: book.weeklyRecords.filter((form) => fillingOf(form) !== 'blank'),
    filings: book.filings.filter((form) => fillingOf(form) !== 'blank'),
    forms: book.forms.filter((form) => !isUnscored(form)),
  };
}

/** Nobody on the form has a score or a 总分 that was typed. */
function isUnscored({ rows }: ScoreForm): boolean {
  return rows.every(
    ({ scores, existingTotal, existingTotalFormula }) =>
      scores.every((score) => score === null) && (existingTotal === '' || existingTotalFormula !== null),
  );
}

function distinct(problems: readonly Problem[]): Problem[] {
  const said = new Set<string>();
  return problems.filter(({ code, message }) => {
    const key = `${code}|${message}`;
    return !said.has(key) && said.add(key);
  });
}
