import { useState } from 'react';
import type { ReadFile } from '../../../files';
import type { Contradiction } from '../../../forms/collect/collection';
import { usePage } from '../usePage';
import { readChosen } from './readChosen';

export type CollectAs = 'sheets' | 'rows';

export interface Collecting {
  /** Forms of which the files give several that differ. */
  readonly contradictions: readonly Contradiction[];
  /** The file that is taken for a contradiction, by its key; none for '' and where there is none. */
  readonly choices: ReadonlyMap<string, string>;
  readonly choose: (key: string, file: string) => void;
  /** Reads files, and shows what of them would be written. */
  readonly collect: (files: readonly File[]) => Promise<void>;
  /** Shows it again, with what was chosen since. */
  readonly collectAgain: () => Promise<void>;
}

/** The files that were read, and what was chosen among them. */
export function useCollection(as: CollectAs): Collecting {
  const { texts, state, run, propose } = usePage();
  const [files, setFiles] = useState<readonly ReadFile[]>([]);
  const [contradictions, setContradictions] = useState<readonly Contradiction[]>([]);
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map());

  const show = async (read: readonly ReadFile[], chosen: ReadonlyMap<string, string>): Promise<void> => {
    const preview = await propose('收集', (excel) => excel.previewCollect(read, { as, choices: chosen }));
    setContradictions(preview?.collection.contradictions ?? []);
  };
  return {
    contradictions,
    choices,
    choose: (key, file) => setChoices(new Map([...choices, [key, file]])),
    collect: async (chosen) => {
      const read = await run(texts.forms.readingFiles(0, chosen.length, ''), (_excel, running) =>
        readChosen(chosen, running, texts, state?.settings),
      );
      if (read === undefined) return;
      setFiles(read);
      setChoices(new Map());
      await show(read, new Map());
    },
    collectAgain: () => show(files, new Map([...choices].filter(([, file]) => file !== ''))),
  };
}
