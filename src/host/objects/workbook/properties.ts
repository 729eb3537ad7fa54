import type { WorkbookProperties } from '../../workbook/model/data';
import type { WorkbookModel } from '../../workbook/model/workbook';
import { asText } from '../core/arguments';
import type { ObjectClass, ValueMember } from '../core/object';

type TextProperty = {
  [K in keyof WorkbookProperties]-?: WorkbookProperties[K] extends string | undefined ? K : never;
}[keyof WorkbookProperties];

function text(property: TextProperty): ValueMember<WorkbookModel> {
  return {
    kind: 'value',
    get: (workbook) => workbook.data.properties?.[property] ?? '',
    set: (workbook, value) => {
      workbook.data.properties = { ...workbook.data.properties, [property]: asText(value) };
    },
  };
}

/** `Excel.DocumentProperties`, under the names that the file gives them. */
export const propertiesClass: ObjectClass<WorkbookModel> = {
  name: 'DocumentProperties',
  since: '1.7',
  members: {
    title: text('title'),
    subject: text('subject'),
    author: text('creator'),
    keywords: text('keywords'),
    comments: text('description'),
    category: text('category'),
    manager: text('manager'),
    company: text('company'),
    lastAuthor: { kind: 'value', get: (workbook) => workbook.data.properties?.lastModifiedBy ?? '' },
    creationDate: { kind: 'value', get: (workbook) => workbook.data.properties?.created?.toISOString() ?? null },
  },
};
