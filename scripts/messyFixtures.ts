/**
 * Writes the messy workbooks of the tests to test/fixtures/messy: those of test/messy/support/messyWorkbooks.ts as OOXML by hand,
 * those of test/messy/support/libreOffice.ts through LibreOffice, where it is installed.
 *
 *     node --require ./scripts/typescript.js scripts/messyFixtures.ts
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libreOfficeSources, type LibreOfficeSource } from '../test/messy/support/libreOffice';
import { messyWorkbooks } from '../test/messy/support/messyWorkbooks';
import { findSoffice } from './oracle/libreoffice';

const folder = join(__dirname, '../test/fixtures/messy');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of messyWorkbooks) writeFileSync(join(folder, `${name}.xlsx`), bytes());

const soffice = findSoffice();
if (soffice === undefined) console.log('没有找到 LibreOffice，其工作簿保持不变 (LibreOffice not found)');
else for (const [name, source] of Object.entries(libreOfficeSources)) convert(soffice, name, source);

/** Lets LibreOffice open a source and save it as .xlsx, with a profile of its own. */
function convert(program: string, name: string, { file, text, filter }: LibreOfficeSource): void {
  const work = mkdtempSync(join(tmpdir(), 'messy-'));
  try {
    writeFileSync(join(work, file), text);
    const reading = filter === undefined ? [] : [`--infilter=${filter}`];
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
    const target = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', work];
    const { status, stderr } = spawnSync(program, [profile, '--headless', ...reading, ...target, join(work, file)], {
      timeout: 120_000,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    copyFileSync(join(work, `${basename(file, extname(file))}.xlsx`), join(folder, `${name}.xlsx`));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
