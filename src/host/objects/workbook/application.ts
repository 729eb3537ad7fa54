import type { CalculationMode, WorkbookModel } from '../../workbook/model/workbook';
import { asChoice } from '../core/arguments';
import type { ObjectClass } from '../core/object';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const satisfies readonly CalculationMode[];

/**
 * `Excel.Application`. This host values a formula when somebody reads it, never while a batch writes, so that there is
 * nothing to suspend until the next sync.
 */
export const applicationClass: ObjectClass<WorkbookModel> = {
  name: 'Application',
  members: {
    calculationMode: {
      kind: 'value',
      get: (workbook) => workbook.calculationMode,
      set: (workbook, value) => {
        workbook.calculationMode = asChoice(value, MODES);
      },
    },
    calculationState: { kind: 'value', since: '1.9', get: () => 'Done' },
    calculate: {
      kind: 'method',
      call: (workbook, given, { state }) => {
        state.stale.clear();
        const kind = given.choice(0, ['Recalculate', 'Full', 'FullRebuild']);
        // What changed is calculated when somebody reads it.
        if (kind === 'Recalculate') return undefined;
        workbook.doubtAll();
        return workbook.calculate([], true);
      },
    },
    suspendApiCalculationUntilNextSync: {
      kind: 'method',
      since: '1.6',
      call: (_workbook, _given, { state }) => {
        state.isSuspended = true;
      },
    },
    suspendScreenUpdatingUntilNextSync: { kind: 'method', since: '1.9', call: () => undefined },
  },
};
