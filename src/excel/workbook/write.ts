import { areaAddress, sheetPrefix } from '../../forms/grid/address';
import {
  officeInput,
  type CellBlock,
  type CellContent,
  type FormatStep,
  type LinkStep,
  type MessageStep,
  type NearLineStep,
  type PageSetup,
  type Plan,
  type SheetPlan,
  type ValidationStep,
} from '../../forms/grid/plan';
import type { Area } from '../../forms/grid/snapshot';
import { inCalls } from './address';
import { queueFormat } from './format';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** From so many equal formulas below each other, one is written and filled down. */
const FILL_FROM = 3;

/** Bytes that a request may carry are limited (5 MB on the web); a step of a plan takes some 600, a cell some 60. */
const STEPS_OF_REQUEST = 3000;
const CELLS_OF_STEP = 10;

/** The sheets of a plan, by their names, as the step finds them or has made them. */
export type SheetOf = (name: string) => Excel.Worksheet;

/**
 * Carries out everything a plan says, on sheets that are there. One sync for what a person makes in the pane by hand;
 * hundreds of forms take one for each few thousand steps, since Excel refuses larger requests.
 *
 * @param around what has to come before everything else, in the first request, and after it, in the last
 * @param hasHiddenRows of a sheet, by its name: there formulas are not filled down, which may leave such rows out (W11)
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: Plan,
  sheetOf: SheetOf,
  around: { readonly queueFirst: () => void; readonly queueLast: () => void },
  hasHiddenRows: (sheet: string) => boolean,
): Promise<void> {
  around.queueFirst();
  context.application.suspendApiCalculationUntilNextSync();
  let queued = 0;
  for (const steps of queuePlan(context, plan, sheetOf, hasHiddenRows)) {
    if (queued > 0 && queued + steps > STEPS_OF_REQUEST) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request of bounded size each
      await context.sync();
      context.application.suspendApiCalculationUntilNextSync();
      queued = 0;
    }
    queued += steps;
  }
  around.queueLast();
  // Whether what was written while calculation was suspended is calculated afterwards, Microsoft's pages say differently (W12).
  context.application.calculate('Recalculate');
  await context.sync();
}

/** Queues a plan piece by piece; before each piece it says how many steps that will be. */
function* queuePlan(
  context: Excel.RequestContext,
  plan: Plan,
  sheetOf: SheetOf,
  hasHiddenRows: (sheet: string) => boolean,
): Generator<number> {
  yield plan.names.length;
  for (const { name, sheet, area } of plan.names) context.workbook.names.add(name, rangeOf(sheetOf(sheet), area));
  // Sheets that were there are watched until the first request: they come first.
  const made = new Set(plan.sheets.filter(({ create }) => create).map(({ sheet }) => sheet));
  const isMade = ({ sheet }: SheetPlan) => made.has(sheet);
  const sheets = [...plan.sheets.filter((each) => !isMade(each)), ...plan.sheets.filter(isMade)];
  for (const sheetPlan of sheets)
    yield* queueSheet(sheetOf(sheetPlan.sheet), sheetPlan, hasHiddenRows(sheetPlan.sheet));
}

function* queueSheet(sheet: Excel.Worksheet, plan: SheetPlan, hasHiddenRows: boolean): Generator<number> {
  yield plan.insertRows.length + plan.bare.length;
  for (const { above, count } of plan.insertRows) sheet.getRange(`${above + 1}:${above + count}`).insert('Down');
  for (const area of plan.bare) queueBare(sheet, area);
  for (const { row, column, format } of plan.numberFormats) {
    yield 1;
    sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[format]];
  }
  for (const area of plan.merges) {
    yield 1;
    rangeOf(sheet, area).merge(false);
  }
  for (const block of plan.blocks) {
    yield 1 + (block.cells.length * (block.cells[0]?.length ?? 0)) / CELLS_OF_STEP;
    queueBlock(sheet, block, hasHiddenRows);
  }
  // Before the formats: a link gives its cell a look of its own (W20).
  yield plan.links.length;
  queueLinks(sheet, plan.links);
  for (const step of plan.formats) {
    for (const range of rangesOf(sheet, step)) {
      yield 1;
      queueFormat(range, step);
    }
  }
  for (const step of plan.validations) {
    for (const range of rangesOf(sheet, step)) {
      yield 1;
      queueValidation(range, step);
    }
  }
  for (const step of plan.nearLines) {
    yield 1;
    queueNearLine(sheet, step);
  }
  for (const step of plan.messages) {
    yield 1;
    queueMessage(sheet, step, step.message);
  }
  yield plan.hiddenRows.length + plan.hiddenColumns.length;
  if (plan.page !== null) queuePage(sheet, plan.page);
  if (plan.printColumns !== null) sheet.pageLayout.setPrintArea(plan.printColumns);
  for (const { row, hidden } of plan.hiddenRows) sheet.getRange(`${row + 1}:${row + 1}`).rowHidden = hidden;
  for (const area of plan.hiddenColumns) rangeOf(sheet, area).columnHidden = true;
  // A sheet that is set up anew has the pages of its new contents.
  if (setsPageBreaks(plan)) sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of plan.pageBreaks) {
    yield 1;
    sheet.horizontalPageBreaks.add(`A${row + 1}`);
  }
  if (plan.protect) sheet.protection.protect();
}

/** Whether the page breaks of a sheet that is there give way to the plan's. */
export function setsPageBreaks({ create, page, pageBreaks }: SheetPlan): boolean {
  return !create && (page !== null || pageBreaks.length > 0);
}

/** Queues what Excel refuses while another workbook has the focus, so that it comes before all else (W1). */
export function queueFreeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (columns === 0) sheet.freezePanes.freezeRows(rows);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
}

function queueValidation(
  { dataValidation }: Excel.Range | Excel.RangeAreas,
  { rule, title, prompt, error }: ValidationStep,
): void {
  // First the texts: Excel refuses a rule over cells whose messages differ (W2).
  dataValidation.prompt = { title, message: prompt, showPrompt: true };
  dataValidation.errorAlert = { title, message: error, showAlert: true, style: 'Stop' };
  dataValidation.rule =
    rule.kind === 'list'
      ? { list: { inCellDropDown: true, source: rule.values.join(',') } }
      : { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
}

function queueNearLine(sheet: Excel.Worksheet, { area, formula, numberFormat }: NearLineStep): void {
  const { custom } = rangeOf(sheet, area).conditionalFormats.add('Custom');
  custom.rule.formula = formula;
  custom.format.numberFormat = numberFormat;
}

export function queueMessage(sheet: Excel.Worksheet, { row, column, title }: MessageStep, message: string): void {
  const { dataValidation } = sheet.getRangeByIndexes(row, column, 1, 1);
  if (message === '') dataValidation.clear();
  else dataValidation.prompt = { title, message, showPrompt: true };
}

/** Takes looks, merges and links away; contents stay. */
function queueBare(sheet: Excel.Worksheet, area: Area): void {
  const range = rangeOf(sheet, area);
  range.unmerge();
  range.clear('RemoveHyperlinks');
  range.clear('Formats');
}

export function queueLinks(sheet: Excel.Worksheet, links: readonly LinkStep[]): void {
  for (const link of links) {
    const range = rangeOf(sheet, { ...link, rows: 1, columns: 1 });
    // Not by the link's own text, which Excel may read as a number or date (W21).
    range.formulas = [[officeInput(link.text, link.row)]];
    range.hyperlink = { documentReference: `${sheetPrefix(link.sheet)}${link.cell}` };
  }
}

/** One write for the block, and one fill for each run of equal formulas in a column where all rows are shown. */
function queueBlock(sheet: Excel.Worksheet, { row, column, cells }: CellBlock, hasHiddenRows: boolean): void {
  const inputs = cells.map((line, r) => line.map((content) => officeInput(content, row + r)));
  const fills: Area[] = [];
  for (let c = 0; c < (cells[0]?.length ?? 0) && !hasHiddenRows; c++) {
    for (const { start, length } of equalRuns(cells.map((line) => line[c] ?? null))) {
      for (let r = start + 1; r < start + length; r++) inputs[r]?.splice(c, 1, null);
      fills.push({ row: row + start, column: column + c, rows: length, columns: 1 });
    }
  }
  const filled = inputs.flatMap((line, r) => (line.some((input) => input !== null) ? [r] : []));
  const [first] = filled;
  if (first === undefined) return;
  const written = inputs.slice(first, (filled.at(-1) ?? first) + 1);
  sheet.getRangeByIndexes(row + first, column, written.length, written[0]?.length ?? 1).formulas = written;
  for (const fill of fills) {
    const source = sheet.getRangeByIndexes(fill.row, fill.column, 1, 1);
    sheet.getRangeByIndexes(fill.row + 1, fill.column, fill.rows - 1, 1).copyFrom(source, 'Formulas');
  }
}

/** Runs of formulas alike but for their row. */
function equalRuns(contents: readonly CellContent[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (let start = 0; start < contents.length;) {
    const formula = formulaOf(contents[start]);
    let end = start + 1;
    while (formula !== undefined && end < contents.length && formulaOf(contents[end]) === formula) end++;
    if (end - start >= FILL_FROM) runs.push({ start, length: end - start });
    start = end;
  }
  return runs;
}

function formulaOf(content: CellContent | undefined): string | undefined {
  return typeof content === 'object' && content !== null ? content.formula : undefined;
}

function queuePage(sheet: Excel.Worksheet, page: PageSetup): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation;
  pageLayout.paperSize = 'A4';
  pageLayout.topMargin = page.margins.top * POINTS_PER_MILLIMETRE;
  pageLayout.bottomMargin = page.margins.bottom * POINTS_PER_MILLIMETRE;
  pageLayout.leftMargin = page.margins.left * POINTS_PER_MILLIMETRE;
  pageLayout.rightMargin = page.margins.right * POINTS_PER_MILLIMETRE;
  pageLayout.zoom = zoomOf(page);
  pageLayout.centerHorizontally = true;
  if (page.printArea !== null) pageLayout.setPrintArea(rangeOf(sheet, page.printArea));
  if (page.pageNumbers === true) pageLayout.headersFooters.defaultForAllPages.centerFooter = '第&P页 共&N页';
  if (page.titleRows !== null) pageLayout.setPrintTitleRows(page.titleRows);
}

/** What a step is about: one range, or several areas at once. */
function rangesOf(
  sheet: Excel.Worksheet,
  { area, also = [] }: Pick<FormatStep, 'area' | 'also'>,
): (Excel.Range | Excel.RangeAreas)[] {
  if (also.length === 0) return [rangeOf(sheet, area)];
  const addresses = [area, ...also].map(areaAddress);
  return inCalls(addresses).map((piece) => sheet.getRanges(piece.join(',')));
}

/** The pages that a sheet is fitted to. */
export function zoomOf({ pagesTall }: PageSetup): Excel.PageLayoutZoomOptions {
  return { horizontalFitToPages: 1, ...(pagesTall === undefined ? {} : { verticalFitToPages: pagesTall }) };
}

export function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
