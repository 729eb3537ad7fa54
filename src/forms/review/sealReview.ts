import type { Quarter } from '../../assessment/period';
import type { ReviewColumn, ReviewPlace } from './columns';
import { findQuarterReview } from './read';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';
import { keyOfPerson } from '../words/text';

/** What people type beside a person of the 季度审定表. */
export type TypedColumn = Extract<ReviewColumn, 'decision' | 'remark' | 'proposal' | 'party' | 'discipline'>;

/** One person's line of a 季度审定表. */
export interface ReviewEntry {
  readonly key: string;
  readonly row: number;
  readonly typed: Readonly<Record<TypedColumn, string>>;
  /** What was typed where the program computes: heading and value. */
  readonly overwritten: readonly { readonly label: string; readonly column: number; readonly value: SnapshotValue }[];
}

export interface FoundReview {
  readonly grid: SheetGrid;
  readonly place: ReviewPlace;
  readonly entries: readonly ReviewEntry[];
}

/** The 季度审定表 of a quarter with what stands beside each person; null where there is none with all its headings. */
export function readReview(grids: Iterable<SheetGrid>, quarter: Quarter): FoundReview | null {
  const found = findQuarterReview(grids, quarter);
  if (found === null) return null;
  const [grid, place] = found;
  return { grid, place, entries: entriesOf(grid, place) };
}

function entriesOf(grid: SheetGrid, place: ReviewPlace): ReviewEntry[] {
  const computed = [
    ...place.months.flatMap((column, i) => [
      { label: `第${i + 1}个月总分`, column },
      { label: `第${i + 1}个月等次`, column: column + 1 },
    ]),
    { label: '平均分', column: place.column('mean') },
    { label: '建议等次', column: place.column('suggestion') },
  ];
  const entries: ReviewEntry[] = [];
  for (let row = place.firstRow; row < place.endRow; row++) {
    const text = (id: ReviewColumn) => String(grid.value(row, place.column(id))).trim();
    if (text('name') === '') continue;
    entries.push({
      key: keyOfPerson(text('department'), text('name')),
      row,
      typed: {
        decision: text('decision'),
        remark: text('remark'),
        // The program's own formula repeats what 附件2 says.
        proposal: String(grid.formula(row, place.column('proposal'))).startsWith('=') ? '' : text('proposal'),
        party: text('party'),
        discipline: text('discipline'),
      },
      overwritten: computed.flatMap(({ label, column }) => {
        const value = grid.formula(row, column);
        return value === '' || (typeof value === 'string' && value.startsWith('=')) ? [] : [{ label, column, value }];
      }),
    });
  }
  return entries;
}
