import type { Circumstance } from '../../assessment/circumstances';
import { lastDayOf, type CalendarDate } from '../../assessment/calendarDate';
import { monthsOf, monthTitle, type Quarter } from '../../assessment/period';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { SETTING_TABLE } from '../../assessment/settingTable';
import type { ReviewLine } from '../review/read';
import { personKey } from '../words/text';
import type { Book } from '../book/model';

/** The parts of a sealed review (R36), in the order in which they are digested. */
export const SEAL_SECTIONS = ['分数', '指标权重', '考核设置', '特殊情形', '等次结果', '审定', '审定表手填值'] as const;
export type SealSection = (typeof SEAL_SECTIONS)[number];

/** The smallest thing that a seal can name: one person's month, one setting, one decision. */
export interface SealUnit {
  readonly section: SealSection;
  /** Whom or what it is about, as it is named to the reader: 「外贸科 张三 2020年7月」. */
  readonly object: string;
  /** What it says; the same for the same content, wherever and in whatever order it stands. */
  readonly text: string;
}

export interface SealSource {
  readonly book: Book;
  readonly review: QuarterReview;
  readonly settings: Settings;
  /** 特殊情形登记 by person key. */
  readonly register: ReadonlyMap<string, readonly Circumstance[]>;
  /** The rows of the 审定表, of people who stand there twice too. */
  readonly lines: readonly ReviewLine[];
}

/**
 * What a decided review rests on, as texts that do not depend on where it stands: rows may be sorted, sheets renamed and
 * cells coloured. One unit for each person, month and rater, so that a change can be named.
 */
export function sealContent({ book, review, settings, register, lines }: SealSource): SealUnit[] {
  const units = [
    ...scoreUnits(book, review.quarter),
    ...weightUnits(book, review.quarter),
    ...SETTING_TABLE.map(({ id, name }) => unit('考核设置', name, JSON.stringify(settings[id]))),
    ...circumstanceUnits(register, review.quarter),
    ...review.people.map(({ key, months, suggestedGrade }) =>
      unit('等次结果', shownPerson(key), JSON.stringify([...months.map(({ grade }) => grade), suggestedGrade])),
    ),
    ...lines.map(({ key, writtenDecision, remark, proposal, partyOpinion, disciplineOpinion }) =>
      unit(
        '审定',
        shownPerson(key),
        JSON.stringify([writtenDecision, remark, proposal, partyOpinion, disciplineOpinion]),
      ),
    ),
    ...lines.map(({ key, overwritten }) => unit('审定表手填值', shownPerson(key), JSON.stringify(overwritten))),
  ];
  return combined(units);
}

/** Settings that stand as the program sets them say nothing that an older seal would have to know. */
export function isDefaultSetting({ section, object, text }: SealUnit): boolean {
  return (
    section === '考核设置' &&
    SETTING_TABLE.some((each) => each.name === object && JSON.stringify(each.default) === text)
  );
}

function scoreUnits(book: Book, quarter: Quarter): SealUnit[] {
  const months: readonly string[] = monthsOf(quarter);
  return book.scores.flatMap(({ form, row, person, month }) => {
    if (month === null || !months.includes(month)) return [];
    const who = shownPerson(person?.key ?? personKey(row.department, row.name));
    const rater = row.rater ?? form.rater ?? '';
    const object = [who, monthTitle(month), ...(rater === '' ? [] : [`评委${rater}`])].join(' ');
    return [unit('分数', object, row.scores.map((score) => score?.toFraction() ?? '').join(' '))];
  });
}

/** The weights that score sheets print; others are those of 考核设置. */
function weightUnits(book: Book, quarter: Quarter): SealUnit[] {
  const months: readonly string[] = monthsOf(quarter);
  return book.forms.flatMap(({ month, rater, weights, printsWeights }) =>
    month === null || !months.includes(month) || !printsWeights
      ? []
      : [
          unit(
            '指标权重',
            [monthTitle(month), rater === null ? '' : `评委${rater}`].join(' ').trim(),
            weights.join(' '),
          ),
        ],
  );
}

/**
 * Entries that began by the end of the quarter. What happened later is sealed by its effect alone (等次结果): a 警告 of
 * November does change the third quarter, a leave of November does not.
 */
function circumstanceUnits(register: SealSource['register'], quarter: Quarter): SealUnit[] {
  const [, , lastMonth] = monthsOf(quarter);
  const end = lastDayOf(lastMonth);
  return [...register].flatMap(([key, list]) =>
    list
      .filter(({ from }) => from <= end)
      .map(({ kind, from, to, days, scope, basis, approver }) =>
        unit('特殊情形', shownPerson(key), JSON.stringify([kind, from, within(to, end), days, scope, basis, approver])),
      ),
  );
}

/** An end after the quarter is, for the quarter, none. */
function within(to: CalendarDate | null, end: CalendarDate): CalendarDate | null {
  return to === null || to > end ? null : to;
}

/** One unit for each object, its lines in an order of their own; the sections one after the other. */
function combined(units: readonly SealUnit[]): SealUnit[] {
  const byObject = new Map<string, SealUnit[]>();
  for (const each of units) {
    const id = `${each.section}\n${each.object}`;
    const present = byObject.get(id);
    if (present === undefined) byObject.set(id, [each]);
    else present.push(each);
  }
  const all = [...byObject.values()].flatMap((same): SealUnit[] => {
    const [first] = same;
    return first === undefined
      ? []
      : [
          {
            ...first,
            text: same
              .map(({ text }) => text)
              .sort()
              .join('\n'),
          },
        ];
  });
  return SEAL_SECTIONS.flatMap((section) =>
    all.filter((each) => each.section === section).sort((a, b) => (a.object < b.object ? -1 : 1)),
  );
}

function unit(section: SealSection, object: string, text: string): SealUnit {
  return { section, object, text };
}

/** A person key as it is named to the reader. */
export function shownPerson(key: string): string {
  return key.replace('|', ' ').trim();
}
