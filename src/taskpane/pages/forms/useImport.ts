import { useState } from 'react';
import type { ReadFile } from '../../../files';
import { NO_CHOICES, tableKey, type ImportChoices } from '../../../forms/import/choices';
import type { ImportKind } from '../../../forms/import/kinds';
import type { ImportTable } from '../../../forms/import/outside';
import { usePage } from '../usePage';
import { readChosen } from './readChosen';
import { useChoosing, type Choosing } from './useChoosing';

export interface Importing extends Choosing {
  /** Tables whose headings had to be told or are still to be. */
  readonly tables: readonly ImportTable[];
  /** What the person says a table is; its columns are proposed anew. */
  readonly chooseKind: (table: ImportTable, kind: ImportKind | null) => Promise<void>;
  /** What the person says a column is. */
  readonly chooseColumn: (table: ImportTable, heading: string, label: string) => void;
  /** Reads files, and shows what of them would be written. */
  readonly read: (files: readonly File[]) => Promise<void>;
  /** Shows it again with every column and every form as they are chosen now. */
  readonly readAgain: () => Promise<void>;
}

/** The files that were read, and what their columns are. */
export function useImport(): Importing {
  const { texts, state, run, propose } = usePage();
  const [files, setFiles] = useState<readonly ReadFile[]>([]);
  const [tables, setTables] = useState<readonly ImportTable[]>([]);
  const { taken, found: foundToChoose, forget, ...choosing } = useChoosing();

  const show = async (read: readonly ReadFile[], choices: ImportChoices): Promise<void> => {
    const preview = await propose('导入', (excel) => excel.previewImport(read, choices));
    if (preview === undefined) return;
    setTables(preview.tables);
    foundToChoose(preview.contradictions);
  };
  const replace = (table: ImportTable, by: ImportTable): void =>
    setTables(tables.map((each) => (each === table ? by : each)));
  return {
    ...choosing,
    tables,
    async chooseKind(table, kind) {
      if (kind === null) {
        replace(table, { ...table, kind });
        return;
      }
      const choices = { ...NO_CHOICES, tables: new Map([[tableKey(table), { kind }]]) };
      const found = await run(texts.shell.reading, (excel) => excel.previewImport(files, choices));
      const proposed = found?.tables.find((each) => tableKey(each) === tableKey(table));
      if (proposed !== undefined) replace(table, proposed);
    },
    chooseColumn: (table, heading, label) =>
      replace(table, {
        ...table,
        columns: table.columns.map((each) => (each.heading === heading ? { ...each, label } : each)),
      }),
    async read(chosen) {
      const read = await run(texts.forms.readingFiles(0, chosen.length, ''), (_excel, running) =>
        readChosen(chosen, running, texts, state?.settings),
      );
      if (read === undefined) return;
      setFiles(read);
      setTables([]);
      forget();
      await show(read, NO_CHOICES);
    },
    readAgain: () => show(files, { ...choicesOf(tables), forms: taken }),
  };
}

/** What the fields show is what the person says. */
function choicesOf(tables: readonly ImportTable[]): ImportChoices {
  return {
    ...NO_CHOICES,
    tables: new Map(
      tables.map((table) => {
        // Of a column that nobody has said anything of, nothing is remembered.
        const told = table.columns.filter(({ label }) => label !== '');
        const columns = new Map(told.map(({ heading, label }) => [heading, label] as const));
        return [tableKey(table), { kind: table.kind, columns }];
      }),
    ),
  };
}
