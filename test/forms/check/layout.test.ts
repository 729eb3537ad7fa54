import { CHECK_SHEET, isCheckSheet } from '../../../src/forms/check/sheet';
import { layoutCheck } from '../../../src/forms/check/layout';
import type { SheetPlan } from '../../../src/forms/grid/plan';
import type { Problem } from '../../../src/forms/grid/problem';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { SheetNames } from '../../../src/forms/grid/sheetNames';
import type { SheetSnapshot } from '../../../src/forms/grid/snapshot';
import { annex3, LI, read, sheet, ZHANG } from '../support/sheets';

const FORMS = [sheet('8月', annex3([ZHANG, LI], { month: '2020年8月' })), sheet('7月', annex3([ZHANG]))];
const book = read(FORMS);

function planOf(problems: readonly Problem[], { sheets = FORMS }: { sheets?: SheetSnapshot[] } = {}): SheetPlan {
  const grids = new Map(sheets.map((each) => [each.name, SheetGrid.of(each)]));
  return layoutCheck({ book, problems }, grids);
}

/** The rows of the plan's block from `from` on, without the blanks behind the last text. */
function rows({ blocks: [block] }: SheetPlan, from: number): unknown[][] {
  return (block?.cells ?? []).slice(from).map((line) => line.map((cell) => cell ?? ''));
}

/** The sheet as it stands once the plan is carried out. */
function asSheet(plan: SheetPlan, change: (cells: (string | number)[][]) => void = () => undefined): SheetSnapshot {
  const cells = rows(plan, 0).map((line) => line.map((cell) => (typeof cell === 'number' ? cell : String(cell))));
  change(cells);
  return sheet(plan.sheet, cells);
}

const at = (severity: Problem['severity'], on: string | null, cell: string | null, code: string): Problem => {
  return { severity, code, sheet: on, cell, message: `${on ?? ''}${cell === null ? '' : ` ${cell}`}：${code}说明` };
};

test('errors come first, then the order of the tabs, the rows and the columns; wholes come before their parts', () => {
  const plan = planOf([
    at('note', '8月', 'A1', 'N1'),
    at('error', '7月', 'C10', 'E3'),
    at('error', '7月', 'C9', 'E2'),
    at('warning', null, null, 'W1'),
    at('error', '8月', 'H5', 'E1'),
    at('error', '7月', null, 'E0'),
    at('error', '7月', 'B10:H12', 'E4'),
  ]);
  expect(rows(plan, 6).map((line) => line[6])).toEqual(['E1', 'E0', 'E2', 'E4', 'E3', 'W1', 'N1']);
});

test('a line names the person of its row; a block of a score sheet is nobody’s alone', () => {
  const plan = planOf([at('error', '8月', 'C6', 'E1'), at('error', '8月', 'A5:H6', 'E2')]);
  expect(rows(plan, 6)).toEqual([
    [1, '错误', '8月', 'A5:H6', '', 'E2说明', 'E2', ''],
    [2, '错误', '8月', 'C6', '李四', 'E1说明', 'E1', ''],
  ]);
});

test('links lead to the cell, or to the top of the sheet; what is on no sheet has none', () => {
  const plan = planOf([
    at('error', '8月', 'C6', 'E'),
    at('error', '7月', null, 'E'),
    at('error', null, null, 'E'),
    at('error', '已删除', 'A1', 'E'),
  ]);
  expect(plan.links).toEqual([
    { row: 8, column: 3, text: 'C6', sheet: '8月', cell: 'C6' },
    { row: 9, column: 3, text: '整表', sheet: '7月', cell: 'A1' },
  ]);
});

test('without a problem it says so', () => {
  const plan = planOf([]);
  expect(
    rows(plan, 0)
      .slice(0, 3)
      .map(([text]) => text),
  ).toEqual([
    '平时考核检查结果',
    '没有发现错误和警告，可以继续计算得分、生成审定表；提示0处。',
    '月份：2020年7月、2020年8月；周记实0份，备案表0份，测评表2份；人员2人。',
  ]);
  expect(rows(plan, 6)).toEqual([['', '', '', '', '', '没有发现问题', '', '']]);
});

test('a remark stays with its problem however people sorted the list, and once for each of several alike', () => {
  const problems = [at('error', '8月', 'C6', 'E'), at('error', '8月', 'C6', 'E'), at('warning', '7月', null, 'W')];
  const written = asSheet(planOf(problems), (cells) => {
    const [first = [], second = [], third = []] = cells.splice(6, 3);
    cells.push(
      [...third.slice(0, 7), '三'],
      ['', '', '', '', '', '', '', ''],
      [...second.slice(0, 7), '二'],
      [...first.slice(0, 7), 1],
    );
  });
  const again = planOf(problems, { sheets: [...FORMS, written] });
  expect(again.create).toBe(false);
  expect(rows(asSheetPlan(again, written), 6).map((line) => [line[6], line[7]])).toEqual([
    ['E', '二'],
    ['E', 1],
    ['W', '三'],
    ['', ''],
  ]);
});

test('a remark whose problem is gone is kept until the person takes it away', () => {
  const written = asSheet(planOf([at('error', '8月', 'C6', 'E')]), (cells) => cells[6]?.splice(7, 1, '已改'));
  const after = asSheetPlan(planOf([], { sheets: [...FORMS, written] }), written);
  expect(rows(after, 6)).toEqual([[1, '已消除', '8月', 'C6', '李四', 'E说明', 'E', '已改']]);
  const cleared = asSheet(after, (cells) => cells[6]?.splice(7, 1, ''));
  expect(rows(asSheetPlan(planOf([], { sheets: [...FORMS, cleared] }), cleared), 6)).toEqual([
    ['', '', '', '', '', '没有发现问题', '', ''],
  ]);
});

test('made twice, it has nothing to write', () => {
  const problems = [at('error', '8月', 'C6', 'E')];
  const again = planOf(problems, { sheets: [...FORMS, asSheet(planOf(problems))] });
  expect(again.blocks.flatMap(({ cells }) => cells.flat()).filter((cell) => cell !== null)).toEqual([]);
});

test('it is known by its title and headings, not by its name', () => {
  const own = asSheet(planOf([]));
  expect(isCheckSheet(SheetGrid.of({ ...own, name: '上次的检查' }))).toBe(true);
  expect(isCheckSheet(SheetGrid.of(sheet(CHECK_SHEET, [['平时考核检查结果'], ['序号', '级别']])))).toBe(false);
  expect(planOf([], { sheets: [...FORMS, { ...own, name: '上次的检查' }] }).sheet).toBe('上次的检查');
  expect(planOf([], { sheets: [...FORMS, { ...own, protected: true }] })).toMatchObject({
    sheet: '检查结果(2)',
    create: true,
  });
  expect(new SheetNames(['7月', '检查结果', '检查结果(2)']).next('检查结果')).toBe('检查结果(3)');
});

/** A plan's block with the cells that it leaves as they are filled in from the sheet. */
function asSheetPlan(plan: SheetPlan, present: SheetSnapshot): SheetPlan {
  const grid = SheetGrid.of(present);
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((line, r) =>
        line.map((cell, c) => {
          const old = grid.value(block.row + r, block.column + c);
          return cell ?? (typeof old === 'boolean' ? String(old) : old);
        }),
      ),
    })),
  };
}
