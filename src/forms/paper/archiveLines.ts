import type { WorkCalendar } from '../../assessment/calendar';
import { archiveDeadline, decisionDeadline, filingDeadline, type Deadline } from '../../assessment/deadlines';
import type { CalendarDate } from '../../assessment/calendar';
import { monthTitle, quarterOf, type Month } from '../../assessment/period';
import { periodOf, type ArchiveForms } from './archive';
import { periodTitle, recordKey } from '../collect/record';
import { fillingOf } from '../records/filled';
import { personKey } from '../words/text';
import type { MonthCompleteness } from '../evaluation/states';

/** What 归档清单 says of one form, there or missing. */
export interface ArchiveLine {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly annex: '附件1' | '附件2' | '附件3';
  readonly period: string;
  /** Where the form stands; '' for one that is missing. */
  readonly sheet: string;
  readonly signer: string;
  readonly signedOn: CalendarDate | null;
  /** null where nothing prescribes a day. */
  readonly due: Deadline | null;
  readonly missing: boolean;
  /** What else is to be said: 见2022年3月 of a record that belongs to another month, 未填完; '' for nothing. */
  readonly note: string;
}

/** Beside an 附件2 with no more than header and duties (rule 59). */
const UNFINISHED = '未填完';
/** Who stands for 附件3 on the list while no sheet names anybody. */
const GROUP = '考核领导小组';

/**
 * The month's forms and those that are missing: 附件1 by person and week, 附件2 by person, 附件3 by rater. 附件1 is due
 * at the end of the month (R52), 附件2 warned of by the 5th of the next (ambiguity 36); nothing says when 附件3 is filed,
 * and it is missing once the quarter's decision is due. What is not due today is not missing (rule 57).
 */
export function archiveLines(
  month: Month,
  forms: ArchiveForms,
  completeness: MonthCompleteness | null,
  { calendar, today }: { readonly calendar: WorkCalendar; readonly today: CalendarDate | undefined },
): ArchiveLine[] {
  const title = monthTitle(month);
  const due = { 附件1: archiveDeadline(month, calendar), 附件2: filingDeadline(month, calendar), 附件3: null };
  const line = (
    annex: ArchiveLine['annex'],
    department: string,
    name: string,
    period: string,
    form: Pick<ArchiveLine, 'sheet' | 'signer' | 'signedOn'> | null,
    note = '',
  ): ArchiveLine => ({
    key: recordKey(annex, department, name, period),
    department,
    name,
    annex,
    period,
    sheet: form?.sheet ?? '',
    signer: form?.signer ?? '',
    signedOn: form?.signedOn ?? null,
    due: due[annex],
    missing: form === null,
    note,
  });
  const weekly = [
    ...forms.weekly.map((record) => ({ ...record, note: '' })),
    ...forms.crossing.map((record) => ({
      ...record,
      note: record.home === null ? '' : `见${monthTitle(record.home)}`,
    })),
  ].map(({ form: { sheet }, owner, from, to, note }) => {
    const form = { sheet, signer: '', signedOn: null };
    return line('附件1', owner.department, owner.name, periodOf.weekly({ from, to }), form, note);
  });
  const filings = forms.filings.map(({ form, owner }) =>
    line('附件2', owner.department, owner.name, title, form, fillingOf(form) === 'begun' ? UNFINISHED : ''),
  );
  const missing = (completeness?.people ?? []).flatMap(({ department, name, weeks, filing }) => [
    ...weeks
      .filter(({ state }) => state === '缺')
      .map(({ from, to }) => line('附件1', department, name, periodTitle(from, to), null)),
    ...(filing === '缺' ? [line('附件2', department, name, title, null)] : []),
  ]);
  const scores = forms.scores.map(({ form: { sheet }, rater, signer, signedOn }) =>
    line('附件3', '', rater ?? GROUP, title, { sheet, signer, signedOn }),
  );
  const due3 = decisionDeadline(quarterOf(month), calendar).literal;
  const isDue = today === undefined || today > due3;
  const noScores = forms.scores.length === 0 && isDue ? [line('附件3', '', GROUP, title, null)] : [];
  const order = new Map(
    (completeness?.people ?? []).map((person, i) => [personKey(person.department, person.name), i]),
  );
  return numbered([...inOrder([...weekly, ...filings, ...missing], order), ...scores, ...noScores]);
}

/** Person by person; of one person 附件1 by week, then 附件2. People beyond those of the check come last. */
function inOrder(lines: readonly ArchiveLine[], order: ReadonlyMap<string, number>): ArchiveLine[] {
  const places = new Map<string, number>();
  const placeOf = ({ department, name }: ArchiveLine): number => {
    const who = personKey(department, name);
    const place = order.get(who) ?? places.get(who) ?? order.size + places.size;
    if (!order.has(who)) places.set(who, place);
    return place;
  };
  const placed = lines.map((line) => ({ line, place: placeOf(line) }));
  return placed
    .sort(
      (a, b) =>
        a.place - b.place ||
        a.line.annex.localeCompare(b.line.annex) ||
        firstDay(a.line).localeCompare(firstDay(b.line)),
    )
    .map(({ line }) => line);
}

/** 2020年7月6日至… in the order of days. */
function firstDay({ period }: ArchiveLine): string {
  return (period.match(/\d+/g) ?? []).map((number) => number.padStart(4, '0')).join('-');
}

/** Two forms of one person and period get a number of their own, so that each keeps its line. */
function numbered(lines: readonly ArchiveLine[]): ArchiveLine[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const count = (counts.get(line.key) ?? 0) + 1;
    counts.set(line.key, count);
    if (count === 1) return line;
    const period = `${line.period}（${count}）`;
    return { ...line, period, key: recordKey(line.annex, line.department, line.name, period) };
  });
}
