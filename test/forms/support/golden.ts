import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import golden from '../../fixtures/2020Q3.json';
import type { WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import { sheet, workbook, type Cell } from './sheets';

const fixture = (name: string) => join(__dirname, '../../fixtures', name);

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

/** What the worked quarter must give; totals in points of 100. */
export const goldenPeople = (): (typeof golden)['people'] => golden.people;
