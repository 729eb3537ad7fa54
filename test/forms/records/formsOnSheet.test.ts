/** Where forms of 附件1 are found on a sheet, whatever stands around them. */
import { annex1, ANNEX1_MERGED, annex2, filing, weekly } from '../support/annexForms';
import { annex3, findings, LI, only, read, sheet, totals, ZHANG, type Cell } from '../support/sheets';
import { looksAtCells } from '../support/looks';

const periods = ['2021年5月3日---5月7日', '2021年5月10日---5月14日', '2021年5月17日---5月21日'];

test('stacked, with rows before and between them, are all read', () => {
  const rows = [['2021年5月记实汇总'], [], ...periods.flatMap((period) => [...annex1({ period }), [], []])];
  const book = read(sheet('五月', rows));
  expect(book.weeklyRecords.map(({ from, area }) => [from, area.row, area.rows])).toEqual([
    ['2021-05-03', 2, 19],
    ['2021-05-10', 23, 19],
    ['2021-05-17', 44, 19],
  ]);
  expect(book.problems).toEqual([]);
});

test('stacked without a line 附件1, without footnotes and without blank rows', () => {
  const rows = periods.flatMap((period) => annex1({ period }).slice(1, -1));
  expect(
    read(sheet('五月', rows)).weeklyRecords.map(({ from, area, tasks }) => [from, area.row, area.rows, tasks.length]),
  ).toEqual([
    ['2021-05-03', 0, 17, 2],
    ['2021-05-10', 17, 17, 2],
    ['2021-05-17', 34, 17, 2],
  ]);
});

test('side by side, apart or touching, and not on the same rows', () => {
  const left = annex1({ name: '李军' });
  const right = annex1({ name: '王强', period: '2021年5月10日---5月14日' });
  for (const [gap, down] of [
    [1, 0],
    [0, 0],
    [1, 2],
  ] as const) {
    const rows = Array.from({ length: left.length + down }, (_, i) => [
      ...Array.from({ length: 5 + gap }, (_unused, c) => left[i]?.[c] ?? null),
      ...(right[i - down] ?? []),
    ]);
    const found = read(sheet('五月', rows)).weeklyRecords;
    expect(found.map(({ header, from, tasks, area }) => [header.name, from, tasks.length, area.column])).toEqual([
      ['李军', '2021-05-03', 2, 0],
      ['王强', '2021-05-10', 2, 5 + gap],
    ]);
  }
});

test('without a title are found by their labels', () => {
  const rows = annex1().slice(2);
  expect(weekly(read(sheet('记实', rows)))).toMatchObject({ from: '2021-05-03', area: { row: 0, rows: 17 } });
});

test('that nobody filled in are a note and no records', () => {
  const blank = annex1({
    period: '(2020   年   月  日---2020   年   月   日)',
    department: null,
    name: ' ',
    position: null,
    since: null,
    tasks: [],
  });
  const book = read(sheet('空表', blank));
  expect(book.weeklyRecords).toEqual([]);
  expect(findings(book)).toEqual(['note RECORD_EMPTY A1:E19']);
});

test('with a title but no heading of tasks are an error, not silence', () => {
  const rows = annex1();
  rows[5] = ['工作任务完成情况', '序号', '一', '二', '三'];
  const book = read(sheet('记实', rows));
  expect(book.weeklyRecords).toEqual([]);
  expect(findings(book)).toEqual(['error RECORD_UNREADABLE A2']);
});

test('are told from a register with the same headings and from a sentence that names the form', () => {
  const register = sheet('台账', [
    ['科室', '姓名', '工作任务', '完成情况', '完成时间'],
    ['外贸科', '李军', '走访企业', '已完成', '2021.5.6'],
  ]);
  const notice = sheet('通知', [['请于每周五前填写《公务员每周工作记实》。'], ['科室', '姓名']]);
  const book = read([register, notice]);
  expect([book.weeklyRecords, book.filings, book.problems]).toEqual([[], [], []]);
});

test('stand above, below and beside an 附件3 without disturbing it, nor it them', () => {
  const scores = annex3([ZHANG, LI], { month: '2021年5月' });
  const alone = totals(read(sheet('五月', scores)));
  const stacked = [...annex1().slice(0, -1), ...scores, ...annex2()];
  const beside = Array.from({ length: 19 }, (_, i) => [
    ...Array.from({ length: 10 }, (_unused, c) => scores[i]?.[c] ?? null),
    ...(annex1()[i] ?? []),
  ]);
  for (const rows of [stacked, beside]) {
    const book = read(sheet('五月', rows));
    expect(totals(book)).toEqual(alone);
    expect(findings(book)).toEqual([]);
    expect(weekly(book)).toMatchObject({ from: '2021-05-03', header: { name: '李军' } });
    expect(weekly(book).tasks).toHaveLength(2);
    expect(book.forms.map(({ month, rows: people }) => [month, people.length])).toEqual([['2021-05', 2]]);
  }
  expect(read(sheet('五月', stacked)).formsInOrder.map(({ annex, area }) => [annex, area.row])).toEqual([
    [1, 0],
    [3, 18],
    [2, 25],
  ]);
});

test('on a hidden sheet are told and not read, unless asked for', () => {
  const hidden = sheet('旧表', annex1(), { visibility: 'Hidden' });
  const book = read(hidden);
  expect(book.weeklyRecords).toEqual([]);
  expect(only(book, 'HIDDEN_SHEET').message).toContain('周记实');
  expect(read(hidden, { includeHidden: true }).weeklyRecords).toHaveLength(1);
});

test('in hidden rows and on protected sheets are read, and that is told', () => {
  const book = read(sheet('记实', annex1(), { hiddenRows: [7, 8], protected: true }));
  expect(weekly(book).tasks).toHaveLength(2);
  expect(findings(book)).toEqual(['warning HIDDEN_CELLS A1:E19', 'note SHEET_PROTECTED_READ -']);
});

test('on ten times as many sheets, or ten times as many on one sheet, take ten times as many looks at cells', () => {
  const onSheets = (count: number) =>
    Array.from({ length: count }, (_, i) => sheet(`人${i}`, annex1(), { merged: ANNEX1_MERGED }));
  const stacked = (count: number) => [sheet('全部', Array.from({ length: count }, () => annex1()).flat())];
  for (const forms of [onSheets, stacked]) {
    const looks = (count: number) =>
      looksAtCells(() => {
        expect(read(forms(count)).weeklyRecords).toHaveLength(count);
      });
    expect(looks(100) / looks(10)).toBeLessThan(11);
  }
});

describe('empty lines among the tasks', () => {
  /** The form with empty lines without 序号 below its two tasks. */
  const spaced = (rows: readonly Cell[][], after: number, empty: number): Cell[][] => [
    ...rows.slice(0, after),
    ...Array.from({ length: empty }, () => [null]),
    ...rows.slice(after).filter(([label, , task]) => (label ?? null) !== null || (task ?? null) !== null),
  ];

  test.each([4, 10, 40])('%i of them leave 附件2 its fields below', (empty) => {
    const book = read(sheet('备案', spaced(annex2(), 10, empty)));
    expect(book.problems).toEqual([]);
    expect(filing(book)).toMatchObject({
      comment: '工作认真负责。',
      suggestedGrade: '较好',
      committeeOpinion: '同意。',
      area: { rows: 13 + empty },
    });
  });

  test('leave each of two stacked forms its own fields', () => {
    const second = annex2({ name: '王强', evaluation: '认真。\n建议等次：好\n签名：赵敏\n2021年6月2日' });
    const rows = [...spaced(annex2(), 10, 6), [], ...spaced(second, 10, 6)];
    expect(read(sheet('备案', rows)).filings.map(({ header, comment }) => [header.name, comment])).toEqual([
      ['李军', '工作认真负责。'],
      ['王强', '认真。'],
    ]);
  });

  test.each([
    ['with the next 序号', [null, 3, '走访外企', '已完成', '2021.5.7']],
    ['without 序号', [null, null, '走访外企', '已完成', '2021.5.7']],
    ['without a date', [null, null, '走访外企', '已完成', null]],
  ])('leave 附件1 a task below them %s', (_, task) => {
    const rows = [...annex1().slice(0, 8), [], [], [], [], [], task, ['备注：此表每月底交局人事科存档']];
    expect(weekly(read(sheet('记实', rows))).tasks.map((each) => each.progress)).toEqual([
      '起草稳外贸方案',
      '走访重点企业',
      '走访外企',
    ]);
  });

  test('end 附件1 above another list', () => {
    const list = [['值班安排'], [null, 1, '周一', null, null], [null, 2, '周二', null, null]];
    const book = read(sheet('记实', [...annex1().slice(0, 8), [], [], [], [], ...list]));
    expect(weekly(book).tasks).toHaveLength(2);
  });
});
