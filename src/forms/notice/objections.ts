import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import { periodTitle, replyDeadline } from './period';
import { namesOn, type NoticeSheet } from './sheet';
import { dateIn, tableOn, textIn, type Table } from '../words/tables';
import type { SheetGrid } from '../grid/sheetGrid';
import { similarNames } from '../words/similarNames';
import { normalizeName } from '../words/text';

/** The columns of 复核登记. */
export const COLUMNS = [
  '序号',
  '科室',
  '姓名',
  '异议内容',
  '收到日期',
  '答复期限',
  '答复日期',
  '复核结果',
  '经办人',
  '备注',
] as const;
type Column = (typeof COLUMNS)[number];
/** Headings that no other sheet has together. */
const TELLING: readonly Column[] = ['异议内容', '收到日期', '答复期限'];
/** What the program writes in 备注; anything else there was typed, and stays. */
export const REMARKS = {
  undated: '请填写收到日期',
  outside: '公示开始前提出',
  late: '公示期满后提出',
  overdue: '逾期未答复',
  answeredLate: '逾期答复',
  withoutResult: '请填写复核结果',
  unreadableAnswer: '请填写完整的答复日期',
  answeredBefore: '答复早于收到日期',
  answeredInFuture: '答复日期在今天之后',
  stranger: '不在公示名单上',
} as const;
export type ObjectionRemark = (typeof REMARKS)[keyof typeof REMARKS];

/** One line of 复核登记 (R24, 三（二）5). */
export interface Objection {
  readonly row: number;
  readonly sheet: string;
  /** The person's cell. */
  readonly cell: string;
  readonly name: string;
  /** 科室, 异议内容 and 复核结果 as they stand there. */
  readonly department: string;
  readonly content: string;
  readonly result: string;
  readonly received: CalendarDate | null;
  /** The day of an answer that counts: between its receipt and today. */
  readonly answeredOn: CalendarDate | null;
  /** 答复日期: a day where one can be read, else as it stands there. */
  readonly answer: string;
  /** The last day for an answer: five working days from the next one on (ambiguity 25). */
  readonly deadline: CalendarDate | null;
  /** Whose result it is about: the last notice that had begun; null where the line does not tell. */
  readonly quarter: Quarter | null;
  /** Not answered between its receipt and today, or without 复核结果 (rule 65). */
  readonly open: boolean;
  readonly overdue: boolean;
  readonly remarks: readonly ObjectionRemark[];
}

export interface ObjectionBook {
  readonly table: Table<Column> | null;
  readonly objections: readonly Objection[];
  readonly problems: readonly Problem[];
}

export function isObjectionSheet(grid: SheetGrid): boolean {
  return tableOn(grid, COLUMNS, TELLING) !== null;
}

/** Reads 复核登记 as it stands on a day. */
export function readObjections(
  grids: Iterable<SheetGrid>,
  notices: readonly NoticeSheet[],
  today: CalendarDate,
  calendar: WorkCalendar,
  date1904: boolean,
): ObjectionBook {
  for (const grid of grids) {
    const table = tableOn(grid, COLUMNS, TELLING);
    if (table === null) continue;
    const missing = COLUMNS.filter((column) => !table.columns.has(column));
    if (missing.length > 0) {
      return { table, objections: [], problems: [problem.objectionHeadingsMissing(grid.name, missing)] };
    }
    const objections: Objection[] = [];
    for (let row = table.headerRow + 1; row < grid.rowEnd; row++) {
      const isBlank = (['姓名', '异议内容', '收到日期'] as const).every((column) => textIn(table, row, column) === '');
      if (!isBlank) objections.push(readLine(table, row, notices, today, calendar, date1904));
    }
    return { table, objections, problems: objections.flatMap((each) => problemsOf(each, notices)) };
  }
  return { table: null, objections: [], problems: [] };
}

function readLine(
  table: Table<Column>,
  row: number,
  notices: readonly NoticeSheet[],
  today: CalendarDate,
  calendar: WorkCalendar,
  date1904: boolean,
): Objection {
  const received = dateIn(table, row, '收到日期', date1904);
  const replied = dateIn(table, row, '答复日期', date1904);
  const hasResult = textIn(table, row, '复核结果') !== '';
  const deadline = received === null ? null : replyDeadline(received, calendar);
  const notice = received === null ? null : noticeAt(received, notices);
  const isBefore = replied !== null && received !== null && replied < received;
  const isFuture = replied !== null && replied > today;
  // Only an answer between receipt and today closes an objection (rule 65).
  const answered = replied === null || received === null || isBefore || isFuture ? null : replied;
  const overdue = answered === null && deadline !== null && today > deadline;
  const isLate = received !== null && notice !== null && notice.period !== null && received > notice.period.to;
  const remarks: readonly (ObjectionRemark | '')[] = [
    received === null ? REMARKS.undated : '',
    received !== null && notice === null ? REMARKS.outside : '',
    isLate ? REMARKS.late : '',
    overdue ? REMARKS.overdue : '',
    answered !== null && deadline !== null && answered > deadline ? REMARKS.answeredLate : '',
    answered !== null && !hasResult ? REMARKS.withoutResult : '',
    replied === null && textIn(table, row, '答复日期') !== '' ? REMARKS.unreadableAnswer : '',
    isBefore ? REMARKS.answeredBefore : '',
    isFuture ? REMARKS.answeredInFuture : '',
    isStranger(table, row, notice) ? REMARKS.stranger : '',
  ];
  return {
    row,
    sheet: table.grid.name,
    cell: cellAddress(row, table.columns.get('姓名') ?? 0),
    name: normalizeName(textIn(table, row, '姓名')),
    department: textIn(table, row, '科室'),
    content: textIn(table, row, '异议内容'),
    result: textIn(table, row, '复核结果'),
    answeredOn: answered,
    answer: replied === null ? textIn(table, row, '答复日期') : dateTitle(replied),
    received,
    deadline,
    quarter: notice?.quarter ?? null,
    open: answered === null || !hasResult,
    overdue,
    remarks: remarks.filter((remark) => remark !== ''),
  };
}

/** Whoever is named does not stand on the notice. */
function isStranger(table: Table<Column>, row: number, notice: NoticeSheet | null): boolean {
  const name = normalizeName(textIn(table, row, '姓名'));
  if (name === '' || notice === null || 'missing' in notice.table) return false;
  return !namesOn(notice.grid, notice.table).has(name);
}

/** The notice that was the last to begin by a day. */
function noticeAt(day: CalendarDate, notices: readonly NoticeSheet[]): NoticeSheet | null {
  const begun = notices.filter(({ period }) => period !== null && period.from <= day);
  return begun.reduce<NoticeSheet | null>(
    (last, each) => (last?.period == null || (each.period?.from ?? '') > last.period.from ? each : last),
    null,
  );
}

function problemsOf(objection: Objection, notices: readonly NoticeSheet[]): Problem[] {
  const { sheet, cell, name, received, deadline, remarks } = objection;
  const notice = notices.find(({ quarter }) => quarter === objection.quarter);
  const period = notice?.period ?? null;
  const listed = notice === undefined || 'missing' in notice.table ? [] : namesOn(notice.grid, notice.table);
  const has = (remark: ObjectionRemark) => remarks.includes(remark);
  return [
    ...(has(REMARKS.undated) ? [problem.objectionUndated(sheet, cell, name)] : []),
    ...(has(REMARKS.outside) && received !== null
      ? [problem.objectionOutside(sheet, cell, name, dateTitle(received))]
      : []),
    ...(has(REMARKS.late) && received !== null && period !== null
      ? [problem.objectionLate(sheet, cell, name, dateTitle(received), periodTitle(period))]
      : []),
    ...(has(REMARKS.unreadableAnswer) ? [problem.objectionAnswerUndated(sheet, cell, name, objection.answer)] : []),
    ...(has(REMARKS.answeredBefore) && received !== null
      ? [problem.objectionAnsweredBefore(sheet, cell, name, objection.answer, dateTitle(received))]
      : []),
    ...(has(REMARKS.answeredInFuture) ? [problem.objectionAnsweredInFuture(sheet, cell, name, objection.answer)] : []),
    ...(has(REMARKS.stranger) ? [problem.objectionStranger(sheet, cell, name, similarNames(name, listed))] : []),
    ...(objection.overdue && deadline !== null
      ? [problem.objectionOverdue(sheet, cell, name, dateTitle(deadline))]
      : []),
  ];
}
