import { applyPlan } from '../../../src/excel';
import type { Preview } from '../../../src/excel/commands/preview';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { goldenPeople } from '../../forms/support/golden';
import { ReviewPage } from './reviewPage';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { GOLDEN, inExcel, opened, openFixture, runReview } from './workbooks';

/** The golden quarter, reviewed once for all tests of a file, which take a copy each. */
let reviewed: Promise<Uint8Array> | undefined;

async function review(): Promise<Uint8Array> {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  return saveWorkbook(workbook);
}

/** The list of the group, complete (五·1). */
const GROUP = [
  ['季度', '姓名', '职务', '角色', '类别', '抽取日期', '抽取方法'],
  ['2020年第三季度', '甲局长', '局长', '组长', '局领导', '', ''],
  ['2020年第三季度', '乙局长', '副局长', '副组长', '局领导', '', ''],
  ['2020年第三季度', '丙某', '科长', '成员', '人事科', '', ''],
  ['2020年第三季度', '丁某', '书记', '成员', '机关党委', '', ''],
  ['2020年第三季度', '戊某', '主任', '成员', '办公室', '', ''],
  ['2020年第三季度', '己某', '科长', '成员', '抽取', '2020-10-08', '抽签'],
];

/** The golden quarter, reviewed, with opinions, the group and its decisions typed in; none for people who are not assessed here. */
export async function decided(without: readonly string[] = []): Promise<WorkbookModel> {
  const workbook = await opened(await (reviewed ??= review()));
  const page = ReviewPage.on(workbook);
  for (const { department, name, suggestedGrade } of goldenPeople()) {
    if (suggestedGrade === '由外单位考核' || suggestedGrade === '不参加考核') continue;
    page.type(`${department} ${name}`, 'party', '无意见');
    page.type(`${department} ${name}`, 'discipline', '无意见');
    if (!without.includes(name)) page.type(`${department} ${name}`, 'decision', suggestedGrade);
  }
  const group = workbook.addSheet('考核领导小组');
  GROUP.forEach((line, row) => line.forEach((text, column) => group.input(row, column, text)));
  return workbook;
}

/** The same with a decision for everybody, as a seal needs it. */
export async function decidedAll(): Promise<WorkbookModel> {
  const workbook = await decided();
  const page = ReviewPage.on(workbook);
  for (const who of page.people) if (page.person(who).decision === '') page.type(who, 'decision', '较好');
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
