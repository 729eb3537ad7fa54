import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { texts } from '../texts';

/** The arrow beside a cell that has a list. */
export function ChoiceArrow({ open }: { readonly open: () => void }): ReactElement {
  return (
    <button
      type="button"
      className="choice-arrow"
      aria-label={texts.openChoices}
      title={texts.openChoices}
      onClick={open}
    >
      ▾
    </button>
  );
}

/** Where the keys lead from an entry. */
const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

interface Choices {
  readonly choices: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (text: string) => void;
  readonly close: () => void;
}

/** The list of a cell, worked by mouse or keys. */
export function ChoiceList({ choices, chosen, choose, close }: Choices): ReactElement {
  const [current, setCurrent] = useState(Math.max(0, choices.indexOf(chosen ?? '')));
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const choice = choices[current];
    if (step) setCurrent(step(current, choices.length - 1));
    else if (event.key === 'Enter' && choice !== undefined) choose(choice);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (choices.length === 0) return <p className="cell-notice">{texts.noChoices}</p>;
  return (
    <ul
      ref={list}
      className="choice-list"
      role="listbox"
      aria-label={texts.choices}
      aria-activedescendant={`${id}${current}`}
      tabIndex={-1}
      onKeyDown={press}
    >
      {choices.map((choice, index) => (
        <li
          key={index}
          id={`${id}${index}`}
          role="option"
          aria-selected={index === current}
          onPointerEnter={() => setCurrent(index)}
          onClick={() => choose(choice)}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}

/** A message or note beside its cell. */
export function Notice({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  return (
    <div className="cell-notice" role="note">
      {title !== '' && <strong>{title}</strong>}
      <p>{text}</p>
    </div>
  );
}
