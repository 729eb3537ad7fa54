import { workbookOf } from '../../excel/support/workbooks';
import { openAgainOn, openWorkbook, type OpenWorkbook } from '../openWorkbook';
import { cellValue, sheetNames, typeInto, type PaneFrame } from '../paneFrame';
import { siteAndBrowser } from '../siteAndBrowser';

// A newcomer's whole quarter: from an empty workbook to the year, by the pane's own buttons, fields and keys.

const REVIEW = '2020年第三季度审定表';
const YEAR = '2020年度汇总表';
const [FIRST_ROW, NAME, DECISION, REMARK] = [4, 2, 16, 17];

/** Name, 科室, and the middle of the seven scores; two 好 of five is all that the limit allows. */
const PEOPLE = [
  ['办公室', '张建国', 90],
  ['办公室', '李晓梅', 88],
  ['财务科', '王志强', 80],
  ['财务科', '赵敏', 78],
  ['外贸科', '孙伟', 70],
] as const;
const SPREAD = [0, 1, -1, 0.5, 1, -1, 0];
const SUGGESTED = ['好', '好', '较好', '较好', '一般'];
/** The group departs from the suggestion once, and says why. */
const DECIDED = ['好', '好', '较好', '一般', '一般'];
const REASON = '两次逾期未办结';

/** So many clicks lead from three filled months to a posted notice; docs/decisions.md tells how many it took before. */
const CLICKS = 10;

const stage = siteAndBrowser();
let opened: OpenWorkbook;
let pane: PaneFrame;
let clicks = 0;

async function click(selector: string): Promise<void> {
  await pane.find(selector).click();
  clicks += 1;
}

/** Two clicks: a command's preview, and its confirmation. */
async function confirmed(button: string): Promise<void> {
  await click(button);
  await click('#confirm');
  await pane.find('#preview').waitFor({ state: 'detached' });
}

/** Goes where 下一步 says, which must be that control. */
async function nextStep(text: string, control: string): Promise<void> {
  await pane.open('overview');
  await pane.find('.next').filter({ hasText: text }).waitFor();
  await click('#next-step');
  await pane.find(`${control}:focus`).waitFor();
}

async function column(sheet: string, at: number, firstRow = FIRST_ROW): Promise<unknown[]> {
  return Promise.all(PEOPLE.map((_, i) => cellValue(opened.page, sheet, firstRow + i, at)));
}

async function makeWorkbook(): Promise<void> {
  await click('#new-workbook');
  await pane.find('#new-authority:focus').waitFor();
  await opened.page.keyboard.type('某市商务局');
  await pane.find('#new-quarter').selectOption('2020Q3');
  await confirmed('#preview-new');
  await typeInto(
    opened.page,
    '人员名册',
    `B2:E${PEOPLE.length + 1}`,
    PEOPLE.map(([department, name]) => ['市商务局', department, name, '科员']),
  );
}

/** Every score of three months by the keyboard: the digits, and Enter behind each. */
async function score(): Promise<void> {
  await nextStep('还没有测评表（附件3）', '#make');
  await pane.find('#forms-month').selectOption('2020Q3');
  await confirmed('#make');
  await nextStep('请逐人打分', '#score-person');
  for (const month of ['2020年7月', '2020年8月', '2020年9月']) {
    await pane.find('#score-month').selectOption({ label: month });
    await pane
      .find('#score-position')
      .filter({ hasText: `第 1/${PEOPLE.length} 人` })
      .waitFor();
    await pane.find('#score-politics').focus();
    for (const [, , middle] of PEOPLE) {
      for (const apart of SPREAD) {
        await opened.page.keyboard.type(String(middle + apart));
        await opened.page.keyboard.press('Enter');
      }
    }
    await pane.find('#score-position').filter({ hasText: '全部打完' }).waitFor();
  }
}

/** 审定 and 公示, as 下一步 leads there. */
async function decideAndPost(): Promise<void> {
  await nextStep('请点“预览审定表”', '#review');
  await confirmed('#review');
  await pane.find('#decided-count').filter({ hasText: '已审定 0 / 5 人' }).waitFor();
  await confirmed('#fill');
  await pane.find('#decided-count').filter({ hasText: '已审定 5 / 5 人' }).waitFor();
  const departing = pane.find('.candidates > li').filter({ hasText: '赵敏' });
  await departing.getByRole('radio', { name: /^一般/ }).click();
  await departing.locator('.reason input').click();
  clicks += 2;
  await opened.page.keyboard.type(REASON);
  await opened.page.keyboard.press('Enter');
  await opened.page.waitForFunction(
    ([name, row, at, reason]) => window.workbenchHost?.workbook.sheetByName(name)?.value(row, at) === reason,
    [REVIEW, FIRST_ROW + 3, REMARK, REASON] as const,
  );
  await click('#tab-notice');
  await pane.find('#step-post[open]').waitFor();
  await confirmed('#post');
}

test('from an empty workbook to the sealed quarter and its year; half the clicks from the scores to the notice', async () => {
  const { browser, site } = stage;
  opened = await openWorkbook(browser, site, workbookOf({ Sheet1: [['']] }), '2020-10-09');
  const { page, faults } = opened;
  ({ pane } = opened);

  await makeWorkbook();
  await score();
  await pane.open('check');
  // The page may show an earlier reading still, in which scores lacked.
  await pane.find('main .problem .severity.error').first().waitFor({ state: 'hidden' });
  await pane.open('overview');

  clicks = 0;
  await decideAndPost();
  expect(clicks).toBe(CLICKS);
  expect(await column(REVIEW, NAME)).toEqual(PEOPLE.map(([, name]) => name));
  expect(await column(REVIEW, DECISION - 5)).toEqual(SUGGESTED);
  expect(await column(REVIEW, DECISION)).toEqual(DECIDED);
  expect(await sheetNames(page)).toContain('公示');

  // The notice has run out: final, sealed, filed.
  pane = await openAgainOn(page, '2020-10-14');
  await nextStep('请点“预览定稿”', '#finalise');
  await confirmed('#finalise');
  await nextStep('请点“预览封存”', '#seal');
  await confirmed('#seal');
  await click('#verify');
  await pane.find('#status').filter({ hasText: '核验通过' }).waitFor();
  await pane.open('forms');
  await pane.find('#archive-month').selectOption({ label: '2020年9月' });
  await confirmed('#archive');

  // The year has the quarter as it was decided, to be looked at and to be written.
  await nextStep('请点“预览年度汇总”', '#annual');
  const grades = pane.find('.year-people .candidates > li .quarters li:nth-child(3)');
  expect(await grades.allTextContents()).toEqual(DECIDED.map((grade) => `三 ${grade}`));
  await confirmed('#annual');
  expect(await column(YEAR, 2)).toEqual(PEOPLE.map(([, name]) => name));
  expect(await column(YEAR, 6)).toEqual(DECIDED);
  expect(faults()).toEqual([]);
}, 600_000);
