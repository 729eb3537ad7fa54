import { EmbeddedHost } from '../host/bridge';
import { profileNamed, type ProfileName } from '../host/profiles';
import { losses, openWorkbook } from '../host/workbook/xlsx';
import { ask, isAsking } from './dialog';
import { makeResizable } from './divider';
import { dress } from './dress';
import { acceptDrops, download, nameOfCopy } from './files';
import { Grid } from './grid/grid';
import { offerHost } from './hostOfPage';
import { byId } from './page';
import { texts } from './texts';

const SAMPLE = 'samples/2020Q3.xlsx';

const message = byId('message', HTMLElement);
const pane = byId('pane', HTMLIFrameElement);
const file = byId('file', HTMLInputElement);

const grid = new Grid(byId('grid', HTMLElement), {
  refused: (title, text) => say(texts.refusedInput(title, text), 'refusal'),
  locked: () => say(texts.locked, 'refusal'),
  switchedOff: () => say(texts.switchedOff, 'refusal'),
  noMenu: () => say(texts.noMenu, 'refusal'),
  // A refusal stays until the next try or another sheet: Enter selects the next cell before anybody has read it.
  sheetShown: clearRefusal,
  editing: clearRefusal,
  selected: (prompt) => {
    if (prompt) say(texts.prompt(prompt.title, prompt.message), 'prompt');
    else if (message.className === 'prompt') say('');
  },
});

dress((isDark) => grid.darken(isDark));

/** The workbook that is open. Nothing of it is kept in the browser: a new visit begins with the sample. */
let host: EmbeddedHost | undefined;
let isSaved = true;

/** Until the pane's page is loaded: one that is replaced earlier might still get the host of the next workbook. */
let paneLoaded = Promise.resolve();

/** Shows the text in the message line, in the place of what stands there. */
function say(text: string, kind: 'news' | 'prompt' | 'refusal' = 'news'): void {
  message.textContent = text;
  message.className = kind;
}

function clearRefusal(): void {
  if (message.className === 'refusal') say('');
}

function showName(): void {
  const name = host?.fileName ?? '';
  const element = byId('name', HTMLElement);
  element.replaceChildren(name);
  if (!isSaved) {
    const mark = Object.assign(document.createElement('span'), { className: 'unsaved', textContent: texts.unsaved });
    element.append(' ', mark);
  }
  document.title = `${isSaved ? '' : '● '}${name} – ${texts.title}`;
}

/** Opens a workbook in grid and pane, unless it is none or the person keeps the one that is open. */
async function open(name: string, read: () => Promise<ArrayBuffer>): Promise<void> {
  if (!(await mayLeave())) return;
  say(texts.opening(name));
  const bytes = await read().catch(() => undefined);
  if (!bytes) {
    say(texts.unreadable(name), 'refusal');
    return;
  }
  const opened = await openWorkbook(new Uint8Array(bytes));
  if (!opened.ok) {
    say(texts.refused(name, opened.kind), 'refusal');
    return;
  }
  await paneLoaded;
  const next = new EmbeddedHost(opened.workbook, { fileName: name, profile: profileWanted() });
  next.onChanged(({ content }) => {
    if (content && next === host) {
      isSaved = false;
      showName();
    }
  });
  host = next;
  isSaved = true;
  offerHost(next);
  showName();
  await grid.show(next);
  startPane();
  say(texts.opened(name));
}

/** Which Excel is played: what the address says, as in `?profile=strict`, else the reference. */
function profileWanted(): ProfileName {
  const wanted = new URLSearchParams(location.search).get('profile');
  if (wanted === null) return 'reference';
  const found = profileNamed(wanted);
  if (found === undefined) throw new RangeError(`profile=${wanted}`);
  return found;
}

/** A page has one client for one workbook, so that the pane starts anew. */
function startPane(): void {
  paneLoaded = new Promise((done) => {
    pane.addEventListener('load', () => done(), { once: true });
  });
  pane.src = 'pane/taskpane.html';
}

async function mayLeave(): Promise<boolean> {
  if (isSaved || !host) return true;
  const choice = await ask({
    title: texts.unsavedTitle(host.fileName),
    lines: [],
    text: texts.unsavedText,
    choices: [texts.discard, texts.cancel],
  });
  return choice === texts.discard;
}

async function openFiles(files: readonly File[]): Promise<void> {
  const [first, second] = files;
  if (second) say(texts.oneFile, 'refusal');
  else if (first) await open(first.name, () => first.arrayBuffer());
}

async function openSample(): Promise<void> {
  await open('2020Q3.xlsx', async () => (await fetch(SAMPLE)).arrayBuffer());
}

async function save(): Promise<void> {
  const current = host;
  if (!current) return;
  const lost = losses(current.workbook);
  if (lost.length > 0) {
    const choice = await ask({
      title: texts.lossesTitle,
      lines: lost.map(texts.loss),
      text: texts.lossesText,
      choices: [texts.saveAnyway, texts.cancel],
    });
    if (choice !== texts.saveAnyway) {
      say(texts.notSaved);
      return;
    }
  }
  say(texts.saving);
  const name = nameOfCopy(current.fileName);
  await current.between(() => download(current.workbook, name));
  isSaved = true;
  showName();
  say(texts.saved(name));
}

/** The last of what is being done. */
let work = Promise.resolve();

/**
 * Runs what a person asked for, after what was asked for before; a failure is told, never lost. A question that is open
 * comes first: its answer is about nothing else.
 */
function run(task: () => Promise<void>): void {
  if (isAsking()) {
    say(texts.answerFirst, 'refusal');
    return;
  }
  work = work.then(task).catch((error: unknown) => {
    say(texts.failed(error instanceof Error ? error.message : String(error)), 'refusal');
  });
}

byId('open', HTMLButtonElement).addEventListener('click', () => file.click());
byId('save', HTMLButtonElement).addEventListener('click', () => run(save));
byId('sample', HTMLButtonElement).addEventListener('click', () => run(openSample));
file.addEventListener('change', () => {
  const files = [...(file.files ?? [])];
  // So that the same file can be chosen again.
  file.value = '';
  run(() => openFiles(files));
});
acceptDrops(byId('dropping', HTMLElement), (files) => run(() => openFiles(files)));
makeResizable(pane, byId('divider', HTMLElement));
window.addEventListener('beforeunload', (event) => {
  if (!isSaved) event.preventDefault();
});
run(openSample);
