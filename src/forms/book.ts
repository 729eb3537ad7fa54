import type Fraction from 'fraction.js';
import type { MonthResult } from '../assessment/monthly';
import type { Month, Quarter } from '../assessment/period';
import type { PersonQuarterInput } from '../assessment/quarterly';
import type { Settings } from '../assessment/settings';
import type { Scale } from '../assessment/total';
import type { Problem } from './problem';
import type { Roster } from './roster';
import type { ScoreForm, ScoreRow } from './scoreForm';
import type { WorkbookSnapshot } from './snapshot';

export interface ReadOptions {
  readonly settings: Settings;
  /** The quarter asked for: gives forms without a year theirs. */
  readonly quarter?: Quarter;
  /** Overrules settings.scale. */
  readonly scale?: Scale;
  /** Read forms on hidden sheets too. */
  readonly includeHidden?: boolean;
}

/** Somebody who stands on the roster or on a score sheet. */
export interface Person {
  /** personKey(department, name); only the name where no sheet gives the department. */
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
}

/** One line of one form with its total. */
export interface ScoreResult {
  readonly form: ScoreForm;
  readonly row: ScoreRow;
  readonly person: Person | null;
  readonly month: Month | null;
  /** Points of 100, exact; null when the row or its form has an error. */
  readonly total: Fraction | null;
  /**
   * A live formula in the sheet gives '' by itself for this row's errors (blank, outside 0–100, unreadable text);
   * false where only the program knows (duplicate, namesake, mixed scales, errors of the whole form).
   */
  readonly formulaSafe: boolean;
}

/** All that a workbook says of the assessment through 附件3 and 人员名册. */
export interface Book {
  /** In tab order, then by row and column. */
  readonly forms: readonly ScoreForm[];
  readonly roster: Roster | null;
  /** Roster order, then first appearance on the sheets. */
  readonly people: readonly Person[];
  readonly scores: readonly ScoreResult[];
  readonly scales: ReadonlyMap<Month, Scale>;
  /** Month → person key → result over all raters; only people who stand on a form of the month. */
  readonly months: ReadonlyMap<Month, ReadonlyMap<string, MonthResult>>;
  readonly problems: readonly Problem[];
  /** People who stand on at least one form of the quarter, with three months each; total null and raters 0 where they do not. */
  quarter(quarter: Quarter): readonly PersonQuarterInput[];
}

/** Reads every 附件3 and the roster; never throws on data. */
export declare function readBook(snapshot: WorkbookSnapshot, options: ReadOptions): Book;
