import { readScore } from '../../../src/forms/score-sheet/cell';

test.each(['General', 'G/通用格式', '', '0.00', '@'])('a number in a cell of format “%s” is a score', (format) => {
  expect(readScore(85, format)).toMatchObject({ kind: 'score', text: '85' });
});

test.each(['yyyy/m/d', 'h:mm', '0%'])('a number in a cell of format “%s” is none', (format) => {
  expect(readScore(0.85, format)).toMatchObject({ kind: 'unreadable', isNumber: true });
});
