import { cellAddress } from '../../forms/grid/address';
import type { Plan, SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SheetGrid } from '../../forms/grid/sheetGrid';
import type { LogLine } from '../../forms/words/operationLog';
import { LooksBefore } from './looks';
import { hasOwnMessage, isFree, messageOf, readMarks, type PresentMarks } from './marks';
import { marksOf } from './marksOf';
import { headOf, planLog, queueLog } from './operationLog';
import { problem } from './problems';
import { recordsToMove } from './recordSheets';
import { changesOf, inAnswers, queueWatch, watchedBy, writtenSheets, type Watch, type Watched } from './standing';
import { madeBy, type Step } from './step';
import { rangeOf } from './write';

/** What a step meets in the workbook, looked at just before it is carried out. */
export type Met =
  | { readonly ok: true; readonly step: Step; readonly present: PresentMarks; readonly watched: readonly Watched[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Looks whether a plan still fits: everything that it was laid out on stands as it was, its sheets and names are free, no
 * protection is in its way, and 操作记录 takes its lines. The last look is the last sync before the step.
 */
export async function meet(context: Excel.RequestContext, plan: Plan, lines: readonly LogLine[]): Promise<Met> {
  const looks = new LooksBefore(context, writtenSheets(plan));
  const { worksheets } = context.workbook;
  const isListed = plan.basis !== undefined || lines.length > 0;
  if (isListed) worksheets.load('items/name,items/id,items/protection/protected');
  if (isListed || looks.hasQuestions) await context.sync();
  const listed = isListed ? new Map(worksheets.items.map((sheet) => [sheet.name, sheet])) : null;
  const lost = writtenSheets(plan).filter(({ sheet }) => listed?.has(sheet) === false);
  if (lost.length > 0) return refused(lost.map(({ sheet }) => problem.workbookChanged(sheet, '工作表已改名或删除')));
  const present = await readMarks(context, marksOf(plan));
  // Those that could not be told when the plan was made are not in it.
  if (present.unknown.size > 0)
    return refused([...present.unknown].map(([sheet, code]) => problem.marksUnknown(sheet, code)));
  looks.askMore();
  return look(context, { plan, lines, listed, present, looks });
}

interface Asked {
  readonly plan: Plan;
  readonly lines: readonly LogLine[];
  readonly listed: ReadonlyMap<string, Excel.Worksheet> | null;
  readonly present: PresentMarks;
  readonly looks: LooksBefore;
}

/** The last look. One sync for what one answer carries. */
async function look(context: Excel.RequestContext, { plan, lines, listed, present, looks }: Asked): Promise<Met> {
  const { worksheets, names, protection } = context.workbook;
  const watched = watchedBy(plan);
  const groups = inAnswers(watched);
  const watches: Watch[] = [];
  for (const [i, group] of groups.entries()) {
    watches.push(...group.map((each) => queueWatch(worksheets.getItemOrNullObject(each.sheet), each)));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- only for what is more than one answer carries
    if (i < groups.length - 1) await context.sync();
  }
  const written = writtenSheets(plan);
  const own = written.map((sheetPlan) => queueOwn(worksheets.getItemOrNullObject(sheetPlan.sheet), sheetPlan));
  const taken = plan.sheets
    .filter(({ create }) => create)
    .map(({ sheet }) => ({ sheet, item: worksheets.getItemOrNullObject(sheet) }));
  const named = plan.names.map(({ name, sheet }) => ({ name, sheet, item: names.getItemOrNullObject(name) }));
  for (const { item } of [...taken, ...named]) item.load('name');
  protection.load('protected');
  if (listed !== null) {
    worksheets.load('items/name,items/id');
    names.load('items/name,items/formula');
  }
  const known = new Set(plan.basis?.sheets.map(({ name }) => name));
  const others = [...(listed ?? new Map<string, Excel.Worksheet>())].filter(([name]) => !known.has(name));
  const candidates = others.map(([, sheet]) => queueLog(sheet));
  await context.sync();

  const { basis } = plan;
  const besides = basis?.besides ?? [];
  const problems = [
    ...changesOf(watches),
    ...own.flatMap((each) => ownProblems(each)),
    ...taken
      .filter(({ item }) => !item.isNullObject)
      .map(({ sheet }) => problem.workbookChanged(sheet, '同名的工作表已经有了')),
    ...named
      .filter(({ item }) => !item.isNullObject)
      .map(({ name, sheet }) => problem.workbookChanged(sheet, `名称“${name}”已经有了`)),
    ...(basis === undefined || listed === null ? [] : namesChanged(basis.names, names.items)),
  ];
  const sheetNames = [...(listed?.keys() ?? []), ...plan.sheets.map(({ sheet }) => sheet)];
  const logged = planLog(lines, candidates, sheetNames);
  const fresh = candidates.filter(
    ({ sheet, used }) =>
      basis !== undefined &&
      !used.isNullObject &&
      ![...besides, logged.place, ...taken.map((each) => each.sheet)].includes(sheet.name),
  );
  const added = fresh.map(({ sheet }) => problem.workbookChanged(sheet.name, '新增了工作表'));
  const whole = logged.sheet === null ? plan : { ...plan, sheets: [...plan.sheets, logged.sheet] };
  const makes = whole.sheets.some(({ create }) => create);
  const structure = makes && protection.protected ? [problem.structureProtected()] : [];
  const all = [...problems, ...added, ...logged.problems, ...structure];
  if (all.length > 0) return refused(all);
  const byName = new Map(basis?.sheets.map((sheet) => [sheet.name, sheet]));
  const made = madeBy(whole);
  // A workbook whose sheets may not be moved keeps its order.
  const moved =
    listed === null || protection.protected
      ? []
      : recordsToMove({
          sheets: worksheets.items,
          grids: new Map([
            ...[...byName].map(([name, sheet]) => [name, SheetGrid.of(sheet)] as const),
            ...candidates.map(({ sheet, head }) => [sheet.name, headOf(sheet.name, head)] as const),
          ]),
          log: logged.place,
          made: made.size,
          madeOthers: made.size - (logged.sheet?.create === true ? 1 : 0),
        });
  const ids = [...own.map(({ sheet }) => sheet), ...candidates.map(({ sheet }) => sheet)];
  const step: Step = {
    plan: whole,
    ids: new Map(ids.map((sheet) => [sheet.name, sheet.id])),
    made,
    withHiddenRows: new Set(own.flatMap(({ plan: { sheet }, used }) => (hasHiddenRows(used) ? [sheet] : []))),
    moved,
    looks: looks.bySheet(),
    looksLeftOut: looks.leftOut,
    before: new Map(
      written.flatMap(({ sheet }) => {
        const snapshot = byName.get(sheet);
        return snapshot === undefined ? [] : [[sheet, snapshot] as const];
      }),
    ),
  };
  return { ok: true, step, present, watched: [...watched, ...logged.watched] };
}

function refused(problems: readonly Problem[]): Met {
  return { ok: false, problems };
}

/** A sheet that is written to: its protection, and what no formula of its cells tells. */
interface Own {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
  readonly locks: readonly Excel.FormatProtection[];
  readonly messages: readonly Excel.DataValidation[];
  readonly used: Excel.Range;
}

function queueOwn(sheet: Excel.Worksheet, plan: SheetPlan): Own {
  sheet.load('id,name');
  sheet.protection.load('protected');
  const locks = plan.blocks
    .filter(({ cells }) => cells.some((line) => line.some((content) => content !== null)))
    .map(({ row, column, cells }) => {
      const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 };
      return rangeOf(sheet, area).format.protection.load('locked');
    });
  const messages = plan.messages.map(({ row, column }) =>
    sheet.getRangeByIndexes(row, column, 1, 1).dataValidation.load('type,rule,prompt,errorAlert'),
  );
  return { plan, sheet, locks, messages, used: sheet.getUsedRangeOrNullObject().load('rowHidden') };
}

/** Excel answers null where some rows are hidden and others are not. */
function hasHiddenRows({ isNullObject, rowHidden }: { isNullObject: boolean; rowHidden: boolean | null }): boolean {
  return !isNullObject && rowHidden !== false;
}

function ownProblems({ plan, sheet, locks, messages }: Own): Problem[] {
  if (sheet.isNullObject) return [];
  if (sheet.protection.protected) {
    // On a protected sheet only contents of cells that are open can be written.
    const isOpen = locks.every(({ locked }) => !locked) && writesContentsAlone(plan);
    return isOpen ? [] : [problem.stepProtected(plan.sheet)];
  }
  const typed = plan.messages.filter(({ title, before }, i) => {
    const validation = messages[i];
    if (validation === undefined) return false;
    return before === '' ? !isFree(validation) : !hasOwnMessage(validation, title) || messageOf(validation) !== before;
  });
  const [first] = typed;
  const at = first === undefined ? '' : cellAddress(first.row, first.column);
  return first === undefined ? [] : [problem.workbookChanged(plan.sheet, `${at}的单元格说明`)];
}

/** What can be done on a protected sheet, in cells that are open. */
export function writesContentsAlone(plan: SheetPlan): boolean {
  const { insertRows, bare, numberFormats, merges, formats, validations, nearLines, links, messages, hiddenRows } =
    plan;
  const others = [
    insertRows,
    bare,
    numberFormats,
    merges,
    formats,
    validations,
    nearLines,
    links,
    messages,
    hiddenRows,
  ];
  return others.every(({ length }) => length === 0) && plan.marks === null && plan.page === null;
}

function namesChanged(before: ReadonlyMap<string, string>, now: readonly Excel.NamedItem[]): Problem[] {
  const present = new Map(now.map(({ name, formula }) => [name, String(formula)]));
  // Excel keeps names of its own, of filters and the like.
  const isOwn = (name: string) => name.startsWith('_');
  const all = [...new Set([...before.keys(), ...present.keys()])].filter((name) => !isOwn(name));
  return all
    .filter((name) => before.get(name) !== present.get(name))
    .map((name) => problem.nameChanged(name, before.get(name) ?? '无', present.get(name) ?? '无'));
}
