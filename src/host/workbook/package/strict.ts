/**
 * Workbooks in the strict form of ISO 29500, which few programs write or read well, as ordinary ones: every part of
 * the package says the same under the ordinary names.
 */
import { partText, relationshipsOf, setPartText, type Parts } from './parts';

const STRICT = 'http://purl.oclc.org/ooxml/';
const NAMESPACE = /http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\/(\w+(?:\/\w+)*)/g;
/** Names that are written otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  extendedProperties: 'extended-properties',
  customProperties: 'custom-properties',
};

/** Whether the package is in the strict form. */
export function isStrict(parts: Parts): boolean {
  return relationshipsOf(parts, '').some(({ type }) => type.startsWith(STRICT));
}

/** Rewrites every part in place. */
export function makeTransitional(parts: Parts): void {
  for (const path of [...parts.keys()]) {
    if (!/\.(?:xml|rels|vml)$/i.test(path)) continue;
    const text = partText(parts, path);
    if (text?.includes(STRICT)) setPartText(parts, path, transitional(text));
  }
}

function transitional(text: string): string {
  const named = text.replace(NAMESPACE, (_all, area: string, name: string) => {
    const steps = name.split('/').map((step) => RENAMED[step] ?? step);
    return `http://schemas.openxmlformats.org/${area}/2006/${steps.join('/')}`;
  });
  return named
    .replace(/(<(?:\w+:)?workbook\b[^>]*?)\sconformance=(["'])strict\2/, '$1')
    .replace(/(<(?:\w+:)?workbookPr\b[^>]*?)\sdateCompatibility=(["'])\w*\2/, '$1')
    .replace(PERCENTAGE, ordinaryPercentage);
}

/** `val="50%"` of drawings is 50000 in the ordinary form, of charts 50. */
const PERCENTAGE = /<(\w+):(\w+)((?:\s[\w:]+=(?:"[^"]*"|'[^']*'))*?\s\w+=["'])(-?\d+(?:\.\d+)?)%(["'])/g;

function ordinaryPercentage(
  _all: string,
  prefix: string,
  name: string,
  before: string,
  number: string,
  quote: string,
): string {
  const value = prefix === 'c' ? Number(number) : Math.round(Number(number) * 1000);
  return `<${prefix}:${name}${before}${value}${quote}`;
}
