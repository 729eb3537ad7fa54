/** How a cell of the workbook looks, in the grid's words. */
import {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IDocumentData,
  type IStyleData,
} from '@univerjs/core';
import { colorOf } from '../../host/objects/cells/color';
import type {
  AlignmentStyle,
  BorderLineStyle,
  BorderSide,
  BorderStyle,
  Cell,
  CellStyle,
  FillStyle,
  FontStyle,
} from '../../host/workbook/model/data';
import type { WorkbookModel } from '../../host/workbook/model/workbook';

const LINES: Readonly<Record<BorderLineStyle, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const HORIZONTAL: Readonly<Record<NonNullable<AlignmentStyle['horizontal']>, HorizontalAlign>> = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  fill: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Record<NonNullable<AlignmentStyle['vertical']>, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  justify: VerticalAlign.MIDDLE,
  distributed: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

/** The grid's style of a cell that has this style in the workbook. */
export function gridStyle(style: CellStyle, workbook: WorkbookModel): IStyleData {
  const { numFmt } = style;
  return {
    ...(style.font && fontOf(style.font, workbook)),
    ...(style.fill && fillOf(style.fill, workbook)),
    ...(style.border && { bd: bordersOf(style.border, workbook) }),
    // Excel puts text at the bottom of its cell unless it is told otherwise.
    vt: VERTICAL[style.alignment?.vertical ?? 'bottom'],
    ...(style.alignment && alignmentOf(style.alignment)),
    ...(numFmt !== undefined && numFmt !== 'General' && { n: { pattern: numFmt } }),
  };
}

/** What a conditional format lays over a cell's own style. */
export function conditionalStyle({ font, fill, border, numFmt }: CellStyle, workbook: WorkbookModel): IStyleData {
  // Of a conditional format's solid fill Excel shows the background colour.
  const color = fill?.type === 'pattern' && fill.pattern !== 'none' ? (fill.bgColor ?? fill.fgColor) : undefined;
  return {
    ...(font && fontOf(font, workbook)),
    ...(font?.bold === false && { bl: BooleanNumber.FALSE }),
    ...(font?.italic === false && { it: BooleanNumber.FALSE }),
    ...(color && { bg: { rgb: colorOf(color, workbook) } }),
    ...(border && { bd: withoutNull(bordersOf(border, workbook)) }),
    ...(numFmt !== undefined && { n: { pattern: numFmt } }),
  };
}

/** A conditional format has only the lines that it names; the others are the cell's own. */
function withoutNull(borders: IBorderData): IBorderData {
  return Object.fromEntries(Object.entries(borders).filter(([, line]) => line !== null));
}

/** A text of several fonts as the grid's document. */
export function richDocument(runs: NonNullable<Cell['richText']>, workbook: WorkbookModel): IDocumentData {
  let end = 0;
  const textRuns = runs.map(({ text, font }) => {
    const start = end;
    end += text.length;
    return { st: start, ed: end, ts: font ? fontOf(font, workbook) : {} };
  });
  const text = runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', '\r');
  const breaks = [...text.matchAll(/\r/g)].map(({ index }) => ({ startIndex: index }));
  return {
    id: 'rich',
    body: { dataStream: `${text}\r\n`, textRuns, paragraphs: [...breaks, { startIndex: text.length }] },
    documentStyle: {},
  };
}

/** Fonts as styles name them; what a font leaves open the workbook's default decides. */
export function fontOf(font: FontStyle, workbook: WorkbookModel): IStyleData {
  const line = { s: BooleanNumber.TRUE };
  return {
    ...(font.name !== undefined && { ff: font.name }),
    ...(font.size !== undefined && { fs: font.size }),
    ...(font.bold === true && { bl: BooleanNumber.TRUE }),
    ...(font.italic === true && { it: BooleanNumber.TRUE }),
    ...(font.underline !== undefined && font.underline !== false && { ul: line }),
    ...(font.strikethrough === true && { st: line }),
    ...(font.color && { cl: { rgb: colorOf(font.color, workbook) } }),
    ...(font.vertAlign && {
      va: font.vertAlign === 'superscript' ? BaselineOffset.SUPERSCRIPT : BaselineOffset.SUBSCRIPT,
    }),
  };
}

/** Solid fills; of a pattern its own colour, of a gradient nothing. */
function fillOf(fill: FillStyle, workbook: WorkbookModel): IStyleData {
  if (fill.type !== 'pattern' || fill.pattern === 'none') return {};
  const color = fill.fgColor ?? fill.bgColor;
  return color ? { bg: { rgb: colorOf(color, workbook) } } : {};
}

function bordersOf(border: BorderStyle, workbook: WorkbookModel): IBorderData {
  const side = (line: BorderSide | undefined): IBorderStyleData | null =>
    line ? { s: LINES[line.style], cl: { rgb: line.color ? colorOf(line.color, workbook) : '#000000' } } : null;
  return {
    t: side(border.top),
    r: side(border.right),
    b: side(border.bottom),
    l: side(border.left),
    ...(border.diagonalDown === true && { tl_br: side(border.diagonal) }),
    ...(border.diagonalUp === true && { bl_tr: side(border.diagonal) }),
  };
}

function alignmentOf({ horizontal, wrapText, textRotation }: AlignmentStyle): IStyleData {
  return {
    ...(horizontal !== undefined && horizontal !== 'general' && { ht: HORIZONTAL[horizontal] }),
    ...(wrapText === true && { tb: WrapStrategy.WRAP }),
    ...(textRotation !== undefined && textRotation !== 0 && { tr: rotation(textRotation) }),
  };
}

/** Excel counts 1 to 90 degrees upwards, 91 to 180 downwards, and 255 for letters below each other. */
function rotation(angle: number): { a: number; v?: BooleanNumber } {
  if (angle === 255) return { a: 0, v: BooleanNumber.TRUE };
  return { a: angle <= 90 ? -angle : angle - 90 };
}
