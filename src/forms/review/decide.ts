import type { DecidedGrade } from '../../assessment/grade';
import { cellAddress } from '../grid/address';
import { emptySheetPlan, type CellBlock } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SnapshotValue } from '../grid/snapshot';
import { refusal, type EntryLayout } from '../scoring/entry';
import { normalizeLabel } from '../words/text';
import { REVIEW_COLUMNS } from './columns';
import { readGrade } from './grades';
import type { ReviewLine } from './read';
import type { ReviewTable } from './table';
import { problem } from './writingProblems';

/** What the group decides about one person, into the person's line of the 审定表 (R22). */
export interface Decision {
  readonly line: ReviewLine;
  /** null takes the decision back: the cell becomes empty. */
  readonly grade: DecidedGrade | null;
  /** The new text of 备注; null leaves it as it is. */
  readonly reason: string | null;
}

/** A cell just before it is written. */
export interface DecidedCellNow {
  /** The formula with its '=', or the value where there is none. */
  readonly present: SnapshotValue;
  readonly locked: boolean;
}

/** A person's line as the sheet is now, from its first column on. */
export interface DecisionLineNow {
  readonly shown: readonly SnapshotValue[];
  readonly present: readonly SnapshotValue[];
  readonly decision: DecidedCellNow;
  /** null where the sheet has no 备注. */
  readonly remark: DecidedCellNow | null;
}

/** The 审定表 as it is now. */
export interface DecisionsNow {
  /** The heading row, from the first column on. */
  readonly headings: readonly SnapshotValue[];
  /** As many as there are decisions, in their order. */
  readonly lines: readonly DecisionLineNow[];
}

/**
 * Plans decisions into the lines in which the people still stand. Refused where a line or the headings are no longer what
 * they were, where 建议等次 is another than the one that was in view, and where a cell cannot be written. What would be
 * replaced unseen is named.
 *
 * @param now null where the sheet is gone
 */
export function layoutDecisions(
  table: Pick<ReviewTable, 'columns'> & { readonly sheet: string },
  decisions: readonly Decision[],
  now: DecisionsNow | null,
): EntryLayout {
  const laid = decisions.map((decision, i) => layoutLine(table, decision, now?.headings ?? [], now?.lines[i]));
  const refusals = laid.flatMap((each) => each.refusals);
  if (refusals.length > 0) return refusal(refusals);
  const problems = laid.flatMap((each) => each.replaced);
  const blocks = laid.flatMap((each) => each.blocks);
  const sheets = blocks.length === 0 ? [] : [{ ...emptySheetPlan(table.sheet, false), blocks }];
  return { plan: { sheets, names: [], problems }, refused: false, problems, isPlain: problems.length === 0 };
}

interface LaidLine {
  readonly refusals: readonly Problem[];
  readonly replaced: readonly Problem[];
  readonly blocks: readonly CellBlock[];
}

function layoutLine(
  { sheet, columns }: Pick<ReviewTable, 'columns'> & { readonly sheet: string },
  { line, grade, reason }: Decision,
  headings: readonly SnapshotValue[],
  now: DecisionLineNow | undefined,
): LaidLine {
  const { row, displayName } = line;
  const column = (id: 'name' | 'decision' | 'remark' | 'suggestion'): number => columns.get(id) ?? -1;
  const refused = (...refusals: Problem[]): LaidLine => ({ refusals, replaced: [], blocks: [] });
  if (now === undefined || !isSameLine(line, headings, now, columns)) {
    return refused(problem.decisionRowMoved(sheet, cellAddress(row, Math.max(column('name'), 0)), displayName));
  }
  const suggestion = column('suggestion') < 0 ? null : readGrade(String(now.shown[column('suggestion')] ?? ''));
  if (suggestion !== line.suggestion) {
    const at = cellAddress(row, column('suggestion'));
    return refused(problem.suggestionChanged(sheet, at, displayName, line.suggestion ?? '空', suggestion ?? '空'));
  }
  const wanted = [
    {
      at: column('decision'),
      cell: now.decision,
      // What cannot be read as a decision is not shown as one.
      seen: line.decision === null ? '' : line.writtenDecision,
      content: grade ?? '',
      label: '审定等次',
    },
    ...(reason === null
      ? []
      : [{ at: column('remark'), cell: now.remark, seen: line.remark, content: reason.trim(), label: '备注' }]),
  ];
  const missing = wanted.find(({ cell }) => cell === null);
  if (missing !== undefined) return refused(problem.remarkColumnMissing(sheet, line.cell, displayName));
  const written = wanted.flatMap(({ cell, ...each }) =>
    cell === null || cell.present === each.content ? [] : [{ ...each, ...cell }],
  );
  const locked = written.filter((each) => each.locked);
  if (locked.length > 0) {
    return refused(...locked.map(({ at, label }) => problem.decisionLocked(sheet, cellAddress(row, at), label)));
  }
  return {
    refusals: [],
    replaced: written
      .filter(({ present, seen }) => String(present).trim() !== '' && String(present).trim() !== seen)
      .map(({ at, present, content }) => {
        const after = content === '' ? '空' : `“${content}”`;
        return problem.decisionReplaced(sheet, cellAddress(row, at), displayName, String(present), after);
      }),
    blocks: written.length === 0 ? [] : blocksOf(line, column('name'), now.present, written),
  };
}

/** The name still stands in the line, and what is written stands under its heading. */
function isSameLine(
  { displayName, department }: ReviewLine,
  headings: readonly SnapshotValue[],
  { shown }: DecisionLineNow,
  columns: ReviewTable['columns'],
): boolean {
  const text = (id: 'name' | 'department'): string => String(shown[columns.get(id) ?? -1] ?? '').trim();
  const isUnder = ({ id, label, also }: (typeof REVIEW_COLUMNS)[number]): boolean => {
    const at = columns.get(id);
    if (at === undefined) return true;
    const found = normalizeLabel(String(headings[at] ?? ''));
    return [label, ...also].some((each) => normalizeLabel(each) === found);
  };
  const written = REVIEW_COLUMNS.filter(({ id }) => id === 'decision' || id === 'remark');
  return text('name') === displayName && text('department') === department && written.every(isUnder);
}

/** What is written; beside it, unchanged, the line up to the name, which guards against lines that move. */
function blocksOf(
  { row, displayName }: ReviewLine,
  name: number,
  present: readonly SnapshotValue[],
  written: readonly {
    readonly at: number;
    readonly present: SnapshotValue;
    readonly content: string;
    readonly label: string;
  }[],
): CellBlock[] {
  const guard = present.slice(0, name + 1);
  return [
    { label: '姓名', row, column: 0, cells: [guard.map(() => null)], before: [guard] },
    ...written.map(({ at, content, label, present: before }) => ({
      label: `${displayName}的${label}`,
      row,
      column: at,
      cells: [[content]],
      before: [[before]],
    })),
  ];
}
