import type { Area } from '../../forms/grid/snapshot';

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

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
