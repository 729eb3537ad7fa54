import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { REFUSAL_TEXTS } from '../host/workbook/messages';
import type { WorkbookModel } from '../host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../host/workbook/xlsx';
import { NotDone } from './outcome';
import { systemError } from './systemError';

/**
 * Opens a workbook; the file itself is only read.
 *
 * @throws NotDone when there is no such file or it is no workbook
 */
export async function openFile(path: string): Promise<WorkbookModel> {
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
    if (code === 'EISDIR') throw new NotDone(`“${path}”是文件夹，不是工作簿`);
    throw new NotDone(`无法读取“${path}”（${code || message}）`);
  }
}

/**
 * Refuses an output that would touch the input, or that nobody could open, before any work is done.
 *
 * @throws NotDone with the reason
 */
export async function checkOutput(input: string, out: string): Promise<void> {
  if (extname(out).toLowerCase() !== extname(input).toLowerCase()) {
    throw new NotDone(`--out“${out}”的扩展名应与原文件相同（${extname(input)}）`);
  }
  if (await isSameFile(input, out)) throw new NotDone(`--out 不能是原文件“${input}”，请换一个文件名`);
  const folder = await stat(dirname(resolve(out))).catch(() => undefined);
  if (folder?.isDirectory() !== true) throw new NotDone(`文件夹“${dirname(out)}”不存在，请先建立`);
}

/** Links, `..` and the letter case of Windows and Mac file systems all lead to the same file. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path, { bigint: true }).catch(() => undefined)));
  if (first === undefined || second === undefined) return resolve(a) === resolve(b);
  return first.ino !== 0n
    ? first.ino === second.ino && first.dev === second.dev
    : (await realpath(a)) === (await realpath(b));
}

/**
 * Writes a workbook in one step: into a file beside the target, then renamed, so that a failure leaves no half file.
 *
 * @throws NotDone when the place cannot be written to
 */
export async function saveFile(workbook: WorkbookModel, out: string): Promise<void> {
  const bytes = await saveWorkbook(workbook);
  const beside = join(dirname(out), `.${basename(out)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, out);
  } catch (error) {
    await rm(beside, { force: true });
    throw new NotDone(`无法写入“${out}”（${systemError(error).code}）；请检查权限，或关闭正打开该文件的程序`);
  }
}
