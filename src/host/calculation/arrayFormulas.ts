import { parseA1, type Area } from '../workbook/values/address';
import type { CalculationCell } from './types';

/** The cells that an array formula fills, when they are several. */
export function arrayArea({ formulaType, formulaRef }: CalculationCell): Area | undefined {
  const area = formulaType === 'array' && formulaRef !== undefined ? parseA1(formulaRef) : undefined;
  return area && area.rows * area.columns > 1 ? area : undefined;
}

export function covers(area: Area, { row, column }: { readonly row: number; readonly column: number }): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
