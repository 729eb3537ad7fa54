import { areaAddress } from '../../forms/grid/address';
import { holds, type CellContent, type Plan } from '../../forms/grid/plan';
import { isFormula, type SnapshotValue } from '../../forms/grid/snapshot';
import { areasOf, type Cell } from './areas';
import { askAll, codeOf, Question } from './questions';
import { matrixOf, pieces } from './snapshot';

/** What a sheet holds, by `row,column`. */
export type Contents = ReadonlyMap<string, SnapshotValue>;

/** How Excel refuses an answer of more than it carries; on the web that is 5 MB. */
const TOO_LARGE = 'ResponsePayloadSizeLimitExceeded';

/** What a sheet holds, as it was read. */
export interface Read {
  readonly contents: Contents;
  /** In pieces, since one answer does not carry it. */
  readonly isLarge: boolean;
}

/** Reads what sheets hold. One sync, more where that is more than an answer carries (R11). */
export async function readContents(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<readonly Read[]> {
  const used = sheets.map(queueContents);
  try {
    await context.sync();
    return used.map((each) => ({ contents: contentsOf(each), isLarge: false }));
  } catch (error) {
    if (codeOf(error) !== TOO_LARGE) throw error;
  }
  const blocks = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  for (const block of blocks) block.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const asked = blocks.map((block) => (block.isNullObject ? [] : questionsOf(block)));
  const refused = await askAll(context, asked.flat());
  if (asked.flat().some(({ refusal }) => refusal !== null)) throw refused;
  return asked.map((pieces) => ({
    contents: new Map(pieces.flatMap(({ answer }) => [...(answer ?? [])])),
    isLarge: true,
  }));
}

function questionsOf({ worksheet, rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Question<Contents>[] {
  return pieces(rowCount, columnCount).map(
    ({ start, count }) =>
      new Question(() => {
        const range = worksheet.getRangeByIndexes(rowIndex + start, columnIndex, count, columnCount);
        range.load('rowIndex,columnIndex,formulas');
        return () => contentsOf(range);
      }, count * columnCount),
  );
}

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

/** What the cells of a sheet that a plan has to do with held before, by `row,column`; where they lie without its rows. */
function heldBefore({ sheets }: Plan, name: string): Map<string, SnapshotValue> {
  const held = new Map<string, SnapshotValue>();
  for (const { sheet, blocks } of sheets) {
    if (sheet !== name) continue;
    for (const { row, column, before } of blocks) {
      before.forEach((line, r) => line.forEach((was, c) => held.set(`${row + r},${column + c}`, was)));
    }
  }
  return held;
}

/** The cells of a sheet on which what a plan wrote stands, and those on which it does not. */
export function standingOn(plan: Plan, name: string, contents: Contents): { there: string[]; missing: string[] } {
  const held = heldBefore(plan, name);
  const there: string[] = [];
  const missing: string[] = [];
  for (const [at, content] of writtenOn(plan, name)) {
    const present = contents.get(at) ?? '';
    // Of a formula any other counts as it: but not the one that stood there before.
    const isThere = isWritten(present, content, rowOf(at)) && present !== (held.get(at) ?? '');
    (isThere ? there : missing).push(at);
  }
  return { there, missing };
}
