import type { CalendarDate } from '../../assessment/calendarDate';
import { CIRCUMSTANCES, type Circumstance, type CircumstanceKind } from '../../assessment/circumstances';
import type { DirectScope } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import type { Position, SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { dateCellText, wholeDateIn } from '../words/dateText';
import { CIRCUMSTANCE_ALIASES, type CircumstanceColumn } from '../words/labels';
import { tableOn, type Table } from '../words/tables';
import { normalizeLabel, normalizeName } from '../words/text';
import { problem } from './problems';

/** By what a 特殊情形登记 is known. */
export const CIRCUMSTANCE_TELLING: readonly CircumstanceColumn[] = ['name', 'kind', 'from'];
/** Words of 依据 for what the unit where somebody works has sent (五·4「所在单位提供的相关情况」). */
const MATERIAL = /材料|鉴定|情况说明|考核(表|结果|情况|意见)|证明/;

/** 特殊情形登记 on a sheet, known by 姓名, 情形 and 开始日期. */
export function circumstancesOn<On extends SheetCells | SheetGrid>(grid: On): Table<CircumstanceColumn, On> | null {
  return tableOn(grid, CIRCUMSTANCE_ALIASES, CIRCUMSTANCE_TELLING, [0, grid.rowEnd]);
}

/** The filled lines of 特殊情形登记 on a sheet: the one reader for whom they excuse and what they make of grades. */
export function registerLines(cells: SheetCells, directScope: DirectScope): RegisterLine[] {
  const table = circumstancesOn(cells);
  if (table === null) return [];
  return Array.from({ length: cells.rowEnd - table.headerRow - 1 }, (_, i) => table.headerRow + 1 + i)
    .map((row) => new RegisterLine(table, row, directScope))
    .filter((line) => !line.isEmpty);
}

/** One line of the register, read cell by cell. */
export class RegisterLine {
  readonly problems: Problem[] = [];
  private readonly cells: SheetCells;

  constructor(
    private readonly table: Table<CircumstanceColumn, SheetCells>,
    /** 0-based. */
    readonly row: number,
    private readonly directScope: DirectScope,
  ) {
    this.cells = table.grid;
  }

  get isEmpty(): boolean {
    return this.text('name') === '' && this.text('kind') === '';
  }

  /** 科室 and 姓名 of the person, normalised; 科室 blank where it says none. */
  get person(): { readonly department: string; readonly name: string } {
    return { department: normalizeName(this.text('department')), name: normalizeName(this.text('name')) };
  }

  /** A1 address of 姓名. */
  get nameCell(): string {
    return this.at('name');
  }

  /** The line says that the other unit's material is there (R41, R42): in a column of its own, or in words of 依据. */
  get hasMaterial(): boolean {
    return this.text('material') !== '' || MATERIAL.test(this.text('basis'));
  }

  /** What the line registers; null, with its errors in `problems`, where it cannot be used. */
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

  /** Where 结束日期 is empty; null where something stands in it, or there is no such column. */
  get emptyEnd(): Position | null {
    const column = this.table.columns.get('to');
    return column === undefined || this.text('to') !== '' ? null : { row: this.row, column };
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
