/** The text of XML parts, in whichever encoding they say (ECMA-376 part 2 allows UTF-8 and UTF-16). */
import { escapeXml } from './xml';

const UTF8 = new TextDecoder();
/** Enough for the declaration. */
const HEAD = 120;

/** Decodes by the byte order mark, else by how the first `<` is written, else as the declaration says. */
export function decodePart(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(UTF8.decode(bytes.subarray(0, HEAD)))?.[1];
  return declared === undefined || /^utf-?(?:8|16)$/i.test(declared)
    ? UTF8.decode(bytes)
    : decoderFor(declared).decode(bytes);
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return UTF8;
  }
}

const COMMENT = ['<!--', '-->'] as const;
const DATA = ['<![CDATA[', ']]>'] as const;

/** Without comments, CDATA written as ordinary text, and line ends as XML reads them. */
export function plainXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes(COMMENT[0]) && !lines.includes(DATA[0])) return lines;
  let plain = '';
  let position = 0;
  for (;;) {
    const [comment, data] = [lines.indexOf(COMMENT[0], position), lines.indexOf(DATA[0], position)];
    const start = comment < 0 || (data >= 0 && data < comment) ? data : comment;
    const [opening, closing] = start === comment ? COMMENT : DATA;
    const end = start < 0 ? -1 : lines.indexOf(closing, start + opening.length);
    if (end < 0) return plain + lines.slice(position);
    plain += lines.slice(position, start);
    if (opening === DATA[0]) plain += escapeXml(lines.slice(start + opening.length, end));
    position = end + closing.length;
  }
}

/** A text that is to be written in UTF-8 does not say anything else. */
export function utf8Declared(text: string): string {
  return text.replace(/^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])[^"']*\2/, '$1"UTF-8"');
}
