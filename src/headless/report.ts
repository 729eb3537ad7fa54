import { styleText } from 'node:util';
import { padded, textWidth, wrapped } from './textWidth';

/** What a part of a report is, by which it is coloured. */
export type Tone = 'title' | 'heading' | 'error' | 'warning' | 'note';

/** A line of its own; what its width cuts goes on below, two columns in. Leading spaces stay. */
interface Line {
  readonly kind: 'line';
  readonly text: string;
  readonly tone?: Tone;
}

/** A line for each row, or two where they are narrow, under headings. A text in the last column is wrapped, no other is ever cut. */
interface Table {
  readonly kind: 'table';
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a readable report; a text alone is a line. */
export type Part = string | Line | Table;

/** Where a report is read. */
export interface Terminal {
  /** Columns; null where nothing is wrapped, as in a file. */
  readonly width: number | null;
  readonly isColoured: boolean;
}

const STYLES = {
  title: ['bold'],
  heading: ['bold'],
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'cyan'],
} as const;

export function title(text: string): Part {
  return { kind: 'line', text, tone: 'title' };
}

/** A heading with the number of its lines; nothing where there are none. */
export function section(text: string, lines: readonly Part[], tone: Tone = 'heading'): Part[] {
  return lines.length === 0 ? [] : [{ kind: 'line', text: `${text} ${lines.length}`, tone }, ...lines];
}

/** A table under a heading with the number of its rows; nothing without rows. */
export function tableSection(text: string, headings: readonly string[], rows: Table['rows']): Part[] {
  if (rows.length === 0) return [];
  return [{ kind: 'line', text: `${text} ${rows.length}`, tone: 'heading' }, table(headings, rows)];
}

/** A table without a heading of its own. */
export function table(headings: readonly string[], rows: Table['rows']): Part {
  return { kind: 'table', headings, rows };
}

/** The report as it is printed, without the end of its last line. */
export function laidOut(parts: readonly Part[], terminal: Terminal): string {
  return parts
    .flatMap((part) => {
      if (typeof part === 'string') return lineOf({ kind: 'line', text: part }, terminal);
      return part.kind === 'table' ? tableLines(part, terminal) : lineOf(part, terminal);
    })
    .join('\n');
}

function lineOf({ text, tone }: Line, { width, isColoured }: Terminal): string[] {
  return text.split('\n').flatMap((each) => {
    const [indent = ''] = /^ */.exec(each) ?? [];
    const room = width === null ? null : Math.max(1, width - indent.length - BELOW.length);
    return wrapped(each.slice(indent.length), room).map((piece, i) => {
      const line = `${indent}${i === 0 ? '' : BELOW}${piece}`;
      return isColoured && tone !== undefined ? styleText([...STYLES[tone]], line, { validateStream: false }) : line;
    });
  });
}

const INDENT = '  ';
/** Before what goes on in another line. */
const BELOW = '  ';
const GAP = '  ';
/** Columns in which a text can still be read; a text that is the last column goes below the row where it has fewer. */
const LEAST_TEXT = 40;

/**
 * Where a row does not fit, its columns go on in a second line, further in, and a third: each stands in its place in every
 * row, so that one still reads down them.
 */
function tableLines({ headings, rows }: Table, { width, isColoured }: Terminal): string[] {
  const widths = headings.map((heading, i) =>
    Math.max(...[heading, ...rows.map((row) => row[i] ?? '')].map(textWidth)),
  );
  const lastAt = headings.length - 1;
  const lastWidth = widths[lastAt] ?? 0;
  // A short last column is one like the others.
  const isText = width === null || lastWidth > Math.min(LEAST_TEXT, width - INDENT.length - BELOW.length);
  const bands = bandsOf(isText ? widths.slice(0, lastAt) : widths, width);
  const before = bands
    .at(-1)
    ?.reduce((sum, { width: own }) => sum + own + GAP.length, indentOf(bands.length - 1).length);
  const isBelow = width !== null && isText && (before ?? 0) + Math.min(LEAST_TEXT, lastWidth) > width;

  const lineOfCells = (cells: readonly string[]): string[] => {
    const lines = bands.map(
      (band, i) => indentOf(i) + band.map(({ column, width: own }) => padded(cells[column] ?? '', own) + GAP).join(''),
    );
    const indent = isBelow ? INDENT + BELOW + BELOW : ' '.repeat(before ?? 0);
    const text = isText ? (cells[lastAt] ?? '') : '';
    const pieces = text === '' ? [] : wrapped(text, width === null ? null : Math.max(1, width - indent.length));
    const [first = '', ...more] = isBelow ? ['', ...pieces] : pieces;
    const all = [...lines.slice(0, -1), (lines.at(-1) ?? '') + first, ...more.map((piece) => indent + piece)];
    return all.map((line) => line.trimEnd()).filter((line) => line !== '');
  };
  const head = lineOfCells(isBelow ? headings.slice(0, lastAt) : headings).map((line) =>
    isColoured ? styleText('underline', line, { validateStream: false }) : line,
  );
  return [...head, ...rows.flatMap(lineOfCells)];
}

interface Column {
  readonly column: number;
  readonly width: number;
}

function indentOf(band: number): string {
  return band === 0 ? INDENT : INDENT + BELOW;
}

/** The columns that stand in a line, line after line; a column that alone is too wide has one of its own. */
function bandsOf(widths: readonly number[], width: number | null): Column[][] {
  const bands: Column[][] = [[]];
  let taken = INDENT.length;
  for (const [column, own] of widths.entries()) {
    const band = bands.at(-1);
    if (width !== null && band !== undefined && band.length > 0 && taken + own > width) {
      bands.push([{ column, width: own }]);
      taken = indentOf(bands.length - 1).length + own + GAP.length;
    } else {
      band?.push({ column, width: own });
      taken += own + GAP.length;
    }
  }
  return bands;
}
