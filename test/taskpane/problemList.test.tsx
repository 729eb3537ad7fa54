import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { previewNotice, previewRegisters, previewReview } from '../../src/excel';
import { readState, type WorkbookState } from '../../src/excel/reading/workbookState';
import { problem as filesProblem } from '../../src/files/problems';
import { concernedBy } from '../../src/forms/check/concerned';
import type { Plan } from '../../src/forms/grid/plan';
import type { Problem } from '../../src/forms/grid/problem';
import { problem } from '../../src/forms/score-sheet/problems';
import { PaneContext } from '../../src/taskpane/state/paneContext';
import { shownSheet } from '../../src/taskpane/state/preview';
import { problemLines, severityCounts } from '../../src/taskpane/state/problemLines';
import { ProblemList } from '../../src/taskpane/parts/ProblemList';
import type { Texts } from '../../src/taskpane/texts';
import { en } from '../../src/taskpane/texts/en';
import { zh } from '../../src/taskpane/texts/zh';
import { confirmed, decided } from '../excel/support/decidedQuarter';
import { REVIEW, ReviewPage } from '../excel/support/reviewPage';
import { all, inExcel, scoreSheet, workbookOf } from '../excel/support/workbooks';
import { idlePane } from './idlePane';

function shown(texts: Texts, problems: readonly Problem[], state: WorkbookState | null = null, under?: string): string {
  const page: ReactNode = (
    <PaneContext.Provider value={{ ...idlePane(texts), state }}>
      <ProblemList problems={problems} under={under} />
    </PaneContext.Provider>
  );
  // The signs are told by their words.
  return renderToStaticMarkup(page).replace(/<svg[^>]*aria-label="([^"]*)".*?<\/svg>/g, '[$1]');
}

const onCell = problem.scoreNotANumber('7月', 'C7', '八十五');
const ofFile = filesProblem.fileEmpty('甲.xlsx');
const noteOn = (sheet: string) => problem.formEmpty(sheet, 'A1');
const warning = problem.headingMissing('8月', 'A1');

test('in English a problem says its severity, its place and what it means, and below that the message itself', () => {
  expect(shown(en, [onCell, ofFile])).toBe(
    '<ul class="problems">' +
      '<li><button type="button" class="problem">[Error]<span>' +
      '7月 C7: This is not a valid score; it was not calculated. Enter a number such as 85.' +
      `<small class="original" lang="zh-CN">${onCell.message}</small></span></button></li>` +
      '<li><div class="problem">[Error]<span>' +
      'The file is empty; it was not read. Ask for it again.' +
      `<small class="original" lang="zh-CN">${ofFile.message}</small></span></div></li>` +
      '</ul>',
  );
});

test('in Chinese a problem is its severity and its message', () => {
  expect(shown(zh, [onCell])).toBe(
    `<ul class="problems"><li><button type="button" class="problem">[错误]<span>${onCell.message}</span></button></li></ul>`,
  );
});

test('errors come first, then warnings; notes are folded behind them, with their number', () => {
  const list = [noteOn('7月'), warning, onCell];
  expect(problemLines(list).map((line) => line.problem)).toEqual([onCell, warning, list[0]]);
  const page = shown(zh, list);
  expect(page.indexOf('[错误]')).toBeLessThan(page.indexOf('[警告]'));
  expect(page).toMatch(/<\/ul><details class="notes"><summary>\[提示\]提示 1<\/summary>/);
  expect(severityCounts(list)).toEqual([
    ['error', 1],
    ['warning', 1],
    ['note', 1],
  ]);
});

test('what is said of nine sheets alike is one line with a way to each; every error has its own', () => {
  const sheets = Array.from({ length: 9 }, (_, i) => `测评表${i + 1}`);
  const lines = problemLines([...sheets.map(noteOn), ...sheets.map((sheet) => problem.nameColumnMissing(sheet, 'A3'))]);
  expect(lines.map(({ places }) => places.length)).toEqual([...sheets.map(() => 1), 9]);
  const page = shown(zh, sheets.map(noteOn));
  expect(page.split('测评表没有填写人员')).toHaveLength(2);
  expect(page).toContain('提示 9');
  for (const sheet of sheets) expect(page).toContain(`<button type="button" class="link">${sheet} A1</button>`);
});

test('whose score cannot be read is said, also where the message does not name the person; namesakes with their 科室', async () => {
  const people = [
    ['办公室', '李军', ...all(90)],
    ['外贸科', '李军', '九十', ...all(90).slice(1)],
    ['外贸科', '王洋', '八十', ...all(90).slice(1)],
    ['外贸科', '王洋洋', ...all(90)],
  ];
  const workbook = workbookOf({ 王洋洋: scoreSheet('2020年7月', people) });
  const state = await inExcel(workbook, () => readState({ today: '2020-08-03' }));
  const errors = state.problems.filter(({ code }) => code === 'SCORE_NOT_A_NUMBER');
  expect(errors.map(concernedBy(state.book))).toEqual([['李军（外贸科）'], ['王洋']]);
  expect(shown(zh, errors, state)).toContain('<small>李军（外贸科）</small>');
  // Under her own name she is not named again; whoever else it is about is.
  expect(shown(zh, errors, state, '李军（外贸科）')).not.toContain('李军');
  expect(shown(zh, errors, state, '王洋')).toContain('<small>李军（外贸科）</small>');
  const several = { ...onCell, sheet: null, cell: null, message: '王洋洋和李军（办公室）没有总分' };
  expect(concernedBy(state.book)(several)).toEqual(['王洋洋', '李军（办公室）']);
});

test('查看 leads to the sheet that was asked for', async () => {
  const workbook = workbookOf({ 空表: [['']] });
  const registers = await confirmed(workbook, () => previewRegisters());
  expect(registers.plan.sheets.length).toBeGreaterThan(1);
  expect(shownSheet(registers.plan)).toBe('人员名册');
  const quarter = await decided();
  ReviewPage.on(quarter).decide({ 褚强: '不参加考核' });
  const shownAfter = async (command: () => Promise<{ readonly plan: Plan }>) => {
    const { plan } = await inExcel(quarter, command);
    return [plan.sheets.length > 1, shownSheet(plan)];
  };
  expect(await shownAfter(() => previewReview({ quarter: '2020Q3' }))).toEqual([true, REVIEW]);
  expect(await shownAfter(() => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }))).toEqual([true, '公示']);
});
