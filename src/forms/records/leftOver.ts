import { areaAddress, cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import type { Area } from '../grid/snapshot';
import { normalizeLabel } from '../words/text';
import type { RecordBlock } from './blocks';
import { cellText, fieldOf, sectionOf, unlabelledLines, type CellText } from './fields';
import { isHeaderLabel, isSectionLabel, readLabels } from './labels';
import { problem } from './problems';

/** What stands in a form, or beside the forms of a sheet, and is read as nothing: named, never passed over. */

/** A text may be a whole page; its beginning tells which it is. */
const SHOWN_LENGTH = 12;
/** So many texts are named; how many more there are is said. */
const SHOWN = 10;

/** 2021年5月记实汇总: the heading of a sheet over all of its forms. */
const OVER_ALL = /^[^:：，。]*([记纪]实|备案)[^:：，。]*$/;

/** The texts of a form that no field, task or title claims; those behind labels that no annex has are a note. */
export function leftOverIn(cells: SheetCells, block: RecordBlock): Problem[] {
  const { heading, annex } = block;
  const claimed = claimedCells(cells, block);
  const tasks = new Set(block.taskRows);
  const known: string[] = [];
  const columns = new Map<number, number>();
  const others: CellText[] = [];
  for (let row = block.area.row; row < block.area.row + block.area.rows; row++) {
    const behind = block.printed.filter((label) => label.row === row);
    for (let column = block.left; column <= block.right; column++) {
      const text = cellText(cells, row, column);
      if (text === '' || claimed.has(`${row},${column}`)) continue;
      const extra = behind.filter((label) => label.column <= column).at(-1);
      if (row === heading.row) continue;
      if (tasks.has(row) && isHeaded(cells, block, column)) columns.set(column, (columns.get(column) ?? 0) + 1);
      else if (extra?.label === 'extra') known.push(`“${extra.text}”${cellAddress(row, column)}`);
      else others.push({ row, column, text });
    }
  }
  for (const [column, count] of columns) {
    const label = shortened(normalizeLabel(cells.own(heading.row, column)));
    known.push(`“${label}”${cellAddress(heading.row, column)}（${count}个单元格）`);
  }
  const at = [cells.name, areaAddress(block.area)] as const;
  return [
    ...(known.length > 0 ? [problem.recordExtras(...at, annex, known)] : []),
    ...(others.length > 0 ? [problem.recordLeftOver(...at, annex, named(others), others.length)] : []),
  ];
}

function isHeaded(cells: SheetCells, { heading }: RecordBlock, column: number): boolean {
  const { index, progress, completion, finished } = heading;
  return ![index, progress, completion, finished].includes(column) && cells.own(heading.row, column) !== '';
}

function claimedCells(cells: SheetCells, block: RecordBlock): ReadonlySet<string> {
  const { heading, annex, labels, printed } = block;
  const claimed = new Set<string>();
  const claim = ({ row, column }: Pick<CellText, 'row' | 'column'>) => claimed.add(`${row},${column}`);
  const claimRow = (row: number) => {
    for (let column = block.left; column <= block.right; column++) claim({ row, column });
  };
  [...block.titleRows, ...block.noteRows].forEach(claimRow);
  // A period may stand among the fields.
  unlabelledLines(cells, block)
    .filter((line) => line.some(({ text }) => /\d/.test(text)))
    .flat()
    .forEach(claim);
  for (const label of [...printed, ...labels.values()]) {
    for (let row = label.row; row <= label.lastRow; row++) claim({ row, column: label.column });
    if (isHeaderLabel(label.label)) {
      const field = labels.get(label.label) === label ? fieldOf(cells, block, label.label) : null;
      if (field !== null) claim(field);
    } else if (annex === 2 && isSectionLabel(label.label)) sectionOf(cells, block, label.label).forEach(claim);
  }
  for (let row = heading.row; row <= heading.lastRow; row++) claim({ row, column: heading.firstColumn });
  for (const row of block.taskRows) {
    for (const column of [heading.index, heading.progress, heading.completion, heading.finished]) {
      if (column !== null) claim({ row, column });
    }
  }
  return claimed;
}

/**
 * What stands on a sheet of 附件1 and 附件2 outside of them.
 *
 * @param areas what is read, of every kind
 */
export function leftOverBeside(cells: SheetCells, areas: readonly Area[]): Problem[] {
  const top = Math.min(...areas.map(({ row }) => row));
  const lines: CellText[] = [];
  let count = 0;
  let isField = false;
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    const beside = areas.filter((area) => row >= area.row && row < area.row + area.rows);
    let first = true;
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      if (beside.some((area) => column >= area.column && column < area.column + area.columns)) continue;
      const text = cellText(cells, row, column);
      if (text === '' || (row < top && OVER_ALL.test(text))) continue;
      count++;
      if (first) lines.push({ row, column, text });
      first = false;
      isField ||= readLabels(text).some(({ label, whole }) => whole && (label === 'name' || isSectionLabel(label)));
    }
  }
  const [first] = lines;
  if (first === undefined) return [];
  const told = isField ? problem.recordPartBeside : problem.recordsBeside;
  return [told(cells.name, cellAddress(first.row, first.column), named(lines), count)];
}

function named(texts: readonly CellText[]): string {
  const shown = texts.slice(0, SHOWN).map(({ row, column, text }) => `${cellAddress(row, column)}“${shortened(text)}”`);
  return shown.join('、') + (texts.length > SHOWN ? '等' : '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SHOWN_LENGTH ? line : `${line.slice(0, SHOWN_LENGTH)}…`;
}
