import { PROFILES, type Profile, type ProfileName } from '../../src/host/profiles';
import { HAND_STEPS } from '../../src/probe/byHand';
import { QUESTIONS } from '../../src/probe/questions';
import { dropSheet, isEmptyWorkbook, makeSheet, writeReport } from '../../src/probe/workbook';
import { withGlobals } from '../../src/host/client';
import { openExcel } from '../host/embedded';

/** Every question and step, put to an Excel as the page puts them. */
async function answers(profile: ProfileName): Promise<ReadonlyMap<string, string>> {
  const { client } = await openExcel({ profile });
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

const fitted = (isFitted: boolean): RegExp => (isFitted ? /horizontalFitToPages":1/ : /^(?!.*horizontalFitToPages":1)/);

/** What a report says of an Excel that is as a profile says. */
function expected(profile: Profile): Readonly<Record<string, RegExp>> {
  const { addressLimit, numberFormats } = profile;
  const refusedOr = (code: string, answer: RegExp): RegExp =>
    code.startsWith('work') ? answer : RegExp(`^! ${code}$`);
  return {
    'mergedAreas.600': profile.mergedAreas.most === null ? /^600 areas/ : /^! GeneralException$/,
    'mergedAreas.512': /^512 areas, 1024 cells/,
    'mergedAreas.insideOne': profile.mergedAreas.beginInside ? /^null$/ : /^1 areas/,
    'addressLimit.output': addressLimit.got === null ? / 1000 in the address$/ : / (?!1000 )\d+ in the address$/,
    'addressLimit.300': addressLimit.countsSheet ? /^! / : /^300 areas/,
    'addressLimit.8200': addressLimit.given === null ? /areas of/ : /^! /,
    'rowProperties.hidden': /^1000 of 2000$/,
    specialCellsOnProtected: refusedOr(profile.specialCellsOnProtected, /^answered$/),
    rowPropertiesOnProtected: /^2 rows$/,
    twinRules: refusedOr(profile.twinRules, /^2 formats/),
    ruleOverPrompts: refusedOr(profile.ruleOverPrompts, /^done$/),
    ruleAfterPrompt: /^done$/,
    'fitToPages.wide': fitted(profile.fitToPages === 'kept'),
    'fitToPages.wideSameRequest': fitted(profile.fitToPages === 'kept'),
    'fitToPages.tall': profile.fitToPages === 'kept' ? /verticalFitToPages":1/ : /"scale":80/,
    'fitToPages.wideAndTall': fitted(profile.fitToPages !== 'dropped'),
    'fitToPages.scale': /"scale":70/,
    'fitToPages.scaleOnProtected': /"scale":60/,
    'textAndFormat.hh:mm': numberFormats.hours === 'stored' ? /"hh:mm"\]$/ : /"h:mm"\]$/,
    'textAndFormat.General': /^\["=1\+1","=1\+1","=1\+1","General"\]$/,
    valuesAfterSuspension: profile.suspendedValues === 'fresh' ? /^6 / : /^(?!6 )/,
    events: profile.events === 'prompt' ? /^5 of 5/ : /^/,
    'date.1904': /^\[1462,""\]$/,
  };
}

test.each(Object.keys(PROFILES) as ProfileName[])('the report of %s is what its profile says', async (name) => {
  const told = await answers(name);
  for (const [fact, answer] of Object.entries(expected(PROFILES[name]))) {
    expect([fact, told.get(fact)]).toEqual([fact, expect.stringMatching(answer)]);
  }
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
