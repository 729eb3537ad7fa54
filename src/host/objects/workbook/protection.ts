import type { WorkbookModel } from '../../workbook/model/workbook';
import type { ObjectClass } from '../core/object';
import { accessDenied, invalidOperation } from '../core/refusal';

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

function isStructureProtected(workbook: WorkbookModel): boolean {
  return workbook.data.workbookProtection?.lockStructure === true;
}

/** Refuses to add, delete, rename, move, hide or copy sheets of a protected workbook. */
export function requireStructureUnprotected(workbook: WorkbookModel): void {
  if (isStructureProtected(workbook)) throw accessDenied();
}
