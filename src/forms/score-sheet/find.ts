import { INDICATORS } from '../../assessment/indicator';
import { cellAddress } from '../grid/address';
import { findBlocks, type Block } from './block';
import { isFormTitle } from './titleText';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import { addressOf, draftForm, type DraftedForm } from './draft';
import { cellsWithRole, ENOUGH_INDICATORS, findHeadings } from './heading';
import { TITLE_WORDS } from '../words/labels';
import { readScore } from './cell';
import { checkSignature } from './signature';
import type { Area, SheetSnapshot } from '../grid/snapshot';
import { normalizeLabel } from '../words/text';
import { indicatorCount } from '../words/columnLabel';

/** From so many scores on, a row below a heading without 姓名 is somebody's line. */
const SCORES_OF_A_LINE = 4;

/** All forms of one sheet, and what is to be said of blocks that look like forms but cannot be read. */
export function readSheetForms(
  cells: SheetCells,
  sheet: SheetSnapshot,
  findings: Findings,
  isKnown: (name: string) => boolean,
): DraftedForm[] {
  const blocks = findBlocks(cells, findHeadings(cells), isKnown);
  const drafts: DraftedForm[] = [];
  for (const block of blocks) {
    if (isForm(block)) drafts.push(draftForm(cells, inheritTitle(block, drafts), findings));
    else reportUnreadable(cells, block, findings);
  }
  reportHeadingMissing(cells, blocks, findings);
  for (const { block, address, rater } of drafts) {
    reportHidden(sheet, block.area, address, findings);
    if (sheet.coloured === true) findings.add([problem.coloursIgnored(sheet.name, address)]);
    findings.add(checkSignature(cells, block, rater, sheet.shapes ?? 0));
  }
  return drafts;
}

/** Whether a sheet holds a form, without reading it. */
export function holdsForm(cells: SheetCells): boolean {
  return findBlocks(cells, findHeadings(cells), () => false).some(isForm);
}

function isForm({ heading }: Block): boolean {
  return cellsWithRole(heading, 'name').length > 0 && indicatorCount(heading.cells) >= ENOUGH_INDICATORS;
}

/** A heading repeated after a page break, without title lines of its own, goes on with those of the form above. */
function inheritTitle(block: Block, above: readonly DraftedForm[]): Block {
  const previous = above.at(-1)?.block;
  const continues =
    block.titleRows.length === 0 &&
    previous !== undefined &&
    previous.heading.lastRow < block.heading.firstRow &&
    previous.heading.firstColumn === block.heading.firstColumn;
  return continues ? { ...block, titleRows: previous.titleRows } : block;
}

/** A heading with too little: only reported when the block looks like a score sheet, not like a list of weights. */
function reportUnreadable(cells: SheetCells, { heading, titleRows }: Block, findings: Findings): void {
  const named = cellsWithRole(heading, 'name').length > 0;
  const enough = indicatorCount(heading.cells) >= ENOUGH_INDICATORS;
  if (!named && !hasTitle(cells, titleRows) && linesOfScores(cells, heading) < 2) return;
  const labels = heading.cells.filter(({ label }) => label !== null).map(({ text }) => `“${normalizeLabel(text)}”`);
  findings.add([
    enough
      ? problem.nameColumnMissing(cells.name, addressOf(heading))
      : problem.formUnrecognised(cells.name, addressOf(heading), labels.join('、')),
  ]);
}

/** A title and lines of numbers that no heading covers: nothing is passed over in silence. */
function reportHeadingMissing(cells: SheetCells, blocks: readonly Block[], findings: Findings): void {
  let title: string | null = null;
  let lines = 0;
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    if (blocks.some(({ area }) => row >= area.row && row < area.row + area.rows)) continue;
    let numbers = 0;
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const value = cells.value(row, column);
      if (typeof value === 'number') numbers++;
      else if (title === null && typeof value === 'string' && isFormTitle(value)) {
        title = cellAddress(row, column);
      }
    }
    if (title !== null && numbers >= INDICATORS.length) lines++;
  }
  if (title !== null && lines > 0) findings.add([problem.headingMissing(cells.name, title)]);
}

function hasTitle(cells: SheetCells, rows: readonly number[]): boolean {
  return rows.some((row) => {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const text = normalizeLabel(cells.own(row, column));
      if (TITLE_WORDS.some((word) => text.includes(word))) return true;
    }
    return false;
  });
}

function linesOfScores(cells: SheetCells, heading: Block['heading']): number {
  let lines = 0;
  for (let row = heading.lastRow + 1; row < cells.rowEnd && lines < 2; row++) {
    const scores = heading.cells.filter(({ column }) => {
      return readScore(cells.value(row, column), cells.format(row, column)).kind === 'score';
    });
    if (scores.length >= SCORES_OF_A_LINE) lines++;
  }
  return lines;
}

/** Hidden or filtered rows and columns of a form: read all the same, and told. */
export function reportHidden(sheet: SheetSnapshot, area: Area, address: string, findings: Findings): void {
  const rows = sheet.hiddenRows.filter((row) => row >= area.row && row < area.row + area.rows).length;
  const columns = sheet.hiddenColumns.filter((c) => c >= area.column && c < area.column + area.columns).length;
  const parts = [rows > 0 ? `${rows}个隐藏行` : '', columns > 0 ? `${columns}个隐藏列` : ''].filter(
    (part) => part !== '',
  );
  if (parts.length > 0) findings.add([problem.hiddenCells(sheet.name, address, parts.join('、'))]);
}
