import { emptySheetPlan, TABLE_MARGINS, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { registerLook } from '../grid/registerLook';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SheetNames } from '../grid/sheetNames';
import { RegisterCells, textIn } from '../words/tables';
import { normalizeLabel } from '../words/text';
import type { ImportKind } from './kinds';
import { findMemory, MEMORY_COLUMNS } from './memorySheet';
import { problem } from './problems';

const MEMORY_SHEET = '导入对照';
const WIDTHS: readonly number[] = [18, 26, 22];
const LINE_HEIGHT = 24;

/** What the headings of other workbooks mean, as the workbook remembers it. */
export interface Memory {
  /** By {@link memoryKey}: the label, and where it stands. */
  readonly lines: ReadonlyMap<string, { readonly label: string; readonly row: number }>;
}

/** A heading of a kind of table. */
export function memoryKey(kind: ImportKind, heading: string): string {
  return `${kind}|${normalizeLabel(heading)}`;
}

/** Reads 导入对照; nothing is remembered where there is none. */
export function readMemory(grids: Iterable<SheetGrid>): Memory {
  const table = findMemory(grids);
  const lines = new Map<string, { label: string; row: number }>();
  if (table === null) return { lines };
  for (let row = table.headerRow + 1; row < table.grid.rowEnd; row++) {
    const [kind, heading, label] = MEMORY_COLUMNS.map((column) => normalizeLabel(textIn(table, row, column)));
    if (kind === undefined || heading === undefined || heading === '' || label === undefined || label === '') continue;
    lines.set(`${kind}|${heading}`, { label, row });
  }
  return { lines };
}

/** A heading with what a person said it means. */
export interface Remembered {
  readonly kind: ImportKind;
  readonly heading: string;
  readonly label: string;
}

/** Plans what a person said of headings as lines of 导入对照, which is made where it is missing; a newer word replaces an older. */
export function layoutMemory(
  said: readonly Remembered[],
  grids: ReadonlyMap<string, SheetGrid>,
  names: SheetNames,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const { lines } = readMemory(grids.values());
  const fresh = new Map(
    said.flatMap((each) => {
      const key = memoryKey(each.kind, each.heading);
      return lines.get(key)?.label === each.label ? [] : [[key, each] as const];
    }),
  );
  if (fresh.size === 0) return { sheets: [], problems: [] };
  const table = findMemory(grids.values());
  if (table === null) {
    const cells = [
      [...MEMORY_COLUMNS],
      ...[...fresh.values()].map(({ kind, heading, label }) => [kind, heading, label]),
    ];
    const plan: SheetPlan = {
      ...emptySheetPlan(names.next(MEMORY_SHEET), true),
      blocks: [{ label: '表头对照', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
      formats: registerLook(WIDTHS, cells.length - 1, LINE_HEIGHT),
      page: { orientation: 'Portrait', margins: TABLE_MARGINS, printArea: null, titleRows: '$1:$1' },
      freezeRows: 1,
    };
    return { sheets: [plan], problems: [] };
  }
  if (table.grid.protected) return { sheets: [], problems: [problem.memoryProtected(table.grid.name)] };
  const cells = new RegisterCells(table);
  let next = table.grid.rowEnd;
  for (const [key, { kind, heading, label }] of fresh) {
    const row = lines.get(key)?.row ?? next++;
    cells.put(row, '导入为', kind);
    cells.put(row, '原表头', heading);
    cells.put(row, '对应栏目', label);
  }
  const block = cells.block('表头对照');
  return {
    sheets: block === null ? [] : [{ ...emptySheetPlan(table.grid.name, false), blocks: [block] }],
    problems: [],
  };
}
