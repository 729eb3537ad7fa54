import { cellAddress, areaAddress } from '../grid/address';
import {
  emptySheetPlan,
  type CellBlock,
  type CellContent,
  type FormatStep,
  type Plan,
  type SheetPlan,
} from '../grid/plan';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { Area } from '../grid/snapshot';
import { LOG_HEADINGS, OPERATION_LOG, type LogHeading, type LogPlace } from './logSheet';
import { tablePage } from '../grid/tablePage';

const WIDTHS = [17, 12, 22, 12, 20, 20, 22] as const;

/** Who logs a plan: the command's Chinese name, and the time as it is to be read. */
export interface LogStamp {
  readonly command: string;
  readonly time: string;
}

export type LogLine = Readonly<Record<LogHeading, string>>;

/** What a plan changes, a line for each block; none for a plan that changes nothing. */
export function logLines({ sheets, names, warned = [] }: Plan, { command, time }: LogStamp): LogLine[] {
  const line = (工作表: string, 单元格: string, 修改前: string, 修改后: string, 说明: string): LogLine => {
    return { 时间: time, 命令: command, 工作表, 单元格, 修改前, 修改后, 说明 };
  };
  return [
    ...sheets.flatMap((plan) => {
      const { sheet, create, insertRows, marks, messages } = plan;
      return [
        ...(create ? [line(sheet, '', '', '新建工作表', '新建')] : []),
        ...insertRows.map(({ above, count }) =>
          line(sheet, `${above + 1}:${above + count}`, '', `插入${count}行`, '插入行'),
        ),
        ...plan.blocks.flatMap((block) => blockLine(block, (...told) => line(sheet, ...told))),
        ...(marks !== null && JSON.stringify(marks.marks) !== JSON.stringify(marks.before)
          ? [line(sheet, '', `标记${marks.before.length}处`, `标记${marks.marks.length}处`, '检查标记')]
          : []),
        ...(messages.length > 0 ? [line(sheet, '', '', `更新${messages.length}处`, '单元格说明')] : []),
      ];
    }),
    ...(sheets.length === 0
      ? []
      : warned.map(({ sheet, cell, message }) => line(sheet ?? '', cell ?? '', '', message, '提示后继续'))),
    ...names.map(({ name, sheet, area }) => line(sheet, areaAddress(area), '', name, '新建名称')),
  ];
}

/** The line of a step that was taken back; the lines of the step itself stay. */
export function undoneLine({ sheets }: Plan, { command, time }: LogStamp): LogLine {
  const 工作表 = [...new Set(sheets.map(({ sheet }) => sheet))].join('、');
  return { 时间: time, 命令: command, 工作表, 单元格: '', 修改前: '', 修改后: '恢复到该步骤之前', 说明: '撤销' };
}

type Told = readonly [cells: string, before: string, after: string, what: string];

/** One cell with what it held and holds; more of them with their address and how many were empty. */
function blockLine(block: CellBlock, line: (...told: Told) => LogLine): LogLine[] {
  const changed = block.cells.flatMap((cells, r) =>
    cells.flatMap((content, c) =>
      content === null
        ? []
        : [{ row: block.row + r, column: block.column + c, content, before: block.before[r]?.[c] ?? '' }],
    ),
  );
  const [first, ...more] = changed;
  if (first === undefined) return [];
  if (more.length === 0) {
    const { row, column, content, before } = first;
    return [line(cellAddress(row, column), String(before), contentText(content, row), block.label)];
  }
  const rows = changed.map(({ row }) => row);
  const columns = changed.map(({ column }) => column);
  const [row, column] = [least(rows), least(columns)];
  const area = { row, column, rows: most(rows) - row + 1, columns: most(columns) - column + 1 };
  const filled = changed.filter(({ before }) => before !== '').length;
  const emptied = changed.filter(({ content }) => content === '').length;
  const after = [`写入${changed.length - emptied}个单元格`, ...(emptied > 0 ? [`清空${emptied}个`] : [])].join('，');
  return [line(areaAddress(area), filled === 0 ? '空白' : `其中${filled}个单元格有内容`, after, block.label)];
}

function contentText(content: CellContent, row: number): string {
  if (content === null) return '';
  return typeof content === 'object' ? content.formula.replaceAll('{r}', String(row + 1)) : String(content);
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}

/**
 * Plans lines below those of the log that stands there, or a log of its own.
 *
 * @param rowEnd the first row below everything on that sheet
 * @param names of all sheets, those included that the same step adds
 */
export function layoutLog(
  lines: readonly LogLine[],
  found: { readonly sheet: string; readonly place: LogPlace; readonly rowEnd: number } | null,
  names: Iterable<string>,
): SheetPlan {
  if (found === null) {
    const sheet = new SheetNames(names).next(OPERATION_LOG);
    const cells = [[...LOG_HEADINGS], ...lines.map((line) => LOG_HEADINGS.map((heading) => line[heading]))];
    return {
      ...emptySheetPlan(sheet, true),
      blocks: [SheetGrid.empty(sheet).block(OPERATION_LOG, 0, 0, cells)],
      formats: [
        { area: { row: 0, column: 0, rows: 1, columns: LOG_HEADINGS.length }, bold: true },
        ...WIDTHS.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
        linesLook({ row: 1, column: 0, rows: lines.length, columns: LOG_HEADINGS.length }),
      ],
      page: tablePage(0),
      freezeRows: 1,
    };
  }
  const { sheet, place, rowEnd } = found;
  const first = least(place.columns);
  const width = most(place.columns) - first + 1;
  const cells = lines.map((line) => {
    const row = Array.from({ length: width }, (): CellContent => null);
    LOG_HEADINGS.forEach((heading, i) => (row[(place.columns[i] ?? first) - first] = line[heading]));
    return row;
  });
  const before = cells.map((line) => line.map(() => ''));
  const row = Math.max(rowEnd, place.headerRow + 1);
  return {
    ...emptySheetPlan(sheet, false),
    blocks: [{ label: OPERATION_LOG, row, column: first, cells, before }],
    formats: [linesLook({ row, column: first, rows: lines.length, columns: width })],
  };
}

/** Lines are as high as their texts need. */
function linesLook(area: Area): FormatStep {
  return { area, wrap: true, vertical: 'Top' };
}
