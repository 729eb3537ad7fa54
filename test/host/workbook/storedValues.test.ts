import { strFromU8, unzipSync } from 'fflate';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { area, firstSheet, opened, sheetNamed, type, valueAt } from './modelSteps';
import { handWritten, relationship } from './ooxml';

/** A sheet of formulas with the values that another program left, and a table and an external link to refer to. */
function storedBy(cells: Readonly<Record<string, string>>, calcPr = '', second = ''): Uint8Array {
  const rows = new Map<string, string>();
  for (const [address, content] of Object.entries(cells)) {
    const row = /\d+/.exec(address)?.[0] ?? '';
    const cell = content.startsWith('<c') ? content : `<c r="${address}">${content}</c>`;
    rows.set(row, (rows.get(row) ?? '') + cell);
  }
  const data = [...rows].map(([row, content]) => `<row r="${row}">${content}</row>`).join('');
  return handWritten({
    sheets: [
      {
        name: '表',
        content: `<sheetData>${data}</sheetData><tableParts count="1"><tablePart r:id="rIdT"/></tableParts>`,
        relationships: relationship('rIdT', 'table', '../tables/table1.xml'),
      },
      { name: '数', content: `<sheetData><row r="1"><c r="A1"><v>2</v></c></row>${second}</sheetData>` },
    ],
    afterSheets: `<externalReferences><externalReference r:id="rIdX"/></externalReferences>${calcPr}`,
    workbookRelationships: relationship('rIdX', 'externalLink', 'externalLinks/externalLink1.xml'),
    types: { 'xl/tables/table1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml' },
    parts: {
      'xl/tables/table1.xml':
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="成绩" displayName="成绩" ref="L1:M3"><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="总分"/></tableColumns></table>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    },
  });
}

const formula = (text: string, value: string | number) => `<f>${text}</f><v>${value}</v>`;

async function saved(bytes: Uint8Array, change: (workbook: Awaited<ReturnType<typeof opened>>) => void) {
  const workbook = await opened(bytes);
  change(workbook);
  await workbook.calculate([], true);
  const parts = unzipSync(await saveWorkbook(workbook));
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const cell = (address: string) =>
    new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(text('xl/worksheets/sheet1.xml'))?.[0];
  return { workbook, cell, calcPr: /<calcPr[^>]*>/.exec(text('xl/workbook.xml'))?.[0] ?? '' };
}

/** Formulas that this engine has no answer to, with what Excel or WPS made of them. */
const UNCALCULABLE: Readonly<Record<string, string>> = {
  A2: formula('AVERAGE([1]七月!C5:C7)', 80),
  A3: formula('SUM(成绩[总分])', 81),
  A4: formula('SUM(表:数!B1)', 82),
  A5: formula('GETPIVOTDATA("总分",$H$1)', 83),
  A6: formula('CUBEVALUE("x","y")', 84),
  A7: '<c r="A7" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>图片</v></c>',
  A8: formula('宏函数(H1)', 85),
  A9: formula('PHONETIC(H1)', 86),
  A10: formula('IFERROR([1]七月!C5,0)', 87),
};

describe('what nobody touched keeps its stored value', () => {
  test('whatever the engine thinks of it, when something else is written', async () => {
    const { cell, calcPr } = await saved(storedBy(UNCALCULABLE), (workbook) => type(firstSheet(workbook), { J20: 1 }));
    for (const [address, content] of Object.entries(UNCALCULABLE))
      expect(cell(address)).toContain(/<v>.*<\/v>/.exec(content)?.[0]);
    expect(calcPr).not.toContain('fullCalcOnLoad');
  });

  test('even a value that the engine would calculate otherwise', async () => {
    const { cell } = await saved(storedBy({ A1: formula('1+1', 3) }), (workbook) =>
      type(firstSheet(workbook), { B1: 1, C1: '=A1+1' }),
    );
    expect(cell('A1')).toContain('<v>3</v>');
    expect(cell('C1')).toContain('<v>4</v>');
  });

  test('is what a formula reads that is calculated anew', async () => {
    const { cell } = await saved(storedBy(UNCALCULABLE), (workbook) =>
      type(firstSheet(workbook), { B2: '=ROUND(A2,0)+数!A1' }),
    );
    expect(cell('B2')).toContain('<v>82</v>');
  });

  test('in a file that asks to be calculated the stored value counts where the engine has no answer', async () => {
    const bytes = storedBy(
      { ...UNCALCULABLE, A1: formula('1+1', 3), B2: formula('A2+1', 5) },
      '<calcPr fullCalcOnLoad="1"/>',
    );
    const { workbook, cell, calcPr } = await saved(bytes, () => undefined);
    expect(['A1', 'A2', 'A4', 'B2'].map((at) => valueAt(firstSheet(workbook), at))).toEqual([2, 80, 82, 81]);
    expect(cell('A5')).toContain('<v>83</v>');
    expect(calcPr).toContain('fullCalcOnLoad="1"');
  });

  test('rows and sheets that come and go elsewhere, names and other sheets’ names', async () => {
    const { cell } = await saved(storedBy({ ...UNCALCULABLE, A12: formula('宏函数(A20)', 5) }), (workbook) => {
      const sheet = firstSheet(workbook);
      sheet.insertCells(area('14:15'), 'Down');
      workbook.deleteSheet(workbook.addSheet('新'));
      workbook.renameSheet(sheetNamed(workbook, '数'), '数据');
      type(workbook.addSheet('另'), { A1: 1 });
    });
    expect(cell('A2')).toContain('<v>80</v>');
    expect(cell('A4')).toContain('<f>SUM(表:数据!B1)</f><v>82</v>');
    expect(cell('A12')).toContain('<f>宏函数(A22)</f><v>5</v>');
  });
});

describe('what depends on something changed and cannot be calculated is left without a value', () => {
  test.each<[string, string, string]>([
    ['a cell', '宏函数(H1)', 'H1'],
    ['an area', '宏函数(H1:H9)', 'H4'],
    ['a whole column', '宏函数(H:H)', 'H900'],
    ['a table', '宏函数(成绩[总分])', 'M2'],
    ['one of a pile of sheets', 'SUM(表:数!H1)', 'H1'],
  ])('%s', async (_what, text, changed) => {
    const bytes = storedBy({
      A1: formula(text, 5),
      B1: formula('A1*2', 10),
      C1: formula('IFERROR(SUM(A1:B1),0)', 15),
      D1: formula('[1]七月!A1', 7),
    });
    const { workbook, cell, calcPr } = await saved(bytes, (book) => type(firstSheet(book), { [changed]: 9 }));
    expect(cell('A1')).not.toContain('<v>');
    expect(cell('B1')).not.toContain('<v>');
    expect(cell('C1')).not.toContain('<v>');
    expect(cell('D1')).toContain('<v>7</v>');
    expect(calcPr).toContain('fullCalcOnLoad="1"');
    expect(['A1', 'B1', 'C1'].map((at) => valueAt(firstSheet(workbook), at))).toEqual(['', '', '']);
  });

  test('through a chain, a name and another sheet', async () => {
    const bytes = handWritten({
      sheets: [
        { name: '表', content: `<sheetData><row r="1"><c r="A1">${formula('宏函数(乙)', 5)}</c></row></sheetData>` },
        {
          name: '数',
          content: `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1">${formula('A1', 1)}</c></row></sheetData>`,
        },
      ],
      afterSheets: '<definedNames><definedName name="乙">数!$B$1</definedName></definedNames>',
    });
    const { cell } = await saved(bytes, (book) => type(sheetNamed(book, '数'), { A1: 2 }));
    expect(cell('A1')).not.toContain('<v>');
  });

  test('a formula that is calculated again replaces its value', async () => {
    const { cell } = await saved(storedBy({ A1: formula('数!A1*2', 4) }), (book) =>
      type(sheetNamed(book, '数'), { A1: 5 }),
    );
    expect(cell('A1')).toContain('<v>10</v>');
  });

  test('none of the engine’s own errors is written', async () => {
    const { cell } = await saved(storedBy({}), (book) =>
      type(firstSheet(book), { A1: '=没有的函数(1)', A2: '=B1:B3', A3: '=没有的名称', A4: '=A4+1', A5: '=1/0' }),
    );
    expect(['A1', 'A2', 'A3', 'A4'].map((at) => cell(at)?.includes('<v>'))).toEqual([false, false, false, false]);
    expect(cell('A5')).toContain('<v>#DIV/0!</v>');
  });
});

describe('array formulas of older Excel', () => {
  const array = {
    A1: '<v>1</v>',
    A2: '<v>2</v>',
    B1: '<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c>',
    B2: '<v>4</v>',
    C1: formula('SUM(B1:B2)', 6),
    D1: '<c r="D1"><f t="array" ref="D1">A1:A2*3</f><v>3</v></c>',
    E1: formula('B2+1', 5),
  };

  test('over several cells keep all their values, and lose all of them together', async () => {
    const untouched = await saved(storedBy(array), (book) => type(firstSheet(book), { H1: 1 }));
    expect(untouched.cell('B1')).toContain('<v>2</v>');
    expect(untouched.cell('B2')).toContain('<v>4</v>');
    const touched = await saved(storedBy(array), (book) => type(firstSheet(book), { A2: 5 }));
    expect(touched.cell('B1')).toBe('<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f></c>');
    expect(touched.cell('B2') ?? '').not.toContain('<v>');
    expect(touched.cell('C1')).not.toContain('<v>');
    expect(touched.cell('E1')).not.toContain('<v>');
  });

  test('in one cell show the first of several values', async () => {
    const { cell } = await saved(storedBy(array), (book) => type(firstSheet(book), { A1: 4 }));
    expect(cell('D1')).toContain('<v>12</v>');
  });
});

test('hiding a row changes the subtotal that leaves it out, and no other', async () => {
  const bytes = storedBy({
    A1: '<v>1</v>',
    A2: '<v>2</v>',
    B1: formula('SUBTOTAL(109,A1:A2)', 3),
    C1: formula('SUM(A1:A2)', 99),
  });
  const { cell } = await saved(bytes, (book) => {
    (firstSheet(book).data.rowDefs ??= new Map()).set(1, { hidden: true });
    book.rowsHiddenChanged();
  });
  expect(cell('B1')).toContain('<v>1</v>');
  expect(cell('C1')).toContain('<v>99</v>');
});

test('what INDIRECT reads is not known: the engine’s answer counts, else the stored value', async () => {
  const cells = {
    A1: formula('INDIRECT(&quot;数!A1&quot;)', 9),
    A2: formula('SUM(INDIRECT(&quot;名称&quot;))', 80),
    A3: formula('A2+1', 81),
    A4: formula('INDIRECT(&quot;名称&quot;)+H1', 5),
  };
  const { cell } = await saved(storedBy(cells), (book) => type(firstSheet(book), { H1: 1 }));
  expect(cell('A1')).toContain('<v>2</v>');
  expect(cell('A2')).toContain('<v>80</v>');
  expect(cell('A3')).toContain('<v>81</v>');
  expect(cell('A4')).not.toContain('<v>');
});

test('a text that looks like an error stays a text', async () => {
  const bytes = storedBy({ A1: '<c r="A1" t="str"><f>"#N/A"</f><v>#N/A</v></c>' });
  const { cell } = await saved(bytes, (book) => type(firstSheet(book), { H1: 1 }));
  expect(cell('A1')).toContain('t="str"');
});
