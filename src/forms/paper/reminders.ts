import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import { monthDeadlines, type Deadline } from '../../assessment/deadlines';
import { monthTitle, type Month } from '../../assessment/period';
import { isOpen, type PersonCompleteness } from '../evaluation/states';

/** One thing that somebody still owes. */
export interface Owed {
  readonly what: string;
  readonly due: Deadline;
  /** The literal day has passed (ambiguity 23). */
  readonly isOverdue: boolean;
}

export interface Reminded {
  readonly name: string;
  readonly owed: readonly Owed[];
}

/** Whom a 科室 has to ask, in the order of the roster; nobody's 科室 is ''. */
export interface DepartmentReminder {
  readonly department: string;
  readonly people: readonly Reminded[];
}

/**
 * The 催交名单 of a month by 科室: 附件1 by the end of the month (R52), 附件2, 评语 and 建议等次 by the 5th (R21, ambiguity
 * 36), scores by the 10th after the quarter (R22). It names what is not due yet, too: that is when one asks.
 *
 * @param people of a check for which every day is past
 */
export function reminders(
  month: Month,
  people: readonly PersonCompleteness[],
  { calendar, today }: { readonly calendar: WorkCalendar; readonly today: CalendarDate },
): DepartmentReminder[] {
  const dueBy = monthDeadlines(month, calendar);
  const owed = (what: string, due: Deadline): Owed => ({ what, due, isOverdue: today > due.literal });
  const departments = new Map<string, Reminded[]>();
  for (const { department, displayName, weeks, filing, comment, suggestion, score, material } of people) {
    const open = weeks.filter(({ state }) => isOpen(state));
    const days = open.map(({ from, to }) => (from === to ? dayTitle(from) : `${dayTitle(from)}至${dayTitle(to)}`));
    const evaluation = [...(isOpen(comment) ? ['评语'] : []), ...(isOpen(suggestion) ? ['建议等次'] : [])];
    const items = [
      ...(open.length === 0
        ? []
        : [owed(`附件1${open.length === weeks.length ? '（全月）' : `（${days.join('、')}）`}`, dueBy.weeks)]),
      ...(isOpen(filing) ? [owed('附件2', dueBy.filing)] : []),
      ...(evaluation.length > 0 ? [owed(`${evaluation.join('和')}（科长或分管领导）`, dueBy.evaluation)] : []),
      ...(isOpen(material) ? [owed('外单位材料', dueBy.evaluation)] : []),
      ...(isOpen(score) ? [owed('附件3打分（考核领导小组）', dueBy.score)] : []),
    ];
    if (items.length === 0) continue;
    departments.set(department, [...(departments.get(department) ?? []), { name: displayName, owed: items }]);
  }
  return [...departments].map(([department, reminded]) => ({ department, people: reminded }));
}

/** The list in lines, a 科室 and its people below it; what is overdue first. */
export function reminderLines(month: Month, list: readonly DepartmentReminder[]): string[] {
  return list.flatMap(({ department, people }) => [
    `${department === '' ? '未填科室' : department}（${people.length}人，${monthTitle(month)}）`,
    ...people.map(({ name, owed }) => `  ${name}：${[...owed].sort(byUrgency).map(owedText).join('；')}`),
  ]);
}

function byUrgency(a: Owed, b: Owed): number {
  return Number(b.isOverdue) - Number(a.isOverdue);
}

/** 附件2，9月5日前（顺延至9月7日），已逾期. */
function owedText({ what, due: { literal, deferred }, isOverdue }: Owed): string {
  const later = literal === deferred ? '' : `（顺延至${dayTitle(deferred)}）`;
  return `${what}，${dateTitle(literal)}前${later}${isOverdue ? '，已逾期' : ''}`;
}
