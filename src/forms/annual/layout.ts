import type { Settings } from '../../assessment/settings';
import { emptySheetPlan, type SheetPlan, type ValidationStep } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { findAnnual, helperLabels, newAnnualPlace } from './columns';
import { draftAnnual, type AnnualDraft } from './draft';
import { headBlocks, noteBlocks } from './frame';
import { addedFormats, annualFormats, annualMerges, annualPage } from './look';
import { longTexts, personBlocks } from './people';
import { problem } from './problems';
import { PROPOSALS, readProposals } from './proposals';
import type { AnnualPerson, AnnualYear } from './year';

export interface AnnualLayout {
  /** None when the sheet of an earlier run cannot be continued. */
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  /** Those whose 拟定年度等次 is 优秀, for their 公示 (R30). */
  readonly excellent: readonly AnnualPerson[];
}

/**
 * Plans the 年度汇总表 (layouts: A:P): the quarters live from their 审定表 by person, live counts, hints with clause.
 * On a sheet made earlier the people keep their rows and all that was typed beside them; new people come below them.
 */
export function layoutAnnual(
  year: AnnualYear,
  grids: ReadonlyMap<string, SheetGrid>,
  settings: Settings,
): AnnualLayout {
  for (const grid of grids.values()) {
    const found = findAnnual(grid, year.year);
    if (found === undefined) continue;
    if ('missing' in found) return refused(problem.annualHeadingsMissing(grid.name, found.missing));
    if (grid.protected) return refused(problem.annualProtected(grid.name));
    return laidOut(draftAnnual(year, settings, grid, found));
  }
  const name = new SheetNames(grids.keys()).next(`${year.year}年度汇总表`);
  const place = newAnnualPlace(name, year.people.length);
  return laidOut(draftAnnual(year, settings, SheetGrid.empty(name), place));
}

function refused(why: Problem): AnnualLayout {
  return { sheets: [], problems: [why], excellent: [] };
}

function laidOut(draft: AnnualDraft): AnnualLayout {
  const { place, endRow, isNew, added } = draft;
  const blocks = [...(isNew ? headBlocks(draft) : []), ...personBlocks(draft), ...noteBlocks(draft)].filter(
    ({ cells }) => cells.some((line) => line.some((content) => content !== null)),
  );
  const { excellent, problems } = readProposals(draft);
  const texts = draft.rows.filter((row) => row.isNew).map(({ person }) => longTexts(person));
  const plan: SheetPlan = {
    ...emptySheetPlan(place.sheet, isNew),
    insertRows: added > 0 ? [{ above: place.endRow, count: added }] : [],
    blocks,
    merges: isNew ? annualMerges(place, endRow) : [],
    formats: isNew ? annualFormats(place, endRow, texts) : addedFormats(place, texts),
    validations: isNew || added > 0 ? [proposalChoice(draft)] : [],
    page: isNew ? annualPage(place, endRow) : null,
    freezeRows: isNew ? place.headerRow + 2 : null,
    hiddenColumns: isNew ? [{ row: 0, column: place.key, rows: 1, columns: helperLabels().length }] : [],
  };
  return { sheets: blocks.length === 0 ? [] : [plan], problems: [...draft.problems, ...problems], excellent };
}

function proposalChoice({ place, endRow }: AnnualDraft): ValidationStep {
  return {
    area: { row: place.firstRow, column: place.column('proposal'), rows: endRow - place.firstRow, columns: 1 },
    rule: { kind: 'list', values: PROPOSALS },
    title: '拟定年度等次',
    prompt: '由人事科填写，请从下拉列表中选择。',
    error: `拟定年度等次须为${PROPOSALS.join('、')}之一，请从下拉列表中选择。`,
  };
}
