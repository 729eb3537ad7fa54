import { dateTitle } from '../assessment/calendarDate';
import type { Circumstance } from '../assessment/circumstances';
import { displayTotal, jsonNumber } from '../assessment/display';
import { quarterTitle } from '../assessment/period';
import { personHistory, type HistoryOptions } from '../excel';
import type { Evidence } from '../forms/evidenceLog';
import type { PeopleChoice } from '../forms/layoutMade';
import type { PersonHistory, QuarterHistory } from '../forms/personHistory';
import type { Problem } from '../forms/problem';
import { NotDone, type Command } from './arguments';
import { onHost } from './embedded';
import { openFile } from './files';
import { problemLines } from './output';

/** The `history --json` object: people and their quarters in order, numbers with at most ten decimals. */
export interface HistoryJson {
  readonly people: readonly {
    readonly department: string;
    readonly name: string;
    readonly quarters: readonly (Pick<
      QuarterHistory,
      'quarter' | 'suggestedGrade' | 'decidedGrade' | 'circumstances'
    > & {
      readonly months: readonly {
        readonly month: string;
        readonly total: number | null;
        readonly grade: string | null;
      }[];
      readonly mean: number | null;
    })[];
    readonly circumstances: readonly Circumstance[];
    readonly evidence: readonly Evidence[];
  }[];
  readonly problems: readonly Problem[];
}

/**
 * What a workbook knows of a person, a department or everybody over its quarters (R32); nothing is written.
 *
 * @throws NotDone when nobody is called so
 */
export async function historyOfPeople({
  book: file,
  people: choice,
  json,
}: Extract<Command, { name: 'history' }>): Promise<{ text: string; problems: readonly Problem[] }> {
  return onHost(await openFile(file), async () => {
    const { people, problems } = await personHistory(optionsOf(choice));
    if (people.length === 0) throw new NotDone(`“${file}”里没有${whom(choice)}；请核对科室和姓名`);
    const answer: HistoryJson = { people: people.map(personJson), problems };
    return {
      text: json
        ? JSON.stringify(answer, null, 1)
        : [...people.map(personReport), ...problemLines(problems)].join('\n'),
      problems,
    };
  });
}

function optionsOf(choice: PeopleChoice): HistoryOptions {
  switch (choice.kind) {
    case 'all':
      return {};
    case 'department':
      return { department: choice.department };
    case 'person':
      return { name: choice.name, ...(choice.department === '' ? {} : { department: choice.department }) };
  }
}

function whom(choice: PeopleChoice): string {
  if (choice.kind === 'all') return '人员';
  return choice.kind === 'department' ? `“${choice.department}”的人员` : `“${choice.department}${choice.name}”`;
}

function personJson({
  department,
  name,
  quarters,
  circumstances,
  evidence,
}: PersonHistory): HistoryJson['people'][number] {
  return {
    department,
    name,
    quarters: quarters.map(({ quarter, months, mean, suggestedGrade, decidedGrade, circumstances: grounds }) => ({
      quarter,
      months: months.map(({ month, total, grade }) => ({
        month,
        total: total === null ? null : jsonNumber(total),
        grade,
      })),
      mean: mean === null ? null : jsonNumber(mean),
      suggestedGrade,
      decidedGrade,
      circumstances: grounds,
    })),
    circumstances,
    evidence,
  };
}

function personReport({ department, name, quarters, circumstances, evidence }: PersonHistory): string {
  return [
    `【${[department, name].filter(Boolean).join(' ')}】`,
    ...(quarters.length === 0 ? ['  没有测评和审定结果'] : quarters.map(quarterLine)),
    ...circumstances.map(
      ({ kind, from, to, basis }) =>
        `  特殊情形：${kind}，${dateTitle(from)}${to === null ? '起' : `至${dateTitle(to)}`}${basis === '' ? '' : `；依据：${basis}`}`,
    ),
    ...evidence.map(
      ({ date, kind, content, source }) =>
        `  考核记实：${dateTitle(date)} ${kind}，${content}${source === '' ? '' : `；来源/依据：${source}`}`,
    ),
  ].join('\n');
}

function quarterLine({ quarter, months, mean, suggestedGrade, decidedGrade, circumstances }: QuarterHistory): string {
  const scores = months.map(
    ({ month, total, grade }) =>
      `${Number(month.slice(5))}月${total === null ? '—' : displayTotal(total)}${grade === null ? '' : `（${grade}）`}`,
  );
  const parts = [
    ...scores,
    `平均${mean === null ? '—' : displayTotal(mean)}`,
    `建议${suggestedGrade ?? '—'}`,
    decidedGrade === null ? '尚未审定' : `审定${decidedGrade}`,
    circumstances,
  ];
  return `  ${quarterTitle(quarter)}：${parts.filter((part) => part !== '').join('　')}`;
}
