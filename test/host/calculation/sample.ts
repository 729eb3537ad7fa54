import { calculate } from '../../../src/host/calculation/calculation';
import type { Answer, CalculationCell, CalculationInput } from '../../../src/host/calculation/types';
import { cellKey, parseA1, splitSheet } from '../../../src/host/workbook/values/address';

/** What a person types into cells: `=…` is a formula, anything else a value. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

function cellsOf(typed: Typed): Map<string, CalculationCell> {
  return new Map(
    Object.entries(typed).map(([address, content]) => [
      keyOf(address),
      typeof content === 'string' && content.startsWith('=')
        ? { value: null, formula: content.slice(1) }
        : { value: content },
    ]),
  );
}

/** Cells of rows that begin at an address; null leaves a cell empty. */
export function block(address: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Typed {
  const start = parseA1(address);
  if (!start) throw new Error(`no address: ${address}`);
  const typed: Record<string, string | number | boolean> = {};
  rows.forEach((contents, row) => {
    contents.forEach((content, column) => {
      if (content !== null) typed[`${columnLetters(start.column + column)}${start.row + row + 1}`] = content;
    });
  });
  return typed;
}

function columnLetters(column: number): string {
  return String.fromCharCode(65 + column);
}

export function workbook(
  sheets: Readonly<Record<string, Typed>>,
  names: CalculationInput['names'] = [],
  date1904 = false,
): CalculationInput {
  return {
    sheets: Object.entries(sheets).map(([name, typed]) => ({ name, cells: cellsOf(typed) })),
    names,
    date1904,
  };
}

/** The values of some formula cells, written `表!A1`, in their order. */
export async function valuesOf(input: CalculationInput, ...addresses: string[]): Promise<(Answer | undefined)[]> {
  const wanted = new Map<string, Set<string>>();
  const cells = addresses.map((text) => {
    const { sheet = '', address } = splitSheet(text);
    const key = keyOf(address);
    wanted.set(sheet, (wanted.get(sheet) ?? new Set()).add(key));
    return { sheet, key };
  });
  const values = await calculate(input, wanted);
  return cells.map(({ sheet, key }) => values.get(sheet)?.get(key));
}

function keyOf(address: string): string {
  const area = parseA1(address);
  if (!area) throw new Error(`no address: ${address}`);
  return cellKey(area.row, area.column);
}
