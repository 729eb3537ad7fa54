/** Notes and threaded comments as a reader of the sheet sees them. */
import type { SheetModel } from '../../workbook/model/workbook';
import { cellKey, parseA1 } from '../../workbook/values/address';

/** The cells that have a note or a comment, with its text; replies stand below what they answer, each with its author. */
export function notesOf(sheet: SheetModel): Map<string, string> {
  const notes = new Map<string, string>();
  for (const [key, { comment }] of sheet.cells) if (comment) notes.set(key, comment.text);
  const messages = sheet.data.threadedComments ?? [];
  const people = new Map((sheet.workbook.data.persons ?? []).map(({ id, displayName }) => [id, displayName]));
  for (const thread of messages) {
    const area = parseA1(thread.ref ?? '');
    if (!area) continue;
    const lines = [thread, ...messages.filter(({ parentId }) => parentId === thread.id)].map(
      ({ personId, text }) => `${people.get(personId) ?? ''}：${text}`,
    );
    // Files keep a note beside the comment, for programs that know notes only.
    notes.set(cellKey(area.row, area.column), lines.join('\n'));
  }
  return notes;
}
