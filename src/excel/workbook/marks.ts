import { cellAddress } from '../../forms/grid/address';
import { MARK_LOOKS, MARK_TITLE, markedSeverity, markFormula, MOST_MARKS } from '../../forms/grid/marks';
import type { Mark } from '../../forms/grid/plan';
import { inCalls, parseAreas } from './address';
import { askAll, Question } from './questions';

/** The marks of some sheets as they are now. */
export interface PresentMarks {
  /** By sheet name. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly formats: ReadonlyMap<string, readonly Excel.ConditionalFormat[]>;
  /** Addresses of cells with a message of the program's, by sheet name. */
  readonly messages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Addresses of cells that have neither a validation nor a message of somebody else, by sheet name. */
  readonly free: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sheets whose conditional formats Excel does not tell, with the code of the refusal: their marks are left as they are (R6). */
  readonly unknown: ReadonlyMap<string, string>;
}

/** A sheet that is asked for its marks, and the cells that are to be marked. */
export interface MarkedSheet {
  readonly sheet: string;
  /** Where it is known already, whatever it is called now. */
  readonly worksheet?: Excel.Worksheet;
  readonly marks: readonly Mark[];
}

/** Reads the program's own marks, recognised by their formula, and what stands at the cells to be marked. Three syncs. */
export async function readMarks(context: Excel.RequestContext, sheets: readonly MarkedSheet[]): Promise<PresentMarks> {
  const formats = new Map<string, Excel.ConditionalFormat[]>();
  const marks = new Map<string, Mark[]>();
  const messages = new Map<string, Set<string>>();
  const free = new Map<string, Set<string>>();
  const unknown = new Map<string, string>();
  if (sheets.length === 0) return { marks, formats, messages, free, unknown };

  const asked = sheets.map(({ sheet, marks: wanted, worksheet = context.workbook.worksheets.getItem(sheet) }) => {
    const collection = new Question(() => {
      const { conditionalFormats } = worksheet.getRange();
      conditionalFormats.load('items/id,items/type');
      // eslint-disable-next-line office-addins/call-sync-before-read -- read once askAll has synced
      return () => conditionalFormats.items;
    });
    return { sheet, wanted, worksheet, collection };
  });
  await askAll(
    context,
    asked.map(({ collection }) => collection),
  );

  const custom = asked.flatMap(({ sheet, wanted, collection }) =>
    (collection.answer ?? [])
      .filter(({ type }) => type === 'Custom')
      .map((format) => ({ sheet, wanted, format, said: new Question(() => askRule(format)) })),
  );
  await askAll(
    context,
    custom.map(({ said }) => said),
  );
  for (const { sheet, collection } of asked) if (collection.refusal !== null) unknown.set(sheet, collection.refusal);
  for (const { sheet, said } of custom) if (said.refusal !== null) unknown.set(sheet, said.refusal);

  const severities = new Map<string, Map<string, Mark['severity']>>();
  for (const { sheet, wanted, format, said } of custom) {
    if (said.answer === null || unknown.has(sheet)) continue;
    const { formula, address } = said.answer;
    const severity = markedSeverity(formula);
    if (severity === null && !isUnfinished(formula, address, wanted)) continue;
    formats.set(sheet, [...(formats.get(sheet) ?? []), format]);
    if (severity === null) continue;
    const ofSheet = severities.get(sheet) ?? new Map<string, Mark['severity']>();
    severities.set(sheet, ofSheet);
    for (const cell of cellsOf(address)) ofSheet.set(cell, severity);
  }

  const cells = asked.flatMap(({ sheet, wanted, worksheet }) => {
    const addresses = new Set([
      ...(severities.get(sheet)?.keys() ?? []),
      ...wanted.map(({ row, column }) => cellAddress(row, column)),
    ]);
    return [...addresses].map((address) => {
      const { dataValidation: validation } = worksheet.getRange(address);
      validation.load('type,rule,prompt,errorAlert');
      return { sheet, address, validation };
    });
  });
  if (cells.length > 0) await context.sync();

  for (const { sheet, address, validation } of cells) {
    const isOwn = hasOwnMessage(validation, MARK_TITLE);
    if (isOwn) messages.set(sheet, (messages.get(sheet) ?? new Set()).add(address));
    if (isOwn || isFree(validation)) free.set(sheet, (free.get(sheet) ?? new Set()).add(address));
    const severity = severities.get(sheet)?.get(address);
    if (severity === undefined) continue;
    const [area] = parseAreas(address);
    const { row = 0, column = 0 } = area ?? {};
    const message = isOwn ? messageOf(validation) : '';
    marks.set(sheet, [...(marks.get(sheet) ?? []), { row, column, severity, message }]);
  }
  return { marks, formats, messages, free, unknown };
}

/** What a rule says, and where. */
function askRule(format: Excel.ConditionalFormat): () => { readonly formula: string; readonly address: string } {
  const { rule } = format.custom;
  rule.load('formula');
  const ranges = format.getRanges();
  ranges.load('address');
  // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/call-sync-after-load -- read once askAll has synced
  return () => ({ formula: rule.formula, address: ranges.address });
}

/** A mark that broke off before it got its formula: at cells that are marked, and never true. */
function isUnfinished(formula: string, address: string, wanted: readonly Mark[]): boolean {
  if (!/^=?(?:FALSE)?$/i.test(formula)) return false;
  const marked = new Set(wanted.map(({ row, column }) => cellAddress(row, column)));
  return cellsOf(address).every((cell) => marked.has(cell));
}

/** Queues the removal of a sheet's present marks, and new ones in their place; no other format or validation is touched. */
export function queueMarks(
  worksheet: Excel.Worksheet,
  sheet: string,
  present: PresentMarks,
  marks: readonly Mark[],
): void {
  if (present.unknown.has(sheet)) return;
  for (const format of present.formats.get(sheet) ?? []) format.delete();
  for (const address of present.messages.get(sheet) ?? []) worksheet.getRange(address).dataValidation.clear();
  for (const severity of ['warning', 'error'] as const) {
    const addresses = marks
      .filter((mark) => mark.severity === severity)
      .map(({ row, column }) => cellAddress(row, column));
    for (const call of inCalls(addresses)) {
      const ranges = worksheet.getRanges(call.join(','));
      const { custom } = ranges.conditionalFormats.add('Custom');
      custom.rule.formula = markFormula(severity);
      custom.format.fill.color = MARK_LOOKS[severity].fill;
      if (MARK_LOOKS[severity].bold) custom.format.font.bold = true;
    }
  }
  for (const { row, column, message } of marks) {
    const address = cellAddress(row, column);
    if (message === '' || present.free.get(sheet)?.has(address) !== true) continue;
    worksheet.getRange(address).dataValidation.prompt = { title: MARK_TITLE, message, showPrompt: true };
  }
}

/** Single cells of an address; of areas that an edit made huge, the first. */
function cellsOf(address: string): string[] {
  const cells: string[] = [];
  for (const area of parseAreas(address)) {
    for (let row = area.row; row < area.row + area.rows && cells.length < MOST_MARKS; row++) {
      for (let column = area.column; column < area.column + area.columns && cells.length < MOST_MARKS; column++) {
        cells.push(cellAddress(row, column));
      }
    }
  }
  return cells;
}

export function messageOf(validation: Excel.DataValidation): string {
  return promptOf(validation)?.message ?? '';
}

/** Office.js declares these as always there; they are null for cells without a validation in some programs. */
function promptOf({ prompt }: Excel.DataValidation): Excel.DataValidationPrompt | null {
  return prompt;
}

function alertOf({ errorAlert }: Excel.DataValidation): Excel.DataValidationErrorAlert | null {
  return errorAlert;
}

/** Whether a cell has a message of the program's, under that title, and no rule. Needs type, rule and prompt loaded. */
export function hasOwnMessage(validation: Excel.DataValidation, title: string): boolean {
  return promptOf(validation)?.title === title && hasNoRule(validation);
}

/** Whether a cell has neither a validation nor a message. Needs type, prompt and errorAlert loaded. */
export function isFree(validation: Excel.DataValidation): boolean {
  const prompt = promptOf(validation);
  const alert = alertOf(validation);
  const texts = [prompt?.title, prompt?.message, alert?.title, alert?.message];
  return validation.type === 'None' && texts.every((text) => text === undefined || text === '');
}

/** A message without a rule; a file written outside Excel holds it as a rule that is always true. */
function hasNoRule({ type, rule }: Excel.DataValidation): boolean {
  return type === 'None' || (type === 'Custom' && rule.custom?.formula === '=TRUE');
}
