import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { SheetGrid } from '../../src/forms/grid/sheetGrid';
import { layoutScores } from '../../src/forms/scoring/layout';
import { readField, scoringLists } from '../../src/taskpane/pages/score/scoring';
import { annex3, read, sheet, totals, type Cell } from '../forms/support/sheets';

const POINTS: readonly Cell[][] = [
  ['张三', 18, 9, 9, 9, 27, 9, 9],
  ['李四', 20, 10, 8, 7, 25, 10, 10],
];

test('a form without a month that is filled in with points is one of points for the reader, 计算得分 and 打分', () => {
  const form = sheet('测评表', annex3(POINTS, { month: null }));
  const book = read(form);
  expect(book.forms.map(({ month, scale }) => [month, scale])).toEqual([[null, '分值制']]);
  expect(totals(book)).toEqual({ 张三: '90', 李四: '90' });

  const grids = new Map([[form.name, SheetGrid.of(form)]]);
  const blocks = layoutScores(book.forms, book, grids, DEFAULT_SETTINGS).sheets.flatMap((plan) => plan.blocks);
  expect(JSON.stringify(blocks)).toContain('ROUND(SUM(B{r}:H{r}),9)');

  const [list] = scoringLists(book);
  expect(list?.scale).toBe('分值制');
  // 25 points are more than 政治品质 has.
  expect(readField('25', list?.scale ?? '百分制', list?.weights[0] ?? 0)).toEqual({ kind: 'outside' });
});

test('the scale that the office has set holds on 打分 for a form without a month', () => {
  const form = sheet('测评表', annex3(POINTS, { month: null }));
  expect(scoringLists(read(form, { settings: { scale: '百分制' } })).map(({ scale }) => scale)).toEqual(['百分制']);
});
