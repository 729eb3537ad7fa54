import type { CellContent, SheetPlan } from '../grid/plan';
import { emptySheetPlan } from '../grid/plan';
import { TABLE_CELL } from '../grid/registerLook';
import type { SheetGrid } from '../grid/sheetGrid';
import type { LabelTable } from '../words/labels';
import { RegisterCells, type Table } from '../words/tables';
import { normalizeLabel } from '../words/text';

/** A line for a register, by its columns. */
export type RegisterContent<Column extends string> = ReadonlyMap<Column, CellContent>;

/** Points. */
const LINE_HEIGHT = 24;
/** Characters of a column that a made register has only where it is needed. */
const EXTRA_WIDTH = 16;

/** A register that is made with lines in it: those columns that its headings lack are added at the right. */
export function filledRegister<Column extends string>(
  empty: SheetPlan,
  aliases: LabelTable<Column>,
  lines: readonly RegisterContent<Column>[],
  label: string,
): SheetPlan {
  const headings = (empty.blocks[0]?.cells[0] ?? []).map((content) =>
    typeof content === 'string' ? normalizeLabel(content) : '',
  );
  const columns = new Map<Column, number>();
  for (const [column, labels] of aliases) {
    const at = headings.findIndex((heading) => labels.includes(heading));
    if (at >= 0) columns.set(column, at);
  }
  const extra = aliases.filter(([column]) => !columns.has(column) && lines.some((line) => line.has(column)));
  extra.forEach(([column], i) => columns.set(column, headings.length + i));
  const width = headings.length + extra.length;
  const cells = lines.map((line, row) =>
    Array.from({ length: width }, (_, at): CellContent => {
      if (headings[at] === '序号') return row + 1;
      const column = [...columns].find(([, own]) => own === at)?.[0];
      return column === undefined ? null : (line.get(column) ?? null);
    }),
  );
  const blank = cells.map((line) => line.map(() => ''));
  const added = { row: 0, column: headings.length, rows: 1, columns: extra.length };
  return {
    ...empty,
    blocks: [
      ...empty.blocks,
      ...(extra.length === 0
        ? []
        : [
            {
              label,
              row: 0,
              column: headings.length,
              cells: [extra.map(([, labels]) => labels[0] ?? '')],
              before: [extra.map(() => '')],
            },
          ]),
      { label, row: 1, column: 0, cells, before: blank },
    ],
    formats: [
      ...empty.formats,
      { area: { row: 1, column: 0, rows: lines.length, columns: width }, ...TABLE_CELL, rowHeight: LINE_HEIGHT },
      ...(extra.length === 0 ? [] : [{ area: added, ...TABLE_CELL, bold: true, columnWidth: EXTRA_WIDTH }]),
    ],
  };
}

/** Lines below those that a register has, and what is filled into blanks of these; null where there is nothing to write. */
export function addedToRegister<Column extends string>(
  table: Table<Column>,
  lines: readonly RegisterContent<Column>[],
  blanks: ReadonlyMap<number, RegisterContent<Column>>,
  label: string,
): SheetPlan | null {
  const { grid } = table;
  const cells = new RegisterCells(table);
  for (const [row, contents] of blanks) for (const [column, content] of contents) cells.put(row, column, content);
  // Below everything: what people wrote under a register stays where it is.
  const first = Math.max(table.headerRow + 1, grid.rowEnd);
  const numbers = numberColumn(table);
  lines.forEach((line, i) => {
    for (const [column, content] of line) cells.put(first + i, column, content);
  });
  const block = cells.block(label);
  const last = numbers === null ? 0 : lastNumber(grid, numbers, table.headerRow, first);
  const numbered =
    numbers === null || last === 0 || lines.length === 0
      ? []
      : [
          grid.block(
            '序号',
            first,
            numbers,
            lines.map((_, i) => [last + 1 + i]),
          ),
        ];
  if (block === null) return null;
  const columns = [...table.columns.values(), ...(numbers === null ? [] : [numbers])];
  const area = {
    row: first,
    column: Math.min(...columns),
    rows: lines.length,
    columns: Math.max(...columns) - Math.min(...columns) + 1,
  };
  return {
    ...emptySheetPlan(grid.name, false),
    blocks: [block, ...numbered],
    formats: lines.length === 0 ? [] : [{ area, ...TABLE_CELL }],
  };
}

/** The columns that lines need and a register has not. */
export function missingColumns<Column extends string>(
  { columns }: Pick<Table<Column>, 'columns'>,
  lines: Iterable<RegisterContent<Column>>,
): Column[] {
  const wanted = new Set(
    [...lines].flatMap((line) => [...line].flatMap(([column, content]) => (content === '' ? [] : [column]))),
  );
  return [...wanted].filter((column) => !columns.has(column));
}

function numberColumn<Column extends string>({ grid, headerRow }: Table<Column>): number | null {
  for (let column = 0; column < grid.columnEnd; column++) {
    if (normalizeLabel(String(grid.value(headerRow, column))) === '序号') return column;
  }
  return null;
}

function lastNumber(grid: SheetGrid, column: number, from: number, to: number): number {
  let last = 0;
  for (let row = from + 1; row < to; row++) last = Math.max(last, Number(grid.value(row, column)) || 0);
  return last;
}
