import { onSheet, onWorkbook } from '../grid/problems';

/** What stands in the way of a correction. */
export const problem = {
  correctionProtected: onSheet('error', 'CORRECTION_PROTECTED', () => '工作表受保护，未作更正；请先取消保护再更正'),
  correctionGone: onWorkbook(
    'error',
    'CORRECTION_GONE',
    (count: number) => `${count}处更正所针对的内容已经改动，未作更正；请重新列出后再选`,
  ),
};
