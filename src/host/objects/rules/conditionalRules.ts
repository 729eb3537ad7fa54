import type { Json } from '../../wire/protocol';
import type { CellStyle, ConditionalRule, FontStyle } from '../../workbook/model/data';
import { colorOf, toColor } from '../cells/color';
import { isWellFormed } from '../cells/formulaSyntax';
import { asBoolean, asChoice, asRecord, asText, type Argument, type ArgumentRecord } from '../core/arguments';
import { bind, type ObjectClass, type ValueMember } from '../core/object';
import { invalidArgument } from '../core/refusal';
import { newIcons } from './iconSets';
import type { RuleTarget } from './ruleTarget';
import { operatorOf, OPERATOR_WORDS, operatorWord } from './validationRule';

/** The types of conditional format that this host makes. */
export const TYPE_WORDS = [
  'Custom',
  'CellValue',
  'ContainsText',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
] as const;
type TypeWord = (typeof TYPE_WORDS)[number];

/** Excel's word for the type of every rule that a file can hold. */
const WORDS: Readonly<Record<ConditionalRule['type'], string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  aboveAverage: 'PresetCriteria',
  duplicateValues: 'PresetCriteria',
  uniqueValues: 'PresetCriteria',
  containsBlanks: 'PresetCriteria',
  notContainsBlanks: 'PresetCriteria',
};

export function typeWord({ type, attributes }: ConditionalRule): string {
  // Dates and errors are formulas to hucre.
  return attributes?.['type'] === undefined ? WORDS[type] : 'PresetCriteria';
}

/** What Excel makes of a format that was just added. */
export function newRule(kind: TypeWord, range: string): ConditionalRule {
  const rule = { priority: 1, range };
  switch (kind) {
    case 'Custom':
      return { ...rule, type: 'expression', formula: 'FALSE' };
    case 'CellValue':
      return { ...rule, type: 'cellIs', operator: 'equal', formula: '""' };
    case 'ContainsText':
      return { ...rule, type: 'containsText', text: '', formula: 'FALSE' };
    case 'DataBar':
      return { ...rule, type: 'dataBar', dataBar: { cfvo: [{ type: 'min' }, { type: 'max' }], color: 'FF638EC6' } };
    case 'ColorScale':
      return {
        ...rule,
        type: 'colorScale',
        colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFF8696B', 'FF63BE7B'] },
      };
    case 'IconSet':
      return { ...rule, type: 'iconSet', ...newIcons() };
    case 'TopBottom':
      return { ...rule, type: 'top10', attributes: { rank: '10' } };
    case 'PresetCriteria':
      return { ...rule, type: 'aboveAverage' };
  }
}

function formulaText(value: Argument): string {
  const text = typeof value === 'number' ? String(value) : asText(value);
  const body = text.startsWith('=') ? text.slice(1) : text;
  if (!isWellFormed(`=${body}`)) throw invalidArgument(`Excel cannot read the formula ${text}.`);
  return body;
}

function formulas(rule: ConditionalRule): string[] {
  return rule.formula === undefined ? [] : typeof rule.formula === 'string' ? [rule.formula] : rule.formula;
}

const formulaMember: ValueMember<RuleTarget> = {
  kind: 'value',
  get: ({ rule }) => `=${formulas(rule)[0] ?? ''}`,
  set: (target, value) => {
    const formula = formulaText(value);
    target.change((rule) => {
      rule.formula = formula;
    });
  },
};

/** `Excel.ConditionalFormatRule`. */
export const customRuleClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalFormatRule',
  since: '1.6',
  members: { formula: formulaMember, formulaLocal: formulaMember },
};

/** `Excel.CustomConditionalFormat`. */
export const customClass: ObjectClass<RuleTarget> = {
  name: 'CustomConditionalFormat',
  since: '1.6',
  members: {
    rule: { kind: 'object', get: (target) => bind(customRuleClass, target) },
    format: { kind: 'object', get: (target) => bind(formatClass, target) },
  },
};

/** `Excel.CellValueConditionalFormat`. */
export const cellValueClass: ObjectClass<RuleTarget> = {
  name: 'CellValueConditionalFormat',
  since: '1.6',
  members: {
    rule: {
      kind: 'value',
      get: ({ rule }) => {
        const [first = '', second] = formulas(rule);
        const operator = operatorWord(rule.operator).replace(/Than(OrEqualTo)$/, 'Than$1');
        return { operator, formula1: `=${first}`, ...(second !== undefined && { formula2: `=${second}` }) };
      },
      set: (target, value) => {
        const given = asRecord(value);
        const word = asChoice(cellOperator(given['operator'] ?? null), OPERATOR_WORDS);
        const first = formulaText(given['formula1'] ?? null);
        const second = given['formula2'] ?? null;
        if ((word === 'Between' || word === 'NotBetween') && second === null)
          throw invalidArgument('formula2 is missing.');
        const formula = second === null ? first : [first, formulaText(second)];
        target.change((rule) => {
          rule.operator = operatorOf(word);
          rule.formula = formula;
        });
      },
    },
    format: { kind: 'object', get: (target) => bind(formatClass, target) },
  },
};

/** Conditional formats write `GreaterThanOrEqual` where validations write `GreaterThanOrEqualTo`. */
function cellOperator(value: Argument): Argument {
  return typeof value === 'string' ? value.replace(/OrEqual$/, 'OrEqualTo') : value;
}

const TEXT_TYPES = {
  Contains: { type: 'containsText', test: (text: string, cell: string) => `NOT(ISERROR(SEARCH(${text},${cell})))` },
  NotContains: { type: 'notContainsText', test: (text: string, cell: string) => `ISERROR(SEARCH(${text},${cell}))` },
  BeginsWith: { type: 'beginsWith', test: (text: string, cell: string) => `LEFT(${cell},LEN(${text}))=${text}` },
  EndsWith: { type: 'endsWith', test: (text: string, cell: string) => `RIGHT(${cell},LEN(${text}))=${text}` },
} as const;
const TEXT_WORDS = ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'] as const;

/** `Excel.TextConditionalFormat`. */
export const textClass: ObjectClass<RuleTarget> = {
  name: 'TextConditionalFormat',
  since: '1.6',
  members: {
    rule: {
      kind: 'value',
      get: ({ rule }) => ({
        operator: TEXT_WORDS.find((word) => TEXT_TYPES[word].type === rule.type) ?? 'Contains',
        text: rule.text ?? '',
      }),
      set: (target, value) => {
        const given = asRecord(value);
        const { type, test } = TEXT_TYPES[asChoice(given['operator'] ?? null, TEXT_WORDS)];
        const text = asText(given['text'] ?? null);
        const quoted = `"${text.replaceAll('"', '""')}"`;
        target.change((rule) => {
          rule.type = type;
          rule.text = text;
          rule.formula = test(quoted, target.firstCell);
        });
      },
    },
    format: { kind: 'object', get: (target) => bind(formatClass, target) },
  },
};

function styleMember(
  get: (style: CellStyle, target: RuleTarget) => Json,
  set: (style: CellStyle, value: Argument) => CellStyle,
): ValueMember<RuleTarget> {
  return {
    kind: 'value',
    get: (target) => get(target.rule.style ?? {}, target),
    set: (target, value) => {
      target.change((rule) => {
        rule.style = set(rule.style ?? {}, value);
      });
    },
  };
}

function fontMember(
  get: (font: FontStyle, target: RuleTarget) => Json,
  set: (value: Argument) => FontStyle,
): ValueMember<RuleTarget> {
  return styleMember(
    (style, target) => get(style.font ?? {}, target),
    (style, value) => ({ ...style, font: { ...style.font, ...set(value) } }),
  );
}

/** `Excel.ConditionalRangeFormat`: how the cells look while the rule holds. What it does not say is null. */
export const formatClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalRangeFormat',
  since: '1.6',
  members: {
    font: { kind: 'object', get: (target) => bind(fontClass, target) },
    fill: { kind: 'object', get: (target) => bind(fillClass, target) },
    numberFormat: styleMember(
      ({ numFmt }) => numFmt ?? null,
      (style, value) => ({ ...style, numFmt: asText(value) }),
    ),
  },
};

export const fontClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalRangeFont',
  since: '1.6',
  members: {
    color: fontMember(
      (font, { sheet }) => (font.color ? colorOf(font.color, sheet.workbook) : null),
      (value) => ({ color: toColor(asText(value)) }),
    ),
    bold: fontMember(
      (font) => font.bold ?? null,
      (value) => ({ bold: asBoolean(value) }),
    ),
    italic: fontMember(
      (font) => font.italic ?? null,
      (value) => ({ italic: asBoolean(value) }),
    ),
    strikethrough: fontMember(
      (font) => font.strikethrough ?? null,
      (value) => ({ strikethrough: asBoolean(value) }),
    ),
    clear: {
      kind: 'method',
      call: (target) =>
        target.change((rule) => {
          const { font: _font, ...rest } = rule.style ?? {};
          rule.style = rest;
        }),
    },
  },
};

export const fillClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalRangeFill',
  since: '1.6',
  members: {
    // Of a conditional format's solid fill Excel reads the background colour.
    color: styleMember(
      ({ fill }, { sheet }) => {
        const color = fill?.type === 'pattern' ? (fill.bgColor ?? fill.fgColor) : undefined;
        return color ? colorOf(color, sheet.workbook) : null;
      },
      (style, value) => {
        const color = toColor(asText(value));
        return { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: color, bgColor: color } };
      },
    ),
    clear: {
      kind: 'method',
      call: (target) =>
        target.change((rule) => {
          const { fill: _fill, ...rest } = rule.style ?? {};
          rule.style = rest;
        }),
    },
  },
};

type Threshold = NonNullable<ConditionalRule['dataBar']>['cfvo'][number];

/** Excel's words for the ends of bars and scales. */
const THRESHOLDS = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Automatic: undefined,
} as const;
const THRESHOLD_WORDS = ['LowestValue', 'HighestValue', 'Number', 'Percent', 'Percentile', 'Automatic'] as const;

function threshold(given: ArgumentRecord, automatic: 'min' | 'max'): Threshold {
  const type = THRESHOLDS[asChoice(given['type'] ?? null, THRESHOLD_WORDS)] ?? automatic;
  const formula = given['formula'] ?? null;
  if (formula === null) return { type };
  return { type, value: formulaText(formula) };
}

function thresholdJson(end: Threshold | undefined): { type: string; formula?: string } {
  const type = THRESHOLD_WORDS.find((word) => THRESHOLDS[word] === end?.type) ?? 'Automatic';
  return { type, ...(end?.value !== undefined && { formula: end.value }) };
}

function argb(value: Argument): string {
  return `FF${toColor(asText(value)).rgb ?? '000000'}`;
}

function rgb(color: string | undefined): string {
  return `#${(color ?? '000000').slice(-6).toUpperCase()}`;
}

function boundMember(index: 0 | 1, automatic: 'min' | 'max'): ValueMember<RuleTarget> {
  return {
    kind: 'value',
    get: ({ rule }) => thresholdJson(rule.dataBar?.cfvo[index]),
    set: (target, value) => {
      const end = threshold(asRecord(value), automatic);
      target.change((rule) => {
        if (!rule.dataBar) return;
        const cfvo = rule.dataBar.cfvo.map((old, place) => (place === index ? end : old));
        rule.dataBar = { ...rule.dataBar, cfvo };
      });
    },
  };
}

/** `Excel.DataBarConditionalFormat`; of the bars' look the file adapter keeps the colour. */
export const dataBarClass: ObjectClass<RuleTarget> = {
  name: 'DataBarConditionalFormat',
  since: '1.6',
  members: {
    lowerBoundRule: boundMember(0, 'min'),
    upperBoundRule: boundMember(1, 'max'),
    positiveFormat: { kind: 'object', get: (target) => bind(barFormatClass, target) },
  },
};

export const barFormatClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalDataBarPositiveFormat',
  since: '1.6',
  members: {
    fillColor: {
      kind: 'value',
      get: ({ rule }) => rgb(rule.dataBar?.color),
      set: (target, value) => {
        const color = argb(value);
        target.change((rule) => {
          if (rule.dataBar) rule.dataBar = { ...rule.dataBar, color };
        });
      },
    },
  },
};

const POINTS = ['minimum', 'midpoint', 'maximum'] as const;

/** `Excel.ColorScaleConditionalFormat`. */
export const colorScaleClass: ObjectClass<RuleTarget> = {
  name: 'ColorScaleConditionalFormat',
  since: '1.6',
  members: {
    threeColorScale: { kind: 'value', get: ({ rule }) => rule.colorScale?.colors.length === 3 },
    criteria: { kind: 'value', get: ({ rule }) => criteria(rule), set: setCriteria },
  },
};

function criteria(rule: ConditionalRule): Json {
  const { cfvo = [], colors = [] } = rule.colorScale ?? {};
  const names = colors.length === 3 ? POINTS : (['minimum', 'maximum'] as const);
  return Object.fromEntries(
    names.map((name, index) => [name, { ...thresholdJson(cfvo[index]), color: rgb(colors[index]) }]),
  );
}

function setCriteria(target: RuleTarget, value: Argument): void {
  const given = asRecord(value);
  const points = POINTS.flatMap((name) => {
    const point = given[name] ?? null;
    if (point === null) {
      if (name !== 'midpoint') throw invalidArgument(`${name} is missing.`);
      return [];
    }
    const record = asRecord(point);
    return [{ end: threshold(record, name === 'maximum' ? 'max' : 'min'), color: argb(record['color'] ?? null) }];
  });
  target.change((rule) => {
    rule.colorScale = { cfvo: points.map((point) => point.end), colors: points.map((point) => point.color) };
  });
}
