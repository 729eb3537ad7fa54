import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { REFUSAL_TEXTS } from '../host/workbook/messages';
import type { WorkbookModel } from '../host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../host/workbook/xlsx';
import { NotDone } from './outcome';
import { systemError } from './systemError';
import { tell } from './terminal';

/**
 * Opens a workbook; the file itself is only read.
 *
 * @throws NotDone when there is no such file or it is no workbook
 */
export async function openFile(path: string): Promise<WorkbookModel> {
  tell(`正在读取“${basename(path)}”`);
  const opened = await openWorkbook(await bytesOf(path));
  if (!opened.ok) throw new NotDone(`“${path}”${REFUSAL_TEXTS[opened.kind]}`);
  return opened.workbook;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = systemError(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new NotDone(`找不到文件“${path}”`);
    if (code === 'ENAMETOOLONG') throw new NotDone(`文件名太长：“${shortened(path)}”`);
    if (code === 'EISDIR') throw new NotDone(`“${path}”是文件夹，不是工作簿`);
    throw new NotDone(`无法读取“${path}”（${code || message}）`);
  }
}

/**
 * Refuses an output that would touch the input or another file, or that nobody could open, before any work is done.
 *
 * @param force a file that is there may be replaced
 * @throws NotDone with the reason
 */
export async function checkOutput(input: string, out: string, force: boolean): Promise<void> {
  if (extname(out).toLowerCase() !== extname(input).toLowerCase()) {
    throw new NotDone(`--out“${shortened(out)}”的扩展名应与原文件相同（${extname(input)}）`);
  }
  if (await isSameFile(input, out)) throw new NotDone(`--out 不能是原文件“${input}”，请换一个文件名`);
  const folder = await stat(dirname(resolve(out))).catch(() => undefined);
  if (folder?.isDirectory() !== true) throw new NotDone(`文件夹“${shortened(dirname(out))}”不存在，请先建立`);
  const present = await stat(out).catch((error: unknown): string => systemError(error).code);
  if (present === 'ENAMETOOLONG') throw new NotDone(`--out 的文件名太长：“${shortened(out)}”，请换一个短一些的`);
  if (typeof present === 'string') return;
  if (!present.isFile()) throw new NotDone(`--out“${out}”已经存在，而且不是文件`);
  if (!force) throw new NotDone(existsText(out));
}

function existsText(out: string): string {
  return `--out“${out}”已经存在，没有覆盖；请换一个文件名，确要覆盖请加 --force`;
}

const LONGEST_SHOWN = 60;

function shortened(path: string): string {
  return path.length <= LONGEST_SHOWN ? path : `${path.slice(0, LONGEST_SHOWN)}…`;
}

/** Links, `..` and the letter case of Windows and Mac file systems all lead to the same file. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path, { bigint: true }).catch(() => undefined)));
  if (first === undefined || second === undefined) return resolve(a) === resolve(b);
  return first.ino !== 0n
    ? first.ino === second.ino && first.dev === second.dev
    : (await realpath(a)) === (await realpath(b));
}

/** Files of this process that must not outlive it. */
const passing = new Set<string>();

/** Removes what a process that is ended leaves half done. */
export function removePassingFiles(): void {
  for (const path of passing) rmSync(path, { force: true });
}

/** What the files beside an output are called: short, whatever its own name is. */
function besideName(out: string): string {
  return `.kaohe-${createHash('sha256').update(basename(out)).digest('hex').slice(0, 12)}`;
}

/**
 * Runs a task that writes an output, which no other process writes meanwhile; what one that was killed has left is removed.
 *
 * @throws NotDone while another process writes it
 */
export async function whileWriting<T>(out: string, task: () => Promise<T>): Promise<T> {
  const folder = dirname(resolve(out));
  const lock = join(folder, `${besideName(out)}.lock`);
  await takeLock(out, lock);
  passing.add(lock);
  try {
    await removeOld(folder, besideName(out));
    return await task();
  } finally {
    await rm(lock, { force: true });
    passing.delete(lock);
  }
}

async function takeLock(out: string, lock: string, isRetried = false): Promise<void> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    const { code } = systemError(error);
    if (code !== 'EEXIST') throw new NotDone(`无法写入“${shortened(out)}”（${code}）；请检查文件夹的权限`);
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (isRetried || isRunning(holder)) {
      throw new NotDone(`另一个程序正在写入“${out}”，没有再写；请等它完成，或换一个文件名`);
    }
    await rm(lock, { force: true });
    await takeLock(out, lock, true);
  }
}

/** Whether a process is there; one of another person's is, too. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemError(error).code === 'EPERM';
  }
}

/** Removes files that a process which was killed has left beside an output. */
async function removeOld(folder: string, name: string): Promise<void> {
  const left = (await readdir(folder).catch(() => [])).filter((each) => each.startsWith(`${name}-`));
  await Promise.all(left.map((each) => rm(join(folder, each), { force: true }).catch(() => undefined)));
}

/**
 * Writes a workbook in one step: into a file beside the target, then renamed, so that a failure leaves no half file.
 *
 * @param force a file that is there is replaced
 * @throws NotDone when the place cannot be written to, or another file has come there
 */
export async function saveFile(workbook: WorkbookModel, out: string, force: boolean): Promise<void> {
  await saveBytes(await saveWorkbook(workbook), out, force);
}

/** The same for the bytes of any file. */
async function saveBytes(bytes: Uint8Array, out: string, force: boolean): Promise<void> {
  const beside = join(dirname(resolve(out)), `${besideName(out)}-${process.pid}.tmp`);
  passing.add(beside);
  try {
    await writeFile(beside, bytes);
    if (force) await rename(beside, out);
    else await renameToFree(beside, out);
  } catch (error) {
    if (error instanceof NotDone) throw error;
    throw new NotDone(`无法写入“${out}”（${systemError(error).code}）；请检查权限，或关闭正打开该文件的程序`);
  } finally {
    await rm(beside, { force: true });
    passing.delete(beside);
  }
}

/** A file to be written into a folder. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Refuses a folder of outputs that cannot be one, before any work is done.
 *
 * @throws NotDone with the reason
 */
export async function checkFolder(folder: string): Promise<void> {
  const present = await stat(folder).catch((error: unknown): string => systemError(error).code);
  if (typeof present !== 'string') {
    if (!present.isDirectory()) throw new NotDone(`--out“${shortened(folder)}”是文件，不是文件夹；请换一个文件夹`);
    return;
  }
  if (present === 'ENAMETOOLONG') throw new NotDone(`--out 的名称太长：“${shortened(folder)}”，请换一个短一些的`);
  const above = await stat(dirname(resolve(folder))).catch(() => undefined);
  if (above?.isDirectory() !== true) {
    throw new NotDone(`文件夹“${shortened(dirname(resolve(folder)))}”不存在，请先建立`);
  }
}

/**
 * Writes files into a folder, which is made where its own folder is there: all of them, or none that was not there
 * before.
 *
 * @param input the workbook that they come from, which none may replace
 * @param force files that are there are replaced
 * @throws NotDone when a file is there already, or cannot be written
 */
export async function saveIntoFolder(
  files: readonly NewFile[],
  folder: string,
  { input, force }: { readonly input: string; readonly force: boolean },
): Promise<void> {
  const paths = files.map(({ name }) => join(folder, name));
  const present: string[] = [];
  for (const path of paths) {
    if (await isSameFile(input, path)) throw new NotDone(`“${path}”就是原文件，没有写；请换一个文件夹`);
    if ((await stat(path).catch(() => undefined)) !== undefined) present.push(path);
  }
  if (present.length > 0 && !force) {
    const more = present.length > 1 ? `等${present.length}个文件` : '';
    throw new NotDone(`“${present[0] ?? ''}”${more}已经存在，没有覆盖；请换一个文件夹，确要覆盖请加 --force`);
  }
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  try {
    for (const [i, { bytes }] of files.entries()) {
      const path = paths[i] ?? '';
      await saveBytes(bytes, path, force);
      written.push(path);
    }
  } catch (error) {
    const made = written.filter((path) => !present.includes(path));
    await Promise.all(made.map((path) => rm(path, { force: true }).catch(() => undefined)));
    throw error;
  }
}

/** Gives a file another name unless a file has that; where the file system cannot do that in one step, in two. */
async function renameToFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (systemError(error).code === 'EEXIST') throw new NotDone(existsText(to));
    if ((await stat(to).catch(() => undefined)) !== undefined) throw new NotDone(existsText(to));
    await rename(from, to);
  }
}
