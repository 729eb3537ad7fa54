import { problem } from './problems';
import { logLines, type LogStamp } from '../../forms/words/operationLog';
import type { Plan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { piecesBeforeInsertion } from './insertion';
import { queueMarks, readMarks } from './marks';
import { planLog } from './operationLog';
import { marksOf, takeBack, type RestoreCopy } from './undo';
import { writePlan } from './write';

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
    const logged = await planLog(context, log === undefined ? [] : logLines(plan, log), plan.sheets);
    if (logged.problems.length > 0) return { ok: false, problems: logged.problems };
    const whole = logged.sheet === null ? plan : { ...plan, sheets: [...plan.sheets, logged.sheet] };
    const marked = marksOf(plan);
    const present = await readMarks(context, marked);
    // While the rules are still those that were read: cells and sheets that come or go may change them.
    for (const { sheet, marks } of marked) queueMarks(context, sheet, present, marks);
    try {
      await writePlan(context, whole);
    } catch (error) {
      // A workbook that cannot even be restored is told by the first error, which is what has to be understood.
      await Excel.run({ delayForCellEdit: true }, (fresh) => takeBack(fresh, whole, rowEnds)).catch(() => undefined);
      throw error;
    }
    return { ok: true, restore: { plan } };
  });
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
