import { EmbeddedHost, type HostChange } from '../../src/host/bridge';
import { connect } from '../../src/host/client';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';

async function started() {
  const host = new EmbeddedHost(WorkbookModel.create());
  const { Excel } = await connect(host);
  const changes: HostChange[] = [];
  host.onChanged((change) => changes.push(change));
  return { host, Excel, changes };
}

test('reading the workbook changes nothing', async () => {
  const { host, Excel, changes } = await started();
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject();
    used.load('values');
    context.workbook.functions.date(2020, 7, 1).load('value');
    await context.sync();
  });
  await host.settled();
  expect(changes).toEqual([]);
});

test('writes, new sheets and selections of the add-in are told', async () => {
  const { Excel, changes } = await started();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
    const added = context.workbook.worksheets.add('新表');
    await context.sync();
    added.activate();
    added.getRange('B2').select();
    await context.sync();
  });
  expect(changes).toEqual([
    { content: true, selection: false },
    { content: true, selection: false },
    { content: false, selection: true },
  ]);
});

test('a person’s typing is told when it was accepted, and a person’s selection is the add-in’s to ask for', async () => {
  const { host, Excel, changes } = await started();
  await host.userEdit('Sheet1', 'A1', [[5]]);
  expect(await host.userEdit('Sheet1', 'A1', [['=SUM(']])).toMatchObject({ accepted: false });
  expect(changes).toEqual([{ content: true, selection: false }]);
  await host.userSelect('Sheet1', { row: 2, column: 1, rows: 1, columns: 2 });
  const address = await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(address).toBe('Sheet1!B3:C3');
});
