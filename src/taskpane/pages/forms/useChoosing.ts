import { useState } from 'react';
import type { Choices, Contradiction } from '../../../forms/collect/collection';

/** Forms that differ among the files that were read, and what was chosen of them. */
export interface Choosing {
  readonly contradictions: readonly Contradiction[];
  /** What is taken for a contradiction, by its key; none for '' and where there is none. */
  readonly choices: Choices;
  readonly choose: (key: string, choice: string) => void;
}

interface Chosen extends Choosing {
  /** The choices that take something. */
  readonly taken: Choices;
  readonly found: (contradictions: readonly Contradiction[]) => void;
  /** Other files are read: nothing is chosen. */
  readonly forget: () => void;
}

export function useChoosing(): Chosen {
  const [contradictions, found] = useState<readonly Contradiction[]>([]);
  const [choices, setChoices] = useState<Choices>(new Map());
  return {
    contradictions,
    choices,
    choose: (key, choice) => setChoices(new Map([...choices, [key, choice]])),
    taken: new Map([...choices].filter(([, choice]) => choice !== '')),
    found,
    forget: () => {
      found([]);
      setChoices(new Map());
    },
  };
}
