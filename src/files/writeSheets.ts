/** Sheets that a plan makes, as a workbook file of their own. */
import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { areaAddress, sheetPrefix } from '../forms/grid/address';
import type { CellContent, FormatStep, SheetPlan, ValidationStep } from '../forms/grid/plan';
import type { Area } from '../forms/grid/snapshot';

const MILLIMETRES_OF_INCH = 25.4;
const THIN = { style: 'thin', color: { rgb: '000000' } } as const;

/**
 * The bytes of an .xlsx file with these sheets, as Excel would hold them after the plan was carried out. Formulas have no
 * values yet: Excel calculates them when it opens the file.
 */
export async function xlsxOf(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: plans.map(sheetOf),
    namedRanges: plans.flatMap(printNames),
    defaultFont: { name: '宋体', size: 11 },
  });
}

/** What is printed, and which rows on each page: hucre itself would name the sheet without the quotes that it needs. */
function printNames({ sheet, page }: SheetPlan): NonNullable<Parameters<typeof writeXlsx>[0]['namedRanges']> {
  const named = (name: string, range: string) => ({ name, range: `${sheetPrefix(sheet)}${range}`, scope: sheet });
  return [
    ...(page?.printArea == null ? [] : [named('_xlnm.Print_Area', absolute(page.printArea))]),
    ...(page?.titleRows == null ? [] : [named('_xlnm.Print_Titles', page.titleRows)]),
  ];
}

function sheetOf(plan: SheetPlan): WriteSheet {
  const { page } = plan;
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, column, cells: lines } of plan.blocks) {
    lines.forEach((line, r) =>
      line.forEach((content, c) => {
        if (content !== null && content !== '') cells.set(`${row + r},${column + c}`, cellOf(content, row + r));
      }),
    );
  }
  for (const [key, style] of stylesOf(plan.formats)) {
    cells.set(key, { ...(cells.get(key) ?? { value: null, type: 'empty' }), style });
  }
  return {
    name: plan.sheet,
    cells,
    columns: widthsOf(plan.formats),
    rowDefs: heightsOf(plan.formats),
    merges: plan.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    dataValidations: plan.validations.map(validationOf),
    // hucre counts the row above a break.
    rowBreaks: plan.pageBreaks.map((row) => row - 1),
    ...(plan.protect ? { protection: { sheet: true } } : {}),
    ...(plan.freezeRows === null ? {} : { freezePane: { rows: plan.freezeRows, columns: plan.freezeColumns } }),
    ...(page === null
      ? {}
      : {
          pageSetup: {
            paperSize: 'a4',
            orientation: page.orientation === 'Portrait' ? 'portrait' : 'landscape',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: page.pagesTall ?? 0,
            horizontalCentered: true,
            margins: {
              top: page.margins.top / MILLIMETRES_OF_INCH,
              bottom: page.margins.bottom / MILLIMETRES_OF_INCH,
              left: page.margins.left / MILLIMETRES_OF_INCH,
              right: page.margins.right / MILLIMETRES_OF_INCH,
            },
          },
        }),
  };
}

function cellOf(content: Exclude<CellContent, null>, row: number): Partial<Cell> {
  if (typeof content === 'number') return { value: content, type: 'number' };
  if (typeof content === 'string') return { value: content, type: 'string' };
  const formula = content.formula.replaceAll('{r}', String(row + 1)).replace(/^=/, '');
  return { value: null, type: 'formula', formula };
}

/** Later steps refine earlier ones. */
function stylesOf(formats: readonly FormatStep[]): ReadonlyMap<string, CellStyle> {
  const styles = new Map<string, CellStyle>();
  for (const step of formats) {
    for (const area of [step.area, ...(step.also ?? [])]) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const key = `${row},${column}`;
          const style = refined(styles.get(key), step, area, row, column);
          if (style !== undefined) styles.set(key, style);
        }
      }
    }
  }
  return styles;
}

const HORIZONTAL = { Left: 'left', Center: 'center', Right: 'right' } as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom' } as const;

function refined(
  before: CellStyle | undefined,
  step: FormatStep,
  area: Area,
  row: number,
  column: number,
): CellStyle | undefined {
  const { fontName, fontSize, bold, fontColor, horizontal, vertical, wrap, shrink, borders, numberFormat, locked } =
    step;
  const font = {
    ...before?.font,
    ...(fontName === undefined ? {} : { name: fontName }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
    ...(bold === undefined ? {} : { bold }),
    ...(fontColor === undefined ? {} : { color: { rgb: fontColor.replace('#', '') } }),
  };
  const alignment = {
    ...before?.alignment,
    ...(horizontal === undefined ? {} : { horizontal: HORIZONTAL[horizontal] }),
    ...(vertical === undefined ? {} : { vertical: VERTICAL[vertical] }),
    ...(wrap === undefined ? {} : { wrapText: wrap }),
    ...(shrink === undefined ? {} : { shrinkToFit: shrink }),
  };
  const all = borders === 'thin';
  const border =
    borders === undefined
      ? before?.border
      : {
          ...before?.border,
          ...(all || row === area.row ? { top: THIN } : {}),
          ...(all || row === area.row + area.rows - 1 ? { bottom: THIN } : {}),
          ...(all || column === area.column ? { left: THIN } : {}),
          ...(all || column === area.column + area.columns - 1 ? { right: THIN } : {}),
        };
  const style: CellStyle = {
    ...before,
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(Object.keys(alignment).length === 0 ? {} : { alignment }),
    ...(border === undefined ? {} : { border }),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(locked === undefined ? {} : { protection: { locked } }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

function widthsOf(formats: readonly FormatStep[]): NonNullable<WriteSheet['columns']> {
  const widths = new Map<number, number>();
  for (const { area, columnWidth } of formats) {
    if (columnWidth === undefined) continue;
    for (let column = area.column; column < area.column + area.columns; column++) widths.set(column, columnWidth);
  }
  return Array.from({ length: Math.max(-1, ...widths.keys()) + 1 }, (_, column) => {
    const width = widths.get(column);
    return width === undefined ? {} : { width };
  });
}

function heightsOf(formats: readonly FormatStep[]): NonNullable<WriteSheet['rowDefs']> {
  const heights = new Map<number, { height: number }>();
  for (const { area, also = [], rowHeight } of formats) {
    if (rowHeight === undefined) continue;
    for (const { row, rows } of [area, ...also]) {
      for (let r = row; r < row + rows; r++) heights.set(r, { height: rowHeight });
    }
  }
  return heights;
}

function validationOf({ area, also = [], rule, title, prompt, error }: ValidationStep): DataValidation {
  const said = {
    range: [area, ...also].map(areaAddress).join(' '),
    showInputMessage: true,
    inputTitle: title,
    inputMessage: prompt,
    showErrorMessage: true,
    errorTitle: title,
    errorMessage: error,
    errorStyle: 'stop',
    allowBlank: true,
  } as const;
  return rule.kind === 'list'
    ? { ...said, type: 'list', values: [...rule.values] }
    : { ...said, type: 'decimal', operator: 'between', formula1: String(rule.min), formula2: String(rule.max) };
}

function absolute(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
