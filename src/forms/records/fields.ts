import { typedMonth } from '../words/typedMonth';
import { parseMonth } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import { dateCellText, datesIn, wholeDate } from '../words/dateText';
import { readName } from '../words/personName';
import type { Problem } from '../grid/problem';
import type { RecordBlock } from './blocks';
import type { HeaderLabel, RecordLabel } from './labels';
import type { DayOrMonth, RecordHeader } from './record';
import { normalizeName } from '../words/text';
import type { LabelCell } from './scan';

/** A text of a form and where it stands. */
export interface CellText {
  readonly row: number;
  readonly column: number;
  /** Trimmed, line breaks kept; dates written out. */
  readonly text: string;
}

/** What Excel shows instead of a result. */
const ERROR = /^#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!)$/;

/** A cell's text with dates written out (2020年7月6日). */
export function cellText(cells: SheetCells, row: number, column: number): string {
  const value = cells.value(row, column);
  const text = dateCellText(value, cells.format(row, column), cells.date1904).trim();
  return ERROR.test(text) ? '' : text.replace(/\r\n?|[\v\u2028]/g, '\n');
}

/** Formulas without a result inside a form: what they should say is not known. */
export function cellErrors(cells: SheetCells, { area }: RecordBlock): Problem[] {
  const problems: Problem[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const text = cells.own(row, column);
      if (ERROR.test(text)) problems.push(problem.recordCellError(cells.name, cellAddress(row, column), text));
    }
  }
  return problems;
}

/**
 * What stands behind a label of one row: in its own cell after a colon, in the cell beside it, in the only filled cell up
 * to the next label, or below a row of nothing but labels. Blank, with the place where it belongs, when nothing does.
 */
export function fieldOf(cells: SheetCells, block: RecordBlock, label: RecordLabel): CellText | null {
  const at = block.labels.get(label);
  if (at === undefined) return null;
  if (at.rest !== '') return { row: at.row, column: at.column, text: at.rest };
  const end = Math.min(block.right, nextLabelColumn(block, at) - 1);
  const beside: CellText[] = [];
  for (let column = at.lastColumn + 1; column <= end; column++) {
    const { row, column: first } = cells.anchor(at.row, column);
    const text = first > at.lastColumn && first === column ? cellText(cells, row, first) : '';
    if (text !== '') beside.push({ row, column: first, text });
  }
  const [first, ...more] = beside;
  const { row, column } = cells.anchor(at.row, at.lastColumn + 1);
  if (first !== undefined && (first.column === column || more.length === 0)) return first;
  return (first === undefined ? cellBelow(cells, block, at) : null) ?? { row, column, text: '' };
}

function nextLabelColumn({ printed }: RecordBlock, { row, column }: LabelCell): number {
  const later = printed.filter((other) => other.row === row && other.column > column);
  return Math.min(Infinity, ...later.map((other) => other.column));
}

/** 科室 | 姓名 | 职务 with nothing else in their row: what they say stands in the row below. */
function cellBelow(cells: SheetCells, block: RecordBlock, at: LabelCell): CellText | null {
  const labels = block.printed.filter(({ row }) => row === at.row);
  const row = at.lastRow + 1;
  const isHeading = labels.length > 1 && line(cells, block, at.row).length === labels.length;
  if (!isHeading || !block.headerRows.includes(row) || block.printed.some((label) => label.row === row)) return null;
  const text = cellText(cells, row, at.column);
  return text === '' ? null : { row, column: at.column, text };
}

/** The filled cells of a field that takes whole rows, in reading order, from its label's row to the next field. */
export function sectionOf(cells: SheetCells, block: RecordBlock, label: RecordLabel): CellText[] {
  const at = block.labels.get(label);
  if (at === undefined) return [];
  const texts: CellText[] = at.rest === '' ? [] : [{ row: at.row, column: at.column, text: at.rest }];
  for (let row = at.row; row <= lastRowOf(block, at); row++) {
    if (block.noteRows.has(row)) continue;
    for (let column = row > at.lastRow ? block.left : at.lastColumn + 1; column <= block.right; column++) {
      const anchor = cells.anchor(row, column);
      if (anchor.row !== row || anchor.column !== column) continue;
      const text = cellText(cells, row, column);
      if (text !== '') texts.push({ row, column, text });
    }
  }
  return texts;
}

/** Where a field's text belongs. */
export function sectionCell(cells: SheetCells, block: RecordBlock, label: RecordLabel): string {
  const at = block.labels.get(label);
  if (at === undefined) return wholeForm(block);
  const { row, column } = cells.anchor(at.row, at.lastColumn + 1);
  return cellAddress(row, at.rest === '' ? column : at.column);
}

export function wholeForm({ area }: RecordBlock): string {
  return `${cellAddress(area.row, area.column)}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A field goes on to the row before the next one; the last field to where the fields end. */
function lastRowOf({ labels, heading, lastFieldRow }: RecordBlock, at: LabelCell): number {
  const below = [...labels.values()].filter(({ row }) => row > at.lastRow);
  const starts = [...below.map(({ row }) => row), ...(heading.row > at.lastRow ? [heading.row] : [])];
  return starts.length === 0 ? Math.max(at.lastRow, lastFieldRow) : Math.min(...starts) - 1;
}

/** The texts of several cells as one: cells of a row side by side, rows and lines below each other. */
export function joined(texts: readonly CellText[]): string {
  let text = '';
  for (const [i, cell] of texts.entries()) {
    const previous = texts[i - 1];
    const isBeside = previous?.row === cell.row && previous.column !== cell.column;
    text += i === 0 ? '' : isBeside ? ' ' : '\n';
    text += cell.text;
  }
  return text;
}

/** The lines above the fields, each with its filled cells: title, period, and what else stands there. */
export function titleLines(cells: SheetCells, block: RecordBlock): CellText[][] {
  return block.titleRows.map((row) => line(cells, block, row)).filter((texts) => texts.length > 0);
}

/** Lines among the fields that no label claims, such as a period below 任现职时间. */
export function unlabelledLines(cells: SheetCells, block: RecordBlock): CellText[][] {
  const labelled = new Set(block.printed.map(({ row }) => row));
  const rows = block.headerRows.filter((row) => !labelled.has(row));
  return rows.map((row) => line(cells, block, row)).filter((texts) => texts.length > 0);
}

function line(cells: SheetCells, { area }: RecordBlock, row: number): CellText[] {
  const texts: CellText[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    const anchor = cells.anchor(row, column);
    if (anchor.row !== row || anchor.column !== column) continue;
    const text = cellText(cells, row, column);
    if (text !== '') texts.push({ row, column, text });
  }
  return texts;
}

/** The four fields with their cells, and what is to be said of them. */
export interface ReadHeader {
  readonly header: RecordHeader;
  readonly cells: Readonly<Record<HeaderLabel, string>>;
  readonly problems: readonly Problem[];
}

/** Reads 科室, 姓名, 职务 and 任现职时间. */
export function readHeader(cells: SheetCells, block: RecordBlock): ReadHeader {
  const field = (label: HeaderLabel) => fieldOf(cells, block, label);
  const address = (label: HeaderLabel) => {
    const at = field(label);
    return at === null ? wholeForm(block) : cellAddress(at.row, at.column);
  };
  const addresses = {
    department: address('department'),
    name: address('name'),
    position: address('position'),
    since: address('since'),
  };
  const name = field('name');
  // A number is nobody's name, and must stay one for readName to see it.
  const raw = name === null ? '' : cells.value(name.row, name.column);
  const reading = readName(typeof raw === 'string' ? (name?.text ?? '') : raw);
  const since = readSince(cells, field('since'));
  return {
    header: {
      department: normalizeName(field('department')?.text ?? ''),
      name: reading.fault === 'none' ? reading.name : '',
      displayName: reading.displayName,
      position: field('position')?.text ?? '',
      since: since.text,
    },
    cells: addresses,
    problems: [...nameProblems(cells.name, addresses.name, reading), ...since.problems],
  };
}

function nameProblems(sheet: string, cell: string, reading: ReturnType<typeof readName>): Problem[] {
  const { name, displayName, fault, unreadable } = reading;
  switch (fault) {
    case 'missing':
    case 'error':
      return [problem.recordNameMissing(sheet, cell)];
    case 'several':
      return [problem.recordNameSeveral(sheet, cell, displayName)];
    case 'notText':
      return [problem.recordNameNotText(sheet, cell, displayName)];
    case 'none':
      if (unreadable) return [problem.nameUnreadable(sheet, cell, name, '请核对后改正')];
      return name === displayName ? [] : [wordsProblem.nameNormalised(sheet, cell, displayName, name)];
  }
}

/** 任现职时间: 2018.03 is a month, 2018.3.1 a day; what is neither stays as written. */
function readSince(cells: SheetCells, field: CellText | null): { text: string; problems: Problem[] } {
  if (field === null || field.text === '') return { text: '', problems: [] };
  const { row, column, text } = field;
  const typed = typedMonth(cells, row, column);
  if (typed !== null) return { text: typed.key, problems: [...typed.problems] };
  const at = cellAddress(row, column);
  const [date, ...more] = datesIn(text, false);
  if (date === undefined || more.length > 0 || date.year === null || date.month === null) return { text, problems: [] };
  if (!date.valid) return { text, problems: [wordsProblem.dateInvalid(cells.name, at, text)] };
  return { text: dayOrMonth(date.year, date.month, date.day) ?? text, problems: [] };
}

function dayOrMonth(year: number, month: number, day: number | null): DayOrMonth | null {
  if (day !== null) return wholeDate({ year, month, day });
  return parseMonth(`${year}-${String(month).padStart(2, '0')}`) ?? null;
}
