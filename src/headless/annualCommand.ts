import { previewAnnual } from '../excel';
import type { AnnualPerson, AnnualYear } from '../forms/annualBook';
import { NOT_DECIDED } from '../forms/annualFormulas';
import { hintText } from '../forms/layoutAnnual';
import type { Problem } from '../forms/problem';
import { NotDone, type Command } from './arguments';
import { onHost, writeResult } from './embedded';
import { checkOutput, openFile } from './files';
import { problemLines, section } from './output';

type AnnualCommand = Extract<Command, { name: 'annual' }>;

/** The `annual --json` object. */
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
  readonly problems: readonly Problem[];
}

/**
 * Joins the year's four quarters and writes a copy of the workbook with the 年度汇总表.
 *
 * @throws NotDone when the workbook has nothing of the year
 */
export async function annualBook({
  book: file,
  year,
  out,
  json,
}: AnnualCommand): Promise<{ text: string; problems: readonly Problem[] }> {
  const workbook = await openFile(file);
  if (out !== null) await checkOutput(file, out);
  return onHost(workbook, async () => {
    const preview = await previewAnnual({ year });
    const nothing = preview.problems.find(({ code }) => code === 'ANNUAL_NOTHING');
    if (nothing !== undefined) throw new NotDone(`“${file}”：${nothing.message}`);
    const written = out === null || preview.refused ? null : await writeResult(workbook, file, preview.plan, out);
    const problems = [...preview.problems, ...(written?.problems ?? [])];
    return {
      text: json
        ? JSON.stringify(annualJson(preview.annual, problems), null, 1)
        : annualReport(preview.annual, problems, preview.refused ? REFUSED : outcomeOf(written?.out ?? null)),
      problems,
    };
  });
}

function annualJson({ year, people }: AnnualYear, problems: readonly Problem[]): AnnualJson {
  return {
    year,
    people: people.map(({ department, displayName, quarters, counts, hints }) => ({
      department,
      name: displayName,
      quarters: quarters.map(({ grade }) => grade),
      decided: quarters.map(({ decided }) => decided),
      counts,
      hints,
    })),
    problems,
  };
}

const REFUSED = '有错误，没有写文件；请改正后重新运行。';

function outcomeOf(written: string | null): string {
  return written === null
    ? '没有写文件；用 --out 结果.xlsx 生成带年度汇总表的工作簿。'
    : `已写入“${written}”，原文件未改动。`;
}

function annualReport({ year, people }: AnnualYear, problems: readonly Problem[], outcome: string): string {
  const lines = people.map(({ department, displayName, quarters, hints }) => {
    const grades = quarters.map(({ grade, decided }) =>
      grade === null ? '—' : `${grade}${decided ? '' : NOT_DECIDED}`,
    );
    const about = hints.length === 0 ? '没有已确定等次的季度' : hints.map(hintText).join('；');
    return `  ${[department, displayName].filter(Boolean).join(' ')}：${grades.join(' ')}\n      ${about}`;
  });
  return [`【${year}年度汇总】`, ...section('人员', lines), ...problemLines(problems), outcome].join('\n');
}
