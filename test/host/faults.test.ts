import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from './embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

function write(options: Excel.RunOptions = {}): Promise<void> {
  return excel.run(options, async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').values = [[1]];
    await context.sync();
  });
}

const written = (): unknown => excel.host.workbook.sheets[0]?.value(0, 0);

test('while a person edits a cell Excel refuses', async () => {
  excel.host.faults.inject({ kind: 'cellEdit' });
  expect((await refusalOf(write())).code).toBe('InvalidOperationInCellEditMode');
  expect(written()).toBe('');
  await write();
  expect(written()).toBe(1);
});

test('with delayForCellEdit Excel waits until the edit ends', async () => {
  excel.host.faults.inject({ kind: 'cellEdit' }, Infinity);
  const done = write({ delayForCellEdit: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(written()).toBe('');
  excel.host.faults.clear('cellEdit');
  await done;
  expect(written()).toBe(1);
});

test('a fault for a while lasts until it is cleared', async () => {
  excel.host.faults.inject({ kind: 'cellEdit' }, Infinity);
  expect((await refusalOf(write())).code).toBe('InvalidOperationInCellEditMode');
  expect((await refusalOf(write())).code).toBe('InvalidOperationInCellEditMode');
  excel.host.faults.clear();
  await write();
  expect(written()).toBe(1);
});

test('when the answer is lost the work is done all the same', async () => {
  excel.host.faults.inject({ kind: 'lostAnswer' });
  const outcome = await Promise.race([
    write().then(() => 'answered'),
    new Promise((resolve) => setTimeout(() => resolve('silence'), 50)),
  ]);
  expect(outcome).toBe('silence');
  expect(written()).toBe(1);
});

test('a failure in the middle of a batch leaves the first half done', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load('name');
      await context.sync();
      excel.host.faults.inject({ kind: 'failure', action: 1, code: 'GeneralException' });
      sheet.name = '一';
      sheet.tabColor = '#FF0000';
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'GeneralException' });
  expect(excel.host.workbook.sheets[0]?.name).toBe('一');
  expect(excel.host.workbook.sheets[0]?.data.view?.tabColor).toBeUndefined();
});

test('a request or an answer over the limit is refused as Excel on the web does', async () => {
  excel = await openExcel({ payloadLimit: 20_000 });
  const many = Array.from({ length: 1000 }, (_, row) => [row, '德能勤绩廉']);
  const tooLarge = await refusalOf(
    excel.run(async (context) => {
      filledSheet(context, many);
      await context.sync();
    }),
  );
  expect(tooLarge.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(written()).toBe('');
  const tooMuch = await refusalOf(
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:J1000');
      Object.assign(range, { values: '字' });
      range.load('values');
      await context.sync();
    }),
  );
  expect(tooMuch.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('the size limit can be met by small requests too', async () => {
  excel.host.faults.inject({ kind: 'requestTooLarge' });
  expect((await refusalOf(write())).code).toBe('RequestPayloadSizeLimitExceeded');
  expect(written()).toBe('');
  excel.host.faults.inject({ kind: 'responseTooLarge' });
  expect((await refusalOf(write())).code).toBe('ResponsePayloadSizeLimitExceeded');
  expect(written()).toBe(1);
});

test('the counters tell syncs from the clean-up after a run, and count bytes both ways', async () => {
  excel.host.resetCounters();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.load('values');
    await context.sync();
    range.values = [['甲']];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  await excel.host.settled();
  expect(excel.host.counters).toMatchObject({ syncs: 2, requests: 3 });
  expect(excel.host.counters.requestBytes).toBeGreaterThan(1000);
  expect(excel.host.counters.responseBytes).toBeGreaterThan(300);
  excel.host.resetCounters();
  expect(new Set(Object.values(excel.host.counters))).toEqual(new Set([0]));
});
