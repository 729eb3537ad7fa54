import { dateTitle } from '../../assessment/calendarDate';
import { GRADES } from '../../assessment/grade';
import { INDICATORS } from '../../assessment/indicator';
import { exactScore, isWithinLimit } from '../../assessment/score';
import { lastDayOfMonths, PENALTY_MONTHS } from '../../assessment/penaltyPeriod';
import { cellAddress } from '../grid/address';
import { SheetCells, type Position } from '../grid/cells';
import { openEnds } from '../circumstances/register';
import { dateCorrection } from './dateCorrections';
import { Findings } from '../grid/findings';
import type { DraftedForm } from '../score-sheet/draft';
import { readSheetForms } from '../score-sheet/find';
import { cellsWithRole } from '../score-sheet/heading';
import { GRADE_WORDS } from '../words/labels';
import { firstCell } from '../grid/marks';
import { readName } from '../words/personName';
import type { FilingForm, WeeklyRecord } from '../records/record';
import { findRosterTable } from '../book/roster';
import { readScore } from '../score-sheet/cell';
import type { WorkbookSnapshot } from '../grid/snapshot';
import { normalizeLabel } from '../words/text';
import type { HeadingCell } from '../words/columnLabel';
import type { Book } from '../book/model';

/**
 * What is put right: a score stored as text, spaces and dots of a name, a heading, a date, a word for a grade; or filled
 * in: the end of a 处分. A weight in a heading becomes the one that counts (rule 50).
 */
export type CorrectionKind = 'score' | 'name' | 'label' | 'weight' | 'date' | 'grade' | 'penaltyEnd';

/** One cell that can be put right without changing what it means, or an empty one that can be filled in. */
export interface Correction {
  /** The same as long as the cell holds the same and would get the same. */
  readonly id: string;
  readonly kind: CorrectionKind;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** What the cell shows, and what it will show. */
  readonly before: string;
  readonly after: string;
  /** Not to be chosen without the person's word: what is displayed or decided changes. */
  readonly needsConfirmation: boolean;
  readonly message: string;
  readonly at: Position;
  /** What the cell is to hold; null where only its number format changes. */
  readonly content: string | number | null;
  /** The number format it needs; null where any will do. */
  readonly format: string | null;
}

/**
 * Every safe correction of a workbook's forms and roster, in the order of the sheets, once a cell; never of a cell with
 * a formula. None of them changes a total that the workbook has: only a word for a grade (R12) keeps a row from its
 * total until it is replaced. The end of a 处分 (ambiguity 28) is an offer for 人事科 to confirm: later months and quarters
 * follow it.
 *
 * @param book what was read of the same snapshot; sheets that it left out, such as hidden ones, stay out
 */
export function findCorrections(snapshot: WorkbookSnapshot, book: Book): Correction[] {
  const records = [...book.weeklyRecords, ...book.filings];
  const sources = new Set([...book.forms, ...records, ...(book.roster === null ? [] : [book.roster])].map(sheetOf));
  const known = new Set(book.roster?.people.map(({ name }) => name));
  const changed = new Set(
    book.problems.flatMap(({ code, sheet, cell }) =>
      code === 'WEIGHTS_CHANGED' ? [`${sheet ?? ''}!${cell ?? ''}`] : [],
    ),
  );
  return snapshot.sheets.flatMap((sheet) => {
    const cells = new SheetCells(sheet, snapshot.date1904);
    const drafts = sources.has(sheet.name)
      ? readSheetForms(cells, sheet, new Findings(), (name) => known.has(name))
      : [];
    const found = [
      ...drafts.flatMap((draft) => {
        const isChanged = changed.has(`${sheet.name}!${draft.headingAddress}`);
        return ofForm(cells, draft, isChanged ? book.weights : null);
      }),
      ...(book.roster?.sheet === sheet.name ? rosterNames(cells) : []),
      ...records.filter((record) => record.sheet === sheet.name).flatMap((record) => ofRecord(cells, record)),
      ...(sheet.visibility === 'Visible' ? penaltyEnds(cells) : []),
    ];
    const once = new Map(found.map((correction) => [correction.id, correction]));
    return [...once.values()].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
  });
}

/** @param weights those that count, where the form prints others */
function ofForm(cells: SheetCells, draft: DraftedForm, weights: readonly number[] | null): Correction[] {
  const { block, columns, rows } = draft;
  return [
    ...[...block.titleRows, ...block.signatureRows].flatMap((row) => dates(cells, draft, row)),
    ...headings(cells, draft, weights),
    ...rows.flatMap(({ row: { row } }) => [
      ...name(cells, row, columns.name),
      ...columns.scores.flatMap((column) => (column < 0 ? [] : score(cells, row, column))),
      ...(columns.grade === null ? [] : grade(cells, row, columns.grade)),
    ]),
  ];
}

/** 记过 from 15 June 2020 without an end → 14 June 2021 (ambiguity 28). */
function penaltyEnds(cells: SheetCells): Correction[] {
  return openEnds(cells).flatMap(({ kind, from, at }) => {
    const months = PENALTY_MONTHS.get(kind);
    if (months === undefined) return [];
    const reason = `${kind}期间${months}个月，自${dateTitle(from)}起算；${REASONS.penaltyEnd}`;
    return correct(cells, at, 'penaltyEnd', dateTitle(lastDayOfMonths(from, months)), {
      needsConfirmation: true,
      reason,
    });
  });
}

/** The name on 附件1 and 附件2, and the dates and the grade of 附件2, where each has its cell for itself. */
function ofRecord(cells: SheetCells, record: WeeklyRecord | FilingForm): Correction[] {
  const at = (address: string): Position[] => {
    const first = address.includes(':') ? null : firstCell(address);
    return first === null ? [] : [cells.anchor(first.row, first.column)];
  };
  const names = at(record.cells.name)
    .flatMap(({ row, column }) => name(cells, row, column))
    .filter(({ after }) => after === record.header.name);
  if (record.annex === 1) return names;
  const { month, signedOn, committeeOn, suggestedGrade } = record.cells;
  return [
    ...names,
    ...[month, signedOn, committeeOn].flatMap(at).flatMap(({ row, column }) => date(cells, row, column)),
    ...at(suggestedGrade).flatMap(({ row, column }) => grade(cells, row, column)),
  ];
}

function sheetOf({ sheet }: { readonly sheet: string }): string {
  return sheet;
}

/** ８５, 85分, ' 85 ' → 85. */
function score(cells: SheetCells, row: number, column: number): Correction[] {
  const value = cells.value(row, column);
  const reading = readScore(value, cells.format(row, column));
  if (reading.kind !== 'score' || !reading.isText || !isWithinLimit(reading.score, 100)) return [];
  const number = reading.score.valueOf();
  // More digits than a number can hold stay text.
  if (!exactScore(number).equals(reading.score)) return [];
  return correct(cells, { row, column }, 'score', String(number), { content: number, format: 'General' });
}

/** 张　三 → 张三, 阿卜杜拉•买买提 → 阿卜杜拉·买买提. */
function name(cells: SheetCells, row: number, column: number): Correction[] {
  const at = cells.anchor(row, column);
  const reading = readName(cells.value(at.row, at.column));
  if (reading.fault !== 'none' || reading.unreadable) return [];
  return correct(cells, at, 'name', reading.name, { needsConfirmation: true });
}

function rosterNames(cells: SheetCells): Correction[] {
  const table = findRosterTable(cells);
  const column = table?.columns.get('name');
  if (table === null || column === undefined) return [];
  const rows = Array.from({ length: cells.rowEnd - table.headerRow - 1 }, (_, i) => table.headerRow + 1 + i);
  return rows.flatMap((row) => name(cells, row, column));
}

/** 优秀 → 好 and the other words of {@link GRADE_WORDS}. */
function grade(cells: SheetCells, row: number, column: number): Correction[] {
  const at = cells.anchor(row, column);
  const word = normalizeLabel(String(cells.value(at.row, at.column)));
  if (GRADES.some((known) => known === word)) return [];
  const proposal = GRADE_WORDS[word.toUpperCase()];
  return proposal === undefined ? [] : correct(cells, at, 'grade', proposal, { needsConfirmation: true });
}

/** Headings of the indicators and of 姓名 as 附件3 prints them; each printed weight kept, or made the one that counts. */
function headings(
  cells: SheetCells,
  { block: { heading } }: DraftedForm,
  weights: readonly number[] | null,
): Correction[] {
  const names = cellsWithRole(heading, 'name');
  const found = [
    ...(names.length === 1 ? names.map((cell) => ({ cell, wording: '姓名', isWeight: false })) : []),
    ...INDICATORS.flatMap(({ id, label }, i) => {
      const of = cellsWithRole(heading, id);
      return of.length === 1 ? of.flatMap((cell) => indicatorHeading(cell, label, weights?.[i] ?? null)) : [];
    }),
  ];
  return found.flatMap(({ cell, wording, isWeight }) => {
    // A heading that is only broken over two lines, or spaced out, is as printed.
    const isPrinted = cell.text.replace(/\s/g, '') === wording;
    return isPrinted
      ? []
      : correct(cells, cell, isWeight ? 'weight' : 'label', wording, { needsConfirmation: isWeight });
  });
}

/** What stands in brackets and is no weight (满分100分) says something of its own, and such a heading stays. */
function indicatorHeading(cell: HeadingCell, label: string, counted: number | null) {
  const printed = cell.label?.weight ?? null;
  const weight = printed === null ? null : (counted ?? printed);
  if (weight !== null) return [{ cell, wording: `${label}（${weight}%）`, isWeight: weight !== printed }];
  return /[([]/.test(normalizeLabel(cell.text)) ? [] : [{ cell, wording: label, isWeight: false }];
}

/** The dates of a form's title and signature lines that fill their cells. */
function dates(cells: SheetCells, { block: { heading } }: DraftedForm, row: number): Correction[] {
  const found: Correction[] = [];
  for (let column = heading.titleColumn; column <= heading.lastColumn; column++) {
    found.push(...date(cells, row, column));
  }
  return found;
}

function date(cells: SheetCells, row: number, column: number): Correction[] {
  const proposal = dateCorrection(cells.value(row, column), cells.format(row, column), cells.date1904);
  return proposal === null ? [] : correct(cells, { row, column }, 'date', proposal.text, proposal);
}

const REASONS: Readonly<Record<CorrectionKind, string>> = {
  score: '文本改为数字',
  name: '去掉姓名中的空格，间隔号统一为“·”',
  label: '表头改为附件3的写法，权重不变',
  weight: '表头的权重改为考核设置的权重（得分已按考核设置计算，不受影响）',
  date: '日期改为年月日写法',
  grade: '改为规定的等次，请确认后再改',
  penaltyEnd: '人事科须核实',
};

function correct(
  cells: SheetCells,
  { row, column }: Position,
  kind: CorrectionKind,
  after: string,
  {
    content = after,
    format = null,
    needsConfirmation = false,
    reason = REASONS[kind],
  }: Partial<Correction> & { readonly reason?: string },
): Correction[] {
  const value = cells.value(row, column);
  const before = String(value);
  const isSame = format === null && before === after;
  if (cells.formula(row, column) !== null || isSame) return [];
  const cell = cellAddress(row, column);
  return [
    {
      id: JSON.stringify([kind, cells.name, cell, value, after]),
      kind,
      sheet: cells.name,
      cell,
      before,
      after,
      needsConfirmation,
      message: `${cells.name} ${cell}：“${before}”→“${after}”（${reason}）`,
      at: { row, column },
      content,
      format,
    },
  ];
}
