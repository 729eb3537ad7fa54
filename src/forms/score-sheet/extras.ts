import Fraction from 'fraction.js';
import { displayTotal } from '../../assessment/display';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import type { Problem } from '../grid/problem';
import { normalizeLabel } from '../words/text';
import { readScore } from './cell';
import type { FormDraft } from './draft';
import type { ScoreRow } from './form';
import { problem } from './problems';

/** Columns that the notice does not know, by what their headings say: points that are added, taken off, or a veto. */
const EXTRAS: readonly { readonly words: RegExp; readonly sign: 1 | -1 | 0 }[] = [
  { words: /否决/, sign: 0 },
  { words: /扣分|减分|扣减|负分/, sign: -1 },
  { words: /加分|附加|奖励分|奖分/, sign: 1 },
];
/** What says that nothing is meant. */
const NOTHING = /^(0+(\.0+)?分?|无|否|没有|[-—/])?$/;
const [LOWEST, HIGHEST] = [new Fraction(0), new Fraction(100)];

/** Whether a heading is that of points that are added, taken off, or a veto. */
export function isExtra(heading: string): boolean {
  return EXTRAS.some(({ words }) => words.test(normalizeLabel(heading)));
}

/** Filled cells of columns of plus and minus: not counted, and said with what they would make of the total. */
export function checkExtras(
  { cells, block: { heading } }: FormDraft,
  { row }: ScoreRow,
  total: Fraction | null,
  settings: Settings,
): Problem[] {
  return heading.cells.flatMap(({ label, text, column }) => {
    const extra = label === null ? EXTRAS.find(({ words }) => words.test(normalizeLabel(text))) : undefined;
    const written = cells.own(row, column);
    if (extra === undefined || NOTHING.test(normalizeLabel(written))) return [];
    const at = [cells.name, cellAddress(row, column), normalizeLabel(text), written] as const;
    if (extra.sign === 0) return [problem.vetoNotCounted(...at)];
    const reading = readScore(cells.value(row, column), cells.format(row, column), cells.date1904);
    const points = reading.kind === 'score' ? reading.score.abs().mul(extra.sign) : null;
    const sum = total === null || points === null ? null : total.add(points);
    const held = sum === null ? null : sum.compare(HIGHEST) > 0 ? HIGHEST : sum.compare(LOWEST) < 0 ? LOWEST : sum;
    return [problem.extraNotCounted(...at, held === null ? '' : displayTotal(held, settings.gradeLines))];
  });
}
