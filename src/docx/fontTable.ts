/** The fonts of a document, each with those that a program takes where a machine lacks it. */
import { FONTS } from '../forms/grid/fonts';

/** Where a machine lacks them: what WPS, Word and the Chinese Windows and Mac bring along. */
const ALTERNATIVES: readonly (readonly [font: string, others: string, family: 'roman' | 'swiss' | 'modern'])[] = [
  [FONTS.title, '方正小标宋_GBK,华文中宋,宋体,SimSun', 'roman'],
  [FONTS.body, '仿宋,FangSong,华文仿宋', 'modern'],
  [FONTS.heading, 'SimHei', 'modern'],
];

/** For digits and Latin letters. */
export const LATIN = 'Times New Roman';

/** `word/fontTable.xml`: `docx` itself only writes fonts into it that are embedded. */
export function fontTable(): string {
  const chinese = ALTERNATIVES.map(
    ([font, others, family]) =>
      `<w:font w:name="${font}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const latin = `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${chinese.join('')}${latin}</w:fonts>`;
}
