import { localDate } from '../assessment/calendarDate';
import { openPane } from './pane';
import { waitForWorkbook } from './start';
import { textsFor } from './texts';
import { archiveSection } from './sections/archive';
import { checkSection } from './sections/check';
import { collectSection } from './sections/collect';
import { decideSections } from './sections/decide';
import { makeFormsSection } from './sections/makeForms';
import {
  archiveCommands,
  checkCommands,
  collectCommands,
  decideCommands,
  makeFormsCommands,
  workbookCommands,
} from './workbook';

/** Excel's interface language; the browser's where there is no Excel to ask. */
function language(excel: boolean): string {
  return excel ? Office.context.displayLanguage : navigator.language;
}

async function main(pane: HTMLElement): Promise<void> {
  pane.textContent = textsFor(navigator.language).starting;
  const surroundings = await waitForWorkbook();
  const texts = textsFor(language(surroundings === 'excel'));
  document.documentElement.lang = texts.language;
  if (surroundings === 'excel' || surroundings === 'embedded') {
    await openPane(pane, workbookCommands(texts), texts, [
      (context) => makeFormsSection(makeFormsCommands(new Date()), context),
      (context) => checkSection(checkCommands(), context),
      (context) => collectSection(collectCommands(), context),
      (context) => archiveSection(archiveCommands(), context),
      (context) => decideSections(decideCommands(localDate(new Date())), context),
    ]);
  } else pane.textContent = texts[surroundings];
}

const pane = document.getElementById('pane');
if (pane !== null) void main(pane);
