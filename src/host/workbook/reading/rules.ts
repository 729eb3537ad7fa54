/**
 * Validations and conditional formats around hucre: what its types have no name for travels as attributes, so that it
 * can be shown, moved, and written back. Both ways go by the order of the rules, which hucre keeps.
 */
import type { ConditionalRule, DataValidation } from '../model/data';
import {
  childOf,
  childrenOf,
  element,
  escapeXml,
  isOn,
  parseXml,
  writeAttributes,
  type XmlElement,
} from '../package/xml';
import { withoutPrefixes, withPrefixes } from '../values/functions';

/** Types of conditional formats that hucre knows; all others come with a formula that says the same. */
const KNOWN_CONDITIONS = new Set([
  'cellIs',
  'expression',
  'colorScale',
  'dataBar',
  'iconSet',
  'top10',
  'aboveAverage',
  'duplicateValues',
  'uniqueValues',
  'containsText',
  'notContainsText',
  'beginsWith',
  'endsWith',
  'containsBlanks',
  'notContainsBlanks',
]);
const GRAPHICS = ['colorScale', 'dataBar', 'iconSet'] as const;
/** Attributes that hucre reads and writes itself. */
const OWN_CONDITION = new Set(['type', 'priority', 'dxfId', 'stopIfTrue', 'text']);
const OWN_OPERATORS = new Set([
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
]);
const OWN_VALIDATION = new Set([
  'type',
  'operator',
  'allowBlank',
  'showInputMessage',
  'showErrorMessage',
  'errorStyle',
  'promptTitle',
  'prompt',
  'errorTitle',
  'error',
  'sqref',
]);

/** The `<conditionalFormatting>` elements as hucre is given them: every rule of a type that it knows. */
export function conditionsForHucre(xml: string): string {
  return xml.replace(
    /(<(?:\w+:)?cfRule\b[^>]*?\btype=")([^"]*)(")/g,
    (all, before: string, type: string, after: string) =>
      KNOWN_CONDITIONS.has(type) ? all : `${before}expression${after}`,
  );
}

/** Gives the rules that hucre read what it passed over; `elements` are the `<conditionalFormatting>` as in the file. */
export function completeConditions(
  rules: readonly ConditionalRule[],
  elements: readonly XmlElement[],
  formatNumbers: WeakMap<object, number>,
): ConditionalRule[] {
  const sources = elements.filter(({ attributes }) => attributes['sqref']).flatMap((one) => childrenOf(one, 'cfRule'));
  return rules.map((rule, index) => {
    const source = sources[index];
    if (!source) return rule;
    const attributes = Object.fromEntries(
      Object.entries(source.attributes).filter(([name, value]) => keepsConditionAttribute(name, value)),
    );
    const graphic = GRAPHICS.find((name) => rule[name]);
    const graphicOf = graphic && rule[graphic];
    const formula = rule.formula;
    const visible = solidFill(rule);
    if (visible.style) {
      visible.style = { ...visible.style };
      formatNumbers.set(visible.style, Number(source.attributes['dxfId']));
    }
    return {
      ...visible,
      ...(formula !== undefined && {
        formula: Array.isArray(formula) ? formula.map(withoutPrefixes) : withoutPrefixes(formula),
      }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(graphicOf && { graphic: source.inner, graphicOf }),
    };
  });
}

function keepsConditionAttribute(name: string, value: string): boolean {
  if (name === 'type') return !KNOWN_CONDITIONS.has(value);
  if (name === 'operator') return !OWN_OPERATORS.has(value);
  return !OWN_CONDITION.has(name);
}

/** In the file a differential fill without a pattern is a solid one of its background colour. */
function solidFill(rule: ConditionalRule): ConditionalRule {
  const fill = rule.style?.fill;
  if (fill?.type !== 'pattern' || fill.pattern !== 'none' || !(fill.bgColor ?? fill.fgColor)) return { ...rule };
  return { ...rule, style: { ...rule.style, fill: { ...fill, pattern: 'solid' } } };
}

/** The validations as hucre is given them, those of newer Excel (x14, which may refer to other sheets) among them. */
export function validationsForHucre(ordinary: string | undefined, extensions: string | undefined): string {
  const own = ordinary === undefined ? [] : childrenOf(parseXml(ordinary), 'dataValidation');
  const entries = [...own.map(({ source }) => source), ...newerValidations(extensions).map(ordinaryValidation)];
  return entries.length === 0 ? '' : `<dataValidations>${entries.join('')}</dataValidations>`;
}

function newerValidations(extensions: string | undefined): XmlElement[] {
  if (extensions === undefined || !extensions.includes('dataValidations')) return [];
  const lists = childrenOf(parseXml(extensions), 'ext').flatMap((ext) => childrenOf(ext, 'dataValidations'));
  return lists.flatMap((list) => childrenOf(list, 'dataValidation'));
}

/** `<x14:formula1><xm:f>…</xm:f></x14:formula1>` and `<xm:sqref>` as an ordinary rule has them. */
function ordinaryValidation(rule: XmlElement): string {
  const formula = (name: string): string => {
    const text = childOf(childOf(rule, name), 'f')?.text;
    return text === undefined ? '' : element(name, {}, escapeXml(text));
  };
  const { 'xr:uid': _uid, ...attributes } = rule.attributes;
  const content = formula('formula1') + formula('formula2');
  return `<dataValidation${writeAttributes({ ...attributes, sqref: childOf(rule, 'sqref')?.text.trim() })}>${content}</dataValidation>`;
}

/** Types that hucre has no name for; `none` lets anything in and only shows a message. */
function readByHucre({ attributes }: XmlElement): boolean {
  return attributes['sqref'] !== undefined && attributes['type'] !== undefined && attributes['type'] !== 'none';
}

/** Gives the validations that hucre read what it passed over. */
export function completeValidations(rules: readonly DataValidation[], xml: string): DataValidation[] {
  const sources = childrenOf(parseXml(xml), 'dataValidation').filter(readByHucre);
  return rules.map((rule, index) => {
    const attributes = Object.fromEntries(
      Object.entries(sources[index]?.attributes ?? {}).filter(
        ([name]) => !OWN_VALIDATION.has(name) && !name.includes(':'),
      ),
    );
    return {
      ...rule,
      ...(rule.formula1 !== undefined && { formula1: withoutPrefixes(rule.formula1) }),
      ...(rule.formula2 !== undefined && { formula2: withoutPrefixes(rule.formula2) }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    };
  });
}

/** Validations that only show a message; the model has no such rule, so they stay as they are in the file. */
export function messageOnlyValidations(xml: string): string[] {
  return childrenOf(parseXml(xml), 'dataValidation')
    .filter((rule) => !readByHucre(rule))
    .map(({ source }) => source);
}

/** The rules as hucre writes them, with formulas as files keep them. */
export function conditionsToWrite(rules: readonly ConditionalRule[]): ConditionalRule[] {
  return rules.map((rule) => {
    const formula = rule.formula;
    return formula === undefined
      ? rule
      : { ...rule, formula: Array.isArray(formula) ? formula.map(withPrefixes) : withPrefixes(formula) };
  });
}

export function validationsToWrite(rules: readonly DataValidation[]): DataValidation[] {
  return rules.map((rule) => ({
    ...rule,
    ...(rule.formula1 !== undefined && { formula1: withPrefixes(rule.formula1) }),
    ...(rule.formula2 !== undefined && { formula2: withPrefixes(rule.formula2) }),
  }));
}

/** hucre writes rules range by range. */
function inWritingOrder(rules: readonly ConditionalRule[]): ConditionalRule[] {
  const byRange = new Map<string, ConditionalRule[]>();
  for (const rule of rules) byRange.set(rule.range, [...(byRange.get(rule.range) ?? []), rule]);
  return [...byRange.values()].flat();
}

/** A `<conditionalFormatting>` as hucre wrote it, completed; `formatNumber` turns hucre's numbers of formats into the file's. */
export function repairConditions(
  elements: readonly string[],
  rules: readonly ConditionalRule[],
  formatNumber: (rule: ConditionalRule, number: number) => number,
): string[] {
  const ordered = inWritingOrder(rules);
  let index = 0;
  return elements.map((xml) => {
    const formatting = parseXml(xml);
    const entries = childrenOf(formatting, 'cfRule').map((written) => {
      const rule = ordered[index++];
      return rule ? repairCondition(written, rule, formatNumber) : written.source;
    });
    return `<conditionalFormatting${writeAttributes(formatting?.attributes ?? {})}>${entries.join('')}</conditionalFormatting>`;
  });
}

function repairCondition(
  written: XmlElement,
  rule: ConditionalRule,
  formatNumber: (rule: ConditionalRule, number: number) => number,
): string {
  const { dxfId, stopIfTrue, ...rest } = written.attributes;
  const attributes = {
    ...rest,
    ...rule.attributes,
    ...(dxfId !== undefined && { dxfId: String(formatNumber(rule, Number(dxfId))) }),
    ...(isOn(stopIfTrue) && { stopIfTrue: '1' }),
  };
  const own = GRAPHICS.some((name) => rule[name] !== undefined && rule[name] === rule.graphicOf);
  return element('cfRule', attributes, own && rule.graphic !== undefined ? rule.graphic : written.inner);
}

/** The `<dataValidations>` as hucre wrote it, completed, with the rules that only show a message. */
export function repairValidations(
  xml: string | undefined,
  rules: readonly DataValidation[],
  messageOnly: readonly string[],
): string | undefined {
  const written = xml === undefined ? [] : childrenOf(parseXml(xml), 'dataValidation');
  const entries = written.map((one, index) =>
    element('dataValidation', { ...rules[index]?.attributes, ...one.attributes }, one.inner),
  );
  const all = [...entries, ...messageOnly];
  return all.length === 0 ? undefined : element('dataValidations', { count: all.length }, all.join(''));
}
