import { quarterTitle } from '../../../src/assessment/period';
import { applyPlan, previewAnnual, type AnnualPreview } from '../../../src/excel';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { reviewCells } from '../../forms/support/reviewSheet';
import type { Cell } from '../../forms/support/sheets';
import { inExcel, workbookOf } from './workbooks';

/** A person's line of a 审定表: 科室, 姓名, 审定等次, 建议等次. */
export type Line = readonly [department: string, name: string, decision: string, suggestion?: string];

/** A 季度审定表 as the group leaves it, typed in without formulas. */
export function reviewSheet(quarter: string, lines: readonly Line[]): CellInput[][] {
  const people = lines.map(([department, name, decision, suggestion = '']) => {
    return { department, name, position: '科员', decision, suggestion };
  });
  return reviewCells(quarter, people).map((line) => line.map((cell) => (isInput(cell) ? cell : '')));
}

function isInput(cell: Cell): cell is CellInput {
  return cell !== null && typeof cell !== 'object';
}

/** A workbook of 2020's four 审定表, by person: 好 较好 无 不确定; 无 for nothing decided. More sheets come first. */
export function yearBook(
  people: Readonly<Record<string, string>>,
  more: Readonly<Record<string, readonly (readonly CellInput[])[]>> = {},
): WorkbookModel {
  const quarters = ['2020Q1', '2020Q2', '2020Q3', '2020Q4'].map((quarter, i) => {
    const lines = Object.entries(people).map(([name, year]): Line => {
      const word = year.split(' ')[i] ?? '无';
      return ['办公室', name, word === '无' ? '' : word === '不确定' ? '不确定等次' : word];
    });
    return [`${quarterTitle(quarter)}审定表`, reviewSheet(quarter, lines)] as const;
  });
  return workbookOf({ ...more, ...Object.fromEntries(quarters) });
}

/** Gives the command 年度汇总 and confirms its preview. */
export async function runAnnual(workbook: WorkbookModel, year = 2020): Promise<AnnualPreview> {
  return inExcel(workbook, async () => {
    const preview = await previewAnnual({ year });
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}
