import { areaAddress } from '../../forms/grid/address';
import { holds, type CellContent, type Plan } from '../../forms/grid/plan';
import { isFormula, type SnapshotValue } from '../../forms/grid/snapshot';
import { areasOf, type Cell } from './areas';
import { matrixOf } from './snapshot';

/** What a sheet holds, by `row,column`. */
export type Contents = ReadonlyMap<string, SnapshotValue>;

/** Queues a look at what a sheet holds. */
export function queueContents(worksheet: Excel.Worksheet): Excel.Range {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,formulas');
  return used;
}

/** What it holds, once that is answered. */
export function contentsOf(used: Excel.Range): Contents {
  const contents = new Map<string, SnapshotValue>();
  if (used.isNullObject) return contents;
  matrixOf(used.formulas).forEach((line, r) => {
    line.forEach((value, c) => {
      if (value !== '') contents.set(`${used.rowIndex + r},${used.columnIndex + c}`, value);
    });
  });
  return contents;
}

/** Whether a sheet holds the same. */
export function isSame(a: Contents, b: Contents): boolean {
  return a.size === b.size && [...a].every(([at, value]) => b.get(at) === value);
}

/** What a plan writes on a sheet, by `row,column`; the last that writes a cell counts. */
export function writtenOn({ sheets }: Plan, name: string): Map<string, CellContent> {
  const cells = new Map<string, CellContent>();
  for (const { sheet, blocks, links } of sheets) {
    if (sheet !== name) continue;
    for (const block of blocks) {
      block.cells.forEach((line, r) => {
        line.forEach((content, c) => {
          if (content !== null) cells.set(`${block.row + r},${block.column + c}`, content);
        });
      });
    }
    for (const { row, column, text } of links) cells.set(`${row},${column}`, text);
  }
  return cells;
}

/** Whether a cell holds what the step put there; of a formula Excel may have another wording. */
export function isWritten(present: SnapshotValue, content: CellContent, row: number): boolean {
  if (content === '') return present === '';
  return holds(present, content, row) || (typeof content === 'object' && content !== null && isFormula(present));
}

export function rowOf(at: string): number {
  return Number(at.split(',')[0]);
}

/** Cells of a sheet in words: their addresses, joined to rectangles. */
export function told(cells: Iterable<string>): string {
  const parsed = [...cells].map((at): Cell => {
    const [row = 0, column = 0] = at.split(',').map(Number);
    return { row, column };
  });
  return areasOf(parsed).map(areaAddress).join('、');
}
