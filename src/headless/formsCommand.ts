import { dateTitle, dayTitle } from '../assessment/calendarDate';
import { monthTitle } from '../assessment/period';
import { previewForms } from '../excel';
import type { MadeForm } from '../forms/layoutMade';
import type { Problem } from '../forms/problem';
import { NotDone, type Command } from './arguments';
import { onHost, writeResult } from './embedded';
import { checkOutput, openFile } from './files';
import { problemLines, section } from './output';

type FormsCommand = Extract<Command, { name: 'forms' }>;

/** The `forms --json` object: what was made, in the order of its sheets. */
export interface FormsJson {
  readonly forms: readonly MadeForm[];
  readonly problems: readonly Problem[];
}

/**
 * Makes empty forms of an annex and writes a copy of the workbook with them.
 *
 * @throws NotDone when there is no roster, or nobody on it is meant
 */
export async function makeForms(command: FormsCommand): Promise<{ text: string; problems: readonly Problem[] }> {
  const { book: file, out, annex, month, people, raters, protect, json } = command;
  const workbook = await openFile(file);
  if (out !== null) await checkOutput(file, out);
  return onHost(workbook, async () => {
    const preview = await previewForms({ annex, month, people, raters, protect });
    if (preview.refused) {
      const reason = preview.problems.find(({ severity }) => severity === 'error')?.message ?? '';
      throw new NotDone(`“${file}”：${reason}`);
    }
    const written = out === null ? null : await writeResult(workbook, file, preview.plan, out);
    const problems = [...preview.problems, ...(written?.problems ?? [])];
    const answer: FormsJson = { forms: preview.forms, problems };
    return {
      text: json ? JSON.stringify(answer, null, 1) : formsReport(command, answer, written?.out ?? null),
      problems,
    };
  });
}

function formsReport({ annex, month }: FormsCommand, { forms, problems }: FormsJson, written: string | null): string {
  return [
    `【${monthTitle(month)}附件${annex}】`,
    ...section('生成', forms.map(formLine)),
    ...problemLines(problems),
    written === null ? '没有写文件；用 --out 结果.xlsx 生成带空白表格的工作簿。' : `已写入“${written}”，原文件未改动。`,
  ].join('\n');
}

function formLine({ sheet, range, department, name, from, to, people, rater }: MadeForm): string {
  const week = from === undefined || to === undefined ? '' : `${dateTitle(from)}至${dayTitle(to)}`;
  const about = [
    department,
    name,
    week,
    people === undefined ? '' : `${people}人`,
    rater === undefined || rater === null ? '' : `评委${rater}`,
  ];
  return `  ${sheet} ${range}：${about.filter((part) => part !== '').join(' ')}`;
}
