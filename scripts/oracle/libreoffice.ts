/**
 * A second opinion on formulas: LibreOffice opens a workbook, calculates all of it anew and saves it, so that the
 * values do not come from the engine under test. An oracle only, never a writer of what people get.
 *
 *     node --require ./scripts/typescript.js scripts/oracle/libreoffice.ts 审定表.xlsx [审定表.pdf]
 *
 * prints all values as LibreOffice calculates them, and saves the pages as it prints them.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { readXlsx } from 'hucre/xlsx';

import { formatA1, quoteSheet } from '../../src/host/workbook/values/address';

/** LibreOffice is not there, or did not do its work; the message is one line, Chinese and English. */
export class LibreOfficeError extends Error {}

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

const USUAL_FOLDERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program'],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS'],
  linux: ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/snap/bin'],
};

/** The program's path: what the variable SOFFICE names, else from the path or where installers put it. */
export function findSoffice(): string | undefined {
  if (process.env.SOFFICE) return isProgram(process.env.SOFFICE) ? process.env.SOFFICE : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...(USUAL_FOLDERS[process.platform] ?? [])];
  return folders
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Without this LibreOffice shows the values that the file holds, right or wrong (0: always calculate).
const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** What LibreOffice made; `remove` deletes it. */
export interface Recalculated {
  readonly xlsx: string;
  /** The pages as printed, when asked for. */
  readonly pdf: string | undefined;
  remove(): void;
}

/**
 * Copies of a workbook with every formula calculated by LibreOffice, in a folder of their own.
 * Rejects with {@link LibreOfficeError}; no process and no file is left then.
 */
export async function recalculate(
  file: string,
  { pdf = false, timeoutSeconds = 120 }: { readonly pdf?: boolean; readonly timeoutSeconds?: number } = {},
): Promise<Recalculated> {
  const soffice = findSoffice();
  if (soffice === undefined) {
    throw new LibreOfficeError(
      '找不到 LibreOffice：请安装它，或用环境变量 SOFFICE 指明 soffice 的位置。LibreOffice was not found: install it, or name soffice in the variable SOFFICE.',
    );
  }
  if (!existsSync(file)) throw new LibreOfficeError(`找不到文件 ${file}。There is no file ${file}.`);
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), RECALCULATE_ALWAYS);
    const input = join(folder, 'input.xlsx');
    copyFileSync(file, input);
    const convert = async (format: 'xlsx' | 'pdf'): Promise<string> => {
      const output = join(folder, format, `input.${format}`);
      const options = [
        '--headless',
        '--norestore',
        '--nolockcheck',
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ];
      await run(soffice, [...options, '--convert-to', format, '--outdir', join(folder, format), input], timeoutSeconds);
      if (!existsSync(output)) {
        throw new LibreOfficeError(
          `LibreOffice 打不开 ${basename(file)}。LibreOffice could not convert ${basename(file)}.`,
        );
      }
      return output;
    };
    return { xlsx: await convert('xlsx'), pdf: pdf ? await convert('pdf') : undefined, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Runs a program to its end, or ends it and all that it started. */
async function run(program: string, options: readonly string[], timeoutSeconds: number): Promise<void> {
  // A group of its own: soffice is a script, the work is done by what it starts.
  const child = spawn(program, options, { stdio: 'ignore', detached: process.platform !== 'win32' });
  const end = (): void => {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else endGroup(child.pid);
  };
  process.once('exit', end);
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new LibreOfficeError(
            `LibreOffice ${String(timeoutSeconds)} 秒内没有完成。LibreOffice did not finish within ${String(timeoutSeconds)} s.`,
          ),
        );
      }, timeoutSeconds * 1000);
      child.once('error', reject);
      child.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  } finally {
    process.off('exit', end);
    end();
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The group has ended.
  }
}

/** A cell's value: an error as its text, a date as Excel's number of days (1900 system). */
export type RecalculatedValue = string | number | boolean;

/** The values of a workbook by sheet and address (`A1`); empty cells are left out. */
export async function readRecalculated(file: string): Promise<Map<string, Map<string, RecalculatedValue>>> {
  const { sheets } = await readXlsx(readFileSync(file));
  return new Map(sheets.map(({ name, rows }) => [name, valuesOf(rows)]));
}

function valuesOf(rows: readonly (readonly (RecalculatedValue | Date | null)[])[]): Map<string, RecalculatedValue> {
  const values = new Map<string, RecalculatedValue>();
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value === null) return;
      const address = formatA1({ row, column, rows: 1, columns: 1 });
      values.set(address, value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value);
    });
  });
  return values;
}

async function main([file, pdf]: readonly string[]): Promise<void> {
  if (file === undefined) {
    console.error(
      '用法 usage: node --require ./scripts/typescript.js scripts/oracle/libreoffice.ts <book.xlsx> [pages.pdf]',
    );
    process.exitCode = 2;
    return;
  }
  try {
    const made = await recalculate(file, { pdf: pdf !== undefined });
    try {
      for (const [sheet, values] of await readRecalculated(made.xlsx)) {
        for (const [address, value] of values) console.log(`${quoteSheet(sheet)}!${address}\t${String(value)}`);
      }
      if (pdf !== undefined && made.pdf !== undefined) copyFileSync(made.pdf, pdf);
    } finally {
      made.remove();
    }
  } catch (error) {
    if (!(error instanceof LibreOfficeError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
