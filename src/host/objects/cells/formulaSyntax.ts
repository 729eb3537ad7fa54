import { tokenize, type Token } from '../../workbook/values/formula';

/** The longest formula that Excel accepts, `=` included. */
export const FORMULA_LIMIT = 8192;

type Bracket = 'group' | 'call';

/**
 * Whether Excel would accept the formula (with its `=`) as written: brackets that match, operands and operators in
 * turn. Unknown names and functions are accepted, as Excel does; they become `#NAME?`.
 */
export function isWellFormed(formula: string): boolean {
  const brackets: Bracket[] = [];
  let needsOperand = true;
  let emptyArgument = false;
  let mayIntersect = false;
  const tokens = mergeComparisons(tokenize(formula.slice(1)));
  for (const [index, token] of tokens.entries()) {
    const { kind, text } = token;
    if (kind === 'space') continue;
    if (kind === 'function') {
      if (!needsOperand) return false;
      continue;
    }
    if (kind !== 'operator') {
      // Two references with a space between them mean the cells that they share.
      if (!needsOperand && !(mayIntersect && isRangeLike(token) && tokens[index - 1]?.kind === 'space')) return false;
      needsOperand = false;
      emptyArgument = false;
      mayIntersect = isRangeLike(token);
      continue;
    }
    mayIntersect = false;
    if (text === '(') {
      if (!needsOperand) return false;
      const call = tokens[index - 1]?.kind === 'function';
      brackets.push(call ? 'call' : 'group');
      emptyArgument = call;
    } else if (text === ')') {
      const bracket = brackets.pop();
      if (bracket === undefined || (needsOperand && !emptyArgument)) return false;
      needsOperand = false;
      emptyArgument = false;
      mayIntersect = true;
    } else if (text === ',') {
      const bracket = brackets.at(-1);
      if (bracket === undefined || (needsOperand && !emptyArgument)) return false;
      needsOperand = true;
      emptyArgument = bracket === 'call';
    } else if (text === '%' || text === '#') {
      if (needsOperand) return false;
    } else if (PREFIX.has(text) && needsOperand) {
      emptyArgument = false;
    } else if (BINARY.has(text) && !needsOperand) {
      needsOperand = true;
    } else return false;
  }
  return brackets.length === 0 && !needsOperand;
}

const PREFIX = new Set(['+', '-', '@']);
const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);

function isRangeLike(token: Token): boolean {
  return token.kind === 'reference' || token.kind === 'name' || token.kind === 'structured';
}

/** `<=`, `>=` and `<>` come as two signs. */
function mergeComparisons(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const both = (last?.text ?? '') + token.text;
    if (token.kind === 'operator' && last?.kind === 'operator' && ['<=', '>=', '<>'].includes(both)) {
      merged[merged.length - 1] = { kind: 'operator', text: both };
    } else merged.push(token);
  }
  return merged;
}
