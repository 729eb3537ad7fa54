import type { Area } from '../../../src/forms/grid/snapshot';
import { annex1, annex2 } from '../support/annexForms';
import { annex3, LI, read, sheet, ZHANG, type Cell } from '../support/sheets';

/** mulberry32: the same damage on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const NONSENSE: readonly Cell[] = [
  ...['', '姓名', '科室：', '附件2', '公务员每周工作记实', '工作任务进度', '完结情况', '2021年13月', '#REF!', '签名：'],
  ...['建议等次：', '备注：x', '序号', '评语', '考核委员会意见', '2020年5月3日---', '张三/李四', '6/7'],
  ...[44319, 0.5, 5.1, true],
];

function damaged(seed: number): { rows: Cell[][]; merged: string[] } {
  const pick = seeded(seed);
  const rows = [...annex1(), [], ...annex2(), ...annex3([ZHANG, LI], { month: '2021年5月' })];
  for (let times = 1 + pick(5); times > 0; times--) {
    const row = pick(rows.length);
    const kind = pick(4);
    if (kind === 0) rows.splice(row, 1);
    else if (kind === 1) rows.splice(row, 0, [...(rows[pick(rows.length)] ?? [])]);
    else
      rows[row] = Object.assign(Array<Cell>(9).fill(null), rows[row], { [pick(6)]: NONSENSE[pick(NONSENSE.length)] });
  }
  return { rows, merged: pick(2) === 0 ? [] : ['A2:E2', 'A6:A18', 'B19:B25', 'A30:E30'] };
}

function overlap(a: Area, b: Area): boolean {
  const rows = a.row < b.row + b.rows && b.row < a.row + a.rows;
  return rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

test('whatever is damaged, nothing is thrown, and 附件1 and 附件2 stand inside the sheet and apart', () => {
  let found = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { rows, merged } = damaged(seed);
    const book = read(sheet(seed % 3 === 0 ? '5月' : '表', rows, { merged }));
    const areas = [...book.weeklyRecords, ...book.filings].map(({ area }) => area);
    found += areas.length;
    for (const [i, area] of areas.entries()) {
      const inside = area.row >= 0 && area.rows > 0 && area.row + area.rows <= rows.length;
      const apart = areas.slice(i + 1).every((other) => !overlap(area, other));
      expect({ seed, inside, apart }).toEqual({ seed, inside: true, apart: true });
    }
  }
  // Two forms each, of which the damage takes a few: losing many would mean that one fault hides a form.
  expect(found).toBeGreaterThan(370);
});
