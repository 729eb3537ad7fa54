import type { SheetCells } from '../grid/cells';
import { weighEvidence, type Evidence, type WeightsOf } from '../grid/cheapestReading';
import { readScore } from './cell';
import { isIndicator } from '../words/columnLabel';
import { likeness, readName } from '../words/personName';
import { rowWord, type RowWord } from '../words/rowWords';
import { normalizeLabel } from '../words/text';
import { cellsWithRole, type Heading } from './heading';
import { hasTitleWord, isFormTitle, looksLikeDate, rowTexts } from './titleText';

/** What a row of a sheet with an 附件3 may be. */
export type RowKind = 'blank' | 'person' | 'split' | 'summary' | 'text' | 'footnote' | 'signature' | 'title';

/** What is seen of one row, in the columns of one form. */
export interface RowFacts {
  readonly row: number;
  /** Nothing stands in the form's columns. */
  readonly empty: boolean;
  /** The name cell's text, else the first text of the row; normalised. */
  readonly label: string;
  /** Nothing stands in the name cell. */
  readonly unnamed: boolean;
  readonly word: RowWord | null;
  /** The name of somebody on the roster. */
  readonly known: boolean;
  readonly likeness: 'surname' | 'letters' | 'no';
  /** Score cells with a number, or with a text that is one. */
  readonly scores: number;
  /** Score cells with anything. */
  readonly filled: number;
  /** Every filled score cell adds up or counts cells of this sheet. */
  readonly aggregates: boolean;
  /** The name itself is a formula that adds up or counts. */
  readonly countedName: boolean;
  /** The name cell is the lower part of a merged one. */
  readonly covered: boolean;
  /** The name cell is merged over score cells. */
  readonly spread: boolean;
  readonly long: boolean;
  /** A running number stands left of the name. */
  readonly numbered: boolean;
  readonly wide: boolean;
  readonly titleWord: boolean;
  readonly formTitle: boolean;
  readonly date: boolean;
  /** 科室：办公室 */
  readonly field: boolean;
}

/** Too much to be outweighed: the other kinds are out of the question. */
const CERTAIN = 50;
/** A row with so many numbers is nobody's title. */
const NUMBERS_OF_A_PERSON = 4;

/**
 * Everything that tells what a row is. A maintainer who meets a new way of writing adds a sign or a weight here, or a word
 * in words/rowWords.ts, and nowhere else.
 */
const EVIDENCE: readonly Evidence<RowFacts, RowKind>[] = [
  // Nothing in the form’s columns.
  { seen: ({ empty }) => empty, speaks: { blank: CERTAIN } },
  // Lower part of a merged name, with scores.
  { seen: ({ covered, filled }) => covered && filled > 0, speaks: { split: 2 * CERTAIN } },
  // Lower part of a merged name, without.
  { seen: ({ covered, filled }) => covered && filled === 0, speaks: { blank: CERTAIN } },
  // Neither a name nor a score: a running number, a department.
  { seen: ({ empty, unnamed, filled }) => !empty && unnamed && filled === 0, speaks: { blank: 1 } },
  // A name or a score.
  { seen: ({ unnamed, filled }) => !unnamed || filled > 0, speaks: { blank: -CERTAIN } },
  // Who is a person.
  // The name is on the roster.
  { seen: ({ known }) => known, speaks: { person: 12 } },
  // A surname and one to three letters, or the parts of a minority name.
  { seen: (facts) => mayBeName(facts) && facts.likeness === 'surname', speaks: { person: 3 } },
  // Two to four letters.
  { seen: (facts) => mayBeName(facts) && facts.likeness === 'letters', speaks: { person: 1 } },
  // Scores.
  { seen: ({ scores }) => scores > 0, speaks: { person: 2, title: -3 } },
  // Seven scores.
  { seen: ({ scores }) => scores >= 7, speaks: { person: 1, summary: 1 } },
  // As many numbers as a person has.
  { seen: ({ scores }) => scores >= NUMBERS_OF_A_PERSON, speaks: { title: -10, text: -4 } },
  // A running number.
  { seen: ({ numbered }) => numbered, speaks: { person: 1 } },
  // Texts where scores belong.
  { seen: ({ filled, scores, date, titleWord }) => filled > scores && !date && !titleWord, speaks: { person: 1 } },
  // Who is nobody.
  // 合计, 满分, 及格线 ….
  { seen: ({ word }) => word === 'summary', speaks: { summary: 8 } },
  // …线, …率, …值.
  { seen: ({ word }) => word === 'measure', speaks: { summary: 4 } },
  // 办公室, 人事科: a line over its people, or what they have together.
  {
    seen: ({ word, filled, likeness }) => word === 'group' && filled === 0 && likeness !== 'surname',
    speaks: { text: 5 },
  },
  { seen: ({ word, filled }) => word === 'group' && filled > 0, speaks: { summary: 4 } },
  // 制表人, 领导签字, 填表说明 ….
  { seen: ({ word }) => word === 'note', speaks: { summary: 7, text: 1 } },
  // Scores that only add up the rows of the sheet.
  { seen: ({ aggregates }) => aggregates, speaks: { summary: 10, person: -2 } },
  // A name that counts.
  { seen: ({ countedName }) => countedName, speaks: { summary: 10 } },
  // The footnote’s word, without scores.
  { seen: ({ word, filled }) => word === 'footnote' && filled === 0, speaks: { footnote: 12 } },
  // The footnote’s word beside scores.
  { seen: ({ word, filled }) => word === 'footnote' && filled > 0, speaks: { summary: 6 } },
  // 分管领导签字, 评委 …, without scores.
  { seen: ({ word, scores }) => word === 'signature' && scores === 0, speaks: { signature: 5 } },
  // A name merged over score cells.
  { seen: ({ spread }) => spread, speaks: { text: 5, person: -2 } },
  // Longer than a name, without scores.
  { seen: ({ long, filled }) => long && filled === 0, speaks: { text: 4 } },
  // What stands above the next form.
  // 附件3 or the title of a form, without numbers.
  { seen: ({ formTitle, scores }) => formTitle && scores === 0, speaks: { title: 14 } },
  // 测评, 打分表, 分管领导 … in a line.
  { seen: ({ titleWord, scores }) => titleWord && scores === 0, speaks: { title: 4 } },
  // A date in a line.
  { seen: ({ date }) => date, speaks: { title: 2 } },
  // Merged over three columns and more.
  { seen: ({ wide }) => wide, speaks: { title: 2 } },
  // 科室：….
  { seen: ({ field, filled }) => field && filled === 0, speaks: { title: 3 } },
  // None of these.
  {
    seen: ({ wide, titleWord, formTitle, date, field }) => !wide && !titleWord && !formTitle && !date && !field,
    speaks: { title: -6 },
  },
  // The footnote’s word is no title.
  { seen: ({ word }) => word === 'footnote', speaks: { title: -12 } },
];

function mayBeName({ word }: RowFacts): boolean {
  return word === null || word === 'measure' || word === 'group';
}

export const ROW_KINDS: readonly RowKind[] = [
  'blank',
  'person',
  'split',
  'summary',
  'text',
  'footnote',
  'signature',
  'title',
];

export type Weights = WeightsOf<RowKind>;

const BEGINNING: Weights = {
  blank: 0,
  person: 0,
  split: -CERTAIN,
  summary: 0,
  text: 0,
  footnote: 0,
  signature: 0,
  title: 0,
};

/** How much speaks for each kind of row. */
export function weigh(facts: RowFacts): Weights {
  return weighEvidence(facts, EVIDENCE, BEGINNING);
}

/** Longer than any name without a separating dot: running text in the name column. */
const LONGEST_NAME = 20;
/** A minority name in its parts, 买买提·阿卜杜拉·吐尔逊江: no part as long as a sentence, nothing but letters. */
const NAME_IN_PARTS = /^\p{L}{1,8}(·\p{L}{1,8})+$/u;
const LONGEST_NAME_IN_PARTS = 40;
/** Columns that a title is merged over at least. */
const WIDE_MERGE = 3;

/** Looks at one row in the columns of a form. */
export function factsOf(
  cells: SheetCells,
  heading: Heading,
  row: number,
  isKnown: (name: string) => boolean,
): RowFacts {
  const name = cellsWithRole(heading, 'name')[0]?.column ?? heading.firstColumn;
  const at = cells.anchor(row, name);
  const texts = rowTexts(cells, heading, row);
  const nameText = cells.own(row, at.column);
  const label = normalizeLabel(nameText === '' ? (texts[0]?.text ?? '') : nameText);
  const reading = readName(cells.value(row, at.column));
  const filled = scoreColumns(heading).filter((column) => cells.own(row, column) !== '');
  const isScore = (column: number) =>
    typeof cells.value(row, column) === 'number' ||
    readScore(cells.value(row, column), cells.format(row, column), cells.date1904).kind === 'score';
  const scores = filled.filter(isScore);
  const merge = cells.merge(row, name);
  const joined = normalizeLabel(texts.map(({ text }) => text).join(' '));
  const longest = NAME_IN_PARTS.test(reading.name) ? LONGEST_NAME_IN_PARTS : LONGEST_NAME;
  return {
    row,
    empty: texts.length === 0 && filled.length === 0,
    label,
    unnamed: nameText === '',
    word: rowWord(label),
    known: reading.fault === 'none' && isKnown(reading.name),
    likeness: likeness(reading.name),
    scores: scores.length,
    filled: filled.length,
    aggregates: filled.length > 0 && filled.every((column) => isAggregate(cells.formula(row, column), row)),
    countedName: isAggregate(cells.formula(at.row, at.column), row),
    covered: at.row < row,
    spread:
      merge !== undefined && scoreColumns(heading).some((c) => c >= merge.column && c < merge.column + merge.columns),
    long: label.length > longest,
    numbered: name > heading.firstColumn && typeof cells.value(row, heading.firstColumn) === 'number',
    wide: (cells.merge(row, heading.firstColumn)?.columns ?? 1) >= WIDE_MERGE,
    titleWord: hasTitleWord(joined),
    formTitle: texts.some(({ text }) => isFormTitle(text)),
    date: texts.some(({ text }) => looksLikeDate(text)),
    field: /^(科室|部门|单位):/.test(joined),
  };
}

function scoreColumns(heading: Heading): number[] {
  return heading.cells.filter(({ label }) => label !== null && isIndicator(label.role)).map(({ column }) => column);
}

const AGGREGATE =
  /\b(SUM|AVERAGE|AVERAGEIFS?|SUMIFS?|COUNTA?|MAX|MIN|SUBTOTAL|AGGREGATE|MEDIAN|LARGE|SMALL|TRIMMEAN|STDEV[.\w]*|SUMPRODUCT)\s*\(/i;

/**
 * A formula that adds up or counts other rows of its own sheet, e.g. ="合计"&COUNTA(B5:B20). Averages over other sheets and
 * over cells of the same row are somebody's scores.
 */
function isAggregate(formula: string | null, row: number): boolean {
  if (formula === null || !AGGREGATE.test(formula) || formula.includes('!')) return false;
  const rows = [...formula.matchAll(/\$?\b[A-Z]{1,3}\$?(\d+)\b/g)].map(([, digits]) => Number(digits));
  return rows.some((each) => each !== row + 1) || /\[(?!@)/.test(formula);
}
