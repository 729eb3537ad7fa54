import { problem } from '../forms/codes';
import { restoreInput, rowBefore, type Plan, type SheetPlan } from '../forms/plan';
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
 * @param rowEnds for sheets that were to get rows, the end of their used rows before: where it tells that Excel broke off
 * before all of them came, nothing was written yet, and only those that came may be taken away
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
      const grown = before === undefined || used.isNullObject ? Infinity : used.rowIndex + used.rowCount - before;
      const came = cameOf(sheetPlan.insertRows, grown);
      if (sheetPlan.create) sheet.delete();
      else if (came.length < sheetPlan.insertRows.length) queueRemoval(sheet, came);
      else queueRestore(sheet, sheetPlan);
    }
    await context.sync();
  });
}

/** The sheets whose marks a plan sets, with the marks that they get and those they had. */
function marksOf({ sheets }: Plan) {
  return sheets.flatMap(({ sheet, marks }) => (marks === null ? [] : [{ sheet, ...marks }]));
}

/** Those of the rows to be put in that came, one insertion after the other, on a sheet that grew by so many. */
function cameOf(insertRows: SheetPlan['insertRows'], grown: number): SheetPlan['insertRows'] {
  const rowsBefore = (i: number) => insertRows.slice(0, i).reduce((sum, { count }) => sum + count, 0);
  return insertRows.filter((_, i) => grown > rowsBefore(i));
}

/** Takes rows away that were put in, the last ones first. */
function queueRemoval(sheet: Excel.Worksheet, insertRows: SheetPlan['insertRows']): void {
  for (const { above, count } of [...insertRows].reverse())
    sheet.getRange(`${above + 1}:${above + count}`).delete('Up');
}

function queueRestore(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { blocks, validations, printColumns, insertRows, hiddenRows, links, linksBefore, numberFormats } = plan;
  // Merged cells would not take back what each of them held.
  for (const area of plan.bare) rangeOf(sheet, area).unmerge();
  for (const link of links) rangeOf(sheet, { ...link, rows: 1, columns: 1 }).clear('Hyperlinks');
  for (const { row, column, before } of numberFormats) {
    sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[before]];
  }
  const textCells = new Set(
    numberFormats.flatMap((step) => (step.before === '@' ? [`${step.row},${step.column}`] : [])),
  );
  for (const { area } of validations) rangeOf(sheet, area).dataValidation.clear();
  for (const { row, hidden } of hiddenRows) sheet.getRange(`${row + 1}:${row + 1}`).rowHidden = !hidden;
  // Formulas go back to where they refer to what they did: the rows that were put in go first.
  queueRemoval(sheet, insertRows);
  for (const { row, column, cells, before } of blocks) {
    const inputs = before.map((line, r) =>
      line.map((present, c) =>
        cells[r]?.[c] === null ? null : restoreInput(present, textCells.has(`${row + r},${column + c}`)),
      ),
    );
    for (const piece of piecesBeforeInsertion(insertRows, row, inputs)) {
      sheet.getRangeByIndexes(piece.row, column, piece.lines.length, piece.lines[0]?.length ?? 1).formulas =
        piece.lines;
    }
  }
  queueLinks(sheet, linksBefore);
  // Office.js cannot take a print area away; the whole sheet prints what no print area does.
  if (printColumns !== null) sheet.pageLayout.setPrintArea(sheet.getRange());
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
      piecesBeforeInsertion(sheetPlan.insertRows, block.row, block.before).map(({ row, lines: before }) => {
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

/** A block's lines where they lie without the rows that a plan puts in; those of the rows to come are left out. */
function piecesBeforeInsertion<Line>(
  insertRows: SheetPlan['insertRows'],
  first: number,
  lines: readonly Line[],
): { row: number; lines: Line[] }[] {
  const pieces: { row: number; lines: Line[] }[] = [];
  lines.forEach((line, r) => {
    const row = rowBefore(insertRows, first + r);
    if (row === undefined) return;
    const last = pieces.at(-1);
    if (last !== undefined && last.row + last.lines.length === row) last.lines.push(line);
    else pieces.push({ row, lines: [line] });
  });
  return pieces;
}
