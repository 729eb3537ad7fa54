/** Every place of a workbook where a formula or an address stands, visited with one function. */
import { decodeXml, escapeAttribute } from '../package/xml';
import type { ConditionalRule, DataValidation, Sheet, WorkbookData } from './data';

/** Gives the new text of a formula (without `=`) that stands on the sheet; undefined for names of the workbook. */
export type FormulaRewrite = (formula: string, sheet: Sheet | undefined) => string;

/**
 * Rewrites all formulas: cells, names, validations, conditional formats, and links to places in the workbook. Whether
 * values are right afterwards is for the caller to say.
 */
export function rewriteWorkbook({ sheets, namedRanges }: WorkbookData, rewrite: FormulaRewrite): void {
  for (const sheet of sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, sheet);
      const location = cell.hyperlink?.location;
      // Of another workbook only the address says where it is.
      if (cell.hyperlink && location !== undefined && cell.hyperlink.target === '') {
        const next = rewrite(location, sheet);
        if (next !== location) cell.hyperlink = { ...cell.hyperlink, location: next };
      }
    }
    rewriteRules(sheet, rewrite);
  }
  for (const name of namedRanges) name.range = rewrite(name.range, undefined);
}

function rewriteRules(sheet: Sheet, rewrite: FormulaRewrite): void {
  if (sheet.dataValidations)
    sheet.dataValidations = sheet.dataValidations.map((rule) => rewriteValidation(rule, sheet, rewrite));
  if (sheet.conditionalRules)
    sheet.conditionalRules = sheet.conditionalRules.map((rule) => rewriteCondition(rule, sheet, rewrite));
}

function rewriteValidation(rule: DataValidation, sheet: Sheet, rewrite: FormulaRewrite): DataValidation {
  return {
    ...rule,
    ...(rule.formula1 !== undefined && { formula1: rewrite(rule.formula1, sheet) }),
    ...(rule.formula2 !== undefined && { formula2: rewrite(rule.formula2, sheet) }),
  };
}

function rewriteCondition(rule: ConditionalRule, sheet: Sheet, rewrite: FormulaRewrite): ConditionalRule {
  const next = rewriteEnds(rule, (formula) => rewrite(formula, sheet));
  if (next.formula === undefined) return next;
  const formula = Array.isArray(next.formula)
    ? next.formula.map((one) => rewrite(one, sheet))
    : rewrite(next.formula, sheet);
  // A rule that says the same stays the same: whoever holds it finds it again.
  return String(formula) === String(next.formula) ? next : { ...next, formula };
}

const END = /(<(?:\w+:)?cfvo\b[^>]*?\sval=)(?:"([^"]*)"|'([^']*)')/g;

/** The ends of bars, scales and icons may be formulas, too; they stand in the rule's own words and in the file's. */
function rewriteEnds(rule: ConditionalRule, rewrite: (formula: string) => string): ConditionalRule {
  const { colorScale, dataBar, iconSet, graphic, graphicOf } = rule;
  const ends = (colorScale ?? dataBar ?? iconSet)?.cfvo ?? [];
  const isFormula = (value: string | undefined): value is string =>
    value !== undefined && value.trim() !== '' && Number.isNaN(Number(value));
  if (!ends.some(({ value }) => isFormula(value) && rewrite(value) !== value)) return rule;
  const cfvo = <T extends { value?: string }>(list: readonly T[]): T[] =>
    list.map((end) => (isFormula(end.value) ? { ...end, value: rewrite(end.value) } : end));
  const next: ConditionalRule = {
    ...rule,
    ...(colorScale && { colorScale: { ...colorScale, cfvo: cfvo(colorScale.cfvo) } }),
    ...(dataBar && { dataBar: { ...dataBar, cfvo: cfvo(dataBar.cfvo) } }),
    ...(iconSet && { iconSet: { ...iconSet, cfvo: cfvo(iconSet.cfvo) } }),
  };
  if (graphic === undefined || graphicOf !== (colorScale ?? dataBar ?? iconSet)) return next;
  const text = graphic.replace(END, (all, before: string, double: string | undefined, single: string | undefined) => {
    const value = decodeXml(double ?? single ?? '');
    return isFormula(value) ? `${before}"${escapeAttribute(rewrite(value))}"` : all;
  });
  const own = next.colorScale ?? next.dataBar ?? next.iconSet;
  return { ...next, graphic: text, ...(own && { graphicOf: own }) };
}
