import { MARK_TITLE } from '../../forms/grid/marks';
import type { Plan, SheetPlan, ValidationStep } from '../../forms/grid/plan';
import type { Area } from '../../forms/grid/snapshot';
import { hasOwnMessage, isFree } from './marks';
import { rangeOf } from './write';

/**
 * Takes out of a plan what would change something of the user's that cells do not show: validation where cells have
 * one already, or a message of somebody else, a print area where the sheet has one. One sync; two more where cells differ.
 */
export async function fitPlan(context: Excel.RequestContext, plan: Plan): Promise<Plan> {
  const found = plan.sheets
    .filter(({ create, validations, printColumns }) => !create && (validations.length > 0 || printColumns !== null))
    .map((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItem(sheetPlan.sheet);
      const printArea = sheet.pageLayout.getPrintAreaOrNullObject();
      printArea.load('address');
      return { sheetPlan, sheet, printArea };
    });
  if (found.length === 0) return plan;
  const taken = await takenBy(
    context,
    found.flatMap(({ sheet, sheetPlan }) =>
      sheetPlan.validations.flatMap((step) =>
        [step.area, ...(step.also ?? [])].map((area) => ({ step, sheet, area }) as const),
      ),
    ),
  );
  const fitted = new Map<SheetPlan, SheetPlan>(
    found.map(({ sheetPlan, printArea }) => [
      sheetPlan,
      {
        ...sheetPlan,
        validations: sheetPlan.validations.filter((step) => !taken.has(step)),
        printColumns: printArea.isNullObject || isWholeSheet(printArea.address) ? sheetPlan.printColumns : null,
      },
    ]),
  );
  return { ...plan, sheets: plan.sheets.map((sheetPlan) => fitted.get(sheetPlan) ?? sheetPlan) };
}

/** Cells that a step would give a validation. */
interface Wanted {
  readonly step: ValidationStep;
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** What Excel says of cells of which some have a validation and others do not, or another one. */
const DIFFERING: readonly string[] = ['Inconsistent', 'MixedCriteria'];

/** The steps of whose cells any has a validation or message that is not the program's own. Cells that differ are asked row by row, then one by one. */
async function takenBy(context: Excel.RequestContext, wanted: readonly Wanted[]): Promise<Set<ValidationStep>> {
  const asked = wanted.map((each) => ({
    ...each,
    validation: rangeOf(each.sheet, each.area).dataValidation.load('type,rule,prompt,errorAlert'),
  }));
  await context.sync();
  const taken = new Set<ValidationStep>();
  const differing: Wanted[] = [];
  for (const { validation, ...each } of asked) {
    const isSeveral = each.area.rows * each.area.columns > 1;
    if (isSeveral && (DIFFERING.includes(validation.type) || lacksTexts(validation))) differing.push(each);
    else if (!isFree(validation) && !hasOwnMessage(validation, MARK_TITLE)) taken.add(each.step);
  }
  const next = differing.filter(({ step }) => !taken.has(step)).flatMap(parts);
  if (next.length === 0) return taken;
  return new Set([...taken, ...(await takenBy(context, next))]);
}

/** Without a rule Excel may say nothing of messages that differ. */
function lacksTexts({ prompt, errorAlert }: Excel.DataValidation): boolean {
  // Office.js declares these as always there.
  const texts: readonly unknown[] = [prompt, errorAlert];
  return texts.includes(null);
}

function parts({ step, sheet, area }: Wanted): Wanted[] {
  const [count, part] =
    area.rows > 1
      ? [area.rows, (i: number) => ({ ...area, row: area.row + i, rows: 1 })]
      : [area.columns, (i: number) => ({ ...area, column: area.column + i, columns: 1 })];
  return Array.from({ length: count }, (_, i) => ({ step, sheet, area: part(i) }));
}

/** What undoing leaves where there was no print area: Office.js cannot take one away. */
function isWholeSheet(address: string): boolean {
  return /(?:^|!)\$?(?:A\$?1:\$?XFD\$?1048576|1:\$?1048576)$/.test(address);
}
