import type { Circumstance } from '../assessment/circumstances';
import { jsonNumber } from '../assessment/display';
import { quarterTitle } from '../assessment/period';
import type { Settings } from '../assessment/settings';
import { personHistory } from '../excel';
import type { Evidence } from '../forms/circumstances/evidence';
import { eventLines, NO_QUARTERS, NOT_YET } from '../forms/annual/historyText';
import type { PersonHistory, QuarterHistory } from '../forms/annual/history';
import { perhaps } from '../forms/words/similarNames';
import { normalizeName } from '../forms/words/text';
import { readBook, type ReadGiven } from './answer';
import type { Answer } from './outcome';
import { figure, NONE } from './readable';
import { table, title, type Part } from './report';

/** The `history --json` object, without its problems: people and their quarters in order, numbers with at most ten decimals. */
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
}

interface HistoryGiven extends ReadGiven {
  readonly name: string | null;
  readonly department: string | null;
}

/**
 * What a workbook knows of a person, a department or everybody over its quarters (R32); nothing is written.
 *
 * @throws NotDone when nobody is called so
 */
export function historyOfPeople({ name, department, ...given }: HistoryGiven): Promise<Answer> {
  const whom = `${department ?? ''}${name ?? ''}`;
  return readBook(given, {
    read: () => personHistory({ ...(name === null ? {} : { name }), ...(department === null ? {} : { department }) }),
    nothing: ({ people, perhaps: similar }) =>
      people.length > 0
        ? undefined
        : `里没有${whom === '' ? '人员' : `“${whom}”`}${perhaps(similar, '；')}请核对科室和姓名`,
    json: ({ people }) => ({ people: people.map(personJson) }),
    report: ({ people, settings }) => people.flatMap((person) => personReport(person, settings)),
  });
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
    name: normalizeName(name),
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

/** The three months of any quarter, in columns. */
const MONTHS = ['首月', '次月', '末月'] as const;

function personReport(person: PersonHistory, { gradeLines }: Settings): Part[] {
  const { quarters } = person;
  const who = [person.department, person.name].filter(Boolean).join(' ');
  const months = ({ months: scored }: QuarterHistory) =>
    MONTHS.map((_, i) => {
      const found = scored.find(({ month }) => (Number(month.slice(5)) - 1) % MONTHS.length === i);
      return figure(found?.total ?? null, gradeLines) + (found?.grade ?? '');
    });
  const rows = quarters.map((each) => [
    quarterTitle(each.quarter),
    ...months(each),
    figure(each.mean, gradeLines),
    each.suggestedGrade ?? NONE,
    each.decidedGrade ?? NOT_YET,
    each.circumstances,
  ]);
  const hasCircumstances = quarters.some(({ circumstances }) => circumstances !== '');
  const headings = [
    '季度',
    ...MONTHS,
    '平均分',
    '建议等次',
    '审定等次',
    ...(hasCircumstances ? ['特殊情形及依据'] : []),
  ];
  return [
    title(`【${who}】`),
    ...(rows.length === 0 ? [`  ${NO_QUARTERS}`] : [table(headings, rows)]),
    ...eventLines(person).map((line) => `  ${line}`),
  ];
}
