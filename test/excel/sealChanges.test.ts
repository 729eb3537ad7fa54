import { applyPlan, previewSeal, verifySeal, type SealCheck } from '../../src/excel';
import type { SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { decidedAll } from './support/decidedQuarter';
import { REVIEW } from './support/reviewPage';
import { inExcel, opened, sheetOf } from './support/workbooks';

/** Changes of a sealed quarter: each is told, with its sheet and cell. */

const JULY = '2020年7月测评表';
let sealed: Promise<Uint8Array> | undefined;

async function seal(): Promise<Uint8Array> {
  const workbook = await decidedAll();
  await inExcel(workbook, async () => {
    const { plan } = await previewSeal({ quarter: '2020Q3', sealedOn: '2020-10-20', by: '李明' });
    const applied = await applyPlan(plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join());
  });
  return saveWorkbook(workbook);
}

async function verifiedAfter(change: (workbook: WorkbookModel) => void): Promise<SealCheck> {
  const workbook = await opened(await (sealed ??= seal()));
  change(workbook);
  return inExcel(workbook, () => verifySeal({ quarter: '2020Q3' }));
}

type Typed = [sheet: string, cell: string, row: number, column: number, input: string | number];
const typed: readonly (readonly [what: string, ...Typed])[] = [
  ['审定等次', REVIEW, 'Q8', 7, 16, '较差'],
  ['审定等次 by a formula that shows the same', REVIEW, 'Q7', 6, 16, '="较好"'],
  ['审定等次 with a character of no width', REVIEW, 'Q8', 7, 16, '较好\u200b'],
  ['平均分 by another formula', REVIEW, 'K8', 7, 10, '=99'],
  ['平均分 typed', REVIEW, 'K8', 7, 10, 99],
  ['建议等次 by a formula', REVIEW, 'L8', 7, 11, '="好"'],
  ['a month’s total by a formula', REVIEW, 'E8', 7, 4, '=95'],
  ['a month’s grade by a formula', REVIEW, 'F8', 7, 5, '="好"'],
  ['特殊情形及依据', REVIEW, 'M8', 7, 12, '另有依据'],
  ['科长/分管领导建议', REVIEW, 'N8', 7, 13, '好'],
  ['机关党委意见', REVIEW, 'O8', 7, 14, '同意'],
  ['纪检监察意见', REVIEW, 'P8', 7, 15, '无异议'],
  ['备注', REVIEW, 'R8', 7, 17, '补写'],
  ['职务', REVIEW, 'D8', 7, 3, '局长'],
  ['a name', REVIEW, 'C8', 7, 2, '别人'],
  ['the title', REVIEW, 'A1', 0, 0, '别的表题'],
  ['a count', REVIEW, 'Q27', 26, 16, 3],
  ['the limit', REVIEW, 'Q32', 31, 16, 9],
  ['a line below', REVIEW, 'A60', 59, 0, '另附说明'],
  ['a score', JULY, 'C5', 4, 2, 60],
  ['a score by a formula of the same value', JULY, 'C5', 4, 2, '=95'],
  ['a score as text', JULY, 'C5', 4, 2, "'95"],
  ['a total by a formula', JULY, 'J6', 5, 9, '=99'],
  ['a total typed', JULY, 'J6', 5, 9, 99],
  ['a grade of a score sheet', JULY, 'K6', 5, 10, '="好"'],
  ['the month of a score sheet', JULY, 'C4', 3, 2, '政治品质(90%)'],
  ['a setting', '考核设置', 'E9', 8, 4, 80],
  ['a setting that cannot be read', '考核设置', 'E9', 8, 4, '八十'],
  ['a weight', '考核设置', 'B5', 4, 1, 30],
  ['the basis of a circumstance', '特殊情形登记', 'H4', 3, 7, '别的依据'],
  ['职务 of the roster', '人员名册', 'E4', 3, 4, '局长'],
  ['身份 of the roster', '人员名册', 'G4', 3, 6, '局领导'],
];

test.each(typed)('%s: %s %s', async (_, sheet, cell, row, column, input) => {
  const before = sheetOf(await opened(await (sealed ??= seal())), sheet).formula(row, column);
  const { clean, changes, problems } = await verifiedAfter((book) => sheetOf(book, sheet).input(row, column, input));
  expect(before).not.toBe(input);
  expect(clean).toBe(false);
  expect(changes.map((change) => `${change.sheet ?? ''} ${change.cell ?? ''}`)).toContain(`${sheet} ${cell}`);
  expect(problems.map(({ message }) => message).join('\n')).toContain(`${sheet} ${cell}`);
});

const format = (sheet: SheetModel, row: number, column: number, numFmt: string): void =>
  sheet.setStyle(row, column, { ...sheet.style(row, column), numFmt });
const hide = (sheet: SheetModel, row: number): void => {
  const rows = (sheet.data.rowDefs ??= new Map());
  rows.set(row, { ...rows.get(row), hidden: true });
};
const forge = (workbook: WorkbookModel, position: number): void => {
  workbook.copySheet(sheetOf(workbook, REVIEW), position).input(7, 16, '好');
};

const others: readonly (readonly [what: string, change: (workbook: WorkbookModel) => void])[] = [
  ['a number format that shows another grade', (book) => format(sheetOf(book, REVIEW), 7, 16, ';;;"好"')],
  ['a number format that shows another score', (book) => format(sheetOf(book, JULY), 5, 2, '"99"')],
  ['a number format that hides', (book) => format(sheetOf(book, JULY), 5, 2, ';;;')],
  ['a row that is hidden', (book) => hide(sheetOf(book, REVIEW), 7)],
  [
    'a column that is hidden',
    (book) => {
      const { data } = sheetOf(book, REVIEW);
      data.columns = Array.from({ length: 20 }, (_, i) => ({
        ...data.columns?.[i],
        ...(i === 12 && { hidden: true }),
      }));
    },
  ],
  [
    'a name that leads elsewhere',
    (book) => {
      for (const name of book.data.namedRanges) if (name.name === '考核权重') name.range = '人员名册!$A$61:$G$61';
    },
  ],
  ['a second 审定表 before', (book) => forge(book, 0)],
  ['a second 审定表 behind', (book) => forge(book, book.sheets.length)],
  [
    'a 审定表 that is hidden',
    (book) => {
      sheetOf(book, REVIEW).data.hidden = true;
    },
  ],
  ['a 审定表 of another name', (book) => book.renameSheet(sheetOf(book, REVIEW), '旧表')],
  ['a 审定表 that was moved', (book) => book.moveSheet(sheetOf(book, REVIEW), 0)],
  [
    'a line of 特殊情形登记 that is gone',
    (book) => sheetOf(book, '特殊情形登记').deleteCells({ row: 5, column: 0, rows: 1, columns: 16384 }, 'Up'),
  ],
  ['a second 封存记录', (book) => void book.copySheet(sheetOf(book, '封存记录'), 0)],
  ['封存记录 gone', (book) => book.deleteSheet(sheetOf(book, '封存记录'))],
  ['what 封存记录 says was there', (book) => sheetOf(book, '封存记录').input(30, 5, '伪造')],
];

test.each(others)('%s', async (_, change) => {
  const { clean, problems } = await verifiedAfter(change);
  expect(clean).toBe(false);
  expect(problems.length).toBeGreaterThan(0);
});

test('what only looks different is no change', async () => {
  const { clean, changes } = await verifiedAfter((book) => {
    format(sheetOf(book, JULY), 5, 2, '0.00');
    sheetOf(book, '人员名册').input(3, 0, 99);
    book.addSheet('附件');
  });
  expect(changes).toEqual([]);
  expect(clean).toBe(true);
});
