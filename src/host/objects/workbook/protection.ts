import type { WorkbookModel } from '../../workbook/model/workbook';
import { isStructureProtected } from '../cells/permission';
import type { ObjectClass } from '../core/object';
import { invalidOperation } from '../core/refusal';

/** `Excel.WorkbookProtection`: guards which sheets there are, not what is in them. */
export const workbookProtectionClass: ObjectClass<WorkbookModel> = {
  name: 'WorkbookProtection',
  since: '1.7',
  members: {
    protected: { kind: 'value', get: isStructureProtected },
    protect: {
      kind: 'method',
      call: (workbook) => {
        if (isStructureProtected(workbook)) throw invalidOperation('The workbook is protected already.');
        workbook.data.workbookProtection = { ...workbook.data.workbookProtection, lockStructure: true };
      },
    },
    unprotect: {
      kind: 'method',
      call: (workbook) => {
        workbook.data.workbookProtection = { ...workbook.data.workbookProtection, lockStructure: false };
      },
    },
  },
};
