import { INDICATORS } from '../assessment/indicator';
import { hasMoreThanTwoDecimals } from '../assessment/score';
import { cellAddress } from './address';
import type { Block } from './block';
import type { SheetCells } from './cells';
import { problem } from './codes';
import type { Findings } from './findings';
import type { DraftRow } from './formDraft';
import { isNormalised, readName, type NameReading } from './personName';
import type { ScoreColumns, ScoreRow } from './scoreForm';
import { isExternal, readScore, type ScoreReading } from './scoreCell';
import { normalizeName } from './text';

/** Reads a form's lines of people; what is wrong with a name or a score cell is reported here. */
export function readRows(cells: SheetCells, block: Block, columns: ScoreColumns, findings: Findings): DraftRow[] {
  const split = new Set(block.splitRows);
  return block.personRows.map((row) => {
    const readings = columns.scores.map((column) => readScoreAt(cells, row, column));
    const name = readName(cells.value(row, cells.anchor(row, columns.name).column));
    const draft = {
      row: scoreRow(cells, row, columns, name, readings),
      name,
      blank: readings.every(({ kind }) => kind === 'blank'),
    };
    reportName(cells, columns, draft, findings);
    reportScores(cells, columns, draft, readings, findings);
    if (split.has(row + 1)) {
      findings.block(
        draft.row,
        'program',
        problem.rowSplit(cells.name, cellAddress(row, columns.name), name.displayName),
      );
    }
    return draft;
  });
}

/** A column that the form lacks reads as blank; COLUMN_MISSING has been reported for the form. */
function readScoreAt(cells: SheetCells, row: number, column: number): ScoreReading {
  return column < 0 ? { kind: 'blank' } : readScore(cells.value(row, column), cells.format(row, column));
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
    nameText: String(cells.value(row, cells.anchor(row, columns.name).column)),
    department: department === '' ? null : normalizeName(department),
    departmentText: department,
    departmentCell: columns.department === null || department === '' ? null : anchorOf(cells, row, columns.department),
    position: seen(columns.position),
    staffNumber: seen(columns.staffNumber),
    rater: rater === '' ? null : rater,
    scores: readings.map((reading) => (reading.kind === 'score' ? reading.score : null)),
    scoreIsText: readings.some((reading) => reading.kind === 'score' && reading.isText),
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
      if (isNormalised(name)) findings.add([problem.nameNormalised(...at, displayName, name.name)]);
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
        if (reading.isText) findings.add([problem.scoreTextNormalised(...at, reading.text, reading.score.toString())]);
        if (reading.score.equals(0)) findings.add([problem.scoreZero(...at, who, label)]);
        if (hasMoreThanTwoDecimals(reading.score)) findings.add([problem.scoreDecimals(...at, reading.text)]);
    }
  }
}
