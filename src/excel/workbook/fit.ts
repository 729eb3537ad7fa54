import type { Plan, SheetPlan } from '../../forms/grid/plan';
import { rangeOf } from './write';

/**
 * Takes out of a plan what would change something of the user's that cells do not show: validation where cells have
 * one already, a print area where the sheet has one. One sync at most.
 */
export async function fitPlan(context: Excel.RequestContext, plan: Plan): Promise<Plan> {
  const found = plan.sheets
    .filter(({ create, validations, printColumns }) => !create && (validations.length > 0 || printColumns !== null))
    .map((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItem(sheetPlan.sheet);
      const validations = sheetPlan.validations.map(({ area }) => {
        const { dataValidation } = rangeOf(sheet, area);
        dataValidation.load('type');
        return dataValidation;
      });
      const printArea = sheet.pageLayout.getPrintAreaOrNullObject();
      printArea.load('address');
      return { sheetPlan, validations, printArea };
    });
  if (found.length === 0) return plan;
  await context.sync();

  const fitted = new Map<SheetPlan, SheetPlan>(
    found.map(({ sheetPlan, validations, printArea }) => [
      sheetPlan,
      {
        ...sheetPlan,
        validations: sheetPlan.validations.filter((_, i) => validations[i]?.type === 'None'),
        printColumns: printArea.isNullObject || isWholeSheet(printArea.address) ? sheetPlan.printColumns : null,
      },
    ]),
  );
  return { ...plan, sheets: plan.sheets.map((sheetPlan) => fitted.get(sheetPlan) ?? sheetPlan) };
}

/** What undoing leaves where there was no print area: Office.js cannot take one away. */
function isWholeSheet(address: string): boolean {
  return /(?:^|!)\$?(?:A\$?1:\$?XFD\$?1048576|1:\$?1048576)$/.test(address);
}
