import type { SheetGrid } from '../grid/sheetGrid';
import { isFormula, withoutAt, type SnapshotValue } from '../grid/snapshot';

/** What the cells of a sealed sheet give and how they are shown, read when it is sealed and when it is verified. */
export interface SealedCells {
  readonly value: (sheet: string, row: number, column: number) => SnapshotValue;
  readonly format: (sheet: string, row: number, column: number) => string;
}

/** What a cell says to a reader: what it holds, and its number format where that changes what is read. */
export function saidBy(grid: SheetGrid, row: number, column: number, cells: SealedCells): string {
  const content = grid.formula(row, column);
  const format = cells.format(grid.name, row, column);
  const shownAs = changesReading(content, format) ? `〔显示格式 ${format}〕` : '';
  if (isFormula(content)) return `公式 ${ownRow(content, row).slice(1)}${shownAs}`;
  // A number and the text that looks like it are read differently.
  const isLookalike = typeof content === 'string' && content.trim() !== '' && Number.isFinite(Number(content));
  return `${isLookalike ? `文本“${content}”` : String(content)}${shownAs}`;
}

/** What a formula gives, as far as programs agree on it; '' for what is typed. */
export function givenBy(grid: SheetGrid, row: number, column: number, cells: SealedCells): string {
  if (!isFormula(grid.formula(row, column))) return '';
  const value = cells.value(grid.name, row, column);
  return typeof value === 'number' ? String(Number(value.toPrecision(10))) : String(value);
}

/** References of a formula to its own row, so that rows may be sorted; programs differ in quotes, spaces and case. */
function ownRow(formula: string, row: number): string {
  const parts = withoutAt(formula).split(/("(?:[^"]|"")*")/);
  return parts
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/[\s']/g, '')
            .toUpperCase()
            .replace(/_XL(FN|WS)\./g, '')
            .replace(/(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(])/g, (all, letters: string, digits: string) =>
              Number(digits) === row + 1 && !letters.endsWith('$') ? `${letters}{行}` : all,
            ),
    )
    .join('');
}

/** Numbers as they are: 0, 0.0, #,##0.00, perhaps in colour or with spaces that only align. */
const PLAIN_NUMBER = /^#?,?#*0(?:\.([0#?]+))?_?\)?\s*$/;

/** Whether a reader sees something else than what the cell holds. */
function changesReading(content: SnapshotValue, format: string): boolean {
  const plain = format.trim().toLowerCase();
  if (['', 'general', '@', 'general;general', 'standard'].includes(plain)) return false;
  const [, decimals] = PLAIN_NUMBER.exec(plain) ?? [];
  const isNumber = PLAIN_NUMBER.test(plain);
  if (typeof content !== 'number') return !isNumber && /[;"\\!*]/.test(plain) && !isDate(plain);
  if (isNumber) return Math.abs(content - Number(content.toFixed(decimals?.length ?? 0))) > 1e-9;
  return true;
}

function isDate(format: string): boolean {
  return /[ymd]/.test(format.replace(/"[^"]*"/g, '')) && !format.includes(';;');
}
