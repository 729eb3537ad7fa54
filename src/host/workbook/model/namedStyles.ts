/** The styles of Excel's gallery: what a cell looks like that gets one, and what the file says of each. */
import type { BorderSide, CellStyle, Color, FontStyle } from './data';

/** What a style says of its cells; of what it does not say they keep their own. */
export type StylePart = 'numFmt' | 'font' | 'fill' | 'border' | 'alignment' | 'protection';

/** The attributes by which a style of the file says whether it has a part. */
export const STYLE_PARTS: readonly (readonly [StylePart, attribute: string])[] = [
  ['numFmt', 'applyNumberFormat'],
  ['font', 'applyFont'],
  ['fill', 'applyFill'],
  ['border', 'applyBorder'],
  ['alignment', 'applyAlignment'],
  ['protection', 'applyProtection'],
];

export interface NamedStyle {
  /** The name in the file. */
  readonly name: string;
  /** Excel's number for one of its own. */
  readonly builtinId?: number;
  readonly style: CellStyle;
  readonly parts: readonly StylePart[];
}

const LOOKS: readonly StylePart[] = ['font', 'fill', 'border'];

const theme = (number: number, tint?: number): Color => ({ theme: number, ...(tint !== undefined && { tint }) });
const rgb = (digits: string): Color => ({ rgb: `FF${digits}` });
const line = (style: NonNullable<BorderSide['style']>, color: Color): BorderSide => ({ style, color });
const frame = (side: BorderSide): CellStyle => ({ border: { top: side, bottom: side, left: side, right: side } });
const font = (color: Color, more: FontStyle = {}): CellStyle => ({ font: { ...more, color } });
const solid = (color: Color): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: color } });
const heading = (size: number, bottom: BorderSide | undefined): CellStyle => ({
  ...font(theme(3), { bold: true, size }),
  ...(bottom && { border: { bottom } }),
});

function own(builtinId: number, name: string, style: CellStyle, parts: readonly StylePart[]): NamedStyle {
  return { builtinId, name, style, parts };
}

function looks(builtinId: number, name: string, ...styles: readonly CellStyle[]): NamedStyle {
  const style = styles.reduce<CellStyle>((all, one) => ({ ...all, ...one }), {});
  return own(
    builtinId,
    name,
    style,
    LOOKS.filter((part) => style[part] !== undefined),
  );
}

/** The four styles of an accent: full, and with so much white that 20, 40 or 60 % are left. */
function accents(number: number): [string, NamedStyle][] {
  const color = 3 + number;
  const first = 25 + 4 * number;
  const pale = (share: number, place: number, tint: number, text: number): [string, NamedStyle] => [
    `Accent${number}_${share}`,
    looks(first + place, `${share}% - Accent${number}`, font(theme(text)), solid(theme(color, tint))),
  ];
  return [
    [`Accent${number}`, looks(first, `Accent${number}`, font(theme(0)), solid(theme(color)))],
    pale(20, 1, 0.799_981_688_894_314_4, 1),
    pale(40, 2, 0.599_993_896_298_104_8, 1),
    pale(60, 3, 0.399_975_585_192_419_2, 0),
  ];
}

/** By the words of `Excel.BuiltInStyle`, as Excel has them since 2007. */
export const BUILT_IN: ReadonlyMap<string, NamedStyle> = new Map<string, NamedStyle>([
  ['Normal', own(0, 'Normal', {}, ['numFmt', 'font', 'fill', 'border', 'alignment', 'protection'])],
  ['Comma', own(3, 'Comma', { numFmt: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' }, ['numFmt'])],
  ['WholeComma', own(6, 'Comma [0]', { numFmt: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ' }, ['numFmt'])],
  ['Percent', own(5, 'Percent', { numFmt: '0%' }, ['numFmt'])],
  ['Note', looks(10, 'Note', solid(rgb('FFFFCC')), frame(line('thin', rgb('B2B2B2'))))],
  ['WarningText', looks(11, 'Warning Text', font(rgb('FF0000')))],
  ['SheetTitle', looks(15, 'Title', font(theme(3), { size: 18 }))],
  ['Heading1', looks(16, 'Heading 1', heading(15, line('thick', theme(4))))],
  ['Heading2', looks(17, 'Heading 2', heading(13, line('thick', theme(4, 0.499_984_740_745_262))))],
  ['Heading3', looks(18, 'Heading 3', heading(11, line('medium', theme(4, 0.399_975_585_192_419_2))))],
  ['Heading4', looks(19, 'Heading 4', heading(11, undefined))],
  ['Input', looks(20, 'Input', font(rgb('3F3F76')), solid(rgb('FFCC99')), frame(line('thin', rgb('7F7F7F'))))],
  [
    'Output',
    looks(21, 'Output', font(rgb('3F3F3F'), { bold: true }), solid(rgb('F2F2F2')), frame(line('thin', rgb('3F3F3F')))),
  ],
  [
    'Calculation',
    looks(
      22,
      'Calculation',
      font(rgb('FA7D00'), { bold: true }),
      solid(rgb('F2F2F2')),
      frame(line('thin', rgb('7F7F7F'))),
    ),
  ],
  [
    'CheckCell',
    looks(23, 'Check Cell', font(theme(0), { bold: true }), solid(rgb('A5A5A5')), frame(line('double', rgb('3F3F3F')))),
  ],
  ['LinkedCell', looks(24, 'Linked Cell', font(rgb('FA7D00')), { border: { bottom: line('double', rgb('FF8001')) } })],
  [
    'Total',
    looks(25, 'Total', font(theme(1), { bold: true }), {
      border: { top: line('thin', theme(4)), bottom: line('double', theme(4)) },
    }),
  ],
  ['Good', looks(26, 'Good', font(rgb('006100')), solid(rgb('C6EFCE')))],
  ['Bad', looks(27, 'Bad', font(rgb('9C0006')), solid(rgb('FFC7CE')))],
  ['Neutral', looks(28, 'Neutral', font(rgb('9C5700')), solid(rgb('FFEB9C')))],
  ['ExplanatoryText', looks(53, 'Explanatory Text', font(rgb('7F7F7F'), { italic: true }))],
  ...[1, 2, 3, 4, 5, 6].flatMap(accents),
]);

/** Excel's word for one of its own styles, whatever the language of the file calls it. */
export function wordOf(name: string, builtinId: number | undefined): string {
  if (builtinId === undefined) return name;
  for (const [word, { builtinId: number }] of BUILT_IN) if (number === builtinId) return word;
  return name;
}

/** The format of a cell that gets the style. */
export function inStyle(word: string, { style, parts }: NamedStyle, old: CellStyle): CellStyle {
  const kept = Object.entries(old).filter(([name]) => name !== 'named' && !parts.some((part) => part === name));
  return { ...Object.fromEntries(kept), ...style, ...(word !== 'Normal' && { named: word }) };
}
