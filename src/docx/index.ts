import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, SectionType, TextRun } from 'docx';
import type { PaperDocument } from '../forms/documents/document';
import { SIZES } from '../forms/grid/fonts';
import { MARGINS } from '../forms/grid/plan';
import { fontTable, LATIN } from './fontTable';
import { packed, type KeptFile } from './packed';
import { laidOut, millimetres } from './parts';

/**
 * A document as a .docx file: A4, the margins, type and line spacing of a 公文 (GB/T 9704—2012). What stands in it is
 * what the document says; nothing else of the workbook is in the file, its properties included.
 */
export async function docxBytes(document: PaperDocument): Promise<Uint8Array> {
  const { authority, pages, isNumbered } = document;
  const file = new Document({
    creator: authority,
    lastModifiedBy: authority,
    title: document.name,
    evenAndOddHeaderAndFooters: isNumbered,
    sections: pages.map((parts) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: {
          size: { width: millimetres(210), height: millimetres(297) },
          margin: {
            top: millimetres(MARGINS.公文边距.top),
            bottom: millimetres(MARGINS.公文边距.bottom),
            left: millimetres(MARGINS.公文边距.left),
            right: millimetres(MARGINS.公文边距.right),
            footer: millimetres(25),
          },
        },
      },
      ...(isNumbered
        ? { footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) } }
        : {}),
      children: parts.flatMap(laidOut),
    })),
  });
  const overrides = [{ path: 'word/fontTable.xml', data: fontTable() }];
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, overrides));
}

/** Documents as one file to keep: a .docx, or several of them in a .zip file of the name; null for none. */
export async function docxFiles(documents: readonly PaperDocument[], name: string): Promise<KeptFile | null> {
  const files: KeptFile[] = [];
  for (const document of documents) files.push({ name: `${document.name}.docx`, bytes: await docxBytes(document) });
  return packed(files, name);
}

/** — 1 —, a character from the outer edge. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const font = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: '宋体' };
  const indent = SIZES.四号 * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.LEFT ? { left: indent } : { right: indent },
        children: [new TextRun({ size: SIZES.四号 * 2, font, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
