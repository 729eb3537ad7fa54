import { INDICATORS } from '../../assessment/indicator';
import { hasMoreThanTwoDecimals, isWithinLimit } from '../../assessment/score';
import { areaAddress, cellAddress } from '../grid/address';
import type { Block } from './block';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import type { Findings } from '../grid/findings';
import { isNormalised, readName, type NameReading } from '../words/personName';
import type { ScoreColumns, ScoreRow, DraftRow } from './form';
import { isExternal, readScore, type ScoreReading } from './cell';
import { readExtras } from './extraColumns';
import type { Area } from '../grid/snapshot';
import { normalizeName } from '../words/text';

/** Reads a form's lines of people; what is wrong with a name or a score cell is reported here. */
export function readRows(cells: SheetCells, block: Block, columns: ScoreColumns, findings: Findings): DraftRow[] {
  const lines = block.personRows.map((row) => {
    const readings = columns.scores.map((column) => readScoreAt(cells, row, column));
    const name = readName(cells.value(row, cells.anchor(row, columns.name).column));
    const blank = readings.every(({ kind }) => kind === 'blank');
    return { draft: { row: scoreRow(cells, row, columns, name, readings), name, blank }, readings };
  });
  reportCoveredRows(cells, block, columns, findings);
  const unscored = lines.length > 1 && lines.every(({ draft }) => draft.blank);
  if (unscored) reportUnscored(cells, block, columns, findings);
  const torn = new Set(lines.flatMap((line, i) => reportTorn(cells, columns, line, lines[i + 1], findings)));
  return lines.map(({ draft, readings }) => {
    const { row } = draft.row;
    if (torn.has(row)) return draft;
    reportName(cells, columns, draft, findings);
    if (unscored) findings.block(draft.row, 'formula');
    else reportScores(cells, columns, draft, readings, findings);
    const merged = cells.merge(row, columns.name);
    if (merged !== undefined && block.splitRows.some((lower) => isWithin(lower, merged))) {
      findings.block(draft.row, 'program', problem.rowSplit(cells.name, areaAddress(merged), draft.name.displayName));
    }
    return draft;
  });
}

function isWithin(row: number, { row: first, rows }: Area): boolean {
  return row >= first && row < first + rows;
}

/** Lines of scores whose name is covered by a merged area that is nobody's name, such as a heading's. */
function reportCoveredRows(cells: SheetCells, block: Block, columns: ScoreColumns, findings: Findings): void {
  for (const row of block.splitRows) {
    const merged = cells.merge(row, columns.name);
    if (merged === undefined || block.personRows.includes(merged.row)) continue;
    findings.add([problem.nameCovered(cells.name, cellAddress(row, columns.name), areaAddress(merged))]);
  }
}

/** A sheet that nobody has scored yet, such as one just made: one line in the list of problems, not one per person. */
function reportUnscored(cells: SheetCells, block: Block, columns: ScoreColumns, findings: Findings): void {
  const scored = columns.scores.filter((column) => column >= 0);
  const [first, last] = [Math.min(...scored), Math.max(...scored)];
  const [top = 0, bottom = top] = [block.personRows[0], block.personRows.at(-1)];
  const area = { row: top, column: first, rows: bottom - top + 1, columns: last - first + 1 };
  findings.add([problem.formUnscored(cells.name, areaAddress(area), block.personRows.length)]);
}

interface Line {
  readonly draft: DraftRow;
  readonly readings: readonly ScoreReading[];
}

/**
 * Two rows next to each other, each with the scores that the other lacks: one line that was torn in two, as Word's
 * tables come over. They are not put together by guess; one problem says so instead of one for every blank score.
 *
 * @returns the two rows, or none
 */
function reportTorn(
  cells: SheetCells,
  columns: ScoreColumns,
  { draft: upper, readings }: Line,
  next: Line | undefined,
  findings: Findings,
): number[] {
  const lower = next?.draft;
  if (next === undefined || lower?.row.row !== upper.row.row + 1 || upper.blank || lower.blank) return [];
  const complete = readings.every(({ kind }, i) => (kind === 'blank') !== (next.readings[i]?.kind === 'blank'));
  if (!complete) return [];
  const rows = [upper, lower].map(({ row }) => row);
  const names = rows.map(({ displayName }) => `“${displayName}”`).join('');
  const numbers = rows.map(({ row }) => row + 1).join('、');
  const at = cellAddress(upper.row.row, columns.name);
  findings.block(upper.row, 'program', problem.rowTorn(cells.name, at, `第${numbers}行`, names));
  findings.block(lower.row, 'program');
  return rows.map(({ row }) => row);
}

/** A column that the form lacks reads as blank; COLUMN_MISSING has been reported for the form. */
function readScoreAt(cells: SheetCells, row: number, column: number): ScoreReading {
  return column < 0
    ? { kind: 'blank' }
    : readScore(cells.value(row, column), cells.format(row, column), cells.date1904);
}

function scoreRow(
  cells: SheetCells,
  row: number,
  columns: ScoreColumns,
  name: NameReading,
  readings: readonly ScoreReading[],
): ScoreRow {
  const seen = (column: number | null) => (column === null ? '' : cells.seen(row, column));
  const department = seen(columns.department);
  const rater = normalizeName(seen(columns.rater));
  return {
    row,
    name: name.name,
    displayName: name.displayName,
    beside: name.beside,
    nameText: String(cells.value(row, cells.anchor(row, columns.name).column)),
    department: department === '' ? null : normalizeName(department),
    departmentText: department,
    departmentCell: columns.department === null || department === '' ? null : anchorOf(cells, row, columns.department),
    position: seen(columns.position),
    staffNumber: seen(columns.staffNumber),
    rater: rater === '' ? null : rater,
    scores: readings.map((reading) => (reading.kind === 'score' ? reading.score : null)),
    scoreIsText: readings.some((reading) => reading.kind === 'score' && reading.isText),
    extras: readExtras(cells, row, columns.extras),
    existingTotal: columns.total === null ? '' : cells.value(row, columns.total),
    existingTotalFormula: columns.total === null ? null : cells.formula(row, columns.total),
    existingGrade: seen(columns.grade) === '' ? null : seen(columns.grade),
  };
}

function anchorOf(cells: SheetCells, row: number, column: number): { row: number; column: number } {
  const at = cells.anchor(row, column);
  return { row: at.row, column: at.column };
}

function reportName(cells: SheetCells, columns: ScoreColumns, { row, name }: DraftRow, findings: Findings): void {
  const at = [cells.name, cellAddress(row.row, columns.name)] as const;
  const { displayName } = name;
  switch (name.fault) {
    case 'missing':
      return findings.block(row, 'program', problem.nameMissing(...at));
    case 'several':
      return findings.block(row, 'program', problem.nameSeveral(...at, displayName));
    case 'notText':
      return findings.block(row, 'program', problem.nameNotText(...at, displayName));
    case 'error':
      return findings.block(row, 'program', problem.cellError(...at, displayName));
    case 'none':
      if (isNormalised(name)) findings.add([wordsProblem.nameNormalised(...at, displayName, name.name)]);
  }
}

function reportScores(
  cells: SheetCells,
  columns: ScoreColumns,
  { row, blank }: DraftRow,
  readings: readonly ScoreReading[],
  findings: Findings,
): void {
  const who = row.displayName === '' ? `第${row.row + 1}行` : row.displayName;
  const first = columns.scores.find((column) => column >= 0) ?? columns.name;
  if (blank) return findings.block(row, 'formula', problem.scoresMissing(cells.name, cellAddress(row.row, first), who));
  for (const [i, reading] of readings.entries()) {
    const column = columns.scores[i] ?? -1;
    const label = INDICATORS[i]?.label ?? '';
    if (column < 0) continue;
    const at = [cells.name, cellAddress(row.row, column)] as const;
    if (isExternal(cells.formula(row.row, column))) findings.add([problem.externalLink(...at)]);
    switch (reading.kind) {
      case 'blank':
        findings.block(row, 'formula', problem.scoreMissing(...at, who, label));
        break;
      case 'error':
        findings.block(row, 'formula', problem.cellError(...at, reading.text));
        break;
      case 'unreadable':
        findings.block(row, reading.isNumber ? 'program' : 'formula', problem.scoreNotANumber(...at, reading.text));
        break;
      case 'score':
        if (reading.isText && isWithinLimit(reading.score, 100))
          findings.add([problem.scoreTextNormalised(...at, reading.text, reading.score.toString())]);
        if (reading.score.equals(0)) findings.add([problem.scoreZero(...at, who, label)]);
        if (hasMoreThanTwoDecimals(reading.score)) findings.add([problem.scoreDecimals(...at, reading.text)]);
    }
  }
}
