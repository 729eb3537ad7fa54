import { createRoot } from 'react-dom/client';
import { followRibbon, type Ribbon } from '../../commands/ribbon';
import { PaneRoot } from './PaneRoot';
import { openedByOffice, waitForWorkbook, type Surroundings } from './start';
import { textsFor } from '../texts';

/** After this many milliseconds without a word from Excel the pane says what can be done. */
const PATIENCE = 8000;

/** The language of Office's interface in Excel; the browser's elsewhere, Chinese unless it is another. */
function language(inExcel: boolean): string {
  return inExcel ? Office.context.displayLanguage : navigator.language;
}

/** What the ribbon asks for, taken from the first moment on; only office.js knows of a ribbon. */
const ofRibbon = typeof Office !== 'undefined' && 'onReady' in Office ? followRibbon() : null;

/** Excel or what stands for it, and the requests of its ribbon. */
async function connect(): Promise<{ surroundings: Surroundings; ribbon: Ribbon | null }> {
  const surroundings = await waitForWorkbook();
  return { surroundings, ribbon: surroundings === 'excel' ? ofRibbon : null };
}

async function main(root: HTMLElement): Promise<void> {
  const connection = connect();
  const waiting = await textsFor(navigator.language);
  const { connecting, noAnswer, noWorkbook } = waiting.start;
  const [now, later] = openedByOffice() ? [connecting, noAnswer] : [noWorkbook, noWorkbook];
  root.textContent = now;
  const patience = setTimeout(() => {
    root.textContent = later;
  }, PATIENCE);
  const { surroundings, ribbon } = await connection;
  clearTimeout(patience);
  const texts = await textsFor(language(surroundings === 'excel'));
  document.documentElement.lang = texts.language;
  document.title = texts.start.title;
  if (surroundings === 'excel' || surroundings === 'embedded') {
    root.textContent = '';
    createRoot(root).render(<PaneRoot texts={texts} ribbon={ribbon} />);
  } else root.textContent = texts.start[surroundings];
}

const root = document.getElementById('pane');
if (root !== null) void main(root);
