import { problem } from '../forms/codes';
import { restoreInput, type CellBlock, type Plan, type SheetPlan } from '../forms/plan';
import type { Problem } from '../forms/problem';
import type { LogStamp } from '../forms/operationLog';
import { queueMarks, readMarks } from './marks';
import { planLog } from './operationLog';
import { queueLinks, rangeOf, writePlan } from './write';

/** What it takes to undo a plan: the contents its cells had, and the sheets, names and rows that it added. */
export interface RestoreCopy {
  readonly plan: Plan;
}

export interface ApplyOptions {
  /** Write in 操作记录 what was written, in the same step (R36); a plan that changes nothing leaves no line. */
  readonly log?: LogStamp;
}

export type Applied =
  { readonly ok: true; readonly restore: RestoreCopy } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Writes a previewed plan in one step: two syncs, three more where it marks cells, and more of them where it is as large
 * as hundreds of forms. Refuses when the cells to be written no longer hold what they held at the preview. While the
 * person edits a cell, Excel holds the write back until the edit is finished. When Excel breaks off in the middle, what
 * was written is taken back before the error goes on. A log takes two more syncs, and stays when the plan is undone.
 */
export async function applyPlan(plan: Plan, { log }: ApplyOptions = {}): Promise<Applied> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { changed, rowEnds } = await stateOf(context, plan);
    if (changed.length > 0) return { ok: false, problems: changed.map((sheet) => problem.workbookChanged(sheet)) };
    const logged = log === undefined ? null : await planLog(context, plan, log);
    if (logged !== null && logged.problems.length > 0) return { ok: false, problems: logged.problems };
    const whole = logged?.sheet ? { ...plan, sheets: [...plan.sheets, logged.sheet] } : plan;
    const marked = marksOf(plan);
    const present = await readMarks(context, marked);
    // While the rules are still those that were read: cells and sheets that come or go may change them.
    for (const { sheet, marks } of marked) queueMarks(context, sheet, present, marks);
    try {
      await writePlan(context, whole);
    } catch (error) {
      // A workbook that cannot even be restored is told by the first error, which is what has to be understood.
      await takeBack(whole, rowEnds).catch(() => undefined);
      throw error;
    }
    return { ok: true, restore: { plan } };
  });
}

/** Takes a plan back, as far as it was carried out: the last step undone. Two syncs, five where it marked cells. */
export async function restore({ plan }: RestoreCopy): Promise<void> {
  await takeBack(plan, new Map());
}

/**
 * @param rowEnds for sheets that were to get rows, the end of their used rows before: where it is still there, Excel
 * broke off before the rows came, and nothing of the sheet may be moved back
 */
async function takeBack(plan: Plan, rowEnds: ReadonlyMap<string, number>): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const names = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    const sheets = [...plan.sheets].reverse().map((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetPlan.sheet);
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount');
      return { sheetPlan, sheet, used };
    });
    for (const object of [...names, ...sheets.map(({ sheet }) => sheet)]) object.load('name');
    await context.sync();
    const marked = marksOf(plan).map(({ sheet, before }) => ({ sheet, marks: before, before: [] }));
    const present = await readMarks(context, marked);
    for (const { sheet, marks } of marked) queueMarks(context, sheet, present, marks);
    for (const name of names) if (!name.isNullObject) name.delete();
    for (const { sheetPlan, sheet, used } of sheets) {
      if (sheet.isNullObject) continue;
      const before = rowEnds.get(sheetPlan.sheet);
      if (before !== undefined && !used.isNullObject && used.rowIndex + used.rowCount <= before) continue;
      if (sheetPlan.create) sheet.delete();
      else queueRestore(sheet, sheetPlan);
    }
    await context.sync();
  });
}

/** The sheets whose marks a plan sets, with the marks that they get and those they had. */
function marksOf({ sheets }: Plan) {
  return sheets.flatMap(({ sheet, marks }) => (marks === null ? [] : [{ sheet, ...marks }]));
}

function queueRestore(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { blocks, validations, printColumns, insertRows, links, linksBefore, numberFormats } = plan;
  // Merged cells would not take back what each of them held.
  for (const area of plan.bare) rangeOf(sheet, area).unmerge();
  for (const link of links) rangeOf(sheet, { ...link, rows: 1, columns: 1 }).clear('Hyperlinks');
  for (const { row, column, before } of numberFormats) {
    sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[before]];
  }
  const textCells = new Set(
    numberFormats.flatMap((step) => (step.before === '@' ? [`${step.row},${step.column}`] : [])),
  );
  for (const { row, column, cells, before } of blocks) {
    const formulas = before.map((line, r) =>
      line.map((present, c) =>
        cells[r]?.[c] === null ? null : restoreInput(present, textCells.has(`${row + r},${column + c}`)),
      ),
    );
    sheet.getRangeByIndexes(row, column, before.length, before[0]?.length ?? 1).formulas = formulas;
  }
  queueLinks(sheet, linksBefore);
  for (const { area } of validations) rangeOf(sheet, area).dataValidation.clear();
  // Office.js cannot take a print area away; the whole sheet prints what no print area does.
  if (printColumns !== null) sheet.pageLayout.setPrintArea(sheet.getRange());
  for (const { above, count } of insertRows) sheet.getRange(`${above + 1}:${above + count}`).delete('Up');
}

interface State {
  /** Sheets whose cells hold something else than at the preview, and sheets and names made since that the plan would make. */
  readonly changed: readonly string[];
  /** The end of the used rows of the sheets that are to get rows. */
  readonly rowEnds: ReadonlyMap<string, number>;
}

/** What a plan will meet. One sync. */
async function stateOf(context: Excel.RequestContext, plan: Plan): Promise<State> {
  const { worksheets, names } = context.workbook;
  const made = [
    ...plan.sheets
      .filter(({ create }) => create)
      .map(({ sheet }) => ({ sheet, item: worksheets.getItemOrNullObject(sheet) })),
    ...plan.names.map(({ name, sheet }) => ({ sheet, item: names.getItemOrNullObject(name) })),
  ];
  for (const { item } of made) item.load('name');
  const present = plan.sheets.filter(({ create }) => !create);
  const growing = present
    .filter(({ insertRows }) => insertRows.length > 0)
    .map(({ sheet }) => {
      const used = worksheets.getItem(sheet).getUsedRange(true);
      used.load('rowIndex,rowCount');
      return { sheet, used };
    });
  const checks = present.flatMap((sheetPlan) => {
    const sheet = worksheets.getItem(sheetPlan.sheet);
    return sheetPlan.blocks.flatMap((block) =>
      piecesBeforeInsertion(sheetPlan, block).map(({ row, before }) => {
        const range = sheet.getRangeByIndexes(row, block.column, before.length, before[0]?.length ?? 1);
        range.load('formulas');
        return { sheet: sheetPlan.sheet, range, before };
      }),
    );
  });
  if (made.length + growing.length + checks.length > 0) await context.sync();
  const edited = checks.filter(({ range, before }) =>
    before.some((line, r) => line.some((content, c) => range.formulas[r]?.[c] !== content)),
  );
  return {
    changed: [...new Set([...made.filter(({ item }) => !item.isNullObject), ...edited].map(({ sheet }) => sheet))],
    rowEnds: new Map(growing.map(({ sheet, used }) => [sheet, used.rowIndex + used.rowCount])),
  };
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
