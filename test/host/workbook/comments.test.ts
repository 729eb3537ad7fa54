/** Notes and threads of newer Excel: what is made, changed and moved here is in the file, with all that it had. */
import { unzipSync } from 'fflate';
import type { SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { openExcelOf } from '../embedded';
import { faultsOf } from './integrity';
import { firstSheet, newSheet, opened, partOf, reopened, sheetNamed } from './modelSteps';
import { handWritten, relationship } from './ooxml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships';
const [FIRST, ANSWER, PERSON] = ['1', '2', '9'].map(
  (digit) => `{${digit.repeat(8)}-AAAA-BBBB-CCCC-${digit.repeat(12)}}`,
);

const box = (id: number, row: number, column: number, kind = 'Note'): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='width:300pt'><v:textbox><div>一<br>二</div></v:textbox>` +
  `<x:ClientData ObjectType="${kind}"><x:Anchor>\n 2, 15, ${row}, 10, 4, 15, ${row + 4}, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

/** A note in A2 with fonts, and a comment in C4 with an answer that mentions somebody, as Excel writes them. */
function commented(): Uint8Array {
  return handWritten({
    sheets: [
      {
        name: '表',
        content: '<sheetData/><legacyDrawing r:id="rIdVml"/>',
        relationships:
          relationship('rIdVml', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
          relationship('rIdNotes', 'comments', '../comments1.xml') +
          relationship('rIdThreads', `${MICROSOFT}/threadedComment`, '../threadedComments/threadedComment1.xml'),
      },
    ],
    workbookRelationships: relationship('rIdPerson', `${MICROSOFT}/person`, 'persons/person.xml'),
    parts: {
      'xl/comments1.xml':
        `<x:comments xmlns:x="${MAIN}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><x:authors><x:author>处长</x:author><x:author>tc=${FIRST}</x:author></x:authors><x:commentList>` +
        '<x:comment ref="A2" authorId="0" shapeId="0" xr:uid="{0A}"><x:text><x:r><x:rPr><x:b/></x:rPr><x:t>核对\r\n签名</x:t></x:r></x:text></x:comment>' +
        `<x:comment ref="C4" authorId="1" shapeId="0" xr:uid="${FIRST}"><x:text><x:t>[Threaded comment] 缺一天</x:t></x:text></x:comment></x:commentList></x:comments>`,
      'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${box(1030, 1, 0)}${box(1031, 3, 2)}${box(1032, 8, 0, 'Button')}</xml>`,
      'xl/threadedComments/threadedComment1.xml':
        `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="C4" dT="2020-07-02T08:00:00.00" personId="${PERSON}" id="${FIRST}"><text>缺一天</text></threadedComment>` +
        `<threadedComment ref="C4" dT="2020-07-03T08:00:00.00" personId="${PERSON}" id="${ANSWER}" parentId="${FIRST}"><text>@李科长 已补</text><mentions><mention mentionpersonId="${PERSON}" mentionId="{0B}" startIndex="0" length="4"/></mentions></threadedComment></ThreadedComments>`,
      'xl/persons/person.xml': `<personList xmlns="${THREADS}"><person displayName="王主任" id="${PERSON}" userId="w@example.cn" providerId="AD"/></personList>`,
    },
    types: {
      'xl/comments1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      'xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
      'xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
    },
  });
}

/** Texts by cell; a thread's messages by author. */
function said(sheet: SheetModel): Record<string, unknown> {
  const names = new Map(sheet.workbook.data.persons?.map(({ id, displayName }) => [id, displayName]));
  return Object.fromEntries(
    [...sheet.cells].flatMap(([key, { comment }]) =>
      comment
        ? [[key, comment.thread?.map(({ personId, text }) => `${names.get(personId) ?? '?'} ${text}`) ?? comment.text]]
        : [],
    ),
  );
}

async function changed(workbook: WorkbookModel, change: (sheet: Excel.Worksheet) => void): Promise<void> {
  const { run } = await openExcelOf(workbook, { apiVersion: '1.15' });
  await run(async (context) => {
    change(context.workbook.worksheets.getFirst());
    await context.sync();
  });
}

test('a new comment and its answer are in the file, readable as a note by older programs', async () => {
  const { workbook } = newSheet();
  await changed(workbook, (sheet) => {
    const comment = sheet.comments.add('B2', '请 <核对>');
    comment.replies.add('已核对');
    comment.resolved = true;
  });
  expect(losses(workbook)).toEqual([]);
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(partOf(saved, 'xl/comments1.xml')).toMatch(/注释:\n {4}请 &lt;核对&gt;\n答复:\n {4}已核对</);
  expect(partOf(saved, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>');
  const again = firstSheet(await opened(saved));
  const [comment] = [...firstSheet(workbook).cells.values()];
  expect(again.cell(1, 1)?.comment?.thread).toMatchObject(comment?.comment?.thread ?? []);
  expect(again.cell(1, 1)?.comment?.thread?.map(({ done }) => done)).toEqual([true, undefined]);
});

test('what Excel wrote is read, answered and moved; fonts, boxes, mentions, ids and buttons stay', async () => {
  const workbook = await opened(commented());
  expect(said(firstSheet(workbook))).toEqual({ '1,0': '核对\n签名', '3,2': ['王主任 缺一天', '王主任 @李科长 已补'] });
  await changed(workbook, (sheet) => {
    sheet.getRange('1:1').insert('Down');
    const comment = sheet.comments.getItemByCell('C5');
    comment.replies.add('谢谢');
    comment.content = '缺两天';
  });
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved).filter((fault) => !fault.includes('vmlDrawing1.vml is not well formed'))).toEqual([]);
  const author = workbook.data.persons?.[1]?.displayName ?? '';
  expect(author).not.toBe('');
  expect(said(firstSheet(await opened(saved)))).toEqual({
    '2,0': '核对\n签名',
    '4,2': ['王主任 缺两天', '王主任 @李科长 已补', `${author} 谢谢`],
  });
  expect(partOf(saved, 'xl/comments1.xml')).toContain(
    '<x:comment ref="A3" authorId="0" shapeId="0" xr:uid="{0A}"><x:text><x:r><x:rPr><x:b/>',
  );
  const threads = partOf(saved, 'xl/threadedComments/threadedComment1.xml');
  expect(threads).toContain(`ref="C5" dT="2020-07-02T08:00:00.00" personId="${PERSON}" id="${FIRST}"`);
  expect(threads).toContain('<mention mentionpersonId=');
  expect(partOf(saved, 'xl/persons/person.xml')).toContain('userId="w@example.cn"');
  const drawing = partOf(saved, 'xl/drawings/vmlDrawing1.vml');
  expect(drawing.match(/<v:shape id="\w+"/g)).toHaveLength(3);
  expect(drawing.match(/width:300pt/g)).toHaveLength(3);
  expect(drawing).toContain('ObjectType="Button"><x:Anchor>\n 2, 15, 8, 10');
  expect(drawing).toContain('2, 15, 2, 10, 4, 15, 6, 4</x:Anchor><x:Row>2</x:Row><x:Column>0</x:Column>');
});

test('what nobody touched stays as it was', async () => {
  const bytes = commented();
  const saved = unzipSync(await saveWorkbook(await opened(bytes)));
  for (const [path, content] of Object.entries(unzipSync(bytes)))
    if (/comment|vml|person/i.test(path)) expect(saved[path]).toEqual(content);
});

test('a sheet without comments any more has no parts of them, but for its buttons', async () => {
  const workbook = await opened(commented());
  await changed(workbook, (sheet) => {
    sheet.comments.getItemByCell('C4').delete();
    sheet.getRange('A2').clear();
  });
  const saved = await saveWorkbook(workbook);
  expect(Object.keys(unzipSync(saved)).filter((path) => /comments/i.test(path))).toEqual([]);
  expect(partOf(saved, 'xl/drawings/vmlDrawing1.vml').match(/ObjectType="\w+"/g)).toEqual(['ObjectType="Button"']);
});

test('copies of cells and sheets have comments of their own', async () => {
  const workbook = await opened(commented());
  await changed(workbook, (sheet) => {
    sheet.getRange('D9').copyFrom('C4');
    sheet.copy('End').name = '副本';
    sheet.comments.getItemByCell('D9').content = '另一个';
  });
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved).filter((fault) => !fault.includes('.vml is not well formed'))).toEqual([]);
  const again = await reopened(workbook);
  const both = ['王主任 缺一天', '王主任 @李科长 已补'];
  expect(said(firstSheet(again))).toEqual({ '1,0': '核对\n签名', '3,2': both, '8,3': ['王主任 另一个', both[1]] });
  expect(said(sheetNamed(again, '副本'))).toEqual({ '1,0': '核对\n签名', '3,2': both, '8,3': both });
  const ids = again.sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ comment }) => comment?.thread?.map(({ id }) => id) ?? []),
  );
  expect(new Set(ids).size).toBe(8);
});
