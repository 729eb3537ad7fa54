import { monthTitle } from '../../assessment/period';
import { problem } from './problems';
import type { CollectedBefore, Collection } from './collection';
import { filingLines, periodTitle, recordKey, weeklyLines, type CollectedLine } from './record';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { SheetNames } from '../grid/sheetNames';
import { normalizeName } from '../words/text';
import { COLLECTED_COLUMNS, type CollectedColumn, type CollectedTable } from './sheet';
import { tablePage } from '../grid/tablePage';

const COLLECTED_SHEET = '收集汇总';
/** Characters of the columns on a new sheet. */
const WIDTHS: Readonly<Record<CollectedColumn, number>> = {
  附件: 7,
  科室: 12,
  姓名: 10,
  职务: 12,
  期间: 20,
  序号: 6,
  工作任务进度: 40,
  完结情况: 10,
  完结时间: 14,
  科室业务责任目标暨亮点工作: 26,
  个人岗位职责暨承担业务: 26,
  建议等次: 8,
  评语: 30,
  签名: 10,
  签署日期: 14,
  考核委员会意见: 16,
  意见日期: 14,
  未确定等次或不参加考核情况说明: 20,
  来源文件: 24,
};

/** The records that stand on 收集汇总. People may have sorted it: lines belong together by person and period. */
export function readCollected(table: CollectedTable | null): CollectedBefore | null {
  if (table === null) return null;
  const { grid, headerRow, columns } = table;
  const records = new Map<string, { key: string; row: number; lines: CollectedLine[] }>();
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    const line: CollectedLine = Object.fromEntries(
      [...columns].map(([column, at]) => [column, String(grid.value(row, at))]),
    );
    const { 附件: annex = '', 科室: department = '', 姓名: name = '', 期间: period = '' } = line;
    if (annex === '' || name === '') continue;
    const key = recordKey(annex, department, normalizeName(name), period);
    const record = records.get(key);
    if (record === undefined) records.set(key, { key, row, lines: [line] });
    else record.lines.push(line);
  }
  const inOrder = [...records.values()].map((record) => ({
    ...record,
    lines: record.lines.sort((a, b) => Number(a.序号 ?? 0) - Number(b.序号 ?? 0)),
  }));
  return { sheet: grid.name, records: inOrder };
}

/** The collected 附件1 and 附件2 as lines below those that stand on 收集汇总, which is made where it is missing. */
export function layoutCollectedRows(
  { weekly, filings }: Collection,
  table: CollectedTable | null,
  existing: Iterable<string>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const lines = [
    ...weekly.flatMap(({ form, owner, from, to, file }) => weeklyLines(form, owner, periodTitle(from, to), file)),
    ...filings.flatMap(({ form, owner, month, file }) => filingLines(form, owner, monthTitle(month), file)),
  ];
  if (lines.length === 0) return { sheets: [], problems: [] };
  if (table === null)
    return { sheets: [newSheet(lines, new SheetNames(existing).next(COLLECTED_SHEET))], problems: [] };
  const { grid, columns } = table;
  const missing = COLLECTED_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0) return { sheets: [], problems: [problem.collectedSheetUnusable(grid.name, missing)] };
  if (grid.protected) return { sheets: [], problems: [problem.collectedSheetProtected(grid.name)] };
  return { sheets: [addedLines(lines, table)], problems: [] };
}

function addedLines(lines: readonly CollectedLine[], { grid, columns }: CollectedTable): SheetPlan {
  const first = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - first + 1;
  const labels = new Map([...columns].map(([column, at]) => [at, column]));
  const cells = lines.map((line) =>
    Array.from({ length: width }, (_, i): CellContent => {
      const column = labels.get(first + i);
      return (column === undefined ? '' : (line[column] ?? '')) || null;
    }),
  );
  return {
    ...emptySheetPlan(grid.name, false),
    blocks: [grid.block('收集的记录', grid.rowEnd, first, cells)],
    formats: [look(grid.rowEnd, first, lines.length, width)],
  };
}

function newSheet(lines: readonly CollectedLine[], sheet: string): SheetPlan {
  const cells: CellContent[][] = [
    [...COLLECTED_COLUMNS],
    ...lines.map((line) => COLLECTED_COLUMNS.map((column) => line[column] || null)),
  ];
  const columns = COLLECTED_COLUMNS.length;
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '收集的记录', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    formats: [
      ...COLLECTED_COLUMNS.map((column, i) => ({
        area: { row: 0, column: i, rows: 1, columns: 1 },
        columnWidth: WIDTHS[column],
      })),
      look(0, 0, cells.length, columns),
      { area: { row: 0, column: 0, rows: 1, columns }, bold: true, horizontal: 'Center', vertical: 'Center' },
    ],
    page: tablePage(0),
    freezeRows: 1,
  };
}

function look(row: number, column: number, rows: number, columns: number): FormatStep {
  return { area: { row, column, rows, columns }, borders: 'thin', wrap: true, vertical: 'Top', horizontal: 'Left' };
}
