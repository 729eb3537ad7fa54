import { ErrorType, ErrorValueObject, NumberValueObject } from '@univerjs/engine-formula';
import type { ArrayValueObject, BaseValueObject } from '@univerjs/engine-formula';
import { hasWildcards, wildcardPattern } from './wildcards';

/** Where each value of a range stands first. Univer gives all formulas that read a range the same array. */
const indexes = new WeakMap<ArrayValueObject, ReadonlyMap<string, number>>();

/**
 * The place, from 1, of a value in a single row or column as `MATCH(value, line, 0)` finds it: of the same kind, case
 * aside, `?` and `*` for any signs; `#N/A` when it is not there. Univer compares with every cell at each call, which
 * for 3,000 people and three months takes as long as all else together.
 */
export function exactPlace(value: BaseValueObject, line: ArrayValueObject): BaseValueObject {
  if (value.isError()) return value;
  const text = value.isString() ? String(value.getValue()) : '';
  const place = hasWildcards(text) ? placeOfPattern(text, line) : indexOf(line).get(keyOf(value));
  return place === undefined ? ErrorValueObject.create(ErrorType.NA) : NumberValueObject.create(place);
}

function indexOf(line: ArrayValueObject): ReadonlyMap<string, number> {
  const known = indexes.get(line);
  if (known) return known;
  const index = new Map<string, number>();
  for (const [place, value] of valuesOf(line)) {
    const key = keyOf(value);
    if (!index.has(key)) index.set(key, place);
  }
  indexes.set(line, index);
  return index;
}

function placeOfPattern(text: string, line: ArrayValueObject): number | undefined {
  const pattern = wildcardPattern(text, true);
  for (const [place, value] of valuesOf(line))
    if (value.isString() && pattern.test(String(value.getValue()))) return place;
  return undefined;
}

/** An empty cell to look for is 0. */
function keyOf(value: BaseValueObject): string {
  const plain = value.isNull() ? 0 : value.getValue();
  return `${typeof plain} ${String(plain).toLowerCase()}`;
}

/** The values of a single row or column with their places; empty cells are no values, and nothing is found in errors. */
function* valuesOf(line: ArrayValueObject): Generator<[place: number, value: BaseValueObject]> {
  const byColumn = line.getColumnCount() > 1;
  const count = byColumn ? line.getColumnCount() : line.getRowCount();
  for (let index = 0; index < count; index++) {
    const value = byColumn ? line.get(0, index) : line.get(index, 0);
    if (value && !value.isNull() && !value.isError()) yield [index + 1, value];
  }
}
