import { FONTS, SIZES } from './fonts';
import type { FormatStep } from './plan';
import type { Area } from './snapshot';

type Look = Omit<FormatStep, 'area'>;

/** A cell of a table that is filled in by hand or by the program. */
export const TABLE_CELL = {
  fontName: FONTS.body,
  fontSize: SIZES.小四,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
  borders: 'thin',
} as const satisfies Look;

/** A heading of such a table. */
const TABLE_HEADING = { fontName: FONTS.heading, fontSize: SIZES.四号, rowHeight: 40 } as const satisfies Look;

/**
 * How a register of HR looks: headings in row 1, the lines below them, each so high that what is usual there shows whole.
 * 人员名册, 特殊情形登记, 考核记实, 复核登记, 结果运用 and 考核领导小组 look alike.
 *
 * @param widths characters, of the columns from A on
 * @param lines rows below the headings that are ruled
 * @param lineHeight points
 */
export function registerLook(widths: readonly number[], lines: number, lineHeight: number): FormatStep[] {
  const columns = widths.length;
  const area = (column: number, rows: number, width: number): Area => ({ row: 0, column, rows, columns: width });
  return [
    {
      area: area(0, lines + 1, columns),
      ...TABLE_CELL,
      rowHeight: lineHeight,
    },
    { area: area(0, 1, columns), ...TABLE_HEADING },
    ...widths.map((columnWidth, column) => ({ area: area(column, 1, 1), columnWidth })),
  ];
}
