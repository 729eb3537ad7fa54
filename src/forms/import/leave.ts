import { dateTitle } from '../../assessment/calendarDate';
import { CIRCUMSTANCES } from '../../assessment/circumstances';
import { cellAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import type { SheetSnapshot } from '../grid/snapshot';
import { dateCellText } from '../words/dateText';
import { readName } from '../words/personName';
import { rowWord } from '../words/rowWords';
import { normalizeLabel } from '../words/text';
import { CanonicalSheet, rowsBelow } from './canonical';
import { LEAVE_COLUMNS } from './kinds';
import { daysOf, timeOfTable, type TableTime } from './outsideDates';
import { problem } from './problems';
import type { Mapping } from './proposal';

/** Leave of other kinds, which counts for no one's days of assessment (五·5 names 病 and 事 alone). */
const OTHER_LEAVE =
  /年休|年假|休假|公休|婚|产|陪护|护理|育儿|探亲|丧|哺乳|调休|补休|轮休|工伤|公出|公假|出差|学习|培训/;

/** What a person's lines of a leave list are copied from, where they lie. */
interface LeaveTable {
  readonly file: string;
  readonly cells: SheetCells;
  readonly mapping: Mapping;
  readonly time: TableTime;
}

/** A leave list as one 特殊情形登记, or as two where 病假 and 事假 have columns of their own. */
export interface CanonicalLeave {
  readonly sheets: readonly SheetSnapshot[];
  readonly problems: readonly Problem[];
}

/** Reads a table of 请假情况, or any list of 情形, into the form that the register's reader takes. */
export function canonicalLeave(
  file: string,
  sheet: SheetSnapshot,
  date1904: boolean,
  mapping: Mapping,
): CanonicalLeave {
  const cells = new SheetCells(sheet, date1904);
  const table = { file, cells, mapping, time: timeOfTable(cells, mapping.heading.row, file) };
  const has = (label: string) => mapping.columns.some((column) => column.label === label);
  const counted = [
    ...(has(LEAVE_COLUMNS.sick) ? [{ kind: '病假', column: LEAVE_COLUMNS.sick }] : []),
    ...(has(LEAVE_COLUMNS.personal) ? [{ kind: '事假', column: LEAVE_COLUMNS.personal }] : []),
  ];
  const told = new Told(table);
  const sheets =
    counted.length === 0
      ? [oneRegister(sheet, table, told, null)]
      : counted.map((each) => oneRegister(sheet, table, told, each));
  return { sheets, problems: told.problems() };
}

/** What there is to say of a whole table, once. */
class Told {
  readonly years = new Set<number>();
  readonly spans = new Set<number>();
  readonly others = new Map<number, string>();
  readonly skipped = new Set<number>();
  readonly cells: Problem[] = [];

  constructor(private readonly table: LeaveTable) {}

  problems(): Problem[] {
    const { file, cells, time } = this.table;
    const rows = (numbers: Iterable<number>) => [...numbers].map((row) => row + 1).join('、');
    const { span } = time;
    return [
      ...new Map(this.cells.map((each) => [each.message, each])).values(),
      ...(this.years.size === 0 ? [] : [problem.importYearTaken(file, cells.name, [...this.years].join('、'))]),
      ...(this.spans.size === 0 || span === null
        ? []
        : [problem.importSpanTaken(file, cells.name, rows(this.spans), dateTitle(span.from), dateTitle(span.to))]),
      ...(this.others.size === 0
        ? []
        : [
            problem.importOtherLeave(file, cells.name, rows(this.others.keys()), [
              ...new Set([...this.others.values()]),
            ]),
          ]),
      ...(this.skipped.size === 0 ? [] : [problem.importRowsSkipped(file, cells.name, rows(this.skipped))]),
    ];
  }
}

function oneRegister(
  sheet: SheetSnapshot,
  table: LeaveTable,
  told: Told,
  counted: { readonly kind: string; readonly column: string } | null,
): SheetSnapshot {
  const { cells, mapping } = table;
  const canonical = new CanonicalSheet(sheet, mapping);
  const at = new Map(mapping.columns.map(({ label, column }) => [label, column]));
  const text = (row: number, label: string) => {
    const column = at.get(label);
    return column === undefined ? '' : cells.seen(row, column);
  };
  for (const label of Object.values(LEAVE_COLUMNS)) {
    const column = at.get(label);
    if (column !== undefined) canonical.clear(column);
  }
  for (const row of rowsBelow(cells, mapping)) {
    const name = readName(text(row, '姓名'));
    if (isNobody(cells, row, mapping, name.name)) {
      if (hasContent(cells, row)) told.skipped.add(row);
      canonical.clearRow(row);
      continue;
    }
    const days = counted === null ? null : text(row, counted.column);
    const kind = counted?.kind ?? kindOf(text(row, '情形'));
    if (days !== null && isNone(days)) {
      canonical.clearRow(row);
      continue;
    }
    if (OTHER_LEAVE.test(kind) && !CIRCUMSTANCES.some((each) => each.kind === kind)) {
      told.others.set(row, normalizeLabel(kind));
      canonical.clearRow(row);
      continue;
    }
    const dates = datesOf(table, row, at, told);
    if (dates === null) {
      canonical.clearRow(row);
      continue;
    }
    canonical.put(row, canonical.columnFor('姓名'), name.displayName);
    if (at.has('科室')) canonical.put(row, canonical.columnFor('科室'), text(row, '科室'));
    canonical.put(row, canonical.columnFor('情形'), kind);
    canonical.put(row, canonical.columnFor('开始日期'), dates.from);
    if (dates.to !== '') canonical.put(row, canonical.columnFor('结束日期'), dates.to);
    const written = days ?? text(row, '天数');
    if (written !== '') canonical.put(row, canonical.columnFor('天数'), plainDays(written));
  }
  // The reader knows a register by these, whether or not a line has them.
  for (const label of ['情形', '开始日期']) canonical.columnFor(label);
  return canonical.snapshot();
}

/** A row of nobody: blank, a summary, the headings again on another page. */
function isNobody(cells: SheetCells, row: number, { heading }: Mapping, name: string): boolean {
  if (name === '' || name === '姓名') return true;
  const first = heading.columns.map(({ column }) => cells.seen(row, column)).find((each) => each !== '') ?? '';
  return [rowWord(name), rowWord(first)].some((word) => word !== null && word !== 'group');
}

function hasContent(cells: SheetCells, row: number): boolean {
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    if (cells.own(row, column) !== '') return true;
  }
  return false;
}

/** 病休, 因病, 病假3天 → 病假; 因事 → 事假; every other word as it stands. */
function kindOf(written: string): string {
  const text = normalizeLabel(written).replace(/[(（]?\d+(?:\.\d+)?(?:天|日|个工作日)?[)）]?$/, '');
  const [isSick, isPersonal] = [/病|住院/.test(text), /事假|因事|私事|^事$/.test(text)];
  if (isSick !== isPersonal) return isSick ? '病假' : '事假';
  return text;
}

function isNone(days: string): boolean {
  return /^(?:0+(?:\.0+)?|[-—/无]*)(?:天|日)?$/.test(days.normalize('NFKC').trim());
}

function plainDays(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/个?(?:工作)?[天日]$/, '')
    .trim();
}

/** 开始日期 and 结束日期 as the register's reader takes them; null where a line cannot be used, which is told. */
function datesOf(
  { file, cells, time }: LeaveTable,
  row: number,
  at: ReadonlyMap<string, number>,
  told: Told,
): { readonly from: string; readonly to: string } | null {
  const shown = (label: string) => {
    const column = at.get(label);
    if (column === undefined) return '';
    const { row: r, column: c } = cells.anchor(row, column);
    return dateCellText(cells.value(r, c), cells.format(r, c), cells.date1904).trim();
  };
  const read = (text: string) => {
    const days = daysOf(text, time.year);
    if (days?.yearTaken === true && time.year !== null) told.years.add(time.year);
    return days;
  };
  const label = shown(LEAVE_COLUMNS.period) === '' ? '开始日期' : LEAVE_COLUMNS.period;
  const written = shown(label);
  const end = shown('结束日期');
  if (written === '') {
    if (end === '' && time.span !== null) {
      told.spans.add(row);
      return { from: dateTitle(time.span.from), to: dateTitle(time.span.to) };
    }
    const cell = cellAddress(row, at.get(label) ?? at.get('姓名') ?? 0);
    told.cells.push(problem.importWithoutDates(file, cells.name, cell));
    return null;
  }
  const from = read(written);
  const to = end === '' ? null : read(end);
  if (from === null || (end !== '' && to === null)) {
    const cell = cellAddress(row, at.get(from === null ? label : '结束日期') ?? 0);
    told.cells.push(problem.importDatesUnreadable(file, cells.name, cell, from === null ? written : end));
    return null;
  }
  const last = to?.from ?? from.to ?? (label === LEAVE_COLUMNS.period ? from.from : null);
  return { from: dateTitle(from.from), to: last === null ? '' : dateTitle(last) };
}
