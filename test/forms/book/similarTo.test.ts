/** A name that nobody has: whom it may mean is asked wherever a sheet names somebody. */
import { readState } from '../../../src/excel/reading/workbookState';
import { all, inExcel, scoreSheet, workbookOf } from '../../excel/support/workbooks';

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
  [1, '市商务局', '办公室', '卫涛', '科长', '', '公务员'],
  [2, '市商务局', '外贸科', '卫平', '科员', '', '公务员'],
  [3, '市商务局', '外贸科', '赵敏', '科员', '', '公务员'],
];
const SCORES = scoreSheet('2020年7月', [
  ['办公室', '卫槎', ...all(90)],
  ['外贸科', '卫平', ...all(88)],
  ['外贸科', '赵敏', ...all(80)],
]);

async function told(code: string, sheets: Parameters<typeof workbookOf>[0]): Promise<string[]> {
  const workbook = workbookOf(sheets);
  const { problems } = await inExcel(workbook, () => readState({ today: '2020-08-10' }));
  return problems.filter((problem) => problem.code === code).map(({ message }) => message);
}

test('on a score sheet the one of the same 科室 who is missing is asked for; nothing is applied', async () => {
  const [message, ...others] = await told('NOT_ON_ROSTER', { 人员名册: ROSTER, '7月': SCORES });
  expect(message).toContain('“卫槎”不在花名册，是否为卫涛？已按一人计入');
  expect(others).toEqual([]);
});

const REGISTER = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];

test('in 特殊情形登记 a similar name of the same 科室 is asked for, of another only where that has none', async () => {
  const sheets = (department: string, name: string) => ({
    人员名册: ROSTER,
    特殊情形登记: [REGISTER, [department, name, '试用期', '2020-07-01', '2020-12-31', '', '', '', '', '']],
  });
  const code = 'CIRCUMSTANCE_UNKNOWN_PERSON';
  expect(await told(code, sheets('外贸科', '卫评'))).toEqual([
    expect.stringContaining('“外贸科卫评”不在花名册和测评表上，是否为卫平？这一行未采用；请核对科室和姓名'),
  ]);
  expect(await told(code, sheets('人事科', '赵民'))).toEqual([expect.stringContaining('是否为赵敏？这一行未采用')]);
  expect(await told(code, sheets('人事科', '诸葛亮'))).toEqual([
    expect.stringContaining('“人事科诸葛亮”不在花名册和测评表上，这一行未采用'),
  ]);
});
