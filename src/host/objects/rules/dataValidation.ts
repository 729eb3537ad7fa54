import type { Json, JsonObject } from '../../wire/protocol';
import { validationOn } from '../../workbook/model/anchor';
import type { DataValidation } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import { coverAll, formatAreas, parseAreas, touch, without } from '../../workbook/values/areas';
import { areasWhere } from '../cells/cellsToAreas';
import { requireUnprotected } from '../cells/permission';
import { asBoolean, asChoice, asRecord, asText, type ArgumentRecord } from '../core/arguments';
import { areasObject, orNotFound, type HostObject, type ObjectClass, type ValueMember } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';
import { accepts } from './validationCheck';
import { ANY_VALUE, readRule, ruleOf, typeOf } from './validationRule';

/** The cells whose validation is meant. */
export class ValidatedCells {
  constructor(
    readonly sheet: SheetModel,
    readonly ranges: readonly RangeRef[],
  ) {}

  get areas(): Area[] {
    return this.ranges.map((range) => range.area);
  }

  /** The validations that any of the cells has. */
  private get touching(): DataValidation[] {
    return (this.sheet.data.dataValidations ?? []).filter((one) => touch(parseAreas(one.range), this.areas));
  }

  /** The one validation that all the cells have; a word when they have several (inconsistent), or only some have one (mixed). */
  get validation(): DataValidation | undefined | 'Inconsistent' | 'MixedCriteria' {
    const { touching } = this;
    const [first, ...others] = touching;
    if (!first) return undefined;
    if (
      !coverAll(
        touching.flatMap(({ range }) => parseAreas(range)),
        this.areas,
      )
    )
      return 'MixedCriteria';
    return others.length > 0 ? 'Inconsistent' : first;
  }

  /** Whether some of the cells have another input message than others, or none. */
  get promptsDiffer(): boolean {
    const { touching } = this;
    const prompts = new Set(touching.map(({ inputTitle = '', inputMessage = '' }) => `${inputTitle}\n${inputMessage}`));
    if (
      !coverAll(
        touching.flatMap(({ range }) => parseAreas(range)),
        this.areas,
      )
    )
      prompts.add('\n');
    return prompts.size > 1;
  }

  clear(): void {
    requireUnprotected(this.sheet);
    const rest: DataValidation[] = [];
    for (const validation of this.sheet.data.dataValidations ?? []) {
      const areas = without(parseAreas(validation.range), this.areas);
      if (areas.length > 0)
        rest.push(touch(parseAreas(validation.range), this.areas) ? validationOn(validation, areas) : validation);
    }
    this.sheet.data.dataValidations = rest;
  }

  /** Gives the cells a changed validation; those without one get one that allows any value. */
  change(patch: (validation: Omit<DataValidation, 'range'>) => Omit<DataValidation, 'range'>): void {
    const { validation } = this;
    const old = typeof validation === 'object' ? validation : ANY_VALUE;
    const next = patch(old);
    this.clear();
    this.sheet.data.dataValidations = [
      ...(this.sheet.data.dataValidations ?? []),
      { ...next, range: formatAreas(this.areas) },
    ];
  }

  /** The filled cells whose value their validation does not accept. */
  async invalidAreas(): Promise<Area[]> {
    const invalid = new Set<string>();
    for (const validation of this.touching) {
      for (const area of this.areas) {
        for (const cell of cellsOf(area)) {
          const inRule = parseAreas(validation.range).some((one) => touch([one], [{ ...cell, rows: 1, columns: 1 }]));
          const value = this.sheet.value(cell.row, cell.column);
          if (inRule && !(await accepts(this.sheet, validation, cell, value)))
            invalid.add(`${cell.row},${cell.column}`);
        }
      }
    }
    return this.areas.flatMap((area) => areasWhere(area, (row, column) => invalid.has(`${row},${column}`)));
  }
}

function* cellsOf(area: Area): Generator<{ row: number; column: number }> {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) yield { row, column };
}

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
const STYLE_WORDS = ['Stop', 'Warning', 'Information'] as const;

/** `Excel.DataValidation`. */
export const dataValidationClass: ObjectClass<ValidatedCells> = {
  name: 'DataValidation',
  since: '1.8',
  wants: ({ sheet, ranges }) => ranges.map(({ area }) => ({ sheet, area })),
  members: {
    type: {
      kind: 'value',
      get: ({ validation }) => (typeof validation === 'string' ? validation : typeOf(validation)),
    },
    rule: {
      kind: 'value',
      get: ({ validation }) =>
        typeof validation === 'object' ? ruleOf(validation) : validation === undefined ? {} : null,
      set: (cells, value, { profile }) => {
        if (profile.ruleOverPrompts === 'InvalidArgument' && cells.promptsDiffer)
          throw invalidArgument('The cells have different input messages.');
        const rule = readRule(asRecord(value), cells.sheet);
        cells.change((old) => ({ ...messagesOf(old), ...rule }));
      },
    },
    ignoreBlanks: shared((validation) => validation.allowBlank ?? false, true),
    errorAlert: {
      kind: 'value',
      get: ({ validation }) => (typeof validation === 'string' ? null : errorAlert(validation ?? ANY_VALUE)),
      set: (cells, value) => {
        const alert = asRecord(value);
        cells.change((old) => ({ ...old, ...readErrorAlert(alert) }));
      },
    },
    prompt: {
      kind: 'value',
      get: ({ validation }) => (typeof validation === 'string' ? null : prompt(validation ?? ANY_VALUE)),
      set: (cells, value) => {
        const message = readPrompt(asRecord(value));
        cells.change((old) => ({ ...old, ...message }));
      },
    },
    valid: {
      kind: 'value',
      calculated: true,
      get: async (cells) => {
        const invalid = (await cells.invalidAreas()).reduce((sum, area) => sum + area.rows * area.columns, 0);
        const all = cells.areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
        return invalid === 0 ? true : invalid === all ? false : null;
      },
    },
    clear: { kind: 'method', call: (cells) => cells.clear() },
    getInvalidCells: {
      kind: 'method',
      since: '1.9',
      calculated: true,
      call: async (cells) => orNotFound(await invalidCells(cells)),
    },
    getInvalidCellsOrNullObject: { kind: 'method', since: '1.9', calculated: true, call: invalidCells },
  },
};

async function invalidCells(cells: ValidatedCells): Promise<HostObject | null> {
  return areasObject(cells.sheet, await cells.invalidAreas());
}

function shared(get: (validation: DataValidation) => boolean, missing: boolean): ValueMember<ValidatedCells> {
  return {
    kind: 'value',
    get: ({ validation }) =>
      typeof validation === 'object' ? get(validation) : validation === undefined ? missing : null,
    set: (cells, value) => {
      const allowBlank = asBoolean(value);
      cells.change((old) => ({ ...old, allowBlank }));
    },
  };
}

/** What stays when only the rule changes. */
function messagesOf(old: Omit<DataValidation, 'range'>): Partial<DataValidation> {
  const { type: _type, operator: _operator, formula1: _first, formula2: _second, values: _values, ...messages } = old;
  return { allowBlank: true, showErrorMessage: true, showInputMessage: true, ...messages };
}

function errorAlert(validation: Omit<DataValidation, 'range'>): Json {
  const style = STYLE_WORDS.find((word) => STYLES[word] === (validation.errorStyle ?? 'stop')) ?? 'Stop';
  return {
    showAlert: validation.showErrorMessage ?? false,
    style,
    title: validation.errorTitle ?? '',
    message: validation.errorMessage ?? '',
  };
}

function readErrorAlert(alert: ArgumentRecord): Partial<DataValidation> {
  return {
    showErrorMessage: asBoolean(alert['showAlert'] ?? true),
    errorStyle: STYLES[asChoice(alert['style'] ?? 'Stop', STYLE_WORDS)],
    errorTitle: limited(alert, 'title', 32),
    errorMessage: limited(alert, 'message', 255),
  };
}

function prompt(validation: Omit<DataValidation, 'range'>): JsonObject {
  return {
    showPrompt: validation.showInputMessage ?? false,
    title: validation.inputTitle ?? '',
    message: validation.inputMessage ?? '',
  };
}

function readPrompt(message: ArgumentRecord): Partial<DataValidation> {
  return {
    showInputMessage: asBoolean(message['showPrompt'] ?? true),
    inputTitle: limited(message, 'title', 32),
    inputMessage: limited(message, 'message', 255),
  };
}

/** Excel's limits: 32 characters for a title and 255 for a message. */
function limited(record: ArgumentRecord, name: string, most: number): string {
  const text = asText(record[name] ?? '');
  if (text.length > most) throw invalidArgument(`${name} has at most ${most} characters.`);
  return text;
}
