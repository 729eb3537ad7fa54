import { dateTitle, dayTitle, type CalendarDate } from '../assessment/calendarDate';
import { monthTitle, type Month } from '../assessment/period';
import { previewArchive, previewForms } from '../excel';
import type { ArchiveLine } from '../forms/paper/archiveLines';
import type { MadeForm, PeopleChoice } from '../forms/paper/made';
import { problemOf, writeBook, type WriteGiven } from './answer';
import { NotDone, type Answer } from './outcome';
import { planLines } from './readable';
import { section, title } from './report';

interface FormsGiven extends WriteGiven {
  readonly month: Month;
  readonly annex: 1 | 2 | 3;
  readonly department: string | null;
  readonly name: string | null;
  readonly rater: readonly string[];
  readonly protect: boolean;
}

/**
 * Makes empty forms of an annex and writes a copy of the workbook with them.
 *
 * @throws NotDone when there is no roster, or nobody on it is meant
 */
export async function makeForms({ month, annex, rater, protect, ...given }: FormsGiven): Promise<Answer> {
  if (annex !== 3 && rater.length > 0) {
    throw new NotDone(`只有附件3按评委生成，--annex ${annex} 不能用 --rater；用 --help 查看用法`);
  }
  const raters = [...new Set(rater.map((each) => each.trim()))];
  return writeBook(given, {
    command: '制作表格',
    makes: '带空白表格的工作簿',
    preview: () => previewForms({ annex, month, people: peopleOf(given), raters, protect }),
    nothing: ({ refused, problems }) =>
      refused ? `：${problems.find(({ severity }) => severity === 'error')?.message ?? ''}` : undefined,
    json: ({ forms }) => ({ forms }),
    report: ({ forms }) => [title(`【${monthTitle(month)}附件${annex}】`), ...section('生成', forms.map(formLine))],
  });
}

/** Everybody, unless a department or a name is given; a name alone looks in every department. */
function peopleOf({ department, name }: Pick<FormsGiven, 'department' | 'name'>): PeopleChoice {
  if (name !== null) return { kind: 'person', department: department ?? '', name };
  return department === null ? { kind: 'all' } : { kind: 'department', department };
}

interface ArchiveGiven extends WriteGiven {
  readonly month: Month;
  /** What is not due yet is not missing. */
  readonly today: CalendarDate;
}

/**
 * Copies a month's forms for print, and lists what was filed.
 *
 * @throws NotDone when the workbook has no forms of the month
 */
export function archiveMonth({ month, today, ...given }: ArchiveGiven): Promise<Answer> {
  return writeBook(given, {
    command: '归档',
    makes: '带归档清单和成套表格的工作簿',
    preview: () => previewArchive({ month, today }),
    nothing: problemOf('ARCHIVE_NOTHING'),
    json: ({ refused, lines }) => ({ month, today, refused, lines }),
    report: ({ lines, ...preview }) => [
      title(`【${monthTitle(month)}归档】`),
      ...planLines(preview),
      ...section('归档', lines.filter(({ missing }) => !missing).map(archiveLine)),
      ...section('缺', lines.filter(({ missing }) => missing).map(archiveLine)),
    ],
  });
}

function archiveLine({ department, name, annex, period, sheet, note }: ArchiveLine): string {
  const about = [annex, department, name, period].filter((part) => part !== '').join(' ');
  return `  ${about}${sheet === '' ? '' : `：${sheet}`}${note === '' ? '' : `（${note}）`}`;
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
