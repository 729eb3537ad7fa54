import { problem } from './problems';
import { undoneLine, type LogStamp } from '../../forms/words/operationLog';
import {
  holds,
  restoreInput,
  rowBefore,
  type CellContent,
  type MarksStep,
  type Plan,
  type SheetPlan,
} from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { piecesBeforeInsertion } from './insertion';
import { queueMarks, readMarks } from './marks';
import { planLog } from './operationLog';
import { queueLinks, queueMessage, rangeOf, writePlan } from './write';

/** What it takes to undo a plan: the contents its cells had, and the sheets, names and rows that it added. */
export interface RestoreCopy {
  readonly plan: Plan;
}

export interface RestoreOptions {
  /** Write a line in 操作记录 that the step was undone (R36). */
  readonly log?: LogStamp;
  /** Take back also what people typed since over cells that the plan wrote, and on sheets that it made. */
  readonly discardEdits?: boolean;
}

export type Restored = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Takes a plan back, the last step undone. Refuses, naming the sheets, where somebody has since typed into what the plan
 * wrote, unless those edits are to go too. Three syncs, three more where it marked cells, and three for the log.
 */
export async function restore({ plan }: RestoreCopy, options: RestoreOptions = {}): Promise<Restored> {
  const { log, discardEdits = false } = options;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const edited = discardEdits ? [] : await editedSince(context, plan);
    if (edited.length > 0) return { ok: false, problems: edited.map((sheet) => problem.editedSinceStep(sheet)) };
    const lines = log === undefined ? [] : [undoneLine(plan, log)];
    const logged = await planLog(context, lines, []);
    if (logged.problems.length > 0) return { ok: false, problems: logged.problems };
    await takeBack(context, plan, new Map());
    if (logged.sheet !== null) await writePlan(context, { sheets: [logged.sheet], names: [], problems: [] });
    return { ok: true };
  });
}

/** Sheets of a plan on which cells hold something else than what it wrote, or which were renamed. One sync. */
async function editedSince(context: Excel.RequestContext, plan: Plan): Promise<readonly string[]> {
  const made = new Set(plan.sheets.filter(({ create }) => create).map(({ sheet }) => sheet));
  const inserted = new Map(plan.sheets.map(({ sheet, insertRows }) => [sheet, insertRows]));
  const contents = contentsOf(plan);
  const sheets = [...contents.keys()].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,formulas');
    return { name, sheet, used };
  });
  if (sheets.length > 0) await context.sync();
  return sheets.flatMap(({ name, sheet, used }) => {
    // A sheet that the plan made and somebody removed is undone already.
    if (sheet.isNullObject) return made.has(name) ? [] : [name];
    const expected = contents.get(name) ?? new Map<string, CellContent>();
    const present = used.isNullObject ? new Map<string, string | number | boolean>() : cellsOf(used);
    const isWritten = [...expected].every(([at, content]) => holds(present.get(at) ?? '', content, rowOf(at)));
    // What goes away as a whole takes along what was typed beside the plan's own cells.
    const goes = (row: number) => made.has(name) || rowBefore(inserted.get(name) ?? [], row) === undefined;
    const isAdded = [...present].some(([at, content]) => content !== '' && !expected.has(at) && goes(rowOf(at)));
    return isWritten && !isAdded ? [] : [name];
  });
}

function rowOf(at: string): number {
  return Number(at.split(',')[0]);
}

/** What a plan's cells hold once it is carried out, by sheet and `row,column`; the last that writes a cell counts. */
function contentsOf({ sheets }: Plan): ReadonlyMap<string, ReadonlyMap<string, CellContent>> {
  const contents = new Map<string, Map<string, CellContent>>();
  for (const { sheet, create, blocks, links } of sheets) {
    if (blocks.length + links.length === 0 && !create) continue;
    const cells = contents.get(sheet) ?? new Map<string, CellContent>();
    contents.set(sheet, cells);
    for (const block of blocks) {
      block.cells.forEach((line, r) => {
        line.forEach((content, c) => {
          if (content !== null) cells.set(`${block.row + r},${block.column + c}`, content);
        });
      });
    }
    for (const { row, column, text } of links) cells.set(`${row},${column}`, text);
  }
  return contents;
}

function cellsOf({ rowIndex, columnIndex, formulas }: Excel.Range): Map<string, string | number | boolean> {
  const cells = new Map<string, string | number | boolean>();
  formulas.forEach((line: readonly (string | number | boolean)[], r) => {
    line.forEach((content, c) => cells.set(`${rowIndex + r},${columnIndex + c}`, content));
  });
  return cells;
}

/**
 * Takes a plan back, as far as it was carried out. Two syncs, three more where it marked cells.
 *
 * @param rowEnds for sheets that were to get rows, the end of their used rows before: where it tells that Excel broke off
 * before all of them came, nothing was written yet, and only those that came may be taken away
 */
export async function takeBack(
  context: Excel.RequestContext,
  plan: Plan,
  rowEnds: ReadonlyMap<string, number>,
): Promise<void> {
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
}

/** The sheets whose marks a plan sets, with the marks that they get and those they had. */
export function marksOf({ sheets }: Plan): (MarksStep & { readonly sheet: string })[] {
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
  for (const step of plan.messages) queueMessage(sheet, step, step.before);
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
    // Cells that were only watched may be locked.
    if (inputs.flat().every((content) => content === null)) continue;
    for (const piece of piecesBeforeInsertion(insertRows, row, inputs)) {
      sheet.getRangeByIndexes(piece.row, column, piece.lines.length, piece.lines[0]?.length ?? 1).formulas =
        piece.lines;
    }
  }
  queueLinks(sheet, linksBefore);
  // Office.js cannot take a print area away; the whole sheet prints what no print area does.
  if (printColumns !== null) sheet.pageLayout.setPrintArea(sheet.getRange());
}
