import type { WorkCalendar } from '../../assessment/calendar';
import type { Quarter } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import type { Scale } from '../../assessment/total';
import { readBook } from '../../forms/book/book';
import type { Book } from '../../forms/book/model';
import { readCalendar } from '../../forms/settings/calendar';
import { isOwnSheet } from '../../forms/ownSheets';
import { problem } from '../../forms/book/problems';
import type { Basis } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import { SheetGrid } from '../../forms/grid/sheetGrid';
import type { Gap, ReadWorkbook } from '../workbook/snapshot';
import { isLogSheet } from '../../forms/words/logSheet';
import { readSettings, type ReadSettings } from '../../forms/settings/read';

export interface CommandOptions {
  /** The quarter to work on; without it, `score` takes every form of the workbook. */
  readonly quarter?: Quarter;
  /** Overrules the workbook's setting. */
  readonly scale?: Scale;
  /** Forms on hidden sheets count too. */
  readonly includeHidden?: boolean;
}

/** What a workbook says, before anything is written. */
export interface Reading {
  readonly book: Book;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** What plans are laid out on. */
  readonly basis: Basis;
}

/** A reading with the cells that plans are laid out on. */
export interface Sheets {
  readonly reading: Reading;
  readonly read: ReadWorkbook;
  readonly grids: ReadonlyMap<string, SheetGrid>;
  /** What 考核设置 says, whether or not it can be used. */
  readonly office: ReadSettings;
  /** The official lists with the workbook's 工作日历 over them. */
  readonly calendar: WorkCalendar;
}

/** Reads the forms out of a workbook's cells. */
export function readingOf(read: ReadWorkbook, options: CommandOptions): Sheets {
  const grids = new Map(read.snapshot.sheets.map((sheet) => [sheet.name, SheetGrid.of(sheet)]));
  const office = readSettings(grids.get(SETTINGS_SHEET), read.snapshot.date1904);
  const { settings: stored, problems } = office;
  const own = readCalendar(read.snapshot);
  // A scale that is asked for goes into the 考核设置 that is made, so that the next run keeps to it.
  const asked = options.scale === undefined ? stored : { ...stored, scale: options.scale };
  // What the program wrote about forms, or copied of them, is no source for reading them.
  const sources = read.snapshot.sheets.filter(({ name }) => !holdsOwn(grids.get(name)));
  const book = readBook(
    { ...read.snapshot, sheets: sources },
    {
      settings: asked,
      weightsChosen: office.hasWeights,
      workdays: (from, to) => own.calendar.workdaysBetween(from, to),
      ...options,
    },
  );
  // Without 考核设置 the printed weights become the settings, and are written with the first run.
  const settings = { ...asked, weights: book.weights };
  const unread = [...read.unread.map((sheet) => problem.sheetUnread(sheet)), ...gapProblems(read)];
  return {
    read,
    grids,
    office,
    calendar: own.calendar,
    reading: {
      book,
      settings,
      problems: [...problems, ...own.problems, ...unread, ...book.problems],
      basis: basisOf(read, grids),
    },
  };
}

/** What Excel did not answer, and what is done without it. */
function gapProblems({ gaps, isManual }: ReadWorkbook): Problem[] {
  const told = gaps.map(({ sheet, part, code }) =>
    sheet === null ? problem.datesUnknown(code) : problem[GAPS[part]](sheet, code),
  );
  return [...told, ...(isManual ? [problem.calculatedByHand()] : [])];
}

const GAPS = {
  cells: 'sheetRefused',
  values: 'valuesRefused',
  merged: 'mergedRefused',
  hidden: 'hiddenRefused',
  formats: 'formatsRefused',
  dates: 'sheetRefused',
} as const satisfies Record<Gap['part'], keyof typeof problem>;

function basisOf({ snapshot, names, unread, gaps }: ReadWorkbook, grids: ReadonlyMap<string, SheetGrid>): Basis {
  const logs = [...grids.values()].filter(isLogSheet).map(({ name }) => name);
  const refused = gaps.flatMap(({ sheet, part }) => (part === 'cells' && sheet !== null ? [sheet] : []));
  const sheets = snapshot.sheets.filter(({ name }) => !logs.includes(name));
  return { sheets, besides: [...logs, ...unread, ...refused], names, date1904: snapshot.date1904 };
}

function holdsOwn(grid: SheetGrid | undefined): boolean {
  return grid !== undefined && isOwnSheet(grid);
}
