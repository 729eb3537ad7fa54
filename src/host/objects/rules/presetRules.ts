/** Conditional formats that Excel has ready: blanks, errors, dates, averages, duplicates, the highest and lowest. */
import type { ConditionalRule } from '../../workbook/model/data';
import { isOn } from '../../workbook/package/xml';
import { asChoice, asInteger, asRecord } from '../core/arguments';
import { bind, type ObjectClass } from '../core/object';
import { invalidArgument } from '../core/refusal';
import { formatClass } from './conditionalRules';
import type { RuleTarget } from './ruleTarget';

/** How the file writes a ready-made rule; `formula` says the same of the cell for those that have one. */
interface Preset {
  readonly type: ConditionalRule['type'];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly formula?: (cell: string) => string;
}

function period(timePeriod: string, formula: (cell: string) => string): Preset {
  return { type: 'expression', attributes: { type: 'timePeriod', timePeriod }, formula };
}

function average(attributes: Readonly<Record<string, string>>): Preset {
  return { type: 'aboveAverage', attributes };
}

/** The formulas are those that Excel writes. */
const PRESETS = {
  Blanks: { type: 'containsBlanks', formula: (cell) => `LEN(TRIM(${cell}))=0` },
  NonBlanks: { type: 'notContainsBlanks', formula: (cell) => `LEN(TRIM(${cell}))>0` },
  Errors: { type: 'expression', attributes: { type: 'containsErrors' }, formula: (cell) => `ISERROR(${cell})` },
  NonErrors: {
    type: 'expression',
    attributes: { type: 'notContainsErrors' },
    formula: (cell) => `NOT(ISERROR(${cell}))`,
  },
  Yesterday: period('yesterday', (cell) => `FLOOR(${cell},1)=TODAY()-1`),
  Today: period('today', (cell) => `FLOOR(${cell},1)=TODAY()`),
  Tomorrow: period('tomorrow', (cell) => `FLOOR(${cell},1)=TODAY()+1`),
  LastSevenDays: period('last7Days', (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`),
  LastWeek: period(
    'lastWeek',
    (cell) => `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
  ),
  ThisWeek: period(
    'thisWeek',
    (cell) => `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
  ),
  NextWeek: period(
    'nextWeek',
    (cell) =>
      `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
  ),
  LastMonth: period(
    'lastMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0-1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0-1)))`,
  ),
  ThisMonth: period('thisMonth', (cell) => `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`),
  NextMonth: period(
    'nextMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0+1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0+1)))`,
  ),
  AboveAverage: average({}),
  BelowAverage: average({ aboveAverage: '0' }),
  EqualOrAboveAverage: average({ equalAverage: '1' }),
  EqualOrBelowAverage: average({ aboveAverage: '0', equalAverage: '1' }),
  OneStdDevAboveAverage: average({ stdDev: '1' }),
  OneStdDevBelowAverage: average({ aboveAverage: '0', stdDev: '1' }),
  TwoStdDevAboveAverage: average({ stdDev: '2' }),
  TwoStdDevBelowAverage: average({ aboveAverage: '0', stdDev: '2' }),
  ThreeStdDevAboveAverage: average({ stdDev: '3' }),
  ThreeStdDevBelowAverage: average({ aboveAverage: '0', stdDev: '3' }),
  UniqueValues: { type: 'uniqueValues' },
  DuplicateValues: { type: 'duplicateValues' },
} as const satisfies Readonly<Record<string, Preset>>;

type Criterion = keyof typeof PRESETS;

function isCriterion(word: string): word is Criterion {
  return Object.hasOwn(PRESETS, word);
}

const CRITERIA = Object.keys(PRESETS).filter(isCriterion);

/** The words `type`, `aboveAverage` and so on by which the file tells ready-made rules apart. */
const TELLING = ['type', 'timePeriod', 'aboveAverage', 'equalAverage', 'stdDev'] as const;
const USUAL: Readonly<Record<string, string>> = { aboveAverage: '1', equalAverage: '0', stdDev: '0' };

/** The word for a rule; undefined for one that no word means, such as four standard deviations. */
function criterionOf({ type, attributes }: ConditionalRule): Criterion | undefined {
  const told = (given: Readonly<Record<string, string>> | undefined, name: string): string | undefined => {
    const value = given?.[name] ?? USUAL[name];
    return name === 'aboveAverage' || name === 'equalAverage' ? String(isOn(value)) : value;
  };
  return CRITERIA.find((word) => {
    const preset: Preset = PRESETS[word];
    return preset.type === type && TELLING.every((name) => told(preset.attributes, name) === told(attributes, name));
  });
}

/** `Excel.PresetCriteriaConditionalFormat`. */
export const presetClass: ObjectClass<RuleTarget> = {
  name: 'PresetCriteriaConditionalFormat',
  since: '1.6',
  members: {
    rule: {
      kind: 'value',
      get: ({ rule }) => ({ criterion: criterionOf(rule) ?? 'Invalid' }),
      set: (target, value) => {
        const preset: Preset = PRESETS[asChoice(asRecord(value)['criterion'] ?? null, CRITERIA)];
        target.change((rule) => {
          const rest = Object.entries(rule.attributes ?? {}).filter(([name]) => !TELLING.some((one) => one === name));
          rule.type = preset.type;
          rule.attributes = { ...Object.fromEntries(rest), ...preset.attributes };
          if (preset.formula) rule.formula = preset.formula(target.firstCell);
          else delete rule.formula;
        });
      },
    },
    format: { kind: 'object', get: (target) => bind(formatClass, target) },
  },
};

const RANKS = {
  TopItems: {},
  TopPercent: { percent: '1' },
  BottomItems: { bottom: '1' },
  BottomPercent: { percent: '1', bottom: '1' },
} as const;
const RANK_WORDS = ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent'] as const;
const MOST_ITEMS = 1000;

/** `Excel.TopBottomConditionalFormat`. */
export const topBottomClass: ObjectClass<RuleTarget> = {
  name: 'TopBottomConditionalFormat',
  since: '1.6',
  members: {
    rule: {
      kind: 'value',
      get: ({ rule: { attributes } }) => ({
        rank: Number(attributes?.['rank'] ?? 10),
        type: `${isOn(attributes?.['bottom']) ? 'Bottom' : 'Top'}${isOn(attributes?.['percent']) ? 'Percent' : 'Items'}`,
      }),
      set: (target, value) => {
        const given = asRecord(value);
        const word = asChoice(given['type'] ?? null, RANK_WORDS);
        const rank = asInteger(given['rank'] ?? null);
        if (rank < 1 || rank > (word.endsWith('Percent') ? 100 : MOST_ITEMS))
          throw invalidArgument(`A rank is 1 to ${MOST_ITEMS}, of percents 1 to 100.`);
        target.change((rule) => {
          const { percent: _percent, bottom: _bottom, ...rest } = rule.attributes ?? {};
          rule.attributes = { ...rest, rank: String(rank), ...RANKS[word] };
        });
      },
    },
    format: { kind: 'object', get: (target) => bind(formatClass, target) },
  },
};
