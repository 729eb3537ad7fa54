import type { FormatStep, SheetPlan } from '../../forms/grid/plan';
import type { Area } from '../../forms/grid/snapshot';
import { piecesBeforeInsertion } from './insertion';
import { askMergedAreas } from './mergedAreas';
import { queuePages, type Pages } from './pages';
import { matrixOf } from './snapshot';
import { rangeOf, setsPageBreaks } from './write';

/**
 * How a sheet looked before a step: what brings it back, queued on the sheet without the rows that the step put in. `pages`
 * is given what is to be kept to, once that is synced.
 */
export type Looks = (sheet: Excel.Worksheet, pages: Pages[]) => void;

/** A property of cells: what Excel is asked for it, and what puts it back; null where the cells differ. */
interface Property {
  readonly ask: (range: Excel.Range) => () => ((range: Excel.Range) => void) | null;
  /** A line at one side of an area, which of a single cell are others. */
  readonly isSide: boolean;
}

function property<Asked, Value>(
  load: (range: Excel.Range) => Asked,
  get: (asked: Asked) => Value | null,
  set: (range: Excel.Range, value: Value) => void,
  isSide = false,
): Property {
  return {
    isSide,
    ask(range) {
      const asked = load(range);
      return () => {
        const value = get(asked);
        return value === null ? null : (other) => set(other, value);
      };
    },
  };
}

/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- loaded by the one, synced by the caller, read by the other */
const PROPERTIES = {
  fontName: property(
    ({ format }) => format.font.load('name'),
    (font) => font.name,
    ({ format }, name) => (format.font.name = name),
  ),
  fontSize: property(
    ({ format }) => format.font.load('size'),
    (font) => font.size,
    ({ format }, size) => (format.font.size = size),
  ),
  bold: property(
    ({ format }) => format.font.load('bold'),
    (font) => font.bold,
    ({ format }, bold) => (format.font.bold = bold),
  ),
  fontColor: property(
    ({ format }) => format.font.load('color'),
    (font) => font.color,
    ({ format }, color) => (format.font.color = color),
  ),
  horizontal: property(
    ({ format }) => format.load('horizontalAlignment'),
    (format) => format.horizontalAlignment,
    ({ format }, alignment) => (format.horizontalAlignment = alignment),
  ),
  vertical: property(
    ({ format }) => format.load('verticalAlignment'),
    (format) => format.verticalAlignment,
    ({ format }, alignment) => (format.verticalAlignment = alignment),
  ),
  wrap: property(
    ({ format }) => format.load('wrapText'),
    (format) => format.wrapText,
    ({ format }, wrap) => (format.wrapText = wrap),
  ),
  shrink: property(
    ({ format }) => format.load('shrinkToFit'),
    (format) => format.shrinkToFit,
    ({ format }, shrink) => (format.shrinkToFit = shrink),
  ),
  rowHeight: property(
    ({ format }) => format.load('rowHeight'),
    (format) => format.rowHeight,
    ({ format }, height) => (format.rowHeight = height),
  ),
  columnWidth: property(
    ({ format }) => format.load('columnWidth'),
    (format) => format.columnWidth,
    ({ format }, width) => (format.columnWidth = width),
  ),
  locked: property(
    ({ format }) => format.protection.load('locked'),
    (protection) => protection.locked,
    ({ format }, locked) => (format.protection.locked = locked),
  ),
  numberFormat: property(
    (range) => range.load('numberFormat'),
    (range) => matrixOf(range.numberFormat),
    (range, formats) => (range.numberFormat = formats),
  ),
} as const satisfies Partial<Record<keyof FormatStep, Property>>;

/** What Excel says of cells without a fill. */
const NO_FILL = '#FFFFFF';
const fill = property(
  ({ format }) => format.fill.load('color'),
  (filled) => filled.color,
  ({ format }, color) => (color === NO_FILL ? format.fill.clear() : (format.fill.color = color)),
);

/** An input check that is uniform over its cells; Excel says of others that they are mixed. */
const validation = property(
  ({ dataValidation }) => dataValidation.load('type,rule,prompt,errorAlert'),
  ({ type, rule, prompt, errorAlert }) =>
    ['Inconsistent', 'MixedCriteria'].includes(type) ? null : { type, rule, prompt, errorAlert },
  ({ dataValidation }, { type, rule, prompt, errorAlert }) => {
    dataValidation.clear();
    if (type !== 'None') dataValidation.rule = rule;
    // Office.js declares these as always there; they are null for cells without a validation in some programs.
    const texts: { readonly prompt: typeof prompt | null; readonly errorAlert: typeof errorAlert | null } = {
      prompt,
      errorAlert,
    };
    if (texts.prompt !== null && texts.prompt.message !== '') dataValidation.prompt = texts.prompt;
    if (type !== 'None' && texts.errorAlert !== null) dataValidation.errorAlert = texts.errorAlert;
  },
);

function border(edge: Excel.BorderIndex): Property {
  return property(
    ({ format }) => format.borders.getItem(edge).load('style,weight,color'),
    ({ style, weight, color }) => {
      const lines: readonly (string | null)[] = [style, weight, color];
      return lines.includes(null) ? null : { style, weight, color };
    },
    ({ format }, { style, weight, color }) => {
      const line = format.borders.getItem(edge);
      line.style = style;
      if (style === 'None') return;
      line.weight = weight;
      line.color = color;
    },
    true,
  );
}

/** The borders of an area; a row or column has no inside in its direction. */
function borders({ rows, columns }: Area): Property[] {
  return [
    border(Excel.BorderIndex.edgeTop),
    border(Excel.BorderIndex.edgeBottom),
    border(Excel.BorderIndex.edgeLeft),
    border(Excel.BorderIndex.edgeRight),
    ...(rows > 1 ? [border(Excel.BorderIndex.insideHorizontal)] : []),
    ...(columns > 1 ? [border(Excel.BorderIndex.insideVertical)] : []),
  ];
}

type PropertyName = keyof typeof PROPERTIES;
const isProperty = (name: string): name is PropertyName => name in PROPERTIES;
/** Those that bare cells lose. */
const OF_CELLS: readonly PropertyName[] = [
  'fontName',
  'fontSize',
  'bold',
  'fontColor',
  'horizontal',
  'vertical',
  'wrap',
  'shrink',
  'locked',
  'numberFormat',
];

/** Cells that a step gives another look, and what of their look it changes. */
interface Touched {
  readonly area: Area;
  readonly properties: readonly Property[];
}

/** An area where it lies without the rows that a plan puts in. */
function before(insertRows: SheetPlan['insertRows'], area: Area): Area[] {
  const rows = Array.from({ length: area.rows }, () => 0);
  return piecesBeforeInsertion(insertRows, area.row, rows).map(({ row, lines }) => ({
    ...area,
    row,
    rows: lines.length,
  }));
}

function touchedBy({ insertRows, formats, bare, validations }: SheetPlan): Touched[] {
  const here = (area: Area) => before(insertRows, area);
  return [
    ...bare.flatMap(here).map((area) => ({
      area,
      properties: [...OF_CELLS.map((name) => PROPERTIES[name]), fill, ...borders(area)],
    })),
    ...validations.flatMap(({ area }) => here(area)).map((area) => ({ area, properties: [validation] })),
    ...formats.flatMap(({ area: first, also = [], ...step }) =>
      [first, ...also].flatMap(here).map((area) => ({
        area,
        properties: [
          ...Object.keys(step).flatMap((name) => (isProperty(name) ? [PROPERTIES[name]] : [])),
          ...(step.borders === undefined ? [] : borders(area)),
        ],
      })),
    ),
  ];
}

function cellsOf({ row, column, rows, columns }: Area): Area[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    return { row: row + Math.floor(i / columns), column: column + (i % columns), rows: 1, columns: 1 };
  });
}

/** Cells as Excel was asked how they look. */
interface Asked {
  readonly area: Area;
  readonly answers: readonly { readonly property: Property; readonly answer: ReturnType<Property['ask']> }[];
}

function ask(sheet: Excel.Worksheet, { area, properties }: Touched): Asked {
  const range = rangeOf(sheet, area);
  return { area, answers: properties.map((each) => ({ property: each, answer: each.ask(range) })) };
}

/** The cells of an area one by one, with those of its properties in which they differ. */
function mixed({ area, answers }: Asked): Touched[] {
  const differing = answers.filter(({ answer }) => answer() === null).map(({ property: each }) => each);
  if (differing.length === 0 || area.rows * area.columns === 1) return [];
  const own = differing.filter(({ isSide }) => !isSide);
  return cellsOf(area).map((cell) => ({
    area: cell,
    properties: own.length < differing.length ? [...own, ...borders(cell)] : own,
  }));
}

function putBack({ area, answers }: Asked): Looks {
  const puts = answers.flatMap(({ answer }) => answer() ?? []);
  return (sheet) => {
    const range = rangeOf(sheet, area);
    for (const put of puts) put(range);
  };
}

/** Questions about single cells at most: a request has to carry all the answers when they are put back. */
const MOST_QUESTIONS = 4000;

/** How the sheets look that a step writes and did not make, as far as it gives them another look. */
export class LooksBefore {
  private readonly asked: readonly {
    readonly plan: SheetPlan;
    readonly sheet: Excel.Worksheet;
    readonly cells: readonly Asked[];
    readonly layout: readonly (() => Looks)[];
  }[];
  private readonly single = new Map<string, Asked[]>();
  /** Sheets of which not every cell was asked how it looks. */
  readonly leftOut = new Set<string>();

  /** Queues the questions for the next sync. */
  constructor({ workbook }: Excel.RequestContext, sheets: readonly SheetPlan[]) {
    this.asked = sheets.map((plan) => {
      const sheet = workbook.worksheets.getItemOrNullObject(plan.sheet);
      return { plan, sheet, cells: touchedBy(plan).map((each) => ask(sheet, each)), layout: askLayout(sheet, plan) };
    });
  }

  get hasQuestions(): boolean {
    return this.asked.some(({ cells, layout }) => cells.length + layout.length > 0);
  }

  /**
   * Once that is answered, queues questions for cells one by one whose area is of several looks, for the sync after it.
   * Whole sheets of the program's own that are set up anew may take more of them than a request carries: what such
   * cells looked like is left out, the largest areas first.
   */
  askMore(): void {
    if (!this.hasQuestions) return;
    let left = MOST_QUESTIONS;
    const cells = this.asked
      .filter(({ sheet }) => !sheet.isNullObject)
      .flatMap(({ plan, sheet, cells: asked }) => asked.map((each) => ({ name: plan.sheet, sheet, of: mixed(each) })))
      .sort((a, b) => a.of.length - b.of.length);
    for (const { name, sheet, of } of cells) {
      left -= of.reduce((sum, { properties }) => sum + properties.length, 0);
      if (left < 0) this.leftOut.add(name);
      else this.single.set(name, [...(this.single.get(name) ?? []), ...of.map((one) => ask(sheet, one))]);
    }
  }

  /** Once both are answered. */
  bySheet(): ReadonlyMap<string, Looks> {
    if (!this.hasQuestions) return new Map();
    return new Map(
      this.asked
        .filter(({ sheet }) => !sheet.isNullObject)
        .map(({ plan, cells, layout }) => {
          const puts = [...cells, ...(this.single.get(plan.sheet) ?? [])]
            .map(putBack)
            .concat(layout.map((each) => each()));
          return [plan.sheet, (sheet, pages) => puts.forEach((put) => put(sheet, pages))] as const;
        }),
    );
  }
}

/** Merged cells, page, panes, columns and protection, as far as a plan changes them. */
function askLayout(sheet: Excel.Worksheet, plan: SheetPlan): (() => Looks)[] {
  const { page, printColumns, freezeRows, hiddenColumns, merges, bare, insertRows, protect } = plan;
  const reshaped = [...merges, ...bare].flatMap((area) => before(insertRows, area));
  return [
    ...(reshaped.length > 0 ? [askMerged(sheet, plan.sheet, reshaped)] : []),
    // Before the page, for which it matters whether there are any.
    ...(setsPageBreaks(plan) ? [askPageBreaks(sheet)] : []),
    ...(page !== null ? [askPage(sheet, plan.sheet)] : []),
    ...(page !== null || printColumns !== null ? [askPrintArea(sheet)] : []),
    ...(freezeRows !== null ? [askPanes(sheet)] : []),
    ...hiddenColumns.map((area) => {
      const range = rangeOf(sheet, area).load('columnHidden');
      return (): Looks => {
        const { columnHidden } = range;
        return (now) => (rangeOf(now, area).columnHidden = columnHidden);
      };
    }),
    ...(protect ? [() => (now: Excel.Worksheet) => now.protection.unprotect()] : []),
  ];
}

function askMerged(sheet: Excel.Worksheet, name: string, areas: readonly Area[]): () => Looks {
  const found = areas.map((area) => askMergedAreas(sheet, name, area));
  return () => {
    const merges = found.flatMap((mergedIn) => mergedIn());
    return (now) => {
      for (const area of areas) rangeOf(now, area).unmerge();
      for (const area of merges) rangeOf(now, area).merge(false);
    };
  };
}

function askPage(sheet: Excel.Worksheet, name: string): () => Looks {
  const page = sheet.pageLayout.load(
    'orientation,paperSize,topMargin,bottomMargin,leftMargin,rightMargin,zoom,centerHorizontally',
  );
  const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject();
  titles.load('rowIndex,rowCount');
  const footer = sheet.pageLayout.headersFooters.defaultForAllPages.load('centerFooter');
  return () => {
    const { centerFooter } = footer;
    const { orientation, paperSize, topMargin, bottomMargin, leftMargin, rightMargin, zoom, centerHorizontally } = page;
    const titleRows = titles.isNullObject ? null : `$${titles.rowIndex + 1}:$${titles.rowIndex + titles.rowCount}`;
    return (now, pages) => {
      const { pageLayout } = now;
      pageLayout.orientation = orientation;
      pageLayout.paperSize = paperSize;
      pageLayout.topMargin = topMargin;
      pageLayout.bottomMargin = bottomMargin;
      pageLayout.leftMargin = leftMargin;
      pageLayout.rightMargin = rightMargin;
      pageLayout.zoom = zoom;
      pageLayout.centerHorizontally = centerHorizontally;
      pageLayout.headersFooters.defaultForAllPages.centerFooter = centerFooter;
      if (titleRows !== null) pageLayout.setPrintTitleRows(titleRows);
      pages.push(queuePages(now, name, zoom, null));
    };
  };
}

function askPageBreaks(sheet: Excel.Worksheet): () => Looks {
  const breaks = sheet.horizontalPageBreaks;
  breaks.load('items/rowIndex');
  return () => {
    const rows = breaks.items.map(({ rowIndex }) => rowIndex);
    return ({ horizontalPageBreaks }) => {
      horizontalPageBreaks.removePageBreaks();
      for (const row of rows) horizontalPageBreaks.add(`A${row + 1}`);
    };
  };
}

function askPrintArea(sheet: Excel.Worksheet): () => Looks {
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject();
  printArea.load('address');
  return () => {
    // Without the sheet's name; whole columns stay what they are.
    const areas = printArea.isNullObject ? null : printArea.address.replaceAll(/(?:'(?:[^']|'')*'|[^',!]+)!/g, '');
    // Office.js cannot take a print area away; the whole sheet prints what no print area does.
    return (now) => now.pageLayout.setPrintArea(areas ?? now.getRange());
  };
}

function askPanes(sheet: Excel.Worksheet): () => Looks {
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('address');
  return () => {
    const address = frozen.isNullObject ? null : frozen.address.slice(frozen.address.lastIndexOf('!') + 1);
    return ({ freezePanes }) => {
      if (address === null) freezePanes.unfreeze();
      else freezePanes.freezeAt(address);
    };
  };
}
/* eslint-enable office-addins/call-sync-before-read, office-addins/call-sync-after-load */
