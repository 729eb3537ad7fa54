import type { WorkbookModel } from '../../workbook/model/workbook';
import { dateSerial } from '../../workbook/values/serial';
import { bind, type ObjectClass } from '../core/object';

/**
 * `Excel.Functions`: worksheet functions called without a cell. The add-in calls one, DATE, which is how it learns the
 * workbook's date system.
 */
export const functionsClass: ObjectClass<WorkbookModel> = {
  name: 'Functions',
  since: '1.2',
  members: {
    date: {
      kind: 'method',
      call: ({ date1904 }, given) => {
        const serial = dateSerial(given.integer(0), given.integer(1), given.integer(2), date1904);
        const result = serial === undefined ? { error: '#NUM!', value: null } : { error: '', value: serial };
        return bind(functionResultClass, result);
      },
    },
  },
};

interface FunctionResult {
  readonly value: number | null;
  readonly error: string;
}

/**
 * `Excel.FunctionResult`.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const functionResultClass: ObjectClass<FunctionResult> = {
  name: 'FunctionResult',
  since: '1.2',
  members: {
    value: { kind: 'value', get: ({ value }) => value },
    error: { kind: 'value', get: ({ error }) => error },
  },
};
