import type { WorkCalendar } from '../../assessment/calendar';
import type { CalendarDate } from '../../assessment/calendarDate';
import { monthTitle, type Month } from '../../assessment/period';
import { archiveForms } from '../../forms/paper/archive';
import { archiveLines, type ArchiveLine } from '../../forms/paper/archiveLines';
import { problem } from '../../forms/paper/problems';
import { problem as settingsProblem } from '../../forms/settings/problems';
import { checkCompleteness } from '../../forms/check/completeness';
import { layoutFilingList } from '../../forms/paper/layoutFilingList';
import { layoutArchive } from '../../forms/paper/layoutArchive';
import type { Problem } from '../../forms/grid/problem';
import { previewOf, type Preview } from './preview';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface ArchiveOptions {
  readonly month: Month;
  /** What is not due on this day is not missing (rule 57); without it everything counts as due. */
  readonly today?: CalendarDate;
}

export interface ArchivePreview extends Preview {
  /** 归档清单 of the month. */
  readonly lines: readonly ArchiveLine[];
}

/**
 * Plans the archive of a month (R20, R52): print-ready copies of all its forms in 机构 order, and its lines of 归档清单
 * with what is missing. The forms themselves are not touched.
 */
export async function previewArchive({ month, today }: ArchiveOptions): Promise<ArchivePreview> {
  return runReading(async (context) => {
    const { reading, read, grids, calendar } = await readSheets(context, { includeHidden: true });
    const { book } = reading;
    const forms = archiveForms(book, read.snapshot, month, calendar);
    const { months } = checkCompleteness(book, today === undefined ? { calendar } : { calendar, today });
    const checked = months.find((each) => each.month === month) ?? null;
    const lines = archiveLines(month, forms, checked, { calendar, today });
    // Where all forms are empty there is a list of what is missing, and nothing to print.
    const isEmpty = checked === null && lines.every(({ missing }) => missing);
    const archive = layoutArchive(month, forms, grids, read.snapshot);
    const list = layoutFilingList(month, lines, grids.values(), read.snapshot.date1904);
    const refusals = [...archive.problems, ...list.problems].filter(({ severity }) => severity === 'error');
    const problems = [
      ...(isEmpty ? [problem.archiveNothing(monthTitle(month))] : missingOf(month, lines)),
      ...unlisted(month, calendar),
      ...forms.problems,
      ...archive.problems,
      ...list.problems,
    ];
    const refused = refusals.length > 0;
    const sheets = isEmpty ? [] : [...archive.sheets, ...list.sheets];
    return { ...previewOf(reading, { sheets, refused, problems }), lines };
  });
}

/** How much is missing, by annex. */
function missingOf(month: Month, lines: readonly ArchiveLine[]): Problem[] {
  const counts = (['附件1', '附件2', '附件3'] as const).map((annex) => ({
    annex,
    count: lines.filter((line) => line.missing && line.annex === annex).length,
  }));
  const missing = counts.filter(({ count }) => count > 0).map(({ annex, count }) => `${annex} ${count}份`);
  return missing.length === 0 ? [] : [problem.archiveMissing(monthTitle(month), missing.join('、'))];
}

function unlisted(month: Month, calendar: WorkCalendar): Problem[] {
  const year = Number(month.slice(0, 4));
  return calendar.hasOfficialList(year) ? [] : [settingsProblem.calendarUnknown(year)];
}
