import { cellAddress } from '../grid/address';
import type { Block } from './block';
import { rowTexts } from './titleText';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { SIGNER_LABELS } from '../words/labels';
import type { Problem } from '../grid/problem';
import { normalizeLabel, normalizeName } from '../words/text';
import type { CalendarDate } from '../../assessment/calendarDate';
import type { ScoreForm } from './form';
import type { WorkbookSnapshot, SheetSnapshot } from '../grid/snapshot';
import { datesIn, wholeDate } from '../words/dateText';

/** A picture within a cell, as WPS stores it. */
const CELL_PICTURE = /^=(_xlfn\.)?DISPIMG\(/i;

/**
 * A line for the signature without a typed name, on a sheet with pictures: the signature is a
 * picture that nobody can compare. Without pictures the line is simply blank, as on forms in progress.
 *
 * @param shapes how many pictures and drawings lie over the sheet
 */
export function checkSignature(cells: SheetCells, block: Block, rater: string | null, shapes: number): Problem[] {
  if (rater !== null) return [];
  const rows = [...block.titleRows, ...block.signatureRows];
  for (const row of rows) {
    const label = rowTexts(cells, block.heading, row).find(({ text }) =>
      SIGNER_LABELS.some((signer) => normalizeLabel(text).startsWith(signer)),
    );
    if (label === undefined) continue;
    const pictured = shapes > 0 || holdsPicture(cells, row);
    return pictured ? [problem.signaturePicture(cells.name, cellAddress(row, label.column))] : [];
  }
  return [];
}

function holdsPicture(cells: SheetCells, row: number): boolean {
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    if (CELL_PICTURE.test(cells.formula(row, column) ?? '')) return true;
  }
  return false;
}

/** Who signed an 附件3 by a typed name after 分管领导签字, '' for nobody, and the date on that line. */
export interface ScoreSignature {
  readonly signer: string;
  readonly signedOn: CalendarDate | null;
}

export function signatureOf(form: ScoreForm, snapshot: WorkbookSnapshot): ScoreSignature {
  const sheet = snapshot.sheets.find(({ name }) => name === form.sheet);
  if (sheet === undefined) return { signer: '', signedOn: null };
  for (let row = form.area.row; row < form.area.row + form.area.rows; row++) {
    if (row > form.headerRow && row <= form.lastRow) continue;
    const texts = lineOf(sheet, row);
    const at = texts.findIndex((text) => SIGNER_LABELS.some((label) => normalizeLabel(text).startsWith(label)));
    if (at < 0) continue;
    const [, own = ''] = (texts[at] ?? '').split(/[:：]/);
    const name = [own, texts[at + 1] ?? ''].map(nameIn).find((text) => text !== '') ?? '';
    return { signer: name, signedOn: texts.map(dayIn).find((day) => day !== null) ?? null };
  }
  return { signer: '', signedOn: null };
}

function lineOf(sheet: SheetSnapshot, row: number): string[] {
  return (sheet.values[row - sheet.area.row] ?? []).map((value) => String(value).trim()).filter((text) => text !== '');
}

/** A name, without the year, month and day that the template leaves blank. */
function nameIn(text: string): string {
  const name = normalizeName(text.replace(/[\d年月日_.:：/-]/g, ' '));
  return /^[\p{L}·]{2,20}$/u.test(name) ? name : '';
}

function dayIn(text: string): CalendarDate | null {
  const days = datesIn(text, false).map(wholeDate);
  return days.find((day) => day !== null) ?? null;
}
