import type { Page } from 'playwright-core';
import { quarterTitle } from '../../src/assessment/period';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { reviewSheet, yearBook, type Line } from '../excel/support/annualBooks';
import { decided } from '../excel/support/decidedQuarter';
import { seriousFindings } from './accessibility';
import { openWorkbook } from './openWorkbook';
import { cellValue, sheetNames, typeInto, type PaneFrame } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

/** The worked examples of the rules: four quarters, and the hints they give. */
const EXAMPLES: Readonly<Record<string, readonly [year: string, hints: readonly string[]]>> = {
  甲: ['好 好 好 好', ['可推荐优秀', '比例内可优先确定为优秀']],
  乙: ['好 较好 好 较好', ['可推荐优秀']],
  丙: ['好 较好 较好 较好', ['不可推荐优秀']],
  丁: ['一般 一般 较好 较差', ['不可推荐优秀', '原则上基本称职或不称职']],
  戊: ['一般 较差 好 较好', ['不可推荐优秀']],
  己: ['较差 较差 较差 较差', ['不可推荐优秀', '原则上基本称职或不称职', '可直接确定为不称职']],
  庚: ['不确定 一般 一般 较好', ['不可推荐优秀', '原则上基本称职或不称职需确认']],
  辛: ['好 好 不确定 不确定', ['可推荐优秀需确认', '比例内可优先确定为优秀需确认']],
  壬: ['较好 较好 较好 较好', ['不可推荐优秀']],
  癸: ['不确定 不确定 不确定 较差', ['不可推荐优秀', '原则上基本称职或不称职需确认', '可直接确定为不称职需确认']],
};
const REGISTER = [
  ['姓名', '科室', '情形', '开始日期', '结束日期', '依据', '备注'],
  ['子', '办公室', '拒不参加', '2020-06-01', '', '分管领导谈话后限期未改', ''],
];
const PLANS = [
  ['姓名', '科室', '分管领导核准', '备案日期'],
  ...[...Object.keys(EXAMPLES)].map((name) => [name, '办公室', '李局长', name === '乙' ? '2020-03-05' : '2020-02-20']),
];

const stage = siteAndBrowser();
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

async function open(workbook: WorkbookModel): Promise<void> {
  ({ page, pane, faults } = await openWorkbook(stage.browser, stage.site, workbook, '2021-01-15'));
  await pane.open('annual');
  await pane.find('.year-people .candidates > li').first().waitFor();
}

const examples = (more: Readonly<Record<string, readonly (readonly CellInput[])[]>> = {}) =>
  yearBook(
    { ...Object.fromEntries(Object.entries(EXAMPLES).map(([name, [year]]) => [name, year])), 子: '好 好' },
    more,
  );

/** Names, grades and hints as the list shows them. */
function shownPeople(): Promise<[name: string, grades: string, hints: string[]][]> {
  return pane.find('.year-people .candidates').evaluate((list) =>
    [...list.children].map((person): [string, string, string[]] => {
      const text = (selector: string) => [...person.querySelectorAll(selector)].map((each) => each.textContent);
      const grades = text('.quarters li').map((quarter) => quarter.slice(1).trim());
      return [text('.who strong').join(''), grades.join(' '), text('.hints summary span')];
    }),
  );
}

test('everybody’s four quarters stand with their hints and clauses, as in the worked examples', async () => {
  await open(examples({ 特殊情形登记: REGISTER, 年度工作计划: PLANS }));
  const expected = Object.entries(EXAMPLES).map(([name, [year, hints]]) => [name, year, hints]);
  expect(await shownPeople()).toEqual([...expected, ['子', '好 好 – –', ['不得参加年度考核']]]);
  await pane.find('.hints summary').nth(3).click();
  expect(await pane.find('.hints').nth(3).locator('li').allTextContents()).toEqual([
    '有一般、较差等次3次，年度优秀应从无一般、较差等次的人员中产生（四·1）',
    '一般、较差累计3次，超过4次的一半，年度考核原则上应当确定为基本称职或不称职（四·1）',
  ]);
  expect(await pane.find('#barred').textContent()).toContain('拒不参加平时考核，当年不得参加年度考核');
  expect(await pane.find('#plans li').allTextContents()).toEqual([
    expect.stringContaining('乙的年度工作计划2020年3月5日才备案，不能证明已按期完成；应于2020年2月29日前完成'),
    expect.stringContaining('1人没有列在表上（子）'),
  ]);
  expect(await sheetNames(page)).not.toContain('2020年度汇总表');
  expect(faults()).toEqual([]);
});

test('people are found by name and by hint', async () => {
  await open(examples());
  await pane.find('#annual-filter').fill('庚');
  expect((await shownPeople()).map(([name]) => name)).toEqual(['庚']);
  await pane.find('#annual-filter').fill('');
  await pane.find('.year-people .filter').filter({ hasText: '可直接确定为不称职（2）' }).click();
  expect((await shownPeople()).map(([name]) => name)).toEqual(['己', '癸']);
  await pane.find('#annual-filter').fill('谁');
  expect(await pane.find('main').textContent()).toContain('没有找到');
  expect(faults()).toEqual([]);
});

test('the year’s sheets are previewed, written and undone, and a changed decision is followed', async () => {
  await open(examples());
  await pane.find('#annual').click();
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview').textContent()).toContain('新建工作表“2020年度汇总表”');
  await pane.find('#confirm').click();
  await pane.find('#undo').waitFor();
  expect(await sheetNames(page)).toEqual(expect.arrayContaining(['2020年度汇总表', '2020年度考核参考名单']));
  expect(await cellValue(page, '2020年度汇总表', 4, 2)).toBe('甲');
  await typeInto(page, '2020年第四季度审定表', 'Q5', [['一般']]);
  await pane.find('.year-people .candidates > li').first().getByText('不可推荐优秀').waitFor();
  expect((await shownPeople())[0]).toEqual(['甲', '好 好 好 一般', ['不可推荐优秀']]);
  await pane.find('#undo').click();
  await pane.find('#undo').waitFor({ state: 'detached' });
  expect(await sheetNames(page)).not.toContain('2020年度汇总表');
  expect(faults()).toEqual([]);
});

test('a year with one decided quarter says which quarters lack; another year is chosen', async () => {
  const workbook = await decided();
  const lines: Line[] = [['办公室', '王建国', '好']];
  const sheet = workbook.addSheet(`${quarterTitle('2019Q4')}审定表`);
  reviewSheet('2019Q4', lines).forEach((cells, row) =>
    cells.forEach((cell, column) => cell !== '' && sheet.input(row, column, cell)),
  );
  await open(workbook);
  expect(await pane.find('#year').inputValue()).toBe('2020');
  expect(await pane.find('#quarters').textContent()).toContain('2020年第一季度');
  await pane.find('#year').selectOption('2019');
  await pane.find('.year-people .candidates > li').nth(1).waitFor({ state: 'detached' });
  expect(await shownPeople()).toEqual([['王建国', '– – – 好', ['可推荐优秀需确认', '比例内可优先确定为优秀需确认']]]);
  expect(faults()).toEqual([]);
});

test('fits 320 px with every reason open, and has nothing that axe finds serious, light and dark', async () => {
  await open(examples({ 特殊情形登记: REGISTER, 年度工作计划: PLANS }));
  await pane.setWidth(320);
  await pane.find('.year-people').evaluate((people) => {
    for (const details of people.querySelectorAll('details')) details.open = true;
  });
  expect(await pane.overflow()).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await seriousFindings(page)).toEqual([]);
  expect(faults()).toEqual([]);
});
