import { INDICATORS } from '../../assessment/indicator';
import { areaAddress, cellAddress } from '../grid/address';
import type { Block } from './block';
import type { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import { hasTitleWord, rowTexts } from './titleText';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import { cellsWithRole, printedWeights, type Heading, type PrintedWeights } from './heading';
import { extraColumns } from './extraColumns';
import { collectEvidence } from './monthEvidence';
import { writtenRater } from './rater';
import type { ScoreColumns, DraftRow } from './form';
import { readRows } from './rows';
import { normalizeLabel } from '../words/text';
import type { MonthEvidence } from '../words/months';

/** A form as it stands, before other forms are considered. */
export interface DraftedForm {
  readonly cells: SheetCells;
  readonly block: Block;
  /** A1 address of the whole form and of its heading. */
  readonly address: string;
  readonly headingAddress: string;
  readonly columns: ScoreColumns;
  readonly printed: PrintedWeights;
  readonly rows: readonly DraftRow[];
  readonly evidence: MonthEvidence;
  /** Named on the form. */
  readonly rater: string | null;
}

/** A form with the weights that hold for it: percent, in the order of INDICATORS. */
export interface FormDraft extends DraftedForm {
  readonly weights: readonly number[];
}

/** Reads everything that one form says by itself. */
export function draftForm(cells: SheetCells, block: Block, findings: Findings): DraftedForm {
  const { heading } = block;
  const headingAddress = addressOf(heading);
  const columns = scoreColumns(heading);
  const rows = readRows(cells, block, columns, findings);
  if (rows.length === 0) findings.add([problem.formEmpty(cells.name, areaAddress(block.area))]);
  else findings.add([...labelNotes(cells, heading, headingAddress), ...skippedNote(cells, block)]);
  const draft = {
    cells,
    block,
    address: areaAddress(block.area),
    headingAddress,
    columns,
    printed: printedWeights(heading),
    rows,
    evidence: collectEvidence(cells, block),
    rater: writtenRater(cells, block),
  };
  const faults = [...columnFaults(cells, heading, headingAddress), ...periodFaults(cells, block)];
  findings.add(faults);
  if (faults.length > 0) blockForm(draft, findings);
  return draft;
}

/** Takes the totals of all rows away. */
export function blockForm({ rows }: Pick<DraftedForm, 'rows'>, findings: Findings): void {
  for (const { row } of rows) findings.block(row, 'program');
}

export function addressOf({ firstRow, lastRow, firstColumn, lastColumn }: Heading): string {
  return areaAddress({
    row: firstRow,
    column: firstColumn,
    rows: lastRow - firstRow + 1,
    columns: lastColumn - firstColumn + 1,
  });
}

function scoreColumns(heading: Heading): ScoreColumns {
  const column = (role: Parameters<typeof cellsWithRole>[1]) => cellsWithRole(heading, role)[0]?.column ?? null;
  return {
    department: column('department'),
    name: column('name') ?? -1,
    scores: INDICATORS.map(({ id }) => column(id) ?? -1),
    total: column('total'),
    grade: column('grade'),
    rater: column('rater'),
    position: column('position'),
    staffNumber: column('staffNumber'),
    extras: extraColumns(heading),
    last: heading.lastColumn,
  };
}

/** Missing and duplicated columns, errors of the whole form. */
function columnFaults(cells: SheetCells, heading: Heading, at: string) {
  const wanted = [
    ...INDICATORS.map(({ id, label }) => ({ role: id, label, needed: true })),
    { role: 'name' as const, label: '姓名', needed: true },
    { role: 'department' as const, label: '科室', needed: false },
  ];
  return wanted.flatMap(({ role, label, needed }) => {
    const found = cellsWithRole(heading, role);
    const places = found.map(({ row, column }) => cellAddress(row, column));
    if (found.length > 1) return [problem.columnDuplicate(cells.name, places[1] ?? at, label, places.join('、'))];
    return found.length === 0 && needed ? [problem.columnMissing(cells.name, at, label)] : [];
  });
}

/** A quarter, half a year or a year in the title, and no month beside it (R14: 以月为周期). */
const OTHER_PERIOD = /第?[一二三四1-4]季度?|[上下]半年|全年|年度|年终/;

/** A title that names another period than a month: a quarter's scores are never taken for a month's. */
function periodFaults(cells: SheetCells, { heading, titleRows }: Block): Problem[] {
  for (const row of titleRows) {
    for (const { text, column } of rowTexts(cells, heading, row)) {
      const label = normalizeLabel(text);
      const [period] = OTHER_PERIOD.exec(label) ?? [];
      if (period === undefined || !hasTitleWord(label) || /月/.test(label)) continue;
      return [problem.periodNotMonth(cells.name, cellAddress(row, column), period)];
    }
  }
  return [];
}

/** Headings that are not written as 附件3 prints them. */
function labelNotes(cells: SheetCells, heading: Heading, at: string) {
  const pairs = INDICATORS.flatMap(({ id, label, weight }) => {
    const [cell] = cellsWithRole(heading, id);
    const printed = `${label}（${weight}%）`;
    return cell === undefined || cell.text === printed || cell.text === label
      ? []
      : [`${normalizeLabel(cell.text)}→${label}`];
  });
  const names = cellsWithRole(heading, 'name').flatMap(({ text }) => (text === '姓名' ? [] : [`${text.trim()}→姓名`]));
  const all = [...names, ...pairs];
  return all.length === 0 ? [] : [problem.labelsRead(cells.name, at, all.join('，'))];
}

function skippedNote(cells: SheetCells, block: Block) {
  if (block.skipped.length === 0) return [];
  const rows = block.skipped.map(({ row, text }) => `第${row + 1}行“${text}”`);
  return [problem.rowsSkipped(cells.name, areaAddress(block.area), rows.join('、'))];
}
