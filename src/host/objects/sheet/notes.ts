/** Notes and threaded comments as a reader of the sheet sees them. */
import type { SheetModel } from '../../workbook/model/workbook';

/** The cells that have a note or a comment, with its text; answers stand below what they answer, each with its author. */
export function notesOf(sheet: SheetModel): Map<string, string> {
  const notes = new Map<string, string>();
  const people = new Map((sheet.workbook.data.persons ?? []).map(({ id, displayName }) => [id, displayName]));
  for (const [key, { comment }] of sheet.cells) {
    if (!comment) continue;
    const lines = comment.thread?.map(({ personId, text }) => `${people.get(personId) ?? ''}：${text}`);
    notes.set(key, lines?.join('\n') ?? comment.text);
  }
  return notes;
}
