import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { usePane } from '../state/paneContext';

interface KeysDialog {
  readonly show: () => void;
  readonly dialog: ReactNode;
}

/** The list of keys, which ? opens anywhere but in a field; the browser's own dialog closes by Escape. */
export function useKeys(): KeysDialog {
  const { texts } = usePane();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isQuestion(event) || isTyping(event.target)) return;
      event.preventDefault();
      setShown(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = (): void => setShown(false);
  return {
    show: () => setShown(true),
    dialog: isShown && (
      <Modal close={close}>
        <h2 id="keys-title">{texts.keys.title}</h2>
        <dl>
          {texts.keys.list.map(([keys, what]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Button id="close-keys" onClick={close}>
          {texts.preview.close}
        </Button>
      </Modal>
    ),
  };
}

function Modal({ close, children }: { readonly close: () => void; readonly children: ReactNode }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} id="keys" aria-labelledby="keys-title" onClose={close}>
      {children}
    </dialog>
  );
}

/** ? of any keyboard, the full-width one of a Chinese input method too. */
function isQuestion({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key === '?' || key === '？') && !ctrlKey && !metaKey && !altKey;
}

/** Where a ? is a character that somebody types. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
