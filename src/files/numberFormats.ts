import { BUILTIN_FORMATS } from '../ooxml/builtinFormats';

/**
 * Number formats of a workbook file. hucre makes dates of numbers whose format it takes for one, and does not know the
 * formats that Chinese Excel names by number alone. So it is given styles in which each format is only its own number,
 * and cells come back as the numbers that they are, with the number of their format.
 */

/** Numbers below are for the built-in formats. */
const FIRST_OWN = 164;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/** The format code of each cell format (`cellXfs`), in the order in which cells refer to them. */
export function readNumberFormats(styles: string): string[] {
  const own = new Map(
    elements(section(styles, 'numFmts'), 'numFmt').map((tag) => [
      Number(attribute(tag, 'numFmtId')),
      decoded(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  return elements(section(styles, 'cellXfs'), 'xf').map((tag) => {
    const number = Number(attribute(tag, 'numFmtId') ?? 0);
    return own.get(number) ?? BUILTIN_FORMATS.get(number) ?? 'General';
  });
}

/** Styles in which the n-th cell format has the number format `"n"`: shown as text, hence no date. */
export function numberedStyles(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const formats = numbers.map((i) => `<numFmt numFmtId="${FIRST_OWN + i}" formatCode="&quot;${i}&quot;"/>`).join('');
  const cells = numbers.map((i) => `<xf numFmtId="${FIRST_OWN + i}" fontId="0" fillId="0" borderId="0"/>`).join('');
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${count}">${formats}</numFmts><cellXfs count="${count}">${cells}</cellXfs></styleSheet>`
  );
}

/** The format code of a cell as hucre gives it with {@link numberedStyles}; a cell that names no format has the first. */
export function formatOf(numbered: string | undefined, formats: readonly string[]): string {
  return formats[Number(numbered?.slice(1, -1) ?? 0)] ?? 'General';
}

function section(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}[\\s>][\\s\\S]*?</(?:\\w+:)?${name}>`).exec(xml)?.[0] ?? '';
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? whole;
  });
}
