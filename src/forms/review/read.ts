import type { Quarter } from '../../assessment/period';
import { isAgainstRule, type QuarterReview } from '../../assessment/quarterly';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import { findReview, reviewTitle, type ReviewColumn, type ReviewPlace } from './columns';
import type { SheetGrid } from '../grid/sheetGrid';
import { keyOfPerson } from '../words/text';

/** What stands on one person's row of a 季度审定表, as typed by the group and by those whom it asked (R22). */
export interface ReviewDecision {
  readonly key: string;
  readonly name: string;
  readonly sheet: string;
  /** A1 address of 审定等次. */
  readonly cell: string;
  /** 审定等次; '' while nothing is decided. */
  readonly decided: string;
  readonly partyOpinion: string;
  readonly disciplineOpinion: string;
  readonly remark: string;
  /** 建议等次 where a person typed one over the program's formula; null for the program's. */
  readonly typedSuggestion: string | null;
}

/** The 季度审定表 of a quarter among the sheets; null where there is none that can be read. */
export function findQuarterReview(grids: Iterable<SheetGrid>, quarter: Quarter): [SheetGrid, ReviewPlace] | null {
  for (const grid of grids) {
    const place = findReview(grid, reviewTitle(quarter), quarter, []);
    if (place !== undefined && !('missing' in place)) return [grid, place];
  }
  return null;
}

/** The rows of the people on the quarter's 季度审定表; null where the workbook has none. */
export function readDecisions(grids: Iterable<SheetGrid>, quarter: Quarter): ReviewDecision[] | null {
  const found = findQuarterReview(grids, quarter);
  if (found === null) return null;
  const [grid, place] = found;
  const decisions: ReviewDecision[] = [];
  for (let row = place.firstRow; row < place.endRow; row++) {
    const text = (id: ReviewColumn) => String(grid.value(row, place.column(id))).trim();
    const name = text('name');
    if (name === '') continue;
    const suggestion = grid.formula(row, place.column('suggestion'));
    const isFormula = typeof suggestion === 'string' && (suggestion === '' || suggestion.startsWith('='));
    decisions.push({
      key: keyOfPerson(text('department'), name),
      name,
      sheet: grid.name,
      cell: cellAddress(row, place.column('decision')),
      decided: text('decision'),
      partyOpinion: text('party'),
      disciplineOpinion: text('discipline'),
      remark: text('remark'),
      typedSuggestion: isFormula ? null : String(suggestion).trim(),
    });
  }
  return decisions;
}

/** R22: 审定等次 that is not the suggested one needs a reason in 备注. Nothing is suggested where no month has a total. */
export function decisionProblems(decisions: readonly ReviewDecision[], review: QuarterReview): Problem[] {
  const suggestions = new Map(review.people.map(({ key, suggestedGrade }) => [key, suggestedGrade]));
  return decisions.flatMap(({ key, name, sheet, cell, decided, remark, typedSuggestion }) => {
    const suggested = typedSuggestion ?? suggestions.get(key) ?? '';
    if (decided === '' || suggested === '' || decided === suggested || remark !== '') return [];
    return [problem.reviewReasonMissing(sheet, cell, name, decided, suggested)];
  });
}

/**
 * Decisions that a special rule does not allow, whatever 备注 says, also where the rule came about afterwards: they are
 * named and never rewritten (五·5, ambiguities 29 and 30).
 */
export function decisionsAgainstRules(decisions: readonly ReviewDecision[], review: QuarterReview): Problem[] {
  const rulings = new Map(review.people.map(({ key, ruling }) => [key, ruling]));
  return decisions.flatMap(({ key, name, sheet, cell, decided }) => {
    const ruling = rulings.get(key);
    if (decided === '' || ruling === undefined || !isAgainstRule(decided, ruling)) return [];
    return [problem.decisionAgainstRule(sheet, cell, name, decided, ruling.reasons.join('；'))];
  });
}
