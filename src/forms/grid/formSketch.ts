import { FONTS, SIZES } from './fonts';
import { type CellBlock, type CellContent, type FormatStep, type ValidationStep } from './plan';
import type { Area } from './snapshot';

/** What 附件1 and 附件2 begin with, as it is to stand there. */
export interface FormHeader {
  readonly department: string;
  readonly displayName: string;
  readonly position: string;
  /** 任现职时间. */
  readonly since: string;
}

/** One line of 工作任务完成情况 as it is to stand there; '' for blank. */
export interface TaskContent {
  readonly progress: string;
  readonly completion: string;
  /** 完结时间. */
  readonly finished: string;
}

/** Where a form begins: on a sheet that the plan makes, in column A of 0-based `row`. */
export interface FormPlace {
  readonly sheet: string;
  readonly row: number;
}

/** One printed form in sheet positions, so that forms can stand below each other. */
export interface FormLayout {
  readonly blocks: readonly CellBlock[];
  readonly merges: readonly Area[];
  readonly formats: readonly FormatStep[];
  readonly validations: readonly ValidationStep[];
  /** 0-based row that it begins at, and how many rows it takes. */
  readonly row: number;
  readonly rows: number;
  /** Columns on paper, from A. */
  readonly columns: number;
}

/** The date of a signature, to be filled in by hand. */
export const BLANK_DATE = '　　年　　月　　日';

type Look = Omit<FormatStep, 'area'>;

/** How the parts of the annexes look; steps are carried out in order, so that later ones refine earlier ones. */
export const LOOKS = {
  body: { fontName: FONTS.body, fontSize: SIZES.小四, horizontal: 'Center', vertical: 'Center', wrap: true },
  annex: { fontName: FONTS.heading, fontSize: SIZES.三号, horizontal: 'Left', wrap: false },
  title: { fontName: FONTS.title, fontSize: SIZES.二号 },
  heading: { fontName: FONTS.heading, fontSize: SIZES.四号 },
  table: { borders: 'thin' },
  /** One line, however long: a form keeps to its page. */
  line: { wrap: false, shrink: true },
  text: { horizontal: 'Left' },
  paragraph: { horizontal: 'Left', vertical: 'Top' },
  signature: { horizontal: 'Left' },
  date: { horizontal: 'Right' },
  input: { locked: false },
} as const satisfies Readonly<Record<string, Look>>;

/** Puts a form together in rows and columns of its own, from A1, and moves it to its place. */
export class FormSketch {
  private readonly cells: CellContent[][];
  private readonly merges: Area[] = [];
  private readonly formats: FormatStep[] = [];
  private readonly validations: ValidationStep[] = [];

  /**
   * @param heights of the rows, points
   * @param printed columns on paper
   * @param columns with those beside the paper
   */
  constructor(
    private readonly heights: readonly number[],
    private readonly printed: number,
    private readonly columns = printed,
  ) {
    this.cells = heights.map(() => Array.from({ length: columns }, () => null));
    this.format(0, 0, heights.length, columns, LOOKS.body);
  }

  /** What stands in a cell; '' leaves it blank. */
  put(row: number, column: number, content: CellContent): void {
    const line = this.cells[row];
    if (line !== undefined && content !== '') line[column] = content;
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    this.merges.push({ row, column, rows, columns });
  }

  format(row: number, column: number, rows: number, columns: number, look: Look): void {
    this.formats.push({ area: { row, column, rows, columns }, ...look });
  }

  validate(row: number, column: number, rows: number, columns: number, step: Omit<ValidationStep, 'area'>): void {
    this.validations.push({ area: { row, column, rows, columns }, ...step });
  }

  layout({ sheet, row }: FormPlace): FormLayout {
    const { cells, columns, printed } = this;
    const moved = (area: Area) => ({ ...area, row: area.row + row });
    const before = cells.map((line) => line.map(() => ''));
    return {
      blocks: [{ label: sheet, row, column: 0, cells, before }],
      merges: this.merges.map(moved),
      formats: [...this.formats, ...this.rowHeights(columns)].map((step) => ({ ...step, area: moved(step.area) })),
      validations: this.validations.map((step) => ({ ...step, area: moved(step.area) })),
      row,
      rows: cells.length,
      columns: printed,
    };
  }

  /** Rows of one height below each other take one step. */
  private rowHeights(columns: number): FormatStep[] {
    const { heights } = this;
    const starts = heights.flatMap((height, row) => (height === heights[row - 1] ? [] : [row]));
    return starts.map((row, i) => ({
      area: { row, column: 0, rows: (starts[i + 1] ?? heights.length) - row, columns },
      rowHeight: heights[row] ?? 0,
    }));
  }
}
