import { CONTROLS, isNextControl, WORK, workState } from '../../src/taskpane/state/work';

const statesAt = (next: Parameters<typeof workState>[1]) => WORK.map((page) => workState(page, next));

test('before the next step the work is done, behind it open', () => {
  expect(statesAt('roster')).toEqual(['now', 'open', 'open', 'open', 'open']);
  expect(statesAt('decide')).toEqual(['done', 'done', 'now', 'open', 'open']);
  expect(statesAt('followUp')).toEqual(['done', 'done', 'done', 'now', 'open']);
  expect(statesAt('annual')).toEqual(['done', 'done', 'done', 'done', 'now']);
});

test('errors are put right in the scores, and a quarter is sealed after its notice', () => {
  expect(statesAt('errors')).toEqual(['done', 'now', 'open', 'open', 'open']);
  expect(statesAt('seal')).toEqual(['done', 'done', 'now', 'done', 'open']);
});

test('one step of the work is to be done at any time', () => {
  for (const next of Object.keys(CONTROLS) as (keyof typeof CONTROLS)[]) {
    expect([next, statesAt(next).filter((state) => state === 'now')]).toEqual([next, ['now']]);
  }
});

test('a button is the first of its page only while its step is the next', () => {
  expect(isNextControl('review', 'update')).toBe(true);
  expect(isNextControl('review', 'decide')).toBe(false);
  expect(isNextControl('review', undefined)).toBe(false);
});
