import { notesOf } from '../../../src/host/objects/sheet/notes';
import { choicesAt, hasChoices } from '../../../src/host/objects/rules/validationCheck';
import { WorkbookModel } from '../../../src/host/workbook/model/workbook';

test('notes and comments are read with their replies and authors', () => {
  const workbook = WorkbookModel.create();
  const sheet = workbook.addSheet('表');
  sheet.cells.set('0,0', { value: null, type: 'empty', comment: { text: '王主任：请核对' } });
  workbook.data.persons = [
    { id: '1', displayName: '王主任' },
    { id: '2', displayName: '李科长' },
  ];
  const thread = [
    { id: 'a', personId: '1', text: '缺一个月' },
    { id: 'b', parentId: 'a', personId: '2', text: '已补' },
  ];
  sheet.cells.set('1,1', { value: null, type: 'empty', comment: { text: '缺一个月', thread } });
  expect([...notesOf(sheet)]).toEqual([
    ['0,0', '王主任：请核对'],
    ['1,1', '王主任：缺一个月\n李科长：已补'],
  ]);
});

test('a list offers what stands in its cells, by a name too, unless it hides its arrow', async () => {
  const workbook = WorkbookModel.create();
  const sheet = workbook.addSheet('表');
  const list = workbook.addSheet('名单');
  list.input(0, 0, '办公室');
  list.input(1, 0, '50%');
  list.input(2, 0, '=A1&"一科"');
  workbook.data.namedRanges = [{ name: '科室', range: '名单!$A$1:$A$4' }];
  sheet.data.dataValidations = [
    { type: 'list', formula1: '科室', range: 'A1:A9' },
    { type: 'list', values: ['好', '较好'], range: 'B1', attributes: { showDropDown: '1' } },
    { type: 'list', formula1: '名单!A1:A1', range: 'C1:C9' },
  ];
  expect(await choicesAt(sheet, 4, 0)).toEqual(['办公室', '50%', '办公室一科']);
  expect(await choicesAt(sheet, 1, 2)).toEqual(['50%']);
  expect([hasChoices(sheet, 4, 0), hasChoices(sheet, 0, 1), hasChoices(sheet, 0, 4)]).toEqual([true, false, false]);
});
