import type { Correction } from '../../forms/corrections';
import { element } from '../element';
import type { Proposal } from '../pane';
import { folded, type PaneContext, type Section } from './section';

export interface CheckCommands {
  check(): Promise<Proposal>;
  clearMarks(): Promise<Proposal>;
  corrections(): Promise<readonly Correction[]>;
  correct(ids: readonly string[]): Promise<Proposal>;
}

/** 检查与改正: the sheet of problems with its marks, and what can safely be put right. */
export function checkSection(commands: CheckCommands, { texts, run, propose, say, details }: PaneContext): Section {
  const check = element('button', { type: 'button', class: 'main', id: 'check' }, texts.check);
  const clear = element('button', { type: 'button', id: 'clear-marks' }, texts.clearMarks);
  const list = element('button', { type: 'button', id: 'corrections' }, texts.listCorrections);
  check.addEventListener('click', () => void propose(() => commands.check()));
  clear.addEventListener('click', () => void propose(() => commands.clearMarks()));
  list.addEventListener('click', () => void run(texts.reading, showCorrections));

  async function showCorrections(): Promise<void> {
    const corrections = await commands.corrections();
    details.replaceChildren();
    if (corrections.length === 0) {
      say(texts.nothingToCorrect);
      return;
    }
    say(texts.chooseCorrections(corrections.length));
    const boxes = corrections.map((correction) => {
      const box = element('input', { type: 'checkbox', value: correction.id, checked: !correction.needsConfirmation });
      return { box, item: element('li', {}, element('label', { class: 'check' }, box, texts.correction(correction))) };
    });
    const correct = (): void => {
      const ids = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      void propose(() => commands.correct(ids));
    };
    details.append(
      element(
        'section',
        { id: 'correction-list' },
        element('h2', { tabindex: '-1' }, texts.correctionsTitle),
        element('ul', { class: 'problems' }, ...boxes.map(({ item }) => item)),
        element('button', { type: 'button', class: 'main', id: 'correct', click: correct }, texts.correct),
      ),
    );
    details.querySelector<HTMLElement>('h2')?.focus();
  }

  return {
    element: folded(
      'checks',
      texts.checkTask,
      element('div', { class: 'row' }, check, list),
      element('div', { class: 'row' }, clear),
    ),
    controls: [check, clear, list],
  };
}
