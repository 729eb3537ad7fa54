import { lastDayOf, type CalendarDate } from '../../assessment/calendarDate';
import { INDICATORS } from '../../assessment/indicator';
import { monthsOf, monthTitle, type Quarter } from '../../assessment/period';
import type { QuarterReview } from '../../assessment/quarterly';
import { SETTING_TABLE } from '../../assessment/settingTable';
import { circumstancesOn } from '../book/registerLine';
import type { Book, ScoreResult } from '../book/model';
import { findRosterTable } from '../book/roster';
import { cellAddress, columnName } from '../grid/address';
import { SheetCells } from '../grid/cells';
import type { SheetGrid } from '../grid/sheetGrid';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { ReviewLine, ReviewSheet } from '../review/read';
import { findReview } from '../review/table';
import { SETTINGS_SHEET } from '../settings/sheet';
import { dateIn } from '../words/tables';
import { normalizeLabel, personKey } from '../words/text';
import { givenBy, saidBy, type SealedCells } from './cells';
import { shownPerson } from './content';
import { isSealRecord } from './recordSheet';

/** The parts of a sealed review (R36), in the order in which they are told. */
export const SECTIONS = [
  '分数',
  '测评表',
  '考核设置',
  '名称',
  '特殊情形',
  '人员名册',
  '等次结果',
  '审定',
  '审定表',
  '工作表',
  '隐藏',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The smallest thing that a seal can name: one cell, one name, one hidden row. */
export interface SealedUnit {
  readonly section: Section;
  /** Whom or what it is about, wherever it stands: 「外贸科 张三 2020年7月 德」. */
  readonly object: string;
  /** What stands there. */
  readonly text: string;
  /** What a formula there gives; it follows from other units, and is told where none of those changed. */
  readonly given: string;
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface SealedSource {
  readonly snapshot: WorkbookSnapshot;
  readonly grids: ReadonlyMap<string, SheetGrid>;
  readonly names: ReadonlyMap<string, string>;
  readonly book: Book;
  readonly review: QuarterReview;
  readonly sheet: ReviewSheet | null;
  readonly cells: SealedCells;
  /** Cells of the 审定表 that say something of the seal itself or of what comes after it, by address. */
  readonly besides: ReadonlySet<string>;
  /** What cells of the 审定表 are going to hold when it is sealed, by address. */
  readonly planned: ReadonlyMap<string, string>;
}

/** The sheets that a quarter's result rests on, by name. */
export function sealedSheets(source: Pick<SealedSource, 'book' | 'grids' | 'sheet'>, quarter: Quarter): string[] {
  const { book, grids, sheet } = source;
  const forms = formsOf(book, quarter).map((form) => form.sheet);
  const registers = [...grids.values()].filter((grid) => circumstancesOn(grid) !== null).map(({ name }) => name);
  const all = [sheet?.table.grid.name, ...forms, ...registers, book.roster?.sheet, SETTINGS_SHEET];
  return [...new Set(all.flatMap((name) => (name !== undefined && grids.has(name) ? [name] : [])))];
}

/** Everything that a decided review rests on and says, a unit for each cell. */
export function sealedUnits(source: SealedSource): SealedUnit[] {
  const { review } = source;
  const units = [
    ...scoreUnits(source),
    ...headUnits(source),
    ...settingUnits(source),
    ...[...source.names]
      .filter(([name]) => name.startsWith('考核'))
      .map(([name, formula]) => unit('名称', name, formula.replaceAll("'", ''))),
    ...circumstanceUnits(source),
    ...rosterUnits(source),
    ...review.people.map(({ key, months, suggestedGrade }) => {
      const line = source.sheet?.lines.find((each) => each.key === key);
      const grades = [...months.map(({ grade }) => grade ?? '无'), `建议${suggestedGrade ?? '无'}`].join('、');
      const column = source.sheet?.table.columns.get('suggestion');
      const cell = line === undefined || column === undefined ? null : cellAddress(line.row, column);
      return { ...unit('等次结果', shownPerson(key), grades), sheet: line?.sheet ?? null, cell };
    }),
    ...(source.sheet === null ? [] : reviewUnits(source, source.sheet)),
    ...sheetUnits(source),
    ...hiddenUnits(source),
  ];
  return numbered(units);
}

function unit(section: Section, object: string, text: string): SealedUnit {
  return { section, object, text, given: '', sheet: null, cell: null };
}

function cellUnit(
  { cells }: Pick<SealedSource, 'cells'>,
  section: Section,
  object: string,
  [grid, row, column]: readonly [SheetGrid, number, number],
): SealedUnit[] {
  const text = saidBy(grid, row, column, cells);
  const at = { sheet: grid.name, cell: cellAddress(row, column) };
  return text === '' ? [] : [{ section, object, text, given: givenBy(grid, row, column, cells), ...at }];
}

/** Of things that are called alike, the second and further ones get a number. */
function numbered(units: readonly SealedUnit[]): SealedUnit[] {
  const counts = new Map<string, number>();
  return units.map((each) => {
    const id = `${each.section}\n${each.object}`;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? each : { ...each, object: `${each.object}（${count}）` };
  });
}

function formsOf(book: Book, quarter: Quarter): Book['forms'] {
  const months: readonly string[] = monthsOf(quarter);
  return book.forms.filter(({ month }) => month !== null && months.includes(month));
}

function titleOf({ form, month }: Pick<ScoreResult, 'form' | 'month'>, rater = form.rater): string {
  return [month === null ? '' : monthTitle(month), rater === null || rater === '' ? '' : `评委${rater}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Every cell of a person's line on a score sheet: scores, total and grade, typed or computed. */
function scoreUnits(source: SealedSource): SealedUnit[] {
  const { book, review, grids } = source;
  const months: readonly string[] = monthsOf(review.quarter);
  return book.scores.flatMap(({ form, row, person, month }) => {
    const grid = grids.get(form.sheet);
    if (grid === undefined || month === null || !months.includes(month)) return [];
    const who = `${shownPerson(person?.key ?? personKey(row.department, row.name))} ${titleOf({ form, month }, row.rater ?? form.rater)}`;
    const lines = Array.from({ length: grid.columnEnd - form.area.column }, (_, i) => form.area.column + i);
    return lines.flatMap((column) => {
      const indicator = form.columns.scores.indexOf(column);
      const label = INDICATORS[indicator]?.id ?? normalizeLabel(String(grid.value(form.headerRow, column)));
      if (label === '序号') return [];
      const name = indicator < 0 ? label : normalizeLabel(String(grid.value(form.headerRow, column)));
      return cellUnit(source, '分数', `${who} ${name === '' ? columnName(column) : name}`, [grid, row.row, column]);
    });
  });
}

/** Titles, months, headings and printed weights of score sheets. */
function headUnits(source: SealedSource): SealedUnit[] {
  return formsOf(source.book, source.review.quarter).flatMap((form) => {
    const grid = source.grids.get(form.sheet);
    if (grid === undefined) return [];
    const { row: top, column: left, columns } = form.area;
    return areaCells(top, form.headerRow + 1, left, left + columns).flatMap(([row, column]) =>
      cellUnit(source, '测评表', `${titleOf({ form, month: form.month })} ${cellAddress(row - top, column - left)}`, [
        grid,
        row,
        column,
      ]),
    );
  });
}

function areaCells(top: number, bottom: number, left: number, right: number): [number, number][] {
  return Array.from({ length: Math.max(0, bottom - top) }, (_, r) => top + r).flatMap((row) =>
    Array.from({ length: Math.max(0, right - left) }, (_, c): [number, number] => [row, left + c]),
  );
}

/** Every cell of 考核设置, whether or not it can be read. */
function settingUnits(source: SealedSource): SealedUnit[] {
  const grid = source.grids.get(SETTINGS_SHEET);
  if (grid === undefined) return [];
  return areaCells(0, grid.rowEnd, 0, grid.columnEnd).flatMap(([row, column]) => {
    const label = String(grid.value(row, 0)).trim();
    const object =
      column === 0 || label === '' ? cellAddress(row, column) : column === 1 ? label : `${label} ${columnName(column)}`;
    return cellUnit(source, '考核设置', object, [grid, row, column]);
  });
}

/** A line for a setting that came with a newer program and stands as the program sets it changes nothing. */
export function isNewDefault({ section, object, text, cell }: SealedUnit, units: readonly SealedUnit[]): boolean {
  if (section !== '考核设置' || cell === null) return false;
  const row = cell.replace(/^[A-Z]+/, '');
  const label = cell.startsWith('A')
    ? text
    : (units.find((each) => each.section === section && each.cell === `A${row}`)?.text ?? object);
  const setting = SETTING_TABLE.find(({ name }) => name === label);
  if (setting === undefined) return false;
  const value = units.find((each) => each.section === section && each.cell === `B${row}`)?.text;
  const usual: unknown = setting.default;
  return value === String(usual) || (typeof usual === 'boolean' && value === (usual ? '是' : '否'));
}

/** Lines of 特殊情形登记 that began by the end of the quarter, and those of which that cannot be told. */
function circumstanceUnits(source: SealedSource): SealedUnit[] {
  const [, , lastMonth] = monthsOf(source.review.quarter);
  const end = lastDayOf(lastMonth);
  const { date1904 } = source.snapshot;
  return [...source.grids.values()].flatMap((grid) => {
    const table = circumstancesOn(grid);
    if (table === null) return [];
    return areaCells(table.headerRow + 1, grid.rowEnd, 0, 1).flatMap(([row]) => {
      const [from, to] = [dateIn(table, row, 'from', date1904), dateIn(table, row, 'to', date1904)];
      if (from !== null && from > end) return [];
      const who = shownPerson(personKey(...whoIn(grid, row, table.columns)));
      return [...table.columns].flatMap(([id, column]) => {
        if (id === 'to' && isAfter(to, end)) return [];
        const label = normalizeLabel(String(grid.value(table.headerRow, column)));
        return cellUnit(source, '特殊情形', `${who} ${label}`, [grid, row, column]);
      });
    });
  });
}

function whoIn(grid: SheetGrid, row: number, columns: ReadonlyMap<string, number>): [string, string] {
  const text = (column: number | undefined) => (column === undefined ? '' : String(grid.value(row, column)).trim());
  return [text(columns.get('department')), text(columns.get('name'))];
}

function isAfter(to: CalendarDate | null, end: CalendarDate): boolean {
  return to !== null && to > end;
}

/** What 人员名册 says of the people of the review. */
function rosterUnits(source: SealedSource): SealedUnit[] {
  const { snapshot, book, grids, review } = source;
  const sheet = snapshot.sheets.find(({ name }) => name === book.roster?.sheet);
  const grid = sheet === undefined ? undefined : grids.get(sheet.name);
  const table = sheet === undefined ? null : findRosterTable(new SheetCells(sheet, snapshot.date1904));
  if (grid === undefined || table === null) return [];
  const people = new Set(review.people.map(({ key }) => key));
  return areaCells(table.headerRow + 1, grid.rowEnd, 0, 1).flatMap(([row]) => {
    const key = personKey(...whoIn(grid, row, table.columns));
    if (!people.has(key)) return [];
    return areaCells(row, row + 1, 0, grid.columnEnd).flatMap(([, column]) => {
      const label = normalizeLabel(String(grid.value(table.headerRow, column)));
      if (label === '序号') return [];
      return cellUnit(source, '人员名册', `${shownPerson(key)} ${label === '' ? columnName(column) : label}`, [
        grid,
        row,
        column,
      ]);
    });
  });
}

/** Every cell of the 审定表: those of people by whom and under what heading they stand, the others by their place. */
function reviewUnits(source: SealedSource, { table, lines, repeated }: ReviewSheet): SealedUnit[] {
  const { grid, headerRow, endRow, firstRow } = table;
  const people = new Map<number, ReviewLine>([...lines, ...repeated].map((line) => [line.row, line]));
  const cells = areaCells(0, grid.rowEnd, 0, grid.columnEnd).flatMap(([row, column]): SealedUnit[] => {
    const address = cellAddress(row, column);
    if (source.besides.has(address) || source.planned.has(address)) return [];
    const line = people.get(row);
    if (line !== undefined) {
      if (column === table.columns.get('index')) return [];
      const label = headingOf(grid, headerRow, firstRow, column);
      const found = cellUnit(source, '审定', `${shownPerson(line.key)} ${label}`, [grid, row, column]);
      // Where the person stands on the score sheets: lines there may be sorted.
      return label.startsWith(PLACE_LABEL) ? found.map((each) => ({ ...each, given: '' })) : found;
    }
    const place = row < firstRow ? address : `表下第${row - endRow + 1}行${columnName(column)}`;
    return cellUnit(source, '审定表', place, [grid, row, column]);
  });
  const planned = [...source.planned].flatMap(([address, text]): SealedUnit[] => {
    const row = Number(address.replace(/^[A-Z]+/, '')) - 1;
    const object = `表下第${row - endRow + 1}行${address.replace(/\d+$/, '')}`;
    return text === '' ? [] : [{ ...unit('审定表', object, text), sheet: grid.name, cell: address }];
  });
  return [...cells, ...planned];
}

/** What the columns are called in which the program looks people up. */
const PLACE_LABEL = '定位';

/** 7月总分 for a heading of two rows. */
function headingOf(grid: SheetGrid, headerRow: number, firstRow: number, column: number): string {
  const at = (row: number, from: number) => normalizeLabel(String(grid.value(row, from)));
  if (firstRow - headerRow < 2) return at(headerRow, column) || columnName(column);
  const below = at(headerRow + 1, column);
  const above = at(headerRow, column) || (below === '' ? '' : at(headerRow, column - 1));
  return `${above}${below}` || columnName(column);
}

/** Which sheets they are, in what order, and whether they can be seen. */
function sheetUnits(source: SealedSource): SealedUnit[] {
  const { review, snapshot, grids, book, sheet } = source;
  const found = [...grids.values()].filter((grid) => {
    const table = isSealRecord(grid) ? undefined : findReview(grid, review.quarter);
    return table !== undefined && !('missing' in table);
  });
  const sealed = new Map<string, string>();
  if (sheet !== null) sealed.set(sheet.table.grid.name, '审定表');
  for (const form of formsOf(book, review.quarter)) {
    if (!sealed.has(form.sheet)) sealed.set(form.sheet, `${titleOf({ form, month: form.month })}测评表`);
  }
  const inOrder = snapshot.sheets.filter(({ name }) => sealed.has(name));
  return [
    {
      ...unit('工作表', '本季度的审定表', found.map(({ name }) => name).join('、')),
      sheet: found.at(-1)?.name ?? null,
    },
    { ...unit('工作表', '先后', inOrder.map(({ name }) => name).join('、')), sheet: inOrder[0]?.name ?? null },
    ...inOrder.map(({ name, visibility }) => ({
      ...unit('工作表', sealed.get(name) ?? name, `${name}${visibility === 'Visible' ? '' : '（隐藏）'}`),
      sheet: name,
    })),
  ];
}

/** Rows and columns of the sealed sheets that nobody sees; on paper they are missing. */
function hiddenUnits(source: SealedSource): SealedUnit[] {
  const sheets = new Set(sealedSheets(source, source.review.quarter));
  const people = new Map((source.sheet?.lines ?? []).map((line) => [line.row, shownPerson(line.key)]));
  return source.snapshot.sheets
    .filter(({ name }) => sheets.has(name))
    .flatMap(({ name, hiddenRows, hiddenColumns }) => [
      ...hiddenRows.map((row) => {
        const who = name === source.sheet?.table.grid.name ? people.get(row) : undefined;
        return {
          ...unit('隐藏', `${name} ${who ?? `第${row + 1}行`}`, '已隐藏'),
          sheet: name,
          cell: `${row + 1}:${row + 1}`,
        };
      }),
      ...hiddenColumns.map((column) => {
        const letter = columnName(column);
        return { ...unit('隐藏', `${name} ${letter}列`, '已隐藏'), sheet: name, cell: `${letter}:${letter}` };
      }),
    ]);
}
