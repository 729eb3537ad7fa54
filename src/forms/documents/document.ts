import type { CalendarDate } from '../../assessment/calendarDate';
import { ownNames } from '../grid/fileNames';

/** The documents that are made for Word, by their names. */
export const QUARTER_DOCUMENTS = ['公示', '反馈单', '复核答复', '谈话记录'] as const;
export const YEAR_DOCUMENTS = ['年度总结'] as const;
export const DOCUMENT_KINDS = [...QUARTER_DOCUMENTS, ...YEAR_DOCUMENTS] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A labelled or an empty cell of a form; a row's shares make {@link WHOLE}. */
export interface FormCell {
  readonly text: string;
  readonly share: number;
  /** What the cells beside it are about. */
  readonly isLabel?: boolean;
  /** Sentences begin at the left and at the top, in paragraphs of their own; other texts stand in the middle. */
  readonly isLong?: boolean;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** Millimetres, at least. */
  readonly height: number;
}

export const WHOLE = 12;

/** One part of a page, from top to bottom; how it looks is decided where files are written. */
export type DocumentPart =
  /** 标题, whose lines are parted where its words allow it; a line below it in brackets; 抬头; a line by itself. */
  | { readonly kind: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'addressee' | 'line'; readonly text: string }
  /** Ruled, with its headings repeated on each page; the shares of the columns make {@link WHOLE}. */
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly label: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Ruled, with labels beside what they are about. */
  | { readonly kind: 'form'; readonly rows: readonly FormRow[] }
  /** 落款: whose document it is, and its date; null leaves the day to be written by hand. */
  | { readonly kind: 'signature'; readonly authority: string; readonly date: CalendarDate | null };

/** One document: a file. */
export interface PaperDocument {
  readonly kind: DocumentKind;
  /** Of the file, without its ending; every character may stand in the name of a file. */
  readonly name: string;
  /** Whose it is, as told: 办公室 王建国; null for a document about all. */
  readonly person: string | null;
  readonly authority: string;
  /** Each begins on a page of its own. */
  readonly pages: readonly (readonly DocumentPart[])[];
  /** A document of sentences has numbers on its pages; a form of one page has none. */
  readonly isNumbered: boolean;
}

/** Documents whose names would be the same get a number each. */
export function withOwnNames(documents: readonly PaperDocument[]): PaperDocument[] {
  const names = ownNames(documents.map(({ name }) => name));
  return documents.map((document, i) => ({ ...document, name: names[i] ?? document.name }));
}
