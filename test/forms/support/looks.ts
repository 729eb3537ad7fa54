import { SheetCells } from '../../../src/forms/grid/cells';

/** How often a cell is looked at meanwhile: the work of reading, whatever else the machine does. */
export function looksAtCells(reading: () => void): number {
  const looks = jest.spyOn(SheetCells.prototype, 'value');
  reading();
  const count = looks.mock.calls.length;
  looks.mockRestore();
  return count;
}
