import type { Plan } from '../../src/forms/grid/plan';
import type { SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';

/** What somebody else does to the workbook while a step is under way. */
export interface Edit {
  readonly name: string;
  readonly isPossible: (plan: Plan) => boolean;
  /** False where there is no such thing while a step is undone. */
  readonly meetsUndo?: boolean;
  readonly make: (workbook: WorkbookModel, plan: Plan) => void;
  /** It is still there. */
  readonly stands: (workbook: WorkbookModel, plan: Plan) => boolean;
  /** The step may have been carried out beside it. */
  readonly isHarmless: (workbook: WorkbookModel, plan: Plan) => boolean;
}

const TYPED = '别人填的';
const OTHER = '别人改的名';
const WHOLE_ROW = 16384;

/** The sheet that the step writes to, or the first one. */
function sheetOf(workbook: WorkbookModel, plan: Plan): SheetModel {
  const written = plan.sheets.find(({ create, blocks }) => !create && blocks.length > 0)?.sheet;
  const sheet = (written === undefined ? undefined : workbook.sheetByName(written)) ?? workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** A cell that the step writes, or else the first of the sheet. */
function cellOf(plan: Plan): { row: number; column: number } {
  for (const { create, blocks } of plan.sheets) {
    for (const { row, column, cells } of create ? [] : blocks) {
      for (const [r, line] of cells.entries()) {
        const c = line.findIndex((content) => content !== null);
        if (c >= 0) return { row: row + r, column: column + c };
      }
    }
  }
  return { row: 0, column: 0 };
}

const holdsTyped = (workbook: WorkbookModel): boolean =>
  workbook.sheets.some((sheet) =>
    [...sheet.data.cells.keys()].some((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return sheet.value(row, column) === TYPED;
    }),
  );

const always = (): boolean => true;
const never = (): boolean => false;
const madeBy = ({ sheets }: Plan): string | undefined => sheets.find(({ create }) => create)?.sheet;

export const EDITS: readonly Edit[] = [
  {
    name: '别处单元格改动',
    isPossible: always,
    make: (workbook, plan) => {
      const sheet = sheetOf(workbook, plan);
      sheet.input(70, 40, TYPED);
    },
    stands: holdsTyped,
    isHarmless: always,
  },
  {
    name: '要写的单元格改动',
    isPossible: always,
    make: (workbook, plan) => {
      const { row, column } = cellOf(plan);
      sheetOf(workbook, plan).input(row, column, TYPED);
    },
    stands: holdsTyped,
    isHarmless: never,
  },
  {
    name: '插入行',
    isPossible: always,
    make: (workbook, plan) => {
      const sheet = sheetOf(workbook, plan);
      sheet.insertCells({ row: 4, column: 0, rows: 1, columns: WHOLE_ROW }, 'Down');
      sheet.input(4, 1, TYPED);
    },
    stands: holdsTyped,
    isHarmless: never,
  },
  {
    name: '删除行',
    isPossible: always,
    make: (workbook, plan) =>
      sheetOf(workbook, plan).deleteCells({ row: 4, column: 0, rows: 1, columns: WHOLE_ROW }, 'Up'),
    stands: always,
    isHarmless: never,
  },
  {
    name: '排序',
    isPossible: always,
    make: (workbook, plan) => {
      const sheet = sheetOf(workbook, plan);
      for (let column = 0; column < 9; column++) {
        const [a, b] = [sheet.formula(4, column), sheet.formula(5, column)];
        sheet.input(4, column, b);
        sheet.input(5, column, a);
      }
    },
    stands: always,
    isHarmless: never,
  },
  {
    name: '工作表改名',
    isPossible: always,
    make: (workbook, plan) => workbook.renameSheet(sheetOf(workbook, plan), OTHER),
    stands: (workbook) => workbook.sheetByName(OTHER) !== undefined,
    isHarmless: always,
  },
  {
    name: '工作表删除',
    isPossible: always,
    make: (workbook, plan) => {
      if (workbook.sheets.length === 1) workbook.addSheet('空表');
      workbook.deleteSheet(sheetOf(workbook, plan));
    },
    stands: always,
    isHarmless: never,
  },
  {
    name: '工作表保护',
    isPossible: always,
    make: (workbook, plan) => {
      sheetOf(workbook, plan).data.protection = { sheet: true };
    },
    stands: (workbook) => workbook.sheets.some(({ data }) => data.protection?.sheet === true),
    isHarmless: always,
  },
  {
    name: '同名工作表新增',
    meetsUndo: false,
    isPossible: (plan) => madeBy(plan) !== undefined,
    make: (workbook, plan) => {
      const name = madeBy(plan) ?? '';
      if (workbook.sheetByName(name) !== undefined) return;
      workbook.addSheet(name).input(30, 30, TYPED);
    },
    stands: (workbook, plan) => holdsTyped(workbook) || workbook.sheetByName(madeBy(plan) ?? '') !== undefined,
    isHarmless: never,
  },
  {
    name: '记录新增一行',
    isPossible: always,
    make: (workbook) => {
      const log = workbook.sheetByName('操作记录') ?? workbook.addSheet('操作记录');
      if (log.value(0, 0) === '') {
        ['时间', '命令', '工作表', '单元格', '修改前', '修改后', '说明'].forEach((heading, column) =>
          log.input(0, column, heading),
        );
      }
      let row = 1;
      while (log.value(row, 0) !== '') row++;
      log.input(row, 0, TYPED);
    },
    stands: holdsTyped,
    isHarmless: always,
  },
];
