import type { CalendarDate } from '../../assessment/calendarDate';
import { cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import { completionText, readCompletion } from './completion';
import { readDays } from '../words/dateRange';
import { wholeDate, datesIn } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { RecordBlock } from './blocks';
import { cellText } from './fields';
import type { DayOrMonth, TaskLine } from './record';

/** A task's line before the form's period is known. */
export interface WrittenTask {
  readonly row: number;
  readonly index: string;
  readonly progress: string;
  readonly completion: string;
  readonly finishedText: string;
  /** Where 完结时间 stands. */
  readonly finishedCell: string;
  /** 完结时间 is a number that Excel did not take for a date (5.1 may have been 5.10). */
  readonly finishedNumber: boolean;
}

/**
 * The filled lines of 工作任务完成情况, whatever their number and 序号. Rows that a merged 序号 joins are one task; a row
 * that looks like the rest of the one above is told.
 */
export function readTasks(cells: SheetCells, block: RecordBlock): { tasks: WrittenTask[]; problems: Problem[] } {
  const tasks: WrittenTask[] = [];
  const problems: Problem[] = [];
  const { heading, taskRows } = block;
  const bottom = taskRows.at(-1) ?? heading.lastRow;
  let previous: WrittenTask | null = null;
  let end = heading.lastRow;
  for (const row of taskRows) {
    if (row <= end) continue;
    if (row > end + 1) previous = null;
    end = Math.min(bottom, lastRowOfTask(cells, block, row));
    const task = readTask(cells, block, row, end);
    if (task !== null) {
      tasks.push(task);
      const continues = task.index === '' && task.completion === '' && task.finishedText === '';
      if (continues && previous !== null && previous.index !== '') {
        const at = cellAddress(row, heading.progress);
        problems.push(problem.taskSplit(cells.name, at, cellAddress(previous.row, heading.progress)));
      }
    }
    previous = task;
  }
  return { tasks, problems };
}

function lastRowOfTask(cells: SheetCells, { heading }: RecordBlock, row: number): number {
  const columns = [heading.index, heading.completion, heading.finished, heading.progress];
  const merges = columns.flatMap((column) => (column === null ? [] : [cells.merge(row, column)]));
  return Math.max(row, ...merges.map((merge) => (merge === undefined ? row : merge.row + merge.rows - 1)));
}

function readTask(cells: SheetCells, { heading }: RecordBlock, row: number, last: number): WrittenTask | null {
  const text = (column: number | null) => {
    if (column === null) return '';
    const texts: string[] = [];
    for (let line = row; line <= last; line++) texts.push(cellText(cells, line, column));
    return texts.filter((each) => each !== '').join('\n');
  };
  const { progress, completion, finished } = heading;
  const done = completion === null ? '' : completionText(cells.value(row, completion), text(completion));
  const task = {
    row,
    index: text(heading.index),
    progress: text(progress),
    completion: done,
    finishedText: text(finished),
    finishedCell: cellAddress(row, finished ?? progress),
    finishedNumber: finished !== null && typeof cells.value(row, finished) === 'number',
  };
  return task.progress === '' && task.completion === '' && task.finishedText === '' ? null : task;
}

/**
 * The tasks with their days: a year that is not written is the one that brings the day nearest to the form's period.
 *
 * @param near a day of the period; null when the form's period is not known
 */
export function datedTasks(
  sheet: string,
  tasks: readonly WrittenTask[],
  near: CalendarDate | null,
): { tasks: TaskLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const completed: string[] = [];
  const lines = tasks.map((task) => {
    const { row, index, progress, completion, finishedText, finishedCell } = task;
    const read = readFinished(task, near);
    if (read.fault === 'invalid') problems.push(wordsProblem.dateInvalid(sheet, finishedCell, finishedText));
    if (read.fault === 'ambiguous') {
      problems.push(wordsProblem.dateAmbiguous(sheet, finishedCell, finishedText, read.readings.join('或')));
    }
    if (read.yearInherited) completed.push(finishedCell);
    else if (near !== null && read.date !== null && isYearAway(read.date, near)) {
      const [printed, period] = [Number(read.date.slice(0, 4)), Number(near.slice(0, 4))];
      problems.push(problem.finishedYearDiffers(sheet, finishedCell, finishedText, printed, period));
    }
    return {
      row,
      index,
      progress,
      completion,
      completed: readCompletion(completion),
      finishedText,
      finished: read.date,
    };
  });
  const [first] = completed;
  if (first !== undefined && near !== null) {
    problems.push(problem.finishedYear(sheet, first, completed.join('、'), Number(near.slice(0, 4))));
  }
  return { tasks: lines, problems };
}

interface Finished {
  readonly date: DayOrMonth | null;
  readonly fault: 'none' | 'invalid' | 'ambiguous';
  readonly readings: readonly string[];
  readonly yearInherited: boolean;
}

function readFinished({ finishedText: text, finishedNumber }: WrittenTask, near: CalendarDate | null): Finished {
  const finished = (date: Finished['date'], yearInherited = false): Finished => {
    return { date, fault: 'none', readings: [], yearInherited };
  };
  const fault = (kind: Finished['fault'], readings: readonly string[] = []): Finished => {
    return { date: null, fault: kind, readings, yearInherited: false };
  };
  const dayOnly = /^(\d{1,2})[日号]$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  if (dayOnly !== undefined) {
    const date =
      near === null
        ? null
        : wholeDate({ year: Number(near.slice(0, 4)), month: Number(near.slice(5, 7)), day: Number(dayOnly) });
    return near !== null && date === null ? fault('invalid') : finished(date);
  }
  if (finishedNumber && /^\d{1,2}\.1$/.test(text)) {
    const month = text.slice(0, -2);
    return fault('ambiguous', [`${month}月1日`, `${month}月10日`]);
  }
  const mentions = datesIn(text, true);
  const unclear = mentions.find(({ readings }) => readings.length > 0);
  if (mentions.some(({ valid }) => !valid)) return fault('invalid');
  if (unclear !== undefined) return fault('ambiguous', unclear.readings);
  const days = readDays(text);
  // Work from one day to another was finished on the later one.
  const day = days?.to ?? days?.from;
  if (days != null && day !== undefined) {
    const month = day.month ?? days.from.month ?? 0;
    const year = day.year ?? days.from.year ?? nearestYear(month, near);
    if (year === null) return finished(null);
    const date = wholeDate({ year, month, day: day.day });
    return date === null ? fault('invalid') : finished(date, (day.year ?? days.from.year) === null);
  }
  const month = mentions.filter(({ month: named }) => named !== null).at(-1);
  if (month?.month == null) return finished(null);
  const year = month.year ?? nearestYear(month.month, near);
  return finished(
    year === null ? null : `${year}-${String(month.month).padStart(2, '0')}`,
    month.year === null && year !== null,
  );
}

/** A day of another year that is half a year or more from the period: the year is a slip (rule 64). */
function isYearAway(day: DayOrMonth, near: CalendarDate): boolean {
  const months = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  return day.slice(0, 4) !== near.slice(0, 4) && Math.abs(months(day) - months(near)) >= 6;
}

/** December in a form of January is the year before. */
export function nearestYear(month: number, near: CalendarDate | null): number | null {
  if (near === null) return null;
  const [year, ofPeriod] = [Number(near.slice(0, 4)), Number(near.slice(5, 7))];
  return month - ofPeriod > 6 ? year - 1 : ofPeriod - month > 6 ? year + 1 : year;
}
