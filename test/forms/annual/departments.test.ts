import { reviewQuarter } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { departmentGrades } from '../../../src/forms/annual/departments';
import { tallyOf } from '../../../src/forms/review/tally';
import { NO_SPECIAL_RULES } from '../../assessment/support/byTheNotice';
import { reviewSheetOf, type ReviewText } from '../support/reviewSheet';
import { read, roster, sheet, type Cell } from '../support/sheets';

const all = (score: Cell): Cell[] => Array.from({ length: 7 }, () => score);
const scores = (month: string) =>
  sheet(`${month}测评表`, [
    ['公务员平时（每月）考核测评表'],
    [`2020年${month}`],
    ['科室', '姓名', '政治品质', '工作作风', '廉洁自律', '学习指标', '业务经办指标', '目标实施指标', '争先创优指标'],
    ['外贸科', '王强', ...all(90)],
    ['外贸科', '李军', ...all(80)],
    ['办公室', '赵敏', ...all(70)],
    ['办公室', '孙伟', ...all(null)],
  ]);

function graded(lines: readonly ReviewText[] | null): { readonly by: string; readonly rows: string[] } {
  const people = [['外贸科', '王强'], ['外贸科', '李军'], ['办公室', '赵敏'], ['办公室', '孙伟']] as const; // prettier-ignore
  const book = read([roster(...people), ...['7月', '8月', '9月'].map(scores)], { quarter: '2020Q3' });
  const review = reviewQuarter('2020Q3', book.quarter('2020Q3'), DEFAULT_SETTINGS, NO_SPECIAL_RULES);
  const sheetLines = lines === null ? null : reviewSheetOf(lines).lines;
  const { by, departments } = departmentGrades(sheetLines, review);
  // What is shown by 科室 adds up to what the pages count.
  const tally = tallyOf(sheetLines, review, DEFAULT_SETTINGS);
  for (const { grade, people: count } of tally.grades) {
    const sum = departments
      .flatMap(({ grades }) => grades.filter((each) => each.grade === grade))
      .reduce((total, each) => total + each.people, 0);
    expect(sum).toBe(count);
  }
  expect(by).toBe(tally.by);
  const rows = departments.map(
    ({ department, people: count, grades, mean }) =>
      `${department} ${count} ${grades.map(({ grade, people: of }) => `${grade ?? '无'}${of}`).join(' ')} ${mean?.toString() ?? '-'}`,
  );
  return { by, rows };
}

test('before anything is decided each 科室 shows what is suggested', () => {
  const expected = { by: '建议等次', rows: ['外贸科 2 好1 较好1 85', '办公室 2 一般1 无1 70'] };
  expect(graded(null)).toEqual(expected);
  expect(graded([{ name: '王强' }])).toEqual(expected);
});

test('once somebody is decided the decisions count, and who is not decided has no grade yet', () => {
  expect(
    graded([
      { name: '王强', decision: '较好' },
      { name: '李军' },
      { department: '办公室', name: '赵敏', decision: '不确定等次' },
      { department: '办公室', name: '孙伟', decision: '较差' },
    ]),
  ).toEqual({ by: '审定等次', rows: ['外贸科 2 较好1 无1 85', '办公室 2 较差1 不确定等次1 70'] });
});

test('who stands on the 审定表 alone counts in the 科室 written there, with the mean written there', () => {
  const { rows } = graded([
    { name: '王强', decision: '好' },
    { department: '综 合 科', name: '周丽', decision: '好', mean: 88.5 },
    { department: '综合科', name: '吴昊', decision: '较好' },
  ]);
  expect(rows).toEqual(['外贸科 1 好1 90', '综合科 2 好1 较好1 88.5']);
});
