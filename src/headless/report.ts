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

/** A line for each row, under headings. What the last column holds is wrapped in it, the others are never cut. */
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
  return [
    { kind: 'line', text: `${text} ${rows.length}`, tone: 'heading' },
    { kind: 'table', headings, rows },
  ];
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
/** Columns in which a text can still be read; the last column of a table goes below the row where it has fewer. */
const LEAST_TEXT = 40;

function tableLines({ headings, rows }: Table, { width, isColoured }: Terminal): string[] {
  const widths = headings.map((heading, i) =>
    Math.max(...[heading, ...rows.map((row) => row[i] ?? '')].map(textWidth)),
  );
  const lastAt = headings.length - 1;
  const before = INDENT.length + widths.slice(0, lastAt).reduce((sum, each) => sum + each + GAP.length, 0);
  const isNarrow = width !== null && before > width;
  const isBelow = width !== null && before + Math.min(LEAST_TEXT, widths[lastAt] ?? 0) > width;

  const lineOfCells = (cells: readonly string[]): string[] => {
    const last = cells[lastAt] ?? '';
    const fixed = cells.slice(0, lastAt);
    // Too narrow for columns: cells one after the other, a line ending between two of them.
    if (isNarrow) return besideEachOther([...fixed, last], width);
    const line = INDENT + fixed.map((cell, i) => padded(cell, widths[i] ?? 0) + GAP).join('');
    const indent = isBelow ? INDENT + BELOW + BELOW : ' '.repeat(before);
    const pieces = last === '' ? [] : wrapped(last, width === null ? null : Math.max(1, width - indent.length));
    const [first = '', ...more] = isBelow ? ['', ...pieces] : pieces;
    return [(line + first).trimEnd(), ...more.map((piece) => indent + piece)];
  };
  const head = lineOfCells(isBelow ? headings.slice(0, lastAt) : headings).map((line) =>
    isColoured ? styleText('underline', line, { validateStream: false }) : line,
  );
  return [...head, ...rows.flatMap(lineOfCells)];
}

/** All cells but the last stay whole, however narrow it is. */
function besideEachOther(cells: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const indent = () => (lines.length === 0 ? INDENT : INDENT + BELOW);
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    if (line !== '' && textWidth(line) + GAP.length + textWidth(cell) > width) {
      lines.push(line);
      line = '';
    }
    const [first = '', ...more] = i < cells.length - 1 ? [cell] : wrapped(cell, Math.max(1, width - indent().length));
    line = line === '' ? indent() + first : line + GAP + first;
    for (const piece of more) {
      lines.push(line);
      line = indent() + piece;
    }
  }
  return [...lines, line];
}
