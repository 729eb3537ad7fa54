import { parseCalendarDate, type CalendarDate } from '../../assessment/calendarDate';
import { datesIn } from '../words/dateText';
import { SIGNER_LABELS } from '../words/labels';
import type { ScoreForm } from './form';
import type { SheetSnapshot, WorkbookSnapshot } from '../grid/snapshot';
import { normalizeLabel, normalizeName } from '../words/text';

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
  for (const { year, month, day, valid } of datesIn(text, false)) {
    if (!valid || year === null || month === null || day === null) continue;
    return parseCalendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) ?? null;
  }
  return null;
}
