import { checked, found, kaohe, messyFile, months, totals } from './support/checking';

test('forms-stacked: every form of a sheet is found by its own title and headings', async () => {
  const reading = await checked('forms-stacked');
  expect(months(reading)).toEqual(['2020-07', '2020-08', '2020-09']);
  expect(totals(reading)).toEqual({
    '第三季度!5 赵敏': 85.4,
    '第三季度!6 李伟': 80.7,
    '第三季度!13 赵敏': 85.8,
    '第三季度!14 李伟': 80.7,
    '第三季度!15 孙丽': 91.3,
    '第三季度!21 孙丽': 91.3,
  });
  // Each month has other people, and no roster says who belongs to it.
  expect(found(reading)).toEqual([
    'warning PERSON_MISSING 第三季度：2020年7月没有孙丽的打分，同季其他月份有；请补打分、在特殊情形登记中说明，或核对姓名是否一致',
    'warning PERSON_MISSING 第三季度：2020年9月没有赵敏、李伟的打分，同季其他月份有；请补打分、在特殊情形登记中说明，或核对姓名是否一致',
  ]);
});

test('months-across-workbooks: months in several files are checked together, each under its file’s name', async () => {
  const files = ['blank-rows', 'year-left'].map(messyFile);
  const { code, out } = await kaohe('check', ...files, '--json');
  const answer: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(answer).toMatchObject({
    forms: [
      { file: files[0], sheet: '7月', month: '2020-07', people: 3 },
      { file: files[1], sheet: '2021年1月', month: '2021-01', people: 2 },
    ],
    problems: [
      { file: files[0], code: 'RECORDS_NONE' },
      { file: files[1], code: 'YEAR_DIFFERS' },
      { file: files[1], code: 'RECORDS_NONE' },
    ],
  });
});

test('month-conflict: title and sheet name with different months are an error of the form', async () => {
  const reading = await checked('month-conflict');
  expect(months(reading)).toEqual([null, '2020-09']);
  expect(Object.values(totals(reading))).toEqual([null, null, 85.4, 80.7]);
  expect(found(reading)).toEqual(['error MONTH_CONFLICT 8月 H3：表题7月，表名8月，整表未计入；请改为一致']);
});

test('month-absent: a form without a month is computed and counts for none', async () => {
  const reading = await checked('month-absent');
  expect(months(reading)).toEqual([null]);
  expect(Object.values(totals(reading))).toEqual([85.4, 80.7]);
  expect(reading.book.months.size).toBe(0);
  expect(found(reading)).toEqual([
    'warning MONTH_MISSING 测评表 A1:J7：看不出是哪个月的测评表，未计入任何月份；请在表题下写明年月，如2020年7月',
  ]);
});

test('date-notation: 2020.6.12 2020-6-12 20200612 43994 and date cells are June 2020, by text or by format', async () => {
  const reading = await checked('date-notation');
  expect(months(reading)).toEqual(Array.from({ length: 9 }, () => '2020-06'));
  // The first six have a day: they say when the form was signed, and the month follows from it.
  expect(found(reading)).toEqual(
    '一二三四五六'
      .split('')
      .map(
        (number) =>
          `warning MONTH_FROM_SIGNING_DATE 科室${number} H3：没有写明考核月份，按签字日期归入2020年6月，请核对并写明年月`,
      ),
  );
});

test('date-1904: serial numbers of a workbook that counts from 1904', async () => {
  const reading = await checked('date-1904');
  expect(months(reading)).toEqual(['2020-06']);
  expect(found(reading)).toEqual([]);
});

test('date-partial: 6.12 takes its year from the other forms, 6/7 is ambiguous, 6.31 is no date', async () => {
  const reading = await checked('date-partial');
  expect(months(reading)).toEqual(['2020-07', '2020-06', '2020-06', null]);
  const signed = '没有写明考核月份，按签字日期归入2020年6月，请核对并写明年月';
  expect(found(reading)).toEqual([
    'warning YEAR_INHERITED 甲 H3：只写了6月，按本工作簿其他表补为2020年，请核对',
    `warning MONTH_FROM_SIGNING_DATE 甲 H3：${signed}`,
    'warning DATE_AMBIGUOUS 乙 H3“6/7”不明确（6月7日或7月6日），请写成2020年6月7日的样子',
    'warning YEAR_INHERITED 乙 H3：只写了6月，按本工作簿其他表补为2020年，请核对',
    `warning MONTH_FROM_SIGNING_DATE 乙 H3：${signed}`,
    'error DATE_INVALID 丙 H3“6.31”不是有效日期，请改正',
    'warning MONTH_MISSING 丙 A1:J7：看不出是哪个月的测评表，未计入任何月份；请在表题下写明年月，如2020年7月',
  ]);
});

test('year-left: last year’s number in the form, this year’s on the tab', async () => {
  const reading = await checked('year-left');
  expect(months(reading)).toEqual(['2021-01']);
  expect(found(reading)).toEqual([
    'warning YEAR_DIFFERS 2021年1月 H3：表内年份2020，与考核期2021不一致，归入2021年1月；请改正表内年份',
  ]);
});
