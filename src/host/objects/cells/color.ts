import names from 'color-name';
import type { Color } from '../../workbook/model/data';
import type { WorkbookModel } from '../../workbook/model/workbook';
import { invalidArgument } from '../core/refusal';

/** Excel's first eight indexed colours (8–15 repeat them) and the system's text and window colours. */
const INDEXED = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

/** A colour of the file as Excel's API gives it: `#RRGGBB`. */
export function colorOf(color: Color, workbook: WorkbookModel): string {
  if (color.rgb !== undefined) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color.theme !== undefined) {
    const base = workbook.data.themeColors?.[color.theme] ?? DEFAULT_THEME[color.theme] ?? '000000';
    return `#${tinted(base.replace('#', '').slice(-6), color.tint ?? 0)}`;
  }
  return `#${INDEXED[(color.indexed ?? 0) % 8] ?? '000000'}`;
}

/** The Office theme: light 1, dark 1, light 2, dark 2, then the six accents. */
const DEFAULT_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];

/** A theme colour made lighter (towards 1) or darker (towards −1), by ECMA-376 part 1, 18.8.19. */
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16));
  const shade = (value: number): number => (tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  return channels
    .map((value) => Math.round(shade(value)).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** HTML's names of colours, with their channels. */
const NAMED = new Map<string, readonly number[]>(Object.entries(names));

/** A colour given by the client: `#RRGGBB` or an HTML name in any case. */
export function toColor(text: string): Color {
  const hex =
    /^#?([0-9a-f]{6})$/i.exec(text)?.[1] ??
    NAMED.get(text.toLowerCase())
      ?.map((channel) => channel.toString(16).padStart(2, '0'))
      .join('');
  if (hex === undefined) throw invalidArgument(`${text} is no colour.`);
  return { rgb: hex.toUpperCase() };
}
