import { quarterTitle } from '../../../src/assessment/period';
import {
  KEY_LABEL,
  MONTH_COLUMNS,
  monthLabels,
  NAME_KEY_LABEL,
  REVIEW_COLUMNS,
  type ReviewColumn,
} from '../../../src/forms/review/columns';
import { reviewTitle } from '../../../src/forms/review/sheet';
import { personKey } from '../../../src/forms/words/text';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { readReview, type ReviewReading, type ReviewSheet } from '../../../src/forms/review/read';
import { sheet, type Cell } from './sheets';

/** What stands on a person's line of a 审定表, by column; 科室 is 外贸科 where it is not given. */
export type ReviewText = Partial<Record<Exclude<ReviewColumn, 'index' | 'department' | 'name'>, Cell>> & {
  readonly department?: string;
  readonly name: string;
  /** 总分 and 等次 of the three months. */
  readonly months?: readonly (readonly [total: Cell, grade: Cell])[];
};

/** The cells of a 季度审定表 as the program lays it out, its people and the first lines of 统计. */
export function reviewCells(quarter: string, people: readonly ReviewText[]): Cell[][] {
  const key = REVIEW_COLUMNS.length + 2 * MONTH_COLUMNS.length;
  const line = (): Cell[] => Array.from({ length: key + 2 }, () => '');
  const [head, below] = [line(), line()];
  for (const { column, label } of REVIEW_COLUMNS) head[column] = label;
  monthLabels(quarter).forEach((label, i) => {
    const column = MONTH_COLUMNS[i] ?? 0;
    [head[column], below[column], below[column + 1]] = [label, '总分', '等次'];
  });
  [head[key], head[key + 1]] = [KEY_LABEL, NAME_KEY_LABEL];
  return [
    [`济宁市商务局${reviewTitle(quarter)}`],
    ['单位：济宁市商务局'],
    head,
    below,
    ...people.map(({ department = '外贸科', months = [], ...text }, i) => {
      const cells = line();
      const own: Partial<Record<ReviewColumn, Cell>> = { index: i + 1, department, ...text };
      for (const { id, column } of REVIEW_COLUMNS) cells[column] = own[id] ?? '';
      months.forEach(([total, grade], month) => cells.splice(MONTH_COLUMNS[month] ?? 0, 2, total, grade));
      cells[key] = personKey(department, text.name);
      cells[key + 1] = text.name;
      return cells;
    }),
    ['统计'],
    ['应参加人数'],
  ];
}

function reviewGrid(people: readonly ReviewText[], quarter = '2020Q3'): SheetGrid {
  return SheetGrid.of(sheet(`${quarterTitle(quarter)}审定表`, reviewCells(quarter, people)));
}

/** A sheet as the reader understands it. */
export function readingOf(cells: readonly (readonly Cell[])[], name = '审定表', quarter = '2020Q3'): ReviewReading {
  return readReview([SheetGrid.of(sheet(name, cells))], quarter);
}

export function reviewSheetOf(people: readonly ReviewText[]): ReviewSheet {
  const { sheet: read } = readReview([reviewGrid(people)], '2020Q3');
  if (read === null) throw new Error('no 审定表');
  return read;
}
