import type { Contradiction } from '../../forms/collection';
import { element } from '../element';
import type { Proposal } from '../pane';
import { folded, labelled, type PaneContext, type Section } from './section';

/** How the forms of the files go into the workbook. */
export type CollectAs = 'sheets' | 'rows';

export interface CollectProposal extends Proposal {
  readonly contradictions: readonly Contradiction[];
}

export interface CollectCommands<Read> {
  /** @throws the signal's reason when it is aborted */
  readFiles(
    files: readonly File[],
    onProgress: (done: number, name: string) => void,
    signal: AbortSignal,
  ): Promise<readonly Read[]>;
  collect(files: readonly Read[], as: CollectAs, choices: ReadonlyMap<string, string>): Promise<CollectProposal>;
}

/** 收集: many files at once, read with progress and a way to stop, then shown before anything is written. */
export function collectSection<Read>(
  commands: CollectCommands<Read>,
  { texts, run, propose, say, details }: PaneContext,
): Section {
  const files = element('input', { id: 'files', type: 'file', multiple: true, accept: '.xlsx,.xlsm' });
  const as = element(
    'select',
    { id: 'collect-as' },
    element('option', { value: 'sheets' }, texts.asSheets),
    element('option', { value: 'rows' }, texts.asRows),
  );
  const read = element('button', { type: 'button', class: 'main', id: 'collect' }, texts.collect);
  const progress = element('progress', { id: 'progress', hidden: true, 'aria-label': texts.collect });
  const stop = element('button', { type: 'button', id: 'stop', hidden: true }, texts.stop);
  read.addEventListener('click', () => void start());

  async function start(): Promise<void> {
    const chosen = [...(files.files ?? [])];
    if (chosen.length === 0) {
      say(texts.noFiles, true);
      files.focus();
      return;
    }
    let collected: readonly Read[] | undefined;
    await run(texts.readingFiles(0, chosen.length, ''), async () => {
      collected = await readAll(chosen);
      if (collected === undefined) say(texts.stopped);
    });
    if (collected !== undefined) await show(collected, new Map());
  }

  /** The files' contents; undefined when the person stopped. */
  async function readAll(chosen: readonly File[]): Promise<readonly Read[] | undefined> {
    const stopping = new AbortController();
    const abort = (): void => {
      stopping.abort();
    };
    stop.addEventListener('click', abort);
    progress.max = chosen.length;
    progress.value = 0;
    progress.hidden = false;
    stop.hidden = false;
    try {
      return await commands.readFiles(
        chosen,
        (done, name) => {
          progress.value = done;
          say(texts.readingFiles(done, chosen.length, name));
        },
        stopping.signal,
      );
    } catch (error) {
      if (stopping.signal.aborted) return undefined;
      throw error;
    } finally {
      stop.removeEventListener('click', abort);
      progress.hidden = true;
      stop.hidden = true;
    }
  }

  async function show(collected: readonly Read[], choices: ReadonlyMap<string, string>): Promise<void> {
    let open: readonly Contradiction[] = [];
    await propose(async () => {
      const proposal = await commands.collect(collected, as.value === 'rows' ? 'rows' : 'sheets', choices);
      open = proposal.contradictions;
      return proposal;
    });
    if (open.length > 0) details.prepend(contradictionsSection(open, choices, (next) => void show(collected, next)));
  }

  /** For each contradiction, the files to choose from; what is left open is not taken. */
  function contradictionsSection(
    open: readonly Contradiction[],
    choices: ReadonlyMap<string, string>,
    choose: (choices: ReadonlyMap<string, string>) => void,
  ): HTMLElement {
    const selects = open.map(({ key, title, places }) => {
      const names = [...new Set(places.flatMap(({ file }) => file ?? []))];
      const select = element(
        'select',
        {},
        element('option', { value: '' }, texts.takeNone),
        ...names.map((name) => element('option', { value: name }, name)),
      );
      select.value = choices.get(key) ?? '';
      return { key, select, field: labelled(title, select) };
    });
    const again = (): void => {
      const chosen = selects.filter(({ select }) => select.value !== '');
      choose(new Map(chosen.map(({ key, select }) => [key, select.value])));
    };
    return element(
      'section',
      { id: 'contradictions' },
      element('h2', { tabindex: '-1' }, texts.contradictionsTitle(open.length)),
      ...selects.map(({ field }) => field),
      element('button', { type: 'button', id: 'choose', click: again }, texts.chooseAgain),
    );
  }

  return {
    element: folded(
      'collecting',
      texts.collectTask,
      labelled(texts.chooseFiles, files),
      labelled(texts.collectAs, as),
      element('div', { class: 'row' }, read, stop),
      progress,
    ),
    controls: [files, as, read],
  };
}
