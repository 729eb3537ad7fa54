import type Fraction from 'fraction.js';
import { exactDecimal } from '../../assessment/decimal';
import { displayTotal } from '../../assessment/display';
import { quarterTitle, type Quarter } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import type { Directory } from '../book/directory';
import { cellAddress } from '../grid/address';
import { groupedBy } from '../grid/groupedBy';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { TABLE_CELL } from '../grid/registerLook';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SheetNames } from '../grid/sheetNames';
import { isFormula } from '../grid/snapshot';
import { MONTH_COLUMNS, MONTH_WIDTHS, REVIEW_COLUMNS, monthLabels, type ReviewColumn } from '../review/columns';
import { readReview, readTable, type ReviewLine, type ReviewSheet } from '../review/read';
import { reviewTitle } from '../review/sheet';
import type { ReviewTable } from '../review/table';
import { normalizeLabel, normalizeName } from '../words/text';
import type { Known } from './people';
import { problem } from './problems';

/** A 审定表 of another workbook. */
export interface OutsideReview {
  readonly file: string;
  readonly sheet: string;
  readonly table: ReviewTable;
}

export interface ReviewImport {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  /** By quarter: how many people are written. */
  readonly written: ReadonlyMap<Quarter, number>;
  readonly present: number;
}

/** A person's line with where it comes from. */
interface OutsideLine {
  readonly review: OutsideReview;
  readonly line: ReviewLine;
}

const HEADING_ROW = 2;
const FIRST_ROW = 4;
const COLUMNS = REVIEW_COLUMNS.length + 2 * MONTH_COLUMNS.length;
/** Points. */
const HEIGHTS = { title: 40, source: 22, line: 24 } as const;
/** Millimetres. */
const MARGINS = { top: 15, bottom: 15, left: 8, right: 8 } as const;
/** 不确定等次 needs more room than a grade. */
const DECISION_WIDTH = 11;

/** What of a line is compared, by what it is called. */
const TEXTS = [
  ['circumstances', '特殊情形及依据'],
  ['partyOpinion', '机关党委意见'],
  ['disciplineOpinion', '纪检监察意见'],
  ['remark', '备注'],
] as const;

/** Plans each quarter's 审定表 with the values of the files' as a sheet, or below the people of one that was imported before. */
export function importReviews(
  reviews: readonly OutsideReview[],
  {
    known,
    directory,
    grids,
    names,
    settings,
  }: {
    readonly known: Known;
    readonly directory: Directory;
    readonly grids: ReadonlyMap<string, SheetGrid>;
    readonly names: SheetNames;
    readonly settings: Pick<Settings, 'gradeLines'>;
  },
): ReviewImport {
  const problems: Problem[] = [];
  const sheets: SheetPlan[] = [];
  const written = new Map<Quarter, number>();
  let present = 0;
  for (const [quarter, ofQuarter] of groupedBy(reviews, ({ table }) => table.quarter)) {
    const lines = linesOf(ofQuarter, known, directory, problems);
    const here = readReview(grids.values(), quarter, directory).sheet;
    const fresh = here === null ? lines : notHere(lines, here, problems);
    present += lines.length - fresh.length;
    if (fresh.length === 0) continue;
    const plan = here === null ? newSheet(quarter, fresh, names, settings) : below(here, fresh, problems);
    if (plan === null) continue;
    sheets.push(plan);
    written.set(quarter, fresh.length);
  }
  return { sheets, problems, written, present };
}

/** Everybody of a quarter's 审定表 once; two that differ are told, and neither is taken. */
function linesOf(
  reviews: readonly OutsideReview[],
  known: Known,
  directory: Directory,
  problems: Problem[],
): OutsideLine[] {
  const all = reviews.flatMap((review) => {
    const read = readTable(review.table, directory);
    problems.push(...read.problems.map((each) => problem.importReading(review.file, each)));
    return read.sheet.lines.flatMap((line): OutsideLine[] => {
      const { displayName, row, sheet } = line;
      const cell = cellAddress(row, review.table.columns.get('name') ?? 0);
      const department = normalizeName(line.department);
      const found = known.find({ department, name: line.name });
      if (found.kind === 'namesakes') {
        problems.push(problem.importNamesake(review.file, sheet, cell, displayName, found.departments));
        return [];
      }
      if (found.kind === 'unknown' && known.hasPeople) {
        problems.push(problem.importUnknownReviewed(review.file, sheet, cell, displayName, found.similar));
      }
      return [{ review, line }];
    });
  });
  return [...groupedBy(all, ({ line }) => line.key).values()].flatMap((copies): OutsideLine[] => {
    const [first, ...others] = copies;
    if (first === undefined) return [];
    const differing = others.find((other) => differencesOf(first.line, other.line).length > 0);
    if (differing === undefined) return [first];
    problems.push(
      problem.importReviewContradicts(
        ...placeOf(differing),
        first.line.displayName,
        `文件“${first.review.file}”${first.review.sheet}`,
        differencesOf(first.line, differing.line),
      ),
    );
    return [];
  });
}

function placeOf({ review, line }: OutsideLine): [file: string, sheet: string, cell: string] {
  return [review.file, review.sheet, cellAddress(line.row, review.table.columns.get('name') ?? 0)];
}

/** Those whom the workbook's 审定表 has not; of the others what differs is told, and nothing is written. */
function notHere(lines: readonly OutsideLine[], here: ReviewSheet, problems: Problem[]): OutsideLine[] {
  const byKey = new Map(here.lines.map((line) => [line.key, line]));
  const same: OutsideLine[] = [];
  const fresh: OutsideLine[] = [];
  for (const outside of lines) {
    const own = byKey.get(outside.line.key);
    if (own === undefined) {
      fresh.push(outside);
      continue;
    }
    const differences = differencesOf(own, outside.line);
    if (differences.length === 0) same.push(outside);
    else {
      const place = `${own.sheet} ${own.cell}`;
      problems.push(problem.importReviewContradicts(...placeOf(outside), own.displayName, place, differences));
    }
  }
  for (const [file, of] of groupedBy(same, ({ review }) => review.file)) {
    problems.push(problem.importEntriesPresent(file, of.length, here.table.grid.name));
  }
  return fresh;
}

/** What two lines of one person say otherwise; where one says nothing and the other does, too. */
function differencesOf(own: ReviewLine, other: ReviewLine): string[] {
  const grade = (line: ReviewLine) => line.decision ?? line.writtenDecision;
  const pairs: (readonly [label: string, own: string, other: string])[] = [
    ['审定等次', grade(own), grade(other)],
    ['建议等次', own.suggestion ?? own.typedSuggestion ?? '', other.suggestion ?? other.typedSuggestion ?? ''],
    ['平均分', points(own.mean), points(other.mean)],
    ...other.months.flatMap(({ total, grade: ofMonth }, i) => [
      [`第${i + 1}个月总分`, points(own.months[i]?.total ?? null), points(total)] as const,
      [`第${i + 1}个月等次`, own.months[i]?.grade ?? '', ofMonth ?? ''] as const,
    ]),
    ...TEXTS.map(([field, label]) => [label, own[field], other[field]] as const),
  ];
  return pairs.flatMap(([label, a, b]) => {
    if (b === '' || normalizeLabel(a) === normalizeLabel(b)) return [];
    return [a === '' ? `${label}空白，文件为“${b}”` : `${label}为“${a}”，文件为“${b}”`];
  });
}

function points(total: Fraction | null): string {
  return total === null ? '' : String(total.round(6).valueOf());
}

/** People below those of a 审定表 of values; null, with a problem, where nothing can be added. */
function below({ table }: ReviewSheet, lines: readonly OutsideLine[], problems: Problem[]): SheetPlan | null {
  const { grid, endRow, columns } = table;
  const names = lines.map(({ line }) => line.displayName);
  const decision = columns.get('decision') ?? 0;
  const rows = Array.from({ length: endRow - table.firstRow }, (_, i) => table.firstRow + i);
  const isLive = rows.some((row) => [...columns.values()].some((column) => isFormula(grid.formula(row, column))));
  if (isLive || grid.protected || endRow < grid.rowEnd) {
    problems.push(problem.importReviewClosed(grid.name, names));
    return null;
  }
  const width =
    Math.max(decision, ...columns.values(), ...table.months.flatMap(({ total, grade }) => [total ?? 0, grade ?? 0])) +
    1;
  const cells = lines.map((outside, i) => {
    const line: CellContent[] = Array.from({ length: width }, () => null);
    for (const [column, content] of contentsOf(outside, rows.length + 1 + i)) {
      const at = columnAt(table, column);
      if (at !== null) line[at] = content;
    }
    return line;
  });
  return {
    ...emptySheetPlan(grid.name, false),
    blocks: [grid.block('导入的审定等次', endRow, 0, cells)],
    formats: [
      { area: { row: endRow, column: 0, rows: lines.length, columns: width }, ...TABLE_CELL, rowHeight: HEIGHTS.line },
    ],
  };
}

type Place = ReviewColumn | readonly [month: number, part: 'total' | 'grade'];

function columnAt({ columns, months }: ReviewTable, place: Place): number | null {
  return typeof place === 'string' ? (columns.get(place) ?? null) : (months[place[0]]?.[place[1]] ?? null);
}

/** What the outside sheet has of a person, value by value: as it stands there. */
function contentsOf({ review, line }: OutsideLine, index: number): (readonly [Place, CellContent])[] {
  const { table } = review;
  const value = (place: Place): CellContent => {
    const at = columnAt(table, place);
    const found = at === null ? '' : table.grid.value(line.row, at);
    return found === '' ? null : typeof found === 'boolean' ? String(found).toUpperCase() : found;
  };
  const places: Place[] = [
    ...REVIEW_COLUMNS.map(({ id }) => id).filter((id) => id !== 'index'),
    ...MONTH_COLUMNS.flatMap((_, month): Place[] => [
      [month, 'total'],
      [month, 'grade'],
    ]),
  ];
  return [
    ['index', index],
    ...places.map((place) => [place, place === 'decision' ? (line.decision ?? value(place)) : value(place)] as const),
  ];
}

function newSheet(
  quarter: Quarter,
  lines: readonly OutsideLine[],
  names: SheetNames,
  { gradeLines }: Pick<Settings, 'gradeLines'>,
): SheetPlan {
  const at = (place: Place) =>
    typeof place === 'string'
      ? (REVIEW_COLUMNS.find(({ id }) => id === place)?.column ?? 0)
      : (MONTH_COLUMNS[place[0]] ?? 0) + (place[1] === 'grade' ? 1 : 0);
  const blank = (): CellContent[] => Array.from({ length: COLUMNS }, () => null);
  const [head, second] = [blank(), blank()];
  for (const { column, label } of REVIEW_COLUMNS) head[column] = label;
  monthLabels(quarter).forEach((label, i) => {
    const column = MONTH_COLUMNS[i] ?? 0;
    head[column] = label;
    [second[column], second[column + 1]] = ['总分', '等次'];
  });
  const people = lines.map((outside, i) => {
    const line = blank();
    for (const [place, content] of contentsOf(outside, i + 1)) line[at(place)] = content;
    return line;
  });
  const files = [...new Set(lines.map(({ review }) => review.file))];
  const title = blank();
  title[0] = reviewTitle(quarter);
  const source = blank();
  source[0] = `导入自：${files.join('、')}（各栏均为数值，不再计算）`;
  const cells = [title, source, head, second, ...people];
  const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
  const all = area(HEADING_ROW, 0, cells.length - HEADING_ROW, COLUMNS);
  const totals = [...MONTH_COLUMNS, at('mean')];
  return {
    ...emptySheetPlan(names.next(`${quarterTitle(quarter)}审定表`), true),
    blocks: [{ label: '导入的审定表', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    merges: [
      area(0, 0, 1, COLUMNS),
      area(1, 0, 1, COLUMNS),
      ...REVIEW_COLUMNS.map(({ column }) => area(HEADING_ROW, column, 2, 1)),
      ...MONTH_COLUMNS.map((column) => area(HEADING_ROW, column, 1, 2)),
    ],
    formats: [
      { area: all, ...TABLE_CELL, rowHeight: HEIGHTS.line },
      { area: area(HEADING_ROW, 0, 2, COLUMNS), bold: true },
      { area: area(0, 0, 1, COLUMNS), ...TABLE_CELL, fontSize: 18, borders: 'outline', rowHeight: HEIGHTS.title },
      {
        area: area(1, 0, 1, COLUMNS),
        ...TABLE_CELL,
        horizontal: 'Left',
        borders: 'outline',
        rowHeight: HEIGHTS.source,
      },
      ...totals.map((column) => ({ area: area(FIRST_ROW, column, people.length, 1), numberFormat: '0.00' })),
      ...nearLines(people, totals, gradeLines),
      ...REVIEW_COLUMNS.map(({ id, column, width }) => ({
        area: area(HEADING_ROW, column, 1, 1),
        columnWidth: id === 'decision' ? DECISION_WIDTH : width,
      })),
      ...MONTH_COLUMNS.flatMap((column) => [
        { area: area(HEADING_ROW, column, 1, 1), columnWidth: MONTH_WIDTHS.total },
        { area: area(HEADING_ROW, column + 1, 1, 1), columnWidth: MONTH_WIDTHS.grade },
      ]),
    ],
    page: {
      orientation: 'Landscape',
      margins: MARGINS,
      printArea: area(0, 0, cells.length, COLUMNS),
      titleRows: `$${HEADING_ROW + 1}:$${HEADING_ROW + 2}`,
      pageNumbers: true,
    },
    freezeRows: FIRST_ROW,
    freezeColumns: at('position') + 1,
  };
}

/** Figures that two decimals would put on the other side of a line are shown with more. */
function nearLines(
  people: readonly (readonly CellContent[])[],
  columns: readonly number[],
  lines: Settings['gradeLines'],
): FormatStep[] {
  return people.flatMap((line, i) =>
    columns.flatMap((column): FormatStep[] => {
      const value = line[column];
      const decimals = typeof value === 'number' ? displayTotal(exactDecimal(value), lines).split('.')[1] : undefined;
      if (decimals === undefined || decimals.length <= 2) return [];
      const area = { row: FIRST_ROW + i, column, rows: 1, columns: 1 };
      return [{ area, numberFormat: `0.${'0'.repeat(decimals.length)}` }];
    }),
  );
}
