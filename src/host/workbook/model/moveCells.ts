/** Cutting an area of cells out and putting it elsewhere, with all that hangs on it. */
import { areaBetween, cellKey, contains, intersection, parseCellKey, type Area } from '../values/address';
import { formatAreas, parseAreas } from '../values/areas';
import { moveFormula, type Move } from '../values/move';
import { touching, withoutArea } from './copyCells';
import { conditionOn, validationOn } from './anchor';
import type { Cell, ConditionalRule, DataValidation, MergeRange } from './data';
import type { SheetContent } from './sheet';

/** What was cut out: its cells by their old places, its merges and rules. */
interface CutOut {
  readonly cells: readonly (readonly [key: string, cell: Cell])[];
  readonly merges: readonly MergeRange[];
  readonly validations: readonly DataValidation[];
  readonly conditions: readonly ConditionalRule[];
}

/** Takes the area off the sheet; its cells are as those of a new sheet. */
export function cutOff(sheet: SheetContent, area: Area): CutOut {
  const { data } = sheet;
  const cells = [...sheet.cellsIn(area)];
  const merges = (data.merges ?? []).filter((merge) => contains(area, areaOfMerge(merge)));
  const validations = touching<DataValidation>(data.dataValidations ?? [], area, validationOn);
  const conditions = touching<ConditionalRule>(data.conditionalRules ?? [], area, conditionOn);
  empty(sheet, area);
  return { cells, merges, validations, conditions };
}

/** Takes everything that is in the area away. */
export function empty(sheet: SheetContent, area: Area): void {
  const { data } = sheet;
  for (const [key] of [...sheet.cellsIn(area)]) sheet.place(key, { value: null, type: 'empty' });
  sheet.unmerge(area);
  if (data.dataValidations) data.dataValidations = withoutArea(data.dataValidations, area, validationOn);
  if (data.conditionalRules) data.conditionalRules = withoutArea(data.conditionalRules, area, conditionOn);
}

/** Puts what was cut out at its new place, its formulas as they read there. */
export function putDown(sheet: SheetContent, cut: CutOut, move: Move): void {
  const { from, to } = move;
  const rows = to.area.row - from.area.row;
  const columns = to.area.column - from.area.column;
  const read = (formula: string): string => moveFormula(move, formula, from.sheet, to.sheet);
  for (const [key, cell] of cut.cells) {
    const { row, column } = parseCellKey(key);
    const array = cell.formulaRef === undefined ? [] : parseAreas(cell.formulaRef);
    sheet.place(cellKey(row + rows, column + columns), {
      ...cell,
      ...(cell.formula !== undefined && { formula: read(cell.formula) }),
      ...(array[0] && { formulaRef: moveText(array[0], rows, columns) }),
    });
  }
  const { data } = sheet;
  const moved = (range: string): Area[] =>
    parseAreas(range).map((area) => ({ ...area, row: area.row + rows, column: area.column + columns }));
  for (const { startRow, startCol, endRow, endCol } of cut.merges)
    (data.merges ??= []).push({
      startRow: startRow + rows,
      startCol: startCol + columns,
      endRow: endRow + rows,
      endCol: endCol + columns,
    });
  if (cut.validations.length > 0)
    data.dataValidations = [
      ...(data.dataValidations ?? []),
      ...cut.validations.map((rule) => ({
        ...rule,
        range: formatAreas(moved(rule.range)),
        ...(rule.formula1 !== undefined && { formula1: read(rule.formula1) }),
        ...(rule.formula2 !== undefined && { formula2: read(rule.formula2) }),
      })),
    ];
  if (cut.conditions.length > 0)
    data.conditionalRules = [
      ...(data.conditionalRules ?? []),
      ...cut.conditions.map((rule) => ({ ...rule, range: formatAreas(moved(rule.range)), ...formulaOf(rule, read) })),
    ];
}

function formulaOf({ formula }: ConditionalRule, read: (formula: string) => string): Pick<ConditionalRule, 'formula'> {
  if (formula === undefined) return {};
  return { formula: typeof formula === 'string' ? read(formula) : formula.map(read) };
}

function moveText(area: Area, rows: number, columns: number): string {
  return formatAreas([{ ...area, row: area.row + rows, column: area.column + columns }]);
}

function areaOfMerge({ startRow, startCol, endRow, endCol }: MergeRange): Area {
  return areaBetween(startRow, startCol, endRow, endCol);
}

/** Whether a merged area or an array formula lies partly in the area, so that it cannot be taken away or written over. */
export function isTorn(sheet: SheetContent, area: Area): boolean {
  const wholes = (sheet.data.merges ?? []).map(areaOfMerge);
  for (const { formulaRef } of sheet.cells.values())
    if (formulaRef !== undefined) wholes.push(...parseAreas(formulaRef));
  return wholes.some((whole) => intersection(whole, area) !== undefined && !contains(area, whole));
}
