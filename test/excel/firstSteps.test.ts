/** An empty workbook is offered ways to begin; one that cannot be read is not called empty. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { OverviewPage } from '../../src/taskpane/pages/overview/OverviewPage';
import { PaneContext } from '../../src/taskpane/state/paneContext';
import { zh } from '../../src/taskpane/texts/zh';
import { idlePane } from '../taskpane/idlePane';
import { inExcel, workbookOf } from './support/workbooks';

async function overviewOf(workbook: WorkbookModel): Promise<string> {
  const state = await inExcel(workbook, () => readState({ today: '2020-10-12' }));
  const page = createElement(OverviewPage);
  return renderToStaticMarkup(createElement(PaneContext.Provider, { value: { ...idlePane(zh), state } }, page));
}

test('a workbook without anything of an appraisal is offered three ways to begin', async () => {
  const overview = await overviewOf(workbookOf({ 我的表: [['备注', '勿动']] }));
  expect(overview).toContain('id="new-workbook"');
  expect(overview).not.toContain('id="next-step"');
});

test('where something may be a form and is none, that is counted below the ways to begin', async () => {
  const overview = await overviewOf(workbookOf({ 我的表: [['备注', '勿动']] }));
  expect(overview).toContain('警告 1 个');
  expect(await overviewOf(workbookOf({ 空表: [] }))).not.toContain('警告');
});

test('a score sheet whose headings nobody can read is said before anything else', async () => {
  const workbook = workbookOf({
    '7月测评': [
      ['2020年7月公务员平时考核测评表'],
      ['科室', '姓名', '政治', '作风', '廉洁'],
      ['办公室', '张三', 10, 10, 9],
    ],
  });
  const overview = await overviewOf(workbook);
  expect(overview).toContain('id="next-step"');
  expect(overview).not.toContain('id="new-workbook"');
});
