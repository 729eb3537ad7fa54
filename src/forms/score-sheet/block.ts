import type { SheetCells } from '../grid/cells';
import type { Area } from '../grid/snapshot';
import { factsOf, weigh, type RowFacts, type RowKind } from './evidence';
import type { Heading } from './heading';
import { readInOrder, type ReadRow } from './order';

/** Title lines are looked for in so many rows above a heading. */
const TITLE_ROWS = 8;
/** A reading that is surer by less than this wants a person's eyes. */
const SURE = 4;

/** The rows of one form. */
export interface Block {
  readonly heading: Heading;
  /** Title lines to footnote, first to last heading column. */
  readonly area: Area;
  /** Rows above the heading that carry title, month, signature, rater; ascending. */
  readonly titleRows: readonly number[];
  /** Rows below the people that carry a signature or a rater. */
  readonly signatureRows: readonly number[];
  readonly personRows: readonly number[];
  /** Rows of 合计, 平均, … with their text, footnote not among them. */
  readonly skipped: readonly SkippedRow[];
  /** Lower rows of a merged name that hold scores of their own. */
  readonly splitRows: readonly number[];
  /** Rows of people that may be nobody. */
  readonly doubtfulRows: readonly number[];
}

export interface SkippedRow {
  readonly row: number;
  readonly text: string;
  /** The row may be somebody: it has scores, and little says that it is nobody. */
  readonly doubtful: boolean;
}

/** A row with what is seen of it and what it is. */
interface SeenRow extends ReadRow {
  readonly facts: RowFacts;
}

/** The blocks of a sheet's headings, in the same order. */
export function findBlocks(
  cells: SheetCells,
  headings: readonly Heading[],
  isKnown: (name: string) => boolean,
): Block[] {
  const rowsBetween = (
    heading: Heading,
    start: 'people' | 'outside',
    from: number,
    next: Heading | undefined,
  ): SeenRow[] => {
    const facts = Array.from({ length: Math.max(0, (next?.firstRow ?? cells.rowEnd) - from) }, (_, i) =>
      factsOf(cells, heading, from + i, isKnown),
    );
    const read = readInOrder(
      facts.map((each) => ({ facts: each, weights: weigh(each) })),
      start,
      next !== undefined,
    );
    return facts.flatMap((each, i) => (read[i] === undefined ? [] : [{ ...read[i], facts: each }]));
  };
  const below = headings.map((heading, i) =>
    rowsBetween(heading, 'people', heading.lastRow + 1, formBelow(headings, i)),
  );
  return headings.map((heading, i) => {
    const lines = below[formAbove(headings, i)] ?? rowsBetween(heading, 'outside', cells.firstRow, heading);
    return blockOf(heading, titleRowsOf(heading, lines), below[i] ?? []);
  });
}

function overlap(a: Heading, b: Heading): boolean {
  return a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

/** The place in the list of the nearest form above in the same columns; −1 where there is none. */
function formAbove(headings: readonly Heading[], of: number): number {
  const heading = headings[of];
  for (let i = of - 1; heading !== undefined && i >= 0; i--) {
    const other = headings[i];
    if (other !== undefined && other.lastRow < heading.firstRow && overlap(heading, other)) return i;
  }
  return -1;
}

/** The nearest form below in the same columns. */
function formBelow(headings: readonly Heading[], of: number): Heading | undefined {
  const heading = headings[of];
  for (let i = of + 1; heading !== undefined && i < headings.length; i++) {
    const other = headings[i];
    if (other !== undefined && other.firstRow > heading.lastRow && overlap(heading, other)) return other;
  }
  return undefined;
}

/** The last rows above a heading, which carry its title, month, signature or rater. */
function titleRowsOf(heading: Heading, lines: readonly SeenRow[]): number[] {
  const last = lines.map(({ part }) => part !== 'title').lastIndexOf(true);
  return lines
    .slice(last + 1)
    .filter(({ row, kind }) => kind === 'title' && row >= heading.firstRow - TITLE_ROWS)
    .map(({ row }) => row);
}

/** Whoever has a common surname lacks scores; a word without one may be nobody. */
function isHardlyName({ likeness, known }: RowFacts): boolean {
  return likeness !== 'surname' && !known;
}

function blockOf(heading: Heading, titleRows: readonly number[], below: readonly SeenRow[]): Block {
  const own = below.filter(({ part }) => part === 'people' || part === 'end');
  const of = (...kinds: readonly RowKind[]) => own.filter(({ kind }) => kinds.includes(kind));
  const rows = (...kinds: readonly RowKind[]) => of(...kinds).map(({ row }) => row);
  const top = titleRows[0] ?? heading.firstRow;
  const bottom = Math.max(heading.lastRow, ...rows('person', 'split', 'summary', 'footnote', 'signature'));
  const lastPerson = rows('person').at(-1) ?? heading.lastRow;
  return {
    heading,
    area: {
      row: top,
      column: heading.firstColumn,
      rows: bottom - top + 1,
      columns: heading.lastColumn - heading.firstColumn + 1,
    },
    titleRows,
    signatureRows: rows('signature'),
    personRows: rows('person'),
    splitRows: rows('split'),
    doubtfulRows: of('person')
      .filter(({ margin, facts }) => margin < SURE && !facts.unnamed && (facts.scores > 0 || isHardlyName(facts)))
      .map(({ row }) => row),
    skipped: of('summary', 'footnote', 'text')
      .filter(({ kind, row }) => kind !== 'footnote' || row < lastPerson)
      .map(({ row, facts, margin }) => ({ row, text: facts.label, doubtful: margin < SURE && facts.scores > 0 })),
  };
}
