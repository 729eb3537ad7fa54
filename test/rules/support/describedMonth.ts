import type { DescribedEntry, DescribedPerson } from './described';

/** A month's records as a test describes them: what people handed in, and nothing that follows from it. */
export interface DescribedMonth {
  /** 2020-07. */
  readonly month: string;
  /** The day on which it is asked. */
  readonly today: string;
  readonly people: readonly DescribedPerson[];
  readonly entries: readonly (DescribedEntry & { readonly material: boolean })[];
  readonly weekly: readonly DescribedWeekly[];
  readonly filings: readonly DescribedFiling[];
  /** People on the month's score sheet, each with a total; null: there is no sheet. */
  readonly scored: readonly number[] | null;
  readonly leadersInQuota: boolean;
  /** 考核对象. */
  readonly subjects: '全部' | '公务员' | '公务员、参公';
}

export interface DescribedWeekly {
  readonly person: number;
  readonly from: string;
  readonly to: string;
  /** Filled in, or only printed (rule 59). */
  readonly filled: boolean;
  /** false: nobody wrote the 科室, which of namesakes makes it nobody's. */
  readonly withDepartment: boolean;
}

export interface DescribedFiling {
  readonly person: number;
  readonly month: string;
  readonly filling: 'blank' | 'duties' | 'filled';
  readonly comment: boolean;
  /** As written; '' for none. */
  readonly suggestion: string;
  /** What it means: a grade, nothing, or words that are no grade. */
  readonly meaning: 'grade' | 'none' | 'unclear';
  readonly signedOn: string | null;
}
