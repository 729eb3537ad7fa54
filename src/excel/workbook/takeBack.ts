import { areaAddress } from '../../forms/grid/address';
import { restoreInput, rowBefore, type CellContent, type Plan, type SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { isFormula, type SnapshotValue } from '../../forms/grid/snapshot';
import {
  contentsOf,
  isSame,
  isWritten,
  queueContents,
  readContents,
  rowOf,
  standingOn,
  told,
  writtenOn,
  type Contents,
} from './contents';
import { piecesBeforeInsertion } from './insertion';
import { queueMarks, readMarks } from './marks';
import { marksOf } from './marksOf';
import { writesContentsAlone } from './meeting';
import { keepPages, type Pages } from './pages';
import { queueMovesBack } from './recordSheets';
import { isReshaped, movedOn, movedTold } from './moved';
import { problem } from './problems';
import { inAnswers, queueWatch, seen, writtenSheets, type Watch, type Watched } from './standing';
import type { Step } from './step';
import { queueLinks, queueMessage, rangeOf } from './write';

/** A sheet that a step writes or makes, as it is now. */
export interface Found {
  readonly name: string;
  readonly worksheet: Excel.Worksheet;
  readonly contents: Contents;
  /** More than one answer carries. */
  readonly isLarge: boolean;
  /** Another name than the step knows it by. */
  readonly isRenamed: boolean;
}

/** What stands of a step. */
export interface Standing {
  /** By the names that the step knows the sheets by; a sheet that is gone is not among them. */
  readonly sheets: ReadonlyMap<string, Found>;
  readonly names: readonly Excel.NamedItem[];
  /** Every sheet of the workbook. */
  readonly all: readonly { readonly id: string; readonly name: string }[];
  /** Sheets may not be moved, made or deleted. */
  readonly isStructureClosed: boolean;
}

/** Looks at what stands of a step. Two syncs. */
export async function standingOf(context: Excel.RequestContext, step: Step): Promise<Standing> {
  const { worksheets, names, protection } = context.workbook;
  protection.load('protected');
  worksheets.load('items/id,items/name,items/tabColor,items/protection/protected');
  const named = step.plan.names.map((planned) => ({ planned, item: names.getItemOrNullObject(planned.name) }));
  for (const { item } of named) item.load('name,formula');
  await context.sync();
  const all = worksheets.items.map(({ id, name }) => ({ id, name }));
  const wanted = new Set(step.plan.sheets.map(({ sheet }) => sheet));
  const found = [...wanted].flatMap((name) => {
    const isPassing = ({ name: present }: Excel.Worksheet) => present === step.made.get(name)?.passing;
    const worksheet =
      worksheets.items.find(isPassing) ?? worksheets.items.find((sheet) => isTheSheet(step, name, sheet));
    return worksheet === undefined ? [] : [{ name, worksheet }];
  });
  const read = await readContents(
    context,
    found.map(({ worksheet }) => worksheet),
  );
  const others = new Set<string>();
  const sheets = found.map(({ name, worksheet }, i): [string, Found] => {
    const isRenamed = worksheet.name !== name && worksheet.name !== step.made.get(name)?.passing;
    const { contents = new Map<string, SnapshotValue>(), isLarge = false } = read[i] ?? {};
    return [name, { name, worksheet, contents, isLarge, isRenamed }];
  });
  for (const [name, found] of sheets) {
    const made = step.made.get(name);
    if (made?.id !== null || found.worksheet.name !== name || found.worksheet.tabColor !== '') continue;
    // Without its colour it is the step's only where all stands on it that the step writes last.
    const written = [...writtenOn(step.plan, name)];
    const isWhole = written.every(([at, content]) => isWritten(found.contents.get(at) ?? '', content, rowOf(at)));
    if (!isWhole || written.length === 0 || foreignOn(step, found).length > 0) others.add(name);
  }
  const own = named.filter(({ planned, item }) => !item.isNullObject && leadsTo(String(item.formula), planned));
  return {
    sheets: new Map(sheets.filter(([name]) => !others.has(name))),
    names: own.map(({ item }) => item),
    all,
    isStructureClosed: protection.protected,
  };
}

/** A sheet is known by its id; one that Excel gave none for, by the name and the tab that nobody else gives a sheet. */
function isTheSheet(step: Step, name: string, { id, name: present, tabColor }: Excel.Worksheet): boolean {
  const made = step.made.get(name);
  if (made === undefined) return id === step.ids.get(name);
  if (made.id !== null) return id === made.id;
  return present === made.passing || (present === name && [made.tag, ''].includes(tabColor.toLowerCase()));
}

/** A name that leads where the step let it lead: one that somebody else made leads elsewhere. */
function leadsTo(formula: string, { area }: Plan['names'][number]): boolean {
  return formula.slice(formula.lastIndexOf('!') + 1).replaceAll('$', '') === areaAddress(area);
}

/**
 * How many of the insertions of rows stand on a sheet: all or none where the rows are told by what the step wrote into
 * them; otherwise as many as leave everything else where it was. Undefined where neither tells: then nobody may say
 * which rows are the step's.
 */
export function insertionsThere(step: Step, plan: SheetPlan, present: Contents): number | undefined {
  const { insertRows, sheet } = plan;
  if (insertRows.length === 0) return 0;
  if (hasRows(writtenOn(step.plan, sheet), insertRows, present)) return insertRows.length;
  const before = step.before.get(sheet);
  if (before === undefined) return undefined;
  const { area, formulas } = before;
  const counts = Array.from({ length: insertRows.length + 1 }, (_, i) => insertRows.length - i);
  return counts.find((count) => {
    const standing = insertRows.slice(0, count);
    const written = count === insertRows.length ? writtenOn(step.plan, sheet) : new Map<string, CellContent>();
    const rows = area.rows + standing.reduce((sum, each) => sum + each.count, 0);
    for (let row = area.row; row < area.row + rows; row++) {
      const original = rowBefore(standing, row);
      for (let column = area.column; column < area.column + area.columns; column++) {
        const at = `${row},${column}`;
        const was = original === undefined ? '' : (formulas[original - area.row]?.[column - area.column] ?? '');
        // Formulas follow the rows; what the step writes may stand there or not.
        if (!isFormula(was) && !written.has(at) && (present.get(at) ?? '') !== was) return false;
      }
    }
    return true;
  });
}

/** Whether the rows that were put in are known by their texts: more than half of those of each row stand there. */
function hasRows(
  written: ReadonlyMap<string, CellContent>,
  insertRows: SheetPlan['insertRows'],
  present: Contents,
): boolean {
  const rows = new Map<number, { told: number; there: number }>();
  for (const [at, content] of written) {
    const row = rowOf(at);
    if (typeof content !== 'string' || content === '' || rowBefore(insertRows, row) !== undefined) continue;
    const { told, there } = rows.get(row) ?? { told: 0, there: 0 };
    rows.set(row, { told: told + 1, there: there + (present.get(at) === content ? 1 : 0) });
  }
  return rows.size > 0 && [...rows.values()].every(({ told, there }) => there * 2 > told);
}

/** How Excel refuses two conditional formats of one kind on the same cells: trying again does not help (R6). */
const TWINS = 'ItemNotFound';

export interface TakingBack {
  /** Take back also what people typed since into what the step wrote. */
  readonly discardEdits: boolean;
  /** What stands in the way of taking anything back. */
  readonly obstacles: (standing: Standing) => readonly Problem[];
}

/**
 * Takes back what stands of a step, and nothing else: sheets and rows that are known to be its own, and cells that hold
 * what it wrote. Harmless where it was done before. Three syncs, three more where it marked cells.
 *
 * @returns what was left standing since it is no longer the step's, or why nothing was taken back
 */
export async function takeBack(
  context: Excel.RequestContext,
  step: Step,
  { discardEdits, obstacles }: TakingBack,
): Promise<readonly Problem[]> {
  const standing = await standingOf(context, step);
  const refusals = obstacles(standing);
  if (refusals.length > 0) return refusals;
  const isOpen = (sheet: string) => standing.sheets.get(sheet)?.worksheet.protection.protected === false;
  const marked = marksOf(step.plan).flatMap((each) => {
    const worksheet = standing.sheets.get(each.sheet)?.worksheet;
    return worksheet !== undefined && isOpen(each.sheet) ? [{ ...each, worksheet }] : [];
  });
  const unmarked = marked.map(({ sheet, worksheet, before }) => ({ sheet, worksheet, marks: before }));
  const cells = marked.map(({ sheet, worksheet, marks, before }) => ({
    sheet,
    worksheet,
    marks: [...before, ...marks],
  }));
  const present = await readMarks(context, cells);
  const strange = [...present.unknown].find(([, code]) => code !== TWINS);
  if (strange !== undefined) throw new Error(strange.join());
  // What stands there in the request that takes back: somebody may have come between.
  const again = queueLookAgain(step, [...standing.sheets.values()]);
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  for (const { sheet, worksheet, marks } of unmarked) queueMarks(worksheet, sheet, present, marks);
  for (const name of standing.names) name.delete();
  const left: Problem[] = [];
  const pages: Pages[] = [];
  for (const plan of [...writtenSheets(step.plan)].reverse()) {
    const found = standing.sheets.get(plan.sheet);
    if (found === undefined) continue;
    if (isOpen(plan.sheet) || writesContentsAlone(plan))
      left.push(...queueRestore(step, plan, found, { discardEdits, pages }));
    else left.push(...closed(step, found));
  }
  const ids = new Set(standing.all.map(({ id }) => id));
  for (const name of step.made.keys()) {
    const found = standing.sheets.get(name);
    if (found === undefined) continue;
    const foreign = discardEdits ? [] : foreignOn(step, found);
    if (foreign.length === 0) {
      found.worksheet.delete();
      ids.delete(found.worksheet.id);
    } else left.push(problem.madeSheetKept(name, told(foreign)));
  }
  if (!standing.isStructureClosed) queueMovesBack(context.workbook, step.moved, [...ids]);
  await context.sync();
  const overtaken = again
    .map(({ found, now }) => ({ ...found, before: found.contents, contents: now() }))
    .filter(({ before, contents }) => !isSame(before, contents));
  if (overtaken.length > 0) await repair(context, step, overtaken);
  const stays = new Set(worksheets.items.map(({ id }) => id));
  const gone = standing.all.filter(({ id }) => !stays.has(id));
  return [
    ...left,
    ...(await keepPages(context, pages)),
    ...[...present.unknown.keys()].map((sheet) => problem.marksLeft(sheet)),
    ...overtaken.map(({ name }) => problem.overtaken(name)),
    ...gone.map(({ name }) => problem.goneMeanwhile(name)),
  ];
}

/**
 * Queues a look at sheets in the request that takes back. Of sheets that one answer does not carry, at what the step wrote,
 * and at nothing where that is too much, too: Excel would refuse the answer once all is taken back, as if nothing were (R11).
 */
function queueLookAgain(step: Step, sheets: readonly Found[]): { found: Found; now: () => Contents }[] {
  const whole = sheets
    .filter(({ isLarge }) => !isLarge)
    .map((found) => {
      const used = queueContents(found.worksheet);
      return { found, now: () => contentsOf(used) };
    });
  const large = sheets.filter(({ isLarge }) => isLarge).map((found) => ({ found, blocks: writtenBlocks(step, found) }));
  if (inAnswers(large.flatMap(({ blocks }) => blocks)).length > 1) return whole;
  const parts = large.map(({ found, blocks }) => {
    const watches = blocks.map((block) => queueWatch(found.worksheet, block));
    return { found, now: () => withSeen(found.contents, watches) };
  });
  return [...whole, ...parts];
}

/** The cells that a step wrote on a sheet, with what stands in them. */
function writtenBlocks({ plan }: Step, { name, contents }: Found): Watched[] {
  const blocks = plan.sheets.flatMap((each) => (each.sheet === name ? each.blocks : []));
  return blocks.map(({ row, column, cells }) => ({
    sheet: name,
    area: { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 },
    expected: cells.map((line, r) => line.map((_, c) => contents.get(`${row + r},${column + c}`) ?? '')),
    used: null,
  }));
}

/** Contents of which some cells were looked at once more. */
function withSeen(contents: Contents, watches: readonly Watch[]): Contents {
  const now = new Map(contents);
  for (const watch of watches) {
    const { row, column } = watch.watched.area;
    seen(watch).forEach((line, r) =>
      line.forEach((value, c) => {
        const at = `${row + r},${column + c}`;
        if (value === '') now.delete(at);
        else now.set(at, value);
      }),
    );
  }
  return now;
}

/** What stands of a step on a sheet that somebody has protected meanwhile; nothing where the step never came to it. */
function closed(step: Step, { name, worksheet, contents }: Found): Problem[] {
  const { there } = standingOn(step.plan, name, contents);
  return there.length === 0 ? [] : [problem.stepStands(worksheet.name, told(there), '')];
}

/** Cells of a sheet that the step made which hold what it did not write. */
export function foreignOn(step: Step, { name, contents }: Found): string[] {
  const written = writtenOn(step.plan, name);
  return [...contents].flatMap(([at, value]) => {
    const content = written.get(at);
    return content !== undefined && isWritten(value, content, rowOf(at)) ? [] : [at];
  });
}

/** Takes rows away that were put in, the last ones first. */
function queueRemoval(sheet: Excel.Worksheet, insertRows: SheetPlan['insertRows']): void {
  for (const { above, count } of [...insertRows].reverse())
    sheet.getRange(`${above + 1}:${above + count}`).delete('Up');
}

/** Queues what brings a sheet back; the texts of rows that cannot be told any more are left, and said. */
function queueRestore(
  step: Step,
  plan: SheetPlan,
  { worksheet: sheet, contents }: Found,
  { discardEdits, pages }: { readonly discardEdits: boolean; readonly pages: Pages[] },
): Problem[] {
  const isClosed = sheet.protection.protected;
  const { blocks, insertRows, hiddenRows, links, linksBefore, numberFormats } = plan;
  const there = insertionsThere(step, plan, contents);
  if (there === undefined) {
    return [
      problem.rowsMoved(plan.sheet, insertRows.map(({ above, count }) => `${above + 1}:${above + count}`).join('、')),
    ];
  }
  const moved = movedOn(step, plan, contents);
  const written = writtenOn(step.plan, plan.sheet);
  const isWhole = there === insertRows.length;
  if (isWhole) {
    for (const link of links) rangeOf(sheet, { ...link, rows: 1, columns: 1 }).clear('Hyperlinks');
    for (const { row, column, before } of numberFormats) {
      sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[before]];
    }
    for (const message of plan.messages) queueMessage(sheet, message, message.before);
    for (const { row, hidden } of hiddenRows) sheet.getRange(`${row + 1}:${row + 1}`).rowHidden = !hidden;
  }
  // Formulas go back to where they refer to what they did: the rows that were put in go first.
  queueRemoval(sheet, insertRows.slice(0, there));
  // Before the looks: a link gives its cell a look of its own.
  queueLinks(
    sheet,
    linksBefore.filter(({ row, column, text }) => {
      const at = `${row},${column}`;
      const present = contents.get(at) ?? '';
      return present === text || isWritten(present, written.get(at) ?? null, row);
    }),
  );
  const looks = step.looks.get(plan.sheet);
  const isUnknown = looks !== undefined && isReshaped(step, plan, contents);
  if (!isUnknown) looks?.(sheet, pages);
  const textCells = new Set(
    numberFormats.flatMap((each) => (each.before === '@' ? [`${each.row},${each.column}`] : [])),
  );
  for (const { row, column, cells, before } of blocks) {
    const inputs = before.map((line, r) =>
      line.map((was, c) => {
        const content = cells[r]?.[c] ?? null;
        const at = `${row + r},${column + c}`;
        // Where the rows are gone, or never came, cells lie as they did before.
        const lies = isWhole ? row + r : there === 0 ? rowBefore(insertRows, row + r) : undefined;
        if (content === null || lies === undefined) return null;
        const present = contents.get(`${lies},${column + c}`) ?? '';
        // A closed sheet is not written where nothing is to be put back, nor a formula whose cells somebody deleted.
        if ((isClosed && present === was) || (isFormula(present) && present.includes('#REF!'))) return null;
        const isOwn = (isWhole && discardEdits) || isWritten(present, content, row + r);
        return isOwn ? restoreInput(was, textCells.has(at)) : null;
      }),
    );
    // Cells that were only watched may be locked.
    if (inputs.flat().every((content) => content === null)) continue;
    for (const piece of piecesBeforeInsertion(insertRows, row, inputs)) {
      sheet.getRangeByIndexes(piece.row, column, piece.lines.length, piece.lines[0]?.length ?? 1).formulas =
        piece.lines;
    }
  }
  return [
    ...(moved.length === 0 ? [] : [problem.stepMoved(sheet.name, movedTold(moved))]),
    ...(isUnknown ? [problem.looksUnknown(sheet.name)] : []),
    ...(isWhole && step.looksLeftOut.has(plan.sheet) ? [problem.looksLeftOut(sheet.name)] : []),
  ];
}

/** A sheet that somebody changed between the last look and the request that took a step back. */
interface Overtaken extends Found {
  /** What it held at the last look; `contents` is what it held in that request. */
  readonly before: Contents;
}

/**
 * Puts back what stood on sheets when a step was taken back over somebody's change: rows that went, cells that were
 * written, and what was typed on a sheet that went. One sync.
 */
async function repair(context: Excel.RequestContext, step: Step, sheets: readonly Overtaken[]): Promise<void> {
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
