import { parseJson, type Json } from '../../wire/protocol';
import type { WorkbookModel } from '../../workbook/model/workbook';
import { ApiObject } from '../core/apiObject';
import { isList, isRecord, type Argument } from '../core/arguments';
import { bind, orNotFound, type HostObject, type ObjectClass } from '../core/object';
import { invalidArgument } from '../core/refusal';

class SettingTarget {
  constructor(
    readonly workbook: WorkbookModel,
    readonly key: string,
  ) {}
}

/** `Excel.Setting`: a value of the add-in that is saved in the workbook. */
export const settingClass: ObjectClass<SettingTarget> = {
  name: 'Setting',
  since: '1.4',
  identity: ({ key }) => ({ _Id: key }),
  members: {
    key: { kind: 'value', get: ({ key }) => key },
    value: {
      kind: 'value',
      get: ({ workbook, key }) => toJson(workbook.settings.get(key)),
      set: ({ workbook, key }, value) => {
        workbook.settings.set(key, plain(value));
      },
    },
    delete: {
      kind: 'method',
      call: ({ workbook, key }) => {
        workbook.settings.delete(key);
      },
    },
  },
};

/** `Excel.SettingCollection`. */
export const settingsClass: ObjectClass<WorkbookModel> = {
  name: 'SettingCollection',
  since: '1.4',
  items: (workbook) => [...workbook.settings.keys()].map((key) => bind(settingClass, new SettingTarget(workbook, key))),
  item: (workbook, given) => orNotFound(find(workbook, given.text(0))),
  members: {
    add: {
      kind: 'method',
      // Adding what is there already replaces its value.
      call: (workbook, given) => {
        const key = given.text(0);
        workbook.settings.set(key, plain(given.at(1)));
        return bind(settingClass, new SettingTarget(workbook, key));
      },
    },
    getCount: { kind: 'method', call: (workbook) => workbook.settings.size },
    getItemOrNullObject: { kind: 'method', call: (workbook, given) => find(workbook, given.text(0)) },
  },
};

function find(workbook: WorkbookModel, key: string): HostObject | null {
  return workbook.settings.has(key) ? bind(settingClass, new SettingTarget(workbook, key)) : null;
}

function toJson(value: unknown): Json {
  return parseJson(JSON.stringify(value ?? null));
}

function plain(value: Argument): Json {
  if (value instanceof ApiObject) throw invalidArgument();
  if (isList(value)) return value.map(plain);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
  return value;
}
