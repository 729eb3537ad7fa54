import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { cellAddress } from '../grid/address';
import { emptySheetPlan, type CellContent, type SheetPlan } from '../grid/plan';
import { signatureRow } from '../review/look';
import type { ReviewTable } from '../review/table';
import { shortDigest } from './seal';
import type { SheetGrid } from '../grid/sheetGrid';

const DIGEST = '封存摘要：';
const SEALED_ON = '封存日期：';
const SEALED_BY = '封存人：';
/** Lines of signatures above the seal. */
const SIGNATURES = 3;

export interface SealedBy {
  /** Left open for the hand where it is not given. */
  readonly sealedOn?: CalendarDate;
  readonly by?: string;
}

/** The seal as the 审定表 prints it: '' where it has none. */
export function printedSeal(table: ReviewTable): string {
  const { grid, endRow } = table;
  const { digest } = sealColumns(table);
  const row = sealRow(grid, endRow, digest);
  return row === undefined ? '' : String(grid.value(row, digest)).slice(DIGEST.length);
}

/** Where digest, date and name stand in the line; between them on a sheet that lacks the columns below which they belong. */
function sealColumns({ columns }: ReviewTable) {
  const [first, last] = [Math.min(...columns.values()), Math.max(...columns.values())];
  const third = (last - first) / 3;
  return {
    digest: columns.get('index') ?? first,
    date: columns.get('mean') ?? first + Math.ceil(third),
    name: columns.get('discipline') ?? first + Math.ceil(2 * third),
    last: columns.get('remark') ?? last,
  };
}

/** The cells of the seal's line that it plans to write, by address; the digest, which is over all others, is null. */
export function plannedLine(table: ReviewTable, sealedBy: SealedBy): ReadonlyMap<string, string | null> {
  const plan = layoutSealLine(table, '', sealedBy);
  const { digest } = sealColumns(table);
  return new Map(
    (plan?.blocks ?? []).map(({ row, column, cells }) => {
      const content = cells[0]?.[0];
      return [cellAddress(row, column), column === digest || typeof content !== 'string' ? null : content];
    }),
  );
}

/** Where the digest is printed; null on a sheet that is not sealed. */
export function digestCell(table: ReviewTable): string | null {
  const { digest } = sealColumns(table);
  const row = sealRow(table.grid, table.endRow, digest);
  return row === undefined ? null : cellAddress(row, digest);
}

/** Plans the seal's line below the signatures; date and person that stand there stay, unless it is sealed
 * anew. Null where all stands there. */
export function layoutSealLine(table: ReviewTable, full: string, { sealedOn, by = '' }: SealedBy): SheetPlan | null {
  const { grid, endRow } = table;
  const { digest: first, date, name, last } = sealColumns(table);
  const found = sealRow(grid, endRow, first);
  const row = found ?? firstFree(grid, signatureRow(endRow) + SIGNATURES, last);
  const isRenewed = found !== undefined && printedSeal(table) !== shortDigest(full);
  const put = (column: number, label: string, content: string): CellContent => {
    const present = String(grid.value(row, column));
    const isOpen = present === '' || (content !== '' && (present === label || isRenewed));
    return isOpen ? `${label}${content}` : null;
  };
  const columns = [first, date, name] as const;
  const cells = [
    `${DIGEST}${shortDigest(full)}`,
    put(columns[1], SEALED_ON, sealedOn === undefined ? '' : dateTitle(sealedOn)),
    put(columns[2], SEALED_BY, by),
  ];
  const blocks = cells
    .map((content, i) => grid.block('封存', row, columns[i] ?? 0, [[content]]))
    .filter((block) => block.cells[0]?.[0] !== null);
  if (blocks.length === 0) return null;
  return {
    ...emptySheetPlan(grid.name, false),
    blocks,
    formats:
      found === undefined
        ? [{ area: { row, column: first, rows: 1, columns: last - first + 1 }, fontName: '仿宋_GB2312', fontSize: 12 }]
        : [],
  };
}

function sealRow(grid: SheetGrid, from: number, column: number): number | undefined {
  for (let row = from; row < grid.rowEnd; row++) {
    if (String(grid.value(row, column)).startsWith(DIGEST)) return row;
  }
  return undefined;
}

function firstFree(grid: SheetGrid, from: number, lastColumn: number): number {
  let row = from;
  const isFree = () =>
    Array.from({ length: lastColumn + 1 }, (_, column) => grid.formula(row, column)).every((cell) => cell === '');
  while (!isFree()) row++;
  return row;
}
