import type Fraction from 'fraction.js';
import { roundHalfUp } from '../../assessment/decimal';
import { displayTotal } from '../../assessment/display';
import { GRADES } from '../../assessment/grade';
import { gradeOf } from '../../assessment/monthly';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import type { FormDraft } from './draft';
import { GRADE_STATUSES, GRADE_WORDS } from '../words/labels';
import { readScore } from './cell';
import type { ScoreRow } from './form';
import { normalizeLabel } from '../words/text';

/** A grade that somebody wrote: one of the four, a status, nothing, or a word of another scale. */
type WrittenGrade = 'none' | 'status' | 'word' | (typeof GRADES)[number];

/** Words of other scales (优秀, 合格, A) in a grade column: an error of that cell alone, with a proposal (R12); the total stands. */
export function checkGradeWords({ cells, columns, rows }: FormDraft, findings: Findings): void {
  for (const { row } of rows) {
    if (columns.grade === null || row.existingGrade === null || writtenGrade(row.existingGrade) !== 'word') continue;
    const proposal = GRADE_WORDS[normalizeLabel(row.existingGrade).toUpperCase()];
    const text = proposal === undefined ? '' : `，建议改为“${proposal}”`;
    findings.add([problem.gradeWord(cells.name, cellAddress(row.row, columns.grade), row.existingGrade, text)]);
  }
}

/** Compares a row's typed 总分 and 等次 with the computed total; neither is ever overwritten. */
export function checkExisting(
  draft: FormDraft,
  row: ScoreRow,
  total: Fraction,
  settings: Settings,
  findings: Findings,
): void {
  const { cells, columns } = draft;
  const shown = displayTotal(total, settings.gradeLines);
  if (columns.total !== null) {
    const existing = readScore(row.existingTotal, 'General');
    const differs =
      existing.kind === 'score' ? !isSameTotal(existing.score, total, settings) : existing.kind !== 'blank';
    const at = cellAddress(row.row, columns.total);
    if (differs) findings.add([problem.totalDiffers(cells.name, at, String(row.existingTotal), shown)]);
  }
  const grade = gradeOf(total, settings);
  const written = row.existingGrade === null ? 'none' : writtenGrade(row.existingGrade);
  if (columns.grade !== null && isOneOf(GRADES, written) && written !== grade) {
    const at = cellAddress(row.row, columns.grade);
    findings.add([problem.gradeDiffers(cells.name, at, written, shown, grade)]);
  }
}

/**
 * A typed total that is the exact one rounded to its own decimals is the same total (85.3 for 85.33), unless the
 * rounding crosses a grade line (85 for 84.995).
 */
function isSameTotal(typed: Fraction, total: Fraction, settings: Settings): boolean {
  if (typed.equals(total)) return true;
  const rounded = roundHalfUp(total, decimalsOf(typed));
  return rounded.equals(typed) && gradeOf(typed, settings) === gradeOf(total, settings);
}

function decimalsOf(value: Fraction): number {
  return /\.(\d+)$/.exec(value.toString(15))?.[1]?.length ?? 0;
}

function writtenGrade(text: string): WrittenGrade {
  const label = normalizeLabel(text);
  if (label === '') return 'none';
  const grade = GRADES.find((candidate) => candidate === label.replace(/等次$/, ''));
  return grade ?? (GRADE_STATUSES.has(label) ? 'status' : 'word');
}

function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
  return values.some((value) => value === text);
}
