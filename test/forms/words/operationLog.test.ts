import { findLog, LOG_HEADINGS } from '../../../src/forms/words/logSheet';
import { layoutLog, logLines } from '../../../src/forms/words/operationLog';
import { emptySheetPlan, type Plan, type SheetPlan } from '../../../src/forms/grid/plan';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';

const STAMP = { command: '计算得分', time: '2020-10-09 15:30' };
const plan = (...sheets: SheetPlan[]): Plan => ({ sheets, names: [], problems: [] });
const sheet = (part: Partial<SheetPlan>): SheetPlan => ({ ...emptySheetPlan('测评表', false), ...part });
const told = (of: Plan) =>
  logLines(of, STAMP).map(({ 工作表, 单元格, 修改前, 修改后, 说明 }) => [工作表, 单元格, 修改前, 修改后, 说明]);

describe('what the log says of a plan', () => {
  test('one cell: its address, what it held and what it holds', () => {
    const block = { label: '更正', row: 4, column: 2, cells: [[85]], before: [['８５']] };
    expect(told(plan(sheet({ blocks: [block] })))).toEqual([['测评表', 'C5', '８５', '85', '更正']]);
  });

  test('a formula as it stands in its row', () => {
    const block = { label: '总分公式', row: 4, column: 9, cells: [[{ formula: '=SUM(C{r}:I{r})' }]], before: [['']] };
    expect(told(plan(sheet({ blocks: [block] })))).toEqual([['测评表', 'J5', '', '=SUM(C5:I5)', '总分公式']]);
  });

  test('a block: the address of the cells that change, and how many', () => {
    const block = {
      label: '人员',
      row: 4,
      column: 0,
      cells: [
        [null, null, null],
        [null, 'a', 'b'],
        [null, '', 'c'],
      ],
      before: [
        ['x', 'x', 'x'],
        ['x', '', 'y'],
        ['x', 'z', ''],
      ],
    };
    expect(told(plan(sheet({ blocks: [block] })))).toEqual([
      ['测评表', 'B6:C7', '其中2个单元格有内容', '写入3个单元格，清空1个', '人员'],
    ]);
  });

  test('new sheets, rows put in, and marks', () => {
    const marks = { before: [], marks: [{ row: 1, column: 1, severity: 'error' as const, message: '' }] };
    expect(told(plan(sheet({ create: true, insertRows: [{ above: 4, count: 2 }], marks })))).toEqual([
      ['测评表', '', '', '新建工作表', '新建'],
      ['测评表', '5:6', '', '插入2行', '插入行'],
      ['测评表', '', '标记0处', '标记1处', '检查标记'],
    ]);
  });

  test('nothing of a plan that changes nothing', () => {
    const block = { label: '总分', row: 4, column: 2, cells: [[null]], before: [[85]] };
    expect(told(plan(sheet({ blocks: [block], marks: { marks: [], before: [] } })))).toEqual([]);
  });
});

test('a log is known by its headings, in any order and below a title, and takes its lines there', () => {
  const shuffled = [...LOG_HEADINGS].reverse();
  const values = [['我局操作记录', '', '', '', '', '', ''], shuffled];
  const grid = SheetGrid.of({
    name: '记录',
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: 2, columns: 7 },
    values,
    formulas: values,
    numberFormats: [],
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  });
  const place = findLog(grid);
  expect(place).toEqual({ headerRow: 1, columns: [6, 5, 4, 3, 2, 1, 0] });
  if (place === null) return;
  const [line] = logLines(plan(sheet({ create: true })), STAMP);
  if (line === undefined) throw new Error('no line');
  expect(layoutLog([line], { sheet: '记录', place, rowEnd: 9 }, []).blocks).toMatchObject([
    { row: 9, column: 0, cells: [['新建', '新建工作表', '', '', '测评表', '计算得分', '2020-10-09 15:30']] },
  ]);
});
