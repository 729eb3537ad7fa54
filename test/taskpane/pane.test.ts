/** @jest-environment jsdom */
import type { Applied, RestoreCopy, Restored } from '../../src/excel';
import type { Plan } from '../../src/forms/plan';
import { emptySheetPlan } from '../../src/forms/plan';
import type { Problem } from '../../src/forms/problem';
import type { Overview, Proposal, WorkbookCommands } from '../../src/taskpane/pane';
import { openPane } from '../../src/taskpane/pane';
import { textsFor } from '../../src/taskpane/texts';

const texts = textsFor('zh-CN');
const problem: Problem = {
  severity: 'error',
  code: 'SCORE_MISSING',
  sheet: '7月',
  cell: 'F8',
  message: '7月 F8：〈赵敏〉缺“学习指标”分数，未计算',
};
const plan: Plan = {
  sheets: [
    {
      ...emptySheetPlan('7月', false),
      blocks: [
        {
          label: '总分公式',
          row: 4,
          column: 9,
          cells: [[{ formula: '=1' }], [null], [{ formula: '=2' }]],
          before: [[''], [3], [92.8]],
        },
      ],
    },
  ],
  names: [],
  problems: [],
};
const nothing: Plan = { sheets: [emptySheetPlan('7月', false)], names: [], problems: [] };

/** Commands over no workbook, that remember what the pane asked of them. */
class Recorder implements WorkbookCommands {
  readonly asked: string[] = [];
  available = ['2020Q3', '2020Q2'];
  proposal: Proposal = {
    plan,
    command: '计算得分',
    refused: false,
    problems: [problem],
    summary: ['2020年7月：“好”6人'],
  };
  failure: Error | undefined;
  refusal: Applied | undefined;

  overview(): Promise<Overview> {
    return Promise.resolve({ quarters: this.available, months: [], scored: [], people: [] });
  }
  score(quarter: string): Promise<Proposal> {
    return this.answer(`score ${quarter}`);
  }
  review(quarter: string): Promise<Proposal> {
    return this.answer(`review ${quarter}`);
  }
  apply(written: Plan): Promise<Applied> {
    this.asked.push('apply');
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return Promise.resolve(this.refusal ?? { ok: true, restore: { plan: written } });
  }
  restore(copy: RestoreCopy): Promise<Restored> {
    this.asked.push(copy.plan === plan ? 'restore' : 'restore something else');
    return Promise.resolve({ ok: true });
  }
  select(sheet: string, cell: string | null): Promise<void> {
    this.asked.push(`select ${sheet}!${cell ?? ''}`);
    return Promise.resolve();
  }
  private answer(question: string): Promise<Proposal> {
    this.asked.push(question);
    return Promise.resolve(this.proposal);
  }
}

let workbook: Recorder;
beforeEach(() => {
  workbook = new Recorder();
  document.body.innerHTML = '<main id="pane"></main>';
});

function find(selector: string): HTMLElement;
function find<T extends HTMLElement>(selector: string, type: new () => T): T;
function find(selector: string, type: new () => HTMLElement = HTMLElement): HTMLElement {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`nothing of this kind on the pane matches ${selector}`);
  return found;
}
const settle = (): Promise<void> => new Promise((done) => setTimeout(done));
const open = (): Promise<void> => openPane(find('#pane'), workbook, texts);
const click = async (selector: string): Promise<void> => {
  find(selector).click();
  await settle();
};
const status = (): string => find('#status').textContent;

test('the quarters of the workbook are offered by their Chinese titles, the latest chosen', async () => {
  await open();
  const options = [...find('#quarter', HTMLSelectElement).options].map(({ value, text }) => [value, text]);
  expect(options).toEqual([
    ['2020Q3', '2020年第三季度'],
    ['2020Q2', '2020年第二季度'],
  ]);
  expect(find('#quarter', HTMLSelectElement).value).toBe('2020Q3');
});

test('without a score sheet the commands are off, the pane says what to do, and reading again is possible', async () => {
  workbook.available = [];
  await open();
  expect(status()).toBe(texts.noForms);
  expect(find('#score', HTMLButtonElement).disabled).toBe(true);
  expect(find('#review', HTMLButtonElement).disabled).toBe(true);

  workbook.available = ['2021Q1'];
  await click('#refresh');
  expect(find('#review', HTMLButtonElement).disabled).toBe(false);
});

test('a command shows what will be written and writes nothing before it is confirmed', async () => {
  await open();
  await click('#score');
  expect(workbook.asked).toEqual(['score 2020Q3']);
  expect([...document.querySelectorAll('#preview li')].map(({ textContent }) => textContent)).toEqual([
    'J5:J7：总分公式，2 个单元格（其中 1 个已有内容，将被替换）',
  ]);

  await click('#confirm');
  expect(workbook.asked).toEqual(['score 2020Q3', 'apply']);
  expect(status()).toBe('已写入，共 2 个单元格。');
  expect(document.querySelector('#preview')).toBeNull();
});

test('a write can be taken back', async () => {
  await open();
  await click('#score');
  await click('#confirm');
  await click('#undo');
  expect(workbook.asked).toEqual(['score 2020Q3', 'apply', 'restore']);
  expect(status()).toBe(texts.undone);
  expect(document.querySelector('#undo')).toBeNull();
});

test('a write that the workbook has outdated is reported as not done, with the sheets that changed', async () => {
  workbook.refusal = { ok: false, problems: [{ ...problem, message: '7月：预览后有改动' }] };
  await open();
  await click('#score');
  await click('#confirm');
  expect(status()).toBe(texts.notWritten);
  expect(find('.problem').textContent).toBe('错误7月：预览后有改动');
  expect(document.querySelector('#undo')).toBeNull();
});

test('the review is asked for the quarter that the person chose, and its summary is shown', async () => {
  await open();
  find('#quarter', HTMLSelectElement).value = '2020Q2';
  await click('#review');
  expect(workbook.asked).toEqual(['review 2020Q2']);
  expect(find('#summary li').textContent).toBe('2020年7月：“好”6人');
});

test.each([
  ['the cancel button', () => click('#cancel')],
  [
    'the Escape key',
    async () => {
      find('#confirm').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settle();
    },
  ],
])('%s takes the preview away and leaves the workbook alone', async (_, cancel) => {
  await open();
  await click('#review');
  await cancel();
  expect(workbook.asked).toEqual(['review 2020Q3']);
  expect(document.querySelector('#preview')).toBeNull();
  expect(status()).toBe(texts.cancelled);
});

test('a second click while a command runs asks for nothing', async () => {
  await open();
  find('#score').click();
  find('#review').click();
  find('#score').click();
  await settle();
  expect(workbook.asked).toEqual(['score 2020Q3']);
});

test('choosing another quarter drops a preview that was made for the first', async () => {
  await open();
  await click('#review');
  find('#quarter', HTMLSelectElement).value = '2020Q2';
  find('#quarter').dispatchEvent(new Event('change'));
  expect(document.querySelector('#confirm')).toBeNull();
  expect(status()).toBe(texts.ready);
});

test('a plan that changes nothing asks for no confirmation', async () => {
  workbook.proposal = { plan: nothing, command: '', refused: false, problems: [], summary: [] };
  await open();
  await click('#score');
  expect(document.querySelector('#confirm')).toBeNull();
  expect(status()).toBe(texts.nothingToWrite);

  workbook.proposal = { plan: nothing, command: '', refused: false, problems: [problem], summary: [] };
  await click('#score');
  expect(document.querySelector('#confirm')).toBeNull();
  expect(status()).toBe(texts.errorsFirst);
});

test('a click on a problem goes to its cell', async () => {
  await open();
  await click('#score');
  expect(find('.problem').textContent).toBe('错误7月 F8：〈赵敏〉缺“学习指标”分数，未计算');
  await click('.problem');
  expect(workbook.asked.at(-1)).toBe('select 7月!F8');
});

test('a problem of the whole workbook has no cell to go to', async () => {
  workbook.proposal = {
    plan,
    command: '计算得分',
    refused: false,
    problems: [{ ...problem, sheet: null, cell: null }],
    summary: [],
  };
  await open();
  await click('#score');
  expect(find('.problem').tagName).toBe('DIV');
});

test('an error of Excel is told by its code, and the pane can be used again', async () => {
  workbook.failure = Object.assign(new Error('You cannot do that.'), { code: 'AccessDenied' });
  await open();
  await click('#score');
  await click('#confirm');
  expect(status()).toBe('工作表受保护，没有写入。请先取消工作表保护再试。');
  expect(find('#score', HTMLButtonElement).disabled).toBe(false);
});

test('an error with a code that nobody foresaw names the code', async () => {
  workbook.failure = Object.assign(new Error('You cannot do that.'), { code: 'Unforeseen' });
  await open();
  await click('#score');
  await click('#confirm');
  expect(status()).toContain('（Unforeseen）');
});

test('a write that waits for an unfinished cell edit says how to finish it', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  try {
    const opened = open();
    await jest.runAllTimersAsync();
    await opened;
    find('#score').click();
    await jest.advanceTimersByTimeAsync(0);
    workbook.apply = () => new Promise((done) => setTimeout(done, 5000, { ok: true, restore: { plan } }));
    find('#confirm').click();
    await jest.advanceTimersByTimeAsync(1999);
    expect(status()).toBe(texts.writing);
    await jest.advanceTimersByTimeAsync(1);
    expect(status()).toBe(texts.finishEditing);
    await jest.advanceTimersByTimeAsync(5000);
    expect(status()).toBe('已写入，共 2 个单元格。');
  } finally {
    jest.useRealTimers();
  }
});

test('text from the workbook is never taken for markup', async () => {
  workbook.proposal = {
    plan,
    command: '',
    refused: false,
    problems: [{ ...problem, message: '<img src=x>' }],
    summary: ['<b>1</b>'],
  };
  await open();
  await click('#score');
  expect(document.querySelector('img, b')).toBeNull();
});

test('Chinese interface languages get Chinese texts, all others English ones', () => {
  expect(textsFor('zh-TW').score).toBe('计算得分');
  expect(textsFor('ZH').score).toBe('计算得分');
  expect(textsFor('en-GB').score).toBe('Scores');
  expect(textsFor('de-DE').score).toBe('Scores');
});

test('both languages explain the same error codes', () => {
  expect(Object.keys(textsFor('en').errors)).toEqual(Object.keys(texts.errors));
});
