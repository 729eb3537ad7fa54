import { monthTitle, type Month } from '../../assessment/period';
import type { ArchiveForms } from './archive';
import { archiveMarkOf, archiveMarkText, type ArchiveMark } from './archiveSheet';
import { problem } from './problems';
import { filingContent, weeklyContent } from '../records/contents';
import { layoutWeeklyRecord } from '../records/layoutWeekly';
import { layoutFiling } from '../records/layoutFiling';
import { layoutScoreSheet } from '../score-sheet/layout';
import { RECORD_PAGES, SCORE_PAGES, scoreContent, stack } from '../collect/layoutForms';
import type { FormLayout, FormPlace } from '../grid/formSketch';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { Area, WorkbookSnapshot } from '../grid/snapshot';
import type { FormPages } from '../grid/formPages';

/** Each form begins a page, and Excel heeds at most 1,026 page breaks on a sheet. */
const MOST_FORMS = 500;
/** The mark stands above the paper. */
const FIRST_ROW = 1;
const MARK_LOOK: Omit<FormatStep, 'area'> = { fontName: '宋体', fontSize: 9, fontColor: '#808080', wrap: false };

type Layout = (at: FormPlace) => FormLayout;

/**
 * A month's forms as print-ready copies, one form a page, person by person: a sheet for each annex. The sheets are the
 * program's own. On a rerun each is made anew in its place, or left alone when it already says all; the forms that were
 * copied are not touched.
 */
export function layoutArchive(
  month: Month,
  forms: ArchiveForms,
  grids: ReadonlyMap<string, SheetGrid>,
  snapshot: WorkbookSnapshot,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const names = new SheetNames(grids.keys());
  const present = archivedParts(month, grids.values());
  const sheets: SheetPlan[] = [];
  const problems: Problem[] = [];
  for (const { annex, part, layouts } of wantedParts(forms)) {
    const grid = present.get(partKey({ annex, part }));
    present.delete(partKey({ annex, part }));
    const name = grid?.name ?? names.next(`归档${monthTitle(month)} 附件${annex}`);
    const made = archiveSheet(name, { annex, month, part }, layouts);
    if (grid === undefined) sheets.push(made);
    else if (grid.protected) problems.push(problem.archiveProtected(grid.name));
    else sheets.push(...madeAnew(made, grid, mergesOf(snapshot, grid.name)));
  }
  // Sheets of earlier runs for which nothing is left keep their mark alone.
  for (const grid of present.values()) {
    const mark = archiveMarkOf(grid);
    if (mark !== null) sheets.push(...madeAnew(archiveSheet(grid.name, mark, []), grid, mergesOf(snapshot, grid.name)));
  }
  return { sheets, problems };
}

/** The archive sheets of a month that are there. */
function archivedParts(month: Month, grids: Iterable<SheetGrid>): Map<string, SheetGrid> {
  const present = new Map<string, SheetGrid>();
  for (const grid of grids) {
    const mark = archiveMarkOf(grid);
    if (mark?.month === month) present.set(partKey(mark), grid);
  }
  return present;
}

function partKey({ annex, part }: Pick<ArchiveMark, 'annex' | 'part'>): string {
  return `${annex} ${part}`;
}

function wantedParts({ weekly, filings, scores }: ArchiveForms) {
  const records = weekly.map(({ form, from, to }) => weeklyContent(form, from, to));
  const monthly = filings.map(({ form, month }) => filingContent(form, month));
  const sheets = scores.map(scoreContent);
  return [
    ...parts(
      1,
      records.map(
        (content): Layout =>
          (at) =>
            layoutWeeklyRecord(content, at),
      ),
    ),
    ...parts(
      2,
      monthly.map(
        (content): Layout =>
          (at) =>
            layoutFiling(content, at),
      ),
    ),
    ...parts(
      3,
      sheets.map(
        (content): Layout =>
          (at) =>
            layoutScoreSheet(content, at),
      ),
    ),
  ];
}

function parts(annex: ArchiveMark['annex'], layouts: readonly Layout[]) {
  return Array.from({ length: Math.ceil(layouts.length / MOST_FORMS) }, (_, i) => ({
    annex,
    part: i + 1,
    layouts: layouts.slice(i * MOST_FORMS, (i + 1) * MOST_FORMS),
  }));
}

/** A sheet as it is when it is new. Nothing is to be typed on it, hence no validation. */
function archiveSheet(sheet: string, mark: ArchiveMark, layouts: readonly Layout[]): SheetPlan {
  const pages: FormPages = mark.annex === 3 ? { ...SCORE_PAGES, titleRows: null } : RECORD_PAGES;
  const made = stack(sheet, layouts, (layout, at) => layout(at), FIRST_ROW, pages);
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const printed = made.page?.printArea ?? area;
  return {
    ...made,
    blocks: [{ label: '归档', row: 0, column: 0, cells: [[archiveMarkText(mark)]], before: [['']] }, ...made.blocks],
    formats: [...made.formats, { area, ...MARK_LOOK }],
    validations: [],
    page: made.page && {
      ...made.page,
      printArea: { ...printed, row: FIRST_ROW, rows: Math.max(1, printed.rows - FIRST_ROW) },
    },
  };
}

/** The plan that turns a sheet into the one that is wanted; none when it holds all of it. */
function madeAnew(made: SheetPlan, grid: SheetGrid, merges: readonly Area[]): SheetPlan[] {
  const ends = made.blocks.map(({ row, column, cells }) => ({
    row: row + cells.length,
    column: column + (cells[0]?.length ?? 0),
  }));
  const rows = Math.max(grid.rowEnd, ...ends.map(({ row }) => row));
  const columns = Math.max(grid.columnEnd, ...ends.map(({ column }) => column));
  const wanted = Array.from({ length: rows }, () => Array.from({ length: columns }, (): CellContent => ''));
  for (const { row, column, cells } of made.blocks) {
    cells.forEach((line, r) => {
      line.forEach((content, c) => {
        const target = wanted[row + r];
        if (target !== undefined && content !== null) target[column + c] = content;
      });
    });
  }
  const block = grid.block('归档', 0, 0, wanted);
  const isSame = block.cells.every((line) => line.every((content) => content === null));
  if (isSame && sameAreas(merges, made.merges)) return [];
  const whole = { row: 0, column: 0, rows, columns };
  return [{ ...emptySheetPlan(grid.name, false), ...made, create: false, bare: [whole], blocks: [block] }];
}

function mergesOf({ sheets }: WorkbookSnapshot, sheet: string): readonly Area[] {
  return sheets.find(({ name }) => name === sheet)?.merged ?? [];
}

function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  const texts = (areas: readonly Area[]) =>
    areas
      .map(({ row, column, rows, columns }) => [row, column, rows, columns].join())
      .sort()
      .join(' ');
  return texts(a) === texts(b);
}
