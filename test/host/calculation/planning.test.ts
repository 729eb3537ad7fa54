import { spawnSync } from 'node:child_process';

import { calculate } from '../../../src/host/calculation/calculation';
import { UNANSWERED } from '../../../src/host/calculation/types';
import { block, valuesOf, workbook } from './sample';

describe('what is calculated', () => {
  test('a wanted formula brings all that it depends on, and nothing else', async () => {
    const input = workbook({
      测评表: { A1: 80, B1: '=A1+1', C1: '=B1+1', D1: '=A1*2', E1: '=SUM(C1:D1)' },
      其他: { A1: '=测评表!E1' },
    });
    const values = await calculate(input, new Map([['测评表', new Set(['0,2'])]]));
    expect(values.get('测评表')).toEqual(
      new Map([
        ['0,1', 81],
        ['0,2', 82],
      ]),
    );
    expect(values.get('其他')).toEqual(new Map());
  });

  test('dependencies run through ranges, names and names of names on other sheets', async () => {
    const input = workbook({ 总表: { A1: '=SUM(合计)' }, 明细: { A1: 1, A2: '=A1+1', A3: '=A2+1' } }, [
      { name: '合计', formula: '全部' },
      { name: '全部', formula: '明细!$A$1:$A$3' },
    ]);
    const values = await calculate(input, new Map([['总表', new Set(['0,0'])]]));
    expect(values.get('总表')?.get('0,0')).toBe(6);
    expect(values.get('明细')).toEqual(
      new Map([
        ['1,0', 2],
        ['2,0', 3],
      ]),
    );
  });

  test('a formula that is not needed counts as the value given for it', async () => {
    const cells = new Map([
      ['0,0', { value: 5, formula: 'NA()' }],
      ['0,1', { value: null, formula: 'ROW(A1)' }],
    ]);
    const values = await calculate(
      { sheets: [{ name: '表', cells }], names: [], date1904: false },
      new Map([['表', new Set(['0,1'])]]),
    );
    expect(values.get('表')).toEqual(new Map([['0,1', 1]]));
  });

  test('a wanted cell without a formula, and a sheet that is not there, have no value', async () => {
    const wanted = new Map([
      ['表', new Set(['0,0', '5,5'])],
      ['没有', new Set(['0,0'])],
    ]);
    const values = await calculate(workbook({ 表: { A1: 3 } }), wanted);
    expect(values).toEqual(new Map([['表', new Map()]]));
  });

  test('whole columns and rows end with the cells that are there, formulas among them', async () => {
    const input = workbook({
      表: { A1: 1, A2: '=A1+1', A5000: '=A2+1', B2: 10 },
      和: {
        A1: '=SUM(表!A:A)',
        A2: '=SUM(表!2:2)',
        A3: '=SUM(表!$A$1:$A$1048576)',
        A4: '=MATCH(3,表!A:A,0)',
        A5: '=SUM(表!A:XFD)',
        A6: '=SUM(表!1:1048576)',
      },
    });
    expect(await valuesOf(input, '和!A1', '和!A2', '和!A3', '和!A4', '和!A5', '和!A6')).toEqual([
      6, 12, 6, 5000, 16, 16,
    ]);
  });

  test('cells beyond those that are there are empty', async () => {
    const input = workbook({
      表: { A1: '=ROW(Z999)', A2: '=Z999', A3: '=INDIRECT("AA2000")', A4: '=COUNT(A900:ZZ901)' },
    });
    expect(await valuesOf(input, '表!A1', '表!A2', '表!A3', '表!A4')).toEqual([999, 0, 0, 0]);
  });

  test('a chain of 20,000 formulas neither overflows nor stops half-way', async () => {
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, row) => [`A${row + 2}`, `=A${row + 1}+1`]));
    expect(await valuesOf(workbook({ 表: { A1: 0, ...chain } }), '表!A20001')).toEqual([20_000]);
  }, 60_000);
});

test('each calculation starts anew, also when formulas are the same and two begin at once', async () => {
  const sumOf = (value: number) =>
    valuesOf(
      workbook({ 表: { A1: value, A2: 1, A3: '=SUM(A1:A2)&线', A4: '=IF(A1=85,"好","差")' } }, [
        { name: '线', formula: `"/${value}"` },
      ]),
      '表!A3',
      '表!A4',
    );
  expect(await Promise.all([sumOf(85), sumOf(60)])).toEqual([
    ['86/85', '好'],
    ['61/60', '差'],
  ]);
  expect(await sumOf(75)).toEqual(['76/75', '差']);
});

describe('circular references', () => {
  test('have no answer, nor do the formulas that read them', async () => {
    const input = workbook({
      表: { A1: '=A1+1', B1: '=C1', C1: '=B1*2', D1: '=SUM(B1:C1)', E1: '=IF(D2,1,2)', D2: '=SUM(D1:D2)' },
    });
    expect(await valuesOf(input, '表!A1', '表!B1', '表!C1', '表!D1', '表!D2', '表!E1')).toEqual(
      Array(6).fill(UNANSWERED),
    );
  });

  test('do not touch formulas that stand outside', async () => {
    expect(await valuesOf(workbook({ 表: { A1: '=A1', B1: 2, C1: '=B1*2' } }), '表!C1')).toEqual([4]);
  });

  test('are no formulas that ask only where a cell stands', async () => {
    const input = workbook({ 表: { A1: '=ROW(A1)', B2: '=COLUMNS($A2:B2)', C3: '=ROWS(C1:C3)*10+COLUMN(C3)' } });
    expect(await valuesOf(input, '表!A1', '表!B2', '表!C3')).toEqual([1, 2, 33]);
  });

  test('through INDIRECT end without an answer instead of running on', async () => {
    const input = workbook({ 表: { A1: '=INDIRECT("A1")+1', B1: '=INDIRECT("C1")+1', C1: '=B1+1' } });
    expect(await valuesOf(input, '表!A1', '表!B1', '表!C1')).toEqual([UNANSWERED, UNANSWERED, UNANSWERED]);
  });
});

describe('references made of text', () => {
  test('find formulas that nothing else refers to, whatever the order', async () => {
    const input = workbook({
      表: { A1: '=INDIRECT("B1")', B1: '=INDIRECT("C1")*2', C1: '=OFFSET(C1,0,1)+1', D1: '=E1*10', E1: 2, F1: '=A1+1' },
    });
    expect(await valuesOf(input, '表!F1', '表!A1')).toEqual([43, 42]);
  });

  test('name other sheets and ranges', async () => {
    const input = workbook({
      '7月 表': { A1: 1, A2: '=A1+1' },
      表: { A1: '=SUM(INDIRECT("\'"&B1&" 表\'!A1:A2"))', B1: '7月' },
    });
    expect(await valuesOf(input, '表!A1')).toEqual([3]);
  });
});

describe('sheets and names', () => {
  test('are found whatever their case', async () => {
    const input = workbook({ Data: { A1: 4 }, 表: { A1: '=data!A1*LIMIT', A2: "=SUM('DATA'!A1:A1)" } }, [
      { name: 'Limit', formula: 'DATA!$A$1' },
    ]);
    expect(await valuesOf(input, '表!A1', '表!A2')).toEqual([16, 4]);
  });

  test("a sheet's own name comes before the workbook's of the same name", async () => {
    const input = workbook({ 七月: { A1: '=线' }, 八月: { A1: '=线' }, 九月: { A1: '=七月!线+八月!线' } }, [
      { name: '线', formula: '85' },
      { name: '线', formula: '90', sheet: '八月' },
    ]);
    expect(await valuesOf(input, '七月!A1', '八月!A1', '九月!A1')).toEqual([85, 90, 175]);
  });

  test('a name with relative references is seen from the cell that uses it', async () => {
    const input = workbook(
      {
        表: {
          ...block('A1', [
            [1, 2],
            [3, 4],
          ]),
          C1: '=左和',
          C2: '=左和',
        },
      },
      [
        // As Excel stores it, seen from A1: the two cells before C1.
        { name: '左和', formula: 'SUM(表!$A1:$B1)' },
      ],
    );
    expect(await valuesOf(input, '表!C1', '表!C2')).toEqual([3, 7]);
  });

  test('a name that means itself is no name', async () => {
    const input = workbook({ 表: { A1: '=甲+1' } }, [
      { name: '甲', formula: '乙' },
      { name: '乙', formula: '甲' },
    ]);
    expect(await valuesOf(input, '表!A1')).toEqual([UNANSWERED]);
  });
});

describe('what the engine cannot do has no answer, also within IFERROR, nor has what reads it', () => {
  test.each([
    '=SUM(表1:表3!A1)',
    '=IFERROR([1]表1!A1,0)',
    '=IFERROR([1]表!A1,0)',
    '=IFERROR(SUM(成绩[总分]),0)',
    '=IFERROR(GETPIVOTDATA("总分",A2),0)',
    '=IFERROR(INDIRECT("[1]表!A1"),0)',
    '=IFERROR(TEXT(44013,"[DBNum1]d"),0)',
    '=SUM((A2,A3))',
    '=SUM(A2:A3 A3:A4)',
    '=A2:A3',
    '=A2:A3*2',
    '={1,2}',
    '=没有的名称+1',
  ])('%s', async (formula) => {
    const input = workbook({ 表: { A1: formula, A2: 1, A3: 2, B1: '=A1+1', B2: '=IFERROR(SUM(A1:A3),0)', B3: '=A2' } });
    expect(await valuesOf(input, '表!A1', '表!B1', '表!B2', '表!B3')).toEqual([UNANSWERED, UNANSWERED, UNANSWERED, 1]);
  });
});

describe('hidden rows', () => {
  const numbers = { A1: 1, A2: 2, A3: 4, A4: 8, B1: '=NA()', B2: 1 };
  const hidden = (formula: string, filteredRows: number[] = []) => {
    const { sheets, ...rest } = workbook({ 表: { ...numbers, C1: formula } });
    const rows = { hiddenRows: new Set([1, ...filteredRows]), filteredRows: new Set(filteredRows) };
    return valuesOf({ ...rest, sheets: sheets.map((sheet) => ({ ...sheet, ...rows })) }, '表!C1');
  };
  test.each([
    ['=SUBTOTAL(9,A1:A4)', 15],
    ['=SUBTOTAL(109,A1:A4)', 13],
    ['=subtotal(102,A1:A4)', 3],
    ['=AGGREGATE(9,4,A1:A4)', 15],
    ['=AGGREGATE(9,5,A1:A4)', 13],
    ['=AGGREGATE(9,6,B1:B2)', 1],
    ['=AGGREGATE(9,7,B1:B2)', 0],
    ['=AGGREGATE(14,5,A1:A4,3)', 1],
    ['=AGGREGATE(3,6,B1:B2)', UNANSWERED],
  ])('%s', async (formula, shown) => {
    expect(await hidden(formula)).toEqual([shown]);
  });

  test('that a filter hides are left out by every SUBTOTAL', async () => {
    expect(await hidden('=SUBTOTAL(9,A1:A4)', [2])).toEqual([11]);
  });
});

describe('the 1904 date system', () => {
  const serial = 44013 - 1462; // 1 July 2020
  test.each<[string, string | number | boolean]>([
    ['=DATE(2020,7,1)', serial],
    ['=YEAR(B1)', 2020],
    ['=MONTH(B1)*100+DAY(B1)', 701],
    ['=WEEKDAY(B1,2)', 3],
    ['=EDATE(B1,1)', serial + 31],
    ['=EDATE(DATE(2020,7,31),-1)', serial - 1],
    ['=EOMONTH(B1,0)', serial + 30],
    ['=NETWORKDAYS(B1,EOMONTH(B1,0),B1)', 22],
    ['=WORKDAY(B1,5)', serial + 7],
    ['=TEXT(B1,"yyyy年m月d日")', '2020年7月1日'],
    ['=TEXT(B1,"aaaa")', '星期三'],
    ['=TEXT(B1,"0")', String(serial)],
    ['=DATEVALUE("2020-7-1")', serial],
    ['=YEAR("2020-7-1")', 2020],
    ['=TODAY()-DATE(2020,7,1)>1', true],
    ['=DATEDIF(B1,EDATE(B1,3),"m")', 3],
  ])('%s is %p', async (formula, shown) => {
    expect(await valuesOf(workbook({ 表: { A1: formula, B1: serial } }, [], true), '表!A1')).toEqual([shown]);
  });

  test('a formula means in one workbook what its date system says, whatever it meant in the one before', async () => {
    const dates = [];
    for (const date1904 of [true, false, true]) {
      dates.push(...(await valuesOf(workbook({ 表: { A1: '=DATE(2021,9,3)' } }, [], date1904), '表!A1')));
    }
    expect(dates).toEqual([44442 - 1462, 44442, 44442 - 1462]);
  });
});

describe('a program of its own, as the command line is,', () => {
  const run = (formula: string, timeZone: string): unknown[] => {
    const program = `
      const { calculate } = require('./src/host/calculation/calculation.ts');
      const cells = new Map([['0,0', { value: null, formula: '${formula}' }]]);
      calculate({ sheets: [{ name: '表', cells }], names: [], date1904: false }, new Map([['表', new Set(['0,0'])]]))
        .then((values) => process.stdout.write(String(values.get('表').get('0,0'))));`;
    const env = { ...process.env, TZ: timeZone };
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--require', './scripts/typescript.js', '-e', program],
      {
        env,
        timeout: 60_000,
      },
    );
    return [String(stdout), String(stderr), status];
  };

  test('ends by itself when it has calculated', () => {
    expect(run('ROUND(84.995,2)', 'Asia/Shanghai')).toEqual(['85', '', 0]);
  }, 60_000);

  // At any time one of the two has another date than Greenwich.
  test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
    'takes for TODAY the date of its time zone, %s',
    (timeZone) => {
      expect(run('TODAY()=INT(NOW())', timeZone)).toEqual(['true', '', 0]);
    },
    60_000,
  );
});
