import { collect } from '../../../src/forms/collect/collect';
import type { Choices, CollectedFile, Collection } from '../../../src/forms/collect/collection';
import { scoreContent } from '../../../src/forms/collect/layoutForms';
import { annex3, LI, roster, sheet, ZHANG, type Cell } from '../support/sheets';
import { file, filing, weekly, workbookWith } from '../support/collecting';

const NO_CHOICES: Choices = new Map();
const nothing = workbookWith({});

function run(files: readonly CollectedFile[], workbook = nothing, choices = NO_CHOICES): Collection {
  return collect(files, workbook, null, choices);
}

const codes = ({ problems }: Collection) => problems.map(({ severity, code }) => `${severity} ${code}`);
const weeks = ({ weekly: taken }: Collection) => taken.map(({ owner, from, file: name }) => [owner.name, from, name]);

describe('records of files', () => {
  test('are taken with the file they come from', () => {
    const collection = run([
      file('李军.xlsx', { weekly: [weekly('李军', '07-06', ['报表'])], filings: [filing('李军', '2020-07')] }),
      file('周丽.xlsx', { weekly: [weekly('周丽', '07-06', ['走访'])] }),
    ]);
    expect(weeks(collection)).toEqual([
      ['李军', '2020-07-06', '李军.xlsx'],
      ['周丽', '2020-07-06', '周丽.xlsx'],
    ]);
    expect(collection.filings.map(({ owner, month, file: name }) => [owner.name, month, name])).toEqual([
      ['李军', '2020-07', '李军.xlsx'],
    ]);
    expect(collection.problems).toEqual([]);
  });

  test('stand in the order of the roster, and of one person in the order of time', () => {
    const workbook = workbookWith({ sheets: [roster(['办公室', '张三'], ['外贸科', '周丽'], ['外贸科', '李军'])] });
    const collection = run(
      [
        file('a.xlsx', {
          weekly: [weekly('李军', '07-13', ['二']), weekly('李军', '07-06', ['一']), weekly('周丽', '07-06', ['一'])],
        }),
        file('b.xlsx', { weekly: [weekly('张三', '07-06', ['一'], { department: '办公室' })] }),
      ],
      workbook,
    );
    expect(weeks(collection).map(([name, from]) => `${name} ${from}`)).toEqual([
      '张三 2020-07-06',
      '周丽 2020-07-06',
      '李军 2020-07-06',
      '李军 2020-07-13',
    ]);
  });

  test('of a file without any form are missed with its name', () => {
    expect(run([file('通知.xlsx', {})]).problems).toEqual([
      {
        severity: 'warning',
        code: 'COLLECT_NOTHING',
        sheet: null,
        cell: null,
        message: '文件“通知.xlsx”：没有找到附件1、附件2或附件3，没有可收集的内容；请核对文件',
      },
    ]);
  });

  test.each([
    ['a name', weekly('', '07-06', ['报表']), '文件“a.xlsx”：附件1（周记实 E4）没有填写姓名，未收集；请补填后再收集'],
    [
      'a period',
      weekly('李军', null, ['报表']),
      '文件“a.xlsx”：附件1（李军）看不出是哪一期（周记实 A3），未收集；请写明年月日后再收集',
    ],
  ])('without %s are left out', (_, record, message) => {
    const collection = run([file('a.xlsx', { weekly: [record] })]);
    expect(weeks(collection)).toEqual([]);
    expect(collection.problems).toMatchObject([{ severity: 'error', message }]);
  });
});

describe('copies', () => {
  const original = weekly('李军', '07-06', [['报表', '已完成', '7月8日']]);
  const spaced = weekly('李 军', '07-06', [['报 表', '已完成', '7月8日']]);
  const other = weekly('李军', '07-06', [['报表', '进行中', '']]);
  const KEY = '附件1|外贸科|李军|2020年7月6日至2020年7月10日';

  test('that say the same are taken once, spaces apart', () => {
    const collection = run([file('a.xlsx', { weekly: [original] }), file('b.xlsx', { weekly: [spaced] })]);
    expect(weeks(collection)).toEqual([['李军', '2020-07-06', 'a.xlsx']]);
    expect(collection.contradictions).toEqual([]);
    expect(collection.problems).toMatchObject([
      {
        severity: 'note',
        message:
          '文件“b.xlsx”：附件1 外贸科 李 军 2020年7月6日至2020年7月10日与文件“a.xlsx”（周记实 A1:E19）内容相同，只收集一份',
      },
    ]);
  });

  test('that differ are left out, and both places are named', () => {
    const collection = run([file('a.xlsx', { weekly: [original] }), file('b.xlsx', { weekly: [other] })]);
    expect(weeks(collection)).toEqual([]);
    expect(collection.contradictions).toEqual([
      {
        key: KEY,
        title: '附件1 外贸科 李军 2020年7月6日至2020年7月10日',
        places: [
          { file: 'a.xlsx', sheet: '周记实', cell: 'A1:E19' },
          { file: 'b.xlsx', sheet: '周记实', cell: 'A1:E19' },
        ],
        chosen: null,
      },
    ]);
    expect(collection.problems).toMatchObject([
      {
        severity: 'error',
        code: 'COLLECT_CONTRADICTION',
        message:
          '附件1 外贸科 李军 2020年7月6日至2020年7月10日有内容不同的几份：文件“a.xlsx”（周记实 A1:E19）、文件“b.xlsx”（周记实 A1:E19），均未收集；请选择采用哪一份',
      },
    ]);
  });

  test('that differ are taken from the file that the person chose', () => {
    const files = [file('a.xlsx', { weekly: [original] }), file('b.xlsx', { weekly: [other] })];
    const collection = run(files, nothing, new Map([[KEY, 'b.xlsx']]));
    expect(weeks(collection)).toEqual([['李军', '2020-07-06', 'b.xlsx']]);
    expect(collection.contradictions).toMatchObject([{ chosen: 'b.xlsx' }]);
    expect(codes(collection)).toEqual(['note COLLECT_CHOSEN']);
  });

  test('are not taken from a file that is none of them', () => {
    const files = [file('a.xlsx', { weekly: [original] }), file('b.xlsx', { weekly: [other] })];
    expect(weeks(run(files, nothing, new Map([[KEY, 'c.xlsx']])))).toEqual([]);
  });

  test('that differ within one file stay left out, since the file does not say which', () => {
    const files = [file('a.xlsx', { weekly: [original, other] })];
    const collection = run(files, nothing, new Map([[KEY, 'a.xlsx']]));
    expect(weeks(collection)).toEqual([]);
    expect(codes(collection)).toEqual(['error COLLECT_CONTRADICTION']);
  });

  test('that the workbook holds already are not taken again', () => {
    const collection = run([file('a.xlsx', { weekly: [spaced] })], workbookWith({ weekly: [original] }));
    expect(weeks(collection)).toEqual([]);
    expect(codes(collection)).toEqual(['note COLLECT_PRESENT']);
  });

  test('that differ from what the workbook holds are left out, or put beside it by choice', () => {
    const workbook = workbookWith({ weekly: [original] });
    const files = [file('b.xlsx', { weekly: [other] })];
    const left = run(files, workbook);
    expect(weeks(left)).toEqual([]);
    expect(left.contradictions).toMatchObject([{ places: [{ file: null }, { file: 'b.xlsx' }], chosen: null }]);
    const chosen = run(files, workbook, new Map([[KEY, 'b.xlsx']]));
    expect(weeks(chosen)).toEqual([['李军', '2020-07-06', 'b.xlsx']]);
    expect(codes(chosen)).toEqual(['warning COLLECT_BESIDE']);
  });

  test('chosen once and now in the workbook are not taken again', () => {
    const workbook = workbookWith({ weekly: [original, other] });
    const collection = run([file('b.xlsx', { weekly: [other] })], workbook, new Map([[KEY, 'b.xlsx']]));
    expect(weeks(collection)).toEqual([]);
    expect(codes(collection)).toEqual(['note COLLECT_PRESENT']);
  });

  test.each([
    ['评语', { comment: '工作一般' }],
    ['建议等次', { suggestedText: '较好' }],
    ['签名', { signer: '李科长' }],
    ['签署日期', { signedOn: '2020-08-04' }],
    ['职责', { duties: '展会' }],
    ['情况说明', { statusNote: '病假' }],
  ])('of 附件2 differ in %s', (_, fields) => {
    const collection = run([
      file('a.xlsx', { filings: [filing('李军', '2020-07')] }),
      file('b.xlsx', { filings: [filing('李军', '2020-07', fields)] }),
    ]);
    expect(collection.filings).toEqual([]);
    expect(codes(collection)).toEqual(['error COLLECT_CONTRADICTION']);
  });
});

describe('the roster', () => {
  const workbook = workbookWith({
    sheets: [roster(['办公室', '王建国'], ['外资科', '王建国'], ['外贸科', '李军'])],
  });

  test('tells the 科室 where a form prints another', () => {
    const form = weekly('李军', '07-06', ['报表'], { department: '外贸处' });
    const collection = run([file('a.xlsx', { weekly: [form] })], workbook);
    expect(collection.weekly.map(({ owner }) => owner.department)).toEqual(['外贸科']);
    expect(collection.problems.map(({ message }) => message)).toEqual([
      '文件“a.xlsx”：李军的科室“外贸处”（周记实 B4）与人员名册“外贸科”不一致，按名册归入“外贸科”；请核对',
    ]);
  });

  test('makes one record of two whose 科室 is written differently', () => {
    const files = ['外贸科', '外贸处'].map((department, i) =>
      file(`${i}.xlsx`, { weekly: [weekly('李军', '07-06', ['报表'], { department })] }),
    );
    expect(weeks(run(files, workbook))).toEqual([['李军', '2020-07-06', '0.xlsx']]);
  });

  test('is said to lack somebody who is collected all the same', () => {
    const collection = run([file('a.xlsx', { weekly: [weekly('赵六', '07-06', ['报表'])] })], workbook);
    expect(weeks(collection)).toHaveLength(1);
    expect(codes(collection)).toEqual(['warning COLLECT_NOT_ON_ROSTER']);
  });

  test('keeps namesakes apart by 科室, and collects neither without it', () => {
    const told = run(
      [file('a.xlsx', { weekly: [weekly('王建国', '07-06', ['一'], { department: '外资科' })] })],
      workbook,
    );
    expect(told.weekly.map(({ owner }) => owner.department)).toEqual(['外资科']);
    const untold = run([file('a.xlsx', { weekly: [weekly('王建国', '07-06', ['一'], { department: '' })] })], workbook);
    expect(untold.weekly).toEqual([]);
    expect(untold.problems.map(({ message }) => message)).toEqual([
      '文件“a.xlsx”：王建国在人员名册上有2人：办公室、外资科，分不清是谁（周记实 B4），未收集；请填写科室',
    ]);
  });
});

describe('score sheets of single raters', () => {
  const scores = (people: Parameters<typeof annex3>[0], text: Parameters<typeof annex3>[1] = {}) =>
    [sheet('测评表', annex3(people, text))] as const;

  test('are taken with the cells as they stand there, whether they can be read or not', () => {
    const collection = run([
      file('张局长.xlsx', {
        sheets: scores([['张三', '８５', 88, '85分', '八十五', null, 88, 87]], { signer: '评委：张局长' }),
      }),
    ]);
    expect(collection.scoreSheets.map(({ month, rater, people }) => [month, rater, people[0]?.scores])).toEqual([
      ['2020-07', '张局长', ['８５', 88, '85分', '八十五', '', 88, 87]],
    ]);
  });

  test('whose names and months stand only in the name of the file are read from there', () => {
    const collection = run([file('2020年8月测评表 张局长.xlsx', { sheets: scores([ZHANG], { month: null }) })]);
    expect(collection.scoreSheets.map(({ month, rater }) => [month, rater])).toEqual([['2020-08', '张局长']]);
    expect(codes(collection)).toContain('warning COLLECT_MONTH_OF_NAME');
  });

  test('whose month stands only in the name of the file keep the scale of their scores', () => {
    const points: Cell[] = ['张三', 18, 9, 9, 9, 27, 9, 9];
    const collection = run([file('2020年8月测评表 张局长.xlsx', { sheets: scores([points], { month: null }) })]);
    expect(collection.scoreSheets.map((sheet) => scoreContent(sheet).scale)).toEqual(['分值制']);
  });

  test('of one rater and month are taken once when they say the same, and left out when they do not', () => {
    const signer = '评委：张局长';
    const first = file('1.xlsx', { sheets: scores([ZHANG], { signer }) });
    const same = run([first, file('2.xlsx', { sheets: scores([['张三', '90分', ...ZHANG.slice(2)]], { signer }) })]);
    expect(same.scoreSheets.map(({ file: name }) => name)).toEqual(['1.xlsx']);
    expect(codes(same).filter((code) => code.includes('COLLECT'))).toEqual(['note COLLECT_DUPLICATE']);
    const differs = run([first, file('2.xlsx', { sheets: scores([LI], { signer }) })]);
    expect(differs.scoreSheets).toEqual([]);
    expect(differs.problems.map(({ message }) => message)).toContain(
      '附件3 评委张局长 2020年7月有内容不同的几份：文件“1.xlsx”（测评表 A1:I6）、文件“2.xlsx”（测评表 A1:I6），均未收集；请选择采用哪一份',
    );
  });

  test('of different raters, and of one rater in different months, are all taken', () => {
    const collection = run([
      file('1.xlsx', { sheets: scores([ZHANG], { signer: '评委：张局长' }) }),
      file('2.xlsx', { sheets: scores([ZHANG], { signer: '评委：李局长' }) }),
      file('3.xlsx', { sheets: scores([ZHANG], { signer: '评委：张局长', month: '2020年8月' }) }),
    ]);
    expect(collection.scoreSheets).toHaveLength(3);
    expect(collection.contradictions).toEqual([]);
  });

  test('without a rater are taken, and a copy of one is recognised by its scores', () => {
    const files = [1, 2].map((i) => file(`${i}.xlsx`, { sheets: scores([ZHANG, LI]) }));
    const collection = run(files);
    expect(collection.scoreSheets).toHaveLength(1);
    expect(codes(collection)).toContain('warning COLLECT_WITHOUT_RATER');
    expect(codes(collection)).toContain('note COLLECT_DUPLICATE');
  });
});

describe('what else is said of a file', () => {
  test('is that its name holds another month', () => {
    const collection = run([file('李军6月.xlsx', { filings: [filing('李军', '2020-07')] })]);
    expect(collection.filings).toHaveLength(1);
    expect(collection.problems.map(({ message }) => message)).toEqual([
      '文件“李军6月.xlsx”：文件名写的是6月，表内是7月，按表内收集；请核对是否误用了旧文件',
    ]);
  });

  test('are the errors of its own cells, which no link may lead to', () => {
    const collection = run([
      file('张局长.xlsx', { sheets: [sheet('测评表', annex3([['张三', '八十五', ...ZHANG.slice(2)]]))] }),
    ]);
    expect(collection.problems.filter(({ code }) => code === 'SCORE_NOT_A_NUMBER')).toEqual([
      {
        severity: 'error',
        code: 'SCORE_NOT_A_NUMBER',
        sheet: null,
        cell: null,
        message: '文件“张局长.xlsx”：测评表 B5“八十五”不是有效分数，未计算；请改为数字，如85',
      },
    ]);
  });
});
