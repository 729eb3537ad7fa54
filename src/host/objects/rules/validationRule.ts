import type { JsonObject } from '../../wire/protocol';
import type { DataValidation } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { isOn } from '../../workbook/package/xml';
import { isWellFormed } from '../cells/formulaSyntax';
import { absoluteAddress } from '../cells/lookup';
import { asBoolean, asChoice, asRecord, asText, objectOf, type Argument, type ArgumentRecord } from '../core/arguments';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';

type Rule = Omit<DataValidation, 'range'>;

/** The rules of the API with what the file calls their types, and the words for `DataValidation.type`. */
const COMPARISONS = {
  wholeNumber: { type: 'whole', word: 'WholeNumber' },
  decimal: { type: 'decimal', word: 'Decimal' },
  date: { type: 'date', word: 'Date' },
  time: { type: 'time', word: 'Time' },
  textLength: { type: 'textLength', word: 'TextLength' },
} as const;
type Comparison = keyof typeof COMPARISONS;

const COMPARISON_NAMES = [
  'wholeNumber',
  'decimal',
  'date',
  'time',
  'textLength',
] as const satisfies readonly Comparison[];

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;

/** Words of the API for the comparisons of validations and conditional formats, with those of the file. */
export const OPERATOR_WORDS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

export function operatorOf(word: (typeof OPERATOR_WORDS)[number]): NonNullable<Rule['operator']> {
  return OPERATORS[word];
}

export function operatorWord(operator: Rule['operator']): (typeof OPERATOR_WORDS)[number] {
  return OPERATOR_WORDS.find((word) => OPERATORS[word] === (operator ?? 'between')) ?? 'Between';
}

/**
 * A validation that accepts everything, for cells with a message but no rule. The file's own type for that ("none") is
 * one that the .xlsx adapter does not know, so it stands as a rule that is always true.
 */
export const ANY_VALUE: Rule = { type: 'custom', formula1: 'TRUE', allowBlank: true };

function isAnyValue(rule: Rule): boolean {
  return rule.type === 'custom' && rule.formula1 === ANY_VALUE.formula1;
}

/** Excel's word for the kind of validation. */
export function typeOf(rule: Rule | undefined): string {
  if (!rule || isAnyValue(rule)) return 'None';
  if (rule.type === 'list') return 'List';
  if (rule.type === 'custom') return 'Custom';
  return COMPARISON_NAMES.map((name) => COMPARISONS[name]).find((one) => one.type === rule.type)?.word ?? 'None';
}

/** The rule as the API shows it: one field named for its kind. */
export function ruleOf(rule: Rule): JsonObject {
  if (isAnyValue(rule)) return {};
  if (rule.type === 'list') {
    const inCellDropDown = !hidesArrow(rule);
    return { list: { inCellDropDown, source: rule.values?.join(',') ?? `=${rule.formula1 ?? ''}` } };
  }
  if (rule.type === 'custom') return { custom: { formula: `=${rule.formula1 ?? ''}` } };
  const name = COMPARISON_NAMES.find((one) => COMPARISONS[one].type === rule.type);
  if (!name) return {};
  return {
    [name]: {
      operator: operatorWord(rule.operator),
      formula1: shown(rule.formula1),
      ...(rule.formula2 !== undefined && { formula2: shown(rule.formula2) }),
    },
  };
}

/** A constant as it is, a formula with its `=`. */
function shown(formula: string | undefined): string | number {
  const number = Number(formula);
  if (formula === undefined || formula === '') return '';
  return Number.isNaN(number) ? `=${formula}` : number;
}

/** Excel's limit for the items of a list that are written into the rule, commas included. */
const LONGEST_LIST = 255;

/** Reads a rule as the API takes it. */
export function readRule(given: ArgumentRecord, sheet: SheetModel): Rule {
  const fields = Object.entries(given).filter(([, value]) => value !== null);
  const [field] = fields;
  if (!field || fields.length > 1) throw invalidArgument('A rule has one kind.');
  const [kind, value] = field;
  const rule = asRecord(value);
  if (kind === 'list') return readList(rule);
  if (kind === 'custom') return { type: 'custom', formula1: formula(rule['formula'] ?? null) };
  const name = COMPARISON_NAMES.find((one) => one === kind);
  if (!name) throw invalidArgument(`${kind} is no kind of rule.`);
  const operator = asChoice(rule['operator'] ?? null, OPERATOR_WORDS);
  const needsTwo = operator === 'Between' || operator === 'NotBetween';
  const second = rule['formula2'] ?? null;
  if (needsTwo && second === null) throw invalidArgument('formula2 is missing.');
  return {
    type: COMPARISONS[name].type,
    operator: operatorOf(operator),
    formula1: operand(rule['formula1'] ?? null, name, sheet),
    ...(needsTwo && { formula2: operand(second, name, sheet) }),
  };
}

/** Whether a list shows no arrow; the file's word says the opposite of its name. */
export function hidesArrow({ attributes }: Rule): boolean {
  return isOn(attributes?.['showDropDown']);
}

function readList(rule: ArgumentRecord): Rule {
  const shown = asBoolean(rule['inCellDropDown'] ?? true);
  return { ...listOf(rule['source'] ?? null), ...(!shown && { attributes: { showDropDown: '1' } }) };
}

function listOf(source: Argument): Rule {
  const range = objectOf(source, RangeRef);
  if (range) return { type: 'list', formula1: absoluteAddress(range) };
  const text = asText(source);
  if (text === '') throw invalidArgument('A list needs a source.');
  if (text.startsWith('=')) return { type: 'list', formula1: formula(text) };
  if (text.length > LONGEST_LIST) throw invalidArgument(`A list has at most ${LONGEST_LIST} characters.`);
  return { type: 'list', values: text.split(',').map((item) => item.trim()) };
}

function formula(value: Argument): string {
  const text = asText(value);
  if (!text.startsWith('=') || !isWellFormed(text)) throw invalidArgument(`Excel cannot read the formula ${text}.`);
  return text.slice(1);
}

const DAY = 86_400_000;
/** Day 0 of the 1900 date system as Excel counts it for days after February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A number, a formula, a cell, or for dates a text such as `2020-07-01`. */
function operand(value: Argument, kind: Comparison, sheet: SheetModel): string {
  const range = objectOf(value, RangeRef);
  if (range) return absoluteAddress(range);
  if (typeof value === 'number') return String(value);
  const text = asText(value);
  if (text.startsWith('=')) return formula(text);
  const isDate = kind === 'date' && /^\d{4}-\d{1,2}-\d{1,2}/.test(text);
  const time = isDate ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return String((time - (sheet.workbook.date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY);
  if (text !== '' && !Number.isNaN(Number(text))) return text;
  throw invalidArgument(`${text} is no value to compare with.`);
}
