export { kaohe } from '../../headless/kaohe';
import { join } from 'node:path';
import { check, type CommandOptions, type Reading } from '../../../src/excel';
import { inExcel, openFixture } from '../../excel/support/workbooks';

export function messyFile(name: string): string {
  return join(__dirname, '../../fixtures/messy', name.includes('.') ? name : `${name}.xlsx`);
}

/** What the add-in says of a messy workbook: opened as a file, read through Excel's interface. */
export async function checked(name: string, options: CommandOptions = {}): Promise<Reading> {
  return inExcel(await openFixture(messyFile(name)), () => check(options));
}

/** Every person's total by sheet and row, as `7月!5 赵敏`; null for a row with an error. */
export function totals({ book }: Reading): Record<string, number | null> {
  return Object.fromEntries(
    book.scores.map(({ form, row, total }) => [
      `${form.sheet}!${row.row + 1} ${row.name}`,
      total === null ? null : Number(total.toString(12)),
    ]),
  );
}

/** The months of the forms, in order. */
export function months({ book }: Reading): (string | null)[] {
  return book.forms.map(({ month }) => month);
}

/** What is said of every workbook that has only one of the annexes. */
const ABOUT_THE_WHOLE: ReadonlySet<string> = new Set(['RECORDS_NONE']);

/** Problems as one line each: severity, code, and the message, which begins with sheet and cell. */
export function found({ problems }: Pick<Reading, 'problems'>, ...codes: readonly string[]): string[] {
  return problems
    .filter(({ code }) => (codes.length === 0 ? !ABOUT_THE_WHOLE.has(code) : codes.includes(code)))
    .map(({ severity, code, sheet, cell, message }) => {
      const place = [sheet, cell].filter((part) => part !== null).join(' ');
      // The message itself must say where; a problem with another place than its words would mislead.
      return message.startsWith(place) ? `${severity} ${code} ${message}` : `${severity} ${code} ${place} ≠ ${message}`;
    });
}
