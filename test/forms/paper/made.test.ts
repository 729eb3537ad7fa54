import { layoutWeeklyRecord } from '../../../src/forms/records/layoutWeekly';
import { emptyFiling, layoutFiling } from '../../../src/forms/records/layoutFiling';
import type { FormHeader, FormLayout } from '../../../src/forms/grid/formSketch';
import { heightFor } from '../../../src/forms/grid/rowHeights';
import { MARGINS, officeInput } from '../../../src/forms/grid/plan';

const header: FormHeader = {
  department: '对外投资和经济合作科',
  displayName: '阿卜杜热合曼·买买提吐尔逊',
  position: '党组成员、副局长兼办公室主任，一级调研员',
  since: '2018年3月',
};
const weekly = { header, from: '2020-07-06', to: '2020-07-10', tasks: [] };
const at = { sheet: '附件', row: 0 };

/** Points of a form, top to bottom; later steps overrule earlier ones. */
function heightOf({ formats, rows }: FormLayout): number {
  const heights = Array.from({ length: rows }, () => 0);
  for (const { area, rowHeight } of formats)
    if (rowHeight !== undefined) heights.fill(rowHeight, area.row, area.row + area.rows);
  return heights.reduce((sum, height) => sum + height, 0);
}

/** What 公文边距 leaves of an A4 page, in points. */
const PAGE = ((297 - MARGINS.公文边距.top - MARGINS.公文边距.bottom) / 25.4) * 72;

test.each([
  ['附件1', layoutWeeklyRecord(weekly, at)],
  ['附件2', layoutFiling(emptyFiling(header, '2020-07'), at)],
])('an empty %s is no taller than its page at full size, whoever it is for', (_, layout) => {
  const height = heightOf(layout);
  expect(height).toBeLessThan(PAGE);
  // Nor does it leave much of the page free.
  expect(height).toBeGreaterThan(PAGE * 0.9);
});

test('forms stand in any row, with all that belongs to them', () => {
  const top = layoutFiling(emptyFiling(header, '2020-07'), at);
  const below = layoutFiling(emptyFiling(header, '2020-07'), { sheet: '附件', row: 24 });
  const moved = <T extends { readonly row: number }>(areas: readonly T[]) =>
    areas.map((area) => ({ ...area, row: area.row + 24 }));
  expect(below.merges).toEqual(moved(top.merges));
  expect(below.blocks).toEqual(moved(top.blocks));
  expect(below.formats.map(({ area }) => area)).toEqual(moved(top.formats.map(({ area }) => area)));
  expect(below.validations.map(({ area }) => area)).toEqual(moved(top.validations.map(({ area }) => area)));
});

test('more tasks than printed rows lengthen the form', () => {
  const tasks = Array.from({ length: 15 }, (_, i) => ({ progress: `任务${i}`, completion: '', finished: '' }));
  const layout = layoutWeeklyRecord({ ...weekly, tasks }, at);
  expect(layout.rows).toBe(22);
  expect(layout.blocks[0]?.cells[20]?.slice(1, 3)).toEqual([15, '任务14']);
  expect(layout.blocks[0]?.cells[21]?.[0]).toBe('备注：此表每月底交局人事科存档');
});

test('rows grow with their texts, up to what Excel allows', () => {
  expect(heightFor('短', 216, 36)).toBe(36);
  expect(heightFor('一'.repeat(54), 216, 36)).toBe(3 * 15.75 + 6);
  expect(heightFor('一\n二\n三', 216, 36)).toBe(3 * 15.75 + 6);
  expect(heightFor('abcd '.repeat(6), 216, 18)).toBe(18);
  expect(heightFor('abcd '.repeat(7), 216, 18)).toBe(2 * 15.75 + 6);
  expect(heightFor('长'.repeat(5000), 216, 36)).toBe(409);
});

test.each(['=1+1', '+86', '-5', '@全体', "'引号", ' =1', '＝1', '８５', '2018.03', '5/1', 'Jan 5', 'TRUE', '１月'])(
  'the text %p is given to Excel as text',
  (text) => {
    expect(officeInput(text, 0)).toBe(`'${text}`);
  },
);

test.each(['外贸科', '一月', 'A科', '第1季度', '完成5项'])('the text %p needs no apostrophe', (text) => {
  expect(officeInput(text, 0)).toBe(text);
});
