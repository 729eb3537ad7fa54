/** @jest-environment jsdom */
import type { Applied } from '../../src/excel';
import type { Contradiction } from '../../src/forms/collection';
import type { Correction } from '../../src/forms/corrections';
import type { FormsWanted } from '../../src/forms/layoutMade';
import { emptySheetPlan, type Plan } from '../../src/forms/plan';
import { openPane, type Overview, type Proposal, type WorkbookCommands } from '../../src/taskpane/pane';
import { archiveSection } from '../../src/taskpane/sections/archive';
import { checkSection } from '../../src/taskpane/sections/check';
import { collectSection } from '../../src/taskpane/sections/collect';
import { makeFormsSection } from '../../src/taskpane/sections/makeForms';
import type { PaneContext, Section } from '../../src/taskpane/sections/section';
import { textsFor } from '../../src/taskpane/texts';

const texts = textsFor('zh-CN');
const plan: Plan = {
  sheets: [
    {
      ...emptySheetPlan('附件1', true),
      blocks: [{ label: '标题', row: 0, column: 0, cells: [['附件1']], before: [['']] }],
    },
  ],
  names: [],
  problems: [],
};
const proposal: Proposal = { plan, command: '计算得分', refused: false, problems: [], summary: [] };
const overview: Overview = {
  quarters: ['2020Q3'],
  months: ['2020-08', '2020-07'],
  scored: [],
  people: [
    { department: '办公室', name: '王建国' },
    { department: '外贸科', name: '赵敏' },
  ],
};
const workbook: WorkbookCommands = {
  overview: () => Promise.resolve(overview),
  score: () => Promise.resolve(proposal),
  review: () => Promise.resolve(proposal),
  apply: (): Promise<Applied> => Promise.resolve({ ok: true, restore: { plan } }),
  restore: () => Promise.resolve({ ok: true }),
  select: () => Promise.resolve(),
};

/** Opens the pane with one section. */
async function open(section: (context: PaneContext) => Section): Promise<void> {
  document.body.innerHTML = '<main id="pane"></main>';
  await openPane(find('#pane'), workbook, texts, [section]);
}

function find(selector: string): HTMLElement;
function find<E extends Element>(selector: string, type: new () => E): E;
function find(selector: string, type: new () => Element = HTMLElement): Element {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`nothing on the pane matches ${selector}`);
  return found;
}

async function click(selector: string): Promise<void> {
  find(selector).click();
  await settle();
}

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

const status = (): string => find('#status').textContent;
const choose = (selector: string, value: string): void => {
  const select = find(selector, HTMLSelectElement);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('表格', () => {
  let asked: FormsWanted[];
  beforeEach(async () => {
    asked = [];
    await open((context) =>
      makeFormsSection(
        {
          months: ['2020-07', '2020-08'],
          forms: (wanted) => {
            asked.push(wanted);
            return Promise.resolve(proposal);
          },
          registers: () => Promise.resolve(proposal),
        },
        context,
      ),
    );
  });

  test('are made for everybody unless a 科室 or a person is chosen', async () => {
    await click('#make');
    find('#forms-people', HTMLSelectElement).selectedIndex = 2;
    await click('#make');
    find('#forms-people', HTMLSelectElement).selectedIndex = 3;
    await click('#make');
    expect(asked.map(({ people }) => people)).toEqual([
      { kind: 'all' },
      { kind: 'department', department: '外贸科' },
      { kind: 'person', department: '办公室', name: '王建国' },
    ]);
    expect(find('#preview').textContent).toContain('附件1');
  });

  test('raters are asked for with 附件3 only, and told apart by any separator', async () => {
    const raters = find('#raters', HTMLInputElement);
    expect(raters.closest('label')?.hidden).toBe(true);
    choose('#annex', '3');
    expect(raters.closest('label')?.hidden).toBe(false);
    raters.value = '李局长、王局长, 张局长';
    await click('#make');
    expect(asked[0]).toMatchObject({ annex: 3, month: '2020-07', raters: ['李局长', '王局长', '张局长'] });
  });
});

describe('检查与改正', () => {
  const correction = (id: string, needsConfirmation: boolean): Correction => ({
    id,
    kind: 'score',
    sheet: '7月',
    cell: 'C7',
    before: '８５',
    after: '85',
    needsConfirmation,
    message: '7月 C7：“８５”→“85”',
    at: { row: 6, column: 2 },
    content: 85,
    format: null,
  });

  test('only what is ticked is corrected; what needs a person’s word is not ticked at first', async () => {
    const corrected: (readonly string[])[] = [];
    await open((context) =>
      checkSection(
        {
          check: () => Promise.resolve(proposal),
          clearMarks: () => Promise.resolve(proposal),
          corrections: () => Promise.resolve([correction('a', false), correction('b', true)]),
          correct: (ids) => {
            corrected.push(ids);
            return Promise.resolve(proposal);
          },
        },
        context,
      ),
    );
    await click('#corrections');
    expect(status()).toBe(texts.chooseCorrections(2));
    expect(find('#correction-list').textContent).toContain('7月 C7：“８５”→“85”');
    await click('#correct');
    expect(corrected).toEqual([['a']]);
  });
});

describe('收集', () => {
  const contradiction: Contradiction = {
    key: 'k',
    title: '附件2 外贸科 赵敏 2020年7月',
    places: [
      { file: 'a.xlsx', sheet: 'S', cell: 'A1' },
      { file: 'b.xlsx', sheet: 'S', cell: 'A1' },
    ],
    chosen: null,
  };
  let finish: () => void;
  let progress: (done: number, name: string) => void;
  let signal: AbortSignal;
  let collected: ReadonlyMap<string, string>[];

  beforeEach(async () => {
    collected = [];
    await open((context) =>
      collectSection<string>(
        {
          readFiles: (files, onProgress, given) =>
            new Promise((resolve, reject) => {
              progress = onProgress;
              signal = given;
              finish = () => {
                resolve(files.map(({ name }) => name));
              };
              given.addEventListener('abort', () => {
                reject(new Error('aborted'));
              });
            }),
          collect: (_files, _as, choices) => {
            collected.push(choices);
            return Promise.resolve({ ...proposal, contradictions: [contradiction] });
          },
        },
        context,
      ),
    );
    const files = [new File(['x'], 'a.xlsx'), new File(['y'], 'b.xlsx')];
    Object.defineProperty(find('#files'), 'files', { value: files });
  });

  test('reading shows how far it is, and can be stopped; then nothing is written', async () => {
    await click('#collect');
    expect(find('#stop').hidden).toBe(false);
    expect(find('#collect', HTMLButtonElement).disabled).toBe(true);
    progress(1, 'a.xlsx');
    expect(find('#progress', HTMLProgressElement).value).toBe(1);
    expect(status()).toBe('正在读取文件：1 / 2（a.xlsx）');
    await click('#stop');
    expect(signal.aborted).toBe(true);
    expect(status()).toBe(texts.stopped);
    expect(find('#stop').hidden).toBe(true);
    expect(collected).toEqual([]);
  });

  test('contradictions are shown with the preview, and decided by the file that the person chooses', async () => {
    await click('#collect');
    finish();
    await settle();
    expect(find('#contradictions').textContent).toContain('附件2 外贸科 赵敏 2020年7月');
    expect(find('#preview').textContent).toContain('附件1');
    choose('#contradictions select', 'b.xlsx');
    await click('#choose');
    expect(collected).toEqual([new Map(), new Map([['k', 'b.xlsx']])]);
  });
});

test('归档 is made for a month of which the workbook holds forms', async () => {
  const asked: string[] = [];
  await open((context) =>
    archiveSection(
      {
        archive: (month) => {
          asked.push(month);
          return Promise.resolve(proposal);
        },
      },
      context,
    ),
  );
  choose('#archive-month', '2020-07');
  await click('#archive');
  expect(asked).toEqual(['2020-07']);
});
