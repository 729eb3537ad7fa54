import type { CalendarDate } from '../../assessment/calendarDate';

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

/** A file's name out of what it is about: characters that file systems refuse, or that lead elsewhere, become －. */
export function documentName(...parts: readonly string[]): string {
  const text = parts
    .map((part) => part.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '－').trim())
    .filter((part) => part !== '')
    .join(' ');
  // Windows knows no name that ends with a full stop, and file systems hold 255 bytes.
  return [...text]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '');
}

/** Documents whose names would be the same get a number each; letter case and forms of characters do not tell files apart. */
export function withOwnNames(documents: readonly PaperDocument[]): PaperDocument[] {
  const counts = new Map<string, number>();
  return documents.map((document) => {
    const key = document.name.normalize('NFKC').toLowerCase();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? document : { ...document, name: `${document.name}（${count}）` };
  });
}
