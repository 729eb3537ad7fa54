import { CIRCULAR, uncircled } from '../../../src/forms/grid/circles';
import type { SheetSnapshot, SnapshotValue } from '../../../src/forms/grid/snapshot';

/** A sheet of such formulas from B2 on, each cell with the value 0 as in Excel. */
function sheetOf(formulas: readonly (readonly SnapshotValue[])[]): SheetSnapshot {
  const columns = formulas[0]?.length ?? 0;
  return {
    name: '表',
    visibility: 'Visible',
    protected: false,
    area: { row: 1, column: 1, rows: formulas.length, columns },
    values: formulas.map((line) => line.map(() => 0)),
    formulas,
    numberFormats: formulas.map((line) => line.map(() => 'General')),
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
const found = (formulas: readonly (readonly SnapshotValue[])[]) => [...uncircled(sheetOf(formulas)).circular].sort();

test.each([
  ['itself', [['=B2+1', 1]], ['B2']],
  ['with signs of absolute references', [['=$B$2', 1]], ['B2']],
  ['a sum over itself', [[1], ['=SUM(B2:B3)']], ['B3']],
  ['a whole column', [[1], ['=SUM(B:B)']], ['B3']],
  ['an area too large to look at', [['=SUM(A1:Z3000)', 1]], ['B2']],
  ['each other', [['=C2', '=B2']], ['B2', 'C2']],
  ['a circle of three', [['=C2', '=D2*2', '=B2', '=B2']], ['B2', 'C2', 'D2']],
])('%s', (_, formulas, cells) => {
  expect(found(formulas)).toEqual(cells);
});

test.each([
  ['a chain', [['=C2', '=D2', 1]]],
  ['where it stands', [['=ROW(B2)-COLUMNS(B2:C2)', 1]]],
  ['its own address in a text', [['="B2"&C2', 1]]],
  ['the same cells of another sheet', [["=汇总!B2+'7 月'!B2:B9", 1]]],
  ['a function with such a name', [['=LOG10(C2)+AB2C', 1]]],
  ['a column beside', [['=SUM(C:C)', '=1']]],
])('no circle: %s', (_, formulas) => {
  expect(found(formulas)).toEqual([]);
  const sheet = sheetOf(formulas);
  expect(uncircled(sheet).sheet).toBe(sheet);
});

test('a cell of a circle says so in the place of its value, the others keep theirs', () => {
  expect(uncircled(sheetOf([['=B2', '=1']])).sheet.values).toEqual([[CIRCULAR, 0]]);
});

test('a chain of 5,000 formulas is walked without a stack of its own', () => {
  const chain = Array.from({ length: 5000 }, (_, i) => [i === 0 ? 1 : `=B${i + 1}+1`]);
  expect(found(chain)).toEqual([]);
});
