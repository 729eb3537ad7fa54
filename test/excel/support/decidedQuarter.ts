import { applyPlan } from '../../../src/excel';
import type { Preview } from '../../../src/excel/commands/preview';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { goldenPeople } from '../../forms/support/golden';
import { GOLDEN, inExcel, openFixture, runReview, sheetOf } from './workbooks';

/** The golden quarter's 审定表. */
export const REVIEW = '2020年第三季度审定表';
export const PEOPLE = 19;
/** Columns of the 审定表. */
export const [DEPARTMENT, NAME, POSITION, DECISION] = [1, 2, 3, 16] as const;

/** The golden quarter, reviewed, with the group's decisions typed in; none for people who are not assessed here. */
export async function decided(without: readonly string[] = []): Promise<WorkbookModel> {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const sheet = sheetOf(workbook, REVIEW);
  const plain = (text: unknown) => String(text).replace(/\s/g, '');
  for (let row = 4; row < 4 + PEOPLE; row++) {
    const person = goldenPeople().find(
      ({ department, name }) =>
        department === sheet.value(row, DEPARTMENT) && plain(name) === plain(sheet.value(row, NAME)),
    );
    const grade = person?.suggestedGrade ?? '';
    if (!without.includes(person?.name ?? '') && grade !== '由外单位考核' && grade !== '不参加考核') {
      sheet.input(row, DECISION, grade);
    }
  }
  return workbook;
}

/** Gives a command and confirms its preview. */
export async function confirmed<P extends Preview>(workbook: WorkbookModel, command: () => Promise<P>): Promise<P> {
  return inExcel(workbook, async () => {
    const preview = await command();
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}
