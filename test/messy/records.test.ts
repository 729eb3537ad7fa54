import type { Reading } from '../../src/excel';
import { checked, found } from './support/checking';

/** Person, first and last day, number of tasks of every 附件1. */
const weeks = ({ book }: Reading) =>
  book.weeklyRecords.map(({ sheet, header, from, to, tasks }) => [sheet, header.name, from, to, tasks.length]);

test('record-sheets: a sheet for each person, several 附件1 and an 附件2 stacked on one', async () => {
  const reading = await checked('record-sheets');
  expect(weeks(reading)).toEqual([
    ['赵敏', '赵敏', '2020-07-06', '2020-07-10', 2],
    ['李伟', '李伟', '2020-07-06', '2020-07-10', 2],
    ['李伟', '李伟', '2020-07-13', '2020-07-17', 2],
  ]);
  expect(reading.book.filings).toMatchObject([
    {
      sheet: '李伟',
      month: '2020-07',
      header: { department: '办公室', name: '李伟', position: '科员', since: '2018-03' },
      goals: '办文办会',
      duties: '文秘',
      comment: '工作认真。',
      suggestedGrade: '好',
      signer: '张华',
      signedOn: '2020-07-31',
    },
  ]);
  expect(found(reading, 'NAME_NORMALISED')).toEqual([
    'note NAME_NORMALISED 李伟 E4：姓名“李 伟”按“李伟”处理，显示不变',
  ]);
  expect(found(reading).filter((line) => line.startsWith('error'))).toEqual([]);
});

test('since-month: 2018.03 and its other spellings are a month, a day where one is written', async () => {
  const { book } = await checked('since-month');
  expect(book.weeklyRecords.map(({ header }) => header.since)).toEqual([
    '2018-03',
    '2018-03',
    '2018-03',
    '2018-03-01',
    '2018-03',
    '2018-03',
    '去年',
  ]);
});

test('task-rows: fourteen tasks with a broken 序号 are all read', async () => {
  const reading = await checked('task-rows');
  const tasks = reading.book.weeklyRecords.flatMap((record) => record.tasks);
  expect(tasks.map(({ index }) => index).join(' ')).toBe('1 2 3 4  6 7 8 9 7 11 12 13 14');
  expect(tasks.map(({ progress }) => progress)).toEqual(Array.from({ length: 14 }, (_, i) => `任务${i + 1}`));
  expect(tasks.map(({ finished }) => finished)).toEqual(
    Array.from({ length: 14 }, (_, i) => (i === 0 ? '2020-07-08' : '2020-07-09')),
  );
  expect(found(reading, 'YEAR_INHERITED')).toEqual([
    'warning YEAR_INHERITED 赵敏 E7：完结时间没有年份（E7），按考核期2020年前后补全，请核对',
  ]);
  expect(found(reading).filter((line) => line.startsWith('error'))).toEqual([]);
});

test('completion-words: ✓ √ 100% are done, 进行中 and 60% under way; unknown words stay as they are', async () => {
  const { book } = await checked('completion-words');
  const tasks = book.weeklyRecords.flatMap((record) => record.tasks);
  expect(tasks.map(({ completion, completed }) => [completion, completed])).toEqual([
    ['✓', '已完成'],
    ['√', '已完成'],
    ['100%', '已完成'],
    ['100%', '已完成'],
    ['进行中', '进行中'],
    ['60%', '进行中'],
    ['未完成', '未完成'],
    ['等通知', null],
    ['', null],
  ]);
});

test('weeks: weeks that overlap, leave a gap, or cross months are credited by working days', async () => {
  const reading = await checked('weeks');
  expect(weeks(reading)).toEqual([
    ['第一周', '赵敏', '2020-07-01', '2020-07-10', 2],
    ['第二周', '赵敏', '2020-07-06', '2020-07-10', 2],
    ['第五周', '赵敏', '2020-07-27', '2020-08-07', 2],
  ]);
  expect(found(reading, 'WEEKS_OVERLAP', 'WEEK_CROSSES_MONTHS', 'WEEKS_MISSING')).toEqual([
    expect.stringMatching(/^warning WEEKS_OVERLAP 第二周 A3：赵敏的周记实与另一份（第一周 A3）重叠：7月6日.*7月10日/),
    'warning WEEK_CROSSES_MONTHS 第五周 A3：周记实跨月，按工作日分别计入：2020年7月5天、2020年8月5天；请按月分开填写',
    expect.stringMatching(/^warning WEEKS_MISSING 第一周 A3：赵敏2020年7月的周记实缺7月13日至17日、7月20日至24日/),
  ]);
});

test('suggested-grades: 建议等次 in words of other scales is an error with the grade to write', async () => {
  const reading = await checked('suggested-grades');
  expect(reading.book.filings.map(({ suggestedText, suggestedGrade }) => [suggestedText, suggestedGrade])).toEqual([
    ['优秀', null],
    ['良好', null],
    ['A', null],
    ['合格', null],
    ['较好', '较好'],
  ]);
  const rule = '不是规定的等次，等次须为好/较好/一般/较差';
  expect(found(reading, 'GRADE_WORD')).toEqual([
    `error GRADE_WORD 人1 B11：建议等次“优秀”${rule}，建议改为“好”；请改正`,
    `error GRADE_WORD 人2 B11：建议等次“良好”${rule}，建议改为“较好”；请改正`,
    `error GRADE_WORD 人3 B11：建议等次“A”${rule}，建议改为“好”；请改正`,
    `error GRADE_WORD 人4 B11：建议等次“合格”${rule}，建议改为“一般”；请改正`,
  ]);
});

test('filing-signature: an 附件2 signed with a picture', async () => {
  const reading = await checked('filing-signature');
  expect(reading.book.filings.map(({ signer, suggestedGrade }) => [signer, suggestedGrade])).toEqual([['', '好']]);
  expect(found(reading, 'SIGNATURE_PICTURE')).toEqual([
    'warning SIGNATURE_PICTURE 赵敏 B11：有评语或日期而没有键入签名，无法核对图片签名；请在“签名：”后键入姓名',
  ]);
});
