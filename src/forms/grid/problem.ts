/** error: no result for what it concerns; warning: a result that a person must look at; note: accepted and normalised. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What is wrong, where, and what to do about it. Never thrown: problems are results. */
export interface Problem {
  readonly severity: Severity;
  /** Upper-case English identifier, stable between versions, e.g. SCORE_NOT_A_NUMBER. */
  readonly code: string;
  /** Sheet name; null when the problem concerns the whole workbook. */
  readonly sheet: string | null;
  /** A1 address of the cell or block without the sheet; null when no single cell is meant. */
  readonly cell: string | null;
  /** Chinese: what stands there and what to do next. */
  readonly message: string;
}
