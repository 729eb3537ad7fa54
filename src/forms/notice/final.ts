import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { problem as reviewProblem } from '../review/problems';
import { FONTS, SIZES } from '../grid/fonts';
import type { Objection } from './objections';
import { emptySheetPlan, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { periodTitle, type NoticePeriod } from './period';
import type { NoticeSheet } from './sheet';
import type { ReviewTable } from '../review/table';
import type { SheetGrid } from '../grid/sheetGrid';

/** What the 定稿 line on a 审定表 begins with. */
const FINAL = /^定稿：/;

/** Why a quarter cannot be made final on a day (R25, 三（二）5「公示期满无异议」); empty when it can. */
export function finalObstacles(
  quarter: Quarter,
  today: CalendarDate,
  notice: NoticeSheet | undefined,
  objections: readonly Objection[],
): Problem[] {
  if (notice === undefined) return [problem.finalWithoutNotice(quarterTitle(quarter))];
  const { period, grid } = notice;
  if (period === null) return [problem.finalPeriodUnreadable(grid.name)];
  const early = today <= period.to ? [problem.finalTooEarly(grid.name, periodTitle(period), dateTitle(today))] : [];
  // An objection that does not say when it came may be about any quarter.
  const open = objections.filter((each) => each.open && (each.quarter === quarter || each.quarter === null));
  return [...early, ...open.map(({ sheet, cell, name }) => problem.finalObjectionOpen(sheet, cell, name))];
}

/** The 定稿 line on a 审定表, with its cell; null while the quarter is not final. */
export function finalLine(grid: SheetGrid): { readonly cell: string; readonly text: string } | null {
  for (let row = 0; row < grid.rowEnd; row++) {
    for (let column = 0; column < grid.columnEnd; column++) {
      const text = String(grid.value(row, column));
      if (FINAL.test(text)) return { cell: cellAddress(row, column), text };
    }
  }
  return null;
}

/**
 * Plans the 定稿 line on the 审定表: beside 单位 above the headings, or below everything where something stands there. A
 * line that is there already stays.
 */
export function layoutFinal(
  today: CalendarDate,
  period: NoticePeriod,
  { grid, headerRow, columns }: ReviewTable,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const line = finalLine(grid);
  if (line !== null) return { sheets: [], problems: [problem.finalBefore(grid.name, line.text)] };
  if (grid.protected) return { sheets: [], problems: [reviewProblem.reviewProtected(grid.name)] };
  const [row, first = 0, end = 0] = [headerRow - 1, columns.get('mean'), columns.get('discipline')];
  const beside = { row, column: first, rows: 1, columns: end - first };
  const above = row >= 0 && end > first && grid.canBeMerged(beside);
  // Beside 单位 the line is two lines of text, in cells that are one.
  const place = above ? beside : { row: grid.rowEnd, column: 0, rows: 1, columns: 1 };
  const text = `定稿：${dateTitle(today)}（公示期${periodTitle(period)}已满，无未办结的异议）`;
  const look = { fontName: FONTS.body, fontSize: SIZES.小四, horizontal: 'Left', wrap: above } as const;
  return {
    sheets: [
      {
        ...emptySheetPlan(grid.name, false),
        blocks: [grid.block('定稿', place.row, place.column, [[text]])],
        merges: above ? [place] : [],
        formats: [{ area: place, ...look }],
      },
    ],
    problems: [],
  };
}
