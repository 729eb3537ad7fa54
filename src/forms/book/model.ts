import type Fraction from 'fraction.js';
import type { RaterGroup } from '../../assessment/raterGroup';
import type { CountWorkdays } from '../../assessment/service';
import type { Settings } from '../../assessment/settings';
import type { Quarter, Month } from '../../assessment/period';
import type { Scale } from '../../assessment/total';
import type { ScoreForm, ScoreRow } from '../score-sheet/form';
import type { WeeklyRecord, FilingForm } from '../records/record';
import type { PoolFacts } from '../../assessment/pool';
import type { MonthResult } from '../../assessment/monthly';
import type { Problem } from '../grid/problem';
import type { PersonQuarterInput } from '../../assessment/quarterly';
import type { Circumstance } from '../../assessment/circumstances';

export interface ReadOptions {
  readonly settings: Settings;
  /** The quarter asked for: gives forms without a year theirs. */
  readonly quarter?: Quarter;
  /** The workbook's own 考核设置 has the weights; without it the forms' printed ones hold where they agree (rule 50). */
  readonly weightsChosen?: boolean;
  /** Working days of the office's calendar; without it those of the official lists. */
  readonly workdays?: CountWorkdays;
  /** Overrules settings.scale. */
  readonly scale?: Scale;
  /** Read forms and rosters on hidden sheets too. */
  readonly includeHidden?: boolean;
}

/** Somebody who stands on the roster or on a score sheet; whoever stands on 附件1 or 附件2 only is not among them. */
export interface Person {
  /** personKey(department, name). */
  readonly key: string;
  /** Normalised like the name; '' where no sheet gives it. */
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
}

/** One line of 人员名册. */
export interface RosterPerson extends Person {
  readonly unit: string;
  /** 任现职时间 as it stands there, e.g. `2018.03`. */
  readonly since: string;
  readonly identity: string;
  /** 分管领导. */
  readonly supervisor: string;
  readonly note: string;
  /** A1 address of 备注; null where the roster has no such column. */
  readonly noteCell: string | null;
  readonly staffNumber: string;
  /** 0-based, on the sheet. */
  readonly row: number;
}

export interface Roster {
  readonly sheet: string;
  readonly people: readonly RosterPerson[];
}

/** One line of one form with its total. */
export interface ScoreResult {
  readonly form: ScoreForm;
  readonly row: ScoreRow;
  readonly person: Person | null;
  readonly month: Month | null;
  /** Points of 100, exact; null when the row or its form has an error. */
  readonly total: Fraction | null;
  /** Whom the rater counts with (rule 52); null where the office has set no groups. */
  readonly group: RaterGroup | null;
  /**
   * A live formula in the sheet gives '' by itself for this row's errors (blank, outside 0–100, unreadable text);
   * false where only the program knows (duplicate, namesake, mixed scales, errors of the whole form).
   */
  readonly formulaSafe: boolean;
}

/** An entry of 特殊情形登记, and whether its line says that the other unit's material is there. */
export type RegisteredEntry = Circumstance & { readonly hasMaterial: boolean };

/** All that a workbook says of the assessment through 附件1, 附件2, 附件3 and 人员名册. */
export interface Book {
  /** 附件3, in tab order, then by row and column. */
  readonly forms: readonly ScoreForm[];
  /** 附件1 that somebody filled in, in the same order. */
  readonly weeklyRecords: readonly WeeklyRecord[];
  /** 附件2 that somebody filled in, in the same order. */
  readonly filings: readonly FilingForm[];
  /** Of them, those that stand alone in another year than the others: they make no month judged (rule 58). */
  readonly strays: ReadonlySet<WeeklyRecord | FilingForm>;
  /** The forms of all annexes together, in tab order, then by row and column. */
  readonly formsInOrder: readonly (WeeklyRecord | FilingForm | ScoreForm)[];
  readonly roster: Roster | null;
  /** Roster order, then first appearance on the sheets. */
  readonly people: readonly Person[];
  readonly scores: readonly ScoreResult[];
  /** Of each month's forms together. */
  readonly scales: ReadonlyMap<Month, Scale>;
  /** Month → person key → result over all raters; only people who stand on a form of the month. */
  readonly months: ReadonlyMap<Month, ReadonlyMap<string, MonthResult>>;
  /** In force for all forms: percent, in the order of INDICATORS (rule 50). */
  readonly weights: readonly number[];
  readonly problems: readonly Problem[];
  /** 特殊情形登记 or 身份 says why the person's forms and scores of a month may be missing (rule 56). */
  isAbsent(person: Pick<Person, 'key'>, month: Month): boolean;
  /** Assessed here at all: no 局领导 outside N, and within 考核对象 (rule 56). */
  isOwing(person: Pick<Person, 'key'>): boolean;
  /** 挂职, 外借, 派出学习 or 抽调 by which a month is excused: its unit's material is owed instead (R41, R42, rule 56). */
  awayEntries(person: Pick<Person, 'key'>, month: Month): readonly RegisteredEntry[];
  /** What 人员名册 says of the person's pool, and the score sheets where there is none. */
  poolFactsOf(person: Person): PoolFacts;
  isOnRoster(person: Pick<Person, 'key'>): boolean;
  /** 身份 of 人员名册 is 局领导 (ambiguity 11). */
  isLeader(person: Pick<Person, 'key'>): boolean;
  /** People who stand on at least one form of the quarter, with three months each; total null and raters 0 where they do not. */
  quarter(quarter: Quarter): readonly PersonQuarterInput[];
}
