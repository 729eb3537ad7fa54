import { execFileSync } from 'node:child_process';
import { openSync, type Font } from 'fontkit';

/** Excel draws on a screen of 96 dots to the inch. */
const PIXELS_PER_POINT = 96 / 72;
/**
 * A line of text, as a multiple of its font's size. Excel gives 宋体 and 仿宋 1.2, 黑体 and 等线 up to 1.3; Noto CJK, which
 * stands in for them here, has room for other scripts above and below and would ask for more than any of them.
 */
const LINE = 1.3;

/** The Chinese font of this machine; every Han character is as wide as it is tall in all of them. */
function chineseFont(style: 'regular' | 'bold'): Font {
  const found = execFileSync('fc-match', ['-f', '%{file}\n%{postscriptname}', `sans:lang=zh-cn:${style}`], {
    encoding: 'utf8',
  });
  const [file = '', name = ''] = found.split('\n');
  const font = openSync(file, name);
  if ('fonts' in font) throw new Error(`no font ${name} in ${file}`);
  if (!font.hasGlyphForCodePoint('审'.charCodeAt(0))) throw new Error(`${name} is no Chinese font`);
  return font;
}

/** What does not part at the end of a line: words and numbers, and a character with the marks that may not begin or end one. */
const PIECES = /[（《“‘【〔「]*(?:[\x21-\x7E]+|[^\s])[，。、；：？！）》”’】〕」…—]*|\s/gu;

/** Measures texts in the metrics of a Chinese font, in pixels. */
export class TextMetrics {
  private readonly fonts = { regular: chineseFont('regular'), bold: chineseFont('bold') };
  private readonly advances = new Map<string, number>();

  /** The width of one line; sizes are in points. */
  width(text: string, size: number, bold: boolean): number {
    return [...text].reduce((sum, sign) => sum + this.advance(sign, bold), 0) * size * PIXELS_PER_POINT;
  }

  /** The lines that a text takes in a cell that wraps; a piece longer than a line is parted anywhere. */
  lines(text: string, room: number, size: number, bold: boolean): number {
    return text.split('\n').reduce((sum, paragraph) => sum + this.linesOf(paragraph, room, size, bold), 0);
  }

  private linesOf(paragraph: string, room: number, size: number, bold: boolean): number {
    let lines = 1;
    let used = 0;
    for (const piece of paragraph.match(PIECES) ?? []) {
      const width = this.width(piece, size, bold);
      if (used + width <= room || piece.trim() === '') {
        used += width;
      } else if (width <= room) {
        lines++;
        used = width;
      } else {
        for (const sign of piece) {
          const each = this.width(sign, size, bold);
          if (used + each > room) {
            lines++;
            used = 0;
          }
          used += each;
        }
      }
    }
    return lines;
  }

  /** The height of so many lines, in points. */
  height(lines: number, size: number): number {
    return lines * size * LINE;
  }

  /** A sign's width as a part of the font's size; signs that the font lacks are taken as wide. */
  private advance(sign: string, bold: boolean): number {
    const key = `${bold ? 'b' : ''}${sign}`;
    const known = this.advances.get(key);
    if (known !== undefined) return known;
    const font = bold ? this.fonts.bold : this.fonts.regular;
    const code = sign.codePointAt(0) ?? 0;
    const advance = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1;
    this.advances.set(key, advance);
    return advance;
  }
}
