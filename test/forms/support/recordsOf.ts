import type { CalendarDate } from '../../../src/assessment/calendar';
import type { Grade } from '../../../src/assessment/grade';
import { exactScore } from '../../../src/assessment/score';
import { gradeByTheNotice } from '../../assessment/support/byTheNotice';
import { checkCompleteness, type Completeness, type CompletenessOptions } from '../../../src/forms/check/completeness';
import type { RecordBook } from '../../../src/forms/check/personRecords';
import type { Completion, FilingForm, RecordHeader, TaskLine, WeeklyRecord } from '../../../src/forms/records/record';
import type { Roster, RosterPerson } from '../../../src/forms/book/model';
import type { Person } from '../../../src/forms/book/model';

const AREA = { row: 0, column: 0, rows: 20, columns: 5 };
const HEADER_CELLS = { department: 'B4', name: 'E4', position: 'B5', since: 'E5', tasks: 'B6' } as const;

export function header(name: string, more: Partial<RecordHeader> = {}): RecordHeader {
  return { department: '外贸科', name, displayName: name, position: '科员', since: '2018-03', ...more };
}

export function task(
  progress = '展会筹备',
  completed: Completion | null = '已完成',
  more: Partial<TaskLine> = {},
): TaskLine {
  return {
    row: 7,
    index: '1',
    progress,
    completion: completed ?? '',
    completed,
    finishedText: '',
    finished: null,
    ...more,
  };
}

/** A filled 附件1 of one person and period; the sheet is named after both. */
export function week(
  name: string,
  from: CalendarDate,
  to: CalendarDate,
  more: Partial<WeeklyRecord> = {},
): WeeklyRecord {
  return {
    annex: 1,
    sheet: `${name}${from.slice(5)}`,
    area: AREA,
    header: header(name),
    from,
    to,
    tasks: [task()],
    cells: { ...HEADER_CELLS, period: 'A3' },
    ...more,
  };
}

/** A 附件2 for September 2020 with which nothing is wrong: evaluated by 王科长 on its last working day. */
export function filing(name: string, more: Partial<FilingForm> = {}): FilingForm {
  return {
    annex: 2,
    sheet: `${name}备案`,
    area: AREA,
    header: header(name),
    month: '2020-09',
    goals: '',
    duties: '',
    tasks: [task()],
    comment: '工作扎实',
    suggestedText: '好',
    suggestedGrade: '好',
    signer: '王科长',
    signedOn: '2020-09-30',
    committeeOpinion: '',
    committeeOn: null,
    statusNote: '',
    cells: {
      ...HEADER_CELLS,
      month: 'A3',
      goals: 'B6',
      duties: 'B7',
      tasks: 'A8',
      comment: 'B19',
      suggestedGrade: 'B20',
      signer: 'D21',
      signedOn: 'D22',
      committeeOpinion: 'B23',
      committeeOn: 'D24',
      statusNote: 'B25',
    },
    ...more,
  };
}

export function onRoster(name: string, position = '科员', more: Partial<RosterPerson> = {}): RosterPerson {
  const { department = '外贸科' } = more;
  return {
    key: `${department}|${name}`,
    unit: '济宁市商务局',
    department,
    name,
    displayName: name,
    position,
    since: '2018.03',
    supervisor: '',
    identity: '公务员',
    note: '',
    noteCell: null,
    staffNumber: '',
    row: 1,
    ...more,
  };
}

export interface BookText {
  readonly roster?: readonly RosterPerson[] | null;
  readonly weeks?: readonly WeeklyRecord[];
  readonly filings?: readonly FilingForm[];
  /** Totals of September 2020 by name; null for a row with an error. */
  readonly scores?: Readonly<Record<string, number | null>>;
  readonly absent?: readonly string[];
}

/** 张三 and his 科长 on the roster, where nothing else is said. */
const USUAL_ROSTER = [
  onRoster('王科长', '科长'),
  onRoster('张三'),
  onRoster('刘局长', '副局长', { department: '局领导' }),
];

/** What the reader would make of a workbook. */
function bookOf({ roster = USUAL_ROSTER, weeks = [], filings = [], scores, absent = [] }: BookText): RecordBook {
  const known: Roster | null = roster === null ? null : { sheet: '人员名册', people: roster };
  const people = (roster ?? []).map(({ department, name, displayName, position }): Person => ({
    key: `${department}|${name}`,
    department,
    name,
    displayName,
    position,
  }));
  const month = '2020-09';
  const results = people.flatMap(({ key, name }) => {
    const total = scores?.[name];
    if (total === undefined) return [];
    const exact = total === null ? null : exactScore(total);
    const grade: Grade | null = exact === null ? null : gradeByTheNotice(exact);
    return [[key, { month, total: exact, scoreGrade: grade, raters: 1 }] as const];
  });
  return {
    roster: known,
    people,
    scores: [],
    months: new Map(scores === undefined ? [] : [[month, new Map(results)]]),
    weeklyRecords: weeks,
    filings,
    strays: new Set(),
    isOwing: ({ key }) => !key.startsWith('局领导|'),
    awayEntries: () => [],
    isAbsent: ({ key }) => absent.some((name) => key.endsWith(`|${name}`)),
  };
}

export function completeness(text: BookText, options: CompletenessOptions = {}): Completeness {
  return checkCompleteness(bookOf(text), options);
}

/** Problems without those of the codes, as `code severity place`. */
export function codes({ problems }: Completeness, ...leaveOut: readonly string[]): string[] {
  return problems
    .filter(({ code }) => !leaveOut.includes(code))
    .map(({ code, severity, sheet, cell }) => `${severity} ${code}${sheet === null ? '' : ` ${sheet} ${cell ?? '-'}`}`);
}

export function messages({ problems }: Completeness, code: string): string[] {
  return problems.filter((problem) => problem.code === code).map(({ message }) => message);
}

/** The row of one person in the only month. */
export function rowOf({ months }: Completeness, name: string): Completeness['months'][number]['people'][number] {
  const rows = months.flatMap(({ people }) => people.filter((person) => person.name === name));
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${name} has ${rows.length} rows`);
  return row;
}

/** Filled records for every week of September 2020. */
export function september(name: string): WeeklyRecord[] {
  return [
    ['2020-09-01', '2020-09-04'],
    ['2020-09-07', '2020-09-11'],
    ['2020-09-14', '2020-09-18'],
    ['2020-09-21', '2020-09-27'],
    ['2020-09-28', '2020-09-30'],
  ].map(([from = '', to = '']) => week(name, from, to));
}
