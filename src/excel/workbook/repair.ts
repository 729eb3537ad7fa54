import { restoreInput } from '../../forms/grid/plan';
import type { SnapshotValue } from '../../forms/grid/snapshot';
import { writtenSheets } from './standing';
import type { Step } from './step';
import { foreignOn, insertionsThere, type Contents, type Found } from './takeBack';

/** A sheet that somebody changed between the last look and the request that took a step back. */
export interface Overtaken extends Found {
  /** What it held at the last look; `contents` is what it held in that request. */
  readonly before: Contents;
}

/**
 * Puts back what stood on sheets when a step was taken back over somebody's change: rows that went, cells that were
 * written, and what was typed on a sheet that went. One sync.
 */
export async function repair(context: Excel.RequestContext, step: Step, sheets: readonly Overtaken[]): Promise<void> {
  const { worksheets } = context.workbook;
  for (const found of sheets) {
    if (step.made.has(found.name)) {
      const foreign = foreignOn(step, found);
      // A sheet with something of somebody's at the last look was kept.
      if (foreign.length === 0 || foreignOn(step, { ...found, contents: found.before }).length > 0) continue;
      const sheet = worksheets.add(found.name);
      for (const at of foreign) put(sheet, at, found.contents.get(at) ?? '');
      continue;
    }
    const sheet = found.worksheet;
    for (const plan of writtenSheets(step.plan).filter((each) => each.sheet === found.name)) {
      const there = insertionsThere(step, plan, found.before) ?? 0;
      const rows = new Set<number>();
      for (const { above, count } of plan.insertRows.slice(0, there)) {
        sheet.getRange(`${above + 1}:${above + count}`).insert('Down');
        for (let i = 0; i < count; i++) rows.add(above + i);
      }
      for (const [at, value] of found.contents) if (rows.has(Number(at.split(',')[0]))) put(sheet, at, value);
      for (const { row, column, cells } of plan.blocks) {
        cells.forEach((line, r) =>
          line.forEach((content, c) => {
            const at = `${row + r},${column + c}`;
            if (content !== null) put(sheet, at, found.contents.get(at) ?? '');
          }),
        );
      }
    }
  }
  await context.sync();
}

function put(sheet: Excel.Worksheet, at: string, value: SnapshotValue): void {
  const [row = 0, column = 0] = at.split(',').map(Number);
  sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[restoreInput(value)]];
}
