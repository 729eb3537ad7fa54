import { scoreLimit } from '../../assessment/score';
import type { Scale } from '../../assessment/total';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import type { FormDraft } from './draft';
import type { RaterMonth } from './raters';

/** From so many people on, equal scores for all are remarkable. */
const REMARKABLE_PEOPLE = 2;

/** Forms whose scores look as if nobody had judged the people one by one. */
export function checkUniformity(
  { cells, block, address, rows, weights }: FormDraft,
  scale: Scale,
  findings: Findings,
): void {
  const scored = rows.filter(({ row }) => row.scores.every((score) => score !== null));
  if (scored.length < REMARKABLE_PEOPLE || block.heading.cells.length === 0) return;
  const full = scored.every(({ row }) =>
    row.scores.every((score, i) => score?.equals(scoreLimit(scale, weights[i] ?? 0)) === true),
  );
  const lines = new Set(scored.map(({ row }) => scoreLine(row.scores)));
  if (full) findings.add([problem.scoresAllFull(cells.name, address)]);
  else if (lines.size === 1) findings.add([problem.scoresIdentical(cells.name, address)]);
}

/** Raters of one month whose sheets hold the same scores for the same people. */
export function checkCopies(raters: readonly RaterMonth[], findings: Findings): void {
  const seen = new Map<string, RaterMonth>();
  for (const rater of raters) {
    const lines = [...rater.byPerson].map(
      ([key, rows]) => `${key}=${rows.map(({ row }) => scoreLine(row.row.scores)).join()}`,
    );
    if (lines.length < REMARKABLE_PEOPLE) continue;
    const content = lines.sort().join(';');
    const same = seen.get(content);
    const [first] = rater.rows;
    if (same === undefined) seen.set(content, rater);
    else if (first !== undefined) {
      findings.add([problem.ratersIdentical(first.draft.cells.name, first.draft.address, same.label)]);
    }
  }
}

function scoreLine(scores: FormDraft['rows'][number]['row']['scores']): string {
  return scores.map((score) => score?.toFraction() ?? '').join('|');
}
