import type { CalendarDate } from '../../assessment/calendarDate';
import { addDays } from '../../assessment/calendarDate';
import { monthsOf, monthTitle, type Month, type Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { problem as wordsProblem } from '../words/problems';
import { readDays, type WrittenDay, type WrittenRange } from '../words/dateRange';
import { wholeDate, datesIn } from '../words/dateText';
import { judgeMonth, type MonthEvidence, type MonthMention } from '../words/months';
import type { Problem } from '../grid/problem';
import type { CellText } from './fields';
import type { DayOrMonth } from './record';

/** All that a form says of its period, before other forms are asked for the year. */
export interface PeriodEvidence {
  readonly sheet: string;
  /** The whole form. */
  readonly address: string;
  /** The first line with days: 附件1's week. */
  readonly days: { readonly range: WrittenRange; readonly text: string; readonly cell: string } | null;
  /** Years and months without days. */
  readonly months: readonly MonthMention[];
  readonly printedYear: { readonly year: number; readonly cell: string } | null;
  readonly sheetName: MonthMention | null;
  readonly problems: readonly Problem[];
  /** Where the period stands or belongs. */
  readonly cell: string;
}

/** What the workbook knows of the year, for periods without one. */
export interface PeriodSources {
  readonly quarter: Quarter | undefined;
  readonly workbookYear: number | null;
}

/** Collects what the lines above the fields and the sheet's name say of the period. */
export function periodEvidence(
  sheet: string,
  address: string,
  lines: readonly (readonly CellText[])[],
): PeriodEvidence {
  let days: PeriodEvidence['days'] = null;
  const months: MonthMention[] = [];
  const problems: Problem[] = [];
  let printedYear: PeriodEvidence['printedYear'] = null;
  for (const line of lines) {
    const [first] = line;
    if (first === undefined) continue;
    const text = line.map((cell) => cell.text).join('|');
    const range = readDays(text);
    const dated = line.find((cell) => /[年月\d]/.test(cell.text)) ?? first;
    const cell = cellAddress(dated.row, dated.column);
    if (range !== null) days ??= { range, text: text.replace(/\|/g, ' '), cell };
    for (const { year, month, day, valid, readings, text: written } of range === null ? datesOf(line) : []) {
      if (!valid) problems.push(wordsProblem.dateInvalid(sheet, cell, written));
      else if (readings.length > 0)
        problems.push(wordsProblem.dateAmbiguous(sheet, cell, written, readings.join('或')));
      else if (month === null && year !== null) printedYear ??= { year, cell };
      else if (month !== null && day === null) months.push({ year, month, cell });
    }
  }
  const cell = days?.cell ?? months[0]?.cell ?? printedYear?.cell ?? lastCell(lines) ?? address;
  return { sheet, address, days, months, printedYear, sheetName: ofSheetName(sheet), problems, cell };
}

function datesOf(line: readonly CellText[]) {
  // 2020年 | 7月 in two cells is one month.
  return datesIn(line.map(({ text }) => text).join(' '), false);
}

function lastCell(lines: readonly (readonly CellText[])[]): string | null {
  const cell = lines.at(-1)?.[0];
  return cell === undefined ? null : cellAddress(cell.row, cell.column);
}

function ofSheetName(sheet: string): MonthMention | null {
  const [first] = datesIn(sheet, false);
  return first?.month == null || !first.valid ? null : { year: first.year, month: first.month, cell: null };
}

/** The years that a form writes out in full, for forms that do not. */
export function writtenYears({ days, months, sheetName }: PeriodEvidence): number[] {
  const years = [days?.range.from.year, days?.range.to?.year, sheetName?.year, ...months.map(({ year }) => year)];
  return years.filter((year) => year != null);
}

export interface JudgedWeek {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly problems: readonly Problem[];
}

/** 附件1's week (R52): both days, or null for what is not written or cannot be. */
export function judgeWeek(evidence: PeriodEvidence, sources: PeriodSources): JudgedWeek {
  const { sheet, days, months, sheetName, cell } = evidence;
  const unknown = (problems: readonly Problem[]): JudgedWeek => {
    return { from: null, to: null, problems: [...evidence.problems, ...problems] };
  };
  if (days === null) {
    const [month] = months;
    return month === undefined
      ? unknown(evidence.problems.length > 0 ? [] : [problem.weekMissing(sheet, cell)])
      : unknown([problem.weekUnreadable(sheet, month.cell ?? cell, `${month.month}月`)]);
  }
  const { range, text } = days;
  const { from, to, problems } = completeYears(evidence, range, sources);
  if (from.year === null) return unknown(problems);
  const first = wholeDate(from);
  const last = to === null ? null : wholeDate(to);
  if (first === null) return unknown([wordsProblem.dateInvalid(sheet, cell, from.text)]);
  if (to !== null && last === null) {
    return { from: first, to: null, problems: [...problems, wordsProblem.dateInvalid(sheet, cell, to.text)] };
  }
  const found = [...evidence.problems, ...problems];
  if (last !== null && last < first) return unknown([...problems, problem.weekReversed(sheet, cell, text)]);
  if (range.slashed && mayBeDaysFirst(from, to)) {
    found.push(wordsProblem.dateAmbiguous(sheet, cell, text, '月/日或日/月'));
  }
  const inName = sheetName?.month;
  if (inName !== undefined && ![first, last].some((date) => date !== null && Number(date.slice(5, 7)) === inName)) {
    const printed = `${Number(first.slice(5, 7))}月`;
    return unknown([...problems, problem.recordMonthConflict(sheet, cell, printed, `${inName}月`, '表名')]);
  }
  if (to !== null) return { from: first, to: last, problems: found };
  if (range.open) return { from: first, to: null, problems: [...found, problem.weekOpen(sheet, cell, text)] };
  return { from: first, to: first, problems: [...found, problem.weekSingle(sheet, cell, text)] };
}

/** Both days with their years: the other day's, then those of the form, the sheet's name, the quarter and the book. */
function completeYears(
  { sheet, cell, printedYear, sheetName }: PeriodEvidence,
  { from, to: end }: WrittenRange,
  { quarter, workbookYear }: PeriodSources,
): { from: WrittenDay; to: WrittenDay | null; problems: Problem[] } {
  const month = from.month ?? 1;
  const toMonth = end === null ? month : (end.month ?? (end.day < from.day ? (month % 12) + 1 : month));
  const problems: Problem[] = [];
  const withYear = (year: number) => {
    const to = end === null ? null : { ...end, month: toMonth, year: toMonth < month ? year + 1 : year };
    return { from: { ...from, year }, to, problems };
  };
  if (from.year !== null && end?.year != null) {
    const first = wholeDate({ ...from, month });
    const last = wholeDate({ ...end, month: toMonth });
    const later = Math.max(from.year, end.year);
    const stale = first !== null && last !== null && from.year !== end.year && !within31Days(first, last);
    if (!stale) return fromSheetName({ from, to: { ...end, month: toMonth } });
    problems.push(problem.weekYearDiffers(sheet, cell, Math.min(from.year, end.year), later));
    return withYear(toMonth < month ? later - 1 : later);
  }
  if (from.year !== null) return fromSheetName(withYear(from.year));
  if (end?.year != null) return fromSheetName(withYear(toMonth < month ? end.year - 1 : end.year));
  const asked = quarter === undefined ? undefined : monthsOf(quarter).find((m) => Number(m.slice(5)) === month);
  const sources = [
    [printedYear?.year ?? null, '表内年份'],
    [sheetName?.year ?? null, '表名'],
    [asked === undefined ? null : Number(asked.slice(0, 4)), '所选季度'],
    [workbookYear, '本工作簿其他表'],
  ] as const;
  for (const [year, source] of sources) {
    if (year === null) continue;
    problems.push(wordsProblem.yearInherited(sheet, cell, month, year, source));
    return withYear(year);
  }
  problems.push(wordsProblem.yearMissing(sheet, cell, month));
  return { from, to: end, problems };

  /** The sheet is named for a later year: the template's was left standing. */
  function fromSheetName(written: { from: WrittenDay; to: WrittenDay | null }) {
    const named = sheetName?.year ?? null;
    const latest = written.to?.year ?? written.from.year ?? 0;
    if (named === null || named <= latest) return { ...written, problems };
    problems.push(problem.weekYearDiffers(sheet, cell, latest, named));
    return withYear(toMonth < month ? named - 1 : named);
  }
}

function within31Days(from: CalendarDate, to: CalendarDate): boolean {
  return to >= addDays(from, -31) && to <= addDays(from, 31);
}

/** 6/7-7/7 may be days before months where that makes a week. */
function mayBeDaysFirst(from: WrittenDay, to: WrittenDay | null): boolean {
  if (from.month === null || from.month === from.day || from.day > 12) return false;
  if (to?.month == null) return true;
  return to.day <= 12 && to.day === from.day && Math.abs(to.month - from.month) <= 6;
}

export interface JudgedMonth {
  readonly month: Month | null;
  readonly problems: readonly Problem[];
}

/**
 * 附件2's month (R53), judged like that of 附件3; the date of a signature, which belongs to the next month, only helps
 * with the year.
 */
export function judgeFilingMonth(
  evidence: PeriodEvidence,
  signed: { readonly year: number | null; readonly month: number } | null,
  { quarter, workbookYear }: PeriodSources,
): JudgedMonth {
  const { sheet, address, days, months, sheetName, printedYear, cell } = evidence;
  const printed = months.length > 0 || days === null ? months : monthsOfDays(days.range, days.cell);
  if (printed.length === 0 && sheetName === null) {
    return { month: null, problems: [...evidence.problems, problem.filingMonthMissing(sheet, cell)] };
  }
  const forms: MonthEvidence = {
    printed,
    sheetName,
    printedYear,
    signed: signed === null ? null : { ...signed, cell: null },
    problems: [],
  };
  const { month, conflict, problems } = judgeMonth(sheet, address, forms, { quarter, workbookYear });
  return { month: conflict ? null : month, problems: [...evidence.problems, ...problems] };
}

/** 2020年7月1日—2020年7月31日 and a date that Excel made of 2020年7月. */
function monthsOfDays({ from, to }: WrittenRange, cell: string): MonthMention[] {
  if (from.month === null || (to !== null && (to.month ?? from.month) !== from.month)) return [];
  return [{ year: from.year ?? to?.year ?? null, month: from.month, cell }];
}

/** A month as people read it in a message. */
export function spokenMonth(date: DayOrMonth): string {
  return monthTitle(date.slice(0, 7));
}
