import { openPane } from './pane';
import { waitForWorkbook } from './start';
import { textsFor } from './texts';
import { workbookCommands } from './workbook';

/** Excel's interface language; the browser's where there is no Excel to ask. */
function language(excel: boolean): string {
  return excel ? Office.context.displayLanguage : navigator.language;
}

async function main(pane: HTMLElement): Promise<void> {
  pane.textContent = textsFor(navigator.language).starting;
  const surroundings = await waitForWorkbook();
  const texts = textsFor(language(surroundings === 'excel'));
  document.documentElement.lang = texts.language;
  if (surroundings === 'excel' || surroundings === 'embedded') await openPane(pane, workbookCommands(texts), texts);
  else pane.textContent = texts[surroundings];
}

const pane = document.getElementById('pane');
if (pane !== null) void main(pane);
