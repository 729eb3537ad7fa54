import { cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import type { Problem } from '../grid/problem';
import type { RecordBlock } from './blocks';
import {
  cellErrors,
  readHeader,
  titleLines,
  unlabelledLines,
  wholeForm,
  type CellText,
  type ReadHeader,
} from './fields';
import { leftOverIn } from './leftOver';
import { periodEvidence, type PeriodEvidence } from './period';
import { readTasks, type WrittenTask } from './tasks';
import type { LabelCell } from './scan';

/** What 附件1 and 附件2 have in common, as one form alone shows it: other forms may still have to tell the year. */
export interface RecordDraft {
  readonly cells: SheetCells;
  readonly block: RecordBlock;
  readonly header: ReadHeader;
  readonly tasks: readonly WrittenTask[];
  readonly period: PeriodEvidence;
  /** A1 address of the first cell below 工作任务进度. */
  readonly tasksCell: string;
  /** Of the form itself; those of the period come when it is judged. */
  readonly problems: readonly Problem[];
}

export function draftRecord(cells: SheetCells, block: RecordBlock): RecordDraft {
  const { tasks, problems } = readTasks(cells, block);
  const header = readHeader(cells, block);
  const lines = [...titleLines(cells, block), ...unlabelledLines(cells, block)];
  return {
    cells,
    block,
    header,
    tasks,
    period: periodEvidence(cells.name, wholeForm(block), lines),
    tasksCell: cellAddress(block.heading.lastRow + 1, block.heading.progress),
    problems: [
      ...layoutProblems(cells, block),
      ...lostZeros(cells, lines),
      ...header.problems,
      ...problems,
      ...cellErrors(cells, block),
      ...leftOverIn(cells, block),
    ],
  };
}

/** Labels that are not printed as in the annex. */
function layoutProblems({ name }: SheetCells, block: RecordBlock): Problem[] {
  const { annex, mistitled, labels, area, heading } = block;
  const fields = [...labels.values()].filter(({ printed }) => printed !== '');
  const other = fields.filter((label) => !isPrinted(label)).map(({ text, printed }) => `${text}→${printed}`);
  return [
    ...(mistitled ? [problem.recordMistitled(name, cellAddress(area.row, area.column), 3 - annex, annex)] : []),
    ...(other.length > 0 ? [problem.recordLabelsRead(name, wholeForm(block), annex, other.join('，'))] : []),
    ...(heading.unknownProgress === null
      ? []
      : [problem.recordProgressUnknown(name, cellAddress(heading.row, heading.progress), heading.unknownProgress)]),
    ...fields
      .filter(({ split }) => split)
      .map(({ row, column, printed }) => problem.recordLabelSplit(name, cellAddress(row, column), printed)),
  ];
}

function isPrinted({ text, printed, split }: LabelCell): boolean {
  return split || text === printed;
}

/** The number 2021.1 in a line of the period may have been typed as 2021.10. */
function lostZeros(cells: SheetCells, lines: readonly (readonly CellText[])[]): Problem[] {
  return lines
    .flat()
    .filter(({ row, column, text }) => typeof cells.value(row, column) === 'number' && /^20\d{2}\.1$/.test(text))
    .map(({ row, column, text }) =>
      wordsProblem.dateAmbiguous(cells.name, cellAddress(row, column), text, '1月或10月'),
    );
}
