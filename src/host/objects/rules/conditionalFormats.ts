import { conditionOn } from '../../workbook/model/anchor';
import type { ConditionalRule } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import { formatAreas, parseAreas, touch, without } from '../../workbook/values/areas';
import { requirePermission } from '../cells/permission';
import { asBoolean, asInteger } from '../core/arguments';
import {
  areasObject,
  bind,
  orNotFound,
  rangeObject,
  type HostObject,
  type ObjectClass,
  type ObjectMember,
} from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from '../core/refusal';
import {
  cellValueClass,
  colorScaleClass,
  customClass,
  dataBarClass,
  newRule,
  textClass,
  typeWord,
  TYPE_WORDS,
} from './conditionalRules';
import { iconSetClass } from './iconSets';
import { RuleTarget } from './ruleTarget';
import { presetClass, topBottomClass } from './presetRules';

/** The cells whose conditional formats are meant. */
export class FormattedCells {
  constructor(
    readonly sheet: SheetModel,
    readonly ranges: readonly RangeRef[],
  ) {}

  get areas(): Area[] {
    return this.ranges.map((range) => range.area);
  }

  /** The rules that concern any of the cells, the first to apply first. */
  get rules(): ConditionalRule[] {
    return (this.sheet.data.conditionalRules ?? [])
      .filter((rule) => touch(parseAreas(rule.range), this.areas))
      .sort((a, b) => a.priority - b.priority);
  }
}

/** A property that exists for one kind of rule: null, or a refusal, for the others. */
function onlyFor(word: string, definition: ObjectClass<RuleTarget>, missing: () => null): ObjectMember<RuleTarget> {
  return { kind: 'object', get: (target) => (typeWord(target.rule) === word ? bind(definition, target) : missing()) };
}

function otherKind(): never {
  throw invalidOperation('The conditional format is of another type.');
}

/** `Excel.ConditionalFormat`. */
export const conditionalFormatClass: ObjectClass<RuleTarget> = {
  name: 'ConditionalFormat',
  since: '1.6',
  identity: (target) => ({ Id: target.id }),
  members: {
    id: { kind: 'value', get: (target) => target.id },
    type: { kind: 'value', get: ({ rule }) => typeWord(rule) },
    priority: {
      kind: 'value',
      get: ({ sheet, rule }) => inOrder(sheet).indexOf(rule),
      set: ({ sheet, rule }, value) => {
        const given = asInteger(value);
        const others = inOrder(sheet).filter((one) => one !== rule);
        // Negative numbers count from the end; beyond either end it is the end.
        const place = Math.min(Math.max(given < 0 ? others.length + 1 + given : given, 0), others.length);
        renumber([...others.slice(0, place), rule, ...others.slice(place)]);
      },
    },
    stopIfTrue: {
      kind: 'value',
      get: ({ rule }) => rule.stopIfTrue ?? false,
      set: ({ rule }, value) => {
        rule.stopIfTrue = asBoolean(value);
      },
    },
    custom: onlyFor('Custom', customClass, otherKind),
    customOrNullObject: onlyFor('Custom', customClass, () => null),
    cellValue: onlyFor('CellValue', cellValueClass, otherKind),
    cellValueOrNullObject: onlyFor('CellValue', cellValueClass, () => null),
    textComparison: onlyFor('ContainsText', textClass, otherKind),
    textComparisonOrNullObject: onlyFor('ContainsText', textClass, () => null),
    dataBar: onlyFor('DataBar', dataBarClass, otherKind),
    dataBarOrNullObject: onlyFor('DataBar', dataBarClass, () => null),
    colorScale: onlyFor('ColorScale', colorScaleClass, otherKind),
    colorScaleOrNullObject: onlyFor('ColorScale', colorScaleClass, () => null),
    iconSet: onlyFor('IconSet', iconSetClass, otherKind),
    iconSetOrNullObject: onlyFor('IconSet', iconSetClass, () => null),
    topBottom: onlyFor('TopBottom', topBottomClass, otherKind),
    topBottomOrNullObject: onlyFor('TopBottom', topBottomClass, () => null),
    preset: onlyFor('PresetCriteria', presetClass, otherKind),
    presetOrNullObject: onlyFor('PresetCriteria', presetClass, () => null),
    getRange: {
      kind: 'method',
      call: (target) => orNotFound(onlyRange(target), 'The format applies to several ranges.'),
    },
    getRangeOrNullObject: { kind: 'method', call: onlyRange },
    getRanges: { kind: 'method', since: '1.9', call: ({ sheet, rule }) => areasObject(sheet, parseAreas(rule.range)) },
    delete: {
      kind: 'method',
      call: ({ sheet, rule }) => {
        requirePermission(sheet, 'formatCells');
        sheet.data.conditionalRules = inOrder(sheet).filter((one) => one !== rule);
        renumber(sheet.data.conditionalRules);
      },
    },
  },
};

function onlyRange({ sheet, rule }: RuleTarget): HostObject | null {
  const [area, ...others] = parseAreas(rule.range);
  return area && others.length === 0 ? rangeObject(new RangeRef(sheet, area)) : null;
}

function inOrder(sheet: SheetModel): ConditionalRule[] {
  return [...(sheet.data.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority);
}

/** The file counts priorities from 1. */
function renumber(rules: readonly ConditionalRule[]): void {
  rules.forEach((rule, index) => {
    rule.priority = index + 1;
  });
}

/** `Excel.ConditionalFormatCollection`. */
export const conditionalFormatsClass: ObjectClass<FormattedCells> = {
  name: 'ConditionalFormatCollection',
  since: '1.6',
  items: (cells) => cells.rules.map((rule) => objectFor(cells.sheet, rule)),
  item: (cells, given, { profile }) => {
    const id = given.text(0);
    if (profile.twinRules === 'ItemNotFound' && hasTwin(cells, id)) throw itemNotFound(id);
    return orNotFound(find(cells, id));
  },
  members: {
    add: {
      kind: 'method',
      call: (cells, given) => {
        const word = given.text(0);
        const kind = TYPE_WORDS.find((one) => one === word);
        if (!kind) throw apiNotFound(`ConditionalFormatCollection.add (${word})`);
        requirePermission(cells.sheet, 'formatCells');
        // A new format comes before all others, as in Excel.
        const rule = newRule(kind, formatAreas(cells.areas));
        const rules = [rule, ...inOrder(cells.sheet)];
        renumber(rules);
        cells.sheet.data.conditionalRules = rules;
        return objectFor(cells.sheet, rule);
      },
    },
    clearAll: {
      kind: 'method',
      call: ({ sheet, areas }) => {
        requirePermission(sheet, 'formatCells');
        const rules = inOrder(sheet).flatMap((rule) => {
          const rest = without(parseAreas(rule.range), areas);
          if (rest.length === 0) return [];
          return [Object.assign(rule, conditionOn(rule, rest))];
        });
        renumber(rules);
        sheet.data.conditionalRules = rules;
      },
    },
    getCount: { kind: 'method', call: (cells) => cells.rules.length },
    getItemAt: {
      kind: 'method',
      call: (cells, given) => {
        const rule = cells.rules[given.integer(0)];
        if (!rule) throw invalidArgument();
        return objectFor(cells.sheet, rule);
      },
    },
    getItemOrNullObject: { kind: 'method', since: '1.14', call: (cells, given) => find(cells, given.text(0)) },
  },
};

function objectFor(sheet: SheetModel, rule: ConditionalRule): HostObject {
  return bind(conditionalFormatClass, new RuleTarget(sheet, rule));
}

/** Whether another rule of the same kind has the same cells. */
function hasTwin({ sheet, rules }: FormattedCells, id: string): boolean {
  const rule = rules.find((one) => new RuleTarget(sheet, one).id === id);
  return rules.some((one) => one !== rule && one.range === rule?.range && typeWord(one) === typeWord(rule));
}

function find(cells: FormattedCells, id: string): HostObject | null {
  const rule = cells.rules.find((one) => new RuleTarget(cells.sheet, one).id === id);
  return rule ? objectFor(cells.sheet, rule) : null;
}
