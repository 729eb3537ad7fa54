/** What the conditional formats of a sheet make of its cells now: for whoever shows the sheet. */
import type { CellStyle, ConditionalRule } from '../../workbook/model/data';
import type { CellValue, SheetModel } from '../../workbook/model/workbook';
import { childOf, isOn, parseXml } from '../../workbook/package/xml';
import { areaBetween, cellKey, formatA1, intersection, type Area } from '../../workbook/values/address';
import { parseAreas } from '../../workbook/values/areas';
import { moveRelative, tokenize } from '../../workbook/values/formula';
import { colorOf } from '../cells/color';
import { evaluateAll } from '../cells/scratch';
import { isAsOperatorSays } from './operator';

/** A bar in a cell: its share of the cell's width, and its colour as `#RRGGBB`. */
export interface DataBar {
  readonly share: number;
  readonly color: string;
}

/** How a cell looks beside its own format. */
export interface ConditionalLook {
  /** Lies over the cell's own format. */
  readonly style: CellStyle;
  readonly bar: DataBar | undefined;
}

/** Formulas of one pass that are not the same for every cell; a rule beyond them is left out, so that showing stays quick. */
const MOST_FORMULAS = 20_000;

/**
 * The looks by cell key, of the cells within the area that a rule says something of. Icon sets are not among them: the
 * host keeps them as they are in the file.
 */
export async function conditionalLooks(sheet: SheetModel, within: Area): Promise<Map<string, ConditionalLook>> {
  const rules = [...(sheet.data.conditionalRules ?? [])]
    .sort((a, b) => a.priority - b.priority)
    .map((rule) => new RuleCells(sheet, rule, within));
  const formulas = new Set<string>();
  for (const cells of rules) {
    const wanted = new Set(cells.formulas());
    if (formulas.size + wanted.size > MOST_FORMULAS) cells.leaveOut();
    else for (const formula of wanted) formulas.add(formula);
  }
  const texts = [...formulas];
  const results = await evaluateAll(sheet, texts);
  const values = new Map(texts.map((text, index) => [text, results[index] ?? '']));
  const looks = new Map<string, ConditionalLook>();
  const stopped = new Set<string>();
  for (const cells of rules) {
    for (const [key, look] of cells.looks((formula) => values.get(formula) ?? '')) {
      if (stopped.has(key)) continue;
      if (cells.rule.stopIfTrue) stopped.add(key);
      const before = looks.get(key);
      looks.set(key, before ? under(before, look) : look);
    }
  }
  return looks;
}

/** The look of a rule that comes later under that of one before it. */
function under(first: ConditionalLook, later: ConditionalLook): ConditionalLook {
  const font = { ...later.style.font, ...first.style.font };
  return {
    style: { ...later.style, ...first.style, ...(Object.keys(font).length > 0 && { font }) },
    bar: first.bar ?? later.bar,
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

type Evaluated = (formula: string) => CellValue;

const NO_LOOK: ConditionalLook = { style: {}, bar: undefined };

/** One rule and the cells that it is asked about. */
class RuleCells {
  private readonly areas: readonly Area[];
  private readonly first: Place;
  private isLeftOut = false;

  constructor(
    private readonly sheet: SheetModel,
    readonly rule: ConditionalRule,
    private readonly within: Area,
  ) {
    this.areas = parseAreas(rule.range);
    this.first = this.areas[0] ?? { row: 0, column: 0 };
  }

  leaveOut(): void {
    this.isLeftOut = true;
  }

  /** The formulas whose values the rule needs, as they read for each cell; nothing that can be told without. */
  *formulas(): Generator<string> {
    for (const bound of this.bounds) if (constantOf(bound) === undefined) yield bound;
    const perCell = this.cellFormulas;
    if (perCell.length > 0) {
      for (const at of this.cells()) for (const formula of perCell) yield this.local(formula, at);
    }
  }

  /** What the rule gives to each cell that it holds for. */
  *looks(evaluated: Evaluated): Generator<[key: string, look: ConditionalLook]> {
    if (this.isLeftOut) return;
    const { rule } = this;
    if (rule.dataBar) yield* this.bars(evaluated);
    else if (rule.colorScale) yield* this.scale(evaluated);
    else {
      const look: ConditionalLook = { ...NO_LOOK, style: rule.style ?? {} };
      const holds = this.test(evaluated);
      for (const at of this.cells()) if (holds(at)) yield [cellKey(at.row, at.column), look];
    }
  }

  private *cells(): Generator<Place> {
    for (const area of this.areas) {
      const part = intersection(area, this.within);
      if (!part) continue;
      for (let row = part.row; row < part.row + part.rows; row++)
        for (let column = part.column; column < part.column + part.columns; column++) yield { row, column };
    }
  }

  private value({ row, column }: Place): CellValue {
    return this.sheet.value(row, column);
  }

  /** Every value of the rule's cells, those out of sight too: averages, ranks and ends of scales are about all. */
  private all(): CellValue[] {
    return this.areas.flatMap((area) =>
      [...this.sheet.cellsIn(area)].flatMap(([, { value }]) =>
        value === null || value === '' || value instanceof Date ? [] : [value],
      ),
    );
  }

  private numbers(): number[] {
    return this.all()
      .filter((value) => typeof value === 'number')
      .sort((a, b) => a - b);
  }

  private get ruleFormulas(): readonly string[] {
    const { formula } = this.rule;
    return formula === undefined ? [] : typeof formula === 'string' ? [formula] : formula;
  }

  /** The formulas that may read differently for each cell. */
  private get cellFormulas(): readonly string[] {
    const { type } = this.rule;
    if (type === 'cellIs') return this.ruleFormulas.filter((formula) => constantOf(formula) === undefined);
    if (type === 'expression' || (isTextRule(type) && !this.hasPlainText)) return this.ruleFormulas.slice(0, 1);
    return [];
  }

  /** Whether the text that is looked for can be compared here; SEARCH takes `*`, `?` and `~` for more than themselves. */
  private get hasPlainText(): boolean {
    const { text } = this.rule;
    if (text === undefined || text === '' || /[*?~]/.test(text)) return false;
    const [formula] = this.ruleFormulas;
    return formula === undefined || formula.includes(`"${text.replaceAll('"', '""')}"`);
  }

  /** The ends of bars and scales that stand as numbers or formulas. */
  private get bounds(): readonly string[] {
    const ends = this.rule.dataBar?.cfvo ?? this.rule.colorScale?.cfvo ?? [];
    return ends.flatMap(({ value }) => (value === undefined ? [] : [value]));
  }

  /** A formula of the rule as it reads at the cell. */
  private local(formula: string, at: Place): string {
    const moved = moveRelative(formula, at.row - this.first.row, at.column - this.first.column);
    return withOwnPlace(moved, at);
  }

  private test(evaluated: Evaluated): (at: Place) => boolean {
    const { rule } = this;
    switch (rule.type) {
      case 'expression':
        return this.formulaHolds(evaluated);
      case 'cellIs':
        return (at) => {
          const [first = '', second = first] = this.ruleFormulas.map(
            (formula) => constantOf(formula) ?? evaluated(this.local(formula, at)),
          );
          const value = this.value(at);
          return isAsOperatorSays(rule.operator ?? 'equal', order(value, first), order(value, second));
        };
      case 'containsText':
      case 'notContainsText':
      case 'beginsWith':
      case 'endsWith':
        return this.hasPlainText ? this.textHolds(rule.type, rule.text ?? '') : this.formulaHolds(evaluated);
      case 'containsBlanks':
        return (at) => isBlank(this.value(at));
      case 'notContainsBlanks':
        return (at) => !isBlank(this.value(at));
      case 'duplicateValues':
      case 'uniqueValues':
        return this.countHolds(rule.type === 'duplicateValues');
      case 'top10':
        return this.rankHolds();
      case 'aboveAverage':
        return this.averageHolds();
      case 'colorScale':
      case 'dataBar':
      case 'iconSet':
        return () => false;
    }
  }

  private formulaHolds(evaluated: Evaluated): (at: Place) => boolean {
    const [formula = 'FALSE'] = this.ruleFormulas;
    return (at) => {
      const value = evaluated(this.local(formula, at));
      return value === true || (typeof value === 'number' && value !== 0);
    };
  }

  private textHolds(type: TextRule, wanted: string): (at: Place) => boolean {
    const sought = wanted.toLowerCase();
    return (at) => {
      const text = String(this.value(at)).toLowerCase();
      switch (type) {
        case 'containsText':
          return text.includes(sought);
        case 'notContainsText':
          return !text.includes(sought);
        case 'beginsWith':
          return text.startsWith(sought);
        case 'endsWith':
          return text.endsWith(sought);
      }
    };
  }

  private countHolds(repeated: boolean): (at: Place) => boolean {
    const counts = new Map<string, number>();
    const keyOf = (value: CellValue): string => String(value).toLowerCase();
    for (const value of this.all()) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
    return (at) => {
      const value = this.value(at);
      return value !== '' && (counts.get(keyOf(value)) ?? 0) > 1 === repeated;
    };
  }

  private rankHolds(): (at: Place) => boolean {
    const { rank = '10', percent, bottom } = this.rule.attributes ?? {};
    const numbers = this.numbers();
    const isPercent = isOn(percent);
    const wanted = isPercent ? Math.max(1, Math.floor((numbers.length * Number(rank)) / 100)) : Number(rank);
    const edge = isOn(bottom)
      ? numbers[Math.min(wanted, numbers.length) - 1]
      : numbers[Math.max(0, numbers.length - wanted)];
    return (at) => {
      const value = this.value(at);
      return typeof value === 'number' && edge !== undefined && (isOn(bottom) ? value <= edge : value >= edge);
    };
  }

  private averageHolds(): (at: Place) => boolean {
    const { aboveAverage, equalAverage, stdDev } = this.rule.attributes ?? {};
    const numbers = this.numbers();
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const isAbove = aboveAverage === undefined || isOn(aboveAverage);
    const distance = Number(stdDev ?? 0) * Math.sqrt(squares / Math.max(1, numbers.length - 1));
    const edge = mean + (isAbove ? distance : -distance);
    return (at) => {
      const value = this.value(at);
      if (typeof value !== 'number') return false;
      return (isAbove ? value > edge : value < edge) || (isOn(equalAverage) && value === edge);
    };
  }

  private *bars(evaluated: Evaluated): Generator<[key: string, look: ConditionalLook]> {
    const { dataBar } = this.rule;
    const [low, high] = this.ends(dataBar?.cfvo ?? [], evaluated);
    if (!dataBar || low === undefined || high === undefined) return;
    const [least, most] = barLengths(this.rule);
    const color = this.shade(dataBar.color);
    for (const at of this.cells()) {
      const value = this.value(at);
      if (typeof value !== 'number') continue;
      const share = least + (most - least) * portion(value, low, high);
      yield [cellKey(at.row, at.column), { ...NO_LOOK, bar: { share, color } }];
    }
  }

  private *scale(evaluated: Evaluated): Generator<[key: string, look: ConditionalLook]> {
    const { cfvo = [], colors = [] } = this.rule.colorScale ?? {};
    const ends = this.ends(cfvo, evaluated);
    for (const at of this.cells()) {
      const value = this.value(at);
      if (typeof value !== 'number') continue;
      const above = Math.max(
        1,
        ends.findIndex((end, index) => index > 0 && (value <= end || index === ends.length - 1)),
      );
      const [low, high] = [ends[above - 1], ends[above]];
      const [from, to] = [colors[above - 1], colors[above]];
      if (low === undefined || high === undefined || from === undefined || to === undefined) continue;
      const color = { rgb: mixed(this.shade(from), this.shade(to), portion(value, low, high)) };
      const style: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: color, bgColor: color } };
      yield [cellKey(at.row, at.column), { ...NO_LOOK, style }];
    }
  }

  /** A colour of the rule, whatever the file writes before its six digits, as `#RRGGBB`. */
  private shade(rgb: string): string {
    return colorOf({ rgb }, this.sheet.workbook);
  }

  /** The numbers at which a bar or scale begins, turns and ends. */
  private ends(cfvo: readonly End[], evaluated: Evaluated): number[] {
    const numbers = this.numbers();
    const least = numbers[0] ?? 0;
    const most = numbers.at(-1) ?? 0;
    return cfvo.map(({ type, value }) => {
      const given = value === undefined ? 0 : Number(constantOf(value) ?? evaluated(value));
      switch (type) {
        case 'min':
          return least;
        case 'max':
          return most;
        case 'num':
          return given;
        case 'percent':
          return least + ((most - least) * given) / 100;
        case 'percentile':
          return percentile(numbers, given / 100);
      }
    });
  }
}

type End = NonNullable<ConditionalRule['dataBar']>['cfvo'][number];
type TextRule = 'containsText' | 'notContainsText' | 'beginsWith' | 'endsWith';

function isTextRule(type: ConditionalRule['type']): type is TextRule {
  return ['containsText', 'notContainsText', 'beginsWith', 'endsWith'].includes(type);
}

/** `ROW()` and `COLUMN()` speak of the cell itself, which is not where the formula is calculated. */
function withOwnPlace(formula: string, at: Place): string {
  if (!/\b(?:ROW|COLUMN)\(\)/i.test(formula)) return formula;
  const own = formatA1(areaBetween(at.row, at.column, at.row, at.column));
  const tokens = tokenize(formula);
  return tokens
    .map(({ text }, index) => {
      const isEmpty = text === '(' && tokens[index + 1]?.text === ')';
      return isEmpty && /^(?:ROW|COLUMN)$/i.test(tokens[index - 1]?.text ?? '') ? `(${own}` : text;
    })
    .join('');
}

/** A number, text in quotes, TRUE or FALSE; undefined for a formula that has to be calculated. */
function constantOf(formula: string): CellValue | undefined {
  const text = formula.trim();
  if (text !== '' && !Number.isNaN(Number(text))) return Number(text);
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}

function isBlank(value: CellValue): boolean {
  return typeof value === 'string' && value.trim() === '';
}

const KINDS = ['number', 'string', 'boolean'];

/** The order of a formula: numbers before texts before truth values, texts in any case, an empty cell as 0 or "". */
function order(value: CellValue, other: CellValue): number {
  if (value === '' && typeof other === 'number') return -other;
  if (typeof value !== typeof other) return KINDS.indexOf(typeof value) - KINDS.indexOf(typeof other);
  if (typeof value === 'string' && typeof other === 'string') {
    const [a, b] = [value.toLowerCase(), other.toLowerCase()];
    return a === b ? 0 : a < b ? -1 : 1;
  }
  return Number(value) - Number(other);
}

function portion(value: number, low: number, high: number): number {
  if (high <= low) return value < low ? 0 : 1;
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** As PERCENTILE.INC: between two of the sorted numbers where it falls between. */
function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** The shares of the cell's width for the least and the greatest value: 10 % and 90 % unless the file says otherwise. */
function barLengths({ dataBar, graphic, graphicOf }: ConditionalRule): [least: number, most: number] {
  const isOwn = graphic !== undefined && graphicOf === dataBar;
  const attributes = isOwn ? childOf(parseXml(`<rule>${graphic}</rule>`), 'dataBar')?.attributes : undefined;
  return [Number(attributes?.['minLength'] ?? 10) / 100, Number(attributes?.['maxLength'] ?? 90) / 100];
}

/** A colour between two, as `RRGGBB`. */
function mixed(from: string, to: string, share: number): string {
  return [1, 3, 5]
    .map((at) => {
      const [low, high] = [parseInt(from.slice(at, at + 2), 16), parseInt(to.slice(at, at + 2), 16)];
      return Math.round(low + (high - low) * share)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')
    .toUpperCase();
}
