import { HAND_STEPS } from '../../src/probe/byHand';
import { QUESTIONS } from '../../src/probe/questions';
import { dropSheet, isEmptyWorkbook, makeSheet, writeReport } from '../../src/probe/workbook';
import { withGlobals } from '../../src/host/client';
import { openExcel } from '../host/embedded';

/** Every question and step, put to an Excel as the page puts them. */
async function answers(): Promise<Map<string, string>> {
  const { client } = await openExcel();
  return withGlobals(client, async () => {
    const found = new Map<string, string>();
    for (const { number, ask } of [...QUESTIONS, ...HAND_STEPS]) {
      const { name, refused } = await makeSheet(number);
      expect(refused).toBeNull();
      for (const [fact, answer] of await ask(name)) {
        expect([fact, found.has(fact)]).toEqual([fact, false]);
        found.set(fact, answer);
      }
      expect(await dropSheet(name)).toBe('done');
    }
    return found;
  });
}

test('the report of an Excel tells what that Excel does', async () => {
  const told = await answers();
  expect(told.get('mergedAreas.600')).toBe('! GeneralException');
  expect(told.get('mergedAreas.512')).toMatch(/^512 areas, 1024 cells/);
  expect(told.get('mergedAreas.insideOne')).toBe('null');
  expect(told.get('ruleAfterPrompt')).toBe('done');
  expect(told.get('twinRules')).toMatch(/^2 formats/);
  expect(told.get('textAndFormat.General')).toBe('["=1+1","=1+1","=1+1","General"]');
  expect(told.get('valuesAfterSuspension')).toBe('6 (Automatic)');
  expect(told.get('events')).toMatch(/^5 of 5/);
});

test('a workbook is empty until something is typed into one of its sheets', async () => {
  const { client, run } = await openExcel();
  await withGlobals(client, async () => {
    expect(await isEmptyWorkbook()).toBe(true);
    await run(async (context) => {
      context.workbook.worksheets.add('二').getRange('C9').values = [['王']];
      await context.sync();
    });
    expect(await isEmptyWorkbook()).toBe(false);
  });
});

test('a report is written as text, and a second takes the place of the first', async () => {
  const { client, run } = await openExcel();
  await withGlobals(client, async () => {
    expect(await writeReport('平时考核\n\n=1+1')).toBe('done');
    expect(await writeReport('平时考核\n=1+1')).toBe('done');
  });
  const told = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('试验报告').getUsedRange().load('values');
    await context.sync();
    return range.values;
  });
  expect(told).toEqual([['平时考核'], ['=1+1']]);
});
