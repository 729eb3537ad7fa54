import { BaseFunction, BooleanValueObject, ErrorType, ErrorValueObject } from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';
import { pairwise } from './arrays';

/** What each comparison operator says of the order of its sides: below 0, 0 or above 0. */
const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const collator = new Intl.Collator('zh-CN');

type Plain = string | number | boolean;

/** Excel's order: numbers before texts before logical values; an empty cell is whatever the other side is. */
const KINDS = ['number', 'string', 'boolean'];
const EMPTY: Readonly<Record<string, Plain>> = { number: 0, string: '', boolean: false };

function order(left: BaseValueObject, right: BaseValueObject): number {
  const plainLeft = left.isNull() ? undefined : left.getValue();
  const plainRight = right.isNull() ? undefined : right.getValue();
  const one = plainLeft ?? EMPTY[typeof plainRight] ?? 0;
  const other = plainRight ?? EMPTY[typeof plainLeft] ?? 0;
  if (typeof one === 'string' && typeof other === 'string') return orderOfTexts(one.toLowerCase(), other.toLowerCase());
  if (typeof one !== typeof other) return KINDS.indexOf(typeof one) - KINDS.indexOf(typeof other);
  // Excel compares 15 digits: 0.1+0.2 is 0.3.
  return Number(Number(one).toPrecision(15)) - Number(Number(other).toPrecision(15));
}

function orderOfTexts(one: string, other: string): number {
  return one === other ? 0 : collator.compare(one, other) || (one < other ? -1 : 1);
}

/**
 * The operators `=` `<>` `<` `<=` `>` `>=` as in Excel. Univer's own take `*` and `?` for wildcards, an empty text for
 * 0 and the text 85 for the number.
 */
export class Comparison extends BaseFunction {
  private operator = '=';

  constructor() {
    super('COMPARE');
  }

  /** Called by Univer before each comparison. */
  setCompareType(operator: string): void {
    this.operator = operator;
  }

  override calculate(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
    const operator = OPERATORS[this.operator];
    if (!operator) return ErrorValueObject.create(ErrorType.VALUE);
    return pairwise(left, right, (one, other) => {
      if (one.isError()) return one;
      if (other.isError()) return other;
      return BooleanValueObject.create(operator(order(one, other)));
    });
  }
}
