import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { problem } from '../../src/forms/score-sheet/problems';
import { problem as filesProblem } from '../../src/files/problems';
import type { Problem } from '../../src/forms/grid/problem';
import { PaneContext } from '../../src/taskpane/state/paneContext';
import { ProblemList } from '../../src/taskpane/parts/ProblemList';
import type { Texts } from '../../src/taskpane/texts';
import { en } from '../../src/taskpane/texts/en';
import { zh } from '../../src/taskpane/texts/zh';
import { idlePane } from './idlePane';

function shown(texts: Texts, problems: readonly Problem[]): string {
  const page: ReactNode = (
    <PaneContext.Provider value={idlePane(texts)}>
      <ProblemList problems={problems} />
    </PaneContext.Provider>
  );
  return renderToStaticMarkup(page);
}

const onCell = problem.scoreNotANumber('7月', 'C7', '八十五');
const ofFile = filesProblem.fileEmpty('甲.xlsx');

test('in English a problem says its severity, its place and what it means, and below that the message itself', () => {
  expect(shown(en, [onCell, ofFile])).toBe(
    '<ul class="problems">' +
      '<li><button type="button" class="problem"><span class="severity error">Error</span><span>' +
      '7月 C7: This is not a valid score; it was not calculated. Enter a number such as 85.' +
      `<small class="original" lang="zh-CN">${onCell.message}</small></span></button></li>` +
      '<li><div class="problem"><span class="severity error">Error</span><span>' +
      'The file is empty; it was not collected. Ask for it again.' +
      `<small class="original" lang="zh-CN">${ofFile.message}</small></span></div></li>` +
      '</ul>',
  );
});

test('in Chinese a problem is its severity and its message', () => {
  expect(shown(zh, [onCell])).toBe(
    '<ul class="problems"><li><button type="button" class="problem">' +
      `<span class="severity error">错误</span><span>${onCell.message}</span></button></li></ul>`,
  );
});
