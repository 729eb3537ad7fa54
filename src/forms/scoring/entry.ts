import { INDICATORS } from '../../assessment/indicator';
import { exactScore } from '../../assessment/score';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { readColumnLabel } from '../words/columnLabel';
import { isDateFormat, isTimeFormat } from '../words/dateText';
import { emptySheetPlan, type CellBlock, type NumberFormatStep, type Plan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { readScore } from '../score-sheet/cell';
import type { ScoreForm, ScoreRow } from '../score-sheet/form';
import type { SnapshotValue } from '../grid/snapshot';

/** What somebody gives one person on one score sheet. */
export interface ScoreEntry {
  readonly form: ScoreForm;
  readonly row: ScoreRow;
  /** Seven, in the order of INDICATORS. */
  readonly scores: readonly number[];
  /** The scores that were in view before, exactly (89.5); '' for none. */
  readonly seen: readonly string[];
}

/** What a score cell holds just before it is written. */
export interface ScoreCellNow {
  /** The formula with its '=', or the value where there is none. */
  readonly present: SnapshotValue;
  readonly shown: SnapshotValue;
  readonly format: string;
  /** The sheet is protected, and the cell with it. */
  readonly locked: boolean;
  readonly merged: boolean;
}

/** Where an entry goes, as the sheet is now. */
export interface ScoreLineNow {
  /** The form's heading rows, from its first column. */
  readonly headings: readonly (readonly SnapshotValue[])[];
  /** The line from the form's first column up to the name: what it shows, and what it holds. */
  readonly shown: readonly SnapshotValue[];
  readonly present: readonly SnapshotValue[];
  /** Seven, in the order of INDICATORS. */
  readonly cells: readonly ScoreCellNow[];
}

/** What an entry in the pane would write at once, scores or a decision. */
export interface EntryLayout {
  readonly plan: Plan;
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  /** Nothing is replaced but what was in view. */
  readonly isPlain: boolean;
}

/**
 * Plans the scores of one line, into cells that lie anywhere on it; cells that show their score already stay. Refused where the line or its headings are no longer
 * what they were, and where a cell cannot be written; what a score would replace unseen is named.
 *
 * @param now null where the sheet is gone
 */
export function layoutScoreEntry({ form, row, scores, seen }: ScoreEntry, now: ScoreLineNow | null): EntryLayout {
  const { sheet, columns } = form;
  const at = (i: number): string => cellAddress(row.row, columns.scores[i] ?? 0);
  if (now === null || !isSameLine(form, row, now)) {
    return refusal([problem.scoreRowMoved(sheet, cellAddress(row.row, columns.name), row.displayName)]);
  }
  const written = scores.flatMap((score, i) => {
    const cell = now.cells[i];
    return cell === undefined || scoreOf(cell) === exactScore(score).toString() ? [] : [{ i, score, cell }];
  });
  const faults = written.flatMap(({ i, cell }) => [
    ...(cell.locked ? [problem.scoreCellLocked(sheet, at(i))] : []),
    ...(cell.merged ? [problem.scoreCellMerged(sheet, at(i))] : []),
  ]);
  if (faults.length > 0) return refusal(faults);
  const replaced = written
    .filter(({ i, cell }) => cell.present !== '' && (typeof cell.present !== 'number' || scoreOf(cell) !== seen[i]))
    .map(({ i, score, cell }) => problem.scoreReplaced(sheet, at(i), String(cell.present), String(score)));
  const numberFormats = written.flatMap(({ i, cell: { format } }): NumberFormatStep[] =>
    isNoFormatOfScores(format)
      ? [{ row: row.row, column: columns.scores[i] ?? 0, format: 'General', before: format }]
      : [],
  );
  const blocks =
    written.length === 0 ? [] : blocksOf(form, row, now, new Map(written.map(({ i, score }) => [i, score])));
  const sheets = blocks.length === 0 ? [] : [{ ...emptySheetPlan(sheet, false), blocks, numberFormats }];
  return {
    plan: { sheets, names: [], problems: replaced },
    refused: false,
    problems: replaced,
    isPlain: replaced.length === 0,
  };
}

/** An entry that writes nothing, and why. */
export function refusal(problems: readonly Problem[]): EntryLayout {
  return { plan: { sheets: [], names: [], problems }, refused: true, problems, isPlain: false };
}

/** The name still stands in the line, and each indicator above its cell. */
function isSameLine({ area, columns }: ScoreForm, { nameText }: ScoreRow, { headings, shown }: ScoreLineNow): boolean {
  const name = shown
    .map(String)
    .filter((text) => text.trim() !== '')
    .at(-1);
  const isUnder = (id: string, column: number) =>
    headings.some((line) => readColumnLabel(String(line[column - area.column] ?? ''))?.role === id);
  return name === nameText && INDICATORS.every(({ id }, i) => isUnder(id, columns.scores[i] ?? -1));
}

/** The score that a cell shows, exactly; null for anything else. */
function scoreOf({ shown, format }: ScoreCellNow): string | null {
  const reading = readScore(shown, format);
  return reading.kind === 'score' ? reading.score.toString() : null;
}

/** A number written there would become text, a date or a hundredfold percentage. */
function isNoFormatOfScores(format: string): boolean {
  return format === '@' || format.includes('%') || isDateFormat(format) || isTimeFormat(format);
}

/**
 * The scores, one block for cells side by side; beside them, unchanged, the name and the other scores, which guard against
 * lines that move.
 */
function blocksOf(
  { area, columns }: ScoreForm,
  { row, displayName }: ScoreRow,
  { present, cells }: ScoreLineNow,
  scores: ReadonlyMap<number, number>,
): CellBlock[] {
  const order = columns.scores.map((column, i) => ({ column, i })).sort((a, b) => a.column - b.column);
  const runs: { column: number; indices: number[] }[] = [];
  for (const { column, i } of order) {
    const run = runs.at(-1);
    const before = run?.indices.at(-1);
    // A cell that stays may be locked: no range that is written may reach over it.
    const isNext = before !== undefined && scores.has(before) === scores.has(i);
    if (run !== undefined && isNext && run.column + run.indices.length === column) run.indices.push(i);
    else runs.push({ column, indices: [i] });
  }
  return [
    { label: '姓名', row, column: area.column, cells: [present.map(() => null)], before: [present] },
    ...runs.map(({ column, indices }) => ({
      label: `${displayName}的分数`,
      row,
      column,
      cells: [indices.map((i) => scores.get(i) ?? null)],
      before: [indices.map((i) => cells[i]?.present ?? '')],
    })),
  ];
}
