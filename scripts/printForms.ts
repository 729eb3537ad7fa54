/**
 * Prints the forms of a workbook's roster, to be looked at: makes 附件1, 附件2 and 附件3 as the command line does, has
 * LibreOffice print them, and draws each page where pdftoppm is installed.
 *
 *     npm run print-forms [-- 工作簿.xlsx 2020-07 文件夹]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan, previewForms } from '../src/excel';
import { onHost } from '../src/headless/embedded';
import { openFile, saveFile } from '../src/headless/files';
import { LibreOfficeError, recalculate } from './oracle/libreoffice';
import { pageCount } from './oracle/pages';

/** Makes the forms of an annex into a file, without the 操作记录 of the command line, which would be printed too. */
async function makeForms(book: string, month: string, annex: 1 | 2 | 3, out: string): Promise<number> {
  const workbook = await openFile(book);
  const made = await onHost(workbook, async () => {
    const { plan, refused, forms } = await previewForms({ annex, month, people: { kind: 'all' } });
    return refused || !(await applyPlan(plan)).ok ? null : forms.length;
  });
  if (made === null) throw new LibreOfficeError(`附件${annex}没有生成。Annex ${annex} was not made.`);
  await saveFile(workbook, out, true);
  return made;
}

async function main([
  book = 'assets/samples/2020Q3.xlsx',
  month = '2020-10',
  folder,
]: readonly string[]): Promise<void> {
  const target = folder ?? mkdtempSync(join(tmpdir(), 'print-forms-'));
  mkdirSync(target, { recursive: true });
  try {
    const before = await recalculate(book, { pdf: true });
    const ownPages = pageCount(readFileSync(before.pdf ?? ''));
    before.remove();
    for (const annex of [1, 2, 3] as const) {
      const made = join(target, `附件${annex}.xlsx`);
      const forms = await makeForms(book, month, annex, made);
      const printed = await recalculate(made, { pdf: true });
      const pdf = join(target, `附件${annex}.pdf`);
      copyFileSync(printed.pdf ?? '', pdf);
      printed.remove();
      const pages = pageCount(readFileSync(pdf)) - ownPages;
      console.log(`附件${annex}：${forms}份，${pages}页。${pdf}`);
      if (pages !== forms) process.exitCode = 1;
      spawnSync('pdftoppm', ['-r', '70', '-png', '-f', String(ownPages + 1), pdf, join(target, `附件${annex}`)]);
    }
    const drawn = readdirSync(target).filter((name) => name.endsWith('.png')).length;
    console.log(drawn === 0 ? '没有安装 pdftoppm，未生成图片。' : `${drawn}张图片在 ${target}`);
  } catch (error) {
    if (!(error instanceof LibreOfficeError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
