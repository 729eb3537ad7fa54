import type { Choices } from '../collect/collection';
import type { TableChoice } from './proposal';

/** What a person says of headings that nobody knows. */
export interface ImportChoices {
  /** Heading, normalised → label, on every table. */
  readonly headings: ReadonlyMap<string, string>;
  /** By {@link tableKey}, or by the sheet's name alone. */
  readonly tables: ReadonlyMap<string, TableChoice>;
  /** Which of several forms to take that differ. */
  readonly forms: Choices;
}

export const NO_CHOICES: ImportChoices = { headings: new Map(), tables: new Map(), forms: new Map() };

/** A table among those of all files. */
export function tableKey({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  return `${file}|${sheet}`;
}
