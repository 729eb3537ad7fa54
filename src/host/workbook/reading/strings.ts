/** The texts that cells share: plain ones are read here, those with fonts of their own by hucre. */
import { partText } from '../package/parts';
import type { KeptPackage, Source } from '../package/source';
import { inlineText, type SharedText } from './cells';

const STRING = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const RUN = /<(?:\w+:)?r[\s>]/;
const HINT = /<(?:\w+:)?(?:rPh|phoneticPr)[\s/>]/;
const INLINE = /<(?:\w+:)?is(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?is>/g;

/** Six times what a cell may hold; a longer text that many cells share would fill the memory. */
const LONGEST = 200_000;

/** What there is to read of texts: `rich` are the insides of those with fonts, each once. */
export interface Texts {
  readonly shared: readonly (SharedText | { readonly rich: string })[];
  readonly rich: readonly string[];
}

/** Collects the texts of the workbook, those that cells hold themselves among the rich ones. */
export function collectTexts({ kept, sheets }: Source): Texts {
  const rich = new Set<string>();
  const xml = kept.stringsPath === undefined ? '' : (partText(kept.parts, kept.stringsPath) ?? '');
  const shared: Texts['shared'][number][] = [];
  for (const [, inner = ''] of xml.matchAll(STRING)) {
    if (inner.length > LONGEST) throw new RangeError(`A text of ${inner.length} signs.`);
    const source = withoutPrefixes(inner);
    if (RUN.test(source)) {
      rich.add(source);
      shared.push({ rich: source });
    } else shared.push({ value: inlineText(source), ...(HINT.test(source) && { shared: source }) });
  }
  for (const { cells } of sheets) {
    if (!cells.includes('inlineStr')) continue;
    for (const [, inner = ''] of cells.matchAll(INLINE)) if (RUN.test(inner)) rich.add(inner);
  }
  return { shared, rich: [...rich] };
}

/** The insides of the shared strings as the file has them, by their numbers. */
export function stringSources({ parts, stringsPath }: KeptPackage): string[] {
  const xml = stringsPath === undefined ? undefined : partText(parts, stringsPath);
  return [...(xml ?? '').matchAll(STRING)].map(([, inner = '']) => withoutPrefixes(inner));
}

/** The inside of a text with fonts as runs alone; some programs put a plain text before the first. */
export function asRuns(text: string): string {
  return withoutPrefixes(text).replace(/^\s*(<t[\s>][\s\S]*?<\/t>)(?=\s*<r[\s>])/, '<r>$1</r>');
}

/** Elements of the name space that the part written anew has for its own. */
function withoutPrefixes(xml: string): string {
  return xml.replace(/<(\/?)\w+:/g, '<$1');
}
