import { marksOf, markedSeverity, markFormula, MOST_MARKS, ownWords, sameMarks } from '../../../src/forms/grid/marks';
import type { Mark } from '../../../src/forms/grid/plan';
import type { Problem } from '../../../src/forms/grid/problem';
import { sheet, workbook } from '../support/sheets';

const problemAt = (cell: string | null, over: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code: 'X',
  sheet: '7月',
  cell,
  message: `7月 ${cell ?? ''}：说明`,
  ...over,
});
const july = sheet('7月', [['a', 'b', 'c'], [], ['d', 'e', 'f']], { merged: ['A1:B3'] });

test('one mark for a cell, with its worst severity and every message once', () => {
  const marks = marksOf(
    [
      problemAt('C2', { severity: 'warning', message: '7月 C2：甲' }),
      problemAt('C2', { message: '7月 C2“乙”不对' }),
      problemAt('C2', { message: '7月 C2：甲' }),
    ],
    workbook(july),
  );
  expect([...marks]).toEqual([['7月', [{ row: 1, column: 2, severity: 'error', message: '甲\n“乙”不对' }]]]);
});

test('a block is marked at its first cell, a merged area at the cell that shows it', () => {
  const marks = marksOf([problemAt('C2:D9'), problemAt('B3')], workbook(july));
  expect(marks.get('7月')?.map(({ row, column }) => [row, column])).toEqual([
    [1, 2],
    [0, 0],
  ]);
});

test('notes, whole sheets, the workbook, sheets that are gone and protected sheets get none', () => {
  const problems = [
    problemAt('A1', { severity: 'note' }),
    problemAt(null),
    problemAt(null, { sheet: null }),
    problemAt('A1', { sheet: '没有' }),
    problemAt('A1', { sheet: '锁' }),
  ];
  expect(marksOf(problems, workbook(july, sheet('锁', [['a']], { protected: true }))).size).toBe(0);
});

test('a message is no longer than Excel allows', () => {
  const [mark] =
    marksOf([problemAt('C2', { message: `7月 C2：${'长'.repeat(300)}` })], workbook(july)).get('7月') ?? [];
  expect(mark?.message).toBe(`${'长'.repeat(254)}…`);
});

test('W6: a character of two units is not cut in two', () => {
  const message = `7月 C2：${'长'.repeat(253)}𠮷𠮷`;
  const [mark] = marksOf([problemAt('C2', { message })], workbook(july)).get('7月') ?? [];
  expect(mark?.message).toBe(`${'长'.repeat(253)}…`);
});

test('no more cells are marked than a workbook bears', () => {
  const many = Array.from({ length: MOST_MARKS + 5 }, (_, i) => problemAt(`D${i + 10}`));
  expect(marksOf(many, workbook(july)).get('7月')).toHaveLength(MOST_MARKS);
});

test('the program knows its own marks by their formula, however a program spells it, and nobody else’s', () => {
  expect(markedSeverity(markFormula('error'))).toBe('error');
  expect(markedSeverity(markFormula('warning'))).toBe('warning');
  expect(markedSeverity('=n( "平时考核检查：警告" ) = 0')).toBe('warning');
  expect(markedSeverity('=N("平时考核检查：错误")=1')).toBeNull();
  expect(markedSeverity('=N("平时考核检查")=0')).toBeNull();
  expect(markedSeverity('=TRUE')).toBeNull();
});

test('a message beside its place does not repeat the place', () => {
  expect(ownWords(problemAt('C2', { message: '7月 C2“八十五”不是有效分数' }))).toBe('“八十五”不是有效分数');
  expect(ownWords(problemAt(null, { message: '7月：受保护' }))).toBe('受保护');
  expect(ownWords(problemAt(null, { sheet: null, message: '没有找到' }))).toBe('没有找到');
});

test('the order of marks does not matter', () => {
  const [a, b]: [Mark, Mark] = [
    { row: 0, column: 0, severity: 'error', message: '甲' },
    { row: 1, column: 0, severity: 'warning', message: '乙' },
  ];
  expect(sameMarks([a, b], [b, a])).toBe(true);
  expect(sameMarks([a, b], [a, { ...b, message: '' }])).toBe(false);
});
