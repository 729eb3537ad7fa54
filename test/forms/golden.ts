import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import type { WorkbookSnapshot } from '../../src/forms/snapshot';
import { sheet, workbook, type Cell } from './workbook';

const fixture = (name: string) => join(__dirname, '../fixtures', name);

/** The worked quarter of 19 people as a snapshot. */
export async function goldenSnapshot(): Promise<WorkbookSnapshot> {
  const book = await readXlsx(readFileSync(fixture('2020Q3.xlsx')));
  const cell = (value: unknown): Cell =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return workbook(
    ...book.sheets.map(({ name, rows }) =>
      sheet(
        name,
        rows.map((row) => row.map(cell)),
      ),
    ),
  );
}

export interface GoldenPerson {
  readonly department: string;
  readonly name: string;
  readonly months: readonly { readonly month: string; readonly total: number; readonly scoreGrade: string }[];
}

export function goldenPeople(): readonly GoldenPerson[] {
  const parsed: { people: GoldenPerson[] } = JSON.parse(readFileSync(fixture('2020Q3.json'), 'utf8'));
  return parsed.people;
}
