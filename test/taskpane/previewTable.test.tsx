import { renderToStaticMarkup } from 'react-dom/server';
import { previewRegisters, previewReview, previewSettings } from '../../src/excel';
import { emptySheetPlan, type Plan } from '../../src/forms/grid/plan';
import { PlannedTable } from '../../src/taskpane/parts/PlannedTable';
import { PaneContext } from '../../src/taskpane/state/paneContext';
import { previewTable, type PreviewTable } from '../../src/taskpane/state/previewTable';
import { zh } from '../../src/taskpane/texts/zh';
import { confirmed } from '../excel/support/decidedQuarter';
import { GOLDEN, all, inExcel, openFixture, scoreSheet, workbookOf } from '../excel/support/workbooks';
import { idlePane } from './idlePane';

const tableOf = (plan: Plan, sheet: string): PreviewTable => {
  const table = previewTable(plan, sheet);
  if (table === null) throw new Error(`nothing of ${sheet} is written`);
  return table;
};
const texts = ({ rows }: PreviewTable): string[][] => rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '│'));

function drawn(sheet: string, table: PreviewTable): string {
  return renderToStaticMarkup(
    <PaneContext.Provider value={idlePane(zh)}>
      <PlannedTable sheet={sheet} table={table} />
    </PaneContext.Provider>,
  );
}

test('a new 审定表 is drawn from its top with everybody’s totals, mean and suggestion, not with formulas', async () => {
  const { plan } = await inExcel(await openFixture(GOLDEN), () => previewReview({ quarter: '2020Q3' }));
  const sheet = '2020年第三季度审定表';
  const table = tableOf(plan, sheet);
  expect(table.isNew).toBe(true);
  expect(table.rows).toHaveLength(12);
  expect(table.moreRows).toBeGreaterThan(7);
  const [heading] = table.rows.filter(({ cells }) => cells.some((cell) => cell?.text === '姓名'));
  const at = (label: string): number => heading?.cells.findIndex((cell) => cell?.text === label) ?? -1;
  const first = table.rows.find(({ cells }) => cells[at('序号')]?.text === '1');
  expect(first?.cells[at('平均分')]?.text).toMatch(/^\d\d(\.\d+)?$/);
  expect(first?.cells[at('建议等次')]?.text).toMatch(/^(好|较好|一般|较差)$/);
  // Columns for the program alone are hidden on the sheet, too.
  expect(at('人员键')).toBe(-1);
  // The title lies over the columns, as on the sheet.
  expect(table.rows[0]?.cells.some((cell) => (cell?.columnSpan ?? 0) > 5 || cell?.isTitle)).toBe(true);
});

test('of a sheet that is there already stand the headings and the rows that change, each change with what it was', async () => {
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '甲', ...all(90)]]) });
  await confirmed(workbook, () => previewSettings({ quotaPercent: 35 }));
  const { plan } = await inExcel(workbook, () => previewSettings({ quotaPercent: 30 }));
  const table = tableOf(plan, '考核设置');
  expect([table.isNew, table.filled, table.replaced, table.moreRows]).toEqual([false, 0, 1, 0]);
  const changes = table.rows.flatMap(({ cells }) => cells.filter((cell) => cell?.isWritten));
  expect(changes.map((cell) => [cell?.before, cell?.text])).toEqual([['35', '30']]);
  expect(texts(table).flat()).toEqual(expect.arrayContaining(['“好”等次比例上限（%）', '当前值']));
  expect(drawn('考核设置', table)).toContain('<del>35</del>');
  expect(drawn('考核设置', table)).toContain('<ins>30</ins>');
});

const sheetOfRows = (count: number): Plan => ({
  sheets: [
    {
      ...emptySheetPlan('名单', true),
      blocks: [
        {
          label: '人员',
          row: 0,
          column: 0,
          cells: Array.from({ length: count }, (_, i) => [i + 1, `某某${i}`, { formula: '=A{r}&"|"&B{r}' }]),
          before: [],
        },
      ],
    },
  ],
  names: [],
  problems: [],
});

test('a preview stays as small for 3,000 people as for twelve, and says how many rows it leaves out', () => {
  const table = tableOf(sheetOfRows(3000), '名单');
  expect([table.rows.length, table.moreRows, table.filled]).toEqual([12, 2988, 9000]);
  const page = drawn('名单', table);
  expect(page.match(/<tr/g)).toHaveLength(13);
  expect(page).toContain('…还有 2988 行');
  // What is not known before Excel calculates is said to be a formula, with the formula of its own row.
  expect(page).toContain('title="=A2&amp;&quot;|&quot;&amp;B2"');
});

test('a text that is made of pieces is shown as a text, a cleared cell as emptied, an unwritten sheet not at all', () => {
  const plan: Plan = {
    ...sheetOfRows(0),
    sheets: [
      {
        ...emptySheetPlan('表', false),
        blocks: [{ label: '', row: 4, column: 1, cells: [[{ formula: '="说""是"&"一"' }, '']], before: [['', '旧']] }],
      },
      emptySheetPlan('别的', false),
    ],
  };
  const table = tableOf(plan, '表');
  expect(texts(table)).toEqual([['说"是一', '']]);
  expect(drawn('表', table)).toContain('<ins>（清空）</ins>');
  expect(previewTable(plan, '别的')).toBeNull();
});

test('rows that are put in are new, and what stands below them is read where it was', async () => {
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '甲', ...all(90)]]) });
  await confirmed(workbook, () => previewReview({ quarter: '2020Q3' }));
  const sheet = '2020年第三季度审定表';
  const { plan } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
  const grown: Plan = {
    ...plan,
    sheets: [
      {
        ...emptySheetPlan(sheet, false),
        insertRows: [{ above: 5, count: 1 }],
        blocks: [{ label: '', row: 5, column: 2, cells: [['乙']], before: [['']] }],
      },
    ],
  };
  expect(
    tableOf(grown, sheet)
      .rows.filter(({ isNew }) => isNew)
      .map(({ row }) => row),
  ).toEqual([5]);
});

test('an empty roster is drawn with its headings in their widths', async () => {
  const { plan } = await inExcel(workbookOf({ 表: [] }), () => previewRegisters());
  const table = tableOf(plan, '人员名册');
  expect(texts(table).flat()).toEqual(expect.arrayContaining(['科室', '姓名', '任现职时间']));
  expect(new Set(table.columns.map(({ width }) => width)).size).toBeGreaterThan(1);
});
