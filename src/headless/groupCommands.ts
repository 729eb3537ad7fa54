import type { CalendarDate } from '../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../assessment/period';
import {
  explainPerson,
  previewDraw,
  previewLeadership,
  quarterReadiness,
  quarterWhatIf,
  type GradeChange,
} from '../excel';
import type { DerivationLine } from '../forms/review/derivation';
import type { READINESS_KINDS } from '../forms/review/readiness';
import { perhaps } from '../forms/words/similarNames';
import { personKey } from '../forms/words/text';
import { problemOf, readBook, writeBook, type ReadGiven, type WriteGiven } from './answer';
import { NotDone, type Answer } from './outcome';
import { quotaJson } from './output';
import { planLines, quotaLine } from './readable';
import { section, title } from './report';

interface QuarterGiven extends ReadGiven {
  readonly quarter: Quarter;
}

/** What a quarter still lacks on a day (R22, R34). */
export function readinessOf({
  quarter,
  today,
  ...given
}: QuarterGiven & { readonly today: CalendarDate }): Promise<Answer> {
  return readBook(given, {
    read: async () => ({ ...(await quarterReadiness({ quarter, today })), problems: [] }),
    json: ({ deadline, punctuality, canMeet, isDecided, items }) => ({
      quarter,
      today,
      deadline,
      punctuality,
      canMeet,
      isDecided,
      items,
    }),
    report: ({ deadlineText, canMeet, isDecided, items }) => {
      const of = (step: (typeof READINESS_KINDS)[keyof typeof READINESS_KINDS]) =>
        items.filter((item) => item.step === step).map(({ message }) => `  ${message}`);
      return [
        title(`【${quarterTitle(quarter)}准备情况】${isDecided ? '已审定' : canMeet ? '可以开会审定' : '材料不齐'}`),
        deadlineText,
        ...section('会前须补齐', of('会前')),
        ...section('审定须补齐', of('审定')),
      ];
    },
  });
}

/** Writes a copy of the workbook with the list of the 考核领导小组 of a quarter (R34). */
export function leadershipBook({ quarter, ...given }: WriteGiven & QuarterGiven): Promise<Answer> {
  return writeBook(given, {
    command: '考核领导小组',
    makes: '带考核领导小组名单的工作簿',
    preview: () => previewLeadership({ quarter }),
    json: ({ refused, plan }) => ({ quarter, refused, sheets: plan.sheets.map(({ sheet }) => sheet) }),
    report: (preview) => [title(`【${quarterTitle(quarter)}考核领导小组】`), ...planLines(preview)],
  });
}

interface DrawGiven extends WriteGiven, QuarterGiven {
  /** A draw without a record would be none. */
  readonly out: string;
  readonly count: number;
  /** The day of the draw. */
  readonly today: CalendarDate;
}

/**
 * Draws 科室负责人 by lot and writes a copy of the workbook with the record (R34).
 *
 * @throws NotDone when the quarter has its drawn members, or there are not so many candidates
 */
export function drawBook({ quarter, count, today, ...given }: DrawGiven): Promise<Answer> {
  return writeBook(given, {
    command: '抽取成员',
    makes: '带抽取记录的工作簿',
    preview: () => previewDraw({ quarter, count, date: today }),
    nothing: problemOf('DRAW_DONE', 'DRAW_IMPOSSIBLE', 'ROSTER_NEEDED'),
    json: ({ refused, candidates, drawn }) => ({
      quarter,
      refused,
      candidates: candidates.map(nameOf),
      drawn: drawn.map(nameOf),
    }),
    report: ({ candidates, drawn }) => [
      title(`【${quarterTitle(quarter)}抽取成员】`),
      `候选人${candidates.length}名：${candidates.map(shown).join('、')}`,
      `抽取${drawn.length}名：${drawn.map(shown).join('、')}`,
    ],
  });
}

interface ExplainGiven extends QuarterGiven {
  readonly name: string;
  readonly department: string | null;
}

/**
 * Tells how a person's grade came about (R36); of namesakes, everybody's.
 *
 * @throws NotDone when nobody is called so
 */
export function explainGrades({ quarter, name, department, ...given }: ExplainGiven): Promise<Answer> {
  return readBook(given, {
    read: async () => ({
      ...(await explainPerson({ quarter, person: personKey(department, name) })),
      problems: [],
    }),
    nothing: ({ people, perhaps: similar }) =>
      people.length > 0
        ? undefined
        : `：${quarterTitle(quarter)}的审定人员中没有“${shown({ department: department ?? '', name })}”${perhaps(similar, '；')}请核对科室和姓名`,
    json: ({ people }) => ({
      quarter,
      people: people.map(({ lines, ...person }) => ({ ...nameOf(person), lines })),
    }),
    report: ({ people }) =>
      people.flatMap((person) => [title(`【${shown(person)}】`), ...person.lines.map(derivationLine)]),
  });
}

function derivationLine({ level, text }: DerivationLine): string {
  return `${'  '.repeat(level)}${text}`;
}

interface WhatIfGiven extends QuarterGiven {
  readonly change: readonly GradeChange[];
}

/**
 * Tells what other grades than the suggested ones would come to (R15).
 *
 * @throws NotDone when a change is not of exactly one person
 */
export function whatIfBook({ quarter, change, ...given }: WhatIfGiven): Promise<Answer> {
  return readBook(given, {
    async read() {
      const { whatIf, people, problems, pool } = await quarterWhatIf({ quarter, changes: change });
      if (whatIf === null) throw new NotDone(`“${given.book}”：${problems.map(({ message }) => message).join('；')}`);
      const personOf = (key: string) => ({ department: '', name: key, ...people.get(key) });
      const moved = whatIf.moved.map(({ key, from, to }) => ({ ...nameOf(personOf(key)), from, to }));
      return { ...whatIf, moved, ignored: whatIf.ignored.map((key) => nameOf(personOf(key))), pool, problems };
    },
    json: ({ pool, counts, before, after, moved, ignored }) => ({
      quarter,
      pool,
      counts,
      before: quotaJson(before),
      after: quotaJson(after),
      moved,
      ignored,
    }),
    report: ({ counts, before, after, moved }) => [
      title(`【${quarterTitle(quarter)}试算】以建议等次为准，不写入任何内容`),
      '“好”等次人数（二·考核等次）',
      quotaLine('建议等次', before),
      quotaLine('试算结果', after),
      '各等次人数',
      ...counts.map((each) => `  ${each.grade}：${each.before}人→${each.after}人`),
      ...section(
        '变动',
        moved.map(({ from, to, ...person }) => `  ${shown(person)}：${from ?? '没有建议'}→${to}`),
      ),
    ],
  });
}

interface Named {
  readonly department: string;
  readonly name: string;
}

function nameOf({ department, name }: Named): Named {
  return { department, name };
}

function shown({ department, name }: Named): string {
  return [department, name].filter((part) => part !== '').join(' ');
}
