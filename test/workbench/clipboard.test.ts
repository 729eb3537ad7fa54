import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { copyCells, pastedCells } from '../../src/workbench/grid/clipboard';

function sheetWith(cells: Readonly<Record<string, string | number>>) {
  const workbook = WorkbookModel.create();
  const sheet = workbook.addSheet('表');
  for (const [place, input] of Object.entries(cells)) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    sheet.input(row, column, input);
  }
  return sheet;
}

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

test('a table of text from another program keeps quotes, line breaks and empty cells', () => {
  const cells = pastedCells('张三\t"一\n二"\t\r\n李四\t"说""好"""\t5\r\n', undefined, cell(2, 1));
  const values = Object.values(cells).map((row) => Object.values(row).map(({ v }) => v));
  expect(values).toEqual([
    ['张三', '一\n二', ''],
    ['李四', '说"好"', '5'],
  ]);
  expect(Object.keys(cells)).toEqual(['2', '3']);
});

test('copied formulas follow to their new place, and one cell fills a selection', () => {
  const copied = copyCells(sheetWith({ '0,0': 3, '0,1': '=A1+$A$1' }), cell(0, 1));
  const cells = pastedCells(copied.text, copied, { row: 4, column: 1, rows: 2, columns: 2 });
  expect(cells[4]?.[1]?.f).toBe('=A5+$A$1');
  expect(cells[5]?.[2]?.f).toBe('=B6+$A$1');
});

test('a copied date stays a date and a text of digits a text', () => {
  const sheet = sheetWith({ '0,0': '2020-7-1', '0,1': "'007" });
  const copied = copyCells(sheet, { row: 0, column: 0, rows: 1, columns: 2 });
  const [date, text] = Object.values(pastedCells(copied.text, copied, cell(3, 0))[3] ?? {});
  expect(date?.v).toBe('2020/7/1');
  expect(text).toMatchObject({ v: '007', t: 1 });
});

test('what was copied elsewhere since is pasted as it is', () => {
  const copied = copyCells(sheetWith({ '0,0': '=1+1' }), cell(0, 0));
  expect(pastedCells('别处', copied, cell(0, 0))[0]?.[0]).toEqual({ v: '别处', f: null, p: null });
});
