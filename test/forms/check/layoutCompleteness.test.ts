import type { MonthCompleteness } from '../../../src/forms/evaluation/states';
import { layoutCompleteness } from '../../../src/forms/check/layoutCompleteness';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { sheet } from '../support/sheets';

const week = (state: MonthCompleteness['people'][number]['filing']) => ({
  from: '2020-07-01',
  to: '2020-07-03',
  state,
});
const completeness: MonthCompleteness[] = [
  {
    month: '2020-07',
    people: [
      {
        key: '办公室|张三',
        department: '办公室',
        name: '张三',
        displayName: '张三',
        weeks: [week('齐'), week('缺'), week('缺'), week('部分')],
        filing: '齐',
        comment: '迟',
        suggestion: '缺',
        score: '不要求',
        material: '不要求',
      },
      {
        key: '李四',
        department: '',
        name: '李四',
        displayName: '李 四',
        weeks: [week('齐'), week('不要求')],
        filing: '重复',
        comment: '齐',
        suggestion: '部分',
        score: '齐',
        material: '不要求',
      },
    ],
  },
];

/** What the plan writes, blanks for the cells that it leaves as they are. */
const cellsOf = (plan: ReturnType<typeof layoutCompleteness>): (string | number)[][] =>
  (plan?.blocks[0]?.cells ?? []).map((line) =>
    line.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : '')),
  );

test('a line for each person and month says what is there, and how many weeks lack what', () => {
  expect(cellsOf(layoutCompleteness(completeness, new Map())).slice(2)).toEqual([
    ['序号', '月份', '科室', '人员', '周记实', '备案表', '评语', '等次建议', '小组打分'],
    [1, '2020年7月', '办公室', '张三', '缺2周、部分1周', '✓', '迟', '缺', ''],
    [2, '2020年7月', '', '李 四', '✓', '重复', '✓', '部分', '✓'],
  ]);
});

test('without 附件1 and 附件2 there is no such sheet, and the lines of one that is there are taken away', () => {
  expect(layoutCompleteness([], new Map())).toBeNull();
  const present = sheet('材料完整性', cellsOf(layoutCompleteness(completeness, new Map())));
  const grids = new Map([[present.name, SheetGrid.of(present)]]);
  const emptied = layoutCompleteness([], grids)?.blocks[0]?.cells ?? [];
  expect(emptied[2]?.every((cell) => cell === null)).toBe(true);
  expect(emptied[3]).toEqual(['', '', '', '', '', '', '', '', null]);
  const again = layoutCompleteness(completeness, grids)?.blocks[0]?.cells ?? [];
  expect(again.flat().every((cell) => cell === null)).toBe(true);
});

test('somebody else’s sheet of that name is left alone', () => {
  const grids = new Map([['材料完整性', SheetGrid.of(sheet('材料完整性', [['我的']]))]]);
  expect(layoutCompleteness(completeness, grids)?.sheet).toBe('材料完整性(2)');
});
