import type { SheetCells } from '../grid/cells';
import { cellsWithRole, type Heading } from './heading';
import { isIndicator } from '../words/columnLabel';
import { FOOTNOTE_LABELS, RATER_LABELS, SIGNER_LABELS, SUMMARY_LABELS, TITLE_WORDS } from '../words/labels';
import type { Area } from '../grid/snapshot';
import { normalizeLabel, normalizeName } from '../words/text';

/** Title lines are looked for in so many rows above a heading. */
const TITLE_ROWS = 8;
/** 附件3 and its title, as a cell of its own. */
const FORM_TITLE = /^附件:?[3三][:.。]*$|^(?!备注|说明|注).*(测评表|打分表)$/;
/** A row with so many numbers is nobody's title. */
const NUMBERS_OF_A_PERSON = 4;
/** Columns that a title is merged over at least. */
const WIDE_MERGE = 3;
/** Longer than any name without a separating dot: running text in the name column. */
const LONGEST_NAME = 20;
/** A minority name in its parts, 买买提·阿卜杜拉·吐尔逊江: no part as long as a sentence, nothing but letters. */
const NAME_IN_PARTS = /^\p{L}{1,8}(·\p{L}{1,8})+$/u;
const LONGEST_NAME_IN_PARTS = 40;

/** The rows of one form. */
export interface Block {
  readonly heading: Heading;
  /** Title lines to footnote, first to last heading column. */
  readonly area: Area;
  /** Rows above the heading that carry title, month, signature, rater; ascending. */
  readonly titleRows: readonly number[];
  /** Rows below the people that carry a signature or a rater. */
  readonly signatureRows: readonly number[];
  readonly personRows: readonly number[];
  /** Rows of 合计, 平均, … with their text, footnote not among them. */
  readonly skipped: readonly { readonly row: number; readonly text: string }[];
  /** Lower rows of a merged name that hold scores of their own. */
  readonly splitRows: readonly number[];
}

/** The blocks of a sheet's headings, in the same order. */
export function findBlocks(cells: SheetCells, headings: readonly Heading[]): Block[] {
  const tops = headings.map((heading, i) => {
    const formAbove = headings
      .slice(0, i)
      .filter((other) => other.lastRow < heading.firstRow && overlap(heading, other))
      .at(-1);
    return titleRowsOf(cells, heading, formAbove);
  });
  return headings.map((heading, i) => {
    const next = headings.findIndex((other, j) => j > i && other.firstRow > heading.lastRow && overlap(heading, other));
    const nextHeading = headings[next];
    const limit = nextHeading === undefined ? cells.rowEnd : (tops[next]?.[0] ?? nextHeading.firstRow);
    return readBlock(cells, heading, tops[i] ?? [], limit);
  });
}

function overlap(a: Heading, b: Heading): boolean {
  return a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

/** Text of a row inside a form's columns, each merged area once. */
export function rowTexts(cells: SheetCells, heading: Heading, row: number): { text: string; column: number }[] {
  const texts: { text: string; column: number }[] = [];
  for (let column = heading.titleColumn; column <= heading.lastColumn; column++) {
    const at = cells.anchor(row, column);
    if (at.row !== row || (at.column !== column && column !== heading.titleColumn)) continue;
    const text = cells.own(at.row, at.column);
    if (text !== '') texts.push({ text, column: at.column });
  }
  return texts;
}

/** Rows above a heading that carry its title, month, signature or rater; blank rows between them may be. */
function titleRowsOf(cells: SheetCells, heading: Heading, formAbove: Heading | undefined): number[] {
  const rows: number[] = [];
  const highest = Math.max(cells.firstRow, heading.firstRow - TITLE_ROWS, (formAbove?.lastRow ?? -1) + 1);
  for (let row = heading.firstRow - 1; row >= highest; row--) {
    const texts = rowTexts(cells, heading, row).map(({ text }) => text);
    if (texts.length === 0) continue;
    if (!isTitleRow(cells, heading, row, texts)) break;
    if (formAbove !== undefined && holdsPerson(cells, formAbove, row)) break;
    rows.unshift(row);
  }
  return rows;
}

function isTitleRow(cells: SheetCells, heading: Heading, row: number, texts: readonly string[]): boolean {
  const joined = normalizeLabel(texts.join(' '));
  if (isFootnote(joined)) return false;
  const numbers = scoreColumns(heading).filter((column) => typeof cells.value(row, column) === 'number').length;
  if (numbers >= NUMBERS_OF_A_PERSON) return false;
  const wide = (cells.merge(row, heading.firstColumn)?.columns ?? 1) >= WIDE_MERGE;
  return wide || hasTitleWord(joined) || /^(科室|部门|单位):/.test(joined) || texts.some(looksLikeDate);
}

/** In the columns of the form above, the row is one of its people rather than the next form's title. */
function holdsPerson(cells: SheetCells, formAbove: Heading, row: number): boolean {
  const kind = rowKind(cells, formAbove, row);
  if (kind !== 'person') return false;
  const name = cellsWithRole(formAbove, 'name')[0]?.column ?? 0;
  const text = cells.own(row, name);
  if (text !== '') return !hasTitleWord(normalizeLabel(text)) && !looksLikeDate(text);
  return scoreColumns(formAbove).some(
    (column) => cells.own(row, column) !== '' && !looksLikeDate(cells.own(row, column)),
  );
}

/** A form's title in a row without numbers; beside numbers it was typed over somebody's cell. */
function beginsForm(cells: SheetCells, heading: Heading, row: number): boolean {
  const numbers = scoreColumns(heading).some((column) => typeof cells.value(row, column) === 'number');
  return !numbers && rowTexts(cells, heading, row).some(({ text }) => isFormTitle(text));
}

/** Whether a cell's text is the title of a form. */
export function isFormTitle(text: string): boolean {
  return FORM_TITLE.test(normalizeLabel(text));
}

function hasTitleWord(label: string): boolean {
  return [...TITLE_WORDS, ...SIGNER_LABELS, ...RATER_LABELS].some((word) => label.includes(word));
}

/** With a year or a month in words, or the serial number of a date. */
function looksLikeDate(text: string): boolean {
  return /\d\s*[年月]|年\s*月/.test(text) || /^(20\d{2}[-./]?\d{1,2}([-./]?\d{1,2})?|[3-7]\d{4})$/.test(text.trim());
}

/** 备注：此表由考核领导小组…打分。 */
function isFootnote(label: string): boolean {
  return FOOTNOTE_LABELS.some((footnote) => label.startsWith(`${footnote}:`));
}

function scoreColumns(heading: Heading): number[] {
  return heading.cells.filter(({ label }) => label !== null && isIndicator(label.role)).map(({ column }) => column);
}

type RowKind = 'blank' | 'person' | 'summary' | 'footnote' | 'signature' | 'split' | 'text';

function readBlock(cells: SheetCells, heading: Heading, titleRows: readonly number[], limit: number): Block {
  const rows = new Map<RowKind, number[]>();
  const of = (kind: RowKind) => rows.get(kind) ?? [];
  let bottom = heading.lastRow;
  let ended = false;
  for (let row = heading.lastRow + 1; row < limit; row++) {
    // Another form's title ends this one, also where that form's headings are gone: its people are not this form's.
    if (row > heading.lastRow + 1 && beginsForm(cells, heading, row)) break;
    const kind = rowKind(cells, heading, row);
    // People below the footnote are read while they have scores: nobody is lost without a word.
    if (ended && (kind === 'text' || (kind === 'person' && !hasScores(cells, heading, row)))) continue;
    rows.set(kind, [...of(kind), row]);
    ended ||= kind === 'footnote';
    if (kind !== 'blank' && kind !== 'text') bottom = row;
  }
  const lastPerson = of('person').at(-1) ?? heading.lastRow;
  const skipped = [...of('summary'), ...of('footnote').filter((row) => row < lastPerson), ...of('text')];
  const top = titleRows[0] ?? heading.firstRow;
  return {
    heading,
    area: {
      row: top,
      column: heading.firstColumn,
      rows: bottom - top + 1,
      columns: heading.lastColumn - heading.firstColumn + 1,
    },
    titleRows,
    signatureRows: of('signature'),
    personRows: of('person'),
    splitRows: of('split'),
    skipped: skipped.sort((a, b) => a - b).map((row) => ({ row, text: rowLabel(cells, heading, row) })),
  };
}

function rowKind(cells: SheetCells, heading: Heading, row: number): RowKind {
  const name = cellsWithRole(heading, 'name')[0]?.column;
  if (name === undefined) return 'blank';
  const at = cells.anchor(row, name);
  const scored = hasScores(cells, heading, row);
  if (at.row < row) return scored ? 'split' : 'blank';
  const nameText = cells.own(at.row, at.column);
  const label = rowLabel(cells, heading, row);
  // Lines of text have no scores; a line with both is somebody whose name was overwritten.
  if (!scored && isFootnote(label)) return 'footnote';
  if (!scored && [...SIGNER_LABELS, ...RATER_LABELS].some((signer) => label.startsWith(signer))) return 'signature';
  if (isSummary(label) || isAggregate(cells.formula(at.row, at.column))) return 'summary';
  if (nameText === '') return scored ? (aggregatesOnly(cells, heading, row) ? 'summary' : 'person') : 'blank';
  const covered = cells.merge(row, name);
  const overScores =
    covered !== undefined &&
    scoreColumns(heading).some((c) => c >= covered.column && c < covered.column + covered.columns);
  if (overScores || (!scored && isLongerThanName(label))) return 'text';
  return 'person';
}

function isLongerThanName(label: string): boolean {
  const longest = NAME_IN_PARTS.test(normalizeName(label)) ? LONGEST_NAME_IN_PARTS : LONGEST_NAME;
  return label.length > longest;
}

/** What a row says it is: its name cell, else the first text in it. */
function rowLabel(cells: SheetCells, heading: Heading, row: number): string {
  const { column } = cells.anchor(row, cellsWithRole(heading, 'name')[0]?.column ?? heading.firstColumn);
  const name = cells.own(row, column);
  return normalizeLabel(name === '' ? (rowTexts(cells, heading, row)[0]?.text ?? '') : name);
}

function isSummary(label: string): boolean {
  const [head = ''] = label.split(':');
  return SUMMARY_LABELS.has(head.replace(/^[([]|[)\]]$/g, ''));
}

/** A name that counts or adds up is a summary, e.g. ="合计"&COUNTA(B5:B20). */
function isAggregate(formula: string | null): boolean {
  return formula !== null && /\b(SUM|AVERAGE|COUNTA?|MAX|MIN|SUBTOTAL|MEDIAN|LARGE|SMALL)\s*\(/i.test(formula);
}

function aggregatesOnly(cells: SheetCells, heading: Heading, row: number): boolean {
  const filled = scoreColumns(heading).filter((column) => cells.own(row, column) !== '');
  return filled.every((column) => isAggregate(cells.formula(row, column)));
}

function hasScores(cells: SheetCells, heading: Heading, row: number): boolean {
  return scoreColumns(heading).some((column) => cells.own(row, column) !== '');
}
