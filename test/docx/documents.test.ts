/** What the Word files of a quarter say, read back from the files themselves. */
import { docxBytes } from '../../src/docx';
import {
  makeDocuments,
  type DocumentOptions,
  previewFinalise,
  previewNotice,
  previewObjections,
} from '../../src/excel';
import type { PaperDocument } from '../../src/forms/documents/document';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { confirmed, decided } from '../excel/support/decidedQuarter';
import { ReviewPage } from '../excel/support/reviewPage';
import { inExcel, opened } from '../excel/support/workbooks';
import { goldenPeople } from '../forms/support/golden';
import { allTexts, readTexts } from './documentText';

const quarter = '2020Q3';
const today = '2020-10-19';

/** Words that would tell a reason, and the names of what is typed beside decisions. */
const TELLING =
  /处分|警告|记过|降级|撤职|立案|请假|病假|事假|试用|抽调|借调|外借|挂职|拒不参加|急难险重|分数|得分|总分|平均|建议等次|备注|意见/;

type Asked = Pick<DocumentOptions, 'kinds'> & { readonly start?: string };

function make(workbook: WorkbookModel, asked: Asked) {
  return inExcel(workbook, () => makeDocuments({ quarter, today, ...asked }));
}

/** The file of a document, as it is written. */
async function fileOf(document: PaperDocument | undefined): Promise<Uint8Array> {
  if (document === undefined) throw new Error('no document was made');
  return docxBytes(document);
}

const namesOf = (documents: readonly PaperDocument[]) => documents.map(({ name }) => name);

let saved: Promise<Uint8Array> | undefined;

/** The quarter with remarks that nobody else may read, posted, with two objections, one of them answered. */
async function posted(): Promise<WorkbookModel> {
  return opened(await (saved ??= post()));
}

async function post(): Promise<Uint8Array> {
  const workbook = await decided();
  const page = ReviewPage.on(workbook);
  page.type('财务科 周丽', 'remark', '周丽经复核，8月病假3天，得91.5分');
  page.type('园区科 孙伟', 'party', '孙伟受警告处分');
  await confirmed(workbook, () => previewNotice({ quarter, start: '2020-10-12' }));
  const register = workbook.sheetByName('复核登记');
  const lines = [
    ['园区科', '孙伟', '认为八月份的等次偏低', '2020-10-13', '', '2020-10-14', '经复核，维持原等次'],
    ['财务科', '周丽', '请求说明依据', '2020-10-13', '', '', ''],
  ];
  lines.forEach((line, row) =>
    line.forEach((text, column) => text !== '' && register?.input(row + 1, column + 1, text)),
  );
  await confirmed(workbook, () => previewObjections({ today: '2020-10-14' }));
  return saveWorkbook(workbook);
}

async function finalised(): Promise<WorkbookModel> {
  const workbook = await posted();
  workbook.sheetByName('复核登记')?.input(2, 6, '2020-10-15');
  workbook.sheetByName('复核登记')?.input(2, 7, '已当面说明');
  await confirmed(workbook, () => previewFinalise({ quarter, today, includeFair: true }));
  return workbook;
}

test('the notice has the words, people, order and days of the 公示表, and no reason, score or remark in any part of the file', async () => {
  const workbook = await posted();
  const { documents, problems } = await make(workbook, { kinds: ['公示'] });
  expect(problems).toEqual([]);
  expect(namesOf(documents)).toEqual(['公示 2020年第三季度']);
  const [document] = documents;
  const bytes = await fileOf(document);

  const { lines } = await inExcel(workbook, () => previewNotice({ quarter, start: '2020-10-12' }));
  const rows = lines.flatMap(({ department, name, position, grade }, i) => [
    String(i + 1),
    department,
    name,
    position,
    grade,
  ]);
  expect(lines).toHaveLength(13);
  expect(readTexts(bytes)).toEqual([
    '关于2020年第三季度公务员平时考核结果的公示',
    '根据《济宁市商务局公务员平时考核工作方案》，经考核领导小组审定，现将2020年第三季度公务员平时考核结果予以公示。公示期：2020年10月12日至10月14日（3个工作日）。',
    ...['序号', '科室', '姓名', '职务', '考核等次'],
    ...rows,
    '如有异议，请于公示期内向考核领导小组办公室（人事科）反映。',
    '联系电话：',
    '联系地点：',
    '济宁市商务局',
    '2020年10月12日',
  ]);

  const texts = allTexts(bytes);
  const chinese = texts.match(/[\p{Script=Han}]+/gu) ?? [];
  expect(chinese.length).toBeGreaterThan(60);
  expect(chinese.filter((text) => TELLING.test(text))).toEqual([]);
  // What is read is words, days and numbers of lines: no total, no mean.
  const numbers =
    readTexts(bytes)
      .join(' ')
      .match(/\d+(?:\.\d+)?/g) ?? [];
  expect(numbers.filter((number) => number !== '2020' && (Number(number) > 14 || number.includes('.')))).toEqual([]);
  // Whom the notice does not list is nowhere in the file.
  const absent = goldenPeople().filter(({ name }) => !lines.some((line) => line.name === name));
  expect(absent.length).toBeGreaterThan(3);
  expect(absent.filter(({ name }) => texts.includes(name))).toEqual([]);
});

test('what the office typed below the list of its 公示表 stands in the document, too', async () => {
  const workbook = await posted();
  const sheet = workbook.sheetByName('公示');
  const row = [...(sheet?.data.cells.keys() ?? [])]
    .map((key) => key.split(',').map(Number))
    .find(([r = 0, c = 0]) => String(sheet?.formula(r, c)).startsWith('联系电话'))?.[0];
  sheet?.input(row ?? 0, 2, '0537-1234567');
  sheet?.input((row ?? 0) + 1, 0, '联系地点：二楼人事科');
  const { documents } = await make(workbook, { kinds: ['公示'] });
  const texts = readTexts(await fileOf(documents[0]));
  expect(texts).toEqual(expect.arrayContaining(['联系电话：0537-1234567', '联系地点：二楼人事科']));
});

test('another day of posting than that of the 公示表 is told', async () => {
  const { problems } = await make(await posted(), { kinds: ['公示'], start: '2020-10-20' });
  expect(problems.map(({ code }) => code)).toEqual(['DOCUMENT_POSTED_OTHERWISE']);
});

test('a 反馈单 is a file and a page of its own, with nothing of anybody else in any part of it', async () => {
  const workbook = await finalised();
  const { documents, problems } = await make(workbook, { kinds: ['反馈单'] });
  expect(problems).toEqual([]);
  const own = documents.filter(({ person }) => person !== null);
  const people = ReviewPage.on(workbook).people;
  expect(own).toHaveLength(17);
  const everybody = goldenPeople();
  for (const document of own) {
    expect(document.pages).toHaveLength(1);
    const bytes = await docxBytes(document);
    const [texts, read] = [allTexts(bytes), readTexts(bytes)];
    const about = everybody.filter(({ name }) => texts.includes(name));
    // 王建国 is two people, told apart by their 科室.
    expect(new Set(about.map(({ name }) => name)).size).toBeLessThanOrEqual(1);
    const who = everybody.find(({ department, name }) => document.person === `${department} ${name}`);
    expect(who).toBeDefined();
    expect(about).toContain(who);
    const departments = new Set(everybody.map(({ department }) => department));
    const others = [...departments].filter((each) => each !== who?.department);
    const besides = texts.replaceAll('考核领导小组办公室（人事科）', '');
    expect(others.filter((department) => besides.includes(department))).toEqual([]);
    expect(read).toContain(who?.suggestedGrade);
    expect(read.join('')).not.toMatch(/病假|处分|\d+\.\d|维持原等次/);
  }
  expect(people.length).toBe(19);

  // Printed together, each page is still one person's.
  const [together] = documents.filter(({ person }) => person === null);
  expect(together?.pages).toEqual(own.flatMap(({ pages }) => pages));
});

test('without a decision there is no 反馈单: for nobody it is refused, for some they are named', async () => {
  const some = await make(await decided(['周丽', '孙伟']), { kinds: ['反馈单'] });
  expect(some.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['DOCUMENT_WITHOUT_RESULT', 'warning'],
    ['DOCUMENT_NOT_FINAL', 'warning'],
  ]);
  expect(some.problems[0]?.message).toContain('还有2人没有审定等次，没有反馈单：园区科 孙伟、财务科 周丽');
  expect(some.documents.filter(({ person }) => /周丽|孙伟/.test(person ?? ''))).toEqual([]);

  const none = await make(await decided(goldenPeople().map(({ name }) => name)), { kinds: ['反馈单'] });
  expect(none.documents).toEqual([]);
  expect(none.problems).toMatchObject([{ code: 'DOCUMENT_NOBODY_DECIDED', severity: 'error' }]);
});

test('the notice is refused while anybody lacks a decision', async () => {
  const { documents, problems } = await make(await decided(['周丽']), { kinds: ['公示'] });
  expect(documents).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'NOTICE_UNDECIDED', severity: 'error' }));
});

test('an objection with its result is answered in the words of 复核登记; one without is named', async () => {
  const { documents, problems } = await make(await posted(), { kinds: ['复核答复'] });
  expect(namesOf(documents)).toEqual(['复核答复 2020年第三季度 园区科 孙伟']);
  expect(readTexts(await fileOf(documents[0]))).toEqual([
    '关于平时考核结果异议的复核答复',
    '孙伟同志：',
    '您2020年10月13日对2020年第三季度公务员平时考核结果提出的异议收悉，内容为：认为八月份的等次偏低。',
    '考核领导小组按照公正、公开、透明的原则进行了复核。现答复如下：',
    '经复核，维持原等次。',
    '特此答复。',
    '济宁市商务局',
    '2020年10月14日',
    '签收：　　　　　　　　　　　　　　　　年　　月　　日',
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['DOCUMENT_REPLY_OPEN']);
});

test('whom 结果运用 asks to be talked to has a 谈话记录, filled in as far as it is known', async () => {
  const { documents } = await make(await finalised(), { kinds: ['谈话记录'] });
  const followed = goldenPeople().filter(({ suggestedGrade }) => ['一般', '较差'].includes(suggestedGrade));
  expect(documents.map(({ person }) => person).sort()).toEqual(
    followed.map(({ department, name }) => `${department} ${name}`).sort(),
  );
  const sun = documents.find(({ person }) => person === '园区科 孙伟');
  const texts = readTexts(await fileOf(sun));
  expect(texts.slice(0, 5)).toEqual(['谈　话　记　录', '谈话对象', '孙伟', '科　室', '园区科']);
  expect(texts.join('')).toContain('2020年第三季度公务员平时考核结果为“较差”');
});

test('without 结果运用 there are no talks to record, and it is told what comes first', async () => {
  const { documents, problems } = await make(await posted(), { kinds: ['谈话记录'] });
  expect(documents).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['DOCUMENT_NO_FOLLOW_UP']);
});

test("the year's summary counts decisions alone, and names the quarters that have none", async () => {
  const workbook = await finalised();
  const { documents, problems } = await inExcel(workbook, () => makeDocuments({ year: 2020, today: '2020-12-31' }));
  expect(documents).toHaveLength(1);
  const [document] = documents;
  const texts = readTexts(await fileOf(document));
  const count = (grade: string) => goldenPeople().filter(({ suggestedGrade }) => suggestedGrade === grade).length;
  const row = texts.indexOf('第三季度');
  const grades = ['好', '较好', '一般', '较差', '不确定等次'];
  expect(texts.slice(row + 2, row + 7)).toEqual(grades.map((grade) => String(count(grade))));
  expect(texts).toContain('第三季度已审定、公示并定稿；第一季度、第二季度、第四季度没有审定结果。');
  expect(texts).toContain('第三季度：公示期2020年10月12日至10月14日，登记异议2件，办结2件。');
  expect(problems.filter(({ code }) => code === 'DOCUMENT_QUARTER_UNDECIDED')).toHaveLength(3);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'DOCUMENT_FILL_IN' }));

  const none = await inExcel(workbook, () => makeDocuments({ year: 2021, today: '2021-12-31' }));
  expect(none.documents).toEqual([]);
  expect(none.problems).toMatchObject([{ code: 'DOCUMENT_YEAR_UNDECIDED' }]);
});
