import type { Settings } from '../../assessment/settings';
import type { Quarter } from '../../assessment/period';
import { Directory } from '../book/directory';
import type { Book, Roster } from '../book/model';
import type { CircumstanceRegister } from '../circumstances/register';
import { SheetCells } from '../grid/cells';
import type { SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { ROSTER_ALIASES } from '../words/labels';
import { tableOn } from '../words/tables';
import { tableKey, type ImportChoices } from './choices';
import { entriesOn, importCircumstances } from './circumstances';
import { targetLabel } from './kinds';
import { layoutMemory, memoryKey, readMemory, type Remembered } from './memory';
import {
  contentsOf,
  unusedMapped,
  unusedSheets,
  type ImportFile,
  type ImportTable,
  type OutsideContents,
} from './outside';
import { Known } from './people';
import { problem } from './problems';
import { importReviews } from './review';
import { importRoster, peopleOf, peopleOn } from './roster';

/** The workbook into which files are imported. */
export interface ImportInto {
  readonly book: Book;
  readonly grids: ReadonlyMap<string, SheetGrid>;
  readonly settings: Settings;
  /** 特殊情形登记 as it is read with everybody who may stand there. */
  readonly registerOf: (directory: Directory) => CircumstanceRegister;
}

/** How much of each kind is written, and how much the workbook has already. */
export interface ImportCounts {
  readonly people: number;
  readonly entries: number;
  readonly reviews: ReadonlyMap<Quarter, number>;
  readonly present: number;
}

export interface Import {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  /** Tables whose headings had to be told or are still to be, in the order of the files. */
  readonly tables: readonly ImportTable[];
  readonly counts: ImportCounts;
  /** What the files hold, with the product's headings: 附件1, 附件2 and 附件3 are collected from them. */
  readonly contents: readonly OutsideContents[];
  /** As it is once the plan is carried out. */
  readonly roster: Roster | null;
  /** Names of new sheets are taken from here. */
  readonly names: SheetNames;
}

/**
 * Recognises the sheets of other workbooks and plans what of them the workbook lacks: people of rosters, entries of
 * 特殊情形登记, quarters' 审定表. What it has already is told and stays out; so does, with both values, whatever contradicts it. A
 * table with headings that had to be guessed is not taken before a person has confirmed them.
 */
export function importFiles(files: readonly ImportFile[], into: ImportInto, choices: ImportChoices): Import {
  const { book, grids, settings } = into;
  const names = new SheetNames(grids.keys());
  const memory = readMemory(grids.values());
  const contents = files.map((file) =>
    contentsOf(
      file,
      (sheet) => ({
        chosen: choices.tables.get(tableKey({ file: file.name, sheet })) ?? choices.tables.get(sheet) ?? {},
        everywhere: choices.headings,
        remembered: (kind, heading) => memory.lines.get(memoryKey(kind, heading))?.label,
      }),
      settings,
    ),
  );
  const problems: Problem[] = contents.flatMap((each) => each.problems);
  const people = contents.flatMap(({ file, rosters, mappedRosters, snapshot: { date1904 } }) => [
    ...rosters.flatMap((sheet) => peopleOn(file, sheet, date1904, problems)),
    ...mappedRosters.flatMap(({ sheet, headerRow }) => {
      const cells = new SheetCells(sheet, date1904);
      const table = tableOn(cells, ROSTER_ALIASES, (_, row) => row === headerRow, [headerRow, headerRow + 1]);
      return table === null ? [] : peopleOf(file, table, problems);
    }),
  ]);
  const before = new Known(new Directory(book.people, book.roster), book.people);
  const ofRoster = importRoster(people, book.roster, before, grids);
  const { roster } = ofRoster;
  const everybody = [...(roster?.people ?? []), ...book.people];
  const directory = new Directory(everybody, roster);
  const known = new Known(directory, everybody);
  const entries = contents.flatMap(({ file, registers, snapshot: { date1904 } }) =>
    registers.flatMap((sheet) => entriesOn(file, sheet, date1904, settings.directScope, problems)),
  );
  const ofRegister = importCircumstances(entries, into.registerOf(directory), known, grids);
  const reviews = contents.flatMap(({ file, reviews: found }) => found.map((each) => ({ file, ...each })));
  if (known.hasPeople) problems.push(...contents.flatMap((each) => unknownScored(each, known)));
  const ofReviews = importReviews(reviews, { known, directory, grids, names, settings });
  const tables = contents.flatMap((each) => each.tables);
  const remembered = layoutMemory(tables.flatMap(saidOf), grids, names);
  const unused = files.flatMap((file, i) => {
    const own = contents[i];
    return own === undefined ? [] : [...unusedSheets(file, own), ...unusedMapped(own)];
  });
  return {
    sheets: [...ofRoster.sheets, ...ofRegister.sheets, ...ofReviews.sheets, ...remembered.sheets],
    problems: [
      ...problems,
      ...ofRoster.problems,
      ...ofRegister.problems,
      ...ofReviews.problems,
      ...remembered.problems,
      ...unused,
      ...(files.length > 0 && contents.every(({ taken }) => taken.size === 0) ? [problem.importNothing()] : []),
    ],
    tables,
    counts: {
      people: ofRoster.written,
      entries: ofRegister.written,
      reviews: ofReviews.written,
      present: ofRoster.present + ofRegister.present + ofReviews.present,
    },
    contents,
    roster,
    names,
  };
}

/** People of a file's score sheets whom the workbook does not know, a sheet at a time. */
function unknownScored({ file, book, taken }: OutsideContents, known: Known): Problem[] {
  return book.forms.flatMap(({ sheet, rows }) => {
    if (!taken.has(sheet)) return [];
    const unknown = rows.flatMap(({ department, name, displayName }) => {
      const found = known.find({ department: department ?? '', name });
      if (found.kind !== 'unknown') return [];
      return [displayName + (found.similar.length === 0 ? '' : `（是否为${found.similar.join('、')}？）`)];
    });
    return unknown.length === 0 ? [] : [problem.importUnknownScored(file, sheet, unknown)];
  });
}

/** What a person said of a table that is taken, to be remembered; what a heading says by itself needs no memory. */
function saidOf({ kind, columns, isConfirmed }: ImportTable): Remembered[] {
  if (kind === null || !isConfirmed) return [];
  return columns.flatMap(({ heading, label, certainty }) =>
    certainty === 'chosen' && targetLabel(heading) !== label ? [{ kind, heading, label }] : [],
  );
}
