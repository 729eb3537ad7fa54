import type { SheetCells } from '../grid/cells';
import { RATER_LABELS, SIGNER_LABELS, TITLE_WORDS } from '../words/labels';
import { normalizeLabel } from '../words/text';
import type { Heading } from './heading';

/** 附件3 and its title, as a cell of its own. */
const FORM_TITLE = /^附件:?[3三][:.。]*$|^(?!备注|说明|注).*(测评表|打分表|评分表|评议表)([([][^()[\]]*[)\]])?$/;

/** Whether a cell's text is the title of a form. */
export function isFormTitle(text: string): boolean {
  return FORM_TITLE.test(normalizeLabel(text));
}

/** @param label a line's text, normalised */
export function hasTitleWord(label: string): boolean {
  return [...TITLE_WORDS, ...SIGNER_LABELS, ...RATER_LABELS].some((word) => label.includes(word));
}

/** With a year or a month in words, or the serial number of a date. */
export function looksLikeDate(text: string): boolean {
  return (
    /\d\s*[年月]|年\s*月|(?<!\d)20\d{2}\s*[-./]\s*\d{1,2}(?!\d)/.test(text) ||
    /^(20\d{2}[-./]?\d{1,2}([-./]?\d{1,2})?|[3-7]\d{4})$/.test(text.trim())
  );
}

/** Text of a row inside a form's columns, each merged area once. */
export function rowTexts(cells: SheetCells, heading: Heading, row: number): { text: string; column: number }[] {
  const texts: { text: string; column: number }[] = [];
  for (let column = heading.titleColumn; column <= heading.lastColumn; column++) {
    const at = cells.anchor(row, column);
    if (at.row !== row || (at.column !== column && column !== heading.titleColumn)) continue;
    const text = cells.own(at.row, at.column);
    if (text !== '') texts.push({ text, column: at.column });
  }
  return texts;
}
