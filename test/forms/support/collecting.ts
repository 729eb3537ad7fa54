import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import type { CollectedFile } from '../../../src/forms/collect/collection';
import type { FilingForm, RecordHeader, TaskLine, WeeklyRecord } from '../../../src/forms/records/record';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import { normalizeName } from '../../../src/forms/words/text';
import type { Book } from '../../../src/forms/book/model';

/** Forms as the reader gives them, for tests of what is done with them. */

const AREA = { row: 0, column: 0, rows: 19, columns: 5 };

function header(name: string, department: string): RecordHeader {
  return { department, name: normalizeName(name), displayName: name, position: '科员', since: '2018-03' };
}

function taskLines(
  tasks: readonly (string | readonly [progress: string, completion: string, finished: string])[],
): TaskLine[] {
  return tasks.map((task, i) => {
    const [progress, completion, finishedText] = typeof task === 'string' ? [task, '已完成', ''] : task;
    return { row: 6 + i, index: String(i + 1), progress, completion, completed: null, finishedText, finished: null };
  });
}

/** A week that is given as 07-06 lasts from that day to the fourth day after it, in 2020. */
export function weekly(
  name: string,
  monday: string | null,
  tasks: Parameters<typeof taskLines>[0],
  { department = '外贸科', sheet = '周记实' }: { department?: string; sheet?: string } = {},
): WeeklyRecord {
  const day = monday === null ? null : new Date(`2020-${monday}T00:00:00Z`);
  const after = (days: number) =>
    day === null ? null : new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    annex: 1,
    sheet,
    area: AREA,
    header: header(name, department),
    from: after(0),
    to: after(4),
    tasks: taskLines(tasks),
    cells: { department: 'B4', name: 'E4', position: 'B5', since: 'E5', period: 'A3', tasks: 'C7' },
  };
}

export function filing(
  name: string,
  month: string | null,
  fields: Partial<FilingForm> & { department?: string } = {},
): FilingForm {
  const { department = '外贸科', ...rest } = fields;
  return {
    annex: 2,
    sheet: '备案表',
    area: { ...AREA, rows: 24 },
    header: header(name, department),
    month,
    goals: '稳外贸',
    duties: '企业服务',
    tasks: taskLines(['走访企业']),
    comment: '工作扎实',
    suggestedText: '好',
    suggestedGrade: '好',
    signer: '王科长',
    signedOn: '2020-08-03',
    committeeOpinion: '',
    committeeOn: null,
    statusNote: '',
    cells: {
      department: 'B4',
      name: 'E4',
      position: 'B5',
      since: 'E5',
      month: 'A3',
      goals: 'B6',
      duties: 'B7',
      tasks: 'C9',
      comment: 'B19',
      suggestedGrade: 'C20',
      signer: 'D20',
      signedOn: 'D21',
      committeeOpinion: 'B22',
      committeeOn: 'B23',
      statusNote: 'B24',
    },
    ...rest,
  };
}

interface Contents {
  readonly weekly?: readonly WeeklyRecord[];
  readonly filings?: readonly FilingForm[];
  readonly sheets?: readonly SheetSnapshot[];
}

/** A workbook whose sheets are read, with records beside them. */
export function workbookWith({ weekly: weeklyRecords = [], filings = [], sheets = [] }: Contents): {
  readonly book: Book;
  readonly snapshot: WorkbookSnapshot;
} {
  const snapshot = { sheets, date1904: false };
  return { snapshot, book: { ...readBook(snapshot, { settings: DEFAULT_SETTINGS }), weeklyRecords, filings } };
}

export function file(name: string, contents: Contents): CollectedFile {
  return { name, ...workbookWith(contents) };
}
