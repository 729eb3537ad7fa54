/** @jest-environment jsdom */
import './nodeGlobals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monthTitle } from '../../src/assessment/period';
import { check, previewReview } from '../../src/excel';
import { EmbeddedHost } from '../../src/host/bridge';
import { connect, installGlobals } from '../../src/host/client';
import type { WorkbookModel } from '../../src/host/workbook/model';
import { openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';
import { openPane } from '../../src/taskpane/pane';
import { textsFor } from '../../src/taskpane/texts';
import { archiveSection } from '../../src/taskpane/sections/archive';
import { checkSection } from '../../src/taskpane/sections/check';
import { collectSection } from '../../src/taskpane/sections/collect';
import { decideSections } from '../../src/taskpane/sections/decide';
import { makeFormsSection } from '../../src/taskpane/sections/makeForms';
import {
  archiveCommands,
  checkCommands,
  collectCommands,
  decideCommands,
  makeFormsCommands,
  workbookCommands,
} from '../../src/taskpane/workbook';

// The whole pane in Excel's place: the shipped code, Microsoft's client, the embedded workbook.

const texts = textsFor('zh-CN');
const REVIEW = '2020年第三季度审定表';
let workbook: WorkbookModel;
let host: EmbeddedHost;
let removeClient: () => void;

beforeEach(async () => {
  const opened = await openWorkbook(await readFile(join(__dirname, '..', 'fixtures', '2020Q3.xlsx')));
  if (!opened.ok) throw new Error(opened.detail);
  workbook = opened.workbook;
  host = new EmbeddedHost(workbook);
  removeClient = installGlobals(await connect(host));
  document.body.innerHTML = '<main id="pane"></main>';
  await openPane(find('#pane'), workbookCommands(texts), texts, [
    (context) => makeFormsSection(makeFormsCommands(new Date(2020, 9, 8)), context),
    (context) => checkSection(checkCommands(), context),
    (context) => collectSection(collectCommands(), context),
    (context) => archiveSection(archiveCommands(), context),
    (context) => decideSections(decideCommands('2020-10-08'), context),
  ]);
});

afterEach(() => {
  removeClient();
});

function find(selector: string): HTMLElement;
function find<E extends Element>(selector: string, type: new () => E): E;
function find(selector: string, type: new () => Element = HTMLElement): Element {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`nothing on the pane matches ${selector}`);
  return found;
}

/** Clicks, and waits until the pane has done what it was asked: its controls are on again. */
async function click(selector: string): Promise<void> {
  find(selector).click();
  await until(() => document.querySelector('#refresh:disabled') === null);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  do {
    if (Date.now() > deadline) throw new Error(`still waiting; the pane says: ${status()}`);
    await new Promise((done) => setTimeout(done, 5));
  } while (!condition());
}

jest.setTimeout(60_000);

const status = (): string => find('#status').textContent;
const sheetNames = (): readonly string[] => workbook.sheets.map(({ name }) => name);

test('the pane finds the quarter of the score sheets', () => {
  expect(find('#quarter').textContent).toBe('2020年第三季度');
  expect(status()).toBe(texts.ready);
});

test('a confirmed review adds the 审定表, and undoing it takes everything away again', async () => {
  const before = sheetNames();
  await click('#review');
  const { review } = await previewReview({ quarter: '2020Q3' });
  expect([...document.querySelectorAll('#summary li')].slice(0, 4).map(({ textContent }) => textContent)).toEqual([
    ...review.months.map((month) => texts.quota(monthTitle(month.month), month)),
    texts.quota('2020年第三季度', review.quarterQuota),
  ]);
  expect(sheetNames()).toEqual(before);

  await click('#confirm');
  expect(status()).toMatch(/^已写入，共 \d+ 个单元格。$/);
  expect(sheetNames()).toContain(REVIEW);

  await click('#undo');
  expect(status()).toBe(texts.undone);
  // What was done stays on record (R36).
  expect(sheetNames()).toEqual([...before, '操作记录']);
});

test('scores that are written are not planned a second time', async () => {
  await click('#score');
  await click('#confirm');
  expect(status()).toMatch(/^已写入/);
  await click('#score');
  expect(status()).toBe(texts.nothingToWrite);
});

test('a change between preview and confirmation is noticed, and nothing is written', async () => {
  await click('#score');
  const sheet = workbook.sheetByName('2020年7月测评表');
  sheet?.input(4, 10, '较好');
  await click('#confirm');
  expect(status()).toBe(texts.notWritten);
  expect(find('.problem').textContent).toContain('2020年7月测评表');
  expect(sheet?.value(4, 10)).toBe('较好');
  expect(sheet?.value(3, 10)).toBe('');
  expect(sheetNames()).not.toContain('考核设置');
});

test('a click on a problem shows its sheet', async () => {
  await click('#score');
  const name = '2020年9月测评表';
  expect(workbook.activeSheet.name).not.toBe(name);
  const problem = [...document.querySelectorAll<HTMLElement>('.problem')].find(({ textContent }) =>
    textContent.includes(`${name} B7`),
  );
  problem?.click();
  await until(() => workbook.activeSheet.name === name);
});

test('while a cell is being edited, reading says so and a confirmed write waits for the end of the edit', async () => {
  host.faults.inject({ kind: 'cellEdit' });
  await click('#score');
  expect(status()).toBe(texts.errors.InvalidOperationInCellEditMode);

  await click('#score');
  host.faults.inject({ kind: 'cellEdit' }, Infinity);
  find('#confirm').click();
  await until(() => status() === texts.finishEditing);
  expect(sheetNames()).not.toContain('考核设置');
  host.faults.clear('cellEdit');
  await until(() => status().startsWith('已写入'));
  expect(sheetNames()).toContain('考核设置');
});

test('forms are made for a person, filled in elsewhere, collected from files, checked and archived', async () => {
  choose('#annex', '1');
  choose('#forms-month', '2020-09');
  find('#forms-people', HTMLSelectElement).selectedIndex = personIndex('外贸科', '郑凯');
  await click('#make');
  await click('#confirm');
  const made = sheetNames().filter((name) => name.startsWith('附件1'));
  expect(made).toHaveLength(1);
  const form = workbook.sheetByName(made[0] ?? '');
  form?.input(6, 2, '走访外贸企业三家');
  const bytes = await saveWorkbook(workbook);
  await click('#undo');
  expect(find('#problems').textContent).toContain('这一步之后工作表有改动');
  expect(sheetNames()).toContain(made[0]);
  form?.input(6, 2, '');
  await click('#undo');
  expect(sheetNames()).not.toContain(made[0]);

  const empty = new File([], '空.xlsx');
  const filled = new File([], '郑凯.xlsx');
  Object.defineProperty(filled, 'arrayBuffer', { value: () => Promise.resolve(bytes.slice().buffer) });
  Object.defineProperty(empty, 'arrayBuffer', { value: () => Promise.resolve(new ArrayBuffer(0)) });
  Object.defineProperty(find('#files'), 'files', { value: [empty, filled] });
  await click('#collect');
  expect(find('#problems').textContent).toContain('空.xlsx');
  await click('#confirm');
  expect(status()).toMatch(/^已写入/);
  const { book } = await check();
  expect(
    book.weeklyRecords.map(({ header, tasks }) => [header.name, tasks.map(({ progress }) => progress)]),
  ).toContainEqual(['郑凯', ['走访外贸企业三家']]);

  await click('#check');
  await click('#confirm');
  expect(sheetNames()).toContain('检查结果');
  await click('#refresh');
  choose('#archive-month', '2020-09');
  await click('#archive');
  await click('#confirm');
  expect(sheetNames()).toContain('归档清单');
});

function personIndex(department: string, name: string): number {
  const options = [...find('#forms-people', HTMLSelectElement).options];
  return options.findIndex(({ text }) => text === `${department} ${name}`);
}

function choose(selector: string, value: string): void {
  const select = find(selector, HTMLSelectElement);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

test('the quarter goes on from the 审定表: readiness, decision, 公示, seal and its check, the year', async () => {
  await click('#review');
  await click('#confirm');
  await click('#readiness');
  expect(find('#summary').textContent).toContain('10月10日');
  expect(document.querySelector('#confirm')).toBeNull();

  await click('#notice');
  expect(sheetNames()).not.toContain('公示');
  const review = workbook.sheetByName(REVIEW);
  for (let row = 4; row < 23; row++)
    review?.input(row, 16, String(review.value(row, 2)) === '卫东' ? '不参加考核' : '较好');
  find('#notice-start', HTMLInputElement).value = '2020-10-12';
  await click('#notice');
  await click('#confirm');
  expect(status()).toMatch(/^已写入/);
  expect(sheetNames().some((name) => name.includes('公示'))).toBe(true);

  await click('#seal');
  await click('#confirm');
  await click('#verify');
  expect(find('#problems').textContent).not.toContain('已改动');
  review?.input(4, 16, '一般');
  await click('#verify');
  expect(find('#problems').textContent).toContain('王建国');

  await click('#annual');
  await click('#confirm');
  expect(sheetNames().some((name) => name.includes('年度汇总'))).toBe(true);
  expect(sheetNames()).toContain('操作记录');
});
