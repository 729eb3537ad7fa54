import { dateTitle } from '../../assessment/calendarDate';
import { cellAddress } from '../grid/address';
import { emptySheetPlan, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { registerLook } from '../grid/registerLook';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { problem as scoringProblem } from '../scoring/problems';
import { RegisterCells, textIn } from '../words/tables';
import { COLUMNS, REMARKS, type ObjectionBook } from './objections';
import { problem } from './writingProblems';
import { tablePage } from '../grid/tablePage';

const OBJECTION_SHEET = '复核登记';
/** Characters. */
const WIDTHS: readonly number[] = [5, 11, 9, 27, 14, 14, 14, 21, 9, 13];
const BLANK_LINES = 15;
/** Columns of sentences. */
const LONG = ['异议内容', '复核结果', '备注'] as const;
/** Points: five lines of text. */
const LINE_HEIGHT = 85;

const OWN_REMARKS: ReadonlySet<string> = new Set(['', ...Object.values(REMARKS)]);
/** 答复期限 as the program writes it: text. A date that somebody typed is a number in Excel. */
const OWN_DEADLINE = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/**
 * Plans what the program fills in of 复核登记: 序号, 答复期限 and its marks in 备注. All that was typed stays. Without the
 * sheet, an empty one.
 */
export function layoutObjections(
  { table, objections, problems: found }: ObjectionBook,
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  if (table === null)
    return { sheets: [newRegister(new SheetNames(grids.keys()).next(OBJECTION_SHEET))], problems: [] };
  const { grid } = table;
  if (found.some(({ severity }) => severity === 'error')) return { sheets: [], problems: [] };
  const problems: Problem[] = [];
  const cells = new RegisterCells(table);
  let number = 0;
  for (const { row, deadline, remarks } of objections) {
    number = Math.max(number + 1, Number(textIn(table, row, '序号')) || 0);
    if (textIn(table, row, '序号') === '') cells.put(row, '序号', number);
    const present = textIn(table, row, '答复期限');
    const wanted = deadline === null ? '' : dateTitle(deadline);
    if (present === '' || OWN_DEADLINE.test(present)) cells.put(row, '答复期限', wanted);
    else {
      const at = cellAddress(row, table.columns.get('答复期限') ?? 0);
      problems.push(scoringProblem.keptTyped(grid.name, at, `答复期限${wanted}`, present));
    }
    const isOwn = textIn(table, row, '备注')
      .split('；')
      .every((part) => OWN_REMARKS.has(part));
    if (isOwn) cells.put(row, '备注', remarks.join('；'));
  }
  const block = cells.block('复核登记');
  if (block === null) return { sheets: [], problems };
  if (grid.protected) return { sheets: [], problems: [...problems, problem.registerProtected(grid.name)] };
  return { sheets: [{ ...emptySheetPlan(grid.name, false), blocks: [block] }], problems };
}

function newRegister(sheet: string): SheetPlan {
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '复核登记', row: 0, column: 0, cells: [[...COLUMNS]], before: [COLUMNS.map(() => '')] }],
    formats: [
      ...registerLook(WIDTHS, BLANK_LINES, LINE_HEIGHT),
      ...LONG.map((label) => ({
        area: { row: 1, column: COLUMNS.indexOf(label), rows: BLANK_LINES, columns: 1 },
        horizontal: 'Left' as const,
      })),
    ],
    page: tablePage(0),
    freezeRows: 1,
  };
}
