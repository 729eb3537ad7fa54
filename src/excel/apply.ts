import { problem } from '../forms/codes';
import type { CellBlock, Plan, SheetPlan } from '../forms/plan';
import type { Problem } from '../forms/problem';
import { queuePlan, rangeOf } from './write';

/** What it takes to undo a plan: the contents its cells had, and the sheets, names and rows that it added. */
export interface RestoreCopy {
  readonly plan: Plan;
}

export type Applied =
  { readonly ok: true; readonly restore: RestoreCopy } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Writes a previewed plan in one step: two syncs. Refuses when the cells to be written no longer hold what they held at
 * the preview. While the person edits a cell, Excel holds the write back until the edit is finished. When Excel breaks
 * off in the middle, what was written is taken back before the error goes on.
 */
export async function applyPlan(plan: Plan): Promise<Applied> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const changed = await changedSheets(context, plan);
    if (changed.length > 0) return { ok: false, problems: changed.map((sheet) => problem.workbookChanged(sheet)) };
    queuePlan(context, plan);
    try {
      await context.sync();
    } catch (error) {
      // A workbook that cannot even be restored is told by the first error, which is what has to be understood.
      await restore({ plan }).catch(() => undefined);
      throw error;
    }
    return { ok: true, restore: { plan } };
  });
}

/** Takes a plan back, as far as it was carried out: the last step undone. Two syncs. */
export async function restore({ plan }: RestoreCopy): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const names = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    const sheets = [...plan.sheets].reverse().map((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetPlan.sheet);
      return { sheetPlan, sheet };
    });
    for (const object of [...names, ...sheets.map(({ sheet }) => sheet)]) object.load('name');
    await context.sync();
    for (const name of names) if (!name.isNullObject) name.delete();
    for (const { sheetPlan, sheet } of sheets) {
      if (sheet.isNullObject) continue;
      if (sheetPlan.create) sheet.delete();
      else queueRestore(sheet, sheetPlan);
    }
    await context.sync();
  });
}

function queueRestore(sheet: Excel.Worksheet, { blocks, validations, printColumns, insertRows }: SheetPlan): void {
  for (const { row, column, cells, before } of blocks) {
    const formulas = before.map((line, r) => line.map((present, c) => (cells[r]?.[c] === null ? null : present)));
    sheet.getRangeByIndexes(row, column, before.length, before[0]?.length ?? 1).formulas = formulas;
  }
  for (const { area } of validations) rangeOf(sheet, area).dataValidation.clear();
  // Office.js cannot take a print area away; the whole sheet prints what no print area does.
  if (printColumns !== null) sheet.pageLayout.setPrintArea(sheet.getRange());
  for (const { above, count } of insertRows) sheet.getRange(`${above + 1}:${above + count}`).delete('Up');
}

/** Sheets of the plan whose cells hold something else than at the preview. One sync, none when all sheets are new. */
async function changedSheets(context: Excel.RequestContext, plan: Plan): Promise<string[]> {
  const checks = plan.sheets
    .filter(({ create }) => !create)
    .flatMap((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItem(sheetPlan.sheet);
      return sheetPlan.blocks.flatMap((block) =>
        piecesBeforeInsertion(sheetPlan, block).map(({ row, before }) => {
          const range = sheet.getRangeByIndexes(row, block.column, before.length, before[0]?.length ?? 1);
          range.load('formulas');
          return { sheet: sheetPlan.sheet, range, before };
        }),
      );
    });
  if (checks.length === 0) return [];
  await context.sync();
  const changed = checks.filter(({ range, before }) =>
    before.some((line, r) => line.some((present, c) => range.formulas[r]?.[c] !== present)),
  );
  return [...new Set(changed.map(({ sheet }) => sheet))];
}

/** A block's rows where they lie now, before the plan puts rows in; the rows to come hold nothing yet. */
function piecesBeforeInsertion(
  { insertRows }: SheetPlan,
  block: CellBlock,
): { row: number; before: CellBlock['before'] }[] {
  const inserted = insertRows[0];
  const whole = { row: block.row, before: block.before };
  if (inserted === undefined) return [whole];
  const { above, count } = inserted;
  const upper = block.before.slice(0, Math.max(0, above - block.row));
  const lower = block.before.slice(Math.max(0, above + count - block.row));
  return [
    { row: block.row, before: upper },
    { row: Math.max(block.row, above + count) - count, before: lower },
  ].filter(({ before }) => before.length > 0);
}
