import type { Json } from '../../wire/protocol';
import type { DefinedName } from '../../workbook/model/data';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { isDefinedName } from '../cells/definedNames';
import { valueType } from '../cells/edits';
import { FORMULA_LIMIT, isWellFormed } from '../cells/formulaSyntax';
import { absoluteAddress, rangeOfName } from '../cells/lookup';
import { evaluate } from '../cells/scratch';
import { asBoolean, asText, objectOf, type Argument } from '../core/arguments';
import { bind, orNotFound, rangeObject, worksheetObject, type HostObject, type ObjectClass } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemAlreadyExists } from '../core/refusal';

/** The names of a workbook, or those of one of its sheets. */
export class NameScope {
  constructor(
    readonly workbook: WorkbookModel,
    readonly sheet: SheetModel | undefined,
  ) {}

  get names(): DefinedName[] {
    return this.workbook.data.namedRanges.filter((name) => name.scope === this.sheet?.name);
  }

  find(name: string): DefinedName | undefined {
    return this.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }
}

class NameTarget {
  constructor(
    readonly scope: NameScope,
    readonly name: DefinedName,
  ) {}

  get range(): RangeRef | undefined {
    return rangeOfName(this.scope.workbook, this.name);
  }
}

/** `Excel.NamedItem`. */
export const nameClass: ObjectClass<NameTarget> = {
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name.name }),
  members: {
    name: { kind: 'value', get: ({ name }) => name.name },
    type: { kind: 'value', get: async (target) => (target.range ? 'Range' : typeWord(await valueOf(target))) },
    value: { kind: 'value', get: valueOf },
    formula: {
      kind: 'value',
      since: '1.7',
      get: ({ name }) => `=${name.range}`,
      set: ({ name, scope }, value) => {
        name.range = formulaText(asText(value));
        scope.workbook.nameChanged(name);
      },
    },
    visible: {
      kind: 'value',
      get: ({ name }) => name.hidden !== true,
      set: ({ name }, value) => {
        name.hidden = !asBoolean(value);
      },
    },
    comment: {
      kind: 'value',
      since: '1.4',
      get: ({ name }) => name.comment ?? '',
      set: ({ name }, value) => {
        name.comment = asText(value);
      },
    },
    scope: { kind: 'value', since: '1.4', get: ({ scope }) => (scope.sheet ? 'Worksheet' : 'Workbook') },
    worksheet: { kind: 'object', since: '1.4', get: (target) => orNotFound(sheetOf(target)) },
    worksheetOrNullObject: { kind: 'object', since: '1.4', get: sheetOf },
    getRange: { kind: 'method', call: (target) => orNotFound(rangeOf(target)) },
    getRangeOrNullObject: { kind: 'method', since: '1.4', call: rangeOf },
    delete: {
      kind: 'method',
      since: '1.4',
      call: ({ scope, name }) => {
        const { data } = scope.workbook;
        data.namedRanges = data.namedRanges.filter((one) => one !== name);
        scope.workbook.nameChanged(name);
      },
    },
  },
};

/** `Excel.NamedItemCollection`. */
export const namesClass: ObjectClass<NameScope> = {
  name: 'NamedItemCollection',
  items: (scope) => scope.names.map((name) => bind(nameClass, new NameTarget(scope, name))),
  item: (scope, given) => orNotFound(itemOf(scope, given.text(0))),
  members: {
    add: {
      kind: 'method',
      since: '1.4',
      call: (scope, given) => add(scope, given.text(0), given.at(1), given.textOr(2, undefined)),
    },
    getCount: { kind: 'method', since: '1.4', call: (scope) => scope.names.length },
    getItemOrNullObject: { kind: 'method', since: '1.4', call: (scope, given) => itemOf(scope, given.text(0)) },
  },
};

function itemOf(scope: NameScope, name: string): HostObject | null {
  const found = scope.find(name);
  return found ? bind(nameClass, new NameTarget(scope, found)) : null;
}

function add(scope: NameScope, text: string, reference: Argument, comment: string | undefined): HostObject {
  if (!isDefinedName(text)) throw invalidArgument(`${text} is no name.`);
  if (scope.find(text)) throw itemAlreadyExists(text);
  const name: DefinedName = {
    name: text,
    range: contentOf(reference),
    ...(scope.sheet && { scope: scope.sheet.name }),
    ...(comment !== undefined && { comment }),
  };
  scope.workbook.data.namedRanges.push(name);
  scope.workbook.nameChanged(name);
  return bind(nameClass, new NameTarget(scope, name));
}

/** What a new name stands for, as a formula without `=`. */
function contentOf(reference: Argument): string {
  const range = objectOf(reference, RangeRef);
  if (range) return absoluteAddress(range);
  if (typeof reference === 'number') return String(reference);
  if (typeof reference === 'boolean') return reference ? 'TRUE' : 'FALSE';
  const text = asText(reference);
  return text.startsWith('=') ? formulaText(text) : `"${text.replaceAll('"', '""')}"`;
}

function formulaText(formula: string): string {
  const isFormula = formula.startsWith('=') && formula.length <= FORMULA_LIMIT && isWellFormed(formula);
  if (!isFormula) throw invalidArgument(`Excel cannot read the formula ${formula}.`);
  return formula.slice(1);
}

/** A range's address, or the value of the constant or formula. */
async function valueOf(target: NameTarget): Promise<Json> {
  if (target.range) return target.name.range;
  const home = target.scope.sheet ?? target.scope.workbook.sheets[0];
  return home ? evaluate(home, target.name.range) : null;
}

function typeWord(value: Json): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'string' || typeof value === 'boolean'
    ? valueType(value).replace('Empty', 'String')
    : 'Error';
}

function sheetOf({ scope }: NameTarget): HostObject | null {
  return scope.sheet ? worksheetObject(scope.sheet) : null;
}

function rangeOf(target: NameTarget): HostObject | null {
  const { range } = target;
  return range ? rangeObject(range) : null;
}
