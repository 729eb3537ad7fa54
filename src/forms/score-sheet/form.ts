import type Fraction from 'fraction.js';
import type { ExtraKind } from '../../assessment/total';
import type { Month } from '../../assessment/period';
import type { Scale } from '../../assessment/total';
import type { Area, SnapshotValue } from '../grid/snapshot';
import type { HeadingCell } from '../words/columnLabel';
import type { NameReading } from '../words/personName';

/** A column that the notice does not know: 加分, 扣分, 一票否决 (rule 53). */
export interface ExtraColumn {
  readonly column: number;
  readonly kind: ExtraKind;
  readonly heading: string;
}

/** What somebody wrote into one, other than 无 or 0. */
export interface ExtraCell extends ExtraColumn {
  readonly written: string;
  /** null where it is no number of points. */
  readonly points: Fraction | null;
  /** The number is stored as text (2分). */
  readonly isText: boolean;
  /** Excel sees a number in what is none here (a date, a percentage). */
  readonly isNumber: boolean;
}

/** Columns of a form on its sheet, 0-based. */
export interface ScoreColumns {
  readonly department: number | null;
  readonly name: number;
  /** Seven, in the order of INDICATORS; −1 where the form lacks the column (COLUMN_MISSING). */
  readonly scores: readonly number[];
  readonly total: number | null;
  readonly grade: number | null;
  readonly rater: number | null;
  readonly position: number | null;
  readonly staffNumber: number | null;
  /** Columns of plus and minus beside the seven indicators (rule 53). */
  readonly extras: readonly ExtraColumn[];
  /** Last column of the printed form. */
  readonly last: number;
}

/** One block of 附件3 on a sheet; all positions are of the sheet, 0-based. */
export interface ScoreForm {
  readonly annex: 3;
  readonly sheet: string;
  /** The whole block with title lines and footnote. */
  readonly area: Area;
  readonly month: Month | null;
  /** Who scored the form, as far as one name holds for all of it. */
  readonly rater: string | null;
  /** Every heading, in column order, with what it was read as. */
  readonly headings: readonly HeadingCell[];
  /** The last heading row; people come below. */
  readonly headerRow: number;
  /** Rows of people, inclusive; blank rows between them lie inside. lastRow is firstRow − 1 when there is nobody. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ScoreColumns;
  /** Percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  /** The form prints weights, these or others. */
  readonly printsWeights: boolean;
  /** Judged over all forms of the month, or over the form alone where its month is not known (ambiguity 6). */
  readonly scale: Scale;
  readonly rows: readonly ScoreRow[];
  /** Rows of 合计, 平均, 备注 … inside firstRow..lastRow. */
  readonly skippedRows: readonly number[];
}

/** One person's line on a form. */
export interface ScoreRow {
  readonly row: number;
  /** Normalised; '' where a line has scores and no name. */
  readonly name: string;
  readonly displayName: string;
  /** What else stands in the name cell, as written: （借调）, 副科长, 1., *; normally nothing. */
  readonly beside: readonly string[];
  /** What the cells of name and department hold, white space and all. */
  readonly nameText: string;
  readonly departmentText: string;
  /** Normalised, resolved through merged cells; null where the form says nothing. */
  readonly department: string | null;
  /** The (top-left) cell that holds the department. */
  readonly departmentCell: { readonly row: number; readonly column: number } | null;
  readonly position: string;
  readonly staffNumber: string;
  /** Of the 评委 column; null where there is none. */
  readonly rater: string | null;
  /** Seven, in the order of INDICATORS; null where the cell holds no number. */
  readonly scores: readonly (Fraction | null)[];
  /** An accepted score is stored as text (８５, 85分, '85). */
  readonly scoreIsText: boolean;
  readonly extras: readonly ExtraCell[];
  readonly existingTotal: SnapshotValue;
  readonly existingTotalFormula: string | null;
  readonly existingGrade: string | null;
}

/** A row as one form alone shows it; who it is and what month it belongs to is judged over the whole workbook. */
export interface DraftRow {
  readonly row: ScoreRow;
  readonly name: NameReading;
  /** All seven scores are blank: the rater did not score this person. */
  readonly blank: boolean;
}
