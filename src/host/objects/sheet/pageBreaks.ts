import type { SheetModel } from '../../workbook/model/workbook';
import { rangeArgument } from '../cells/lookup';
import { bind, rangeObject, type ObjectClass } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemNotFound } from '../core/refusal';

/** A sheet's manual breaks between rows ('horizontal') or columns ('vertical'). */
export class PageBreaks {
  constructor(
    readonly sheet: SheetModel,
    private readonly direction: 'horizontal' | 'vertical',
  ) {}

  /** The 0-based rows or columns that begin a page, ascending. The file's model names the one before each. */
  get starts(): number[] {
    const { rowBreaks, colBreaks } = this.sheet.data;
    const before = (this.direction === 'horizontal' ? rowBreaks : colBreaks) ?? [];
    return before.map((index) => index + 1).sort((a, b) => a - b);
  }

  set starts(starts: readonly number[]) {
    const before = [...new Set(starts)].sort((a, b) => a - b).map((start) => start - 1);
    if (this.direction === 'horizontal') this.sheet.data.rowBreaks = before;
    else this.sheet.data.colBreaks = before;
  }

  /** The row or column of a cell at which a page may begin. */
  startAt({ row, column }: { readonly row: number; readonly column: number }): number {
    return this.direction === 'horizontal' ? row : column;
  }

  /** The cell that a break stands before. */
  cellAfter(start: number): RangeRef {
    const [row, column] = this.direction === 'horizontal' ? [start, 0] : [0, start];
    return new RangeRef(this.sheet, { row, column, rows: 1, columns: 1 });
  }
}

/** One break of a sheet, by the row or column that it stands before. */
class PageBreak {
  constructor(
    readonly breaks: PageBreaks,
    readonly start: number,
  ) {}
}

/** `Excel.PageBreak`. */
export const pageBreakClass: ObjectClass<PageBreak> = {
  name: 'PageBreak',
  since: '1.9',
  members: {
    rowIndex: { kind: 'value', get: ({ breaks, start }) => breaks.cellAfter(start).area.row },
    columnIndex: { kind: 'value', get: ({ breaks, start }) => breaks.cellAfter(start).area.column },
    getCellAfterBreak: { kind: 'method', call: ({ breaks, start }) => rangeObject(breaks.cellAfter(start)) },
    delete: {
      kind: 'method',
      call: ({ breaks, start }) => {
        breaks.starts = breaks.starts.filter((other) => other !== start);
      },
    },
  },
};

/** `Excel.PageBreakCollection`: `Worksheet.horizontalPageBreaks` and `verticalPageBreaks`. */
export const pageBreaksClass: ObjectClass<PageBreaks> = {
  name: 'PageBreakCollection',
  since: '1.9',
  items: (breaks) => breaks.starts.map((start) => bind(pageBreakClass, new PageBreak(breaks, start))),
  item: (breaks, given) => {
    const start = breaks.starts[given.integer(0)];
    if (start === undefined) throw itemNotFound();
    return bind(pageBreakClass, new PageBreak(breaks, start));
  },
  members: {
    getCount: { kind: 'method', call: (breaks) => breaks.starts.length },
    add: {
      kind: 'method',
      // Nothing stands before the first row or column that a break could part it from.
      call: (breaks, given) => {
        const start = breaks.startAt(rangeArgument(given.at(0), breaks.sheet).area);
        if (start === 0) throw invalidArgument();
        breaks.starts = [...breaks.starts, start];
        return bind(pageBreakClass, new PageBreak(breaks, start));
      },
    },
    removePageBreaks: {
      kind: 'method',
      call: (breaks) => {
        breaks.starts = [];
      },
    },
  },
};
