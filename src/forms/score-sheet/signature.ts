import { cellAddress } from '../grid/address';
import { rowTexts, type Block } from './block';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { SIGNER_LABELS } from '../words/labels';
import type { Problem } from '../grid/problem';
import { normalizeLabel } from '../words/text';

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
