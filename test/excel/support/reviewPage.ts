import { cellAddress } from '../../../src/forms/grid/address';
import { MONTH_COLUMNS, REVIEW_COLUMNS, type ReviewColumn } from '../../../src/forms/review/columns';
import type { CellInput, SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { sheetOf } from './workbooks';

/** The 审定表 of the quarter that most tests are about. */
export const REVIEW = '2020年第三季度审定表';
const HEADING_ROWS = 2;

/** What a person sees on one line. */
export type ShownPerson = Readonly<Record<ReviewColumn, CellInput>> & {
  readonly months: readonly { readonly total: CellInput; readonly grade: CellInput }[];
};

/** A 审定表 as somebody at the screen uses it: people by name, columns and lines by what is written above and beside them. */
export class ReviewPage {
  private constructor(
    private readonly workbook: WorkbookModel,
    readonly sheet: SheetModel,
  ) {}

  /** The sheet with its formulas calculated. */
  static async open(workbook: WorkbookModel, name = REVIEW): Promise<ReviewPage> {
    return new ReviewPage(workbook, sheetOf(workbook, name)).calculated();
  }

  /** The same sheet without calculating anything, to type in. */
  static on(workbook: WorkbookModel, name = REVIEW): ReviewPage {
    return new ReviewPage(workbook, sheetOf(workbook, name));
  }

  async calculated(): Promise<this> {
    const area = { row: 0, column: 0, rows: this.rowEnd, columns: this.columnEnd };
    await this.workbook.calculate([{ sheet: this.sheet, area }]);
    return this;
  }

  /** People in the order of the sheet. */
  get names(): string[] {
    return this.rows().map((row) => String(this.value(row, this.column('name'))));
  }

  /** The same with their 科室, which tells namesakes apart. */
  get people(): string[] {
    const [department, name] = [this.column('department'), this.column('name')];
    return this.rows().map((row) => `${String(this.value(row, department))} ${String(this.value(row, name))}`);
  }

  person(who: string): ShownPerson {
    const row = this.row(who);
    const at = (id: ReviewColumn) => this.value(row, this.column(id));
    return {
      index: at('index'),
      department: at('department'),
      name: at('name'),
      position: at('position'),
      months: this.months.map((column) => ({ total: this.value(row, column), grade: this.value(row, column + 1) })),
      mean: at('mean'),
      suggestion: at('suggestion'),
      circumstances: at('circumstances'),
      proposal: at('proposal'),
      party: at('party'),
      discipline: at('discipline'),
      decision: at('decision'),
      remark: at('remark'),
    };
  }

  /** 总分 and 等次 of the three months, 平均分, 建议等次. */
  results(who: string): CellInput[] {
    const { months, mean, suggestion } = this.person(who);
    return [...months.flatMap(({ total, grade }) => [total, grade]), mean, suggestion];
  }

  type(who: string, column: ReviewColumn, input: CellInput): void {
    this.sheet.input(this.row(who), this.column(column), input);
  }

  /** Types 审定等次, by person. */
  decide(grades: Readonly<Record<string, CellInput>>): void {
    for (const [who, grade] of Object.entries(grades)) this.type(who, 'decision', grade);
  }

  /** A1 address. */
  cell(who: string, column: ReviewColumn): string {
    return cellAddress(this.row(who), this.column(column));
  }

  /** 0-based row of a person: 王建国, or 办公室 王建国 where several bear the name. */
  row(who: string): number {
    const columns = { name: this.column('name'), department: this.column('department') };
    const found = this.rows().filter((row) => {
      const [name, department] = [columns.name, columns.department].map((column) => String(this.value(row, column)));
      return [name, `${department} ${name}`].some((each) => plain(String(each)) === plain(who));
    });
    const [row] = found;
    if (row === undefined || found.length > 1) throw new Error(`${who}: ${found.length} rows`);
    return row;
  }

  column(id: ReviewColumn): number {
    const label = REVIEW_COLUMNS.find((each) => each.id === id)?.label ?? id;
    const column = this.find(label);
    if (column < 0) throw new Error(`no column ${label}`);
    return column;
  }

  /** 0-based column below any heading: 人员键, 比例范围, 名额口径; -1 without it. */
  find(heading: string): number {
    const row = this.headerRow;
    return indices(this.columnEnd).findIndex((column) => this.value(row, column) === heading);
  }

  /** 0-based column of 等次 of a month of the quarter, 0 to 2. */
  monthGrade(month: number): number {
    return (this.months[month] ?? 0) + 1;
  }

  /** 0-based row of a line below the people. */
  line(label: string): number {
    return this.rowWith(label, this.below);
  }

  /** A line of counts: months, suggestions, decisions. */
  counts(label: string): CellInput[] {
    const row = this.line(label);
    return this.periods.map((column) => this.value(row, column));
  }

  /** 0-based columns of the counts. */
  get periods(): number[] {
    return [...this.months, this.column('mean'), this.column('decision')];
  }

  /** 0-based row of 统计. */
  get below(): number {
    return this.rowWith('统计', this.headerRow);
  }

  private get headerRow(): number {
    return this.rowWith('序号', 0);
  }

  value(row: number, column: number): CellInput {
    return this.sheet.value(row, column);
  }

  private get months(): number[] {
    const first = this.column('position') + 1;
    return MONTH_COLUMNS.map((_, i) => first + 2 * i);
  }

  private rowWith(label: string, from: number): number {
    const row = indices(this.rowEnd).find((each) => each >= from && this.value(each, 0) === label);
    if (row === undefined) throw new Error(`no line ${label}`);
    return row;
  }

  private rows(): number[] {
    const [first, end, name] = [this.headerRow + HEADING_ROWS, this.below, this.column('name')];
    return indices(end).filter((row) => row >= first && this.value(row, name) !== '');
  }

  private get rowEnd(): number {
    const area = this.sheet.usedArea(true);
    return area === undefined ? 0 : area.row + area.rows;
  }

  private get columnEnd(): number {
    const area = this.sheet.usedArea(true);
    return area === undefined ? 0 : area.column + area.columns;
  }
}

/** Names are spaced in several ways. */
function plain(text: string): string {
  return text.replace(/\s/g, '');
}

function indices(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
