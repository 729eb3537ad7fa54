/** Whose weights hold: those of 考核设置, or those that all score sheets print (rule 50). */
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import type { Book } from '../../../src/forms/book/model';
import { annex3, findings, HEADING, LI, read, sheet, totals, ZHANG } from '../support/sheets';

const OTHER = { 1: '政治品质（10%）', 5: '业务经办指标（40%）' };
const month = (name: string, changed: Readonly<Record<number, string>> = {}) =>
  sheet(name, annex3([ZHANG, LI], { month: name, heading: HEADING.map((label, i) => changed[i] ?? label) }));
const told = (book: Book) => findings(book).filter((line) => line.includes('WEIGHTS_'));
const WEIGHTS = [10, 10, 10, 10, 40, 10, 10];

test('weights that all sheets print become the settings', () => {
  const book = read([month('2020年7月', OTHER), month('2020年8月', OTHER)]);
  expect(book.weights).toEqual(WEIGHTS);
  expect(told(book)).toEqual(['warning WEIGHTS_PRINTED A4:I4', 'warning WEIGHTS_PRINTED A4:I4']);
});

test('a sheet that prints none, or only some of them, takes them from the others', () => {
  const bare = Object.fromEntries(HEADING.map((label, i) => [i, label.replace(/（.*/, '')]));
  const book = read([
    month('2020年7月', OTHER),
    month('2020年8月', bare),
    month('2020年9月', { ...OTHER, 4: '学习指标' }),
  ]);
  expect(book.forms.map(({ weights }) => weights)).toEqual([WEIGHTS, WEIGHTS, WEIGHTS]);
  expect(Object.values(totals(book))).not.toContain(null);
});

test('sheets that disagree have no totals until somebody chooses', () => {
  const book = read([month('2020年7月', OTHER), month('2020年8月')]);
  expect(book.scores.map(({ total }) => total)).toEqual([null, null, null, null]);
  expect(told(book)).toEqual(['error WEIGHTS_DISAGREE A4:I4', 'error WEIGHTS_DISAGREE A4:I4']);
  expect(book.problems.find(({ code }) => code === 'WEIGHTS_DISAGREE')?.message).toContain(
    '10/10/10/10/40/10/10、20/10/10/10/30/10/10',
  );
});

test('考核设置 alone counts where there is one, whatever is printed', () => {
  const printed = read(month('2020年7月', OTHER));
  const chosen = read(month('2020年7月', OTHER), { weightsChosen: true });
  expect(chosen.weights).toEqual([...DEFAULT_SETTINGS.weights]);
  expect(told(chosen)).toEqual(['warning WEIGHTS_CHANGED A4:I4']);
  expect(totals(chosen)).not.toEqual(totals(printed));
  expect(totals(chosen)).toEqual(totals(read(month('2020年7月'))));
});
