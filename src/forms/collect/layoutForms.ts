import type { Collection, TakenScores } from './collection';
import type { SubmittedScores } from './scores';
import { filingContent, weeklyContent } from '../records/contents';
import { layoutWeeklyRecord } from '../records/layoutWeekly';
import { layoutFiling } from '../records/layoutFiling';
import { layoutScoreSheet, SCORE_SHEET_WIDTHS, type ScoreSheetContent } from '../score-sheet/layout';
import { type FormLayout, type FormPlace } from '../grid/formSketch';
import { RECORD_WIDTHS } from '../records/layoutHeader';
import { monthTitle } from '../../assessment/period';
import type { SheetPlan } from '../grid/plan';
import { SheetNames } from '../grid/sheetNames';
import { sheetOfForms, type FormPages } from '../grid/formPages';

/** Sheets on which the forms of one annex stand, each on a page of its own. */
export const RECORD_PAGES: FormPages = {
  orientation: 'Portrait',
  margins: '公文边距',
  widths: RECORD_WIDTHS,
  titleRows: null,
  protect: false,
};
export const SCORE_PAGES: FormPages = {
  orientation: 'Landscape',
  margins: '表格边距 20 mm',
  widths: SCORE_SHEET_WIDTHS,
  titleRows: '$1:$4',
  protect: false,
};

/**
 * The collected records as forms on new sheets: 附件1 and 附件2 of each 科室 below each other, in 机构 order; each
 * rater's 附件3 on a sheet of its own, so that 计算得分 and 季度审定 work on them at once.
 */
export function layoutCollectedSheets(collection: Collection, existing: Iterable<string>): SheetPlan[] {
  const names = new SheetNames(existing);
  const stacked = <Form extends { readonly owner: { readonly department: string } }>(
    annex: string,
    taken: readonly Form[],
    layout: (form: Form, at: FormPlace) => FormLayout,
  ) =>
    byDepartment(taken).map(([department, forms]) =>
      stack(names.next(`${annex} ${department === '' ? '未填科室' : department}`), forms, layout),
    );
  return [
    ...stacked('附件1', collection.weekly, ({ form, from, to }, at) =>
      layoutWeeklyRecord(weeklyContent(form, from, to), at),
    ),
    ...stacked('附件2', collection.filings, ({ form, month }, at) => layoutFiling(filingContent(form, month), at)),
    ...layoutCollectedScores(collection.scoreSheets, names),
  ];
}

/** One sheet for each rater's 附件3. */
export function layoutCollectedScores(sheets: readonly TakenScores[], names: SheetNames): SheetPlan[] {
  return sheets.map((scores) => {
    const { month, rater } = scores;
    const sheet = names.next(['附件3', monthTitle(month), rater ?? ''].join(' '));
    return sheetOfForms(sheet, [layoutScoreSheet(scoreContent(scores), { sheet, row: 0 })], SCORE_PAGES);
  });
}

/** Forms below each other on one new sheet. */
export function stack<Form>(
  sheet: string,
  forms: readonly Form[],
  layout: (form: Form, at: FormPlace) => FormLayout,
  firstRow = 0,
  pages: FormPages = RECORD_PAGES,
): SheetPlan {
  const layouts: FormLayout[] = [];
  let row = firstRow;
  for (const form of forms) {
    const next = layout(form, { sheet, row });
    layouts.push(next);
    row = next.row + next.rows;
  }
  return sheetOfForms(sheet, layouts, pages);
}

/** Score sheets as they were filled in: weights as printed, scores as they stand there, readable or not. */
export function scoreContent({ form, month, rater, signer, signedOn, people }: SubmittedScores): ScoreSheetContent {
  return {
    month,
    rater,
    weights: form.weights,
    scale: form.scale,
    // Who is named as the rater may have signed; nobody is made to have signed by having scored.
    signer,
    signedOn,
    people: people.map(({ department, name, scores, total }) => ({
      department,
      displayName: name,
      scores,
      ...(total === null ? {} : { total }),
    })),
  };
}

/** In the order of the forms, which is the 机构 order. */
function byDepartment<Form extends { readonly owner: { readonly department: string } }>(
  forms: readonly Form[],
): [department: string, forms: Form[]][] {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const group = groups.get(form.owner.department);
    if (group === undefined) groups.set(form.owner.department, [form]);
    else group.push(form);
  }
  return [...groups];
}
