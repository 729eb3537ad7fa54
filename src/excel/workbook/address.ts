import type { Area } from '../../forms/grid/snapshot';
import { groupsBySize } from './groups';

/**
 * The areas of an address as Office.js gives it: "'7月'!A1:B2,'7月'!D4". Whole rows and columns do not occur in what
 * this program asks for and are left out.
 */
export function parseAreas(address: string): Area[] {
  return [
    ...address.matchAll(/(?:^|,)(?:'(?:[^']|'')*'!|[^',!]*!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?(?=,|$)/g),
  ].map(([, firstColumn = 'A', firstRow = '1', lastColumn = firstColumn, lastRow = firstRow]) => {
    const row = Number(firstRow) - 1;
    const column = columnIndex(firstColumn);
    return { row, column, rows: Number(lastRow) - row, columns: columnIndex(lastColumn) - column + 1 };
  });
}

/** Characters that a call's address may have; whether the sheet's name counts with each area is not documented (W25). */
const LONGEST_ADDRESS = 8000;
const LONGEST_SHEET = "'1234567890123456789012345678901'!".length;

/** Addresses in groups that a call each can carry. */
export function inCalls(addresses: readonly string[]): string[][] {
  return groupsBySize(addresses, ({ length }) => length + LONGEST_SHEET + ','.length, LONGEST_ADDRESS);
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
