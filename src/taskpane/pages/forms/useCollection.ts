import { useState } from 'react';
import type { ReadFile } from '../../../files';
import type { Choices } from '../../../forms/collect/collection';
import { usePage } from '../usePage';
import { readChosen } from './readChosen';
import { useChoosing, type Choosing } from './useChoosing';

export type CollectAs = 'sheets' | 'rows';

export interface Collecting extends Choosing {
  /** Reads files, and shows what of them would be written. */
  readonly collect: (files: readonly File[]) => Promise<void>;
  /** Shows it again, with what was chosen since. */
  readonly collectAgain: () => Promise<void>;
}

/** The files that were read, and what was chosen among them. */
export function useCollection(as: CollectAs): Collecting {
  const { texts, state, run, propose } = usePage();
  const [files, setFiles] = useState<readonly ReadFile[]>([]);
  const { taken, found, forget, ...choosing } = useChoosing();

  const show = async (read: readonly ReadFile[], choices: Choices): Promise<void> => {
    const preview = await propose('收集', (excel) => excel.previewCollect(read, { as, choices }));
    found(preview?.collection.contradictions ?? []);
  };
  return {
    ...choosing,
    collect: async (chosen) => {
      const read = await run(texts.forms.readingFiles(0, chosen.length, ''), (_excel, running) =>
        readChosen(chosen, running, texts, state?.settings),
      );
      if (read === undefined) return;
      setFiles(read);
      forget();
      await show(read, new Map());
    },
    collectAgain: () => show(files, taken),
  };
}
