import type { Problem } from '../forms/grid/problem';

/** Problems of saving. */
export const problem = {
  savingLoses: (sheet: string | null, what: string): Problem => ({
    severity: 'warning',
    code: 'SAVING_LOSES',
    sheet,
    cell: null,
    message: `${sheet === null ? '工作簿' : sheet}：另存的文件不能保留${what}；原文件不受影响`,
  }),
};
