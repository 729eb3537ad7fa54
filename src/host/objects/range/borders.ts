import type { Json } from '../../wire/protocol';
import type { BorderLineStyle, BorderSide, BorderStyle } from '../../workbook/model/data';
import type { Area } from '../../workbook/values/address';
import { colorOf, toColor } from '../cells/color';
import { requirePermission } from '../cells/permission';
import { agreed } from '../cells/uniform';
import { asChoice, asText, type Argument } from '../core/arguments';
import { bind, type ObjectClass } from '../core/object';
import { invalidArgument } from '../core/refusal';
import type { Formatted } from './formatted';

type Side = 'top' | 'right' | 'bottom' | 'left' | 'diagonal';

/** The cells of an area that carry a border, and on which side of theirs. */
interface Carrier {
  readonly area: Area;
  readonly side: Side;
}

/** Which lines of an area each of Excel's border places means; an empty list where the area has none such. */
const PLACES = {
  EdgeTop: (area: Area): Carrier[] => [{ area: { ...area, rows: 1 }, side: 'top' }],
  EdgeBottom: (area: Area): Carrier[] => [
    { area: { ...area, row: area.row + area.rows - 1, rows: 1 }, side: 'bottom' },
  ],
  EdgeLeft: (area: Area): Carrier[] => [{ area: { ...area, columns: 1 }, side: 'left' }],
  EdgeRight: (area: Area): Carrier[] => [
    { area: { ...area, column: area.column + area.columns - 1, columns: 1 }, side: 'right' },
  ],
  InsideVertical: (area: Area): Carrier[] =>
    area.columns < 2
      ? []
      : [
          { area: { ...area, columns: area.columns - 1 }, side: 'right' },
          { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, side: 'left' },
        ],
  InsideHorizontal: (area: Area): Carrier[] =>
    area.rows < 2
      ? []
      : [
          { area: { ...area, rows: area.rows - 1 }, side: 'bottom' },
          { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, side: 'top' },
        ],
  DiagonalDown: (area: Area): Carrier[] => [{ area, side: 'diagonal' }],
  DiagonalUp: (area: Area): Carrier[] => [{ area, side: 'diagonal' }],
} as const;
type Place = keyof typeof PLACES;

const PLACE_NAMES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const satisfies readonly Place[];

const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
type Line = (typeof LINES)[number];
type Weight = (typeof WEIGHTS)[number];

/** The file has one word for what the API says with a line and a weight. The first of a line is its usual weight. */
const FILE_STYLES: readonly (readonly [Exclude<Line, 'None'>, Weight, BorderLineStyle])[] = [
  ['Continuous', 'Thin', 'thin'],
  ['Continuous', 'Hairline', 'hair'],
  ['Continuous', 'Medium', 'medium'],
  ['Continuous', 'Thick', 'thick'],
  ['Dash', 'Thin', 'dashed'],
  ['Dash', 'Medium', 'mediumDashed'],
  ['DashDot', 'Thin', 'dashDot'],
  ['DashDot', 'Medium', 'mediumDashDot'],
  ['DashDotDot', 'Thin', 'dashDotDot'],
  ['DashDotDot', 'Medium', 'mediumDashDotDot'],
  ['Dot', 'Thin', 'dotted'],
  ['Double', 'Thick', 'double'],
  ['SlantDashDot', 'Medium', 'slantDashDot'],
];

function fileStyle(line: Exclude<Line, 'None'>, weight: Weight): BorderLineStyle {
  const ofLine = FILE_STYLES.filter(([one]) => one === line);
  return (ofLine.find(([, one]) => one === weight) ?? ofLine[0])?.[2] ?? 'thin';
}

function described(side: BorderSide | undefined): { line: Line; weight: Weight } {
  const found = FILE_STYLES.find(([, , style]) => style === side?.style);
  return found ? { line: found[0], weight: found[1] } : { line: 'None', weight: 'Thin' };
}

/** One border place of the formatted cells. */
class BorderTarget {
  constructor(
    readonly cells: Formatted,
    readonly place: Place,
  ) {}

  carriers(): Carrier[] {
    return this.cells.ranges.flatMap((range) => PLACES[this.place](range.area));
  }

  sides(): (BorderSide | undefined)[] {
    const { sheet } = this.cells;
    return this.carriers().flatMap(({ area, side }) => {
      const found: (BorderSide | undefined)[] = [];
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          found.push(sheet.style(row, column).border?.[side]);
        }
      }
      return found;
    });
  }

  change(patch: (side: BorderSide | undefined) => BorderSide | undefined): void {
    const { sheet } = this.cells;
    requirePermission(sheet, 'formatCells');
    for (const { area, side } of this.carriers()) {
      sheet.patchStyle(area, (style) => ({
        ...style,
        border: this.withSide(style.border ?? {}, side, patch(style.border?.[side])),
      }));
    }
  }

  private withSide(border: BorderStyle, side: Side, line: BorderSide | undefined): BorderStyle {
    const { [side]: _old, ...rest } = border;
    const direction = this.place === 'DiagonalUp' ? 'diagonalUp' : 'diagonalDown';
    const diagonal = side === 'diagonal' ? { [direction]: line !== undefined } : {};
    return line ? { ...rest, ...diagonal, [side]: line } : { ...rest, ...diagonal };
  }
}

/** `Excel.RangeBorder`. */
export const borderClass: ObjectClass<BorderTarget> = {
  name: 'RangeBorder',
  identity: ({ place }) => ({ Id: place }),
  members: {
    sideIndex: { kind: 'value', get: ({ place }) => place },
    style: {
      kind: 'value',
      get: (border) => agreed(border.sides().map((side) => described(side).line)),
      set: (border, value) => {
        const line = asChoice(value, LINES);
        border.change((side) =>
          line === 'None' ? undefined : { ...side, style: fileStyle(line, described(side).weight) },
        );
      },
    },
    weight: {
      kind: 'value',
      get: (border) => agreed(border.sides().map((side) => described(side).weight)),
      set: (border, value) => {
        const weight = asChoice(value, WEIGHTS);
        // A weight alone draws a continuous line, as in Excel.
        border.change((side) => {
          const { line } = described(side);
          return { ...side, style: fileStyle(line === 'None' ? 'Continuous' : line, weight) };
        });
      },
    },
    color: {
      kind: 'value',
      get: (border) => agreed(border.sides().map((side) => sideColor(border, side))),
      set: (border, value: Argument) => {
        const color = toColor(asText(value));
        border.change((side) => ({ style: side?.style ?? 'thin', color }));
      },
    },
  },
};

function sideColor({ cells }: BorderTarget, side: BorderSide | undefined): Json {
  return side?.color ? colorOf(side.color, cells.sheet.workbook) : '#000000';
}

/** `Excel.RangeBorderCollection`. */
export const bordersClass: ObjectClass<Formatted> = {
  name: 'RangeBorderCollection',
  items: (cells) => PLACE_NAMES.map((place) => bind(borderClass, new BorderTarget(cells, place))),
  item: (cells, given) => bind(borderClass, new BorderTarget(cells, given.choice(0, PLACE_NAMES))),
  members: {
    count: { kind: 'value', get: () => PLACE_NAMES.length },
    getItemAt: {
      kind: 'method',
      call: (cells, given) => {
        const place = PLACE_NAMES[given.integer(0)];
        if (!place) throw invalidArgument();
        return bind(borderClass, new BorderTarget(cells, place));
      },
    },
  },
};
