import type Fraction from 'fraction.js';
import { exactDecimal } from '../../assessment/decimal';
import { GRADES, STATUSES, type DecidedGrade } from '../../assessment/grade';
import type { Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import { findReview, reviewTitle, type ReviewPlace } from './columns';
import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel, normalizeName, personKey } from '../words/text';

/** A person's line of a 季度审定表. */
export interface ReviewedLine {
  /** The person's 人员键 on that sheet. */
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
  /** 审定等次; null while the group has not decided. */
  readonly decision: DecidedGrade | null;
  /** 建议等次 as it stands there; a formula's value may be that of an earlier calculation. */
  readonly suggestion: DecidedGrade | null;
  /** 建议等次 was typed over its formula. */
  readonly suggestionTyped: boolean;
  /** 得分 and 等次 of the three months, the mean and 特殊情形及依据 as they stand there. */
  readonly months: readonly { readonly total: Fraction | null; readonly grade: DecidedGrade | null }[];
  readonly mean: Fraction | null;
  readonly circumstances: string;
}

/** A quarter's 审定表 as the year reads it. */
export interface ReviewSheet {
  readonly quarter: Quarter;
  readonly place: ReviewPlace;
  readonly lines: readonly ReviewedLine[];
  readonly problems: readonly Problem[];
}

/**
 * Finds and reads the 审定表 of a quarter.
 *
 * @returns undefined when the workbook has none; the problem when its headings were changed
 */
export function readReviewSheet(quarter: Quarter, grids: Iterable<SheetGrid>): ReviewSheet | Problem | undefined {
  for (const grid of grids) {
    const found = findReview(grid, reviewTitle(quarter), quarter, []);
    if (found === undefined) continue;
    if ('missing' in found) return problem.reviewHeadingsMissing(grid.name, found.missing);
    return readLines(quarter, grid, found);
  }
  return undefined;
}

function readLines(quarter: Quarter, grid: SheetGrid, place: ReviewPlace): ReviewSheet {
  const lines = new Map<string, ReviewedLine>();
  const problems: Problem[] = [];
  for (let row = place.firstRow; row < place.endRow; row++) {
    const text = (id: Parameters<ReviewPlace['column']>[0]) => String(grid.value(row, place.column(id))).trim();
    const points = (column: number) => {
      const value = grid.value(row, column);
      return typeof value === 'number' ? exactDecimal(value) : null;
    };
    const displayName = text('name');
    if (displayName === '') continue;
    const key = personKey(text('department'), displayName);
    const written = text('decision');
    const decision = readDecision(written);
    if (decision === null && written !== '') {
      problems.push(problem.annualDecisionInvalid(grid.name, cellAddress(row, place.column('decision')), written));
    }
    if (lines.has(key)) {
      problems.push(problem.annualPersonTwice(grid.name, cellAddress(row, place.column('name')), displayName));
      continue;
    }
    lines.set(key, {
      key,
      department: normalizeName(text('department')),
      name: normalizeName(displayName),
      displayName,
      position: text('position'),
      decision,
      suggestion: readDecision(text('suggestion')),
      suggestionTyped: !/^(=|$)/.test(String(grid.formula(row, place.column('suggestion')))),
      months: place.months.map((column) => ({
        total: points(column),
        grade: readDecision(String(grid.value(row, column + 1))),
      })),
      mean: points(place.column('mean')),
      circumstances: text('circumstances'),
    });
  }
  return { quarter, place, lines: [...lines.values()], problems };
}

/** 好, 好等次, 不确定 …; null for anything else. */
function readDecision(written: string): DecidedGrade | null {
  const word = normalizeLabel(written);
  return (
    [...GRADES, ...STATUSES].find((each) => each === word || each === `${word}等次` || `${each}等次` === word) ?? null
  );
}
