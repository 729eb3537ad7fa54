import type { FormLayout } from './formSketch';
import { type Margins, type SheetPlan, emptySheetPlan, MARGINS, type FormatStep, type ValidationStep } from './plan';

/** How one annex lies on its pages. */
export interface FormPages {
  readonly orientation: 'Portrait' | 'Landscape';
  readonly margins: Margins;
  /** Characters of the columns from A on. */
  readonly widths: readonly number[];
  /** Heading rows to repeat where a form is too long for one page, e.g. '$1:$4'; null: each form is one page. */
  readonly titleRows: string | null;
  readonly protect: boolean;
}

/**
 * A new sheet with forms below each other, each on a page of its own. A single form is fitted to its page. Several are
 * fitted to the page's width and parted by page breaks, which Excel only heeds while it may use as many pages as it
 * takes; their rows are laid out for the height of a page.
 */
export function sheetOfForms(sheet: string, forms: readonly FormLayout[], pages: FormPages): SheetPlan {
  const last = forms.at(-1);
  const printArea = {
    row: 0,
    column: 0,
    rows: last === undefined ? 1 : last.row + last.rows,
    columns: last?.columns ?? 1,
  };
  return {
    ...emptySheetPlan(sheet, true),
    blocks: forms.flatMap(({ blocks }) => blocks),
    merges: forms.flatMap(({ merges }) => merges),
    formats: [
      ...pages.widths.map((columnWidth, column) => ({
        area: { row: 0, column, rows: 1, columns: 1 },
        columnWidth,
      })),
      ...together(forms.map(({ formats }) => formats)),
    ],
    validations: together(forms.map(({ validations }) => validations)),
    page: {
      orientation: pages.orientation,
      margins: MARGINS[pages.margins],
      printArea,
      titleRows: pages.titleRows,
      ...(forms.length === 1 && pages.titleRows === null ? { pagesTall: 1 } : {}),
    },
    pageBreaks: forms.slice(1).map(({ row }) => row),
    protect: pages.protect,
  };
}

/**
 * The steps of several forms. Forms of one shape take each step at once for all of them: a department's month of
 * 附件1 would otherwise be thousands of steps. Forms lie apart, so that the order of steps within each stays.
 */
function together<Step extends FormatStep | ValidationStep>(forms: readonly (readonly Step[])[]): Step[] {
  const [first = [], ...others] = forms;
  const look = (step: Step | undefined) => JSON.stringify({ ...step, area: null });
  const alike = others.every(
    (steps) => steps.length === first.length && steps.every((step, i) => look(step) === look(first[i])),
  );
  const groupable = first.every((step) => !('numberFormat' in step));
  if (others.length === 0 || !alike || !groupable) return forms.flat();
  return first.map((step, i) => ({ ...step, also: others.flatMap((steps) => steps[i]?.area ?? []) }));
}
