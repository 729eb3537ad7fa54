/** Workbooks from the field, each with one thing that added a person, or lost one, without a word. */
import { join } from 'node:path';
import { check, type Reading } from '../../src/excel';
import { inExcel, openFixture } from '../excel/support/workbooks';

const reading = async (name: string): Promise<Reading> =>
  inExcel(await openFixture(join(__dirname, '../fixtures/reading', `${name}.xlsx`)), () =>
    check({ quarter: '2020Q3' }),
  );

const FIVE = ['王建国', '李晓梅', '张三', '赵敏', '孙伟'];
const names = ({ book }: Reading) => book.people.map(({ name }) => name);
const of = ({ problems }: Reading, code: string) => problems.filter((problem) => problem.code === code);
const warnings = ({ problems }: Reading) => problems.filter(({ severity }) => severity !== 'note');

test.each([
  ['invisible-one-month', FIVE],
  ['pdf-radicals', ['马超', '黄丽', '高明', '李强', '葛辉']],
  ['rare-characters', ['𠮷田', '张㛃', '王䶮', '李𬀩', '赵🐎']],
  ['names-annotated', FIVE],
  ['full-marks-row', FIVE],
  ['subtotal-rows', FIVE],
  ['listobject-totals-cached-excel', FIVE],
  ['blank-columns-name-newline', FIVE],
  ['roster-two-columns', FIVE],
])('%s: five people, and nothing to warn of', async (name, people) => {
  const found = await reading(name);
  expect(names(found)).toEqual(people);
  for (const month of ['2020-07', '2020-08', '2020-09']) expect(found.book.months.get(month)?.size).toBe(5);
  // One of the workbooks has a hidden column besides.
  expect(warnings(found).filter(({ code }) => code !== 'HIDDEN_CELLS')).toEqual([]);
});

test('characters beyond the basic plane are characters like any other', async () => {
  const codes = (await reading('rare-characters')).problems.map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['LABELS_READ', 'RECORDS_NONE']));
});

test('whoever is written with something beside the name is named in a note', async () => {
  const found = of(await reading('names-annotated'), 'NAME_BESIDE');
  expect(found).toHaveLength(10);
  expect(found[0]).toMatchObject({ severity: 'note', cell: 'A5' });
  expect(found[0]?.message).toContain('“王建国（借调）”按王建国处理');
});

test('rows that are nobody are listed with their words', async () => {
  expect(of(await reading('full-marks-row'), 'ROWS_SKIPPED')[0]?.message).toContain('第5行“满分”');
  const [skipped] = of(await reading('subtotal-rows'), 'ROWS_SKIPPED');
  for (const word of ['办公室平均', '外贸科小计', '去掉最高分', '优秀线', '制表人'])
    expect(skipped?.message).toContain(word);
});

test('people across columns: nothing is recognised, and what came nearest is named', async () => {
  const found = await reading('transposed');
  expect(found.book.forms).toEqual([]);
  expect(of(found, 'NOTHING_FOUND')[0]?.message).toContain('A5:A11：7项指标中的7项自上而下排列');
  expect(of(found, 'SHEET_NEAR')).toHaveLength(3);
});

test('without a roster, each month names whom the others have', async () => {
  const found = of(await reading('person-missing-months'), 'PERSON_MISSING');
  expect(found.map(({ sheet, message }) => [sheet, message.includes('孙伟')])).toEqual([
    ['2020年8月测评表', true],
    ['2020年9月测评表', true],
  ]);
});

test('weights written on rater lines are not used, and what they would give is said', async () => {
  const found = of(await reading('rater-group-weights'), 'RATER_WEIGHTS_UNUSED');
  expect(found.map(({ sheet, severity }) => [sheet, severity])).toEqual([
    ['2020年7月领导', 'warning'],
    ['2020年8月领导', 'warning'],
    ['2020年9月领导', 'warning'],
  ]);
  expect(found[0]?.message).toContain('（领导60%、群众40%），没有采用');
  expect(found[0]?.message).toContain('王建国83.5分');
});

test('formulas that read themselves are named as such, and give no score', async () => {
  const found = await reading('circular-array');
  expect(of(found, 'CIRCULAR')).toMatchObject([{ severity: 'warning', sheet: '2020年7月测评表' }]);
  expect(of(found, 'CIRCULAR')[0]?.message).toMatch(/循环引用：.*I5.*B6/);
  expect(of(found, 'CELL_ERROR')).toMatchObject([{ cell: 'B6', severity: 'error' }]);
  expect(found.problems.filter(({ message }) => message.includes('#REF!'))).toEqual([]);
});
