import { readColumnLabel, isIndicator } from '../../../src/forms/words/columnLabel';
import { INDICATORS } from '../../../src/assessment/indicator';
import { parseCellKey } from '../../../src/host/workbook/values/address';
import { WorkbookModel, type SheetModel } from '../../../src/host/workbook/model/workbook';
import { GOLDEN, openFixture } from '../../excel/support/workbooks';
import { messyFile } from '../../messy/support/checking';

/** Workbooks that the reader reads without an error, each with its forms' headings and names tagged. */
export const BASES: Readonly<Record<string, string>> = {
  'the golden quarter': GOLDEN,
  'five raters of a month': messyFile('rater-missing'),
  'three forms on a sheet': messyFile('forms-stacked'),
  'merged headings': messyFile('merged-headings'),
  'other columns': messyFile('columns-reordered'),
};

/**
 * What a cell was before anything happened. It is kept in the cell's note, which goes where the cell goes: with
 * inserted rows, with a copied sheet, and nowhere when the cell is deleted.
 */
export type Tag =
  | {
      readonly kind: 'heading';
      readonly form: string;
      readonly index: number;
      readonly weight: number;
      readonly text: string;
    }
  | { readonly kind: 'nameHeading'; readonly form: string; readonly text: string }
  | { readonly kind: 'name'; readonly form: string; readonly line: string; readonly text: string };

export interface Tagged<T extends Tag = Tag> {
  readonly row: number;
  readonly column: number;
  readonly tag: T;
}

/** Opens a base and tags it by its printed headings; people stand below them until the next title or footnote. */
export async function openBase(path: string): Promise<WorkbookModel> {
  const workbook = await openFixture(path);
  for (const sheet of workbook.sheets) tagSheet(sheet);
  return workbook;
}

function tagSheet(sheet: SheetModel): void {
  const area = sheet.usedArea(true);
  if (area === undefined) return;
  let names: { form: string; column: number; below: number } | undefined;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const labels = Array.from({ length: area.columns }, (_, i) => {
      const column = area.column + i;
      return {
        column,
        text: String(sheet.value(row, column)),
        label: readColumnLabel(String(sheet.value(row, column))),
      };
    });
    const indicators = labels.filter(({ label }) => label !== null && isIndicator(label.role));
    if (indicators.length === INDICATORS.length) {
      const form = `${sheet.name}#${row}`;
      for (const { column, text, label } of indicators) {
        const index = INDICATORS.findIndex(({ id }) => id === label?.role);
        tagCell(sheet, row, column, { kind: 'heading', form, index, weight: label?.weight ?? 0, text });
      }
      for (const at of [row, row - 1]) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          if (sheet.value(at, column) !== '姓名') continue;
          tagCell(sheet, at, column, { kind: 'nameHeading', form, text: '姓名' });
          names = { form, column, below: row };
        }
      }
    } else if (names !== undefined) {
      const text = String(sheet.value(row, names.column));
      const scores = labels.filter(({ column }) => typeof sheet.value(row, column) === 'number').length;
      if (scores >= INDICATORS.length) {
        tagCell(sheet, row, names.column, { kind: 'name', form: names.form, line: `${names.form}:${row}`, text });
      } else if (text === '' && scores === 0) names = undefined;
    }
  }
}

function tagCell(sheet: SheetModel, row: number, column: number, tag: Tag): void {
  const key = `${row},${column}`;
  const cell = sheet.cells.get(key);
  if (cell !== undefined) sheet.cells.set(key, { ...cell, comment: { text: JSON.stringify(tag) } });
}

export function tagsOf(sheet: SheetModel): Tagged[] {
  return [...sheet.cells].flatMap(([key, { comment }]) =>
    // Only this file writes notes into these workbooks.
    comment === undefined ? [] : [{ ...parseCellKey(key), tag: JSON.parse(comment.text) as Tag }],
  );
}

/** A workbook of its own with the same content; what saving would keep besides is left out. */
export function copyOf({ data }: WorkbookModel): WorkbookModel {
  return new WorkbookModel({
    ...data,
    namedRanges: data.namedRanges.map((name) => ({ ...name })),
    sheets: data.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells].map(([key, cell]) => [key, { ...cell }])),
      ...(sheet.merges && { merges: sheet.merges.map((merge) => ({ ...merge })) }),
      ...(sheet.columns && { columns: sheet.columns.map((column) => ({ ...column })) }),
      ...(sheet.rowDefs && { rowDefs: new Map([...sheet.rowDefs].map(([row, def]) => [row, { ...def }])) }),
    })),
  });
}
