import type { Json } from '../../wire/protocol';
import {
  isProtected,
  type AlignmentStyle,
  type CellStyle,
  type Color,
  type FontStyle,
} from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { isWholeColumns, MAX_COLUMNS, MAX_ROWS } from '../../workbook/values/address';
import { columnCharacters, columnPoints, rowPoints } from '../../workbook/values/size';
import { colorOf, toColor } from '../cells/color';
import { requirePermission } from '../cells/permission';
import { agreed, stylesOf } from '../cells/uniform';
import { asBoolean, asChoice, asInteger, asNumber, asText, type Argument } from '../core/arguments';
import { bind, type Member, type ObjectClass, type ValueMember } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { accessDenied, apiNotFound, invalidArgument } from '../core/refusal';
import type { ApiVersion } from '../core/version';
import { autofitColumns, autofitRows } from './autofit';
import { bordersClass } from './borders';
import type { Formatted } from './formatted';

type StyleGet = (style: CellStyle, sheet: SheetModel) => Json;
type StyleSet = (style: CellStyle, value: Argument) => CellStyle;

/** A property of the cells' formats; null where they differ. */
function styleMember(get: StyleGet, set?: StyleSet, since?: ApiVersion): ValueMember<Formatted> {
  return {
    kind: 'value',
    ...(since && { since }),
    get: ({ sheet, ranges }) => agreed([...stylesOf(ranges)].map((style) => get(style, sheet))),
    ...(set && {
      set: (cells: Formatted, value: Argument) => {
        // Parsed before any cell is touched, so that a bad value changes nothing.
        set({}, value);
        cells.patch((style) => set(style, value));
      },
    }),
  };
}

function alignmentMember(
  get: (alignment: AlignmentStyle) => Json,
  set: (value: Argument) => Partial<AlignmentStyle>,
  since?: ApiVersion,
): ValueMember<Formatted> {
  return styleMember(
    (style) => get(style.alignment ?? {}),
    (style, value) => ({ ...style, alignment: { ...style.alignment, ...set(value) } }),
    since,
  );
}

/** Excel's words for alignments, with those of the file. */
const HORIZONTAL = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const VERTICAL = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const;

/** The word of the API for a word of the file. */
function wordFor<T extends string>(words: Readonly<Record<T, string>>, value: string, missing: T): T {
  for (const word of wordsOf(words)) if (words[word] === value) return word;
  return missing;
}

function wordsOf<T extends string>(words: Readonly<Record<T, string>>): T[] {
  const list: T[] = [];
  for (const word in words) list.push(word);
  return list;
}

const layoutMembers: Readonly<Record<string, Member<Formatted>>> = {
  horizontalAlignment: alignmentMember(
    ({ horizontal }) => wordFor(HORIZONTAL, horizontal ?? 'general', 'General'),
    (value) => ({ horizontal: HORIZONTAL[asChoice(value, wordsOf(HORIZONTAL))] }),
  ),
  verticalAlignment: alignmentMember(
    ({ vertical }) => wordFor(VERTICAL, vertical ?? 'bottom', 'Bottom'),
    (value) => ({ vertical: VERTICAL[asChoice(value, wordsOf(VERTICAL))] }),
  ),
  wrapText: alignmentMember(
    ({ wrapText }) => wrapText ?? false,
    (value) => ({ wrapText: asBoolean(value) }),
  ),
  shrinkToFit: alignmentMember(
    ({ shrinkToFit }) => shrinkToFit ?? false,
    (value) => ({ shrinkToFit: asBoolean(value) }),
    '1.9',
  ),
  indentLevel: alignmentMember(
    ({ indent }) => indent ?? 0,
    (value) => ({ indent: within(asInteger(value), 0, 250) }),
    '1.9',
  ),
  textOrientation: alignmentMember(
    ({ textRotation = 0 }) => (textRotation === 255 ? 180 : textRotation > 90 ? 90 - textRotation : textRotation),
    // The API counts −90…90 degrees and 180 for text set vertically; the file 0…180 and 255.
    (value) => {
      const degrees = asInteger(value);
      if (degrees === 180) return { textRotation: 255 };
      return { textRotation: within(degrees, -90, 90) < 0 ? 90 - degrees : degrees };
    },
    '1.7',
  ),
  columnWidth: { kind: 'value', since: '1.2', get: columnWidth, set: setColumnWidth },
  rowHeight: { kind: 'value', since: '1.2', get: rowHeight, set: setRowHeight },
  autofitColumns: {
    kind: 'method',
    since: '1.2',
    call: ({ sheet, ranges }) => {
      requirePermission(sheet, 'formatColumns');
      for (const range of ranges) autofitColumns(sheet, range.area);
    },
  },
  autofitRows: {
    kind: 'method',
    since: '1.2',
    call: ({ sheet, ranges }) => {
      requirePermission(sheet, 'formatRows');
      for (const range of ranges) autofitRows(sheet, range.area);
    },
  },
};

/** `Excel.RangeFormat`. */
export const formatClass: ObjectClass<Formatted> = {
  name: 'RangeFormat',
  members: {
    ...layoutMembers,
    font: { kind: 'object', get: (cells) => bind(fontClass, cells) },
    fill: { kind: 'object', get: (cells) => bind(fillClass, cells) },
    borders: { kind: 'object', get: (cells) => bind(bordersClass, cells) },
    protection: { kind: 'object', since: '1.2', get: (cells) => bind(formatProtectionClass, cells) },
  },
};

function within(value: number, least: number, most: number): number {
  if (value < least || value > most) throw invalidArgument();
  return value;
}

function* linesOf(ranges: readonly RangeRef[], along: 'rows' | 'columns', end: number): Generator<number> {
  for (const { area } of ranges) {
    const start = along === 'rows' ? area.row : area.column;
    const size = along === 'rows' ? area.rows : area.columns;
    for (let line = start; line < Math.min(start + size, end); line++) yield line;
  }
}

function columnWidth({ sheet, ranges }: Formatted): Json {
  // Beyond the columns that the sheet describes all have one width.
  const end = Math.min(MAX_COLUMNS, Math.max(sheet.data.columns?.length ?? 0, ...ranges.map((r) => r.area.column)) + 1);
  return agreed(
    [...linesOf(ranges, 'columns', end)].map((column) =>
      sheet.columnHidden(column) ? 0 : columnPoints(sheet.columnWidth(column)),
    ),
  );
}

function setColumnWidth({ sheet, ranges }: Formatted, value: Argument): void {
  // 255 characters are the widest column.
  const points = within(asNumber(value), 0, columnPoints(255));
  requirePermission(sheet, 'formatColumns');
  const columns = (sheet.data.columns ??= []);
  for (const column of linesOf(ranges, 'columns', MAX_COLUMNS)) {
    while (columns.length <= column) columns.push({});
    columns[column] = { ...columns[column], width: columnCharacters(points) };
  }
}

const TALLEST_ROW = 409.5;

function rowHeight({ sheet, ranges }: Formatted): Json {
  let end = 1;
  for (const row of sheet.data.rowDefs?.keys() ?? []) end = Math.max(end, row + 1);
  for (const row of sheet.extras.automaticHeights.keys()) end = Math.max(end, row + 1);
  for (const { area } of ranges) end = Math.max(end, area.row);
  end = Math.min(MAX_ROWS, end + 1);
  return agreed([...linesOf(ranges, 'rows', end)].map((row) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row))));
}

function setRowHeight({ sheet, ranges }: Formatted, value: Argument): void {
  const height = rowPoints(within(asNumber(value), 0, TALLEST_ROW));
  requirePermission(sheet, 'formatRows');
  const rows = (sheet.data.rowDefs ??= new Map());
  if (ranges.some(({ area }) => isWholeColumns(area))) {
    // All rows of a sheet have one height by its default, as Excel does it: a million records would say the same.
    sheet.extras.defaultRowHeight = height;
    sheet.extras.sheetFormat = { ...sheet.extras.sheetFormat, customHeight: '1' };
    sheet.extras.automaticHeights.clear();
    for (const [row, { height: _own, ...rest }] of rows) rows.set(row, rest);
    return;
  }
  for (const row of linesOf(ranges, 'rows', MAX_ROWS)) rows.set(row, { ...rows.get(row), height });
}

function fontMember(
  get: (font: FontStyle, sheet: SheetModel) => Json,
  set: (value: Argument) => Partial<FontStyle>,
  since?: ApiVersion,
): ValueMember<Formatted> {
  return styleMember(
    (style, sheet) => get(style.font ?? {}, sheet),
    (style, value) => ({ ...style, font: { ...style.font, ...set(value) } }),
    since,
  );
}

const LONGEST_FONT_NAME = 31;

function fontName(value: Argument): string {
  const name = asText(value);
  if (name === '' || name.length > LONGEST_FONT_NAME)
    throw invalidArgument(`A font name has 1 to ${LONGEST_FONT_NAME} signs.`);
  return name;
}

const UNDERLINES = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
} as const;

/** `Excel.RangeFont`. */
export const fontClass: ObjectClass<Formatted> = {
  name: 'RangeFont',
  members: {
    name: fontMember(
      (font, sheet) => font.name ?? sheet.workbook.data.defaultFont?.name ?? '宋体',
      // A font with a scheme takes its name from the theme; one that is named does not.
      (value) => ({ name: fontName(value), scheme: 'none' }),
    ),
    size: fontMember(
      (font, sheet) => font.size ?? sheet.workbook.data.defaultFont?.size ?? 11,
      (value) => ({ size: within(asNumber(value), 1, 409) }),
    ),
    bold: fontMember(
      (font) => font.bold ?? false,
      (value) => ({ bold: asBoolean(value) }),
    ),
    italic: fontMember(
      (font) => font.italic ?? false,
      (value) => ({ italic: asBoolean(value) }),
    ),
    strikethrough: fontMember(
      (font) => font.strikethrough ?? false,
      (value) => ({ strikethrough: asBoolean(value) }),
      '1.9',
    ),
    underline: fontMember(
      ({ underline }) =>
        underline === undefined || underline === false
          ? 'None'
          : underline === true
            ? 'Single'
            : wordFor(UNDERLINES, underline, 'Single'),
      (value) => {
        const underline = UNDERLINES[asChoice(value, wordsOf(UNDERLINES))];
        return { underline: underline === 'none' ? false : underline };
      },
    ),
    color: fontMember(
      (font, sheet) => (font.color ? colorOf(font.color, sheet.workbook) : '#000000'),
      (value) => ({ color: toColor(asText(value)) }),
    ),
  },
};

/** `Excel.RangeFill`. Cells without a fill show white, as in Excel. */
export const fillClass: ObjectClass<Formatted> = {
  name: 'RangeFill',
  members: {
    color: styleMember(
      ({ fill }, sheet) => {
        if (fill?.type !== 'pattern' || fill.pattern === 'none') return '#FFFFFF';
        // Behind a pattern lies the colour that a solid fill has in front.
        const color = fill.pattern === 'solid' ? fill.fgColor : fill.bgColor;
        return color ? colorOf(color, sheet.workbook) : '#FFFFFF';
      },
      (style, value) => {
        const text = asText(value);
        if (text === '') return withoutFill(style);
        const color = toColor(text);
        const { fill } = style;
        if (fill?.type === 'pattern' && fill.pattern !== 'none' && fill.pattern !== 'solid')
          return { ...style, fill: { ...fill, bgColor: color } };
        return { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: color } };
      },
    ),
    pattern: styleMember(
      ({ fill }) => (fill?.type === 'pattern' ? wordFor(PATTERNS, fill.pattern, 'None') : 'None'),
      (style, value) => {
        const word = asChoice(value, [...wordsOf(PATTERNS), 'LinearGradient', 'RectangularGradient']);
        if (word === 'LinearGradient' || word === 'RectangularGradient')
          throw apiNotFound(`RangeFill.pattern (${word})`);
        const pattern = PATTERNS[word];
        if (pattern === 'none') return withoutFill(style);
        const { back, front } = colorsOf(style);
        if (pattern === 'solid')
          return { ...style, fill: { type: 'pattern', pattern, fgColor: back ?? toColor('#FFFFFF') } };
        return {
          ...style,
          fill: { type: 'pattern', pattern, ...(front && { fgColor: front }), ...(back && { bgColor: back }) },
        };
      },
      '1.9',
    ),
    patternColor: styleMember(
      (style, sheet) => {
        const { front } = colorsOf(style);
        return front ? colorOf(front, sheet.workbook) : '#000000';
      },
      (style, value) => {
        const color = toColor(asText(value));
        const { fill } = style;
        const isPattern = fill?.type === 'pattern' && fill.pattern !== 'none' && fill.pattern !== 'solid';
        // Without a pattern there is nothing that the colour could show.
        return isPattern ? { ...style, fill: { ...fill, fgColor: color } } : style;
      },
      '1.9',
    ),
    clear: { kind: 'method', call: (cells) => cells.patch(withoutFill) },
  },
};

/** Excel's words for patterns, with those of the file. */
const PATTERNS = {
  None: 'none',
  Solid: 'solid',
  Gray50: 'mediumGray',
  Gray75: 'darkGray',
  Gray25: 'lightGray',
  Horizontal: 'darkHorizontal',
  Vertical: 'darkVertical',
  Down: 'darkDown',
  Up: 'darkUp',
  Checker: 'darkGrid',
  SemiGray75: 'darkTrellis',
  LightHorizontal: 'lightHorizontal',
  LightVertical: 'lightVertical',
  LightDown: 'lightDown',
  LightUp: 'lightUp',
  Grid: 'lightGrid',
  CrissCross: 'lightTrellis',
  Gray16: 'gray125',
  Gray8: 'gray0625',
} as const;

/** The colours before and behind of a pattern; a solid fill is all behind. */
function colorsOf({ fill }: CellStyle): { front?: Color | undefined; back?: Color | undefined } {
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return {};
  return fill.pattern === 'solid' ? { back: fill.fgColor } : { front: fill.fgColor, back: fill.bgColor };
}

function withoutFill(style: CellStyle): CellStyle {
  const { fill: _fill, ...rest } = style;
  return rest;
}

/** `Excel.FormatProtection`: what counts once the sheet is protected; it cannot be changed while it is. */
export const formatProtectionClass: ObjectClass<Formatted> = {
  name: 'FormatProtection',
  since: '1.2',
  members: {
    locked: protectionMember(
      (style) => style.protection?.locked ?? true,
      (locked) => ({ locked }),
    ),
    formulaHidden: protectionMember(
      (style) => style.protection?.hidden ?? false,
      (hidden) => ({ hidden }),
    ),
  },
};

function protectionMember(
  get: (style: CellStyle) => boolean,
  set: (value: boolean) => NonNullable<CellStyle['protection']>,
): ValueMember<Formatted> {
  return {
    kind: 'value',
    get: ({ ranges }) => agreed([...stylesOf(ranges)].map(get)),
    set: (cells, value) => {
      const change = set(asBoolean(value));
      if (isProtected(cells.sheet.data.protection)) throw accessDenied();
      cells.patch((style) => ({ ...style, protection: { ...style.protection, ...change } }));
    },
  };
}
