import type { CalendarDate } from '../../assessment/calendarDate';
import { CIRCUMSTANCES, type Circumstance, type CircumstanceKind } from '../../assessment/circumstances';
import { DEFAULT_SETTINGS, type DirectScope, type Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { SheetCells, type Position } from '../grid/cells';
import { problem } from './problems';
import { dateCellText, wholeDateIn } from '../words/dateText';
import { circumstancesOn } from '../book/absence';
import type { Directory } from '../book/directory';
import type { Problem } from '../grid/problem';
import type { WorkbookSnapshot } from '../grid/snapshot';
import { normalizeLabel, normalizeName } from '../words/text';
import type { CircumstanceColumn } from '../words/labels';
import type { Table } from '../words/tables';

/** 特殊情形登记 as read: the entries of each person, by person key. */
export interface CircumstanceRegister {
  readonly entries: ReadonlyMap<string, readonly Circumstance[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads every 特殊情形登记 of a workbook. A line that cannot be used is an error with its cell, and changes no grade.
 *
 * @param directScope what a direct grade applies to where its 作用范围 is empty
 */
export function readCircumstances(
  { sheets, date1904 }: WorkbookSnapshot,
  directory: Directory,
  { directScope }: Pick<Settings, 'directScope'> = DEFAULT_SETTINGS,
): CircumstanceRegister {
  const entries = new Map<string, Circumstance[]>();
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    if (sheet.visibility !== 'Visible') continue;
    const cells = new SheetCells(sheet, date1904);
    const table = circumstancesOn(cells);
    if (table === null) continue;
    for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
      const line = new RegisterLine(table, row, directScope);
      if (line.isEmpty) continue;
      const key = line.person(directory);
      const entry = line.entry();
      problems.push(...line.problems);
      if (key === null || entry === null) continue;
      const ofPerson = entries.get(key);
      if (ofPerson === undefined) entries.set(key, [entry]);
      else ofPerson.push(entry);
    }
  }
  return { entries, problems };
}

/** A line of 特殊情形登记 whose 结束日期 is empty. */
export interface OpenEnd {
  readonly kind: CircumstanceKind;
  readonly from: CalendarDate;
  /** The empty cell. */
  readonly at: Position;
}

/** Every usable line without an end on a sheet that is a 特殊情形登记. */
export function openEnds(cells: SheetCells): OpenEnd[] {
  const table = circumstancesOn(cells);
  const column = table?.columns.get('to');
  if (table === null || column === undefined) return [];
  const rows = Array.from({ length: cells.rowEnd - table.headerRow - 1 }, (_, i) => table.headerRow + 1 + i);
  return rows.flatMap((row) => {
    const line = new RegisterLine(table, row, DEFAULT_SETTINGS.directScope);
    const entry = line.isEmpty || cells.seen(row, column) !== '' ? null : line.entry();
    return entry === null ? [] : [{ kind: entry.kind, from: entry.from, at: { row, column } }];
  });
}

/** One line of the register, read cell by cell. */
class RegisterLine {
  readonly problems: Problem[] = [];
  private readonly cells: SheetCells;

  constructor(
    private readonly table: Table<CircumstanceColumn, SheetCells>,
    private readonly row: number,
    private readonly directScope: DirectScope,
  ) {
    this.cells = table.grid;
  }

  get isEmpty(): boolean {
    return this.text('name') === '' && this.text('kind') === '';
  }

  /** The key of the person, told by 科室 and 姓名, or by a name that only one person bears. */
  person(directory: Directory): string | null {
    const [department, name] = [normalizeName(this.text('department')), normalizeName(this.text('name'))];
    const found = directory.resolve({ department, name });
    if (found.kind === 'known') return found.person.key;
    const shown = `${department}${name}`;
    this.problems.push(
      found.kind === 'unknown'
        ? problem.circumstanceUnknownPerson(this.cells.name, this.at('name'), shown)
        : problem.circumstanceNamesake(this.cells.name, this.at('name'), shown),
    );
    return null;
  }

  entry(): Circumstance | null {
    const kind = this.kind();
    const from = this.date('from');
    const to = this.date('to');
    if (kind === null) return null;
    if (from === null) {
      if (this.text('from') === '') this.refuse('from', '缺少开始日期');
      return null;
    }
    if (to === null && this.text('to') !== '') return null;
    if (to !== null && to < from) {
      this.refuse('to', `结束日期${this.text('to')}早于开始日期${this.text('from')}`);
      return null;
    }
    const basis = this.text('basis');
    const approver = this.text('approver');
    if (basis === '') this.warn('basis', '缺少依据');
    if (approver === '') this.warn('approver', '缺少批准人');
    return { kind, from, to, days: this.days(kind), scope: this.scope(kind), basis, approver };
  }

  private kind(): CircumstanceKind | null {
    const text = normalizeLabel(this.text('kind'));
    const found = CIRCUMSTANCES.find(({ kind }) => kind === text);
    if (found === undefined) {
      this.refuse('kind', `“${text}”不是可登记的情形，应为${CIRCUMSTANCES.map(({ kind }) => kind).join('、')}之一`);
    }
    return found?.kind ?? null;
  }

  private date(column: 'from' | 'to'): CalendarDate | null {
    const index = this.table.columns.get(column);
    if (index === undefined || this.text(column) === '') return null;
    const shown = dateCellText(
      this.cells.value(this.row, index),
      this.cells.format(this.row, index),
      this.cells.date1904,
    );
    const date = wholeDateIn(shown);
    if (date === null) this.refuse(column, `“${shown}”不是完整的日期，请写成2020年7月6日的样子`);
    return date;
  }

  private days(kind: CircumstanceKind): number | null {
    const text = this.text('days');
    if (text === '') return null;
    const days = Number(text.normalize('NFKC').replace(/天$/, ''));
    if (Number.isInteger(2 * days) && days >= 0) return days;
    this.refuse('days', `“${text}”不是天数，请填工作日数，可有半天`);
    return kind === '病假' || kind === '事假' ? 0 : null;
  }

  /** As chosen, else as 考核设置 has it: 季, since direct grades are set when the quarter is decided (ambiguity 18). */
  private scope(kind: CircumstanceKind): '月' | '季' | null {
    if (kind !== '直接确定为好' && kind !== '直接确定为较差') return null;
    const text = normalizeLabel(this.text('scope'));
    if (text === '月' || text === '季') return text;
    if (text !== '') this.refuse('scope', `作用范围“${text}”应为月或季，按${this.directScope}处理`);
    return this.directScope;
  }

  private text(column: CircumstanceColumn): string {
    const index = this.table.columns.get(column);
    return index === undefined ? '' : this.cells.seen(this.row, index);
  }

  private at(column: CircumstanceColumn): string {
    return cellAddress(this.row, this.table.columns.get(column) ?? 0);
  }

  private refuse(column: CircumstanceColumn, what: string): void {
    this.problems.push(problem.circumstanceInvalid(this.cells.name, this.at(column), what));
  }

  private warn(column: CircumstanceColumn, what: string): void {
    this.problems.push(problem.circumstanceIncomplete(this.cells.name, this.at(column), this.text('name'), what));
  }
}
