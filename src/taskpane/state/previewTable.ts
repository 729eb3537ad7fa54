import { rowBefore, type CellContent, type FormatStep, type Plan, type SheetPlan } from '../../forms/grid/plan';
import { isFormula, type Area, type SheetSnapshot, type SnapshotValue } from '../../forms/grid/snapshot';
import { dateCellText } from '../../forms/words/dateText';

/** So many rows of a sheet are drawn, and so many columns: a preview stays as light for 3,000 people as for ten. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 30;
/** A table's headings stand in its first rows. */
const HEADING_ROWS = 8;
/** Characters of the standard font: a column nobody gave a width, and the bounds of one that is drawn. */
const USUAL_WIDTH = 8.5;
const WIDTHS = { least: 3, most: 30 } as const;
/** Points from which a text is a title. */
const TITLE_SIZE = 15;

/** What a cell will show. */
export interface PreviewCell {
  readonly text: string;
  /** The formula that is written; `text` is its value where the program knows it, else ''. */
  readonly formula: string | null;
  /** What it holds now and will no longer; null where it is empty now or stays as it is. */
  readonly before: string | null;
  /** The plan writes it. */
  readonly isWritten: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isBold: boolean;
  readonly isTitle: boolean;
  readonly align: 'Left' | 'Center' | 'Right' | null;
}

export interface PreviewRow {
  /** 0-based, as it will be. */
  readonly row: number;
  /** Put in by the plan. */
  readonly isNew: boolean;
  /** A cell for each column of the table; null where a merged cell lies over it. */
  readonly cells: readonly (PreviewCell | null)[];
}

/** The part of a sheet that a person looks at before it is written. */
export interface PreviewTable {
  readonly isNew: boolean;
  /** 0-based columns, with their width in characters. */
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  readonly rows: readonly PreviewRow[];
  /** Rows of a new sheet, or rows with something written, that are not drawn. */
  readonly moreRows: number;
  readonly moreColumns: number;
  /** Cells that are empty now and get something, and those whose content is replaced; drawn or not. */
  readonly filled: number;
  readonly replaced: number;
}

/** A sheet as it will look: a new one from its top, else its headings and the rows that change; null where no cell gets a content. */
export function previewTable({ sheets, basis }: Plan, sheet: string): PreviewTable | null {
  const view = new SheetView(
    sheets.filter((each) => each.sheet === sheet),
    basis?.sheets.find(({ name }) => name === sheet),
    basis?.date1904 === true,
  );
  const written = view.writtenRows();
  if (written.length === 0) return null;
  const wanted = view.isNew ? Array.from({ length: (written.at(-1) ?? 0) + 1 }, (_, row) => row) : written;
  const shown = wanted.slice(0, MOST_ROWS);
  const headings = view.isNew ? [] : view.headingsOf(shown);
  const rows = [...new Set([...headings, ...shown])].sort((a, b) => a - b);
  const used = view.columnsOf(rows);
  const columns = used.length <= MOST_COLUMNS ? used : view.mostTelling(used, rows, MOST_COLUMNS);
  return {
    isNew: view.isNew,
    columns: columns.map((column) => ({ column, width: view.width(column, rows) })),
    rows: rows.map((row) => view.drawn(row, rows, columns)),
    moreRows: wanted.length - shown.length,
    moreColumns: used.length - columns.length,
    ...view.counts(),
  };
}

interface Written {
  readonly content: CellContent;
  readonly before: SnapshotValue;
}

/** A sheet with a plan laid over it; rows and columns as they will be. */
class SheetView {
  readonly isNew: boolean;
  private readonly insertRows: SheetPlan['insertRows'];
  /** The last first, which is the one that counts. */
  private readonly formats: readonly FormatStep[];
  private readonly merges: readonly Area[];
  private readonly hiddenColumns: readonly Area[];

  constructor(
    private readonly plans: readonly SheetPlan[],
    private readonly snapshot: SheetSnapshot | undefined,
    private readonly date1904: boolean,
  ) {
    this.isNew = plans.some(({ create }) => create);
    this.insertRows = plans.flatMap((plan) => plan.insertRows);
    this.formats = plans.flatMap((plan) => plan.formats).reverse();
    // Where rows are put in, what was merged below them moves; it is drawn cell by cell then.
    const present = this.insertRows.length === 0 ? (snapshot?.merged ?? []) : [];
    this.merges = [...plans.flatMap((plan) => plan.merges), ...present];
    this.hiddenColumns = plans.flatMap((plan) => plan.hiddenColumns);
  }

  /** Every row in which a content is written, from the top. */
  writtenRows(): number[] {
    const rows = new Set<number>();
    for (const { row, cells } of this.plans.flatMap(({ blocks }) => blocks)) {
      cells.forEach((line, i) => {
        if (line.some((content) => content !== null)) rows.add(row + i);
      });
    }
    for (const { row } of this.plans.flatMap(({ links }) => links)) rows.add(row);
    return [...rows].sort((a, b) => a - b);
  }

  counts(): Pick<PreviewTable, 'filled' | 'replaced'> {
    let [filled, replaced] = [0, 0];
    for (const { cells, before } of this.plans.flatMap(({ blocks }) => blocks)) {
      cells.forEach((line, row) =>
        line.forEach((content, column) => {
          if (content === null) return;
          if ((before[row]?.[column] ?? '') === '') filled += content === '' ? 0 : 1;
          else replaced++;
        }),
      );
    }
    return { filled, replaced };
  }

  /** The sheet's title, and of each row's table what its columns are called; only rows above the row itself. */
  headingsOf(rows: readonly number[]): number[] {
    const first = rows[0] ?? 0;
    const title = Array.from({ length: first }, (_, row) => row).find((row) => this.texts(row) > 0);
    return [...new Set([title, ...rows.map((row) => this.headingOf(row))])].flatMap((row) => row ?? []);
  }

  /** The fullest row of texts among the first of the rows that follow one another without a gap, down to this one. */
  private headingOf(row: number): number | undefined {
    let top = row;
    while (top > 0 && this.presentRow(top - 1).some((value) => value !== '')) top--;
    const head = Array.from({ length: Math.min(row - top, HEADING_ROWS) }, (_, i) => top + i);
    const [fullest] = head.sort((a, b) => this.texts(b) - this.texts(a) || a - b);
    return fullest !== undefined && this.texts(fullest) > 1 ? fullest : undefined;
  }

  private texts(row: number): number {
    return this.presentRow(row).filter((value) => typeof value === 'string' && value !== '').length;
  }

  /** Columns in which one of the rows shows something, but for hidden ones. */
  columnsOf(rows: readonly number[]): number[] {
    const last = Math.max(
      this.isNew ? 0 : (this.snapshot?.area.column ?? 0) + (this.snapshot?.area.columns ?? 0),
      ...this.plans.flatMap(({ blocks }) => blocks.map(({ column, cells }) => column + (cells[0]?.length ?? 0))),
      ...this.plans.flatMap(({ links }) => links.map(({ column }) => column + 1)),
    );
    return Array.from({ length: last }, (_, column) => column).filter(
      (column) =>
        !this.isHidden(column) &&
        (this.isNew || rows.some((row) => this.text(row, column) !== '' || this.written(row, column) !== null)),
    );
  }

  /** The columns that are written, and the first of the others. */
  mostTelling(columns: readonly number[], rows: readonly number[], most: number): number[] {
    const isWritten = (column: number) => rows.some((row) => this.written(row, column) !== null);
    const [telling, others] = [columns.filter(isWritten), columns.filter((column) => !isWritten(column))];
    const beside = Math.min(others.length, Math.max(3, most - telling.length));
    return [...others.slice(0, beside), ...telling.slice(0, most - beside)].sort((a, b) => a - b);
  }

  width(column: number, rows: readonly number[]): number {
    const planned = this.formats.find(
      ({ area, also = [], columnWidth }) =>
        columnWidth !== undefined &&
        [area, ...also].some((each) => column >= each.column && column < each.column + each.columns),
    )?.columnWidth;
    // The width of a column that is there already is not read: its texts tell.
    const own = planned ?? (this.isNew ? USUAL_WIDTH : Math.max(...rows.map((row) => this.textWidth(row, column))));
    return Math.min(WIDTHS.most, Math.max(WIDTHS.least, own));
  }

  drawn(row: number, rows: readonly number[], columns: readonly number[]): PreviewRow {
    return {
      row,
      isNew: !this.isNew && rowBefore(this.insertRows, row) === undefined,
      cells: columns.map((column) => this.cell(row, column, rows, columns)),
    };
  }

  private cell(row: number, column: number, rows: readonly number[], columns: readonly number[]): PreviewCell | null {
    const merged = this.merges.find((area) => contains(area, row, column));
    const isIn = (at: readonly number[], from: number, count: number) =>
      at.filter((each) => each >= from && each < from + count);
    const ownRows = merged === undefined ? [row] : isIn(rows, merged.row, merged.rows);
    const ownColumns = merged === undefined ? [column] : isIn(columns, merged.column, merged.columns);
    if (ownRows[0] !== row || ownColumns[0] !== column) return null;
    // A merged cell's content is that of its first cell, drawn or not.
    const [top, left] = merged === undefined ? [row, column] : [merged.row, merged.column];
    const written = this.written(top, left);
    const looks = this.formats.filter((step) => covers(step, top, left));
    return {
      text: this.text(top, left),
      formula: formulaOf(written?.content ?? null, top),
      before: written === null || written.before === '' ? null : this.shownBefore(written.before, top, left),
      isWritten: written !== null,
      rowSpan: ownRows.length,
      columnSpan: ownColumns.length,
      isBold: looks.find(({ bold }) => bold !== undefined)?.bold === true,
      isTitle: (looks.find(({ fontSize }) => fontSize !== undefined)?.fontSize ?? 0) >= TITLE_SIZE,
      align: looks.find(({ horizontal }) => horizontal !== undefined)?.horizontal ?? null,
    };
  }

  /** What the plan writes into a cell; null where it writes nothing. The last block counts. */
  private written(row: number, column: number): Written | null {
    for (const { blocks, links } of [...this.plans].reverse()) {
      for (const block of [...blocks].reverse()) {
        const content = block.cells[row - block.row]?.[column - block.column];
        if (content == null) continue;
        return { content, before: block.before[row - block.row]?.[column - block.column] ?? '' };
      }
      const link = links.find((each) => each.row === row && each.column === column);
      if (link !== undefined) return { content: link.text, before: '' };
    }
    return null;
  }

  /** What a cell will show; a formula's value only where it is known. */
  private text(row: number, column: number): string {
    const written = this.written(row, column);
    if (written === null) return this.shown(this.value(row, column), row, column);
    const { content } = written;
    if (content === null || typeof content !== 'object') return this.shown(content ?? '', row, column);
    return content.shows ?? constantText(content.formula) ?? '';
  }

  private shown(value: SnapshotValue, row: number, column: number): string {
    return dateCellText(value, this.numberFormat(row, column), this.date1904);
  }

  private shownBefore(before: SnapshotValue, row: number, column: number): string {
    return isFormula(before) ? this.shown(this.value(row, column), row, column) : this.shown(before, row, column);
  }

  private numberFormat(row: number, column: number): string {
    const planned = this.plans
      .flatMap((plan) => plan.numberFormats)
      .find((each) => each.row === row && each.column === column)?.format;
    const step = this.formats.find(
      (each) => each.numberFormat !== undefined && covers(each, row, column),
    )?.numberFormat;
    const format = planned ?? step ?? this.at(this.snapshot?.numberFormats, row, column);
    return typeof format === 'string' && format !== '' ? format : 'General';
  }

  private textWidth(row: number, column: number): number {
    const [longest = ''] = this.text(row, column)
      .split('\n')
      .sort((a, b) => b.length - a.length);
    return 2 + [...longest].reduce((sum, sign) => sum + (sign <= '\u024F' ? 1 : 2), 0);
  }

  private isHidden(column: number): boolean {
    const isPlanned = this.hiddenColumns.some((area) => column >= area.column && column < area.column + area.columns);
    return isPlanned || (!this.isNew && this.snapshot?.hiddenColumns.includes(column) === true);
  }

  private presentRow(row: number): readonly SnapshotValue[] {
    const original = rowBefore(this.insertRows, row);
    return original === undefined ? [] : (this.snapshot?.values[original - this.snapshot.area.row] ?? []);
  }

  private value(row: number, column: number): SnapshotValue {
    return this.at(this.snapshot?.values, row, column) ?? '';
  }

  private at<T>(cells: readonly (readonly T[])[] | undefined, row: number, column: number): T | undefined {
    const original = rowBefore(this.insertRows, row);
    if (this.snapshot === undefined || cells === undefined || original === undefined) return undefined;
    return cells[original - this.snapshot.area.row]?.[column - this.snapshot.area.column];
  }
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** A formula that is written, with the number of its row; null for a value. */
function formulaOf(content: CellContent, row: number): string | null {
  return typeof content === 'object' && content !== null ? content.formula.replaceAll('{r}', String(row + 1)) : null;
}

function covers({ area, also = [] }: FormatStep, row: number, column: number): boolean {
  return [area, ...also].some((each) => contains(each, row, column));
}

/** The text of a formula that is nothing but a text in pieces ("…"&"…"); null for any other. */
function constantText(formula: string): string | null {
  if (!/^=(?:"(?:[^"]|"")*"&?)+$/.test(formula)) return null;
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece = '']) => piece.replaceAll('""', '"')).join('');
}
