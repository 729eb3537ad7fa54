import { renderToStaticMarkup } from 'react-dom/server';
import { previewAnnual } from '../../src/excel';
import type { CellInput } from '../../src/host/workbook/model/workbook';
import { PaneContext } from '../../src/taskpane/state/paneContext';
import { Year } from '../../src/taskpane/pages/annual/AnnualPage';
import { zh } from '../../src/taskpane/texts/zh';
import { yearBook } from '../excel/support/annualBooks';
import { inExcel } from '../excel/support/workbooks';
import { idlePane } from './idlePane';

const PLANS = [
  ['科室', '姓名', '完成日期', '核准人', '备案日期'],
  ['办公室', '甲', '2020年2月18日', '王局', '2020年2月20日'],
];
const LATE = [...PLANS.slice(0, 1), ['办公室', '甲', '', '王局', '2020年3月1日']];

/** What the page says of the year's plans; null where it says nothing. */
async function plansOf(more: Readonly<Record<string, CellInput[][]>>, year = 2020): Promise<string | null> {
  const read = await inExcel(yearBook({ 甲: '好 好 好 好' }, more), () => previewAnnual({ year }));
  const page = renderToStaticMarkup(
    <PaneContext.Provider value={idlePane(zh)}>
      <Year read={read} />
    </PaneContext.Provider>,
  );
  return /<section id="plans">.*?<\/section>/.exec(page)?.[0] ?? null;
}

test('plans are judged where there is a sheet of them', async () => {
  expect(await plansOf({ 年度工作计划: PLANS })).toContain('表上人员都已按期备案');
  expect(await plansOf({ 年度工作计划: LATE })).toContain('甲的年度工作计划2020年3月1日才备案');
});

test('nothing is said of plans where none were judged', async () => {
  expect(await plansOf({})).toBeNull();
  expect(await plansOf({ 年度工作计划: PLANS }, 2019)).toBeNull();
});
