import { join } from 'node:path';
import { applyPlan, check, previewForms } from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { inExcel, openFixture, reopened, sheetOf, workbookOf } from './support/workbooks';
import type { Book } from '../../src/forms/book/model';

/** 附件1 and 附件2 of one person below each other, as LibreOffice made them of tables pasted from Word. */
const PASTED = join(__dirname, '../fixtures/xlsx/weekly-and-filing.xlsx');

const read = (workbook: WorkbookModel): Promise<Book> => inExcel(workbook, async () => (await check()).book);

test('a sheet that LibreOffice made of pasted tables gives both forms', async () => {
  const { weeklyRecords, filings, formsInOrder, people } = await read(await openFixture(PASTED));
  expect(formsInOrder.map(({ annex }) => annex)).toEqual([1, 2]);
  expect(weeklyRecords).toMatchObject([
    {
      header: { department: '外贸科', name: '李军', displayName: '李　军', position: '四级主任科员', since: '2018-03' },
      from: '2021-05-03',
      to: '2021-05-07',
      tasks: [
        { row: 6, progress: '起草稳外贸方案\n征求意见', completed: '已完成', finished: '2021-05-06' },
        { row: 7, progress: '走访重点企业', completed: '进行中', finished: null },
      ],
    },
  ]);
  expect(filings).toMatchObject([
    {
      month: '2021-05',
      goals: '稳外贸促增长',
      duties: '外贸统计',
      tasks: [
        { progress: '起草稳外贸方案', completed: '已完成', finished: '2021-05-06' },
        { progress: '走访重点企业', completed: '进行中' },
      ],
      comment: '工作认真负责。',
      suggestedGrade: '较好',
      signer: '王强',
      signedOn: '2021-06-03',
      committeeOpinion: '同意。',
      committeeOn: '2021-06-08',
      statusNote: '',
    },
  ]);
  expect(people).toEqual([]);
});

describe('the forms that the program makes', () => {
  const made = async (annex: 1 | 2) => {
    const workbook = workbookOf({
      人员名册: [
        ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
        [1, '市商务局', '外贸科', '李军', '科长', '2018.03', '公务员', ''],
      ],
    });
    const people = { kind: 'person', department: '外贸科', name: '李军' } as const;
    await inExcel(workbook, async () => applyPlan((await previewForms({ annex, month: '2021-05', people })).plan));
    const name = workbook.sheets.map((each) => each.name).find((each) => each.includes('李军')) ?? '';
    return { workbook, name };
  };
  const header = { department: '外贸科', name: '李军', displayName: '李军', position: '科长', since: '2018-03' };

  test('of 附件1 are read as the weeks they were made for, without a task', async () => {
    const { workbook } = await made(1);
    const { weeklyRecords, problems } = await read(await reopened(workbook));
    expect(weeklyRecords.map(({ header: of, from, to, tasks }) => [of, from, to, tasks.length])).toEqual([
      [header, '2021-05-06', '2021-05-08', 0],
      [header, '2021-05-10', '2021-05-14', 0],
      [header, '2021-05-17', '2021-05-21', 0],
      [header, '2021-05-24', '2021-05-28', 0],
      [header, '2021-05-31', '2021-05-31', 0],
    ]);
    expect(problems.filter(({ code }) => code.startsWith('PERIOD') || code.startsWith('DATE'))).toEqual([]);
  });

  test('of 附件2 give back what is typed into them', async () => {
    const { workbook, name } = await made(2);
    const empty = await read(workbook);
    expect(empty.filings).toMatchObject([{ header, month: '2021-05', suggestedText: '', signer: '', signedOn: null }]);
    const sheet = sheetOf(workbook, name);
    sheet.input(8, 2, '起草方案');
    sheet.input(8, 3, '已办结');
    sheet.input(18, 1, '工作认真。');
    sheet.input(19, 2, '较好');
    sheet.input(19, 3, '签名：王强');
    sheet.input(20, 3, '2021年6月3日');
    sheet.input(21, 1, '同意。');
    sheet.input(22, 1, '2021年6月8日');
    const { filings } = await read(await reopened(workbook));
    expect(filings).toMatchObject([
      {
        tasks: [{ progress: '起草方案', completed: '已完成' }],
        comment: '工作认真。',
        suggestedGrade: '较好',
        signer: '王强',
        signedOn: '2021-06-03',
        committeeOpinion: '同意。',
        committeeOn: '2021-06-08',
        cells: { suggestedGrade: 'C20', signer: 'D20', signedOn: 'D21', committeeOn: 'B23' },
      },
    ]);
  });
});
