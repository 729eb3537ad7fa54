/** Notes and threaded comments of cells. They hang on the cell, so that they go wherever it goes. */
import type { CellComment } from 'hucre';

/** One message of a thread: the first has no `parentId`, answers have the first one's `id`. */
export interface Message {
  /** Braced GUID. */
  readonly id: string;
  readonly parentId?: string;
  readonly personId: string;
  /** ISO 8601, UTC. */
  readonly date?: string;
  readonly text: string;
  readonly done?: boolean;
  /** The message as the file has it, good as long as text and `done` are what it says. */
  readonly source?: { readonly xml: string; readonly text: string; readonly done: boolean };
}

/** A note, or the comment on a cell, which has a `thread`. Changed by putting another in its place. */
export interface Note extends CellComment {
  readonly thread?: readonly Message[];
}

/** What the file says of a note besides its text: its element (fonts, ids) and its box. */
export interface NoteSource {
  readonly comment?: string;
  /** Attributes of the part's root, which the element's prefixes come from. */
  readonly spaces: Readonly<Record<string, string>>;
  /** The `<v:shape>`. */
  readonly shape?: string;
  /** Where the box was made for, counted from 0. */
  readonly row: number;
  readonly column: number;
}

const sources = new WeakMap<Note, NoteSource>();

export function sourceOf(note: Note): NoteSource | undefined {
  return sources.get(note);
}

/** The note, known to have stood in the file so. */
export function withSource<T extends Note>(note: T, source: NoteSource | undefined): T {
  if (source) sources.set(note, source);
  return note;
}

/** The note for another cell: its box and fonts stay, its messages are others. */
export function copyOfNote(note: Note): Note {
  if (!note.thread) return note;
  const ids = new Map(note.thread.map(({ id }) => [id, newId()]));
  const thread = note.thread.map(({ source: _source, id, parentId, ...message }) => ({
    ...message,
    id: ids.get(id) ?? id,
    ...(parentId !== undefined && { parentId: ids.get(parentId) ?? parentId }),
  }));
  return withSource({ ...note, thread }, sources.get(note));
}

/** A braced GUID, as files have them for messages and people. */
export function newId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}
