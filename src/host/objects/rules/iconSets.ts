/** Icon sets of conditional formats. hucre has no word for all that they can say, so the file's own words are kept. */
import type { ConditionalRule } from '../../workbook/model/data';
import { childOf, childrenOf, element, isOn, parseXml } from '../../workbook/package/xml';
import { isWellFormed } from '../cells/formulaSyntax';
import {
  asBoolean,
  asChoice,
  asList,
  asRecord,
  asText,
  isRecord,
  type Argument,
  type ArgumentRecord,
} from '../core/arguments';
import type { ObjectClass } from '../core/object';
import { apiNotFound, invalidArgument } from '../core/refusal';
import type { RuleTarget } from './ruleTarget';

/** Excel's words for sets of icons, with those of the file. */
const SETS = {
  ThreeArrows: '3Arrows',
  ThreeArrowsGray: '3ArrowsGray',
  ThreeFlags: '3Flags',
  ThreeTrafficLights1: '3TrafficLights1',
  ThreeTrafficLights2: '3TrafficLights2',
  ThreeSigns: '3Signs',
  ThreeSymbols: '3Symbols',
  ThreeSymbols2: '3Symbols2',
  FourArrows: '4Arrows',
  FourArrowsGray: '4ArrowsGray',
  FourRedToBlack: '4RedToBlack',
  FourRating: '4Rating',
  FourTrafficLights: '4TrafficLights',
  FiveArrows: '5Arrows',
  FiveArrowsGray: '5ArrowsGray',
  FiveRating: '5Rating',
  FiveQuarters: '5Quarters',
} as const;
type SetWord = keyof typeof SETS;

function isSetWord(word: string): word is SetWord {
  return Object.hasOwn(SETS, word);
}

const SET_WORDS = Object.keys(SETS).filter(isSetWord);
/** Sets that only newer files have, in a place of their own (x14). */
const NEWER_SETS = ['ThreeStars', 'ThreeTriangles', 'FiveBoxes'] as const;
const USUAL_SET = '3TrafficLights1';

/** Where an icon begins. */
interface Step {
  readonly type: 'num' | 'percent' | 'percentile' | 'formula';
  readonly value: string;
  /** Whether the icon begins above the value rather than at it. */
  readonly above: boolean;
}

interface Icons {
  readonly set: string;
  readonly steps: readonly Step[];
  readonly reversed: boolean;
  readonly iconOnly: boolean;
}

const STEP_TYPES = { Number: 'num', Percent: 'percent', Percentile: 'percentile', Formula: 'formula' } as const;
const STEP_WORDS = ['Number', 'Percent', 'Percentile', 'Formula'] as const;

/** The steps of a new set: equal parts of a hundred, as Excel rounds them. */
function evenSteps(count: number): Step[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'percent',
    value: String(Math.round((100 * index) / count)),
    above: false,
  }));
}

/** A rule as Excel makes it: three traffic lights. */
export function newIcons(): Pick<ConditionalRule, 'iconSet' | 'graphic' | 'graphicOf'> {
  return written({ set: USUAL_SET, steps: evenSteps(3), reversed: false, iconOnly: false });
}

function iconsOf({ graphic }: ConditionalRule): Icons {
  const source = graphic === undefined ? undefined : childOf(parseXml(`<rule>${graphic}</rule>`), 'iconSet');
  const { iconSet = USUAL_SET, reverse, showValue } = source?.attributes ?? {};
  const steps = childrenOf(source, 'cfvo').map(({ attributes: { type, val = '0', gte } }): Step => {
    const word = STEP_WORDS.find((one) => STEP_TYPES[one] === type) ?? 'Percent';
    return { type: STEP_TYPES[word], value: val, above: gte !== undefined && !isOn(gte) };
  });
  return { set: iconSet, steps, reversed: isOn(reverse), iconOnly: showValue !== undefined && !isOn(showValue) };
}

/** The rule's members for the icons; the file's words count, hucre's own stand for them. */
function written({
  set,
  steps,
  reversed,
  iconOnly,
}: Icons): Pick<ConditionalRule, 'iconSet' | 'graphic' | 'graphicOf'> {
  const iconSet: NonNullable<ConditionalRule['iconSet']> = {
    iconSet: set,
    cfvo: steps.map(({ type, value }) => ({ type: type === 'formula' ? 'num' : type, value })),
    reverse: reversed,
    showValue: !iconOnly,
  };
  const entries = steps.map(({ type, value, above }) =>
    element('cfvo', { type, val: value, ...(above && { gte: '0' }) }),
  );
  const attributes = {
    ...(set !== USUAL_SET && { iconSet: set }),
    ...(iconOnly && { showValue: '0' }),
    ...(reversed && { reverse: '1' }),
  };
  return { iconSet, graphic: element('iconSet', attributes, entries.join('')), graphicOf: iconSet };
}

function change(target: RuleTarget, patch: Partial<Icons>): void {
  target.change((rule) => {
    Object.assign(rule, written({ ...iconsOf(rule), ...patch }));
  });
}

function stepOf(given: ArgumentRecord): Step {
  if ((given['customIcon'] ?? null) !== null) throw apiNotFound('IconSetConditionalFormat.criteria (customIcon)');
  const type = STEP_TYPES[asChoice(given['type'] ?? null, STEP_WORDS)];
  const operator = asChoice(given['operator'] ?? null, ['GreaterThan', 'GreaterThanOrEqual'] as const);
  return { type, value: formulaOf(given['formula'] ?? null), above: operator === 'GreaterThan' };
}

function formulaOf(value: Argument): string {
  if (typeof value === 'number') return String(value);
  const text = asText(value);
  const body = text.startsWith('=') ? text.slice(1) : text;
  if (!isWellFormed(`=${body}`)) throw invalidArgument(`Excel cannot read the formula ${text}.`);
  return body;
}

/** `Excel.IconSetConditionalFormat`. */
export const iconSetClass: ObjectClass<RuleTarget> = {
  name: 'IconSetConditionalFormat',
  since: '1.6',
  members: {
    style: {
      kind: 'value',
      get: ({ rule }) => SET_WORDS.find((word) => SETS[word] === iconsOf(rule).set) ?? 'Invalid',
      set: (target, value) => {
        const word = asChoice(value, [...SET_WORDS, ...NEWER_SETS]);
        if (!isSetWord(word)) throw apiNotFound(`IconSetConditionalFormat.style (${word})`);
        const set = SETS[word];
        change(target, { set, steps: evenSteps(Number(set[0])) });
      },
    },
    criteria: {
      kind: 'value',
      get: ({ rule }) =>
        iconsOf(rule).steps.map(({ type, value, above }) => ({
          type: STEP_WORDS.find((word) => STEP_TYPES[word] === type) ?? 'Percent',
          formula: Number.isNaN(Number(value)) ? `=${value}` : value,
          operator: above ? 'GreaterThan' : 'GreaterThanOrEqual',
        })),
      set: (target, value) => {
        const { steps } = iconsOf(target.rule);
        const [first, ...others] = asList(value);
        if (others.length + 1 !== steps.length) throw invalidArgument('There is one criterion for each icon.');
        // The first icon begins with the lowest value, whatever is said of it.
        if (first !== null && !isRecord(first)) throw invalidArgument();
        const lowest = steps.slice(0, 1);
        change(target, { steps: [...lowest, ...others.map((one) => stepOf(asRecord(one)))] });
      },
    },
    reverseIconOrder: {
      kind: 'value',
      get: ({ rule }) => iconsOf(rule).reversed,
      set: (target, value) => change(target, { reversed: asBoolean(value) }),
    },
    showIconOnly: {
      kind: 'value',
      get: ({ rule }) => iconsOf(rule).iconOnly,
      set: (target, value) => change(target, { iconOnly: asBoolean(value) }),
    },
  },
};
