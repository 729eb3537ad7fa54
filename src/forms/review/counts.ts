import { cellAddress, columnName } from '../grid/address';
import type { CellBlock, CellContent, Formula } from '../grid/plan';
import { LISTS } from './columns';
import { formulaBlock, peopleRange, type ReviewDraft } from './draft';
import {
  PERIOD_COUNTS,
  periodCounts,
  poolCounts,
  STRICTER_LABEL,
  stricterFormula,
  textFormula,
  type PeriodCells,
  type PeriodCount,
  type PoolCells,
} from './formulas';
import { stricterRow } from './look';
import type { ReviewPeriod } from './periods';
import { NO_POOL, POOL_LABEL } from './pools';
import { COUNTS_LABEL } from './sheet';

const LINES = Object.keys(PERIOD_COUNTS).filter(isPeriodCount);

/** The counts below the people: a heading line, then one line a count; months, the suggestions, the decisions. */
export function countBlocks(draft: ReviewDraft): CellBlock[] {
  const { grid, endRow, settings } = draft;
  return [
    grid.block('统计标题', endRow, 0, [[COUNTS_LABEL]]),
    grid.block(
      '统计项目',
      endRow + 1,
      0,
      LINES.map((line) => [PERIOD_COUNTS[line]]),
    ),
    ...draft.periods.flatMap((period) => {
      const { label, column } = period;
      const counts = periodCounts(
        periodCells(draft, period),
        countCells(draft, column),
        poolCellsOf(draft, column),
        settings,
      );
      const formulas = LINES.map((line): [Formula] => [{ formula: counts[line] }]);
      return [
        grid.block(`${label}统计标题`, endRow, column, [[label]]),
        formulaBlock(draft, `${label}统计`, endRow + 1, column, formulas),
      ];
    }),
  ];
}

/** The stricter figure below the counts (ambiguity 11), unless somebody uses its row for something else. */
export function stricterBlocks(draft: ReviewDraft): CellBlock[] {
  if (!stricterIs(draft, '', STRICTER_LABEL)) return [];
  const row = stricterRow(draft.endRow);
  return [
    draft.grid.block('从严口径', row, 0, [[STRICTER_LABEL]]),
    ...draft.periods.map((period) => {
      const { label, column } = period;
      const formula = stricterFormula(
        periodCells(draft, period),
        countCells(draft, column),
        poolCellsOf(draft, column),
        draft.settings,
      );
      return formulaBlock(draft, `${label}从严口径`, row, column, [[{ formula }]]);
    }),
  ];
}

/** Whether one of the labels stands where the stricter figure has its own; '' for a sheet that does not have it yet. */
export function stricterIs({ grid, endRow }: ReviewDraft, ...labels: readonly string[]): boolean {
  return labels.includes(String(grid.value(stricterRow(endRow), 0)));
}

/** A line for each pool below the counts; empty for the pool 全局 (ambiguity 13). */
export function poolBlocks(draft: ReviewDraft): CellBlock[] {
  return draft.poolLines.flatMap(({ row, pool }) => [
    formulaBlock(draft, '比例范围', row, 0, [[{ formula: pool === null ? NO_POOL : poolLabel(pool) }]]),
    ...draft.periods.map((period) => {
      const cells = pool === null ? ['', ''] : poolCells(draft, pool, period);
      return formulaBlock(draft, `${period.label}比例范围`, row, period.column, [cells]);
    }),
  ]);
}

function poolLabel(pool: string): string {
  return textFormula([`${POOL_LABEL}${pool}`]);
}

function poolCells(draft: ReviewDraft, pool: string, period: ReviewPeriod): CellContent[] {
  const pools = peopleRange(draft, draft.place.lists.get(LISTS.pools.shown) ?? 0);
  const participants = `${columnName(period.column)}{r}`;
  const counts = poolCounts(periodCells(draft, period), pools, pool, participants, draft.settings);
  return counts.map((formula) => ({ formula }));
}

/** Where the pools' lines have a period's counts. */
function poolCellsOf({ poolLines }: ReviewDraft, column: number): PoolCells[] {
  return poolLines.flatMap(({ row, pool }) =>
    pool === null ? [] : [{ participants: cellAddress(row, column), rest: cellAddress(row, column + 1) }],
  );
}

/** The cells of a period's counts that other counts refer to. */
function countCells({ endRow }: ReviewDraft, column: number) {
  const cell = (line: PeriodCount) => cellAddress(endRow + 1 + LINES.indexOf(line), column);
  return { participants: cell('participants'), good: cell('好'), limit: cell('limit') };
}

function periodCells(draft: ReviewDraft, { totals, grades, suggestions, seats }: ReviewPeriod): PeriodCells {
  const range = (column: number) => peopleRange(draft, column);
  const { place, lists } = draft;
  const notes = lists.seats.isUsed ? range(place.lists.get(LISTS.seats.shown) ?? 0) : null;
  return {
    names: range(place.column('name')),
    totals: totals.map(range),
    grades: range(grades),
    suggestions: suggestions === null ? null : range(suggestions),
    seats: notes === null ? null : { notes, period: seats },
  };
}

function isPeriodCount(text: string): text is PeriodCount {
  return text in PERIOD_COUNTS;
}
