import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';

/** Functions whose result may be a range of many cells, where they stand neither as a range nor in what takes one. */
const MANY = /((?:SUM|COUNT|COUNTA|AVERAGE|MAX|MIN|ROWS|COLUMNS)\()?(?<![A-Z0-9_.@])((?:INDEX|OFFSET|INDIRECT)\()/gi;

/**
 * Formulas as Excel gives them: those of a file from before dynamic arrays have an `@` where they pick one cell of many. The
 * model keeps them as the file does.
 */
export class FormulasAsRead {
  private readonly old = new Map<SheetModel, Set<string>>();

  constructor(
    workbook: WorkbookModel,
    private readonly isOn: boolean,
  ) {
    if (!isOn) return;
    for (const sheet of workbook.sheets)
      for (const { formula } of sheet.cells.values()) if (formula !== undefined) this.note(sheet, `=${formula}`);
  }

  /** A formula of a sheet as it is read. */
  read(sheet: SheetModel, formula: string): string {
    return this.old.get(sheet)?.has(formula) === true ? withAt(formula) : formula;
  }

  /** A formula that is written, as the model keeps it. */
  written(sheet: SheetModel, formula: string): string {
    if (!this.isOn) return formula;
    const plain = outsideQuotes(formula, (part) => part.replaceAll(/(?<!\[)@(?=[A-Z])/gi, ''));
    if (plain !== formula) this.note(sheet, plain);
    return plain;
  }

  private note(sheet: SheetModel, formula: string): void {
    if (withAt(formula) === formula) return;
    const known = this.old.get(sheet);
    if (known === undefined) this.old.set(sheet, new Set([formula]));
    else known.add(formula);
  }
}

/** Changes the parts of a formula that are neither texts nor quoted names of sheets. */
function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) =>
    /^["']/.test(part) ? part : change(part),
  );
}

function withAt(formula: string): string {
  return outsideQuotes(formula, (part) =>
    part.replaceAll(MANY, (whole, within: string | undefined, name: string) =>
      within === undefined ? `@${name}` : whole,
    ),
  );
}
