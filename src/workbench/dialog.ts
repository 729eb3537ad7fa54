import { byId } from './page';

/** What a question of the workbench says; its last choice is the one that changes nothing. */
export interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  readonly text: string;
  readonly choices: readonly string[];
}

/** Asks in a dialog over the page; gives the chosen text, and the last one for Escape. */
export function ask({ title, lines, text, choices }: Question): Promise<string> {
  const dialog = byId('dialog', HTMLDialogElement);
  byId('dialog-title', HTMLElement).textContent = title;
  const items = lines.map((line) => Object.assign(document.createElement('li'), { textContent: line }));
  const list = document.createElement('ul');
  list.append(...items);
  const paragraph = Object.assign(document.createElement('p'), { textContent: text });
  byId('dialog-text', HTMLElement).replaceChildren(...(items.length > 0 ? [list] : []), paragraph);
  byId('dialog-buttons', HTMLElement).replaceChildren(
    ...choices.map((choice) => Object.assign(document.createElement('button'), { value: choice, textContent: choice })),
  );
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue || (choices.at(-1) ?? '')), { once: true });
  });
}

/** Whether a question waits for its answer. */
export function isAsking(): boolean {
  return byId('dialog', HTMLDialogElement).open;
}
