import { exceedsLargest, isCounted, withExtraPoints } from '../../assessment/total';
import type Fraction from 'fraction.js';
import { displayTotal } from '../../assessment/display';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import type { Findings } from '../grid/findings';
import type { Problem } from '../grid/problem';
import type { FormDraft } from './draft';
import { extraPoints } from './extraColumns';
import type { ScoreRow } from './form';
import { problem } from './problems';

/** Where the office counts them, what cannot be read keeps the row from a total. */
export function checkExtraCells({ cells }: FormDraft, row: ScoreRow, settings: Settings, findings: Findings): void {
  for (const { kind, column, heading, written, points, isNumber } of row.extras) {
    if (points !== null || !isCounted(kind, settings)) continue;
    const at = cellAddress(row.row, column);
    findings.block(row, isNumber ? 'program' : 'formula', problem.extraNotANumber(cells.name, at, heading, written));
  }
}

/** Filled cells that do not count, with what they would make of the total; and what counts no further than its limit. */
export function checkExtras(
  { cells }: FormDraft,
  row: ScoreRow,
  plain: Fraction | null,
  settings: Settings,
): Problem[] {
  const [first] = row.extras;
  if (first === undefined) return [];
  const uncounted = row.extras.flatMap(({ kind, column, heading, written, points }) => {
    const at = [cells.name, cellAddress(row.row, column), heading, written] as const;
    if (kind === '一票否决') return [problem.vetoNotCounted(...at)];
    if (isCounted(kind, settings)) return [];
    const would = plain === null || points === null ? '' : withExtraPoints(plain, [{ kind, points }], COUNTED_IN_FULL);
    return [problem.extraNotCounted(...at, would === '' ? '' : displayTotal(would, settings.gradeLines))];
  });
  const { largestBonus, largestDeduction } = settings;
  const held = exceedsLargest(extraPoints(row), settings)
    ? [
        problem.extraHeld(
          cells.name,
          cellAddress(row.row, first.column),
          row.displayName,
          String(largestBonus),
          String(largestDeduction),
        ),
      ]
    : [];
  return [...uncounted, ...held];
}

const COUNTED_IN_FULL = { largestBonus: 100, largestDeduction: 100 };
