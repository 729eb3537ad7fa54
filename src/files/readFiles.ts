import { DEFAULT_SETTINGS, type Settings } from '../assessment/settings';
import { readBook } from '../forms/book/book';
import { problem } from './problems';
import { problem as bookProblem } from '../forms/book/problems';
import type { CollectedFile } from '../forms/collect/collection';
import { isOwnSheet } from '../forms/ownSheets';
import type { Problem } from '../forms/grid/problem';
import { SheetGrid } from '../forms/grid/sheetGrid';
import { snapshotOf } from './workbookSnapshot';
import type { Refusal } from './unpack';

/** A file that somebody chose: a browser's `File` by way of `arrayBuffer()`, or a path in Node. */
export interface FileSource {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** What a file says, or why it says nothing. */
export type ReadFile = ReadWorkbook | { readonly name: string; readonly problem: Problem };

interface ReadWorkbook extends CollectedFile {
  /** Sheets of the program's own, which are read out of no other workbook. */
  readonly own: readonly string[];
}

export interface ReadFilesOptions {
  /** After each file: how many are done, of how many (null while a stream has not ended), and which was the last. */
  readonly onProgress?: (done: number, total: number | null, name: string) => void;
  readonly signal?: AbortSignal;
  /** How the office counts; of the workbook into which the files are to go. */
  readonly settings?: Settings;
}

const REFUSALS: Readonly<Record<Refusal, (file: string) => Problem>> = {
  empty: problem.fileEmpty,
  notXlsx: problem.fileNotXlsx,
  encrypted: problem.fileEncrypted,
  legacyXls: problem.fileLegacy,
  damaged: problem.fileDamaged,
  tooLarge: problem.fileTooLarge,
};

/**
 * Reads workbook files one after the other, in their order. A file that cannot be read is a problem; the others go on.
 * Files of one name, out of several folders, are told apart by a number.
 * Between files the page may paint and take clicks, so that progress is seen and cancelling is noticed within the time
 * of one file.
 *
 * @throws the signal's reason when it is aborted, also while a file is waited for
 */
export async function readFiles(
  files: Iterable<FileSource> | AsyncIterable<FileSource>,
  { onProgress, signal, settings = DEFAULT_SETTINGS }: ReadFilesOptions = {},
): Promise<ReadFile[]> {
  const known = Symbol.iterator in files ? [...files] : null;
  const read: ReadFile[] = [];
  const names = new Map<string, number>();
  for await (const file of known ?? files) {
    signal?.throwIfAborted();
    const count = (names.get(file.name) ?? 0) + 1;
    names.set(file.name, count);
    const name = count === 1 ? file.name : `${file.name}（${count}）`;
    read.push(await unlessAborted(readFile(file, name, settings), signal));
    onProgress?.(read.length, known?.length ?? null, name);
    await nextTask();
  }
  signal?.throwIfAborted();
  return read;
}

async function readFile(file: FileSource, name: string, settings: Settings): Promise<ReadFile> {
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch {
    // Moved, deleted or locked since it was chosen; browsers say no more than that either.
    return { name, problem: problem.fileUnreachable(name) };
  }
  try {
    return await readBytes(bytes, name, settings);
  } catch (error) {
    // Whatever a file holds: the others go on.
    return { name, problem: problem.fileFailed(name, error instanceof Error ? error.message : String(error)) };
  }
}

async function readBytes(bytes: Uint8Array, name: string, settings: Settings): Promise<ReadFile> {
  const result = await snapshotOf(bytes);
  if (!result.ok) return { name, problem: REFUSALS[result.refusal](name) };
  const own = result.snapshot.sheets.filter((sheet) => isOwnSheet(SheetGrid.of(sheet)));
  const sheets = result.snapshot.sheets.filter((sheet) => !own.includes(sheet));
  const snapshot = { ...result.snapshot, sheets };
  const book = readBook(snapshot, { settings });
  const unread = result.unread.map((sheet) => bookProblem.sheetUnread(sheet));
  const all = { ...book, problems: [...unread, ...book.problems] };
  return { name, snapshot, book: all, own: own.map((sheet) => sheet.name) };
}

/** A promise that a signal can leave behind; the signal was asked right before. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const left = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    // The reason is whatever the caller gave; it goes through unchanged.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    signal.addEventListener('abort', () => reject(signal.reason), { signal: left.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    left.abort();
  }
}

/** Lets the page paint and events arrive. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
