import { readCircumstances } from '../../forms/circumstances/register';
import { collect } from '../../forms/collect/collect';
import type { Contradiction } from '../../forms/collect/collection';
import { problem } from '../../forms/import/problems';
import type { ImportChoices } from '../../forms/import/choices';
import { importFiles, type Import } from '../../forms/import/import';
import type { ImportFile, OutsideContents } from '../../forms/import/outside';
import { peopleOn } from '../../forms/import/roster';
import type { Problem } from '../../forms/grid/problem';
import { columnsUnused } from '../../forms/unusedColumns';
import type { Sheets } from '../reading/reading';
import { runReading } from '../workbook/running';
import { layoutCollection } from './collect';
import { previewOf, type Preview } from './preview';
import { readSheets } from './sheets';

/** A file that was read, or the problem that kept it from being read. */
export type FileToImport = ImportFile | { readonly name: string; readonly problem: Problem };

export interface ImportPreview extends Preview, Pick<Import, 'tables' | 'counts'> {
  /** Forms of 附件1, 附件2 and 附件3 that are taken. */
  readonly forms: number;
  /** Forms of which the files and this workbook have several that differ: none is taken but what was chosen. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Plans to take over what the workbook lacks of other workbooks: earlier 审定表, people of rosters, lines of 特殊情形登记 out of
 * leave lists, and their forms as 收集 takes them. What nobody reads is listed. Formulas arrive as values.
 */
export async function previewImport(files: readonly FileToImport[], choices: ImportChoices): Promise<ImportPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { includeHidden: true });
    const { reading, read, grids } = sheets;
    const { book, settings } = reading;
    const readable = files.flatMap((file) => ('book' in file ? [file] : []));
    const unreadable = files.flatMap((file) => ('problem' in file ? [file.problem] : []));
    const registerOf = (directory: Parameters<typeof readCircumstances>[1]) =>
      readCircumstances(read.snapshot, directory, settings);
    const imported = importFiles(readable, { book, grids, settings, registerOf }, choices);
    const forms = collectForms(imported, sheets, choices);
    const problems = [
      ...unreadable,
      ...imported.problems,
      ...forms.problems,
      ...imported.contents.flatMap(unusedBeside),
    ];
    const planned = { sheets: [...imported.sheets, ...forms.sheets], refused: false, problems };
    const { tables, counts } = imported;
    return { ...previewOf(reading, planned), tables, counts, forms: forms.count, contradictions: forms.contradictions };
  });
}

/** The forms of the files, taken as 收集 takes them. */
function collectForms({ contents, roster }: Import, sheets: Sheets, choices: ImportChoices) {
  const { reading, read } = sheets;
  const into = { ...reading.book, roster };
  const withForms = contents.flatMap(({ file, book, snapshot, taken }) => {
    const onForms = new Set(book.formsInOrder.map(({ sheet }) => sheet).filter((sheet) => taken.has(sheet)));
    if (onForms.size === 0) return [];
    const problems = book.problems.filter(({ sheet }) => sheet !== null && onForms.has(sheet));
    const forms = book.forms.filter(({ sheet }) => onForms.has(sheet));
    return [{ name: file, snapshot, book: { ...book, forms, problems }, isNamedAfterNobody: true }];
  });
  const collection = collect(withForms, { book: into, snapshot: read.snapshot }, null, choices.forms);
  const { weekly, filings, scoreSheets, contradictions } = collection;
  const layout = layoutCollection(collection, 'sheets', null, { ...sheets, reading: { ...reading, book: into } });
  return {
    sheets: layout.sheets,
    problems: [...collection.problems, ...layout.told, ...layout.problems],
    contradictions,
    count: weekly.length + filings.length + scoreSheets.length,
  };
}

/** Columns that nobody reads on the sheets that are taken as they stand. */
function unusedBeside({ file, book, snapshot, rosters, tables, taken }: OutsideContents): Problem[] {
  const mapped = new Set(tables.map(({ sheet }) => sheet));
  const asTheyStand = snapshot.sheets.filter(({ name }) => taken.has(name) && !mapped.has(name));
  return asTheyStand.flatMap((sheet) => {
    const people = rosters.includes(sheet) ? peopleOn(file, sheet, snapshot.date1904, []) : [];
    const roster = { sheet: sheet.name, people: people.map(({ person }) => person) };
    const own = people.length === 0 ? book : { ...book, roster };
    return columnsUnused({ ...snapshot, sheets: [sheet] }, own).map((each) => problem.importColumnsUnused(file, each));
  });
}
