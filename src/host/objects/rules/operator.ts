import type { ConditionalRule } from '../../workbook/model/data';

export type RuleOperator = NonNullable<ConditionalRule['operator']>;

/**
 * Whether a value is as the operator of a validation or conditional format says.
 *
 * @param toFirst the value's order to the first operand: below 0, 0 or above 0
 * @param toSecond the same to the second, for the operators that have one
 */
export function isAsOperatorSays(operator: RuleOperator, toFirst: number, toSecond: number): boolean {
  switch (operator) {
    case 'equal':
      return toFirst === 0;
    case 'notEqual':
      return toFirst !== 0;
    case 'greaterThan':
      return toFirst > 0;
    case 'lessThan':
      return toFirst < 0;
    case 'greaterThanOrEqual':
      return toFirst >= 0;
    case 'lessThanOrEqual':
      return toFirst <= 0;
    case 'between':
      return toFirst >= 0 && toSecond <= 0;
    case 'notBetween':
      return toFirst < 0 || toSecond > 0;
  }
}
