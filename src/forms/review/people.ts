import type Fraction from 'fraction.js';
import { displayTotal } from '../../assessment/display';
import {
  isAssessedHere,
  isCountedHere,
  type MonthReview,
  type PersonReview,
  type Ruling,
} from '../../assessment/quarterly';
import { recommendationText } from '../evaluation/recommendations';
import { columnName } from '../grid/address';
import type { CellBlock, CellContent, Formula } from '../grid/plan';
import { gradeFormula, keyFormula, literal } from '../score-sheet/formulas';
import { nameCharacters } from '../scoring/layout';
import { personColumn, type ReviewDraft } from './draft';
import { meanFormula, monthTotalFormula, placeFormula, ruledFormula, suggestionFormula, textFormula } from './formulas';
import type { ScoreReference } from './sources';

/** Between a rule and what it rests on. */
const BASIS = '；依据：';

/** The people of the 审定表, typed once, and what the program computes beside each of them, by person and not by row. */
export function personBlocks(draft: ReviewDraft): CellBlock[] {
  return [
    ...identity(draft),
    ...months(draft),
    ...quarter(draft),
    ...proposals(draft),
    ...keys(draft),
    ...places(draft),
  ];
}

/** Somebody has 特殊情形 now, and nobody had any on the sheet, whose column is narrow then. */
export function areFirstCircumstances(draft: ReviewDraft): boolean {
  const column = draft.place.column('circumstances');
  return hasCircumstances(draft) && draft.rows.every(({ row }) => draft.grid.value(row, column) === '');
}

export function hasCircumstances({ rows, people }: ReviewDraft): boolean {
  return rows.some(({ key }) => groundsOf(people.get(key)).length > 0);
}

function identity({ rows, place, book, grid }: ReviewDraft): CellBlock[] {
  const people = new Map(book.people.map((person) => [person.key, person]));
  const typed = rows.filter(({ isNew }) => isNew);
  const [first] = typed;
  if (first === undefined) return [];
  const columns = (['index', 'department', 'name', 'position'] as const).map((id) => place.column(id));
  const cells = typed.map(({ key, row }) => {
    const person = people.get(key);
    const line = Array.from({ length: Math.max(...columns) + 1 }, (): CellContent => null);
    line[place.column('index')] = row - place.firstRow + 1;
    line[place.column('department')] = person?.department ?? '';
    line[place.column('name')] = person?.displayName ?? '';
    line[place.column('position')] = person?.position ?? '';
    return line;
  });
  return [grid.block('人员', first.row, 0, cells)];
}

/** 总分 and 等次 of each month. */
function months(draft: ReviewDraft): CellBlock[] {
  const { place, settings } = draft;
  return place.months.flatMap((column, i) => [
    personColumn(draft, '月总分', column, (_row, person) => monthTotal(draft, i, person)),
    personColumn(draft, '月等次', column + 1, (_row, person) => ({
      formula: ruled(gradeFormula(inRow(column), settings.rounding), person?.months[i]?.ruling),
      ...known(person?.months[i]?.grade),
    })),
  ]);
}

function monthTotal({ review, sources, place, settings }: ReviewDraft, i: number, person?: PersonReview): CellContent {
  const month = review.months[i]?.month;
  const ofMonth = sources.filter((source) => source.month === month);
  if (ofMonth.length === 0) return '';
  const expected = person === undefined ? [] : ofMonth.filter((source) => source.expects.has(person.key));
  const used = expected.length > 0 ? expected : ofMonth;
  const cells = used.map(({ totals, scores, label, group }) => ({
    group: group?.name ?? null,
    totals,
    scores,
    place: columnName(place.places.get(label) ?? 0),
  }));
  return { formula: monthTotalFormula(cells, settings), ...known(person?.months[i]?.total) };
}

/** 平均分, 建议等次 and 特殊情形及依据. */
function quarter(draft: ReviewDraft): CellBlock[] {
  const { place, settings } = draft;
  const totals = place.months.map(inRow);
  const grades = place.months.map((column) => keptInRow(column + 1));
  const [mean, suggestion] = [place.column('mean'), place.column('suggestion')];
  return [
    personColumn(draft, '平均分', mean, (_row, person) => {
      // Scores of months that do not count here are shown and stay out of the mean (rules 41–43).
      const counted = totals.filter((_, i) => person === undefined || isCountedIn(person.months[i]));
      const isMeant = person === undefined || isAssessedHere(person.ruling);
      return isMeant && counted.length > 0 ? { formula: meanFormula(counted), ...known(person?.mean) } : '';
    }),
    personColumn(draft, '建议等次', suggestion, (_row, person) => ({
      formula: ruled(suggestionFormula(keptInRow(mean), grades, settings), person?.ruling),
      ...known(person?.suggestedGrade),
    })),
    personColumn(draft, '特殊情形及依据', place.column('circumstances'), (_row, person) => groundsContent(person)),
  ];
}

/** 特殊情形及依据 as its cell holds it. */
export function groundsContent(person: PersonReview | undefined): CellContent {
  const grounds = groundsOf(person);
  return grounds.length === 0 ? '' : { formula: textFormula(grounds) };
}

/** What a formula will show, where the review has a total or grade for it. */
function known(value: Fraction | string | null | undefined): Pick<Formula, 'shows'> {
  if (value == null) return {};
  return { shows: typeof value === 'string' ? value : displayTotal(value) };
}

function isCountedIn(month: MonthReview | undefined): boolean {
  return month !== undefined && isCountedHere(month.ruling);
}

/** 科长/分管领导建议 from 附件2; the column is the office's own where nobody filed any. */
function proposals(draft: ReviewDraft): CellBlock[] {
  const { recommendations } = draft.additions;
  if (recommendations.size === 0) return [];
  return [
    personColumn(draft, '科长/分管领导建议', draft.place.column('proposal'), ({ key }) => {
      const own = recommendations.get(key);
      return own === undefined ? '' : { formula: textFormula([recommendationText(own)]) };
    }),
  ];
}

/** The person as a key, and as a name alone. */
function keys(draft: ReviewDraft): CellBlock[] {
  const { place, book } = draft;
  const characters = nameCharacters(book);
  const [department, name] = [inRow(place.column('department')), inRow(place.column('name'))];
  return [
    personColumn(draft, '人员键', place.key, () => ({ formula: keyFormula(department, name, characters) })),
    personColumn(draft, '姓名键', place.nameKey, () => ({ formula: keyFormula(null, name, characters) })),
  ];
}

/** Where each score sheet has the person. */
function places(draft: ReviewDraft): CellBlock[] {
  const { sources, place, book } = draft;
  const names = new Map(book.people.map(({ key, name }) => [key, name]));
  const bearers = new Map<string, number>();
  for (const { name } of book.people) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  /**
   * What finds the person among the keys of a score sheet: the row's own key or name, or the words used there when they
   * differ. Who is not there yet is looked for by name where the form has no 科室, namesakes never.
   */
  const keyOn = ({ byName, keyOf, rater }: ScoreReference, key: string): string => {
    const name = names.get(key) ?? '';
    const there = keyOf.get(key) ?? (byName && bearers.get(name) === 1 ? name : key);
    // 人员键 of somebody without 科室 begins with |, so that the name comes first.
    const column = there === name ? place.nameKey : there === key ? place.key : undefined;
    const own = column === undefined ? literal(there) : `$${columnName(column)}{r}`;
    return rater === null ? own : `${own}&${literal(`|${rater}`)}`;
  };
  return sources.map((source) =>
    personColumn(draft, '定位', place.places.get(source.label) ?? 0, ({ key }) => ({
      formula: placeFormula(keyOn(source, key), source.keys),
    })),
  );
}

/** A column's cell in the formula's own row. */
function inRow(column: number): string {
  return `${columnName(column)}{r}`;
}

/** The same, also in a copy of the formula in another column: 建议等次 copied to 审定等次 gives grades. */
function keptInRow(column: number): string {
  return `$${inRow(column)}`;
}

function ruled(formula: string, ruling: Ruling | undefined): string {
  return ruling === undefined ? formula : ruledFormula(formula, ruling);
}

/** What the special rules did to a person's grades, each rule once with all its bases. */
export function groundsOf(person: PersonReview | undefined): string[] {
  if (person === undefined) return [];
  const bases = new Map<string, Set<string>>();
  for (const ground of [...person.months.flatMap(({ ruling }) => ruling.grounds), ...person.ruling.grounds]) {
    // What somebody typed as 依据 may have these words in it.
    const [rule = '', ...rest] = ground.split(BASIS);
    const of = bases.get(rule) ?? new Set();
    bases.set(rule, rest.length === 0 ? of : of.add(rest.join(BASIS)));
  }
  return [...bases].map(([rule, of]) => (of.size === 0 ? rule : `${rule}${BASIS}${[...of].join('，')}`));
}
