import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import type { CellContent } from '../../../src/forms/grid/plan';
import {
  oldSealChanges as sealChanges,
  oldSealOf as sealOf,
  overUnits,
  shortDigest,
} from '../../../src/forms/seal/seal';
import { isDefaultSetting, SEAL_SECTIONS, type SealUnit } from '../../../src/forms/seal/content';
import { layoutSealRecord, readSeal } from '../../../src/forms/seal/record';
import { isSealRecord } from '../../../src/forms/seal/recordSheet';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import type { SnapshotValue } from '../../../src/forms/grid/snapshot';

const QUARTER = '2020Q3';
const unit = (section: SealUnit['section'], object: string, text: string): SealUnit => ({ section, object, text });
const units = fc.uniqueArray(
  fc.record({ section: fc.constantFrom(...SEAL_SECTIONS), object: fc.string({ minLength: 1 }), text: fc.string() }),
  { selector: ({ section, object }) => `${section}\n${object}`, minLength: 1, maxLength: 12 },
);

/** The sheet that a plan makes. */
function made(cells: readonly (readonly CellContent[])[]): SheetGrid {
  const values = cells.map((line) =>
    line.map((content): SnapshotValue => (typeof content === 'object' ? '' : content)),
  );
  return SheetGrid.of({
    name: '封存记录',
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: values.length, columns: 4 },
    values,
    formulas: values,
    numberFormats: [],
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  });
}

describe('digests', () => {
  test('of the same content in any order are the same, and nothing is named', async () => {
    await fc.assert(
      fc.asyncProperty(units, async (all) => {
        const [sealed, again] = [await sealOf(QUARTER, all), await sealOf(QUARTER, [...all].reverse())];
        expect(again.full).toBe(sealed.full);
        expect(sealChanges(sealed, again, all)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('of any one text changed, added or taken away name exactly that one', async () => {
    await fc.assert(
      fc.asyncProperty(units, fc.nat(), async (all, seed) => {
        const at = seed % all.length;
        const touched = all[at];
        if (touched === undefined) return;
        const { section, object } = touched;
        const sealed = await sealOf(QUARTER, all);
        const changed = all.map((each, i) => (i === at ? { ...each, text: `${each.text}1` } : each));
        const now = await sealOf(QUARTER, changed);
        expect(sealChanges(sealed, now, changed)).toMatchObject([{ section, object, kind: '已改动' }]);
        expect(now.full).not.toBe(sealed.full);
        const others = all.filter((_, i) => i !== at);
        const without = await sealOf(QUARTER, others);
        expect(sealChanges(sealed, without, others)).toMatchObject([{ section, object, kind: '封存后删除' }]);
        expect(sealChanges(without, sealed, all)).toMatchObject([{ section, object, kind: '封存后增加' }]);
      }),
      { numRuns: 50 },
    );
  });

  test('are SHA-256: that of all follows from those of the units', async () => {
    const { units: digested, full } = await sealOf(QUARTER, [unit('审定', '办公室 张三', 'abc')]);
    expect(digested[0]?.digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect((await overUnits(1, QUARTER, digested)).full).toBe(full);
    expect((await overUnits(1, '2020Q4', digested)).full).not.toBe(full);
    expect(shortDigest(digested[0]?.digest ?? '')).toBe('BA78-16BF-8F01-CFEA');
  });

  test('a setting that an older seal does not know is named only where it departs from the program’s own value', async () => {
    const sealed = await sealOf(QUARTER, []);
    const own = [unit('考核设置', '“好”等次比例上限（%）', JSON.stringify(DEFAULT_SETTINGS.quotaPercent))];
    expect(own.every(isDefaultSetting)).toBe(true);
    expect(sealChanges(sealed, await sealOf(QUARTER, own), own)).toEqual([]);
    const other = [unit('考核设置', '“好”等次比例上限（%）', '50')];
    expect(sealChanges(sealed, await sealOf(QUARTER, other), other)).toHaveLength(1);
  });
});

describe('封存记录', () => {
  const content = [unit('分数', '办公室 张三 2020年7月', '90 90'), unit('审定', '办公室 张三', '好')];

  test('gives back the seal that was laid out, and is known as the program’s own', async () => {
    const seal = await sealOf(QUARTER, content);
    const plan = layoutSealRecord(seal, new Map());
    const grid = made(plan?.blocks[0]?.cells ?? []);
    expect(isSealRecord(grid)).toBe(true);
    expect(readSeal([grid], QUARTER)).toEqual(seal);
    expect(readSeal([grid], '2020Q4')).toBeNull();
    expect(layoutSealRecord(seal, new Map([[grid.name, grid]]))).toBeNull();
  });

  test('keeps the seals of other quarters as they are', async () => {
    const first = await sealOf(QUARTER, content);
    const before = made(layoutSealRecord(first, new Map())?.blocks[0]?.cells ?? []);
    const second = await sealOf('2020Q4', content.slice(1));
    const plan = layoutSealRecord(second, new Map([[before.name, before]]));
    const cells = plan?.blocks[0]?.cells ?? [];
    const after = made(cells.map((line, r) => line.map((cell, c) => cell ?? String(before.value(r, c)))));
    expect(readSeal([after], QUARTER)).toEqual(first);
    expect(readSeal([after], '2020Q4')).toEqual(second);
  });
});
