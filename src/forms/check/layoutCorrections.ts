import { problem } from './correctionProblems';
import type { Correction } from './corrections';
import { emptySheetPlan, type Plan, type SheetPlan } from '../grid/plan';
import type { SheetGrid } from '../grid/sheetGrid';

/** Formats in which a number would be taken for something else; in the last, for text. */
const MISLEADING_FORMAT = /[ymdhs%@]/i;

/**
 * Plans the chosen corrections: only their cells are written, each with what it held for the restore copy. What is asked
 * for and no longer there, and what lies on a protected sheet, is refused and named.
 *
 * @param ids of the corrections chosen
 * @param formatOf the number format that a cell has now
 */
export function layoutCorrections(
  ids: readonly string[],
  corrections: readonly Correction[],
  grids: ReadonlyMap<string, SheetGrid>,
  formatOf: (correction: Correction) => string,
): Plan {
  const wanted = new Set(ids);
  const chosen = corrections.filter(({ id }) => wanted.has(id));
  const gone = wanted.size - chosen.length;
  const bySheet = new Map<string, Correction[]>();
  for (const each of chosen) bySheet.set(each.sheet, [...(bySheet.get(each.sheet) ?? []), each]);
  const isProtected = (sheet: string) => grids.get(sheet)?.protected === true;
  const refused = [...bySheet.keys()].filter(isProtected).map((sheet) => problem.correctionProtected(sheet));
  return {
    sheets: [...bySheet].flatMap(([sheet, ofSheet]) => {
      const grid = grids.get(sheet);
      return grid === undefined || grid.protected ? [] : [sheetPlan(grid, ofSheet, formatOf)];
    }),
    names: [],
    problems: [...(gone === 0 ? [] : [problem.correctionGone(gone)]), ...refused],
  };
}

function sheetPlan(
  grid: SheetGrid,
  corrections: readonly Correction[],
  formatOf: (correction: Correction) => string,
): SheetPlan {
  return {
    ...emptySheetPlan(grid.name, false),
    numberFormats: corrections.flatMap((correction) => {
      const { at, format, content } = correction;
      const before = formatOf(correction);
      const isRight = format === null || (content !== null && !isMisleading(before));
      return isRight ? [] : [{ ...at, format, before }];
    }),
    blocks: corrections.map(({ at, message, content }) => grid.block(message, at.row, at.column, [[content]])),
  };
}

function isMisleading(format: string): boolean {
  return MISLEADING_FORMAT.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|_.|\*./gi, ''));
}
