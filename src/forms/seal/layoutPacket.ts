import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from './problems';
import type { PacketItem } from './packet';
import { HEADING_ROW, HEADINGS, isPacketSheet, TITLE } from './packetSheet';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { FONTS, SIZES } from '../grid/fonts';
import { TABLE_CELL } from '../grid/registerLook';
import { lineHeights } from '../grid/rowHeights';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { isFormula, type Area, type SnapshotValue } from '../grid/snapshot';
import { tablePage } from '../grid/tablePage';

const NOTE = '所列为等次不单由得分得出的人员；由程序生成，“核查意见”由纪检监察机构填写，重新生成时保留。';
const WIDTHS = [5, 10, 9, 12.5, 11, 8, 8, 30, 15, 9, 8.5, 11] as const;
const FIRST_ROW = 3;
/** Points. */
const LINE_HEIGHT = 30;
const COLUMN = { department: 1, name: 2, matter: 4, reason: 7, opinion: 11 } as const;
/** 理由 of a line whose matter is gone, kept because of what was typed beside it. */
const GONE = '已不再存在，因有核查意见而保留';
const BODY = { ...TABLE_CELL, horizontal: 'Left' } as const;

/**
 * Plans 纪检材料 of a quarter on one sheet, A4 landscape, made anew in its place. What was typed in 核查意见 stays with
 * its person and matter, also where these are gone.
 */
export function layoutPacket(
  quarter: Quarter,
  items: readonly PacketItem[],
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const title = quarterTitle(quarter);
  const present = [...grids.values()].find((each) => isPacketSheet(each) && String(each.value(0, 0)).includes(title));
  if (present?.protected === true) return { sheets: [], problems: [problem.packetProtected(present.name)] };
  const empty = items.length === 0 ? [problem.packetEmpty(title)] : [];
  if (present === undefined && items.length === 0) return { sheets: [], problems: empty };
  const grid = present ?? SheetGrid.empty(new SheetNames(grids.keys()).next(`${title}纪检材料`));
  const lines = linesOf(items, present === undefined ? [] : typedLines(present));
  const blanks = Array.from({ length: Math.max(0, grid.rowEnd - FIRST_ROW - lines.length) }, () => blankLine());
  const head = [
    [`济宁市商务局${title}${TITLE}`, ...blankLine().slice(1)],
    [NOTE, ...blankLine().slice(1)],
    [...HEADINGS],
  ];
  const block = grid.block('纪检材料', 0, 0, [...head, ...lines, ...blanks]);
  if (block.cells.every((line) => line.every((content) => content === null))) return { sheets: [], problems: empty };
  const isNew = present === undefined;
  return {
    sheets: [
      {
        ...emptySheetPlan(grid.name, isNew),
        blocks: [block],
        merges: isNew ? [line(0), line(1)] : [],
        formats: [
          ...(isNew ? headFormats() : []),
          ...(lines.length > 0 ? [{ area: { ...line(FIRST_ROW), rows: lines.length }, ...BODY }] : []),
          ...lineHeights(FIRST_ROW, lines, WIDTHS, LINE_HEIGHT),
        ],
        page: isNew ? tablePage(HEADING_ROW) : null,
        freezeRows: isNew ? FIRST_ROW : null,
      },
    ],
    problems: empty,
  };
}

interface TypedLine {
  readonly id: string;
  readonly cells: readonly SnapshotValue[];
}

/** The lines beside which something was typed. */
function typedLines(grid: SheetGrid): TypedLine[] {
  const lines: TypedLine[] = [];
  for (let row = FIRST_ROW; row < grid.rowEnd; row++) {
    const cells = HEADINGS.map((_, column) => grid.formula(row, column));
    if (cells[COLUMN.opinion] === '') continue;
    const [department, name, matter] = [COLUMN.department, COLUMN.name, COLUMN.matter].map((at) => String(cells[at]));
    lines.push({ id: idOf(department ?? '', name ?? '', matter ?? ''), cells });
  }
  return lines;
}

function linesOf(items: readonly PacketItem[], typed: readonly TypedLine[]): CellContent[][] {
  const opinions = new Map(typed.map(({ id, cells }) => [id, content(cells[COLUMN.opinion])]));
  const ids = new Set(items.map(({ department, name, matter }) => idOf(department, name, matter)));
  return [
    ...items.map(({ department, name, periods, matter, original, result, reason, basis, approver, clause }, i) => [
      i + 1,
      department,
      name,
      periods.join('、'),
      matter,
      original,
      result,
      reason,
      basis,
      approver,
      clause,
      opinions.get(idOf(department, name, matter)) ?? '',
    ]),
    ...typed
      .filter(({ id }) => !ids.has(id))
      .map(({ cells }, i) => {
        const kept = cells.map(content);
        kept[0] = items.length + i + 1;
        kept[COLUMN.reason] = GONE;
        return kept;
      }),
  ];
}

function content(value: SnapshotValue | undefined): CellContent {
  if (isFormula(value)) return { formula: value };
  return typeof value === 'boolean' ? String(value) : (value ?? '');
}

function idOf(department: string, name: string, matter: string): string {
  return [department, name, matter].join('|');
}

function blankLine(): CellContent[] {
  return HEADINGS.map(() => '');
}

function headFormats(): FormatStep[] {
  return [
    {
      area: line(0),
      fontName: FONTS.title,
      fontSize: SIZES.二号,
      horizontal: 'Center',
      vertical: 'Center',
      rowHeight: 36,
    },
    { area: line(1), fontName: FONTS.body, fontSize: SIZES.小四, wrap: true, vertical: 'Center', rowHeight: 24 },
    { area: line(HEADING_ROW), ...TABLE_CELL, fontName: FONTS.heading, rowHeight: 36 },
    ...WIDTHS.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
  ];
}

function line(row: number): Area {
  return { row, column: 0, rows: 1, columns: HEADINGS.length };
}
