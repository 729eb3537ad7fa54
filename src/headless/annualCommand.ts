import { previewAnnual } from '../excel';
import type { AnnualPerson, AnnualYear } from '../forms/annual/year';
import { NOT_DECIDED } from '../forms/annual/formulas';
import { hintText } from '../forms/annual/people';
import { problemOf, writeBook, type WriteGiven } from './answer';
import type { Answer } from './outcome';
import { tableSection, title, type Part } from './report';

/** The `annual --json` object, without its problems. */
export interface AnnualJson {
  readonly year: number;
  readonly people: readonly {
    readonly department: string;
    readonly name: string;
    /** 审定等次 of the four quarters, else 建议等次; null where there is neither. */
    readonly quarters: readonly (string | null)[];
    /** Which of them the group has decided. */
    readonly decided: readonly boolean[];
    readonly counts: AnnualPerson['counts'];
    readonly hints: AnnualPerson['hints'];
  }[];
}

/**
 * Joins the year's four quarters and writes a copy of the workbook with the 年度汇总表.
 *
 * @throws NotDone when the workbook has nothing of the year
 */
export function annualBook({ year, ...given }: WriteGiven & { readonly year: number }): Promise<Answer> {
  return writeBook(given, {
    command: '年度汇总',
    makes: '带年度汇总表的工作簿',
    preview: () => previewAnnual({ year }),
    nothing: problemOf('ANNUAL_NOTHING'),
    json: ({ annual }) => annualJson(annual),
    report: ({ annual }) => annualReport(annual),
  });
}

function annualJson({ year, people }: AnnualYear): AnnualJson {
  return {
    year,
    people: people.map(({ department, name, quarters, counts, hints }) => ({
      department,
      name,
      quarters: quarters.map(({ grade }) => grade),
      decided: quarters.map(({ decided }) => decided),
      counts,
      hints,
    })),
  };
}

function annualReport({ year, people }: AnnualYear): Part[] {
  const rows = people.map(({ department, displayName, quarters, hints }) => [
    department,
    displayName,
    ...quarters.map(({ grade, decided }) => (grade === null ? '—' : `${grade}${decided ? '' : NOT_DECIDED}`)),
    hints.length === 0 ? '没有已确定等次的季度' : hints.map(hintText).join('；'),
  ]);
  return [
    title(`【${year}年度汇总】`),
    ...tableSection('人员', ['科室', '姓名', '一季度', '二季度', '三季度', '四季度', '年度关联提示'], rows),
  ];
}
