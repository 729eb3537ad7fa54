/**
 * What is the same text: one place for the normalisation of labels and names (docs: how real workbooks differ).
 * Names follow a chain of plain replacements, so that a live formula can repeat it with nested SUBSTITUTE.
 */

/** A heading or label for matching: NFKC (full-width to half-width), all white space and zero-width characters removed. */
export function normalizeLabel(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B\uFEFF]+/g, '');
}

const SPACES = [' ', '\u00A0', '\u3000', '\u2002', '\u2003', '\u200B', '\uFEFF', '\t', '\n', '\r'];
/** Dots that people type for the separating dot of minority names; all become U+00B7. */
const DOTS = ['•', '．', '・', '‧', '･', '∙', '.'];

/** The chain that both the reader and the workbook's formulas apply to names and departments, in this order. */
export const NAME_SUBSTITUTIONS: readonly (readonly [from: string, to: string])[] = [
  ...SPACES.map((space) => [space, ''] as const),
  ...DOTS.map((dot) => [dot, '·'] as const),
];

/** A name or department as the key holds it: `张　三` → `张三`, `阿卜杜拉 • 买买提` → `阿卜杜拉·买买提`. */
export function normalizeName(text: string): string {
  return NAME_SUBSTITUTIONS.reduce((name, [from, to]) => name.replaceAll(from, to), text);
}

/** The key of a person: `科室|姓名`, or only the name where the department is blank or not known (null). */
export function personKey(department: string | null, name: string): string {
  const normalized = normalizeName(department ?? '');
  return normalized === '' ? normalizeName(name) : `${normalized}|${normalizeName(name)}`;
}
