import { fold, seen, withoutRadicals } from './folding';

/**
 * What is the same text: one place for the normalisation of labels and names (docs: how real workbooks differ).
 * Names are folded character by character, so that a live formula can repeat it with nested SUBSTITUTE.
 */

/** Most texts are nothing but ideographs, digits and letters: they stay as they are. */
const PLAIN = /^[\u4E00-\u9FFF\dA-Za-z]*$/;

/** A heading or label for matching: NFKC (full-width to half-width), without white space and unseen characters. */
export function normalizeLabel(text: string): string {
  if (PLAIN.test(text)) return text;
  return seen(withoutRadicals(text.normalize('NFKC')));
}

/** A name or department as the key holds it: `张　三` → `张三`, `阿卜杜拉 • 买买提` → `阿卜杜拉·买买提`, `⻢超` → `马超`. */
export function normalizeName(text: string): string {
  if (PLAIN.test(text)) return text;
  return fold(text);
}

/** The key of a person: `科室|姓名`, or only the name where the department is blank or not known (null). */
export function personKey(department: string | null, name: string): string {
  const normalized = normalizeName(department ?? '');
  return normalized === '' ? normalizeName(name) : `${normalized}|${normalizeName(name)}`;
}
