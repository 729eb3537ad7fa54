import { BooleanNumber, CellValueType } from '@univerjs/core';
import { blocksOf, editedCells } from '../../src/workbench/grid/edits';

test('cells written by the grid are typed as a person would type them', () => {
  const inputs = editedCells({
    0: {
      0: { v: 85, t: CellValueType.NUMBER },
      1: { v: '007', t: CellValueType.STRING },
      2: { v: '2020-7-1' },
      3: { f: '=A1', v: 85 },
      4: { v: 1, t: CellValueType.BOOLEAN },
      5: null,
      6: { s: { bl: BooleanNumber.TRUE } },
    },
  }).map(({ input }) => input);
  expect(inputs).toEqual([85, "'007", '2020-7-1', '=A1', true, '', undefined]);
});

test('neighbouring cells are typed as one block, others apart', () => {
  const blocks = blocksOf([
    { row: 1, column: 1, input: 'b1' },
    { row: 0, column: 0, input: 'a0' },
    { row: 0, column: 1, input: 'b0' },
    { row: 1, column: 0, input: 'a1' },
    { row: 3, column: 0, input: 'a3' },
  ]);
  expect(blocks).toEqual([
    {
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      values: [
        ['a0', 'b0'],
        ['a1', 'b1'],
      ],
    },
    { area: { row: 3, column: 0, rows: 1, columns: 1 }, values: [['a3']] },
  ]);
});
