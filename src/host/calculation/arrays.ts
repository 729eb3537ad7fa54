import { ArrayValueObject, ErrorType, ErrorValueObject, NullValueObject } from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';

/** A value changed, or every value of an array. */
export function eachValue(
  value: BaseValueObject,
  change: (value: BaseValueObject) => BaseValueObject,
): BaseValueObject {
  return value instanceof ArrayValueObject ? value.mapValue(change) : change(value);
}

/**
 * Two values combined. Of arrays each pair is; a single row or column goes with every row or column of the other side,
 * and what has no partner is `#N/A`.
 */
export function pairwise(
  left: BaseValueObject,
  right: BaseValueObject,
  combine: (left: BaseValueObject, right: BaseValueObject) => BaseValueObject,
): BaseValueObject {
  if (!(left instanceof ArrayValueObject) && !(right instanceof ArrayValueObject)) return combine(left, right);
  const rowCount = Math.max(rowsOf(left), rowsOf(right));
  const columnCount = Math.max(columnsOf(left), columnsOf(right));
  const calculateValueList = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) => {
      const one = valueAt(left, row, column);
      const other = valueAt(right, row, column);
      return one && other ? combine(one, other) : ErrorValueObject.create(ErrorType.NA);
    }),
  );
  return ArrayValueObject.create({
    calculateValueList,
    rowCount,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function rowsOf(value: BaseValueObject): number {
  return value instanceof ArrayValueObject ? value.getRowCount() : 1;
}

function columnsOf(value: BaseValueObject): number {
  return value instanceof ArrayValueObject ? value.getColumnCount() : 1;
}

function valueAt(value: BaseValueObject, row: number, column: number): BaseValueObject | undefined {
  if (!(value instanceof ArrayValueObject)) return value;
  const at = [rowsOf(value) === 1 ? 0 : row, columnsOf(value) === 1 ? 0 : column] as const;
  if (at[0] >= rowsOf(value) || at[1] >= columnsOf(value)) return undefined;
  return value.get(...at) ?? NullValueObject.create();
}
