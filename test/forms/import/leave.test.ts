/** 请假情况 of other workbooks as lines of 特殊情形登记. */
import { NO_CHOICES } from '../../../src/forms/import/choices';
import { sheet, type Cell } from '../support/sheets';
import { codes, fileWith, imported, linesOn, mapped, said, written, ROSTER } from './importing';

const CONFIRMED = mapped('假别=情形', '起=开始日期', '止=结束日期');
const leave = (...rows: (readonly Cell[])[]) =>
  fileWith('请假.xlsx', sheet('请假情况', [['姓名', '假别', '起', '止', '天数'], ...rows]));

describe('a leave list whose headings nobody knows', () => {
  const list = leave(['李晓梅', '病假', '2026.7.6', '2026.9.4', '40天']);

  test('is proposed, and nothing of it is written before it is confirmed', () => {
    const result = imported([list]);
    expect(result.sheets).toEqual([]);
    expect(result.tables[0]?.kind).toBe('特殊情形登记');
    expect(result.tables[0]?.columns.map(({ heading, label, certainty }) => [heading, label, certainty])).toEqual([
      ['姓名', '姓名', 'known'],
      ['假别', '情形', 'guessed'],
      ['起', '开始日期', 'guessed'],
      ['止', '结束日期', 'guessed'],
      ['天数', '天数', 'known'],
    ]);
    expect(said(result)[0]).toContain('按表头推测：假别→情形、起→开始日期、止→结束日期');
  });

  test('becomes lines of a new 特殊情形登记 once it is confirmed, with the list as its ground', () => {
    const result = imported([list], [ROSTER], CONFIRMED);
    expect(linesOn(result, '特殊情形登记')[1]).toEqual([
      ...['办公室', '李晓梅', '病假', '2026年7月6日', '2026年9月4日', 40, '', '见请假 请假情况 A2', '', '', ''],
    ]);
  });

  test('is remembered: the next time nobody is asked', () => {
    const once = imported([list], [ROSTER], CONFIRMED);
    expect(linesOn(once, '导入对照')).toEqual([
      ['导入为', '原表头', '对应栏目'],
      ['特殊情形登记', '假别', '情形'],
      ['特殊情形登记', '起', '开始日期'],
      ['特殊情形登记', '止', '结束日期'],
    ]);
    const next = imported([leave(['王建国', '事假', '2026.8.3', '2026.8.4', 2])], written(once));
    expect(next.tables[0]?.isConfirmed).toBe(true);
    expect(linesOn(next, '特殊情形登记')).toHaveLength(1);
    expect(next.sheets.map(({ sheet: name }) => name)).toEqual(['特殊情形登记']);
  });

  test('twice is the same as once', () => {
    const once = imported([list], [ROSTER], CONFIRMED);
    const again = imported([list], written(once));
    expect(again.sheets).toEqual([]);
    expect(codes(again)).toEqual(['IMPORT_PRESENT']);
  });

  test('a list that contradicts what is registered stays out, with both values', () => {
    const once = imported([list], [ROSTER], CONFIRMED);
    const other = imported([leave(['李晓梅', '病假', '2026.7.6', '2026.8.4', '20天'])], written(once));
    expect(other.sheets).toEqual([]);
    expect(said(other)[0]).toBe(
      'error 文件“请假.xlsx”：请假情况 A2李晓梅的病假2026年7月6日至2026年8月4日20天，本工作簿登记为病假2026年7月6日至2026年9月4日40天，日期重叠而内容不同；未导入，请核对后自行更正',
    );
  });

  test('two files that contradict each other: the second stays out', () => {
    const two = { ...leave(['李晓梅', '病假', '2026.7.6', '2026.8.4', '20天']), name: '另一份.xlsx' };
    const result = imported([list, two], [ROSTER], CONFIRMED);
    expect(linesOn(result, '特殊情形登记')).toHaveLength(2);
    expect(said(result).join()).toContain('文件“请假.xlsx”请假情况的A2为病假2026年7月6日至2026年9月4日40天');
  });
});

test.each<readonly [string, readonly Cell[], string]>([
  ['is not known', ['赵无名', '病假', '2026.7.6', '2026.7.7', 2], '“赵无名”不在本工作簿的名册和测评表上，未导入'],
  ['is one character off', ['李晓海', '病假', '2026.7.6', '2026.7.7', 2], '（是否为李晓梅？），未导入'],
  ['is one of two', ['张三', '病假', '2026.7.6', '2026.7.7', 2], '“张三”有2人同名（外贸科、外资科），分不清是谁'],
  ['has no readable day', ['李晓梅', '病假', '上周一', '', 2], 'C2“上周一”看不出是哪天到哪天'],
  ['may be of June or July', ['李晓梅', '病假', '6/7', '', 2], 'C2“6/7”看不出是哪天到哪天'],
  ['has no day at all', ['李晓梅', '病假', '', '', 2], 'C2没有起止日期'],
  ['ends before it begins', ['李晓梅', '病假', '2026.7.6', '2026.7.1', 2], '早于开始日期'],
  ['is no leave that is known', ['李晓梅', '补贴', '2026.7.6', '2026.7.7', 2], '“补贴”不是可登记的情形'],
])('whoever %s is named, and nothing is guessed', (_, row, message) => {
  const result = imported([leave(row)], [ROSTER], CONFIRMED);
  expect(linesOn(result, '特殊情形登记')).toEqual([]);
  expect(said(result).join()).toContain(message);
  expect(result.problems[0]?.severity).toBe('error');
});

test('other leave, sums and repeated headings are told and left out', () => {
  const result = imported(
    [
      leave(
        ['王建国', '年休假', '2026.7.6', '2026.7.10', 5],
        ['李晓梅', '因病', '2026.7.6', '2026.7.7', 2],
        ['姓名', '假别', '起', '止', '天数'],
        ['合计', '', '', '', 7],
      ),
    ],
    [ROSTER],
    CONFIRMED,
  );
  expect(
    linesOn(result, '特殊情形登记')
      .slice(1)
      .map((line) => line.slice(1, 6)),
  ).toEqual([['李晓梅', '病假', '2026年7月6日', '2026年7月7日', 2]]);
  expect(said(result)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('第2行是年休假，只有病假、事假计入考核天数'),
      expect.stringContaining('第4、5行是合计、说明或重复的表头'),
    ]),
  );
});

test('two rows of headings, merged cells and days without a year, which the title has', () => {
  const file = fileWith(
    '请假.xlsx',
    sheet(
      'Sheet1',
      [
        ['2026年三季度请假情况统计表'],
        ['科室', '姓名', '请假类别', '请假时间', '', '天数'],
        ['', '', '', '起', '止', ''],
        ['外贸科', '张三', '事假', '7月6日', '7月8日', 3],
        ['办公室', '李晓梅', '病假', '8.3', '8.4', 2],
        ['', '', '事假', { value: 46266, format: 'yyyy/m/d' }, { value: 46267, format: 'yyyy/m/d' }, 2],
      ],
      { merged: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'A5:A6', 'B5:B6'] },
    ),
  );
  const proposed = imported([file]);
  expect(proposed.tables[0]?.columns.map(({ heading, label }) => `${heading}=${label}`)).toEqual([
    ...['科室=科室', '姓名=姓名', '请假类别=情形', '请假时间起=开始日期', '请假时间止=结束日期', '天数=天数'],
  ]);
  const result = imported([file], [ROSTER], mapped('请假类别=情形', '请假时间起=开始日期', '请假时间止=结束日期'));
  expect(
    linesOn(result, '特殊情形登记')
      .slice(1)
      .map((line) => line.slice(0, 6)),
  ).toEqual([
    ['外贸科', '张三', '事假', '2026年7月6日', '2026年7月8日', 3],
    ['办公室', '李晓梅', '病假', '2026年8月3日', '2026年8月4日', 2],
    ['办公室', '李晓梅', '事假', '2026年9月1日', '2026年9月2日', 2],
  ]);
  expect(codes(result)).toContain('IMPORT_YEAR_TAKEN');
});

test('from and to in one cell, over the turn of a year too', () => {
  const file = fileWith(
    '请假.xlsx',
    sheet('2026年请假', [
      ['姓名', '假别', '起止时间'],
      ['王建国', '病假', '7.6-7.10'],
      ['李晓梅', '事假', '12月30日至1月2日'],
    ]),
  );
  const result = imported([file], [ROSTER], mapped('假别=情形', '起止时间=起止日期'));
  expect(
    linesOn(result, '特殊情形登记')
      .slice(1)
      .map((line) => line.slice(3, 5)),
  ).toEqual([
    ['2026年7月6日', '2026年7月10日'],
    ['2026年12月30日', '2027年1月2日'],
  ]);
});

test('days of 病假 and 事假 in columns of their own are those of the month in the title', () => {
  const file = fileWith(
    '请假.xlsx',
    sheet('统计', [
      ['2026年7月请假统计'],
      ['姓名', '病假', '事假', '迟到'],
      ['王建国', 2, '', 1],
      ['李晓梅', 1.5, '3天', ''],
      ['合计', 3.5, 3, 1],
    ]),
  );
  const result = imported([file], [ROSTER], mapped('病假=病假天数', '事假=事假天数'));
  const period = ['2026年7月1日', '2026年7月31日'];
  expect(
    linesOn(result, '特殊情形登记')
      .slice(1)
      .map((line) => line.slice(1, 6)),
  ).toEqual([
    ['王建国', '病假', ...period, 2],
    ['李晓梅', '病假', ...period, 1.5],
    ['李晓梅', '事假', ...period, 3],
  ]);
  expect(codes(result)).toEqual(expect.arrayContaining(['IMPORT_SPAN_TAKEN', 'IMPORT_ROWS_SKIPPED']));
  expect(said(result).join()).toContain('未使用：统计的迟到列');
});

test('a 特殊情形登记 of another workbook needs no mapping', () => {
  const file = fileWith(
    '登记.xlsx',
    sheet('特殊情形', [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '作用范围', '依据', '批准人', '批准日期'],
      [
        '办公室',
        '王建国',
        '直接确定为好',
        '2026-07-06',
        '',
        '季',
        '局党组会',
        '李局长',
        { value: 46210, format: 'yyyy/m/d' },
      ],
    ]),
  );
  const result = imported([file]);
  expect(linesOn(result, '特殊情形登记')[1]).toEqual([
    ...['办公室', '王建国', '直接确定为好', '2026年7月6日', '', '', '季', '局党组会', '李局长', '2026年7月7日', ''],
  ]);
  expect(result.tables).toEqual([]);
  expect(said(result)).toEqual([]);
});

test('lines go below those of the workbook’s own register, in its own columns; what it lacks is told', () => {
  const own = sheet('特殊情形登记', [
    ['姓名', '情形', '开始日期', '结束日期', '备注'],
    ['王建国', '事假', '2026年7月1日', '2026年7月2日', '手填'],
  ]);
  const result = imported([leave(['李晓梅', '病假', '2026.7.6', '2026.7.7', 2])], [ROSTER, own], CONFIRMED);
  const plan = result.sheets.find(({ sheet: name }) => name === '特殊情形登记');
  expect(plan).toMatchObject({ create: false, blocks: [{ row: 2, column: 0 }] });
  expect(linesOn(result, '特殊情形登记')).toEqual([['李晓梅', '病假', '2026年7月6日', '2026年7月7日']]);
  expect(said(result).join()).toContain('特殊情形登记：没有科室、天数、依据栏');
});

test('a heading that is to be left out is neither taken nor told again', () => {
  const choices = mapped('假别=情形', '起=开始日期', '止=不导入');
  const result = imported([leave(['李晓梅', '病假', '2026.7.6', '2026.7.8', 3])], [ROSTER], choices);
  expect(linesOn(result, '特殊情形登记')[1]?.slice(3, 6)).toEqual(['2026年7月6日', '', 3]);
  expect(codes(result)).toEqual([]);
  expect(NO_CHOICES.headings.size).toBe(0);
});
