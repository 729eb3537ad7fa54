import { join } from 'node:path';
import { en } from '../../src/taskpane/texts/en';
import { PROBLEM_MEANINGS } from '../../src/taskpane/texts/problemsEn';
import { zh } from '../../src/taskpane/texts/zh';
import { problem } from '../../src/forms/score-sheet/problems';
import { problem as reviewProblem } from '../../src/forms/review/problems';
import { problem as filesProblem } from '../../src/files/problems';
import { problem as checkProblem } from '../../src/forms/check/problems';
import { parsed, problemCodes, sourceFiles } from './problemCodes';

const SOURCE = join(__dirname, '../../src');

test('every problem that the program can make has a meaning in English, and no meaning is left over', () => {
  const { codes, unreadable } = problemCodes(sourceFiles(SOURCE));
  expect(unreadable).toEqual([]);
  expect(codes.size).toBeGreaterThan(200);
  expect(Object.keys(PROBLEM_MEANINGS).sort()).toEqual([...codes].sort());
});

test('codes are found in problems and where a function is given one; a code that only runs can tell is reported', () => {
  const found = problemCodes([
    parsed(
      'rows.ts',
      `const one = { severity: 'error', code: 'ONE', sheet: null, cell: null, message: '' };
       function make(severity: Severity, code: string) {
         return (sheet: string) => ({ severity, code, sheet, cell: null, message: sheet });
       }
       const two = make('note', 'TWO');
       const three = make('note', 'THREE'.slice(1));
       const four = problems.map(({ code, message }) => ({ severity, code, sheet: null, cell: null, message }));
       const five = { ...one, code: 'FIVE' };
       const six = { ...placeOf(one), code: one.code };
       const columns = { severity: 1, code: 2, sheet: 3, cell: 4, message: 5 };
       const setting = { severity: 'error', code: 'OF_A_SETTING', setting: 'weights', message: '' };`,
    ),
    parsed('elsewhere.ts', `const seven = { severity, code: codes[0], sheet, cell, message };`),
  ]);
  expect([...found.codes]).toEqual(['ONE', 'FIVE', 'TWO']);
  expect(found.unreadable).toEqual(['elsewhere.ts:1', 'rows.ts:6']);
});

test('a meaning stands behind the place; Chinese needs none', () => {
  const onCell = problem.scoreNotANumber('7月', 'C7', '八十五');
  expect(en.meanings.problem(onCell)).toBe(
    '7月 C7: This is not a valid score; it was not calculated. Enter a number such as 85.',
  );
  expect(en.meanings.problem(reviewProblem.reviewProtected('审定表'))).toMatch(/^审定表: The 审定表 is protected/);
  expect(en.meanings.problem(filesProblem.fileEmpty('甲.xlsx'))).toMatch(/^The file is empty/);
  expect(zh.meanings.problem(onCell)).toBeNull();
});

test('a code without a meaning leaves the message alone', () => {
  expect(en.meanings.problem({ ...checkProblem.recordsNone(), code: 'UNHEARD_OF' })).toBeNull();
});
