import type { MarksStep, Plan } from '../../forms/grid/plan';

/** The sheets whose marks a plan sets, with the marks that they get and those they had. */
export function marksOf({ sheets }: Plan): (MarksStep & { readonly sheet: string })[] {
  return sheets.flatMap(({ sheet, marks }) => (marks === null ? [] : [{ sheet, ...marks }]));
}
