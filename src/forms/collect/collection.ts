import type { CalendarDate } from '../../assessment/calendar';
import type { Month } from '../../assessment/period';
import type { CollectedLine, Owner } from './record';
import type { SubmittedScores } from './scores';
import type { Problem } from '../grid/problem';
import type { FilingForm, WeeklyRecord } from '../records/record';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { Book } from '../book/model';

/** A file whose forms are to go into the open workbook. */
export interface CollectedFile {
  readonly name: string;
  readonly book: Book;
  readonly snapshot: WorkbookSnapshot;
  /** A workbook of many things: its name says nobody's who scored. */
  readonly isNamedAfterNobody?: boolean;
}

/** Where a record stands; `file` is null for the open workbook. */
export interface Place {
  readonly file: string | null;
  readonly sheet: string;
  /** A1 address of the form, or of its line on 收集汇总. */
  readonly cell: string;
}

/** One record in several files, or in a file and the workbook, with different contents. */
export interface Contradiction {
  readonly key: string;
  /** 附件1 外贸科 李军 2020年7月6日至2020年7月10日. */
  readonly title: string;
  readonly places: readonly Place[];
  /** The file that the person chose. */
  readonly chosen: string | null;
}

/** Which record to take: contradiction's key, or its title → file name, or {@link placeKey} where a file holds several. */
export type Choices = ReadonlyMap<string, string>;

/** A place in a file among those of a contradiction: 文件.xlsx/7月. */
export function placeKey({ file, sheet }: Place): string {
  return `${file ?? ''}/${sheet}`;
}

/** The places of a contradiction that can be chosen, each with what is chosen by: the file's name where that says it. */
export function choosable({
  places,
}: Pick<Contradiction, 'places'>): { readonly choice: string; readonly place: Place }[] {
  const inFiles = places.filter(({ file }) => file !== null);
  return inFiles.map((place) => {
    const isOnly = inFiles.filter(({ file }) => file === place.file).length === 1;
    return { choice: isOnly ? (place.file ?? '') : placeKey(place), place };
  });
}

export interface TakenRecord<Form> {
  readonly form: Form;
  readonly owner: Owner;
  readonly file: string;
}
export interface TakenWeekly extends TakenRecord<WeeklyRecord> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
export interface TakenFiling extends TakenRecord<FilingForm> {
  readonly month: Month;
}
export interface TakenScores extends SubmittedScores {
  readonly file: string;
}

/** What the files bring that the workbook lacks. All in 机构 order, then by period; score sheets in the files' order. */
export interface Collection {
  readonly weekly: readonly TakenWeekly[];
  readonly filings: readonly TakenFiling[];
  readonly scoreSheets: readonly TakenScores[];
  readonly contradictions: readonly Contradiction[];
  readonly problems: readonly Problem[];
}

/** What is already in the workbook beside its forms: the lines of 收集汇总, with the row of the first one. */
export interface CollectedBefore {
  readonly sheet: string;
  readonly records: readonly { readonly key: string; readonly row: number; readonly lines: readonly CollectedLine[] }[];
}
